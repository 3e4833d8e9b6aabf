"""What `tezy corpus check` prints: counts by corpus, what the filters would drop, samples to read."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.corpus.filters import REASONS, PairFilter
from pipeline.corpus.pair import Pair
from pipeline.corpus.sample import Sample
from pipeline.corpus.survey import Survey

MAX_SAMPLES = 100
"""How many pairs `--samples` can ask for; of what is dropped for a reason, so many are held."""


@dataclass(slots=True)
class Report:
    """What was found in the pairs that went by."""

    survey: Survey = field(default_factory=Survey)
    dropped: dict[str, Counter[str]] = field(default_factory=dict)
    examples: dict[str, Sample] = field(default_factory=dict)
    malformed: list[str] = field(default_factory=list)

    def drop(self, pair: Pair, reason: str) -> None:
        """Count a pair that a filter objects to."""
        self.dropped.setdefault(pair.corpus, Counter())[reason] += 1
        self.examples.setdefault(reason, Sample(MAX_SAMPLES)).add(pair)

    @property
    def kept(self) -> int:
        """How many pairs no filter objects to."""
        return self.survey.pairs - sum(counts.total() for counts in self.dropped.values())


def examine(pairs: Iterable[Pair], rules: PairFilter) -> Report:
    """Put every pair through the filters and count."""
    report = Report()
    for pair in pairs:
        report.survey.add(pair)
        if reason := rules.reason(pair):
            report.drop(pair, reason)
    return report


def render(report: Report, samples: int) -> str:
    """Return the report as text: a table, the faults of whole corpora, `samples` pairs of each corpus and reason."""
    seen = [reason for reason in REASONS if any(counts[reason] for counts in report.dropped.values())]
    rows = [("corpus", "pairs", "English words", "kept", *seen)]
    for corpus, census in sorted(report.survey.corpora.items(), key=lambda item: -item[1].pairs):
        dropped = report.dropped.get(corpus, Counter())
        kept = census.pairs - dropped.total()
        counts = [f"{dropped[reason]:,}" if dropped[reason] else "" for reason in seen]
        rows.append((corpus, f"{census.pairs:,}", f"{census.english_words:,}", f"{kept:,}", *counts))
    lines = [*table(rows), "", f"{report.kept:,} of {report.survey.pairs:,} pairs would be kept."]
    if report.malformed:
        lines += [f"{len(report.malformed):,} places hold no pair, the first: {report.malformed[0]}"]
    faults = report.survey.faults() if report.survey.pairs else ["there is no pair in all this."]
    lines += [f"fault: {fault}" for fault in faults]
    if samples:
        kept_samples = {corpus: census.sample for corpus, census in report.survey.corpora.items()}
        lines += _samples(kept_samples, samples) + _samples(report.examples, samples, "dropped: ")
    return "\n".join(lines)


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows of cells as lines: the first column to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _samples(samples: Mapping[str, Sample], number: int, label: str = "") -> list[str]:
    lines: list[str] = []
    for name, sample in samples.items():
        lines += ["", f"{label}{name}"]
        for pair in sample.few(number):
            lines += [f"  {pair.place}", f"    {pair.uk}", f"    {pair.en}"]
    return lines
