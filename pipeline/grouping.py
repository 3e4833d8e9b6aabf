"""From the briefs of a night to its stories: grouped, told, put in order, linked; all of it from and to the ledger.

Held in memory are some 17 kilobytes an article while pairs are compared and joined (`benchmarks/large_night.py`), and
the headlines of the stories; briefs come from disk, at most those of one story at a time.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.config_stories import StoriesConfig
from pipeline.names.glossary import Glossary
from pipeline.records import Brief, Story, StoryLink
from pipeline.render.records_json import brief_from_json, story_from_json, story_to_json
from pipeline.store.archive import ArchivedStory, StoryArchive
from pipeline.store.ledger import Ledger
from pipeline.store.memory import Memory
from pipeline.stories.by_terms import ByTerms
from pipeline.stories.by_vectors import ByVectors
from pipeline.stories.comparison import Comparison
from pipeline.stories.days import day_number
from pipeline.stories.group import Grouping, group
from pipeline.stories.make import make_embedder
from pipeline.stories.sequence import Span, order, span
from pipeline.stories.sketch import Sketch, fold, sketch
from pipeline.stories.tell import MAX_TOLD, Earlier, story_article, tell_story


class StoryWriter:
    """Groups the briefs in a ledger and writes their stories into it; a model is loaded when it is first needed."""

    def __init__(self, config: StoriesConfig, glossary: Glossary, memory: Memory | None) -> None:
        """Find the model, if the configuration names one. Raises: ModelError if it is not here or embeds nothing."""
        self._config, self._glossary = config, glossary
        self._embedder = make_embedder(config, memory)

    def identities(self) -> dict[str, dict[str, object]]:
        """Return the model that articles are compared by, with everything that could change what is compared."""
        return {"stories": self._embedder.identity()} if self._embedder else {}

    def write(self, ledger: Ledger, archive: StoryArchive, told: StoryArchive, night: str, fingerprint: str) -> None:
        """Write the stories of `ledger`; those of a run that was killed here are written anew.

        `night` is the day of the run (ISO 8601), `fingerprint` tells its stories from those of other runs in `archive`.
        What later nights need of them goes into `told`.
        Raises: OutputError if ledger, `told` or memory cannot be written; ModelError if the model cannot be loaded.
        """
        articles: Comparison = ByVectors(self._embedder) if self._embedder else ByTerms(self._glossary)
        sketches, positions = list[Sketch](), list[int]()
        ledger.begin_stories()
        for position, line in ledger.placed_briefs():
            brief = brief_from_json(line)
            articles.add(brief)
            sketches.append(sketch(brief.article.text))
            positions.append(position)
            ledger.place(brief.article.id, position)
        first_night = (date.fromisoformat(night) - timedelta(days=self._config.earlier_nights)).isoformat()
        before = list(archive.before(fingerprint, first_night, night, articles.made_by))
        tomorrow = day_number(night) + 1  # what is dated later is a mistake, and would make all else old
        latest = max((day for day in articles.days if day <= tomorrow), default=0)
        grouping = group(len(positions), articles.compare([one.compared for one in before]))
        taken = {one.id for one in before}
        heads: list[_Head] = []
        for number, members in enumerate(grouping.stories):
            gone_on = grouping.earlier[number]
            earlier = None if gone_on is None else before[gone_on]
            story = self._tell(
                ledger, members, grouping, articles.days, sketches, positions, night, latest, earlier, taken
            )
            ledger.add_story(number, story.importance, story_to_json(story))
            days = span(story, day_number(night))
            heads.append(_Head(story.id, story.since, story.english_headline, story.ukrainian_headline, days))
        _link(ledger, grouping, heads)
        told.keep(fingerprint, night, _kept(grouping, heads, articles, night))
        ledger.end_stories()

    def _tell(
        self,
        ledger: Ledger,
        members: Sequence[int],
        grouping: Grouping,
        days: Sequence[int],
        sketches: Sequence[Sketch],
        positions: Sequence[int],
        night: str,
        latest: int,
        earlier: ArchivedStory | None,
        taken: Collection[str],
    ) -> Story:
        newest = sorted(range(len(members)), key=lambda one: -days[members[one]])
        folded = fold([sketches[one] for one in members], newest)
        central = sorted(folded, key=lambda one: (-grouping.odds[members[one]], one))
        identities = [ledger.identity(positions[one]) for one in members]
        briefs: list[Brief] = []
        articles = []
        for one in central:
            brief = brief_from_json(ledger.brief(identities[one]))
            articles.append(story_article(brief, [identities[other] for other in sorted(folded[one])]))
            if len(briefs) < MAX_TOLD:
                briefs.append(brief)
        known = Earlier(earlier.id, earlier.since, earlier.headline) if earlier else None
        return tell_story(
            briefs, articles, self._config, self._glossary, night=night, latest=latest, earlier=known, taken=taken
        )


@dataclass(frozen=True, slots=True)
class _Head:
    """What other stories, and later nights, need of a story."""

    id: str
    since: str
    english: str
    ukrainian: str
    days: Span


def _link(ledger: Ledger, grouping: Grouping, heads: Sequence[_Head]) -> None:
    """Say in each story which others are related; they are known only now."""
    for number, related in enumerate(grouping.related):
        if related:
            story, days = story_from_json(ledger.story(number)), heads[number].days
            links = tuple(
                StoryLink(one.id, one.english, one.ukrainian, order(days, one.days))
                for one in (heads[other] for other in related)
            )
            ledger.add_story(number, story.importance, story_to_json(replace(story, related=links)))


def _kept(grouping: Grouping, heads: Sequence[_Head], articles: Comparison, night: str) -> Iterator[ArchivedStory]:
    for head, members in zip(heads, grouping.stories, strict=True):
        yield ArchivedStory(night, head.id, head.since, head.english, articles.merged(members), articles.made_by)
