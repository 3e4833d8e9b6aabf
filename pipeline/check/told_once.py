"""Faults that two checks find, told once: the number in a designation is part of a name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.check.names import CHECK as NAMES
from pipeline.check.numbers import CHECK as NUMBERS
from pipeline.records import Finding


def told_once(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings without the numbers that are part of a name with a finding of its own, in the same order.

    Example: where "Бук-М2" became "anti-400", the name is missing and М2 is otherwise. What is told is the name, which
    says what belongs there, at the place that the number shows, and as gravely as the graver of the two.
    """
    names = [one for one in findings if one.check == NAMES and one.source_span]
    parts = {id(one): [two for two in findings if two.check == NUMBERS and _is_part(two, one)] for one in names}
    left_out = {id(number) for numbers in parts.values() for number in numbers}
    return [_with(one, parts.get(id(one), ())) for one in findings if id(one) not in left_out]


def _is_part(number: Finding, name: Finding) -> bool:
    if number.source_span is None or name.source_span is None:
        return False
    return name.source_span[0] <= number.source_span[0] and number.source_span[1] <= name.source_span[1]


def _with(name: Finding, numbers: Iterable[Finding]) -> Finding:
    for number in numbers:
        name = replace(
            name,
            severity="error" if number.severity == "error" else name.severity,
            confidence=max(name.confidence, number.confidence),
            target_span=name.target_span or number.target_span,
        )
    return name
