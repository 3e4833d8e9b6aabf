"""Which of two related stories is the later one: said only where days tell."""

from dataclasses import replace

import pytest

from pipeline.config_stories import StoriesConfig
from pipeline.stories.days import day_number
from pipeline.stories.sequence import order, span
from pipeline.stories.tell import story_article, tell_story
from tests.stories.conftest import BREAD, BRIDGE

NIGHT = day_number("2025-05-20")


@pytest.fixture
def story(report, glossary):
    def tell(pairs, *dates):
        briefs = [report(f"{number}{day}", pairs, english=True, date=day) for number, day in enumerate(dates)]
        articles = [story_article(brief) for brief in briefs]
        return tell_story(briefs, articles, StoriesConfig(), glossary, night="2025-05-20", latest=NIGHT)

    return tell


def test_reports_that_all_came_later_are_a_later_development_and_the_other_way_round(story):
    first, second = (span(story(BREAD, *days), NIGHT) for days in (("2025-05-10", "2025-05-11"), ("2025-05-12",)))
    assert (order(first, second), order(second, first)) == ("later", "earlier")


def test_reports_of_overlapping_days_are_neither(story):
    first, second = (
        span(story(BREAD, *days), NIGHT) for days in (("2025-05-10", "2025-05-12"), ("2025-05-11", "2025-05-13"))
    )
    assert order(first, second) == order(second, first) == ""


def test_a_day_that_the_earlier_story_names_after_the_others_report_leaves_it_open(story):
    bridge, bread = story(BRIDGE, "2025-05-10"), story(BREAD, "2025-05-11")  # buses cross the bridge on 12 May
    assert span(bridge, NIGHT).last == day_number("2025-05-12")
    assert order(span(bridge, NIGHT), span(bread, NIGHT)) == ""


def test_an_undated_story_is_later_by_the_days_that_it_names(story):
    undated, earlier, between = (
        span(story(*told), NIGHT) for told in ((BRIDGE, ""), (BREAD, "2025-05-10"), (BREAD, "2025-05-13"))
    )
    assert order(earlier, undated) == "later"
    assert order(undated, between) == "later"


def test_a_story_that_states_no_day_is_neither(story):
    dated, undated = span(story(BREAD, "2025-05-10"), NIGHT), span(story(BREAD, ""), NIGHT)
    assert order(dated, undated) == order(undated, dated) == ""


def test_a_day_after_the_night_is_no_day(story):
    assert span(story(BRIDGE, ""), day_number("2025-05-11")).first == 0


def test_a_story_that_goes_on_began_on_its_first_night(story):
    going_on = replace(story(BREAD, "2025-05-12"), day=3, since="2025-05-09")
    assert order(span(story(BREAD, "2025-05-10"), NIGHT), span(going_on, NIGHT)) == ""
