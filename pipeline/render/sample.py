"""A small made-up night, to try a newsroom's own templates with before a real one is spent on them.

It has a story with everything that a story can have, and a bare one. It is never published.
"""

import io
from collections.abc import Mapping

from pipeline.errors import ConfigError
from pipeline.records import (
    Article,
    Block,
    Brief,
    Claim,
    Difference,
    Finding,
    KeyPoint,
    Moment,
    Passage,
    Place,
    Reason,
    RunInfo,
    Score,
    Sentence,
    SentenceRole,
    Skipped,
    Story,
    StoryArticle,
    StoryLink,
    StoryPoint,
    Translation,
)
from pipeline.render.look import Look
from pipeline.render.mail import write_mail
from pipeline.render.night_text import NightText
from pipeline.render.page import write_page
from pipeline.render.tally import Tally
from pipeline.render.verify import PAGE_END, has_article

_STARTED = "2025-10-31T04:00:00+00:00"
_TEXT: tuple[tuple[SentenceRole, str, str], ...] = (
    ("title", "Міст відкрили", "Bridge opens"),
    ("lead", "Його будували три роки.", "It took three years."),
    ("heading", "Що відомо", "What is known"),
    ("item", "Роботи коштували 620 млн.", "The works cost 620 million."),
    ("paragraph", "Автобуси підуть 12 травня.", "Buses run from May 12."),
)
_FINDINGS = (
    Finding("numbers", 3, "source has 620 млн", "error", 1.0, (16, 24), (15, 26)),
    Finding("names", 0, "spelled another way", "warning", 0.5, action="repaired"),
    Finding("sureness", 4, "unsure", "note", 0.5, key_point=1),
)


def try_templates(look: Look, configuration: dict[str, object], models: Mapping[str, dict[str, object]]) -> None:
    """Render a newsroom's own page and mail once, of made-up news, as a night with this configuration would.

    Raises: ConfigError naming file and line if a template cannot be rendered, or if the page would not be published.
    """
    if not look.own:
        return
    briefs = {
        one.article.id: one for one in (_brief("a"), _brief("b", english=True), _brief("c", english=True), _bare())
    }
    run = RunInfo(
        run="2025-10-31-00000000",
        started=_STARTED,
        finished=_STARTED,
        version="0",
        configuration=configuration,
        models=dict(models),
        glossary={"sha256": "", "entries": 0, "overrides": []},
        versions={"python": "3"},
        counts={"articles": 4, "skipped": 1, "stories": 2, "sentences": 16, "translations": 5, "key_points": 4},
        work={"translated": 5, "from_memory": 0},
        timings_s={"read": 0.0, "write": 0.0, "group": 0.0},
        skipped=(Skipped("e.txt", "The file is empty.", "Send it again."),),
    )
    tally = Tally(stories=2)
    for brief in briefs.values():
        tally.add(brief)
    night = NightText(lambda: iter(briefs.values()), 2, (_story(), _bare_story()).__getitem__, briefs.__getitem__)
    scores = [Score("rouge1", 0.3, 3, "rouge1|n:3", "extractive", 0.2, 0.4, "uk", "lead")]
    page = io.StringIO()
    write_page(page, night, run, scores, tally, look)
    write_mail(io.StringIO(), night, run, tally, look)
    lines = iter(page.getvalue().splitlines(keepends=True))
    if not all(has_article(lines, identity) for identity in briefs) or not page.getvalue().endswith(PAGE_END):
        raise ConfigError(
            'render.templates: the page must have every article as <article id="a-ID">, in the order of the stories, '
            "and end with </html> and a line break; with these templates it does not. Correct digest.html.j2, "
            "story.html.j2 or article.html.j2."
        )


def _brief(identity: str, *, english: bool = False) -> Brief:
    """Return a brief with every kind of text and mark; an English one has no translations."""
    texts = [(role, en if english else uk) for role, uk, en in _TEXT]
    blocks = tuple(Block(role, text) for role, text in texts if role != "title" and role != "lead")
    article = Article(
        id=identity,
        source=f"{identity}.txt",
        language="en" if english else "uk",
        language_confidence=1.0,
        title=texts[0][1],
        lead=texts[1][1],
        body=blocks,
        key_points=("Три роки.",),
        outlet=f"Outlet {identity}",
        cited_source="The Times",
        date="2025-10-31",
        url="https://example.org/",
    )
    sentences, start = [], 0
    for index, (role, text) in enumerate(texts):
        sentences.append(Sentence(index, text, start, start + len(text), index, role))
        start += len(text) + 2
    points = (KeyPoint(_TEXT[3][1], "uk", (3,)), KeyPoint(_TEXT[3][2], "en", (3,)))
    if english:
        return Brief(article, tuple(sentences), key_points=points[1:])
    translations = tuple(Translation(index, en, "model") for index, (_, _, en) in enumerate(_TEXT))
    return Brief(article, tuple(sentences), translations, points, _FINDINGS, "lead")


def _bare() -> Brief:
    """Return a brief of one sentence, of which nothing else is known."""
    text = "It rained."
    article = Article("d", "d.txt", "en", 1.0, "", "", (Block("paragraph", text),))
    return Brief(article, (Sentence(0, text, 0, len(text), 0, "paragraph"),))


def _story() -> Story:
    uk, en = Place("a", 3), Place("b", 3)
    return Story(
        id="0" * 12,
        english_headline=_TEXT[0][2],
        ukrainian_headline=_TEXT[0][1],
        section="",
        day=2,
        since="2025-10-30",
        before="Bridge nearly ready",
        importance=2.0,
        reasons=(
            Reason("sources", 2.0, 1.0, ("Outlet a", "Outlet b")),
            Reason("recency", 1.0, 1.0, ("2025-10-31",)),
            Reason("prominence", 0.5, 1.0, ("Kyiv",)),
            Reason("topics", 1.0, 1.0, ("War",)),
        ),
        articles=(
            StoryArticle("a", "Outlet a", "uk", "2025-10-31", "The Times", "https://example.org/"),
            StoryArticle("b", "Outlet b", "en", "", folded=("c",)),
        ),
        points=(StoryPoint(_TEXT[3][2], _TEXT[3][1], (uk, en), 1), StoryPoint(_TEXT[4][2], "", (Place("b", 4),))),
        differences=(
            Difference("number", "works", (Claim("620 млн", uk), Claim("640 million", en))),
            Difference("date", "", (Claim("2025-05-12", uk), Claim("", en))),
            Difference("name", "mayor", (Claim("Калина", uk), Claim("Kalyna", en))),
        ),
        timeline=(Moment("2025-05-12", _TEXT[4][2], _TEXT[4][1], Place("a", 4)),),
        brief=(Passage(_TEXT[3][2], _TEXT[3][1], uk, 1), Passage(_TEXT[4][2], "", Place("b", 4))),
        related=(StoryLink("1" * 12, "It rained", ""), StoryLink("1" * 12, "It rained", "Дощило", "later")),
    )


def _bare_story() -> Story:
    article = StoryArticle("d", "d.txt", "en", "")
    return Story("1" * 12, "It rained", "", "", 1, "2025-10-31", "", 0.0, (), (article,))
