import pytest

from pipeline.check.key_points import check_key_point, check_key_points
from pipeline.names.entry import Entry
from pipeline.names.glossary import Glossary
from pipeline.records import KeyPoint, Sentence

GLOSSARY = Glossary((Entry("Poltava", "Полтава", ("Полтави", "Полтаві"), kind="place"),))
SUPPORT = "У Полтаві внаслідок вибуху загинули 14 людей, заявив міністр Гринчук: «Ми знайдемо винних»."
ENGLISH = 'In Poltava 14 people were killed in a blast, Minister Hrynchuk said: "We will find those guilty."'


def messages(text, language="uk", support=SUPPORT, support_language="uk"):
    findings = check_key_point(KeyPoint(text, language, (0,)), [support], support_language, GLOSSARY)
    return [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("text", "language", "support", "support_language"),
    [
        ("У Полтаві загинули 14 людей, заявив Гринчук.", "uk", SUPPORT, "uk"),
        ("Гринчук заявив: «Ми знайдемо винних».", "uk", SUPPORT, "uk"),
        ("Minister Hrynchuk said 14 people were killed in Poltava.", "en", SUPPORT, "uk"),
        ('Hrynchuk said: "We will find those guilty."', "en", SUPPORT, "uk"),
        ("Minister Hrynchuk said 14 people were killed in Poltava.", "en", ENGLISH, "en"),
    ],
)
def test_a_point_that_says_what_its_sentence_says_raises_nothing(text, language, support, support_language):
    assert messages(text, language, support, support_language) == []


def test_a_point_without_a_sentence_is_reported():
    (finding,) = check_key_point(KeyPoint("Міст відкрили в Полтаві.", "uk", ()), [], "uk", GLOSSARY)
    assert finding.message == "the key point rests on no sentence of the article"


@pytest.mark.parametrize(
    ("text", "language"),
    [("У Полтаві загинули 40 людей, заявив Гринчук.", "uk"), ("Hrynchuk said 40 people were killed in Poltava.", "en")],
)
def test_a_number_of_its_own_is_named(text, language):
    (message,) = messages(text, language)
    assert message.startswith("the key point says 40")
    assert message.endswith("its sentences do not")


def test_a_name_of_its_own_is_named_in_one_language():
    assert messages("У Сумах загинули 14 людей, заявив Гринчук.") == [
        "the key point names Сумах, its sentences do not",
    ]
    assert messages("In Sumy 14 people were killed, Hrynchuk said.", "en", ENGLISH, "en") == [
        "the key point names Sumy, its sentences do not",
    ]


def test_a_name_in_another_form_is_the_same_name():
    assert messages("Біля Полтави загинули 14 людей, заявив Гринчук.") == []


def test_a_paraphrase_printed_as_a_quotation_is_reported():
    assert messages("Гринчук заявив: «Злочинців буде покарано».") == [
        "the key point quotes what its sentences do not quote"
    ]
    assert messages('Hrynchuk said: "Criminals must be punished."', "en") == [
        "the key point quotes what its sentences do not quote"
    ]


def test_a_claim_told_as_a_fact_is_reported():
    support = "За словами міністра, міст збудують до травня."
    assert messages("Міст збудують до травня.", support=support) == [
        "the key point tells as a fact what is a claim in the article (За словами)"
    ]
    assert messages("Міністр обіцяє збудувати міст до травня.", support=support) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Головне за день:", "is a heading, not a sentence"),
        ("У Полтаві загинули 14 людей, як заявив", "ends in the middle of a sentence"),
        ("Загинули 14 людей у Полтаві...", "ends in the middle of a sentence"),
        ("Загинули люди.", "is too short to say anything"),
    ],
)
def test_a_point_must_be_a_whole_sentence(text, said):
    assert messages(text, support=f"{SUPPORT} Головне за день.")[0] == f"the key point {said}"


def test_two_points_that_say_one_thing_are_reported_once():
    sentences = [Sentence(0, SUPPORT, 0, len(SUPPORT), 0, "paragraph")]
    points = [
        KeyPoint("У Полтаві загинули 14 людей, заявив Гринчук.", "uk", (0,)),
        KeyPoint("У Полтаві від вибуху загинули 14 людей, заявив Гринчук.", "uk", (0,)),
        KeyPoint("Minister Hrynchuk said 14 people were killed in Poltava.", "en", (0,)),
    ]
    ((index, finding),) = check_key_points(points, sentences, "uk", GLOSSARY)
    assert index == 1
    assert finding.message.startswith("the key point says the same as another")
