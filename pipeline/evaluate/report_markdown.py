"""report.md: the comparison for a ticket or a mail."""

from collections.abc import Iterator, Sequence

from pipeline.evaluate.comparison import Comparison
from pipeline.evaluate.details import TaskDetails
from pipeline.evaluate.evaluation import TaskResult
from pipeline.evaluate.tables import Cell, Table, cost_table, fidelity_table, quality_table
from pipeline.evaluate.verdict import question, signed
from pipeline.evaluate.wins import SideBySide

TITLES = {"translation": "Translation", "summary": "Key points"}
SHOWN_EACH_WAY = 5
"""Of the wins and losses; the page has twenty."""


def report_markdown(comparison: Comparison, details: Sequence[TaskDetails]) -> str:
    """Return the content of report.md; `details` are of the comparison's results, in their order."""
    lines = [f"# {_safe(question(comparison.results))}", ""]
    lines += [f"**{sentence}**\n" for sentence in comparison.verdicts]
    for own in details:
        lines += _task(own)
    lines += ["## To repeat it", "", "```", comparison.command, "```", ""]
    lines.append(f"Data: {comparison.test_set.name}, sha256 `{comparison.test_set.digest}`")
    lines.append("Versions: " + ", ".join(f"{name} {version}" for name, version in comparison.versions.items()))
    lines += [f"`{signature}`" for result in comparison.results for signature in _used(result)]
    return "\n".join(lines) + "\n"


def _task(details: TaskDetails) -> Iterator[str]:
    result = details.result
    n, baseline = len(result.examples), result.systems[0].outputs.name
    articles = f" of {result.articles:,} articles" if result.task == "translation" and result.articles else ""
    yield f"## {TITLES[result.task]}: {n:,} {'sentences' if result.task == 'translation' else 'articles'}{articles}"
    yield f"\nDifferences are from {baseline}, with 95% intervals.\n"
    for heading, table in (
        ("", quality_table(result)),
        ("Findings, % of outputs", fidelity_table(result)),
        ("Cost", cost_table(result)),
    ):
        if table:
            yield f"### {heading}\n" if heading else ""
            yield from _table(table)
            yield ""
    yield from _slices(details)
    for system, found in zip(result.systems[1:], details.examples, strict=True):
        for kind, title in (("win", "Largest wins of"), ("loss", "Largest losses of")):
            own = [one for one in found if one.kind == kind][:SHOWN_EACH_WAY]
            if own:
                yield f"### {title} {_safe(system.outputs.name)}\n"
                for one in own:
                    yield from _example(one)


def _slices(details: TaskDetails) -> Iterator[str]:
    result = details.result
    for table in details.slices:
        names = [_safe(system.outputs.name) for system in result.systems]
        yield f"### By {table.heading} ({result.primary.heading})\n"
        yield "| | n | " + " | ".join(names) + " |"
        yield "|---|--:" + "|--:" * len(names) + "|"
        for own in table.slices:
            scores = [f"{own.scores[0]:.1f}"]
            for number, score in enumerate(own.scores[1:]):
                mark = " *" if own.beyond_chance[number] else ""
                scores.append(f"{score:.1f} ({signed(own.differences[number])}){mark}")
            yield f"| {_safe(own.label)} | {own.n:,} | " + " | ".join(scores) + " |"
        yield ""


def _example(one: SideBySide) -> Iterator[str]:
    yield f"- **{_safe(one.example.id)}** ({signed(one.gain)})"
    yield f"  - source: {_safe(one.example.source)}"
    yield f"  - reference: {_safe(one.example.reference)}"
    for side in one.sides:
        notes = f" [{_safe('; '.join(side.findings))}]" if side.findings else ""
        yield f"  - {_safe(side.system)}: {_safe(''.join(piece.text for piece in side.text))}{notes}"
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield "| | " + " | ".join(map(_safe, table.systems)) + " |"
    yield "|---" + "|---" * len(table.systems) + "|"
    for row in table.rows:
        meaning = f", {row.meaning}" if row.meaning else ""
        yield f"| {_safe(row.name)}{meaning} | " + " | ".join(map(_cell, row.cells)) + " |"


def _cell(cell: Cell) -> str:
    value = f"**{_safe(cell.value)}**" if cell.news else _safe(cell.value)
    return f"{value}<br>{_safe(cell.note)}" if cell.note else value


def _safe(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    for character in "\\`*_[]|#":
        text = text.replace(character, f"\\{character}")
    return " ".join(text.replace("<", "&lt;").split())


def _used(result: TaskResult) -> list[str]:
    return [result.signatures[m.key] for m in result.metrics if m.key in result.signatures]
