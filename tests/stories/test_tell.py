"""What a story says of its event, and of where its sources disagree."""

from dataclasses import replace

import pytest

from pipeline.config_stories import ImportanceConfig, StoriesConfig, Topic
from pipeline.records import Finding
from pipeline.stories.sketch import fold, sketch
from pipeline.stories.tell import Earlier, story_article, tell_story
from tests.stories.conftest import BREAD, BRIDGE, BRIDGE_RETOLD


@pytest.fixture
def told(glossary):
    def of(*briefs, config=None, earlier=None, taken=(), night="2025-05-11"):
        articles = [story_article(brief) for brief in briefs]
        latest = 739_381  # 2025-05-11
        return tell_story(
            briefs,
            articles,
            config or StoriesConfig(),
            glossary,
            night=night,
            latest=latest,
            earlier=earlier,
            taken=taken,
        )

    return of


@pytest.fixture
def bridge(report):
    return report("a", BRIDGE), report("b", BRIDGE_RETOLD, english=True)


def test_the_headline_is_an_outlets_own_in_each_language(told, bridge):
    story = told(*bridge)
    assert story.english_headline == BRIDGE_RETOLD[0][1]
    assert story.ukrainian_headline == BRIDGE[0][0]


def test_without_a_title_the_first_sentence_is_the_headline(told, report):
    story = told(report("a", [("", ""), *BREAD[1:]][1:], english=True, points=()))
    assert story.english_headline


def test_a_point_that_both_say_names_both_and_where(told, bridge):
    story = told(*bridge)
    both = [point for point in story.points if len(point.sources) == 2]
    assert both
    assert {place.article for place in both[0].sources} == {"a", "b"}
    assert both[0].ukrainian


def test_figures_that_differ_are_told_with_their_sources(told, bridge):
    (figure,) = [one for one in told(*bridge).differences if one.kind == "number"]
    assert {claim.source.article: claim.text for claim in figure.claims} == {
        "a": "620 млн гривень",
        "b": "640 million hryvnias",
    }


def test_days_that_differ_are_told(told, bridge):
    (day,) = [one for one in told(*bridge).differences if one.kind == "date"]
    assert {claim.text for claim in day.claims} == {"2025-05-12", "2025-05-14"}


def test_the_same_figure_elsewhere_in_an_article_is_no_difference(told, report):
    retold = [*BRIDGE_RETOLD, ("Спершу планували 620 млн гривень.", "At first 620 million hryvnias were planned.")]
    story = told(report("a", BRIDGE), report("b", retold, english=True))
    assert not [one for one in story.differences if one.kind == "number"]


def test_spellings_that_differ_between_english_outlets_are_told(told, report):
    one = [*BRIDGE[:2], ("", "The mayor thanked engineer Zhuravlev for it.")]
    other = [*BRIDGE_RETOLD[:2], ("", "It was the work of engineer Zhuravlyov, he said.")]
    story = told(report("a", one, english=True), report("b", other, english=True))
    (name,) = [one for one in story.differences if one.kind == "name"]
    assert {claim.text for claim in name.claims} == {"Zhuravlev", "Zhuravlyov"}


def test_sources_that_agree_have_no_difference(told, report):
    assert told(report("a", BRIDGE), report("b", BRIDGE, english=True)).differences == ()


def test_the_timeline_is_in_order_and_names_its_sentences(told, report):
    days = [moment.day for moment in told(report("a", BRIDGE), report("b", BRIDGE_RETOLD, english=True)).timeline]
    assert days == ["2025-05-12", "2025-05-14"]


def test_the_brief_opens_with_english_reporting_and_says_nothing_twice(told, report):
    story = told(report("a", BRIDGE), report("b", BRIDGE, english=True))
    assert [passage.source.article for passage in story.brief] == ["b"] * 4
    assert story.brief[0].english == BRIDGE[1][1]


def test_a_long_brief_stops_between_120_and_250_words(told, report):
    text = [(f"Речення {n}.", f"Sentence {n} " + " ".join(f"w{n}x{m}" for m in range(18)) + ".") for n in range(40)]
    words = sum(len(passage.english.split()) for passage in told(report("a", text, english=True)).brief)
    assert 120 <= words <= 250


