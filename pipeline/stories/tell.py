"""A story in words: everything that the digest says of an event, worked out from the briefs of its articles."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.config_stories import StoriesConfig
from pipeline.names.glossary import Glossary
from pipeline.records import Brief, Story, StoryArticle
from pipeline.stories.days import day_number
from pipeline.stories.differences import differences
from pipeline.stories.headline import headlines
from pipeline.stories.importance import reasons, section, story_vocabulary, total
from pipeline.stories.points import story_points
from pipeline.stories.story_brief import story_brief
from pipeline.stories.telling import told_sentences, within_story
from pipeline.stories.timeline import timeline

MAX_TOLD = 12
"""So many articles of a story are compared sentence by sentence; of more, these are the most telling."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is known of a story from earlier nights: its id, its first night (ISO 8601), its headline in English."""

    id: str
    since: str
    headline: str


def tell_story(
    briefs: Sequence[Brief],
    articles: Sequence[StoryArticle],
    config: StoriesConfig,
    glossary: Glossary,
    *,
    night: str,
    latest: int,
    earlier: Earlier | None = None,
    taken: Collection[str] = (),
) -> Story:
    """Return the story that `articles` tell; `briefs` are theirs, the first `MAX_TOLD` of them, in the same order.

    `night` is the day of the run (ISO 8601), `latest` the last day that any article of the night has. `taken` are the
    ids of earlier nights' stories, which one that goes on from none of them must not have.
    """
    told, factors = within_story({b.article.id: told_sentences(b, glossary) for b in briefs[:MAX_TOLD]})
    days = {brief.article.id: day_number(brief.article.date) for brief in briefs}
    last = max(days.values()) or latest
    points = story_points(briefs, told, factors, glossary, config.points)
    vocabulary = story_vocabulary(briefs, points)
    why = reasons(briefs, articles, vocabulary, latest, config, glossary)
    english, ukrainian = headlines(briefs)
    since = earlier.since if earlier else night
    return Story(
        id=earlier.id if earlier else story_id(articles, night, taken),
        english_headline=english,
        ukrainian_headline=ukrainian,
        section=section(vocabulary, config.sections),
        day=day_number(night) - day_number(since) + 1,
        since=since,
        before=earlier.headline if earlier else "",
        importance=total(why),
        reasons=why,
        articles=tuple(articles),
        points=points,
        differences=differences(told, days, last, points),
        timeline=timeline(told, days, last),
        brief=story_brief(told),
    )


def story_id(articles: Sequence[StoryArticle], night: str, taken: Collection[str]) -> str:
    """Return twelve hexadecimal digits, the same for a story of the same articles.

    If they are among `taken`, since an article of an earlier night's story came in again, `night` makes others of them.
    """
    first = min(one for article in articles for one in (article.id, *article.folded))
    found = _digits(f"story {first}")
    return _digits(f"story {first} {night}") if found in taken else found


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def story_article(brief: Brief, folded: Sequence[str] = ()) -> StoryArticle:
    """Return what a story says of an article: who published it, and when."""
    article = brief.article
    return StoryArticle(
        id=article.id,
        outlet=article.outlet or article.source,
        language=article.language,
        date=article.date,
        cited_source=article.cited_source,
        url=article.url,
        folded=tuple(folded),
    )
