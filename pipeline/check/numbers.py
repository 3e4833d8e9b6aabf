"""The check that every number of the source is in the translation, and no other is.

Does not see two numbers that changed places within a sentence, unless their units did not.
"""

from collections.abc import Iterator, Sequence

from pipeline.check.quantities.find import find_quantities
from pipeline.check.quantities.matching import Matching, match_quantities
from pipeline.check.quantities.quantity import Quantity
from pipeline.check.quantities.units import CURRENCIES, DEGREE, PERCENT, POINT
from pipeline.records import Finding, TextLanguage

CHECK = "numbers"

_CONFIDENCE = {"digits": 0.98, "words": 0.95, "weak": 0.8}
_UNIT_CONFIDENCE = 0.9
_MOST_NUMBERS = 300  # of a sentence; comparing takes time with the square of it


def check_numbers(
    source: str,
    target: str,
    *,
    sentence: int = 0,
    source_language: TextLanguage = "uk",
    target_language: TextLanguage = "en",
) -> list[Finding]:
    """Compare the numbers of a sentence with those of its translation; nothing to report is an empty list.

    Counts, sums with magnitude and currency, shares, units, dates, times and designations are compared by value, in
    digits or words. Never raises, whatever the texts.
    Example: check_numbers("Загинуло 14 людей.", "It killed 40 people.") finds "source says 14, translation says 40".
    """
    found = find_quantities(source, source_language), find_quantities(target, target_language)
    return compare_quantities(*found, sentence=sentence)


def compare_quantities(source: Sequence[Quantity], target: Sequence[Quantity], *, sentence: int = 0) -> list[Finding]:
    """Report where the numbers of two texts differ; for texts that are read once and compared with several others."""
    source, target = source[:_MOST_NUMBERS], target[:_MOST_NUMBERS]
    matching = match_quantities(source, target)
    findings = [*_values(matching, sentence), *_units(matching, source, target, sentence)]
    return findings or list(_currencies(source, target, sentence))


def _values(matching: Matching, sentence: int) -> Iterator[Finding]:
    """Report numbers that are on one side only, a lost one together with the added one that stands for it."""
    added = [quantity for quantity in matching.added if quantity.certainty != "weak"]
    for lost in matching.lost:
        other = min(added, key=lambda quantity: _distance(lost, quantity), default=None)
        if lost.certainty == "weak":
            other = _misread(lost, matching.added)
            if other is None:
                continue
        if other in added:
            added.remove(other)
        yield _finding(lost, other, sentence)
    for quantity in added:
        yield _finding(None, quantity, sentence)


def _distance(lost: Quantity, added: Quantity) -> tuple[bool, bool]:
    kinds = {key.kind for key in lost.keys} & {key.kind for key in added.keys}
    return not kinds, lost.unit != added.unit


def _misread(lost: Quantity, added: Sequence[Quantity]) -> Quantity | None:
    """Return what a weak number became: another designation (S-400 for S-300), another ordinal or share.

    A weak number that is only left out is idiom, or a name, which is the business of names.
    """
    kinds = _counting_kinds(lost)
    weak = (quantity for quantity in added if quantity.certainty == "weak")
    return next((quantity for quantity in weak if kinds & _counting_kinds(quantity)), None)


def _counting_kinds(quantity: Quantity) -> set[str]:
    """Return "name" for a designation, else "number" if it is more or less than one."""
    kinds = {key.kind for key in quantity.keys}
    if "name" in kinds:
        return {"name"}
    return {"number"} if any(key.kind == "number" and key.value not in (0, 1) for key in quantity.keys) else set()


def _units(
    matching: Matching, source: Sequence[Quantity], target: Sequence[Quantity], sentence: int
) -> Iterator[Finding]:
    """Report numbers that agree but count something else: euros for hryvnias, a share that is none any more, frost."""
    for one, other in matching.pairs:
        if one.unit and other.unit:
            differ = one.unit != other.unit and other.unit != POINT
        elif one.unit == PERCENT:
            differ = True
        else:  # "from 40% to 60%" for "з 40 до 60%": a translation may repeat what the source says once
            differ = other.unit == PERCENT and not any(quantity.unit == PERCENT for quantity in source)
        if DEGREE in (one.unit, other.unit):
            differ |= {one.below_zero, other.below_zero} == {True, False}
        if differ:
            yield _finding(one, other, sentence, _UNIT_CONFIDENCE)


def _currencies(source: Sequence[Quantity], target: Sequence[Quantity], sentence: int) -> Iterator[Finding]:
    """Report a currency that only the translation names, if the source names another or the translation two."""
    of_source = {quantity.unit for quantity in source} & CURRENCIES
    strange = [quantity for quantity in target if quantity.unit in CURRENCIES - of_source]
    if strange and (of_source or len({quantity.unit for quantity in target} & CURRENCIES) > 1):
        instead = next((quantity for quantity in source if quantity.unit in CURRENCIES), None)
        yield _finding(instead, strange[0], sentence, _UNIT_CONFIDENCE)


def _finding(one: Quantity | None, other: Quantity | None, sentence: int, confidence: float | None = None) -> Finding:
    said = [f"source says {one.text}"] if one else []
    said += [f"translation says {other.text}"] if other else []
    if one is None or other is None:
        said.append("translation does not say it" if one else "source does not say it")
    certainties = [_CONFIDENCE[quantity.certainty] for quantity in (one, other) if quantity]
    return Finding(
        check=CHECK,
        sentence=sentence,
        message=", ".join(said),
        severity="error",
        confidence=confidence or min(certainties),
        source_span=(one.start, one.end) if one else None,
        target_span=(other.start, other.end) if other else None,
    )
