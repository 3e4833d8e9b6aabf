import pytest

from pipeline.check.coverage import check_coverage

SENTENCES = (
    ("Уночі дрони атакували порт на Дунаї.", "At night drones attacked a port on the Danube."),
    (
        "Пошкоджено склад і кран, поранено двох водіїв.",
        "A warehouse and a crane were damaged, two drivers were wounded.",
    ),
    ("Президент скликав нараду з військовими.", "The president called a meeting with the military."),
    ("Міністр пообіцяв допомогу громаді.", "The minister promised aid to the community."),
)


def messages(source, target):
    return [finding.message for finding in check_coverage(source, target)]


def paragraph(side, without=None):
    return " ".join(pair[side] for i, pair in enumerate(SENTENCES) if i != without)


def test_a_whole_paragraph_raises_nothing():
    assert messages(paragraph(0), paragraph(1)) == []


@pytest.mark.parametrize("gone", range(len(SENTENCES)))
def test_the_sentence_that_was_left_out_is_named(gone):
    (finding,) = check_coverage(paragraph(0), paragraph(1, without=gone))
    assert paragraph(0)[slice(*finding.source_span)] == SENTENCES[gone][0]
    assert finding.severity == "error"


def test_sentences_joined_or_cut_in_two_are_not_missing():
    joined = paragraph(1).replace("Danube. A warehouse", "Danube; a warehouse")
    cut = paragraph(1).replace("damaged, two", "damaged. Two")
    assert messages(paragraph(0), joined) == []
    assert messages(paragraph(0), cut) == []


def test_a_clause_left_out_of_a_sentence_is_named():
    source = (
        "Президент підписав закон про бюджет, а депутати від опозиції залишили парламент і вийшли на площу до людей."
    )
    whole = (
        "The president signed the budget law, and the opposition deputies left parliament and went out to the people."
    )
    assert messages(source, whole) == []
    (message,) = messages(source, "The president signed the budget law.")
    assert message.startswith("the translation leaves out part of the source: ")
    assert "опозиції" in message


def test_no_translation_is_reported():
    assert messages("Він приїхав.", " … ") == ["there is no translation"]


def test_nothing_to_translate_raises_nothing():
    assert messages("— … —", "") == []
    assert messages("", "") == []


def test_a_translation_of_nothing_is_reported():
    assert messages("", "The president came.") == ["the source says nothing, the translation does"]


def test_a_translation_that_breaks_off_is_reported():
    assert messages("Міністр пообіцяв допомогу громаді.", "The minister promised aid to the") == [
        "the translation ends in the middle of a sentence"
    ]


def test_a_translation_far_too_long_is_reported():
    source, target = SENTENCES[3]
    long = (
        f"{target} Nobody knows when it will come, who will bring it, or whether anyone will be left to take it then."
    )
    assert messages(source, long) == ["the translation is much longer than the source"]


def test_an_abbreviation_may_become_many_words():
    assert messages("ЗСУ", "the Armed Forces of Ukraine") == []
