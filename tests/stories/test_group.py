"""Articles on one event become one story, across languages, and nothing else does."""

import random

import numpy as np
import pytest

from pipeline.stories.by_terms import ByTerms, make_terms, merged
from pipeline.stories.cluster import cluster, connected
from pipeline.stories.comparison import Compared
from pipeline.stories.group import group
from pipeline.stories.table import from_bytes, to_bytes
from tests.stories.conftest import BREAD, BRIDGE, BRIDGE_RETOLD


@pytest.fixture
def grouped(glossary):
    def of(*briefs, earlier=()):
        articles = ByTerms(glossary)
        for brief in briefs:
            articles.add(brief)
        return group(len(briefs), articles.compare(list(map(to_bytes, earlier))))

    return of


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("second", [False, True])
def test_two_reports_of_an_event_are_one_story_in_any_languages(grouped, report, first, second):
    bridge, retold = report("a", BRIDGE, english=first), report("b", BRIDGE_RETOLD, english=second)
    assert grouped(bridge, report("c", BREAD), retold).stories == ((0, 2), (1,))


def test_a_weak_translation_does_not_part_what_names_and_numbers_join(grouped, report):
    garbled = [(uk, "The bladder of the getshots.") for uk, _ in BRIDGE_RETOLD]
    assert grouped(report("a", BRIDGE, english=True), report("b", garbled), report("c", BREAD)).stories[0] == (0, 1)


def test_days_between_two_reports_count_against_one_story(grouped, report):
    near, late = (grouped(report("a", BRIDGE), report("b", BRIDGE_RETOLD, date=f"2025-05-{d}")).odds for d in (11, 17))
    assert late[0] < near[0]


def test_the_order_of_the_input_changes_no_story(grouped, report):
    briefs = [report("a", BRIDGE), report("b", BRIDGE_RETOLD, english=True), report("c", BREAD)]
    stories = {frozenset(briefs[n].article.id for n in one) for one in grouped(*briefs).stories}
    mixed = briefs[::-1]
    assert {frozenset(mixed[n].article.id for n in one) for one in grouped(*mixed).stories} == stories


def test_a_story_of_an_earlier_night_is_found_again(grouped, report, glossary):
    before = merged([make_terms(report("a", BRIDGE, date="2025-05-09"), glossary)])
    other = merged([make_terms(report("d", BREAD, date="2025-05-09"), glossary)])
    found = grouped(report("b", BRIDGE_RETOLD, english=True), earlier=[other, before])
    assert found.stories == ((0,),)
    assert found.earlier == (1,)


def grouped_by(tonight, *pairs):
    first, second, odds = zip(*pairs, strict=True)
    return group(tonight, Compared(np.array(first), np.array(second), np.array(odds, dtype=np.float32)))


def test_an_earlier_story_goes_on_in_its_best_match_only_and_the_others_are_related_to_that():
    found = grouped_by(3, (0, 3, 1.0), (1, 3, 2.0), (2, 3, 0.5))
    assert found.earlier == (None, 0, None)
    assert found.related == ((1,), (0, 2), (1,))


def test_of_two_equal_matches_the_first_story_goes_on():
    assert grouped_by(2, (0, 2, 1.0), (1, 2, 1.0)).earlier == (0, None)


def test_two_halves_of_an_event_go_on_from_two_earlier_halves():
    found = grouped_by(2, (0, 2, 3.0), (0, 3, 2.5), (1, 2, 2.0), (1, 3, 1.0))
    assert found.earlier == (0, 1)
    assert found.related == ((1,), (0,))


def test_a_night_of_one_article_and_of_none(grouped, report):
    assert grouped(report("a", BREAD)).stories == ((0,),)
    assert grouped().stories == ()


def test_terms_survive_being_kept(report, glossary):
    terms = make_terms(report("a", BRIDGE), glossary)
    again = from_bytes(to_bytes(terms))
    assert again.language == "uk"
    assert again.day == terms.day
    assert all((a == b).all() for a, b in zip(again.ids, terms.ids, strict=True))
    assert all((a == b).all() for a, b in zip(again.weights, terms.weights, strict=True))


def test_an_article_takes_a_few_kilobytes(report, glossary):
    long = [(f"Слово{n} місто{n} Назва{n} {n}.", f"Word{n} town{n} Name{n} {n}.") for n in range(200)]
    assert len(to_bytes(make_terms(report("a", long), glossary))) < 6000


def test_one_article_between_two_stories_does_not_join_them():
    pairs = [(0, 1, 5.0), (2, 3, 5.0), (1, 2, 2.0)]
    assert cluster(4, pairs, -1.0) == [[0, 1], [2, 3]]


def test_clusters_do_not_depend_on_the_order_of_the_pairs():
    chance = random.Random(1)
    pairs = [(a, b, round(chance.uniform(-3, 3), 2)) for a in range(30) for b in range(a + 1, 30)]
    expected = cluster(30, pairs, -1.0)
    chance.shuffle(pairs)
    assert cluster(30, pairs, -1.0) == expected


def test_pairs_that_no_path_above_the_threshold_connects_change_no_cluster():
    chance = random.Random(2)
    pairs = [(a, b, chance.uniform(-4, 0)) for a in range(40) for b in range(a + 1, 40) if chance.random() < 0.2]
    part = connected(40, [(a, b) for a, b, odds in pairs if odds > -0.4])
    kept = [(a, b, odds) for a, b, odds in pairs if part[a] == part[b]]
    assert 0 < len(kept) < len(pairs)
    assert cluster(40, kept, -0.4) == cluster(40, pairs, -0.4)
