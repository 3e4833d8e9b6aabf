"""The table of a run: the mean of every system, metric, language and kind of reference, with its interval.

Keeps one float an article for each of these and the articles' ids, so that later two systems can be compared article by
article. What order the articles come in changes nothing.
"""

from array import array
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import cast

from pipeline.records import Language, ReferenceKind, Score
from pipeline.score.baselines import EXTRACTIVE, LEAD_3
from pipeline.score.bootstrap import confidence_interval, mean, resampling
from pipeline.score.brief_scores import reference_detail
from pipeline.score.table_text import render_markdown, render_text
from pipeline.score.tezy_rouge.rouge import METRICS, RougeLanguage, signature

_LANGUAGES = ("uk", "en")
_REFERENCES = ("key points", "lead", "title")


@dataclass(frozen=True, slots=True)
class _Cell:
    language: Language
    reference: ReferenceKind
    system: str
    metric: str

    def order(self) -> tuple[int, int, bool, str, int]:
        """Sort by language and reference, the run's own systems before the baselines."""
        return (
            _LANGUAGES.index(self.language),
            _REFERENCES.index(self.reference),
            self.system in (EXTRACTIVE, LEAD_3),
            self.system,
            METRICS.index(self.metric),
        )


@dataclass(slots=True)
class _Values:
    articles: list[str] = field(default_factory=list)
    values: "array[float]" = field(default_factory=lambda: array("d"))

    def by_article(self) -> dict[str, float]:
        return dict(sorted(zip(self.articles, self.values, strict=True)))


class ScoreTable:
    """The scores of a run, gathered article by article."""

    def __init__(self) -> None:
        self._cells: dict[_Cell, _Values] = {}

    def add(self, article_id: str, scores: Iterable[Score]) -> None:
        """Take in the scores of one article (see `score_points`). An article that is added twice counts once.

        Raises: ValueError for a score that is a mean already, or of another metric or language than the table's.
        """
        for score in scores:
            if score.n != 1 or score.reference is None:
                raise ValueError(f"expected the score of one article with the kind of its reference, got {score}.")
            if score.metric not in METRICS or score.language not in _LANGUAGES:
                raise ValueError(f"expected one of {METRICS} in Ukrainian or English, got {score}.")
            cell = _Cell(score.language, score.reference, score.system, score.metric)
            values = self._cells.setdefault(cell, _Values())
            values.articles.append(article_id)
            values.values.append(score.value)

    def per_article(self, language: Language, reference: ReferenceKind, system: str, metric: str) -> dict[str, float]:
        """Return the values of one cell by article id, in the order of the ids; empty if there are none."""
        values = self._cells.get(_Cell(language, reference, system, metric))
        return values.by_article() if values else {}

    def rows(self) -> tuple[Score, ...]:
        """Return the mean of each cell with its 95% interval and signature, in a fixed order."""
        return tuple(self._row(cell) for cell in sorted(self._cells, key=_Cell.order))

    def to_json(self) -> dict[str, object]:
        """Return the content of scores.json. The scores of single articles are in briefs.jsonl."""
        return {"scale": "F1 from 0 to 1", "interval": "95%", "rows": [asdict(row) for row in self.rows()]}

    def render_text(self) -> str:
        """Return the table for the end of a run; F1 x 100."""
        return render_text(self.rows())

    def render_markdown(self) -> str:
        """Return the table as Markdown; F1 x 100."""
        return render_markdown(self.rows())

    def _row(self, cell: _Cell) -> Score:
        values = list(self._cells[cell].by_article().values())
        interval = confidence_interval(values)
        language = cast(RougeLanguage, cell.language)
        return Score(
            metric=cell.metric,
            value=mean(values),
            n=len(values),
            signature=signature(cell.metric, language, len(values), details=_details(cell.reference)),
            system=cell.system,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            language=cell.language,
            reference=cell.reference,
        )


def _details(reference: ReferenceKind) -> str:
    return f"{reference_detail(reference)}|{resampling()}"
