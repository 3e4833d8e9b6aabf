"""What can be measured of a sentence that might become a key point, and the text it would have.

A sentence is worth the words of the editor's key points that it likely holds (`chances`), corrected by what `weights`
say of the sentence as a whole, less what its length costs.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from pipeline.records import Language, Sentence
from pipeline.summarize.chances import word_chances
from pipeline.summarize.compress import compress
from pipeline.summarize.cuts import shortened
from pipeline.summarize.document import Document
from pipeline.summarize.quotations import find_quoted, is_speakerless, outside_quotations, quoted_share
from pipeline.summarize.rules import is_first_person, is_unusable, opens_unresolved
from pipeline.summarize.weights import weights_of
from pipeline.text.words import content_words, words

USUAL_WORDS: Mapping[str, int] = {"uk": 15, "en": 20}
"""The length of a sentence in the news: the mean of the body sentences of our own corpus, rounded."""

_ENOUGH = 3  # names, commas: more say no more
_CUT_PRICE = 1.75
"""How many times its price a piece may be worth and still be cut: points that say the same in fewer words read better.

On the articles that are not held out ROUGE-1 is the same for 1 to 2; where all is cut that may be, it is 0.1 less.
"""
_NUMBER = regex.compile(r"\p{N}")
_SUM = regex.compile(
    r"(?i)\b(?:млн|млрд|тис|мільйон\p{L}*|мільярд\p{L}*|тисяч\p{L}*|гривен\p{L}*|гривн\p{L}+|долар\p{L}*|євро|грн|thousand"
    r"|million|billion|trillion|hryvnias?|dollars?|euros?)\b|[$€£]"
)
_CAPITALISED = regex.compile(r"(?<=[\p{L}\p{N},;:»”\"'’)%]\s[«“\"(]?)\p{Lu}")  # not the first word of the sentence

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that can be a key point.

    `text` is what would be printed, `vector` its content words, `chances` its words with the chance that an editor
    would use them, `features` what else is measured of it. It `comes_last` if it opens with a word that stands for
    something told before, or its writer speaks of himself.
    """

    sentence: Sentence
    text: str
    vector: Vector
    chances: Mapping[str, float]
    features: Mapping[str, float]
    comes_last: bool


def find_candidates(document: Document) -> list[Candidate]:
    """Return the sentences of a document that can be key points, measured, in the article's order."""
    language = document.language
    quoted = find_quoted(document.sentences)
    told = [sentence for sentence in document.sentences if sentence.role not in ("title", "heading")]
    counts = [Counter(content_words(sentence.text, language)) for sentence in told]
    found_in = Counter(word for count in counts for word in count)
    central = _relative(_centrality(_weighted(counts)))
    chances = word_chances(document, quoted)
    candidates = []
    for rank, sentence in enumerate(told):
        quotation = quoted[sentence.index]
        if is_unusable(sentence.text, language) or is_speakerless(sentence.text, quotation, language):
            continue
        text = _worth_printing(compress(sentence.text, language), language, chances)
        said, content = words(text), content_words(text, language)
        size = math.log(max(1, len(said)) / USUAL_WORDS.get(language, USUAL_WORDS["en"]))
        features = {
            "first": float(rank == 0),
            "early": 1 - rank / max(1, len(told) - 1),
            "central": central[rank],
            "size": size,
            "short": max(0.0, -size),
            "content": len(content) / USUAL_WORDS["uk"],
            "letters": len(text) / max(1, len(said)) / 10,
            "asides": min(_ENOUGH, text.count(",")) / _ENOUGH,
            "number": float(_NUMBER.search(text) is not None),
            "sum": float(_SUM.search(text) is not None),
            "names": min(_ENOUGH, len(_CAPITALISED.findall(text))) / _ENOUGH,
            "quotation": quoted_share(sentence.text, quotation),
            "shared": sum(found_in[word] > 1 for word in set(content)) / max(1, len(set(content))),
        }
        last = opens_unresolved(text, language) or is_first_person(
            outside_quotations(sentence.text, quotation), language
        )
        known = {word: chances.get(word, 0.0) for word in said}
        candidates.append(Candidate(sentence, text, dict(Counter(content)), known, features, last))
    return candidates


def _worth_printing(text: str, language: Language, chances: Mapping[str, float]) -> str:
    """Return the text without the pieces that may be cut and are likely to hold few words of an editor's."""
    price = _CUT_PRICE * weights_of(language).length
    for shorter in shortened(text, language):
        lost, kept = Counter(words(text)), Counter(words(shorter))
        gone = sum(chances.get(word, 0.0) for word in lost if word not in kept)
        if gone > price * (lost.total() - kept.total()):
            break
        text = shorter
    return text


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
