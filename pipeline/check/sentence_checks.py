"""All checks of a translated sentence, in one place."""

from collections.abc import Callable, Iterable

from pipeline.check.coverage import check_coverage
from pipeline.check.loops import check_loops
from pipeline.check.names import check_names
from pipeline.check.negation import check_negation
from pipeline.check.numbers import check_numbers
from pipeline.check.quotations import check_quotations
from pipeline.check.script import check_script
from pipeline.check.told_once import told_once
from pipeline.names.glossary import Glossary
from pipeline.records import Finding, Severity

GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
"""Lower is graver."""

_Check = Callable[..., list[Finding]]
_OF_TEXT: tuple[_Check, ...] = (check_script, check_loops, check_coverage)
_OF_FACTS: tuple[_Check, ...] = (check_numbers, check_quotations, check_negation)


def check_sentence(index: int, source: str, target: str, glossary: Glossary | None = None) -> tuple[Finding, ...]:
    """Run all checks on a Ukrainian sentence and its English translation; never raises, whatever the texts.

    Returns the findings, gravest first, each with `index` as its sentence; none if there is nothing to report. Where
    there is no English text at all, that is reported and nothing is compared. Without a glossary names are not checked.
    """
    findings: list[Finding] = []
    for check in _OF_TEXT:
        findings += check(source, target, sentence=index)
        if any(map(is_about_all, findings)):
            return tuple(findings)
    return tuple(gravest_first([*findings, *_of_facts(index, source, target, glossary)]))


def every_finding(source: str, target: str, glossary: Glossary | None = None) -> tuple[Finding, ...]:
    """Return what all checks find, also those that say nothing to a reader where there is no English text at all.

    For comparing one translation with another: a better one must not count as worse for being worth checking. Unless a
    finding `is_about_all`, it is what `check_sentence` returns.
    """
    of_text = [finding for check in _OF_TEXT for finding in check(source, target, sentence=0)]
    return tuple(gravest_first([*of_text, *_of_facts(0, source, target, glossary)]))


def _of_facts(index: int, source: str, target: str, glossary: Glossary | None) -> list[Finding]:
    findings = check_names(source, target, glossary, sentence=index) if glossary else []
    for check in _OF_FACTS:
        findings += check(source, target, sentence=index)
    return told_once(findings)


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order in which an editor should see them."""
    return sorted(findings, key=lambda finding: (GRAVITY[finding.severity], -finding.confidence))


def is_about_all(finding: Finding) -> bool:
    """Say whether there is no English text at all to compare: the checks of facts would have nothing to say."""
    return finding.severity == "error" and finding.source_span is None and finding.target_span is None
