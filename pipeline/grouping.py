"""From the briefs of a night to its stories: grouped, told, put in order, linked; all of it from and to the ledger.

Held in memory are some 35 kilobytes an article while pairs are compared and joined (`benchmarks/large_night.py`), and a
few bytes a story; briefs come from disk, at most those of one story at a time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from pipeline.config_stories import StoriesConfig
from pipeline.names.glossary import Glossary
from pipeline.records import Brief, Story, StoryLink
from pipeline.render.records_json import brief_from_json, story_from_json, story_to_json
from pipeline.store.archive import ArchivedStory, StoryArchive
from pipeline.store.ledger import Ledger
from pipeline.stories.days import day_number
from pipeline.stories.group import Grouping, group, make_terms, merged
from pipeline.stories.sequence import order, span
from pipeline.stories.sketch import Sketch, fold, sketch
from pipeline.stories.table import Table, Terms, from_bytes, to_bytes
from pipeline.stories.tell import MAX_TOLD, Earlier, story_article, tell_story


class StoryWriter:
    """Groups the briefs in a ledger and writes their stories into it.

    `night` is the day of the run (ISO 8601), `fingerprint` tells its stories from those of other runs in the archive.
    """

    def __init__(self, config: StoriesConfig, glossary: Glossary, archive: StoryArchive, fingerprint: str) -> None:
        self._config, self._glossary, self._archive, self._fingerprint = config, glossary, archive, fingerprint

    def write(self, ledger: Ledger, night: str) -> None:
        """Write the stories of `ledger`; those of a run that was killed here are written anew.

        Raises: OutputError if ledger or archive cannot be written.
        """
        table, sketches, positions = Table(), list[Sketch](), list[int]()
        ledger.begin_stories()
        for position, line in ledger.placed_briefs():
            brief = brief_from_json(line)
            table.add(make_terms(brief, self._glossary))
            sketches.append(sketch(brief.article.text))
            positions.append(position)
            ledger.place(brief.article.id, position)
        first_night = (date.fromisoformat(night) - timedelta(days=self._config.earlier_nights)).isoformat()
        before = (
            list(self._archive.before(self._fingerprint, first_night, night)) if self._config.earlier_nights else []
        )
        tomorrow = day_number(night) + 1  # what is dated later is a mistake, and would make all else old
        latest = max((day for day in table.days if day <= tomorrow), default=0)
        grouping = group(table, [from_bytes(one.terms) for one in before])
        for number, members in enumerate(grouping.stories):
            gone_on = grouping.earlier[number]
            earlier = None if gone_on is None else before[gone_on]
            story = self._tell(ledger, members, grouping, table, sketches, positions, night, latest, earlier)
            ledger.add_story(number, story.importance, story_to_json(story))
        self._link(ledger, grouping, day_number(night))
        self._archive.keep(self._fingerprint, self._kept(ledger, grouping, table, night), first_night)
        ledger.end_stories()

    def _tell(
        self,
        ledger: Ledger,
        members: Sequence[int],
        grouping: Grouping,
        table: Table,
        sketches: Sequence[Sketch],
        positions: Sequence[int],
        night: str,
        latest: int,
        earlier: ArchivedStory | None,
    ) -> Story:
        newest = sorted(range(len(members)), key=lambda one: -table.days[members[one]])
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
        return tell_story(briefs, articles, self._config, self._glossary, night=night, latest=latest, earlier=known)

    def _link(self, ledger: Ledger, grouping: Grouping, night: int) -> None:
        """Say in each story which others are related; they are known only now."""
        for number, related in enumerate(grouping.related):
            if related:
                story = story_from_json(ledger.story(number))
                days = span(story, night)
                links = tuple(
                    StoryLink(one.id, one.english_headline, one.ukrainian_headline, order(days, span(one, night)))
                    for one in (story_from_json(ledger.story(other)) for other in related)
                )
                ledger.add_story(number, story.importance, story_to_json(replace(story, related=links)))

    def _kept(self, ledger: Ledger, grouping: Grouping, table: Table, night: str) -> Iterator[ArchivedStory]:
        for number, members in enumerate(grouping.stories):
            story = story_from_json(ledger.story(number))
            terms: Terms = merged(table.terms(one) for one in members)
            yield ArchivedStory(night, story.id, story.since, story.english_headline, to_bytes(terms))
