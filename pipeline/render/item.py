"""A story as the digest shows it: what every format prints of an event, worked out from its record.

Text here is neutralised and typeset; escaping is left to the format.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from pipeline.records import Language, Order, Place, Story, StoryLink
from pipeline.render.article import web_address
from pipeline.render.both import Both, both, headline
from pipeline.render.dates import long_date
from pipeline.render.neutral import neutralise
from pipeline.render.typography import typeset
from pipeline.render.why import why

_RELATED: dict[Order, Both] = {
    "later": Both("Later", "Пізніше"),
    "earlier": Both("Earlier", "Раніше"),
    "": Both("Related", "Пов’язане"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A source that says something: its name, and the anchor of the sentence."""

    outlet: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ItemPoint:
    """A key point of a story, the sources that say it, and how many marks it has."""

    text: Both
    sources: tuple[Source, ...]
    to_check: int


@dataclass(frozen=True, slots=True)
class ItemClaim:
    """What a source has, as it has it (`language` is its own); empty if it gives none."""

    text: Both
    language: Language
    source: Source


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """Where sources disagree: on what, and what each has."""

    kind: str
    about: str
    claims: tuple[ItemClaim, ...]


@dataclass(frozen=True, slots=True)
class ItemMoment:
    """A day of the timeline in words, and what happened on it."""

    iso: str
    day: Both
    text: Both
    source: Source


@dataclass(frozen=True, slots=True)
class ItemSentence:
    """A sentence of the brief, its anchor, and how many marks it has."""

    text: Both
    anchor: str
    to_check: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences of the brief that come from one source."""

    outlet: str
    sentences: tuple[ItemSentence, ...]


@dataclass(frozen=True, slots=True)
class ItemArticle:
    """An article of a story by name: what is shown of it where its text is not."""

    id: str
    outlet: str
    language: Language
    date: str
    cited_source: str
    url: str
    folded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemRelated:
    """Stories on the same matter, by anchor and headline: all later than this one, all earlier, or neither."""

    order: Order
    stories: tuple[tuple[str, Both], ...]

    @property
    def label(self) -> Both:
        """What they are, in words."""
        return _RELATED[self.order]


@dataclass(frozen=True, slots=True)
class Item:
    """Everything that is shown of one story. `outlets` are its sources by name, each once."""

    id: str
    headline: Both
    section: str
    day: int
    since: Both
    before: str
    outlets: tuple[str, ...]
    why: tuple[Both, ...]
    importance: float
    points: tuple[ItemPoint, ...]
    differences: tuple[ItemDifference, ...]
    timeline: tuple[ItemMoment, ...]
    paragraphs: tuple[Paragraph, ...]
    articles: tuple[ItemArticle, ...]
    related: tuple[ItemRelated, ...]

    @property
    def words(self) -> int:
        """How many words the brief has."""
        return sum(len(s.text.english.split()) for paragraph in self.paragraphs for s in paragraph.sentences)


def item(story: Story) -> Item:
    """Return everything that is shown of `story`."""
    names = {article.id: neutralise(article.outlet) for article in story.articles}
    languages = {article.id: article.language for article in story.articles}

    def source(place: Place) -> Source:
        return Source(names[place.article], anchor(place))

    return Item(
        id=f"s-{story.id}",
        headline=headline(story.english_headline, story.ukrainian_headline),
        section=neutralise(story.section),
        day=story.day,
        since=Both(long_date(story.since, "en"), long_date(story.since, "uk")),
        before=headline(story.before, "").english,
        outlets=tuple(dict.fromkeys(names.values())),
        why=tuple(filter(None, map(why, story.reasons))),
        importance=story.importance,
        points=tuple(
            ItemPoint(both(point.english, point.ukrainian), _each_once(map(source, point.sources)), point.to_check)
            for point in story.points
        ),
        differences=tuple(
            ItemDifference(
                one.kind,
                neutralise(one.about),
                tuple(
                    ItemClaim(
                        _claim(claim.text, one.kind, languages[claim.source.article]),
                        languages[claim.source.article],
                        source(claim.source),
                    )
                    for claim in one.claims
                ),
            )
            for one in story.differences
        ),
        timeline=tuple(
            ItemMoment(
                one.day,
                Both(long_date(one.day, "en"), long_date(one.day, "uk")),
                both(one.english, one.ukrainian),
                source(one.source),
            )
            for one in story.timeline
        ),
        paragraphs=tuple(
            Paragraph(
                names[article],
                tuple(
                    ItemSentence(both(one.english, one.ukrainian), anchor(one.source), one.to_check) for one in group
                ),
            )
            for article, group in groupby(story.brief, key=lambda one: one.source.article)
        ),
        articles=tuple(
            ItemArticle(
                one.id,
                neutralise(one.outlet),
                one.language,
                neutralise(one.date),
                neutralise(one.cited_source),
                web_address(one.url),
                one.folded,
            )
            for one in story.articles
        ),
        related=tuple(
            ItemRelated(order, links)
            for order in _RELATED
            if (links := tuple(_link(one) for one in story.related if one.order == order))
        ),
    )


def anchor(place: Place) -> str:
    """Return the anchor of a sentence in the page."""
    return f"a-{place.article}-{place.sentence + 1}"


def _link(one: StoryLink) -> tuple[str, Both]:
    return f"s-{one.id}", headline(one.english, one.ukrainian)


def _each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple({one.outlet: one for one in reversed(list(sources))}.values())[::-1]


def _claim(text: str, kind: str, language: Language) -> Both:
    if kind == "date":
        return Both(long_date(text, "en"), long_date(text, "uk"))
    return Both(typeset(neutralise(text), language))
