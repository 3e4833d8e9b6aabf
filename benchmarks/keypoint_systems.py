"""What the key points are measured against: the first sentences, TextRank, LexRank, the best that could be chosen.

TextRank and LexRank are sumy's. They are given the words as stems of ours, function words left out, so that they know
Ukrainian; nothing of sumy is asked to split or stem, which it would need data from the network for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unittest.mock import patch

from pipeline.score.tezy_rouge.rouge import RougeLanguage, rouge
from pipeline.summarize import features
from pipeline.summarize.document import Document
from pipeline.summarize.extractive import choose
from pipeline.text.words import content_words

POINTS = 3


@dataclass(frozen=True)
class _Sentence:
    """A sentence in the form that sumy asks for."""

    rank: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Text:
    sentences: tuple[_Sentence, ...]


def body_of(document: Document) -> list[str]:
    """Return every sentence but the title."""
    return [sentence.text for sentence in document.sentences if sentence.role != "title"]


def lead_3(document: Document) -> list[str]:
    return body_of(document)[:POINTS]


def extractive(document: Document) -> list[str]:
    return [point.text for point in choose(document, POINTS)]


def uncut(document: Document) -> list[str]:
    """Return what the chooser chooses if no sentence is shortened, as the article has it."""
    with (
        patch.object(features, "compress", lambda text, _language: text),
        patch.object(features, "shortened", lambda _text, _language: ()),
    ):
        return extractive(document)


def text_rank(document: Document) -> list[str]:
    from sumy.summarizers.text_rank import TextRankSummarizer

    return _sumy(TextRankSummarizer(), document)


def lex_rank(document: Document) -> list[str]:
    """Return LexRank's sentences; where no two are alike enough to be linked, as in most short articles, the first."""
    from sumy.summarizers.lex_rank import LexRankSummarizer

    return _sumy(LexRankSummarizer(), document)


def oracle(document: Document, reference: Sequence[str], language: RougeLanguage) -> list[str]:
    """Return three sentences that score best: the best one, the one that adds most to it, and so on."""
    return _best(body_of(document), reference, language)


def cut_oracle(document: Document, reference: Sequence[str], language: RougeLanguage) -> list[str]:
    """Return the best three of the texts that the chooser chooses from."""
    return _best([candidate.text for candidate in features.find_candidates(document)], reference, language)


def _best(texts: Sequence[str], reference: Sequence[str], language: RougeLanguage) -> list[str]:
    wanted = "\n".join(reference)
    chosen: list[str] = []
    left = list(dict.fromkeys(texts))
    while left and len(chosen) < POINTS:
        best = max(left, key=lambda text: rouge("\n".join([*chosen, text]), wanted, language)["rouge1"])
        chosen.append(best)
        left.remove(best)
    return chosen


def _sumy(summarizer: Callable[[_Text, int], Sequence[_Sentence]], document: Document) -> list[str]:
    texts = body_of(document)
    told = tuple(_Sentence(rank, tuple(content_words(text, document.language))) for rank, text in enumerate(texts))
    return [texts[sentence.rank] for sentence in summarizer(_Text(told), POINTS)]
