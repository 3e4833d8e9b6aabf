"""How important a story is, and why: the sum of a few things that can be counted and said."""

import functools
import math
from collections.abc import Mapping, Sequence

from pipeline.config_stories import StoriesConfig, Topic
from pipeline.names.english_words import SMALL_WORDS, english_words
from pipeline.names.glossary import Glossary
from pipeline.records import Brief, Reason, StoryArticle, StoryPoint, TextLanguage
from pipeline.stories.days import day_number, iso_day
from pipeline.stories.terms import english_terms
from pipeline.text.words import content_words, words

Vocabulary = Mapping[TextLanguage, frozenset[str]]

ENOUGH_NAMES = 5
_UNKNOWN_DAY = 0.5  # what an article without a date is worth: as one from the day before
_LONG_AGO = 30
_SHOWN = 4


def reasons(
    briefs: Sequence[Brief],
    articles: Sequence[StoryArticle],
    vocabulary: Vocabulary,
    latest: int,
    config: StoriesConfig,
    glossary: Glossary,
) -> tuple[Reason, ...]:
    """Return what makes a story important, those first that the configuration knows first.

    `vocabulary` is `story_vocabulary`; `latest` is the last day that any article of the night has (see
    `pipeline.stories.days`), 0 if none has one.
    """
    weights = config.importance
    origins = independent_sources(articles)
    day = max(day_number(article.date) for article in articles)
    names = prominent_names(briefs, glossary)
    matched = [
        topic
        for topic in (*config.topics, *config.sections)
        if topic.weight and any(_has(vocabulary, word) for word in topic.words)
    ]
    recency = 0.5 ** min(max(latest - day, 0), _LONG_AGO) if day else _UNKNOWN_DAY
    return (
        Reason("sources", round(math.log2(1 + len(origins)), 3), weights.sources, tuple(origins)),
        Reason("recency", round(recency, 3), weights.recency, (iso_day(day),) if day else ()),
        Reason(
            "prominence",
            round(min(len(names), ENOUGH_NAMES) / ENOUGH_NAMES, 3),
            weights.prominence,
            tuple(names[:_SHOWN]),
        ),
        Reason(
            "topics",
            round(sum(topic.weight for topic in matched), 3),
            weights.topics,
            tuple(topic.name for topic in matched),
        ),
    )


def total(of: Sequence[Reason]) -> float:
    """Return the importance that reasons add up to."""
    return round(sum(reason.value * reason.weight for reason in of), 3)


def independent_sources(articles: Sequence[StoryArticle]) -> list[str]:
    """Return who tells the story at first hand: media that retell the same one are one source, and that one is it."""
    return list(dict.fromkeys(article.cited_source or article.outlet for article in articles))


def prominent_names(briefs: Sequence[Brief], glossary: Glossary) -> list[str]:
    """Return the names of the glossary in headlines and leads, in English, those first that most articles have."""
    counts: dict[str, int] = {}
    for brief in briefs:
        found: dict[str, None] = {}
        for sentence in brief.sentences:
            if sentence.role not in ("title", "lead") and sentence.index:
                continue
            found |= dict.fromkeys(_names(sentence.text, glossary, ukrainian=bool(brief.translations)))
        for name in found:
            counts[name] = counts.get(name, 0) + 1
    whole = [name for name in counts if not any(name != other and name in other.split() for other in counts)]
    return sorted(whole, key=lambda name: -counts[name])


def _names(text: str, glossary: Glossary, *, ukrainian: bool) -> list[str]:
    if ukrainian:
        return [
            mention.entries[0].english
            for mention in glossary.matcher.find(text)
            if mention.required and mention.entries[0].english[:1].isupper() and mention.text[:1].isupper()
        ]
    found: list[str] = []
    end = -1
    for word in english_words(text):
        if not word.text[0].isupper() or word.key in SMALL_WORDS or word.key not in glossary.english_names:
            continue
        if found and word.start == end + 1:
            found[-1] += f" {word.text}"
        else:
            found.append(word.text)
        end = word.end
    return [name for name in found if len(name) > 1]


def section(vocabulary: Vocabulary, sections: Sequence[Topic]) -> str:
    """Return the name of the section of which the story has most words, the first of equals; empty if of none."""
    counts = [sum(_has(vocabulary, word) for word in topic.words) for topic in sections]
    best = max(counts, default=0)
    return sections[counts.index(best)].name if best else ""


def story_vocabulary(briefs: Sequence[Brief], points: Sequence[StoryPoint]) -> Vocabulary:
    """Return the stems of headlines, leads and key points, of each language as its own outlets write it."""
    texts: dict[str, list[str]] = {"en": [], "uk": []}
    for brief in briefs:
        language = "uk" if brief.translations else "en"
        texts[language] += [s.text for s in brief.sentences if s.role in ("title", "lead") or s.index == 0]
    if texts["en"]:
        texts["en"] += [point.english for point in points]
    texts["uk"] += [point.ukrainian for point in points]
    return {
        "en": frozenset(english_terms(" ".join(texts["en"]))),
        "uk": frozenset(content_words(" ".join(texts["uk"]), "uk")),
    }


def _has(vocabulary: Vocabulary, word: str) -> bool:
    language, stems = _stems(word)
    return bool(stems) and stems <= vocabulary[language]


@functools.lru_cache(maxsize=1 << 12)  # the words of the configuration are looked for in every story
def _stems(word: str) -> tuple[TextLanguage, frozenset[str]]:
    if any("а" <= letter <= "я" or letter in "іїєґ" for letter in word.lower()):
        return "uk", frozenset(content_words(word, "uk"))
    return "en", frozenset(english_terms(word) or words(word))
