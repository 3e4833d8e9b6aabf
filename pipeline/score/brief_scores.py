"""The scores of one article: each system's key points against the article's reference."""

from collections.abc import Mapping, Sequence

from pipeline.records import Score
from pipeline.score.reference import Reference, as_lines
from pipeline.score.tezy_rouge.rouge import METRICS, RougeLanguage, rouge, signature


def score_points(
    reference: Reference, systems: Mapping[str, Sequence[str]], language: RougeLanguage
) -> tuple[Score, ...]:
    """Score the key points of each system, written in `language` as the reference is.

    Returns: a score for each system and each of `METRICS`, in this order. A system without key points scores 0.
    Raises: ValueError if the reference has no word.
    """
    scores = []
    for system, points in systems.items():
        values = rouge(as_lines(list(points)), reference.text, language)
        for metric in METRICS:
            scores.append(
                Score(
                    metric=metric,
                    value=values[metric],
                    n=1,
                    signature=signature(metric, language, 1, details=reference_detail(reference.kind)),
                    system=system,
                    language=language,
                    reference=reference.kind,
                )
            )
    return tuple(scores)


def reference_detail(kind: str) -> str:
    """Return what a signature says of the reference's kind."""
    return f"ref:{kind.replace(' ', '-')}"
