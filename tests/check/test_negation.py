import pytest

from pipeline.check.negation import check_negation


def messages(source, target):
    return [finding.message for finding in check_negation(source, target)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Він не підтвердив цього.", "He did not confirm it."),
        ("Він не підтвердив цього.", "He didn’t confirm it."),
        ("Ніхто не приїхав.", "No one came."),
        ("Жодного мосту не збудували.", "Not a single bridge was built."),
        ("Води немає третій день.", "There has been no water for three days."),
        ("Вони ночували без світла.", "They spent the night without light."),
        ("Він не з'явився на суд.", "He failed to appear in court."),
        ("Це неможливо перевірити.", "It cannot be verified."),
        ("Бракує лікарів.", "There are not enough doctors."),
        ("Навряд чи це допоможе.", "It will hardly help."),
        ("Він відмовився відповідати.", "He would not answer."),
        ("Не лише школи, а й лікарні стоять.", "Schools and hospitals alike are standing."),
        (
            "Слідчі з'ясовують, чи не підпалили склад.",
            "Investigators are finding out whether the depot was set on fire.",
        ),
        ("Трамвай № 5 курсує до вокзалу.", "Tram No. 5 runs to the station."),
        ("Мало не половина згоріла.", "Almost half of it burned down."),
        ("Міст збудували торік.", "The bridge was built last year."),
        ("", ""),
    ],
)
def test_denials_that_agree_raise_nothing(source, target):
    assert messages(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "denied"),
    [
        ("Він не підтвердив цього.", "He confirmed it.", "не підтвердив"),
        ("Вони ночували без світла.", "They spent the night with light.", "без світла"),
        ("Ніхто з водіїв не постраждав.", "All of the drivers were hurt.", "не постраждав"),
        ("Школу не зруйновано, лікарню не відкрито.", "The school was not destroyed, the hospital has opened.", "не"),
    ],
)
def test_a_denial_that_is_lost_is_named(source, target, denied):
    (message,) = messages(source, target)
    assert message.startswith(f"the source denies it ({denied}")
    assert message.endswith("), the translation does not")


def test_a_denial_far_from_what_is_denied_does_not_stand_for_it():
    source = "Президент не підписав закону, хоча депутати, міністри й громади, які чекали на гроші, просили про це."
    right = (
        "The president did not sign the law, although deputies, ministers and communities waiting for money asked him."
    )
    wrong = "The president signed the law, although deputies, ministers and communities that had no money asked him."
    assert messages(source, right) == []
    assert messages(source, wrong)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Він підтвердив це.", "He did not confirm it."),
        ("Міст відкрили у травні.", "The bridge was never opened in May."),
        ("Міст не закрили й відкрили дорогу.", "The bridge was not closed and the road was not opened."),
    ],
)
def test_a_denial_that_only_the_translation_has_is_reported(source, target):
    (message,) = messages(source, target)
    assert message.startswith("the translation denies it (")


def test_it_is_a_warning_with_the_place_of_the_denial():
    source = "Сьогодні він не підтвердив цього."
    (finding,) = check_negation(source, "Today he confirmed it.", sentence=2)
    assert (finding.severity, finding.sentence) == ("warning", 2)
    assert source[slice(*finding.source_span)] == "не підтвердив"
