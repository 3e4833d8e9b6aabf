import pytest

from pipeline.catalogue.find import find_model
from pipeline.check.sureness import check_sureness


def test_what_the_translator_was_unsure_of_is_marked():
    (finding,) = check_sureness(-0.9, -0.6, sentence=4)
    assert (finding.check, finding.sentence, finding.severity) == ("sureness", 4, "warning")
    assert finding.confidence == pytest.approx(0.8)
    assert finding.to_check


@pytest.mark.parametrize(("sureness", "unsure_below"), [(-0.6, -0.6), (-0.1, -0.6), (None, -0.6), (-5.0, None)])
def test_what_it_was_sure_of_or_nothing_is_known_of_is_not(sureness, unsure_below):
    assert check_sureness(sureness, unsure_below) == []


def test_the_bundled_translator_says_when_it_is_unsure():
    assert find_model("starter-uk-en", None).card.unsure_below == -0.6
