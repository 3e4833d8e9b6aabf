"""The card of a model that tests do not load, or load otherwise."""

CARD = """\
name = "{name}"
title = "A model for tests"
family = "marian"
job = "{job}"
languages = ["uk", "en"]
license = "CC0-1.0"
commercial_use = true
about = "Nothing."

[files]
"weights" = "{sha}"
"""
