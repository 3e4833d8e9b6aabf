"""Briefs to render: plain ones, and one that is made of everything hostile."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

import pytest

from pipeline.config_stories import StoriesConfig
from pipeline.names.glossary import Glossary
from pipeline.records import (
    Article,
    Block,
    BlockKind,
    Brief,
    Finding,
    KeyPoint,
    RunInfo,
    Score,
    Sentence,
    Skipped,
    Story,
    StoryLink,
    Translation,
)
from pipeline.render import NightText
from pipeline.render.tally import Tally
from pipeline.stories.tell import story_article, tell_story

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> &lt;b&gt; &amp;#x202e; \u202eevil\u202c \u2067rtl\u2069 "
    "\x00 \x1b[31m \ud800 \" ' ` {{ 7*7 }} {% raw %} </style></title><!-- ]]> "
    "[x](javascript:alert(1)) *b* _i_ \u2028 # h #"
)
TEXT = (
    ("heading", "Що відомо про удар", "What is known about the strike"),
    ("paragraph", "Тривога пролунала о 00:47.", "The air raid alert sounded at 12:47 a.m."),
    ("item", "Поранень зазнали 97 осіб.", "A total of 97 people were injured."),
    ("item", "Ще 41 госпіталізовано.", "Another 41 were hospitalized."),
    ("paragraph", '"Кухні вже не було", - розповіла мешканка.', '"The kitchen was gone," a resident said.'),
)


@pytest.fixture
def make_brief() -> Callable[..., Brief]:
    """Return a maker of briefs: `number` tells one from another, the rest says what it is like."""

    def make(
        number: int = 0,
        *,
        title: tuple[str, str] = (
            "Нічна атака зруйнувала під'їзд у Києві",
            "Overnight attack destroys section of house",
        ),
        lead: tuple[str, str] = ("Загинуло 14 людей, повідомили у ДСНС.", "The death toll is 14, the SES reported."),
        text: Sequence[tuple[BlockKind, str, str]] = TEXT,
        english: bool = False,
        findings: Sequence[Finding] = (),
        **fields: str,
    ) -> Brief:
        side = 1 if english else 0
        parts = [("title", title)] * bool(title[0]) + [("lead", lead)] + [(kind, (uk, en)) for kind, uk, en in text]
        article = Article(
            id=f"{number:016x}",
            source=f"{number:03}.txt",
            language="en" if english else "uk",
            language_confidence=0.99,
            title=title[side],
            lead=lead[side],
            body=tuple(Block(kind, (uk, en)[side]) for kind, uk, en in text),
            **{"outlet": "Новинарня", "cited_source": "The Times", "date": "2025-10-31", **fields},
        )
        sentences, start = [], 0
        for index, (role, said) in enumerate(parts):
            end = start + len(said[side])
            sentences.append(Sentence(index, said[side], start, end, index, role))
            start = end + 2
        translations = tuple(Translation(index, said[1], "model") for index, (_, said) in enumerate(parts))
        points = (KeyPoint("Загинуло 14 людей.", "uk", (1,)), KeyPoint("Fourteen people died.", "en", (1, 3)))
        return Brief(
            article,
            tuple(sentences),
            () if english else translations,
            points[side:],
            tuple(findings),
            "lead",
            (Score("rouge1", 0.25, 1, "rouge1|n:1", "extractive", language="uk", reference="lead"),),
        )

    return make


@pytest.fixture
def hostile_brief(make_brief: Callable[..., Brief]) -> Brief:
    """Return a brief every text of which is hostile, one of them a word of 10,000 letters."""
    long = "Щ" * 10_000
    text = [("heading", HOSTILE, HOSTILE), ("item", HOSTILE, HOSTILE), ("paragraph", HOSTILE + long, HOSTILE + long)]
    findings = [Finding(HOSTILE, 0, HOSTILE, "error", 1.0, (3, 9), (0, 8)), Finding("x", 3, long, "warning", 1.0)]
    said = (HOSTILE, HOSTILE)
    fields = {"outlet": HOSTILE, "cited_source": HOSTILE, "date": HOSTILE, "url": "javascript:alert(1)"}
    return make_brief(0xBAD, title=said, lead=said, text=text, findings=findings, **fields)


@pytest.fixture
def run_info() -> RunInfo:
    """Return what run.json says of a run that skipped one article."""
    return RunInfo(
        run="2025-10-31-3fa9c1d2",
        started="2025-10-31T04:12:09+00:00",
        finished="2025-10-31T04:20:00+00:00",
        version="0.1.0",
        configuration={"translate": {"model": "starter-uk-en"}},
        models={"translate": {"model": "starter-uk-en", "license": "Apache-2.0", "beam_size": 4}},
        glossary={"sha256": "0" * 64, "entries": 2, "overrides": []},
        versions={"python": "3.11"},
        counts={"articles": 2},
        work={"translated": 14},
        timings_s={"read": 1.5},
        skipped=(Skipped("<b>in</b>.txt", "The article is in Russian.", "Remove it."),),
    )


class Table:
    """A score table of two systems."""

    def rows(self) -> tuple[Score, ...]:
        return tuple(
            Score(metric, value, 9, f"{metric}|n:9", system, value - 0.05, value + 0.05, "uk", "lead")
            for system, value in (("extractive", 0.3), ("lead-3", 0.25))
            for metric in ("rouge1", "rougeLsum")
        )

    def to_json(self) -> dict[str, object]:
        return {"rows": [asdict(row) for row in self.rows()]}

    def render_markdown(self) -> str:
        return f"```\n{json.dumps(self.to_json())}\n```\n"


@pytest.fixture
def score_table() -> Table:
    """Return a score table as the digest takes it."""
    return Table()


def story_of(*briefs: Brief) -> Story:
    """Return the story that briefs tell together."""
    articles = [story_article(brief) for brief in briefs]
    return tell_story(briefs, articles, StoriesConfig(), Glossary(()), night="2025-10-31", latest=0)


def night_of(*stories: Sequence[Brief] | Brief) -> NightText:
    """Return a night of stories, each of one brief or several."""
    groups = [(one,) if isinstance(one, Brief) else tuple(one) for one in stories]
    briefs = [brief for group in groups for brief in group]
    known = {brief.article.id: brief for brief in briefs}
    told = [story_of(*group) for group in groups]
    return NightText(lambda: iter(briefs), len(told), told.__getitem__, known.__getitem__)


def related_night(make_brief: Callable[..., Brief]) -> NightText:
    """Return a night of three stories; two are related to the first, one of them later."""
    night = night_of(make_brief(1), make_brief(2), make_brief(3))
    first, second, third = map(night.story, range(3))
    links = (StoryLink(third.id, "A third", "Третє"), StoryLink(second.id, "A second", "Друге", "later"))
    return replace(night, story=[replace(first, related=links), second, third].__getitem__)


def tally_of(night: NightText) -> Tally:
    """Count what a night holds."""
    tally = Tally()
    for brief in night.briefs():
        tally.add(brief)
    tally.stories = night.story_count
    return tally
