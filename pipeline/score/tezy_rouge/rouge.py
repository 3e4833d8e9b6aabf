"""ROUGE-1, ROUGE-2, ROUGE-L and ROUGE-Lsum of Ukrainian and English texts.

The counting is Google's `rouge_score`. What is ours is the tokeniser for Ukrainian, because Google's keeps `[a-z0-9]`
only: two equal Ukrainian sentences score 0 with it. English goes through Google's own tokeniser, so that its scores are
`rouge_score`'s to the last digit.

This module imports nothing of Tezy: `evaluate` copies it, with `tezy_rouge.py` beside it, to where it runs metrics.
"""

import functools
import importlib.metadata
import unicodedata
from typing import Any, Literal

import regex

VERSION = "1"
"""Goes up when a change of this module changes a score."""

METRICS = ("rouge1", "rouge2", "rougeL", "rougeLsum")

RougeLanguage = Literal["uk", "en"]

_FOLD = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "\N{COMBINING ACUTE ACCENT}": None})  # the last marks stress
_WORD = regex.compile(r"\p{L}+(?:'\p{L}+)*|\p{N}+")


class WordTokenizer:
    """The tokens of Ukrainian text, in the form `rouge_score` asks for; the same as `pipeline.text.words.words`."""

    def tokenize(self, text: str) -> list[str]:
        """Split `text` into words and runs of digits: NFC, lower case, every apostrophe as ', no stress marks."""
        folded = unicodedata.normalize("NFC", text).lower().translate(_FOLD)
        return [str(word) for word in _WORD.findall(folded)]


def rouge(hypothesis: str, reference: str, language: RougeLanguage, *, use_stemmer: bool = False) -> dict[str, float]:
    """Return the F1 of each of `METRICS`, from 0 to 1. Both texts hold a sentence or key point a line.

    Only ROUGE-Lsum looks at the lines: it joins the longest common subsequences that a line of the reference has with
    each line of the hypothesis. A hypothesis without a word scores 0.
    Raises: ValueError if the reference has no word, or if Ukrainian is to be stemmed.
    Source: Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004, section 3 for ROUGE-L.
    """
    scorer = _scorer(language, use_stemmer)
    scores = scorer.score(reference, hypothesis)
    # F1 is 0 for a reference without a token whatever the hypothesis is: the mean would sink and nobody would know.
    if not scorer._tokenizer.tokenize(reference):
        raise ValueError(f"the reference must have a word in it, got {reference[:80]!r}. Leave this pair out.")
    return {metric: float(scores[metric].fmeasure) for metric in METRICS}


def signature(metric: str, language: RougeLanguage, n: int, *, use_stemmer: bool = False, details: str = "") -> str:
    """Return what one needs to know to compute a score of `metric` again, in the manner of sacrebleu.

    `details` are further `key:value` pairs that the caller answers for, joined by `|`.
    """
    tokeniser = "google" if language == "en" else f"tezy-words-{VERSION}"
    parts = [metric, f"lang:{language}", f"tok:{tokeniser}", f"stem:{'porter' if use_stemmer else 'no'}", "refs:1"]
    parts += [f"n:{n}", details, f"rouge_score:{_rouge_score_version()}", f"tezy_rouge:{VERSION}"]
    return "|".join(part for part in parts if part)


@functools.cache
def _rouge_score_version() -> str:
    return importlib.metadata.version("rouge_score")


@functools.cache
def _scorer(language: RougeLanguage, use_stemmer: bool) -> Any:
    from rouge_score.rouge_scorer import RougeScorer

    if language == "en":
        return RougeScorer(list(METRICS), use_stemmer=use_stemmer)
    if language != "uk":
        raise ValueError(f"language must be 'uk' or 'en', got {language!r}.")
    if use_stemmer:
        raise ValueError("there is no stemmer for Ukrainian; scores are of surface forms. Leave use_stemmer out.")
    return RougeScorer(list(METRICS), tokenizer=WordTokenizer())
