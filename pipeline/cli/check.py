"""`tezy check`: all checks on text that somebody else translated."""

import json
from collections import Counter
from collections.abc import Iterator

import click

from pipeline.cli.options import config_option, go_offline
from pipeline.cli.printable import printable
from pipeline.config import Config
from pipeline.errors import EXIT_DONE, EXIT_GATE, InputError
from pipeline.records import Finding


@click.command()
@click.argument("source")
@click.argument("target")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a finding, for machines.")
@config_option
@click.pass_context
def check(context: click.Context, source: str, target: str, as_json: bool, config: Config) -> None:
    """Check a translation line by line: SOURCE is Ukrainian, TARGET its English, a line for each line.

    Reports numbers, names, quotations and denials that do not agree, and what is left out, said twice, or not
    English. A line may hold a sentence or a paragraph. Exit status 3 if anything is an error; warnings leave it 0.

    \b
    tezy check article.uk article.en
    tezy check article.uk article.en --json | jq 'select(.severity == "error")'
    """
    go_offline()
    from pipeline.check.sentence_checks import check_sentence
    from pipeline.names.glossary import load_glossary

    counts: Counter[str] = Counter()
    pairs, glossary = _aligned(source, target), load_glossary(config.glossary)
    for number, (mine, theirs) in enumerate(pairs, start=1):
        findings = check_sentence(number - 1, mine, theirs, glossary) if mine.strip() or theirs.strip() else ()
        counts.update(finding.severity for finding in findings)
        counts["lines"] += bool(findings)
        for line in _json(number, findings) if as_json else _text(number, mine, theirs, findings):
            click.echo(line)
    click.echo(_summary(counts, len(pairs)), err=True)
    context.exit(EXIT_GATE if counts["error"] else EXIT_DONE)


def _aligned(source: str, target: str) -> list[tuple[str, str]]:
    """Return the lines of both files in pairs.

    Raises: InputError if a file cannot be read, or one has more lines than the other.
    """
    from pipeline.line_files import read_lines

    if source == target == "-":
        raise InputError("Only one of SOURCE and TARGET can be standard input. Give a file for the other.")
    with read_lines(source) as mine, read_lines(target) as theirs:
        lines, others = list(mine), list(theirs)
    if len(lines) != len(others):
        raise InputError(
            f"{source} has {len(lines)} lines and {target} has {len(others)}: expected as many, line for line. "
            "Align them first; an empty line stands for a sentence without a translation."
        )
    return list(zip(lines, others, strict=True))


def _json(number: int, findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        shown = {
            "line": number,
            "check": finding.check,
            "severity": finding.severity,
            "confidence": finding.confidence,
            "message": finding.message,
            "source_span": finding.source_span,
            "target_span": finding.target_span,
        }
        yield json.dumps(shown, ensure_ascii=False)


def _text(number: int, source: str, target: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    if findings:
        yield f"line {number}"
        yield printable(f"  uk  {source.strip()}")
        yield printable(f"  en  {target.strip()}")
    for finding in findings:
        yield printable(f"  {finding.severity}: {finding.message} ({finding.check})")


def _summary(counts: Counter[str], lines: int) -> str:
    found = ", ".join(_counted(counts[severity], severity) for severity in ("error", "warning") if counts[severity])
    return f"{found} in {counts['lines']} of {lines} lines" if found else f"nothing to report in {lines} lines"


def _counted(number: int, severity: str) -> str:
    return f"{number} {severity}" if number == 1 else f"{number} {severity}s"
