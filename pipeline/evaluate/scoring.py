"""Score one file of outputs: every metric with its interval and signature, as text, JSON and Markdown."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from pipeline.errors import InputError
from pipeline.evaluate.aligned import check_languages, check_order, check_shapes, read_texts
from pipeline.evaluate.fidelity import check_texts
from pipeline.records import TextLanguage
from pipeline.score.bootstrap import resampling
from pipeline.score.corpus_metrics import ALL_METRICS, FINDINGS
from pipeline.score.many_cores import many_cores
from pipeline.score.segment_statistics import Task, segment_statistics, signatures
from pipeline.score.significance import estimate


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One metric of a file, on the scale that tables show, with its 95% interval; without one for a single line."""

    metric: str
    name: str
    value: float
    low: float | None
    high: float | None
    n: int
    signature: str
    digits: int


def score_files(
    hypotheses: str, references: str, sources: str | None, task: Task, language: TextLanguage
) -> list[ScoreRow]:
    """Score the outputs in `hypotheses`, which are in `language` as their references are.

    With `sources` (Ukrainian for a translation, the articles for a summary) the last row says in how many outputs of a
    hundred our checks find something.
    Raises: InputError if the files do not belong together, saying what to do.
    """
    check_order(hypotheses, references, task)
    texts, meant = read_texts(hypotheses, "hypothesis"), read_texts(references, "reference")
    check_shapes(texts, meant, (hypotheses, references))
    files = {hypotheses: (texts, language), references: (meant, language)}
    read = []
    if sources:
        if task == "translation" and language == "uk":
            raise InputError("The checks are of translations into English. Leave --sources out for --language uk.")
        read = read_texts(sources, "source")
        if len(read) != len(texts):
            raise InputError(
                f"{sources} has {len(read)} lines and {hypotheses} has {len(texts)}: expected a source for each output."
            )
        files[sources] = (read, "uk" if task == "translation" else language)
    check_languages(files)
    metrics = ALL_METRICS if read else ALL_METRICS[:-1]
    counted = [metric.key for metric in ALL_METRICS[:-1]]
    with many_cores(len(texts)) as run:
        (statistics,) = segment_statistics([texts], meant, language, counted, run)
        found = check_texts(read, texts, task, language, run) if read else []
    signed = signatures(language, len(texts), resampling())
    if read:
        import numpy

        statistics[FINDINGS.key] = numpy.array([(float(one), 1.0) for one in found])
        signed[FINDINGS.key] = f"findings|n:{len(texts)}|{resampling()}|{_version()}"
    return [
        ScoreRow(m.key, m.heading, e.value, e.low, e.high, len(texts), signed[m.key], m.digits)
        for m, e in zip(metrics, estimate(metrics, statistics), strict=True)
    ]


def scores_text(rows: Sequence[ScoreRow]) -> str:
    """Return the rows for a terminal, the signatures beneath."""
    width = max(len(row.name) for row in rows)
    n = rows[0].n
    lines = [f"{n:,} outputs, with 95% intervals" if n > 1 else "1 output, too few for intervals"]
    lines += [f"{row.name:<{width}}  {_number(row.value, row):>6}  {_interval(row)}".rstrip() for row in rows]
    return "\n".join([*lines, "", *(row.signature for row in rows)])


def scores_markdown(rows: Sequence[ScoreRow]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| metric | score | 95% interval | signature |", "|---|--:|---|---|"]
    for row in rows:
        signature = row.signature.replace("|", "\\|")
        lines.append(f"| {row.name} | {_number(row.value, row)} | {_interval(row)} | `{signature}` |")
    return "\n".join(lines)


def scores_json(rows: Sequence[ScoreRow]) -> list[dict[str, object]]:
    """Return the rows for machines."""
    return [{key: value for key, value in asdict(row).items() if key != "digits"} for row in rows]


def _version() -> str:
    from pipeline import __version__

    return f"tezy:{__version__}"


def _number(value: float, row: ScoreRow) -> str:
    return f"{value:.{row.digits}f}"


def _interval(row: ScoreRow) -> str:
    return "" if row.low is None or row.high is None else f"{_number(row.low, row)} to {_number(row.high, row)}"
