"""Why a pair is not fit to learn from: one rule after another, the first that objects gives the reason.

Every threshold was set on our parallel corpus, where almost nothing may be thrown out, and read against what the rule
throws out of public localisation text; see docs/training.md for the counts.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import regex

from pipeline.corpus.digits import numbers_disagree
from pipeline.corpus.overlap import Overlap, fingerprint
from pipeline.corpus.pair import Pair
from pipeline.text.language import detect_language

REASONS = (
    "no letters",
    "too long",
    "wrong script",
    "wrong direction",
    "copied",
    "wrong language",
    "length ratio",
    "numbers differ",
    "duplicate",
    "in a test set",
)

_MAX_CHARACTERS = 1500
_MIN_CYRILLIC = 0.35  # of the letters: a Ukrainian sentence may list Facebook, Instagram, TikTok
_MIN_LATIN = 0.9  # an English one has no reason to hold Cyrillic
_MIN_CHARACTERS_FOR_LANGUAGE = 60  # below, even a good detector guesses
_MIN_CONFIDENCE = 0.85
_RUSSIAN_LETTERS = 2  # without one of і ї є ґ beside them; one may be a slip
_MAX_LENGTH_RATIO = 2.2  # in characters, either way
_SHORT_CHARACTERS = 40  # below, a ratio says little (ЗСУ is Armed Forces of Ukraine)
_UKRAINIAN = regex.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = regex.compile(r"[ыэъёЫЭЪЁ]")
_ENGLISH = regex.compile(r"\b(?:the|of|and|to|is|are|for|that|with|was|you|this|it|be|as|by)\b")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LATIN = regex.compile(r"\p{Latin}")


class PairFilter:
    """The rules, and what they have to remember: the pairs seen before and the test sets."""

    def __init__(self, test_sets: Overlap) -> None:
        """Judge against `test_sets`."""
        self._seen: set[int] = set()
        self._test_sets = test_sets

    def reason(self, pair: Pair) -> str | None:
        """Return why `pair` is not fit, one of `REASONS`; None if it is. Duplicates are those of pairs asked before."""
        for rule in _RULES:
            if found := rule(pair):
                return found
        key = fingerprint(pair.uk + "\t" + pair.en)
        if key in self._seen:
            return "duplicate"
        self._seen.add(key)
        return "in a test set" if self._test_sets.has(pair) else None


def script_shares(text: str) -> tuple[float, float]:
    """Return which shares of the letters of `text` are Cyrillic and Latin; zeros if there are none."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    letters = cyrillic + latin
    return (cyrillic / letters, latin / letters) if letters else (0.0, 0.0)


def _form(pair: Pair) -> str | None:
    if len(pair.uk) > _MAX_CHARACTERS or len(pair.en) > _MAX_CHARACTERS:
        return "too long"
    (uk_cyrillic, uk_latin), (en_cyrillic, en_latin) = script_shares(pair.uk), script_shares(pair.en)
    if uk_cyrillic + uk_latin == 0 or en_cyrillic + en_latin == 0:
        return "no letters"
    if uk_latin > 0.5 and en_cyrillic > 0.5:
        return "wrong direction"
    if pair.uk == pair.en:
        return "copied"
    if uk_cyrillic < _MIN_CYRILLIC or en_latin < _MIN_LATIN:
        return "wrong script"
    return None


def _length(pair: Pair) -> str | None:
    shorter, longer = sorted((len(pair.uk), len(pair.en)))
    if longer < _SHORT_CHARACTERS:
        return None
    return "length ratio" if longer > _MAX_LENGTH_RATIO * shorter else None


def _numbers(pair: Pair) -> str | None:
    return "numbers differ" if numbers_disagree(pair.uk, pair.en) else None


def _language(pair: Pair) -> str | None:
    if len(_RUSSIAN.findall(pair.uk)) >= _RUSSIAN_LETTERS and not _UKRAINIAN.search(pair.uk):
        return "wrong language"
    for text, expected in ((pair.uk, "uk"), (pair.en, "en")):
        if len(text) < _MIN_CHARACTERS_FOR_LANGUAGE or _is_plainly(expected, text):
            continue
        found, confidence = detect_language(text)
        if found != expected and confidence >= _MIN_CONFIDENCE:
            return "wrong language"
    return None


def _is_plainly(language: str, text: str) -> bool:
    """Answer for nine texts of ten in a tenth of the time that asking the detector takes."""
    if language == "uk":
        return not _RUSSIAN.search(text) and len(_UKRAINIAN.findall(text)) > len(text) // 60
    return len(_ENGLISH.findall(text)) > len(text) // 40


_RULES: Sequence[Callable[[Pair], str | None]] = (_form, _length, _numbers, _language)


def kept(pairs: Iterable[Pair], rules: PairFilter, on_dropped: Callable[[Pair, str], None]) -> Iterator[Pair]:
    """Yield the pairs to which no rule objects; the others are given to `on_dropped` with the reason."""
    for pair in pairs:
        if reason := rules.reason(pair):
            on_dropped(pair, reason)
        else:
            yield pair
