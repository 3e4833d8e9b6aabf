"""Our formulas on sums of statistics against sacrebleu's own corpus scores and Google's rouge_score."""

import pytest
from rouge_score.rouge_scorer import RougeScorer
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from pipeline.score import corpus_metrics as metrics
from pipeline.score.many_cores import FEW, many_cores
from pipeline.score.segment_statistics import segment_statistics
from tests.evaluate.outputs import references, spoilt

SACREBLEU = (
    (metrics.BLEU, BLEU()),
    (metrics.CHRF, CHRF()),
    (metrics.CHRF_PLUS, CHRF(word_order=2)),
    (metrics.TER, TER()),
)
CORPORA = {
    "news": (spoilt(references(120), 0.3, 1), references(120)),
    "a short sentence": (["The council met."], ["The council met in Kyiv on Monday."]),
    "nothing in common": (["aaa bbb ccc ddd eee"], ["vvv www xxx yyy zzz"]),
    "a missing output": (["", "The council met on Monday."], ["One line.", "The council met on Monday in Lviv."]),
    "no output at all": ([""], ["The council met."]),
    "equal": (references(10), references(10)),
    "Ukrainian": (["Рада ухвалила бюджет у п'ятницю ввечері."], ["Рада ухвалила держбюджет у п'ятницю."]),
}


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize(("metric", "theirs"), SACREBLEU, ids=lambda one: getattr(one, "key", ""))
def test_scores_equal_those_of_sacrebleu(corpus, metric, theirs):
    hypotheses, meant = CORPORA[corpus]
    (counted,) = segment_statistics([hypotheses], meant, "en", [metric.key])
    ours = metric.score(counted[metric.key].sum(axis=0))
    assert float(ours) == pytest.approx(theirs.corpus_score(hypotheses, [meant]).score, abs=1e-9)


def test_the_mean_of_rouge_equals_that_of_rouge_score():
    hypotheses, meant = CORPORA["news"]
    (counted,) = segment_statistics([hypotheses], meant, "en", [metric.key for metric in metrics.ROUGE])
    scorer = RougeScorer(["rouge1", "rouge2", "rougeL", "rougeLsum"])
    theirs = [scorer.score(reference, hypothesis) for hypothesis, reference in zip(hypotheses, meant, strict=True)]
    for metric in metrics.ROUGE:
        mean = 100 * sum(score[metric.key].fmeasure for score in theirs) / len(theirs)
        assert float(metric.score(counted[metric.key].sum(axis=0))) == pytest.approx(mean)


def test_as_many_hypotheses_as_references_are_wanted():
    with pytest.raises(ValueError, match="got 1 and 2"):
        segment_statistics([["a"]], ["a", "b"], "en", ["bleu"])


def test_several_processes_count_as_one_does():
    hypotheses, meant = CORPORA["news"]
    with many_cores(FEW, processes=2) as run:
        (spread,) = segment_statistics([hypotheses * 5], meant * 5, "en", ["bleu", "ter"], run)
    (alone,) = segment_statistics([hypotheses * 5], meant * 5, "en", ["bleu", "ter"])
    assert all((spread[key] == alone[key]).all() for key in alone)
    assert len(alone["ter"]) == 600
