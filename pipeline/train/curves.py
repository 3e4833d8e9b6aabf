"""The curves of a training as a self-contained SVG: loss above, chrF below, steps from left to right."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.train.log import Record

_WIDTH, _PANEL_HEIGHT, _LEFT, _RIGHT, _TOP, _GAP = 760, 250, 60, 90, 46, 56
_STYLE = """
  svg { font: 12px system-ui, sans-serif; --paper: #fff; --ink: #222; --grid: #ddd; --one: #1f5fa8; --two: #c2410c }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #16181c; --ink: #ddd; --grid: #34383f; --one: #7db4f0; --two: #f2a06a }
  }
  .paper { fill: var(--paper) } text { fill: var(--ink) } .title { font-size: 15px; font-weight: 600 }
  .grid { stroke: var(--grid) } .one, .two { fill: none; stroke-width: 1.8; stroke-linejoin: round }
  .one { stroke: var(--one) } .two { stroke: var(--two) } text.one { fill: var(--one); stroke: none }
  text.two { fill: var(--two); stroke: none }
"""

Points = Sequence[tuple[float, float]]


def write_curves(path: Path, title: str, records: Sequence[Record]) -> None:
    """Draw the records of a training log to `path`. Nothing is drawn of a curve without points."""
    train = [(record["step"], record["loss"]) for record in records if record["kind"] == "train"]
    dev = [record for record in records if record["kind"] == "dev"]
    loss = _Panel(
        "loss, nats a token (training: with label smoothing)",
        [("training", train), ("dev", [(r["step"], r["loss"]) for r in dev])],
    )
    chrf = _Panel("chrF of greedy output, dev", [("", []), ("dev", [(r["step"], r["chrf"]) for r in dev])])
    last = max([record["step"] for record in records if record["kind"] in ("train", "dev")], default=1)
    height = 2 * (_TOP + _PANEL_HEIGHT) + _GAP
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<rect class="paper" width="{_WIDTH}" height="{height}"/>',
        f'<text class="title" x="{_LEFT}" y="24">{escape(title)}</text>',
        *loss.draw(_TOP, last),
        *chrf.draw(_TOP + _PANEL_HEIGHT + _GAP, last),
        "</svg>",
    ]
    part = path.with_name(f"{path.name}.part")
    part.write_text("\n".join(lines) + "\n", encoding="utf-8")
    part.replace(path)


class _Panel:
    """Two curves over the same steps, each named at its end."""

    def __init__(self, label: str, curves: Sequence[tuple[str, Points]]) -> None:
        self._label = label
        self._curves = curves

    def draw(self, top: int, last_step: int) -> list[str]:
        values = [value for _, points in self._curves for _, value in points if math.isfinite(value)]
        if not values:
            return []
        ticks = _ticks(min(values), max(values))
        low, high = ticks[0], ticks[-1]

        def across(step: float) -> float:
            return _LEFT + (_WIDTH - _LEFT - _RIGHT) * step / last_step

        def up(value: float) -> float:
            return top + _PANEL_HEIGHT - (_PANEL_HEIGHT - 24) * (value - low) / (high - low)

        lines = [f'<text x="{_LEFT}" y="{top + 12}">{escape(self._label)}</text>']
        for tick in ticks:
            lines.append(f'<path class="grid" d="M{_LEFT} {up(tick):.1f}H{_WIDTH - _RIGHT}"/>')
            lines.append(f'<text x="{_LEFT - 8}" y="{up(tick) + 4:.1f}" text-anchor="end">{tick:g}</text>')
        for tick in _ticks(0, last_step):
            if tick <= last_step:
                place = f'x="{across(tick):.1f}" y="{top + _PANEL_HEIGHT + 18}"'
                lines.append(f'<text {place} text-anchor="middle">{tick:,.0f}</text>')
        return lines + self._drawn(across, up)

    def _drawn(self, across: Callable[[float], float], up: Callable[[float], float]) -> list[str]:
        lines = []
        for style, (name, points) in zip(("one", "two"), self._curves, strict=True):
            if not points:
                continue
            way = "L".join(f"{across(step):.1f} {up(value):.1f}" for step, value in points)
            lines.append(f'<path class="{style}" d="M{way}"/>')
            step, value = points[-1]
            lines.append(f'<circle class="{style}" cx="{across(step):.1f}" cy="{up(value):.1f}" r="2.5"/>')
            place = f'x="{across(step) + 6:.1f}" y="{up(value) + 4:.1f}"'
            lines.append(f'<text class="{style}" {place}>{escape(name)} {value:.3g}</text>')
        return lines


def _ticks(low: float, high: float) -> list[float]:
    """Return four to ten round numbers from at most `low` to at least `high`."""
    span = max(high - low, abs(high) / 50, 1e-9)
    unit = 10.0 ** math.floor(math.log10(span))
    step = next(size * unit for size in (0.2, 0.25, 0.5, 1.0, 2.0) if span / (size * unit) <= 6)
    first = math.floor(low / step)
    count = max(1, math.ceil(high / step - 1e-9) - first)
    return [round((first + index) * step, 10) for index in range(count + 1)]
