"""digest.html: one page that a browser shows without asking anything of any network.

The page is written as it is rendered, a story at a time; nothing of it is held. Its Content-Security-Policy allows the
style and the script that stand in it, by their hashes, and nothing else.
"""

import base64
import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TextIO

import jinja2
from markupsafe import Markup

from pipeline.records import Brief, RunInfo, Score
from pipeline.render.dates import long_date, machine_date
from pipeline.render.facts import model_facts
from pipeline.render.neutral import neutralise
from pipeline.render.scores import group_scores
from pipeline.render.story import announce, tell
from pipeline.render.tally import Tally, count

TEMPLATES = Path(__file__).parent / "templates"


def write_page(
    file: TextIO, briefs: Callable[[], Iterator[Brief]], run: RunInfo, scores: Sequence[Score], tally: Tally
) -> None:
    """Write the page to `file`. `briefs` is read twice: for the contents, then for the stories."""
    style, script = _part("digest.css"), _part("digest.js")
    page = environment().get_template("digest.html.j2")

    file.writelines(
        page.generate(
            policy=_policy(style, script),
            style=Markup(style),  # ours, not scraped; escaped it would not be style any more
            script=Markup(script),
            run=run,
            tally=tally,
            entries=lambda: map(announce, briefs()),
            stories=lambda: map(tell, briefs()),
            scores=group_scores(scores),
            models=list(model_facts(run.models)),
        )
    )


@cache
def environment() -> jinja2.Environment:
    """Return what renders the templates of pages: every value is escaped, an unknown name is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters["neutral"] = neutralise
    made.globals |= {"long_date": long_date, "machine_date": machine_date, "count": count}
    return made


def _part(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
