"""digest.html: one page that a browser shows without asking anything of any network.

The page is written as it is rendered, an article at a time; nothing of it is held. Its Content-Security-Policy allows
the style and the script that stand in it, by their hashes, and nothing else.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import TextIO

from markupsafe import Markup

from pipeline.records import RunInfo, Score
from pipeline.render.article import ArticleText, tell
from pipeline.render.departments import departments
from pipeline.render.facts import model_facts
from pipeline.render.item import ItemArticle
from pipeline.render.look import Look
from pipeline.render.night_text import NightText
from pipeline.render.policy import content_policy
from pipeline.render.scores import group_scores
from pipeline.render.tally import Tally


def write_page(
    file: TextIO, night: NightText, run: RunInfo, scores: Sequence[Score], tally: Tally, look: Look | None = None
) -> None:
    """Write the page to `file`. The stories are read once for each part of it.

    Raises: ConfigError if a newsroom's own template cannot be rendered.
    """
    look = look or Look()
    style, script = look.text("digest.css"), look.text("digest.js")
    places = itertools.count(1)
    page = look.generate(
        "digest.html.j2",
        policy=content_policy(style, script),
        style=Markup(style),  # ours, not scraped; escaped it would not be style any more
        script=Markup(script),
        run=run,
        tally=tally,
        departments=lambda: departments(night, run),
        texts=lambda article: zip(_texts(night, article), places, strict=False),
        scores=group_scores(scores),
        models=list(model_facts(run.models)),
    )
    file.writelines(page)


def _texts(night: NightText, article: ItemArticle) -> Iterator[ArticleText]:
    """Yield an article of a story, and what is folded into it."""
    for identity in (article.id, *article.folded):
        yield tell(night.brief_of(identity))
