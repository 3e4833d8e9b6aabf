"""BLEU, chrF, chrF++, TER, ROUGE and shares, each as a function of sums: what makes resampling a matrix product.

A segment's *sufficient statistics* are a few counts (matches, lengths, edits); the score of a corpus is a function of
their sums over the segments. So the scores of 1,000 resamples come from one product of a matrix of draws with the
matrix of statistics. sacrebleu counts, and its formulas are repeated here for many sums at once; tests compare the two.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

CHRF_BETA = 2  # sacrebleu's default
CHAR_ORDER = 6
WORD_ORDER = 2  # of chrF++
BLEU_ORDER = 4


@dataclass(frozen=True, slots=True)
class CorpusMetric:
    """A metric of a whole corpus. `score` maps sums of statistics, *Shape* (..., columns), to scores, *Shape* (...).

    `direction` is 1 where more is better, -1 where less is, 0 where neither is (a length ratio). `digits` are those
    worth printing.
    """

    key: str
    heading: str
    direction: int
    columns: int
    score: "Callable[[Array], Array]"
    digits: int = 1


def bleu(sums: "Array") -> "Array":
    """Return BLEU from (hypothesis length, reference length, 4 matches, 4 totals), 0 to 100.

    Source: Papineni et al., 2002; smoothing `exp` as sacrebleu has it, for orders without a match.
    """
    import numpy

    lengths, correct, total = sums[..., :2], sums[..., 2 : 2 + BLEU_ORDER], sums[..., 2 + BLEU_ORDER :]
    missed = (correct == 0) & (total > 0)
    smoothing = 2.0 ** numpy.cumsum(missed, axis=-1)
    with numpy.errstate(divide="ignore", invalid="ignore"):
        precision = numpy.where(missed, 1 / (smoothing * total), correct / total)
        penalty = numpy.exp(numpy.minimum(0.0, 1 - lengths[..., 1] / lengths[..., 0]))
        score = 100 * penalty * numpy.exp(numpy.log(precision).mean(axis=-1))
    return numpy.where((correct.sum(axis=-1) > 0) & (total.min(axis=-1) > 0), score, 0.0)


def chrf(sums: "Array") -> "Array":
    """Return chrF, or chrF++ if the words' columns are there: (hypothesis, reference, match) an order, 0 to 100.

    Source: Popović, 2015 and 2017; orders that one side lacks do not count, as in sacrebleu.
    """
    import numpy

    hypothesis, reference, match = sums[..., 0::3], sums[..., 1::3], sums[..., 2::3]
    counts = (hypothesis > 0) & (reference > 0)
    orders = numpy.maximum(1, counts.sum(axis=-1))
    precision = numpy.where(counts, match / numpy.maximum(hypothesis, 1), 0.0).sum(axis=-1) / orders
    recall = numpy.where(counts, match / numpy.maximum(reference, 1), 0.0).sum(axis=-1) / orders
    factor = CHRF_BETA**2
    below = factor * precision + recall
    score: Array = 100 * (1 + factor) * precision * recall / numpy.where(below > 0, below, 1.0)
    return score


def _chrf_characters(sums: "Array") -> "Array":
    return chrf(sums[..., : 3 * CHAR_ORDER])


def ter(sums: "Array") -> "Array":
    """Return TER from (edits, reference words), in percent. Source: Snover et al., 2006, as sacrebleu counts."""
    import numpy

    edits, words = sums[..., 0], sums[..., 1]
    return numpy.where(words > 0, 100 * edits / numpy.maximum(words, 1e-9), 100.0 * (edits > 0))


def percent(sums: "Array") -> "Array":
    """Return 100 times the first column over the second: a mean of ROUGE, a share of segments."""
    import numpy

    return 100 * sums[..., 0] / numpy.maximum(sums[..., 1], 1e-9)


def _ratio(sums: "Array") -> "Array":
    return percent(sums) / 100


BLEU = CorpusMetric("bleu", "BLEU", 1, 2 + 2 * BLEU_ORDER, bleu)
CHRF = CorpusMetric("chrf", "chrF", 1, 3 * (CHAR_ORDER + WORD_ORDER), _chrf_characters)
CHRF_PLUS = CorpusMetric("chrf++", "chrF++", 1, 3 * (CHAR_ORDER + WORD_ORDER), chrf)
TER = CorpusMetric("ter", "TER", -1, 2, ter)
LENGTH_RATIO = CorpusMetric("length_ratio", "length", 0, 2, _ratio, digits=2)
FINDINGS = CorpusMetric("findings", "with findings, %", -1, 2, percent)
ROUGE = tuple(
    CorpusMetric(key, heading, 1, 2, percent)
    for key, heading in (
        ("rouge1", "ROUGE-1"),
        ("rouge2", "ROUGE-2"),
        ("rougeL", "ROUGE-L"),
        ("rougeLsum", "ROUGE-Lsum"),
    )
)

ALL_METRICS = (BLEU, CHRF, CHRF_PLUS, TER, *ROUGE, LENGTH_RATIO, FINDINGS)
QUALITY = {"translation": (CHRF, CHRF_PLUS, BLEU), "summary": (ROUGE[3], ROUGE[0], ROUGE[1], ROUGE[2])}
"""What a task is judged by; the first of each is the one that the verdict rests on.

Not TER: sacrebleu takes longer over it than over all else that a comparison does.
"""


def share_metric(key: str, heading: str) -> CorpusMetric:
    """Return the metric of the share of segments with something wrong in them, in percent."""
    return CorpusMetric(key, heading, -1, 2, percent)
