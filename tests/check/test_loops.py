import pytest

from pipeline.check.loops import check_loops


def messages(source, target):
    return [finding.message for finding in check_loops(source, target)]


@pytest.mark.parametrize(
    ("target", "phrase", "times"),
    [
        ("The city the city is without light.", "The city", 2),
        ("He said, he said, he said that it was over.", "He said", 3),
        ("The bridge was was open.", "was", 2),
        ("It was very very very very cold.", "very", 4),
        ("He came home. He came home.", "He came home", 2),
        (
            "Rain fell on the old town at dawn. Rain fell on the old town at dawn.",
            "Rain fell on the old town at dawn",
            2,
        ),
    ],
)
def test_what_is_said_several_times_in_a_row_is_reported(target, phrase, times):
    assert messages("Щось сталося.", target) == [f"the translation says “{phrase}” {times} times in a row"]


@pytest.mark.parametrize(
    "target",
    [
        "By then he had had enough.",
        "They know that that bridge is old.",
        "More and more and more of it leaks.",
        "After a strike on the training ground, Ground Forces moved.",
        "Prices rose by 1.1 percent to 4.4 billion.",
        "Step by step they came back.",
        "",
    ],
)
def test_what_english_says_twice_is_no_loop(target):
    assert messages("Щось сталося.", target) == []


def test_what_the_source_repeats_the_translation_may_repeat():
    assert messages("Так, так, так!", "Yes, yes, yes!") == []
    assert messages("Так, так!", "Yes, yes, yes, yes!")
    assert messages("Ханой — Ханой: учителька Тін Тін Хла", "Teacher Tin Tin Hla") == []


def test_words_that_come_again_later_are_reported():
    again = "the ministry has promised to repair the old bridge"
    (message,) = messages("Щось сталося.", f"In May {again}, and in June {again}.")
    assert message.endswith("twice")


@pytest.mark.parametrize("target", ["Ha" + "hahaha" * 5, "It is 20202020202020.", "Well!!!!!!!!!!"])
def test_letters_and_signs_without_end_are_reported(target):
    (message,) = messages("Щось сталося.", target)
    assert message.endswith("again and again")


def test_a_row_of_signs_that_the_source_has_is_none():
    assert messages("Рахунок 1000000000 ......", "Account 1000000000 ......") == []


def test_the_span_holds_all_of_the_loop():
    target = "Now the city the city the city is dark."
    (finding,) = check_loops("Зараз місто темне.", target, sentence=4)
    assert target[slice(*finding.target_span)] == "the city the city the city"
    assert finding.sentence == 4
