"""What a key point must not be, whoever wrote it.

Each rule looks at one sentence's text; quotations, which need the sentences around, are in `quotations`.
"""

from collections import Counter
from collections.abc import Iterable, Set

import regex

from pipeline.records import Language
from pipeline.summarize import phrases
from pipeline.text.words import content_words, words

FEWEST_WORDS = 4
MOST_WORDS = 60
"""No sentence of our own corpus, title, lead or body, has more than 48."""

SAME_OVERLAP = 0.6
"""Share of the shorter point's content words found in the other from which two points say the same."""

_OPENING_WORDS = 3  # "За його словами", "Because of this"
_TERMINAL = (".", "!", "…", "”", "»", '"', "’")


def is_unusable(text: str, language: Language) -> bool:
    """Say whether a sentence can be no key point by any rule of this module that looks at it alone."""
    return (
        is_fragment(text)
        or is_question(text)
        or is_reminder(text, language)
        or is_source_note(text, language)
        or is_furniture(text)
        or is_repetitive(text)
    )


def is_reminder(text: str, language: Language) -> bool:
    """Say whether a sentence recalls old news: `Нагадаємо, ...`, `As a reminder, ...`."""
    return language in phrases.REMINDER and _found(phrases.REMINDER[language], text)


def is_source_note(text: str, language: Language) -> bool:
    """Say whether a sentence says no more than where the news comes from: `Про це повідомив речник.`"""
    return language in phrases.SOURCE_NOTE and _found(phrases.SOURCE_NOTE[language], text)


def is_furniture(text: str) -> bool:
    """Say whether a sentence belongs to the page, not to the article: `Читайте також`, `Photo:`, an address."""
    return _found(phrases.FURNITURE, text)


def is_question(text: str) -> bool:
    """Say whether a sentence asks, in its own words or in a quotation."""
    return regex.search(r"\?[»”\"'’]|\?[\s.…)]*$", text) is not None


def is_fragment(text: str) -> bool:
    """Say whether the text is no sentence to print alone: a heading, the head of a list, a cut end, an aside.

    Nor is a list or a page without full stops one, which is what a sentence of more than `MOST_WORDS` turns out to be.
    """
    stripped = text.strip()
    said = words(stripped)
    if not FEWEST_WORDS <= len(said) <= MOST_WORDS:
        return True
    if not stripped.endswith(_TERMINAL) or stripped.endswith("...") or stripped.startswith("("):
        return True
    begins_small = stripped.lstrip("«„“\"'‘’([")[:1].islower()
    return begins_small and said[0] not in phrases.WRITTEN_SMALL


def is_repetitive(text: str) -> bool:
    """Say whether the same three words, three times or more, are half of the text: models caught in a loop."""
    said = words(text)
    triples = Counter(zip(said, said[1:], said[2:], strict=False))
    most = max(triples.values(), default=0)
    return most >= 3 and 2 * 3 * most >= len(said)


def opens_unresolved(text: str, language: Language) -> bool:
    """Say whether the first words stand for something told before: `Він ...`, `According to her ...`."""
    if language not in phrases.UNRESOLVED:
        return False
    opening = words(regex.sub(phrases.THIS_YEAR[language], " ", text, flags=regex.IGNORECASE))[:_OPENING_WORDS]
    if not phrases.LEADS_IN[language].intersection(opening[:1]):
        opening = opening[:1]  # "The company said it ..." names what "it" is
    return not phrases.UNRESOLVED[language].isdisjoint(opening)


def is_first_person(text: str, language: Language) -> bool:
    """Say whether someone speaks of himself; `text` is what stands outside quotation marks."""
    return not phrases.FIRST_PERSON.get(language, frozenset()).isdisjoint(words(text))


def says_the_same(text: str, other: str, language: Language) -> bool:
    """Say whether two points overlap so much that one of them is enough."""
    return share_words(set(content_words(text, language)), set(content_words(other, language)))


def share_words(one: Set[str], other: Set[str]) -> bool:
    """Say the same of two sets of content words."""
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) / shorter >= SAME_OVERLAP


def repeats_any(text: str, others: Iterable[str], language: Language) -> bool:
    """Say whether a point says the same as one of `others`."""
    return any(says_the_same(text, other, language) for other in others)


def _found(pattern: str, text: str) -> bool:
    return regex.search(pattern, text.strip(), flags=regex.IGNORECASE | regex.VERBOSE) is not None
