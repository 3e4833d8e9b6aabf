"""What an article is compared by: its terms, in six views, each a bag of weighted terms.

    words     stems of its English text, a Ukrainian article's in its translation
    bridge    the same for an English article; for a Ukrainian one what its words mean by the lexicon
    source    stems of its Ukrainian text
    letters   runs of four letters in the English headline and lead: what a weak translation still spells alike
    names     the words of names, as the glossary or a romanisation spells them, else as the English text does
    numbers   values, of dates the day and the month

The headline counts thrice, the lead twice. A translation may be poor; bridge, names and numbers of a Ukrainian article
come from its own text, so that they do not suffer from it.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import regex

from pipeline.check.alignment.lexicon import english_key, lexicon, ukrainian_key
from pipeline.check.quantities.find import find_quantities
from pipeline.names.english_words import english_words, word_key
from pipeline.names.find import find_unknown_names
from pipeline.names.glossary import Glossary
from pipeline.names.nominative import likely_nominative
from pipeline.names.romanise_ukrainian import romanise_ukrainian
from pipeline.names.ukrainian_words import ukrainian_words
from pipeline.records import Brief, Sentence, SentenceRole
from pipeline.text.stopwords import STOP_WORDS
from pipeline.text.words import content_words, words

VIEWS = ("words", "bridge", "source", "letters", "names", "numbers")
MAX_SENTENCES = 40
"""So much of a long article is read: news says what happened at the beginning."""

Bag = Mapping[str, float]

_ROLE_WEIGHT: Mapping[SentenceRole, float] = {"title": 3.0, "lead": 2.0}
_GRAM = 4
_MIN_NAME = 3
_SPELLING = regex.compile(r"(.)\1+|[iy]+(?=[aeou])|j")
_CAPITAL = regex.compile(r"(?<=[\p{L}\p{N},;:»”\"’')%-]\s[«“\"(]?)\p{Lu}[\p{L}\p{M}]{2,}")


def article_terms(brief: Brief, glossary: Glossary) -> dict[str, Bag]:
    """Return the bag of each view of `VIEWS`: each term with how often it occurs, on a logarithmic scale."""
    english, bridge, source, letters, names, numbers = _empty_bags()
    for sentence in brief.sentences[:MAX_SENTENCES]:
        weight = _ROLE_WEIGHT.get(sentence.role, 1.0)
        said = brief.english(sentence.index)
        keys = english_terms(said)
        _add(english, keys, weight)
        if sentence.index == 0 or sentence.role in _ROLE_WEIGHT:
            _add(letters, _grams(words(said)), weight)
        if brief.translations:
            _add(bridge, lexicon_terms(sentence.text), weight)
            _add(source, content_words(sentence.text, "uk"), weight)
            _add(names, ukrainian_names(sentence.text, glossary), weight)
            _add(numbers, number_terms(sentence.text, "uk"), weight)
        else:
            _add(bridge, keys, weight)
            _add(numbers, number_terms(said, "en"), weight)
    if not brief.translations:
        names = _english_names(brief.sentences[:MAX_SENTENCES])
    bags = (english, bridge, source, letters, names, numbers)
    return {
        view: {term: 1 + math.log(count) if count > 1 else count for term, count in bag.items()}
        for view, bag in zip(VIEWS, bags, strict=True)
    }


def _empty_bags() -> list[dict[str, float]]:
    return [defaultdict(float) for _ in VIEWS]


def english_terms(text: str) -> list[str]:
    """Return the stems of the words of an English text that carry meaning."""
    stop_words = STOP_WORDS["en"]
    return [english_key(word) for word in words(text) if word not in stop_words and len(word) > 1]


def lexicon_terms(text: str) -> list[str]:
    """Return English stems that translate the words of a Ukrainian text, if the lexicon is sure enough of them."""
    known, stop_words = lexicon(), STOP_WORDS["uk"]
    found: list[str] = []
    for word in words(text):
        meant = known.get(ukrainian_key(word)) if word not in stop_words else None
        if meant and len(meant) <= 3:
            found += sorted(meant)
    return found


def ukrainian_names(text: str, glossary: Glossary) -> list[str]:
    """Return the words of the names in a Ukrainian text as English spells them, folded."""
    own = ukrainian_words(text)
    mentions = glossary.matcher.find(text, own)
    found = [
        key
        for mention in mentions
        if mention.required
        for word in english_words(mention.entries[0].english)
        if word.capital and len(word.key) >= _MIN_NAME and (key := fold_name(word.key))
    ]
    for name in find_unknown_names(text, own, mentions):
        if name.certain or name.person or name.sort == "acronym":
            latin = name.word.key if name.sort == "latin" else romanise_ukrainian(likely_nominative(name.word.key))
            if len(latin) >= _MIN_NAME:
                found.append(fold_name(word_key(latin)))
    return found


def fold_name(key: str) -> str:
    """Return a name's word without what spellings of it differ in: Zhuravlyov, Zhuravliov; Oreshnyk stays apart."""
    folded: str = _SPELLING.sub(lambda match: match[1] or "", key.removesuffix("n") if key.endswith("ian") else key)
    return folded


def number_terms(text: str, language: str) -> list[str]:
    """Return the numbers of a text that are written in digits, by value; designations and dates with their kind."""
    found: list[str] = []
    for quantity in find_quantities(text, "uk" if language == "uk" else "en"):
        if quantity.certainty == "words":
            continue
        found += sorted({f"{key.kind[0]}{key.value}" for key in quantity.keys if key.kind != "many"})[:2]
    return found


def _english_names(sentences: Iterable[Sentence]) -> dict[str, float]:
    """Count words with a capital letter, those that begin a sentence only if they have it elsewhere too."""
    names: dict[str, float] = defaultdict(float)
    opening: list[tuple[str, float]] = []
    for sentence in sentences:
        weight = _ROLE_WEIGHT.get(sentence.role, 1.0)
        title = sentence.role in ("title", "heading")
        inside = {match.start() for match in _CAPITAL.finditer(sentence.text)} if not title else set()
        for word in english_words(sentence.text):
            if not word.capital or len(word.key) < _MIN_NAME or word.key[0].isdigit():
                continue
            key = fold_name(word.key)
            if word.start in inside or (word.text.isupper() and not title):
                names[key] += weight
            else:
                opening.append((key, weight))
    sure = set(names)
    for key, weight in opening:
        if key in sure:
            names[key] += weight
    return names


def _grams(found: Iterable[str]) -> Iterator[str]:
    for word in found:
        if word not in STOP_WORDS["en"]:
            padded = f"{word}_"
            yield from (padded[start : start + _GRAM] for start in range(max(1, len(padded) - _GRAM + 1)))


def _add(bag: dict[str, float], terms: Iterable[str], weight: float) -> None:
    for term in terms:
        bag[term] += weight
