"""All checks of a translated sentence, in one place."""

from collections.abc import Callable, Iterable

from pipeline.check.coverage import check_coverage
from pipeline.check.loops import check_loops
from pipeline.check.negation import check_negation
from pipeline.check.numbers import check_numbers
from pipeline.check.quotations import check_quotations
from pipeline.check.script import check_script
from pipeline.records import Finding, Severity

GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
"""Lower is graver."""

_Check = Callable[..., list[Finding]]
_IN_TURN: tuple[tuple[_Check, ...], ...] = (
    (check_script,),
    (check_loops, check_coverage),
    (check_numbers, check_quotations, check_negation),
)
"""Once a check finds that there is no English text at all, the later ones have nothing to compare."""


def check_sentence(index: int, source: str, target: str) -> tuple[Finding, ...]:
    """Run the checks on a Ukrainian sentence and its English translation; never raises, whatever the texts.

    Returns the findings, gravest first, each with `index` as its sentence; none if there is nothing to report.
    """
    findings: list[Finding] = []
    for checks in _IN_TURN:
        for check in checks:
            findings += check(source, target, sentence=index)
        if any(_is_about_all(finding) for finding in findings):
            break
    return tuple(gravest_first(findings))


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order in which an editor should see them."""
    return sorted(findings, key=lambda finding: (GRAVITY[finding.severity], -finding.confidence))


def _is_about_all(finding: Finding) -> bool:
    return finding.severity == "error" and finding.source_span is None and finding.target_span is None
