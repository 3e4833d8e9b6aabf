"""The score table for people: plain text for the end of a run, Markdown for a page."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Score
from pipeline.score.tezy_rouge.rouge import METRICS

_HEADINGS = {"rouge1": "ROUGE-1", "rouge2": "ROUGE-2", "rougeL": "ROUGE-L", "rougeLsum": "ROUGE-Lsum"}
_LANGUAGES = {"uk": "Ukrainian", "en": "English"}
_REFERENCES = {"key points": "the site's own key points", "lead": "the lead", "title": "the title"}
_NO_SCORES = "No scores: no article had key points, a lead or a title of its own to compare with."


@dataclass(frozen=True, slots=True)
class _Group:
    """The rows of one language and one kind of reference: a line for each system, a score for each metric."""

    heading: str
    systems: tuple[tuple[str, tuple[Score, ...]], ...]

    @property
    def signature(self) -> str:
        """The signature that all scores of the group share, the metrics named together."""
        first = self.systems[0][1][0]
        return first.signature.replace(first.metric, "rouge1,2,L,Lsum", 1)


def render_text(rows: Sequence[Score]) -> str:
    """Return the table of a run's rows (see `ScoreTable.rows`) for a terminal of 80 columns; F1 x 100."""
    if not rows:
        return _NO_SCORES + "\n"
    width = max(len("system"), *(len(row.system) for row in rows))
    lines = ["Summaries: F1 x 100, mean and 95% interval"]
    for group in _groups(rows):
        lines += ["", group.heading, "  ".join([" " * width, *(f"{_HEADINGS[m]:<15}" for m in METRICS)]).rstrip()]
        for system, scores in group.systems:
            lines.append("  ".join([f"{system:<{width}}", *(f"{_cell(score):<15}" for score in scores)]).rstrip())
        lines.append(group.signature)
    return "\n".join(lines) + "\n"


def render_markdown(rows: Sequence[Score]) -> str:
    """Return the same as Markdown tables."""
    if not rows:
        return _NO_SCORES + "\n"
    lines = ["Summaries: F1 x 100, mean and 95% interval."]
    for group in _groups(rows):
        lines += ["", f"**{group.heading}**", "", "| system | " + " | ".join(_HEADINGS[m] for m in METRICS) + " |"]
        lines.append("|---" + "|--:" * len(METRICS) + "|")
        for system, scores in group.systems:
            lines.append(f"| {system.replace('|', chr(92) + '|')} | " + " | ".join(map(_cell, scores)) + " |")
        lines += ["", f"`{group.signature}`"]
    return "\n".join(lines) + "\n"


def _groups(rows: Iterable[Score]) -> Iterator[_Group]:
    for (language, reference, n), members in itertools.groupby(rows, lambda row: (row.language, row.reference, row.n)):
        by_system = itertools.groupby(members, lambda row: row.system)
        systems = tuple((system, tuple(scores)) for system, scores in by_system)
        articles = f"{n} article" if n == 1 else f"{n:,} articles"
        yield _Group(f"{_LANGUAGES[language]}, against {_REFERENCES[reference or 'title']}, {articles}", systems)


def _cell(score: Score) -> str:
    mean = f"{100 * score.value:.1f}"
    if score.low is None or score.high is None:
        return mean
    return f"{mean} {100 * score.low:.1f}–{100 * score.high:.1f}"
