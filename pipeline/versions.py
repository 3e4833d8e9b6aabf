"""Which versions of what a run was made with."""

import platform
from importlib.metadata import version

LIBRARIES = (
    "ctranslate2",
    "lingua-language-detector",
    "rouge_score",
    "sentencepiece",
    "tokenize_uk",
    "torch",
    "transformers",
)


def installed_versions() -> dict[str, str]:
    """Return the versions of Python and of the libraries that can change what Tezy writes, without importing them."""
    return {"python": platform.python_version(), **{library: version(library) for library in LIBRARIES}}
