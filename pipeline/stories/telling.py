"""The sentences of a story's articles, made comparable: which of them say the same, whoever says it."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import regex

from pipeline.names.english_words import SMALL_WORDS, english_words
from pipeline.names.glossary import Glossary
from pipeline.records import Brief, Place, Sentence
from pipeline.stories.frequencies import information
from pipeline.stories.table import term_id
from pipeline.stories.terms import english_terms, fold_name, lexicon_terms, number_terms, ukrainian_names
from pipeline.text.words import content_words

MAX_SENTENCES = 30
"""So much of each article is compared with the others'."""
SAME, SAME_ACROSS = 0.4, 0.3
"""Share of the weight of a key point that a sentence must have to say the same: both English; another language in it.

Of key points of our corpus, so many are found in their own article and, wrongly, in one on another matter: English 43%
and 0.1%, Ukrainian 42% and 0.2%, across languages 32% and 0.1% (`benchmarks/story_points.py`). A source that is not
named costs less than one that is named wrongly.
"""
LEAST_SHARED, LEAST_OF_WORDS = 2, 0.2
"""Words of a point that a sentence must have, names aside, and their share of the weight: all of a story has its names.
"""

_CAPITAL = regex.compile(r"\b\p{Lu}[\p{L}\p{M}'’]+")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as compared: where it stands, its English and its Ukrainian, and its weighted terms.

    `english` is the translation of a Ukrainian sentence; `ukrainian` is empty for an English one. `marks` counts what a
    check doubts in it. `terms` are those that any language of it has, `own` those of its own Ukrainian words; `names`
    are those of both that are written with a capital letter.
    """

    place: Place
    sentence: Sentence
    english: str
    ukrainian: str
    marks: int
    terms: dict[str, float]
    own: dict[str, float]
    names: frozenset[str]


def told_sentences(brief: Brief, glossary: Glossary) -> list[Told]:
    """Return the sentences of an article that can say something, headings and headlines left out."""
    marks: dict[int, int] = {}
    for finding in brief.findings:
        if finding.to_check and finding.key_point is None:
            marks[finding.sentence] = marks.get(finding.sentence, 0) + 1
    return [
        _told(brief, sentence, marks.get(sentence.index, 0), glossary)
        for sentence in brief.sentences[:MAX_SENTENCES]
        if sentence.role not in ("title", "heading")
    ]


def _told(brief: Brief, sentence: Sentence, marks: int, glossary: Glossary) -> Told:
    english, ukrainian = brief.english(sentence.index), sentence.text if brief.translations else ""
    place = Place(brief.article.id, sentence.index)
    return Told(place, sentence, english, ukrainian, marks, *comparable(english, ukrainian, glossary))


def comparable(
    english: str, ukrainian: str, glossary: Glossary
) -> tuple[dict[str, float], dict[str, float], frozenset[str]]:
    """Return a sentence's weighted terms across languages, those of its Ukrainian words, and which are names.

    A Ukrainian sentence is compared with an English one by its translation and the lexicon, whichever has a word, and
    by the names in it as the glossary spells them.
    """
    names, small = _split_names(english, glossary)
    keys = set(english_terms(small))
    if ukrainian:
        names |= set(ukrainian_names(ukrainian, glossary))
        keys |= set(lexicon_terms(_CAPITAL.sub(" ", ukrainian)))
        numbers = number_terms(ukrainian, "uk")
    else:
        numbers = number_terms(english, "en")
    terms = {key: _weight("words", key) for key in sorted(keys)}
    terms.update({f"#{number}": _weight("numbers", number) for number in sorted(set(numbers))})
    terms.update({f"@{name}": _weight("names", name) for name in sorted(names)})
    own = {key: _weight("source", key) for key in sorted(set(content_words(ukrainian, "uk")))} if ukrainian else {}
    capital = content_words(" ".join(_CAPITAL.findall(ukrainian)), "uk")
    return terms, own, frozenset(capital) | {f"@{name}" for name in names}


def _split_names(english: str, glossary: Glossary) -> tuple[set[str], str]:
    """Return the names of a sentence, folded, and the sentence without them; its first word is one if it is known."""
    names: set[str] = set()
    rest = list(english)
    for word in english_words(english):
        if not word.text[0].isupper() or len(word.key) < 2 or word.key in SMALL_WORDS:
            continue
        if word.start <= 1 and word.key not in glossary.english_names:
            continue
        names.add(fold_name(word.key))
        rest[word.start : word.end] = " " * (word.end - word.start)
    return names, "".join(rest)


def within_story(told: Mapping[str, Sequence[Told]]) -> tuple[dict[str, list[Told]], dict[str, float]]:
    """Return the sentences of a story with less weight on what many of them have: in a story, its names say little.

    With them the factor of each term, for damping what else is compared with them.
    """
    factors = _damping([one for sentences in told.values() for one in sentences])
    return {article: [damp(one, factors) for one in sentences] for article, sentences in told.items()}, factors


def _damping(every: Sequence[Told]) -> dict[str, float]:
    """Return a factor for each term, 1 for one of a single sentence: the inverse document frequency in the story."""
    counts = Counter(term for one in every for term in (*one.terms, *one.own))
    whole = math.log(1 + len(every))
    return {term: math.log(1 + len(every) / count) / whole for term, count in counts.items()}


def damp(one: Told, factors: Mapping[str, float]) -> Told:
    """Return `one` with each term's weight times its factor; 1 for a term that has none."""
    return replace(
        one,
        terms={term: weight * factors.get(term, 1.0) for term, weight in one.terms.items()},
        own={term: weight * factors.get(term, 1.0) for term, weight in one.own.items()},
    )


def says(sentence: Told, point: Told) -> float:
    """Return how sure it is that `sentence` says what `point` says: from 1 it does."""
    english = not sentence.ukrainian and not point.ukrainian
    mine, theirs = (point.own, sentence.own) if point.own and sentence.own else (point.terms, sentence.terms)
    words = {term: weight for term, weight in mine.items() if term not in point.names | sentence.names}
    if len(words.keys() & theirs.keys()) < min(LEAST_SHARED, len(words)) or _share(words, theirs) < LEAST_OF_WORDS:
        return 0.0
    return shared_share(point, sentence) / (SAME if english else SAME_ACROSS)


def shared_share(point: Told, other: Told) -> float:
    """Return which share of the weight of `point` the sentence `other` has, 0 to 1."""
    if point.own and other.own:
        return _share(point.own, other.own)
    return _share(point.terms, other.terms)


def _share(wanted: dict[str, float], there: dict[str, float]) -> float:
    total = sum(wanted.values())
    return sum(weight for term, weight in wanted.items() if term in there) / total if total > 0 else 0.0


def _weight(view: str, term: str) -> float:
    return information(term_id(view, term))


def likeness(told: Sequence[Told]) -> npt.NDArray[np.float32]:
    """Return the cosine of every sentence to every other, by the terms across languages. Shape: (told, told)."""
    columns: dict[str, int] = {}
    for one in told:
        for term in one.terms:
            columns.setdefault(term, len(columns))
    rows = np.zeros((len(told), max(1, len(columns))), dtype=np.float32)
    for row, one in enumerate(told):
        rows[row, [columns[term] for term in one.terms]] = list(one.terms.values())
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    cosines: npt.NDArray[np.float32] = rows @ rows.T
    return cosines
