"""What can be measured of a sentence that might become a key point: numbers from 0 to about 1, weighed by `weights`."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from pipeline.records import Sentence
from pipeline.summarize.compress import compress
from pipeline.summarize.document import Document
from pipeline.summarize.quotations import find_quoted, is_speakerless, outside_quotations, quoted_share
from pipeline.summarize.rules import is_first_person, is_unusable, opens_unresolved
from pipeline.text.words import content_words, words

IDEAL_WORDS: Mapping[str, int] = {"uk": 15, "en": 20}
"""The length of a sentence in the news: the mean of the body sentences of our own corpus, rounded."""

_ENOUGH = 3  # names, commas: more say no more
_NUMBER = regex.compile(r"\p{N}")
_CAPITALISED = regex.compile(r"(?<=[\p{L}\p{N},;:»”\"’')%]\s[«“\"(]?)\p{Lu}")  # not the first word of the sentence

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that can be a key point: its text as it would be printed, its content words, and its features."""

    sentence: Sentence
    text: str
    vector: Vector
    features: dict[str, float]


def find_candidates(document: Document) -> list[Candidate]:
    """Return the sentences of a document that can be key points, measured, in the article's order."""
    language = document.language
    quoted = find_quoted(document.sentences)
    told = [sentence for sentence in document.sentences if sentence.role not in ("title", "heading")]
    counts = [Counter(content_words(sentence.text, language)) for sentence in told]
    vectors = _weighted(counts)
    central = _relative(_centrality(vectors))
    title = Counter(content_words(document.title, language))
    titled = _relative([cosine(count, title) for count in counts])
    candidates = []
    for rank, sentence in enumerate(told):
        quotation = quoted[sentence.index]
        if is_unusable(sentence.text, language) or is_speakerless(sentence.text, quotation, language):
            continue
        text = compress(sentence.text, language)
        size = math.log(max(1, len(words(text))) / IDEAL_WORDS.get(language, IDEAL_WORDS["en"]))
        features = {
            "first": float(rank == 0),
            "early": 1 - rank / max(1, len(told) - 1),
            "central": central[rank],
            "title": titled[rank],
            "short": max(0.0, -size),
            "long": max(0.0, size),
            "asides": min(_ENOUGH, text.count(",")) / _ENOUGH,
            "numbers": float(_NUMBER.search(text) is not None),
            "names": min(_ENOUGH, len(_CAPITALISED.findall(text))) / _ENOUGH,
            "quotation": quoted_share(sentence.text, quotation),
            "unresolved": float(opens_unresolved(text, language)),
            "first_person": float(is_first_person(outside_quotations(sentence.text, quotation), language)),
        }
        candidates.append(Candidate(sentence, text, dict(counts[rank]), features))
    return candidates


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two bags of words, 0 to 1; 0 if either is empty."""
    shared = sum(weight * other.get(word, 0) for word, weight in one.items())
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(weight**2 for weight in one.values()) * sum(weight**2 for weight in other.values()))


def _weighted(counts: Sequence[Counter[str]]) -> list[Vector]:
    """Weigh each word by how few sentences have it, so that a word in all of them makes none central."""
    found_in = Counter(word for count in counts for word in count)
    return [
        {word: times * math.log((len(counts) + 1) / found_in[word]) for word, times in count.items()}
        for count in counts
    ]


def _centrality(vectors: Sequence[Vector]) -> list[float]:
    """Return the sum of each sentence's cosines to all others, by way of their sum: the time is linear.

    Source: degree centrality of Erkan and Radev, "LexRank", JAIR 22, 2004, without a threshold.
    """
    units = [_unit(vector) for vector in vectors]
    total: Counter[str] = Counter()
    for unit in units:
        total.update(unit)
    return [sum(weight * (total[word] - weight) for word, weight in unit.items()) for unit in units]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight**2 for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()}


def _relative(values: Sequence[float]) -> list[float]:
    """Divide by the greatest, so that long and short articles compare."""
    greatest = max(values, default=0.0) or 1.0
    return [value / greatest for value in values]
