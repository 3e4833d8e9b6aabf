import random

import numpy
import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.significance import PairedTest

from pipeline.score import corpus_metrics as metrics
from pipeline.score.power import segments_needed
from pipeline.score.segment_statistics import segment_statistics
from pipeline.score.significance import compare, estimate, holm
from tests.evaluate.outputs import references, spoilt

BOTH = (metrics.BLEU, metrics.CHRF)
N = 200
MEANT = references(N)
ONE = spoilt(MEANT, 0.30, 1)
OTHER = [b if n % 3 == 0 else a for n, (a, b) in enumerate(zip(ONE, spoilt(MEANT, 0.34, 2), strict=True))]


def counted(texts, meant=None):
    return segment_statistics([texts], meant or MEANT, "en", [metric.key for metric in BOTH])[0]


@pytest.mark.parametrize(("test", "ours"), [("bs", "p_bootstrap"), ("ar", "p_randomisation")])
def test_p_values_agree_with_sacrebleus_paired_tests(test, ours):
    systems = [("one", ONE), ("other", OTHER)]
    theirs = PairedTest(systems, {"BLEU": BLEU(), "chrF2": CHRF()}, [MEANT], test_type=test, n_samples=1000)()[1]
    (found,) = compare(BOTH, counted(ONE), [counted(OTHER)])
    for difference, name in zip(found, ("BLEU", "chrF2"), strict=True):
        # Two estimates of p from 1,000 draws each differ by up to 4 standard errors of their difference.
        p = theirs[name][1].p_value
        noise = 4 * (2 * max(p, 0.005) * (1 - p) / 1000) ** 0.5
        assert getattr(difference, ours) == pytest.approx(p, abs=noise)


def test_intervals_agree_with_sacrebleus():
    theirs = BLEU(references=[MEANT]).corpus_score(ONE, None, n_bootstrap=1000)
    ours = estimate(BOTH, counted(ONE))[0]
    assert ours.value == pytest.approx(theirs.score)
    assert (ours.high - ours.low) / 2 == pytest.approx(theirs._ci, rel=0.15)


def test_equal_outputs_are_never_called_different():
    one = counted(ONE)
    for seed in range(200):
        (found,) = compare(BOTH, one, [one], seed=seed, trials=100)
        assert all(difference.p == 1 and difference.value == 0 for difference in found)


def test_two_copies_of_a_noisy_system_are_rarely_called_different():
    """Both draw each line's output from the same two: at most 5% of 200 pairs may differ, and chance above that."""
    lines = numpy.stack([counted(ONE)["chrf"], counted(spoilt(MEANT, 0.30, 3))["chrf"]])
    called = 0
    for seed in range(200):
        coins = numpy.random.default_rng(1000 + seed).integers(2, size=(2, N))
        one, other = ({"chrf": lines[own, numpy.arange(N)]} for own in coins)
        (found,) = compare([metrics.CHRF], one, [other], seed=seed, trials=500)
        called += found[0].significant
    assert called <= 19  # of 200 at 5%, 99.7% of the time


def test_two_percent_of_lines_shuffled_is_worse_on_a_thousand_lines():
    meant = references(1000)
    good = spoilt(meant, 0.3, 4)
    moved = random.Random(5).sample(range(1000), 20)
    bad = list(good)
    for here, there in zip(moved, moved[1:] + moved[:1], strict=True):
        bad[here] = good[there]
    (found,) = compare(BOTH, counted(good, meant), [counted(bad, meant)])
    assert all(difference.significant and difference.value < 0 for difference in found)


def test_the_same_seed_gives_the_same_digits():
    first, second = (compare(BOTH, counted(ONE), [counted(OTHER)], seed=7) for _ in range(2))
    assert first == second


def test_holm_corrects_step_by_step():
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])  # as R's p.adjust has it


def test_more_systems_are_corrected_for():
    other = counted(OTHER)
    alone = compare([metrics.CHRF], counted(ONE), [other])[0][0]
    among = compare([metrics.CHRF], counted(ONE), [other, counted(ONE), counted(ONE)])[0][0]
    assert among.p == alone.p
    assert among.p_corrected == pytest.approx(min(1, 3 * alone.p))


def test_one_segment_says_nothing_of_others():
    one = counted(ONE[:1], MEANT[:1])
    assert estimate(BOTH, one)[0].low is None
    with pytest.raises(ValueError, match="at least two"):
        compare(BOTH, one, [one])


def test_twice_the_standard_error_takes_four_times_the_segments():
    # Difference of one standard error: (1.960 + 0.842)^2 times as many as there are.
    assert segments_needed(100, 1.0, 1.0) == 786
    assert segments_needed(100, 2.0, 1.0) == pytest.approx(4 * 786, abs=4)
    assert segments_needed(100, 1.0, 0.0) is None
