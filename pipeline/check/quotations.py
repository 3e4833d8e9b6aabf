"""The check that what the source quotes is quoted in the translation, as much of it, and nothing else.

Compared within one sentence; a quotation that an earlier sentence opened or a later one closes must be open on the same
side in both languages. Names in quotation marks (газета «Дзеркало») may lose them, as English usage wants.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.check.alignment.links import Links, link_words
from pipeline.check.quotation_marks import Quotation, outer_quotations
from pipeline.check.quotation_pairs import MOST_COMPARED, pair_quotations, stands_in
from pipeline.check.quotation_shift import is_direct_speech, shift_confidence
from pipeline.records import Finding, Severity

CHECK = "quotations"

_SPOKEN_LINE = re.compile(r"\s*[—–-]\s")  # — Ми готові, — сказав він.
_INTERRUPTED = re.compile(r"[,.?!…]\s[—–-]\s")  # «Ми готові, — сказав він, — і чекаємо».
_MOST_NAME_WORDS = 5  # the longest name that lost its marks in our corpus, but for two
_SHOWN = 60


def check_quotations(source: str, target: str, *, sentence: int = 0) -> list[Finding]:
    """Compare the quotations of a sentence with those of its translation; nothing to report is an empty list.

    Never raises, whatever the texts.
    Example: check_quotations("«Ми готові», — сказав він.", "We are ready, he said.") finds a quotation without marks.
    """
    mine, theirs = outer_quotations(source), outer_quotations(target)
    if not mine and not theirs:
        return []
    if unbalanced := list(_open_ends(source, target, mine, theirs, sentence)):
        return unbalanced
    mine = [one for one in mine if one.is_whole]
    theirs = _joined(source, mine, [other for other in theirs if other.is_whole])
    links = link_words(source, target)
    pairs = pair_quotations(links, mine, theirs)
    findings = []
    for one, other in pairs[:MOST_COMPARED]:
        if confidence := shift_confidence(source, target, links, one, other):
            findings.append(_shifted(target, one, other, confidence, sentence))
    lost = _unpaired(mine, [one for one, _ in pairs])
    findings += [_lost(source, one, sentence) for one in lost if not _may_lose_marks(source, links, one)]
    if not _SPOKEN_LINE.match(source):
        findings += [_added(target, other, sentence) for other in _unpaired(theirs, [other for _, other in pairs])]
    return findings


def _unpaired(quotations: Sequence[Quotation], paired: Sequence[Quotation]) -> list[Quotation]:
    starts = {quotation.start for quotation in paired}
    return [quotation for quotation in quotations if quotation.start not in starts][:MOST_COMPARED]


def _open_ends(
    source: str, target: str, mine: Sequence[Quotation], theirs: Sequence[Quotation], sentence: int
) -> Iterator[Finding]:
    """Report marks without a partner on one side only."""
    for mark, beyond, verb in (("opened", "began before", "closes"), ("closed", "goes on after", "opens")):
        one = next((quotation for quotation in mine if not getattr(quotation, mark)), None)
        other = next((quotation for quotation in theirs if not getattr(quotation, mark)), None)
        if one and not other:
            message = f"in the source a quotation {beyond} this sentence, in the translation it does not"
        elif other and not one:
            message = f"the translation {verb} a quotation without its other mark: {_shown(target, other)}"
        else:
            continue
        yield _finding(message, "error", 0.95, one, other, sentence)


def _joined(source: str, mine: Sequence[Quotation], theirs: list[Quotation]) -> list[Quotation]:
    """Join the parts of a quotation that says within its marks who speaks; English closes and opens it again.

    «Ми готові, — сказав він, — і чекаємо». "We are ready," he said, "and waiting."
    """
    interrupted = sum(_INTERRUPTED.search(source, one.start, one.end) is not None for one in mine)
    joined: list[Quotation] = []
    for other in theirs:
        if joined and interrupted and len(theirs) > len(mine):
            joined[-1] = replace(joined[-1], end=other.end)
            interrupted -= 1
        else:
            joined.append(other)
    return joined


def _may_lose_marks(source: str, links: Links, one: Quotation) -> bool:
    """Say whether a quotation is a name, or a word used as one, that needs no marks in English."""
    inside = [i for i, word in enumerate(links.source) if stands_in(word, one)]
    if len(inside) > _MOST_NAME_WORDS or is_direct_speech(source, one) or _beside_colon(source, one):
        return False
    first = source[one.inner[0] : one.inner[0] + 2]  # «єОселя» too
    if any(character.isupper() or character.isdigit() or character.isascii() for character in first.strip()):
        return True
    return all(_is_named(links, i) for i in inside if links.source[i].is_content)


def _beside_colon(source: str, one: Quotation) -> bool:
    """Say whether a colon leads to the quotation, or from one that begins a headline: `«Ми йдемо»: як минула ніч`."""
    begins = not source[: one.start].strip()
    return source[: one.start].rstrip().endswith(":") or (begins and source.startswith(":", one.end))


def _is_named(links: Links, position: int) -> bool:
    """Say whether a word became a name in the translation: «шахедів», Shaheds."""
    return any(links.target[partner].is_capitalised for partner in links.partners[position] or ())


def _lost(source: str, one: Quotation, sentence: int) -> Finding:
    short = one.end - one.start < _SHOWN / 2
    message = f"the source quotes {_shown(source, one)}, the translation has no quotation marks for it"
    return _finding(message, "warning" if short else "error", 0.6 if short else 0.95, one, None, sentence)


def _added(target: str, other: Quotation, sentence: int) -> Finding:
    message = f"the translation quotes {_shown(target, other)}, the source does not"
    return _finding(message, "error", 0.9, None, other, sentence)


def _shifted(target: str, one: Quotation, other: Quotation, confidence: float, sentence: int) -> Finding:
    message = f"the marks of the quotation {_shown(target, other)} do not stand where the source's do"
    return _finding(message, "error" if confidence > 0.5 else "warning", confidence, one, other, sentence)


def _finding(
    message: str, severity: Severity, confidence: float, one: Quotation | None, other: Quotation | None, sentence: int
) -> Finding:
    return Finding(
        check=CHECK,
        sentence=sentence,
        message=message,
        severity=severity,
        confidence=confidence,
        source_span=(one.start, one.end) if one else None,
        target_span=(other.start, other.end) if other else None,
    )


def _shown(text: str, quotation: Quotation) -> str:
    shown = text[quotation.start : quotation.end]
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 2]}…{shown[-1]}"
