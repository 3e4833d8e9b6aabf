"""How likely each word of an article stands in the key points that an editor would write: by where and how it is used.

Editors take up words of the headline and the first sentence, words that come again, names and numbers; seldom words
that only a quotation has. Source of the idea: Hong and Nenkova, "Improving the Estimation of Word
Importance for News Multi-Document Summarization", EACL 2014.
What it does not know: what a word means, or how common it is elsewhere.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.records import Sentence
from pipeline.summarize.document import Document
from pipeline.summarize.facts import find_names
from pipeline.summarize.quotations import Quoted, outside_quotations
from pipeline.summarize.weights import weights_of
from pipeline.text.words import content_words, words

_LONG_WORD = 12  # letters: longer says no more


def word_chances(document: Document, quoted: Mapping[int, Quoted]) -> dict[str, float]:
    """Return for each word of the body, as `words` gives it, the chance from 0 to 1 that the key points have it."""
    weights = weights_of(document.language).words
    chances = {}
    for word, features in word_features(document, quoted).items():
        odds = weights["any"] + sum(weights[name] * value for name, value in features.items())
        chances[word] = 1 / (1 + math.exp(-odds))
    return chances


def word_features(document: Document, quoted: Mapping[int, Quoted]) -> dict[str, dict[str, float]]:
    """Return what is measured of each word of the body; what is not named is 0."""
    told = [sentence for sentence in document.sentences if sentence.role not in ("title", "heading")]
    said = [words(sentence.text) for sentence in told]
    stems = {word: _stem(word, document) for sentence in said for word in sentence}
    in_sentences = Counter(word for sentence in said for word in set(sentence))
    stem_in_sentences = Counter(stem for sentence in said for stem in {stems[word] for word in sentence})
    first: dict[str, int] = {}
    for rank, sentence in enumerate(said):
        for word in sentence:
            first.setdefault(stems[word], rank)
    headline = set(words(document.title))
    headline_stems = set(content_words(document.title, document.language))
    names = {name for sentence in told for name in find_names(sentence.text)}
    spoken = _only_quoted(told, quoted)
    found = {}
    for word, count in in_sentences.items():
        stem = stems[word]
        if not stem:
            found[word] = {"function": 1.0, "function again": math.log(count), "function title": word in headline}
            continue
        found[word] = {
            "number": word.isdigit(),
            "letters": min(len(word), _LONG_WORD) / _LONG_WORD,
            "title": word in headline,
            "title stem": stem in headline_stems,
            "first": first[stem] == 0,
            "again": math.log(count),
            "stem again": math.log(stem_in_sentences[stem]),
            "late": first[stem] / max(1, len(told) - 1),
            "name": word in names,
            "quoted": word in spoken,
        }
    return found


def _stem(word: str, document: Document) -> str:
    """Return the stem of a word, empty if it is a function word."""
    return next(iter(content_words(word, document.language)), "")


def _only_quoted(told: Sequence[Sentence], quoted: Mapping[int, Quoted]) -> set[str]:
    everywhere = {word for sentence in told for word in words(sentence.text)}
    outside = {word for one in told for word in words(outside_quotations(one.text, quoted[one.index]))}
    return everywhere - outside
