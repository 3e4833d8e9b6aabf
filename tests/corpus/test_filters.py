from pathlib import Path

import pytest

from pipeline.corpus.digits import numbers_disagree
from pipeline.corpus.filters import PairFilter
from pipeline.corpus.overlap import Overlap
from pipeline.corpus.pair import Pair
from pipeline.corpus.read import read_pairs
from tests.corpus.texts import pairs

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "news"


def reason(uk: str, en: str) -> str | None:
    return PairFilter(Overlap([])).reason(Pair(uk, en, "news", "here:1"))


def test_right_pairs_are_kept() -> None:
    rules = PairFilter(Overlap([]))
    assert [rules.reason(pair) for pair in pairs(50)] == [None] * 50


@pytest.mark.parametrize(
    ("uk", "en", "expected"),
    [
        ("2025", "2025", "no letters"),
        ("а" * 1600, "a" * 1600, "too long"),
        ("The council has met", "Рада зібралася", "wrong direction"),
        ("The council has met", "The council met", "wrong script"),
        ("Рада зібралася", "Рада has met", "wrong script"),
        ("Readme", "Readme", "copied"),
        ("Совет собрался и принял новый бюджет, объявил мэр.", "The council has met and decided.", "wrong language"),
        ("Рада зібралася й ухвалила рішення про новий бюджет.",
         "Rada miasta zebrała się i podjęła decyzję w sprawie nowego budżetu.", "wrong language"),
        ("Рада зібралася й ухвалила рішення про новий бюджет міста.", "The council has met.", "length ratio"),
        ("На ремонт виділили 45 мільйонів.", "For repairs 54 million were set aside.", None),
        ("На ремонт виділили 450 гривень.", "For repairs 540 hryvnias were set aside.", "numbers differ"),
    ],
)  # fmt: skip
def test_a_bad_pair_is_dropped_for_its_reason(uk: str, en: str, expected: str | None) -> None:
    assert reason(uk, en) == expected


def test_the_same_pair_with_other_case_and_punctuation_is_a_duplicate() -> None:
    rules = PairFilter(Overlap([]))
    assert rules.reason(Pair("Рада зібралася!", "The council has met.", "a", "a:1")) is None
    assert rules.reason(Pair("рада зібралася", "The Council has met", "b", "b:1")) == "duplicate"


def test_a_pair_with_one_side_in_a_test_set_is_dropped_but_a_common_phrase_is_not() -> None:
    test_set = [Pair("Рада схвалила бюджет на рік.", "The council approved a budget.", "test", "t:1")]
    test_set.append(Pair("Читати далі", "Read more", "test", "t:2"))
    rules = PairFilter(Overlap(test_set))
    assert (
        rules.reason(Pair("Рада схвалила бюджет на рік", "Budget for a year is approved", "a", "a:1"))
        == "in a test set"
    )
    assert rules.reason(Pair("Бюджет на рік схвалено", "the council approved a budget", "a", "a:2")) == "in a test set"
    assert rules.reason(Pair("Читати далі", "Read more", "a", "a:3")) is None


@pytest.mark.parametrize(
    ("uk", "en"),
    [
        ("Зібрали 4 700 тонн.", "They gathered 4,700 tons."),
        ("Зібрали 4\u00a0700,5 тонни.", "They gathered 4,700.5 tons."),
        ("Витратили 19,5 тисячі.", "They spent 19,500."),
        ("Зустріч 24.02.2022.", "The meeting of Feb. 24, 2022."),
        ("Початок о 18:30.", "It starts at 6:30 p.m."),
        ("Дві ракети з 13.", "2 missiles out of thirteen."),
        ("П'ятдесят євро.", "50 euros."),
        ("2 кімнати", "two rooms"),
    ],
)
def test_numbers_written_another_way_agree(uk: str, en: str) -> None:
    assert not numbers_disagree(uk, en)
    assert not numbers_disagree(en, uk)


@pytest.mark.parametrize(
    ("uk", "en"),
    [
        ("Загинули 27 людей.", "72 people died."),
        ("У 1997 році.", "In 1977."),
        ("Зафіксували 164 зіткнення.", "Clashes were recorded."),
        ("Зафіксували зіткнення.", "164 clashes were recorded."),
        ("Ціна 2,5 долара.", "The price is $3.5."),
    ],
)
def test_other_numbers_disagree(uk: str, en: str) -> None:
    assert numbers_disagree(uk, en)
    assert numbers_disagree(en, uk)


@pytest.mark.skipif(not GOLD.is_dir(), reason="our articles are not beside the checkout")
def test_of_our_own_articles_the_filters_drop_less_than_one_line_in_a_hundred() -> None:
    rules = PairFilter(Overlap([]))
    reasons = [rules.reason(pair) for pair in read_pairs(sorted(GOLD.glob("a*.txt")))]
    assert len(reasons) > 1000
    assert sum(found is not None for found in reasons) < len(reasons) / 100
