"""What a digest holds, counted: for its masthead and for the subject of its mail."""

from dataclasses import dataclass

from pipeline.records import Brief


@dataclass(slots=True)
class Tally:
    """Counts over the briefs added so far. `points` are English key points, `to_check` findings above a mere note."""

    articles: int = 0
    translated: int = 0
    points: int = 0
    to_check: int = 0
    stories: int = 0

    def add(self, brief: Brief) -> None:
        """Count `brief` in."""
        self.articles += 1
        self.translated += bool(brief.translations)
        self.points += len(brief.points("en"))
        self.to_check += brief.to_check


def count(number: int, noun: str, plural: str = "") -> str:
    """Return `1 article`, `2 articles`, `1,200 articles`; `plural` where it is more than an s."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"
