"""report.html: one page that a browser shows without asking anything of any network."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from pipeline.evaluate.comparison import Comparison, outputs_digest
from pipeline.evaluate.details import TaskDetails
from pipeline.evaluate.evaluation import TaskResult
from pipeline.evaluate.report_markdown import TITLES
from pipeline.evaluate.slices import SliceTable
from pipeline.evaluate.tables import Table, cost_table, fidelity_table, quality_table
from pipeline.evaluate.verdict import are_many, question, signed
from pipeline.evaluate.wins import MOST_EACH_WAY, SideBySide
from pipeline.render.neutral import neutralise
from pipeline.render.policy import content_policy
from pipeline.score.bootstrap import RESAMPLES, SEED
from pipeline.score.significance import LEVEL, TRIALS

TEMPLATES = Path(__file__).parent / "templates"

_WIDTH, _HEIGHT = 112, 18  # of a plot, in its own units


@dataclass(frozen=True, slots=True)
class _Task:
    """What the page shows of one task. `span` is how far from 0 the plots of its slices reach."""

    result: TaskResult
    title: str
    counted: str
    outputs: str
    written: str
    systems: tuple[str, ...]
    quality: Table
    fidelity: Table | None
    cost: Table | None
    slices: Sequence[SliceTable]
    examples: Sequence[SideBySide]
    signatures: Sequence[str]
    span: float


def report_page(comparison: Comparison, details: Sequence[TaskDetails]) -> str:
    """Return the content of report.html; `details` are of the comparison's results, in their order."""
    style, script = _part("report.css"), _part("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            policy=content_policy(style, script),
            style=Markup(style),  # ours, not scraped; escaped it would not be style any more
            script=Markup(script),
            title=question(comparison.results),
            plots=not are_many(comparison.results[0]),
            comparison=comparison,
            tasks=[_task(own) for own in details],
            level=LEVEL,
            resamples=f"{RESAMPLES:,}",
            trials=f"{TRIALS:,}",
            seed=SEED,
            most=MOST_EACH_WAY,
            signed=signed,
            plot=_plot,
            digest=outputs_digest,
        )
    )


def _task(details: TaskDetails) -> _Task:
    result = details.result
    translates, n = result.task == "translation", len(result.examples)
    counted = f"{n:,} {'sentences' if translates else 'articles'}"
    if translates and result.articles:
        counted += f" of {result.articles:,} articles"
    bounds = [abs(edge) for table in details.slices for s in table.slices for own in s.intervals if own for edge in own]
    return _Task(
        result=result,
        title=TITLES[result.task],
        counted=counted,
        outputs="Sentences" if translates else "Articles",
        written="en" if translates else result.language,
        systems=tuple(system.outputs.name for system in result.systems),
        quality=quality_table(result),
        fidelity=fidelity_table(result),
        cost=cost_table(result),
        slices=details.slices,
        examples=[one for own in details.examples for one in own],
        signatures=[result.signatures[m.key] for m in result.metrics if m.key in result.signatures],
        # A few tiny slices with huge intervals would press all others into a dot.
        span=sorted(bounds)[int(0.9 * (len(bounds) - 1))] if bounds else 1.0,
    )


def _plot(difference: float, interval: tuple[float, float], span: float) -> Markup:
    """Return a line for the interval and a dot for the difference, around a vertical 0."""

    def place(value: float) -> str:
        return f"{_WIDTH / 2 * (1 + max(-1.0, min(1.0, value / (span or 1.0))) * 0.94):.1f}"

    low, high = interval
    kind = "up" if low > 0 else "down" if high < 0 else ""
    middle = _HEIGHT / 2
    return Markup(
        '<svg viewBox="0 0 {w} {h}" class="{kind}" role="img" aria-label="{label}"><path class="axis" d="M{x0} 0V{h}"/>'
        '<path class="interval" d="M{x1} {m}H{x2}"/><circle cx="{x}" cy="{m}" r="3.2"/></svg>'
    ).format(
        w=_WIDTH,
        h=_HEIGHT,
        kind=kind,
        label=f"{signed(low)} to {signed(high)}",
        x0=place(0),
        x1=place(low),
        x2=place(high),
        x=place(difference),
        m=middle,
    )


@cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["shown"] = lambda text: "\n".join(neutralise(line) for line in str(text).split("\n"))
    return made


def _part(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")
