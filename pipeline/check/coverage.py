"""The check that the translation says all of the source: no sentence and no clause is left out, nothing breaks off.

What is missing shows in words that have no link and in a length that does not fit; both are added up as evidence, since
neither alone is enough. A clause of three words can be missing unseen, and so can a word.
"""

import math

from pipeline.check.alignment.links import Links, link_words
from pipeline.check.alignment.sentences import LENGTH_RATIO, LINKED, UNLINKED, VARIANCE, dropped_sentences
from pipeline.records import Finding
from pipeline.text.sentences import sentence_spans

CHECK = "coverage"

_CLAUSE_MISSING = 7.0
"""Log odds from which a clause is taken for missing.

Of the 8,539 lines in articles with odd numbers 22 are above, and 91% of those that a clause of five words or more was
taken from; at 6 it is 48 and 93%, at 8 it is 12 and 85%.
"""

_TOO_LONG = 4.0
"""Standard deviations above the usual length from which a translation is too long.

Length over length, characters, by length of the source; the smallest, 0.5%, 50%, 99.5% and largest of the same lines:
40 to 70: 0.62 0.67 1.10 1.52 1.88; 70 to 100: 0.68 0.77 1.07 1.46 1.57; 100 to 140: 0.54 0.79 1.07 1.40 1.58;
140 to 180: 0.72 0.79 1.04 1.32 1.48; 180 to 250: 0.86 0.86 1.06 1.29 1.37. None is above 3.3 deviations.
"""

_ABBREVIATION = 200.0  # characters squared: ЗСУ becomes "the Armed Forces of Ukraine" at any length
_ENDS = (".", "!", "?", "…")
_CLOSERS = " \t\"'»”“’)]"
_SHOWN = 60


def check_coverage(source: str, target: str, *, sentence: int = 0) -> list[Finding]:
    """Report what of the source the translation leaves out; nothing to report is an empty list.

    The source may be one sentence or a paragraph. Never raises, whatever the texts.
    """
    if not _says_anything(source):
        message = "the source says nothing, the translation does"
        return [Finding(CHECK, sentence, message, "error", 1.0)] if _says_anything(target) else []
    if not _says_anything(target):
        return [Finding(CHECK, sentence, "there is no translation", "error", 1.0)]
    links = link_words(source, target)
    spans = sentence_spans(source, "uk")
    if len(spans) > 1:
        left_out = dropped_sentences(links, spans, sentence_spans(target, "en"))
        findings = [_missing(source, spans[index], 0.9, sentence) for index in left_out]
    else:
        findings = _missing_clause(links, source, target, sentence)
    if not findings and _breaks_off(source, target):
        findings.append(Finding(CHECK, sentence, "the translation ends in the middle of a sentence", "warning", 0.7))
    if _excess(source, target, _ABBREVIATION) > _TOO_LONG:
        findings.append(Finding(CHECK, sentence, "the translation is much longer than the source", "warning", 0.7))
    return findings


def _missing_clause(links: Links, source: str, target: str, sentence: int) -> list[Finding]:
    """Add up the longest run of words without a link and how much too short the translation is."""
    excess = _excess(source, target)
    if excess >= 0:
        return []
    unlinked, span = _unlinked_run(links)
    evidence = unlinked + excess**2 / 2 - _CLAUSE_MISSING
    if evidence < 0:
        return []
    return [_missing(source, span, round(min(0.95, 0.6 + evidence / 20), 2), sentence)]


def _unlinked_run(links: Links) -> tuple[float, tuple[int, int]]:
    """Return the log odds of the run of words that most likely has no translation, and where it stands."""
    best, best_span = 0.0, (0, 0)
    current, start = 0.0, 0
    for word, partners in zip(links.source, links.partners, strict=True):
        if partners is None:
            continue
        if current <= 0:
            current, start = 0.0, word.start
        current -= LINKED if partners else UNLINKED
        if current > best:
            best, best_span = current, (start, word.end)
    return best, best_span


def _excess(source: str, target: str, allowance: float = 0.0) -> float:
    """Return by how many standard deviations the translation is longer than usual; below 0 it is shorter."""
    expected = LENGTH_RATIO * len(source)
    return (len(target) - expected) / math.sqrt(VARIANCE * max(1, len(source)) + allowance)


def _breaks_off(source: str, target: str) -> bool:
    return source.rstrip(_CLOSERS).endswith(_ENDS) and not target.rstrip(_CLOSERS).endswith(_ENDS)


def _says_anything(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _missing(source: str, span: tuple[int, int], confidence: float, sentence: int) -> Finding:
    text = source[slice(*span)]
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    where = f": {shown}" if shown else ""
    message = f"the translation leaves out part of the source{where}"
    return Finding(CHECK, sentence, message, "error", confidence, source_span=span if shown else None)