def test_a_sentence_that_a_check_doubts_is_marked_in_the_brief(told, report):
    brief = report("a", BRIDGE)
    findings = (Finding("numbers", 1, "", "error", 1.0), Finding("numbers", 2, "", "note", 1.0))
    marks = [passage.to_check for passage in told(replace(brief, findings=findings)).brief]
    assert marks[:2] == [1, 0]


def test_a_story_that_goes_on_keeps_its_id_and_counts_its_days(told, bridge):
    story = told(*bridge, earlier=Earlier("0123456789ab", "2025-05-09", "Bridge nearly ready"))
    assert (story.id, story.day, story.since) == ("0123456789ab", 3, "2025-05-09")
    assert story.before == "Bridge nearly ready"


def test_a_new_story_never_has_the_id_of_an_earlier_one_whose_article_came_in_again(told, bridge):
    first = told(*bridge)
    again, later = (told(*bridge, taken={first.id}, night=night) for night in ("2025-05-11", "2025-05-12"))
    assert len({first.id, again.id, later.id}) == 3
    assert told(*bridge, taken={first.id}).id == again.id


def test_importance_is_the_sum_of_reasons_that_can_be_read(told, bridge):
    story = told(*bridge)
    assert story.importance == pytest.approx(sum(one.value * one.weight for one in story.reasons), abs=0.002)
    sources = story.reasons[0]
    assert (sources.kind, sources.detail) == ("sources", ("a", "b"))
    assert "Chernihiv" in story.reasons[2].detail


def test_media_that_retell_one_another_are_one_source(told, report):
    one, other = (report(name, BRIDGE, cited_source="The Times") for name in "ab")
    assert told(one, other).reasons[0].detail == ("The Times",)


def test_a_topic_of_the_desk_moves_a_story_in_any_form_of_its_words(told, report):
    topic = Topic(name="Bread", words=["борошно", "bread"], weight=0.5)
    with_topic = StoriesConfig(topics=[topic])
    plain, moved = told(report("a", BREAD)), told(report("a", BREAD), config=with_topic)
    assert moved.importance == pytest.approx(plain.importance + 0.5)
    assert told(report("a", BRIDGE), config=with_topic).importance == told(report("a", BRIDGE)).importance


def test_a_topic_of_function_words_moves_no_story(told, report):
    with_topic = StoriesConfig(topics=[Topic(name="All", words=["про", "та"], weight=0.5)])
    assert told(report("a", BREAD), config=with_topic).importance == told(report("a", BREAD)).importance


def test_a_weight_of_zero_switches_a_reason_off(told, report):
    off = StoriesConfig(importance=ImportanceConfig(sources=0, recency=0, prominence=0, topics=0))
    assert told(report("a", BREAD), config=off).importance == 0


def test_a_story_is_put_into_the_section_of_its_words(told, report):
    sections = [Topic(name="Food", words=["хліб"]), Topic(name="Roads", words=["міст", "bridge"])]
    config = StoriesConfig(sections=sections)
    assert told(report("a", BREAD), config=config).section == "Food"
    assert told(report("a", BRIDGE), config=config).section == "Roads"
    assert told(report("a", BREAD), config=StoriesConfig(sections=[])).section == ""


def test_of_versions_of_one_text_the_newest_is_shown():
    text = " ".join(f"слово{n}" for n in range(200))
    updated, other = text + " додано речення про наслідки", " ".join(f"інше{n}" for n in range(200))
    assert fold([sketch(text), sketch(updated), sketch(other)], newest_first=[1, 0, 2]) == {1: [0], 2: []}


def test_a_key_point_that_a_check_doubts_is_marked(told, report):
    brief = report("a", BRIDGE)
    findings = (Finding("key points", 2, "", "error", 1.0, key_point=3), Finding("numbers", 1, "", "error", 1.0))
    marks = {point.english: point.to_check for point in told(replace(brief, findings=findings)).points}
    assert marks[BRIDGE[1][1]] == marks[BRIDGE[2][1]] == 1
