"""The tables of a report, cell by cell, for page and Markdown alike."""

from dataclasses import dataclass

from pipeline.evaluate.cost import Cost, ModelFacts
from pipeline.evaluate.evaluation import KIND_PREFIX, SystemResult, TaskResult
from pipeline.evaluate.verdict import say_p, signed
from pipeline.score.corpus_metrics import CorpusMetric
from pipeline.score.significance import Difference

UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a value, a smaller line beneath, and whether it is good or bad news or neither."""

    value: str
    note: str = ""
    news: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of each system: a metric's name, what it means, and a cell for each system."""

    name: str
    meaning: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A column for each system, a row for each thing told of it."""

    systems: tuple[str, ...]
    rows: tuple[Row, ...]


_DIRECTIONS = {1: "higher is better", -1: "lower is better", 0: "of output to reference"}


def quality_table(result: TaskResult) -> Table:
    """Return each system's scores with intervals, and how each of the others differs from the first."""
    metrics = [metric for metric in result.metrics if not metric.key.startswith(KIND_PREFIX)]
    return _metric_table(result, metrics)


def fidelity_table(result: TaskResult) -> Table | None:
    """Return the shares of outputs with findings of each kind that any system has, in percent; None if none has any."""
    found = {KIND_PREFIX + kind for system in result.systems for kind in system.kinds}
    metrics = [metric for metric in result.metrics if metric.key in found]
    return _metric_table(result, metrics) if metrics else None


def cost_table(result: TaskResult) -> Table | None:
    """Return what each system costs; None if no system was run here."""
    if not any(system.outputs.facts for system in result.systems):
        return None
    told = [_cost(result, system) for system in result.systems]
    rows = tuple(Row(name, "", tuple(own[name] for own in told)) for name in told[0])
    return Table(_names(result), rows)


def _metric_table(result: TaskResult, metrics: list[CorpusMetric]) -> Table:
    rows = []
    for metric in metrics:
        differences = (None, *(own.get(metric.key) for own in result.differences))
        pairs = zip(result.systems, differences, strict=True)
        cells = tuple(_score(system, metric, difference) for system, difference in pairs)
        rows.append(Row(metric.heading, _DIRECTIONS[metric.direction], cells))
    return Table(_names(result), tuple(rows))


def _names(result: TaskResult) -> tuple[str, ...]:
    return tuple(system.outputs.name for system in result.systems)


def _score(system: SystemResult, metric: CorpusMetric, difference: Difference | None) -> Cell:
    found = system.scores[metric.key]
    value = f"{found.value:.{metric.digits}f}"
    if difference is None:
        interval = "" if found.low is None else f"{found.low:.{metric.digits}f} to {found.high:.{metric.digits}f}"
        return Cell(value, interval)
    news = ""
    if difference.significant and metric.direction:
        news = "good" if difference.value * metric.direction > 0 else "bad"
    change = signed(difference.value, metric.digits)
    bounds = f"{signed(difference.low, metric.digits)} to {signed(difference.high, metric.digits)}"
    p = say_p(difference.p_corrected).replace(" ", "\N{NO-BREAK SPACE}")
    return Cell(value, f"{change} ({bounds}), {p}", news)


def _cost(result: TaskResult, system: SystemResult) -> dict[str, Cell]:
    cost, facts = system.outputs.cost, system.outputs.facts
    unit = "sentences" if result.task == "translation" else "articles"
    if not cost or not facts:
        elsewhere = Cell(UNKNOWN, "written elsewhere")
        names = (
            f"{unit} a second",
            "articles an hour",
            "tokens a second",
            "peak memory",
            "model size",
            "licence",
            "revision",
        )
        return dict.fromkeys(names, elsewhere)
    return {
        f"{unit} a second": Cell(f"{cost.texts_a_second:,.1f}", f"on {cost.texts} {unit}, {cost.machine}"),
        "articles an hour": Cell(_articles_an_hour(result, cost)),
        "tokens a second": Cell(f"{cost.tokens_a_second:,.0f}" if cost.tokens_a_second else UNKNOWN),
        "peak memory": Cell(f"{cost.peak_memory / 1e6:,.0f} MB"),
        "model size": Cell(f"{facts.size / 1e6:,.0f} MB" if facts.size else "no model"),
        "licence": Cell(
            facts.license or "none needed",
            "" if facts.commercial_use else "not for commercial use",
            "" if facts.commercial_use else "bad",
        ),
        "revision": Cell(facts.revision[:12] or "part of Tezy", _weights(facts)),
    }


def _articles_an_hour(result: TaskResult, cost: Cost) -> str:
    if result.task == "summary":
        return f"{cost.texts_a_second * 3600:,.0f}"
    if not result.articles:
        return UNKNOWN
    return f"{cost.texts_a_second * 3600 * result.articles / len(result.examples):,.0f}"


def _weights(facts: ModelFacts) -> str:
    weights = str(facts.identity.get("weights_sha256", ""))
    return f"weights {weights[:12]}" if weights else ""
