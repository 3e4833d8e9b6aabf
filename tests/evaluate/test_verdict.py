from dataclasses import replace

import numpy
import pytest

from pipeline.evaluate.cost import Cost, ModelFacts
from pipeline.evaluate.evaluation import Outputs, SystemResult, TaskResult
from pipeline.evaluate.example import Example
from pipeline.evaluate.verdict import number_of_articles, say_p, signed, verdicts
from pipeline.score.corpus_metrics import CHRF, share_metric
from pipeline.score.significance import Difference

NUMBERS = share_metric("findings:numbers", "numbers")
COST = Cost(96, 42.0, 1000.0, 10**8, "a machine")
N = 640


def difference(value, error, p):
    return Difference(value, value - 1.96 * error, value + 1.96 * error, error, p, p, p)


def result(differences, *, costs=(COST, COST), commercial=True, numbers=(30, 10), n=N):
    faulty = [numpy.array([(float(k < count), 1.0) for k in range(n)]) for count in numbers]
    facts = (ModelFacts({}), ModelFacts({}, commercial_use=commercial))
    systems = tuple(
        SystemResult(Outputs(name, name, (), own, cost), {}, {}, (), {"findings:numbers": column}, numpy.zeros(n))
        for name, own, cost, column in zip("AB", facts, costs, faulty, strict=True)
    )
    examples = tuple(Example(str(k), "", "", document=str(k // 10)) for k in range(n))
    return TaskResult("translation", "uk", examples, (CHRF, NUMBERS), systems, (differences,), {})


def test_the_sentence_of_the_manager():
    slow = replace(COST, texts_a_second=20.0)
    found = {"chrf": difference(1.8, 0.3, 0.0001), "findings:numbers": difference(-3.1, 0.5, 0.0001)}
    assert verdicts([result(found, costs=(COST, slow), commercial=False)]) == [
        "B is better than A for translation (chrF +1.8, p < 0.001, 640 sentences); it makes 3 times fewer number "
        "errors (30 to 10 sentences); it takes about 2.1 times as long; its licence forbids commercial use."
    ]


def test_a_small_sure_difference_is_no_reason_to_switch():
    (found,) = verdicts([result({"chrf": difference(0.1, 0.2, 0.6)})])
    assert found.startswith("No detectable difference in translation between B and A (chrF +0.1,")


def test_too_little_data_says_how_much_would_be_needed():
    (found,) = verdicts([result({"chrf": difference(0.8, 0.9, 0.4)})])
    # 640 x (2.802 x 0.9 / 1.0)^2 = 4,071 sentences; ten to an article.
    assert found.startswith(
        "Not enough data to tell about translation between B and A (chrF +0.8, interval −1.0 to +2.6"
    )
    assert "about 4,100 sentences from 410 articles would be needed" in found


def test_findings_that_may_be_chance_are_not_told():
    found = {"chrf": difference(1.8, 0.3, 0.0001), "findings:numbers": difference(-3.1, 2.0, 0.2)}
    assert "number errors" not in verdicts([result(found)])[0]


def test_one_example_has_no_verdict():
    assert verdicts([result({}, n=1, numbers=(0, 0))]) == ["Not enough data to tell about translation (1 sentence)."]


@pytest.mark.parametrize(("p", "text"), [(0.0001, "p < 0.001"), (0.0312, "p = 0.031"), (0.5, "p = 0.50")])
def test_p_values_are_printed_with_digits_that_count(p, text):
    assert say_p(p) == text


@pytest.mark.parametrize(("value", "text"), [(1.25, "+1.2"), (-0.51, "−0.5"), (0.04, "0.0"), (-0.01, "0.0")])
def test_differences_have_a_sign_unless_they_are_nothing(value, text):
    assert signed(value) == text


def test_sentences_of_no_article_need_no_number_of_articles():
    own = result({})
    assert number_of_articles(own, 1280) == 128
    assert number_of_articles(replace(own, examples=(Example("1", "", ""),)), 1280) == 0
