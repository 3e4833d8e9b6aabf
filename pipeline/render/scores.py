"""The score table of a run, as a page shows it: a table for each language and kind of reference."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from pipeline.records import Score
from pipeline.render.tally import count

_LANGUAGES = {"uk": "Ukrainian", "en": "English"}
_REFERENCES = {"key points": "the site’s own key points", "lead": "the lead", "title": "the title"}
_METRICS = {"rouge1": "ROUGE-1", "rouge2": "ROUGE-2", "rougeL": "ROUGE-L", "rougeLsum": "ROUGE-Lsum"}


class ScoreTable(Protocol):
    """What the digest asks of the scores of a run."""

    def to_json(self) -> dict[str, object]:
        """Return the content of scores.json."""
        ...

    def rows(self) -> Sequence[Score]:
        """Return the means, sorted by language, reference, system."""
        ...

    def render_markdown(self) -> str:
        """Return the table as Markdown."""
        ...


@dataclass(frozen=True, slots=True)
class Cell:
    """A mean times 100, and its interval if there is one."""

    value: str
    interval: str


@dataclass(frozen=True, slots=True)
class Row:
    """One system's scores."""

    system: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One table: what it is about, its columns and rows, and how to compute it again."""

    caption: str
    metrics: tuple[str, ...]
    rows: tuple[Row, ...]
    signature: str


def group_scores(scores: Iterable[Score]) -> list[Group]:
    """Return the tables to show, in the order of the scores."""
    groups = []
    for (language, reference, n), members in groupby(scores, lambda score: (score.language, score.reference, score.n)):
        table = list(members)
        rows = [list(row) for _, row in groupby(table, lambda score: score.system)]
        against = _REFERENCES.get(reference or "", "an unknown reference")
        groups.append(
            Group(
                caption=f"{_LANGUAGES.get(language, language)}, against {against}, {count(n, 'article')}",
                metrics=tuple(_METRICS.get(score.metric, score.metric) for score in rows[0]),
                rows=tuple(Row(row[0].system, tuple(map(_cell, row))) for row in rows),
                signature=table[0].signature,
            )
        )
    return groups


def _cell(score: Score) -> Cell:
    interval = "" if score.low is None or score.high is None else f"{100 * score.low:.1f}–{100 * score.high:.1f}"
    return Cell(f"{100 * score.value:.1f}", interval)
