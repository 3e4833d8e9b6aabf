import pytest

from pipeline.records import Language, Sentence
from pipeline.summarize.quotations import find_quoted, is_speakerless, outside_quotations, quoted_share


def block(*texts: str) -> list[Sentence]:
    return [Sentence(index, text, 0, len(text), 0, "paragraph") for index, text in enumerate(texts)]


def speakerless(language: Language, *texts: str) -> list[bool]:
    sentences = block(*texts)
    quoted = find_quoted(sentences)
    return [is_speakerless(sentence.text, quoted[sentence.index], language) for sentence in sentences]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "«Ми відкриємо міст у травні»."),
        ("uk", "«Ми відкриємо міст у травні», — сказав він."),
        ("uk", "«Ми відкриємо міст у травні», — обурюється вона."),
        ("uk", '"Ми відкриємо міст у травні", - додали.'),
        ("uk", "— Ми відкриємо міст у травні."),
        ("en", '"We will open the bridge in May."'),
        ("en", '"We will open the bridge in May," he said.'),
        ("en", "“We will open the bridge in May,” she told reporters."),
        ("en", "‘We don’t open bridges in May,’ they said."),
    ],
)
def test_a_quotation_without_a_named_speaker_is_speakerless(language: Language, text: str) -> None:
    assert speakerless(language, text) == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "«Ми відкриємо міст у травні», — сказав міністр."),
        ("uk", "«Ми відкриємо міст у травні», — заявив Кулеба, коли він повернувся."),
        ("uk", "Партія «Слуга народу» підтримала закон."),
        ("uk", "«Укрзалізниця» скасувала п'ять рейсів."),
        ("en", '"We will open the bridge in May," Mayor Terekhov said.'),
        ("en", "The council called the plan a “bridge to nowhere” in its report."),
        ("en", "The workers’ union said it won’t sign the deal."),
    ],
)
def test_a_quotation_with_its_speaker_is_not(language: Language, text: str) -> None:
    assert speakerless(language, text) == [False]


def test_every_part_of_a_quotation_of_several_sentences_is_speakerless() -> None:
    parts = ("«Ми довго чекали цього дня.", "Міст відкриють у травні.", "Грошей вистачить», — сказав мер Рівного.")
    assert speakerless("uk", *parts, "Ремонт почався торік.") == [True, True, True, False]


def test_every_sentence_of_an_answer_behind_a_dash_is_speakerless() -> None:
    assert speakerless("uk", "— Близько чотирьохсот на добу.", "Завод розширюють щомісяця.") == [True, True]
    assert speakerless("uk", "— Так, — сказав мер Рівного.", "Ремонт почався торік.") == [True, False]


def test_a_quotation_of_several_paragraphs_reaches_to_the_end_of_each() -> None:
    assert speakerless("en", "“We waited for years.", "The bridge will open in May.") == [True, True]


def test_a_mark_without_its_partner_spoils_its_own_sentence_only() -> None:
    assert speakerless("uk", "Завод «Більшовик закрили торік.", "Робітники отримали виплати.") == [True, False]
    assert speakerless("uk", "Завод Більшовик» закрили торік.", "Робітники отримали виплати.") == [True, False]
    assert speakerless("uk", "Завод “Маяк закрили торік.") == [True]


def test_quotations_do_not_reach_into_the_next_block() -> None:
    first = Sentence(0, "«Ми чекали.", 0, 11, 0, "paragraph")
    second = Sentence(1, "Міст відкрили в травні.", 13, 36, 1, "paragraph")
    assert not find_quoted([first, second])[1].spans


def test_a_quotation_inside_a_quotation_belongs_to_the_outer_one() -> None:
    text = "«Фільм «Земля» показали в Каннах», — сказав критик."
    (quoted,) = find_quoted(block(text)).values()
    assert [text[start:end] for start, end in quoted.spans] == ["«Фільм «Земля» показали в Каннах»"]


def test_ukrainian_low_quotation_marks_close() -> None:
    text = "„Міст відкриють у травні“, — сказав мер."
    (quoted,) = find_quoted(block(text)).values()
    assert outside_quotations(text, quoted).strip() == ", — сказав мер."


def test_the_share_of_quoted_words_is_counted_in_words() -> None:
    text = "«Один два», — сказав мер."
    (quoted,) = find_quoted(block(text)).values()
    assert quoted_share(text, quoted) == 0.5
    assert quoted_share("", quoted) == 0
