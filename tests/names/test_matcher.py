import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.names.entry import Entry
from pipeline.names.glossary import Glossary
from pipeline.names.matcher import Matcher


def found(glossary: Glossary, text: str) -> list[tuple[str, str]]:
    return [(one.text, one.entries[0].english) for one in glossary.matcher.find(text)]


def required(glossary: Glossary, text: str) -> list[str]:
    return [one.text for one in glossary.matcher.find(text) if one.required]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Зустріч у Києві з Володимиром Зеленським.", ["Kyiv", "Volodymyr Zelenskyy"]),
        ("Служби безпеки України повідомили", ["Security Service of Ukraine"]),
        ("у Верховній Раді", ["Verkhovna Rada"]),
        ("удар «Орєшніком»", ["Oreshnik"]),
        ("систему С–300 знищено", ["S-300"]),
        ("бійці бригади «Азов»", ["Azov Brigade"]),
        ("до Кам'янця-Подільського", ["Kamianets-Podilskyi"]),
        ("до Кам’янця-Подільського", ["Kamianets-Podilskyi"]),
        ("Зеле\N{COMBINING ACUTE ACCENT}нського чекали", ["Zelenskyy"]),
        ("російські ракети та українські дрони", ["Russian", "Ukrainian"]),
        ("КИЇВ і ХАРКІВ", ["Kyiv", "Kharkiv"]),
    ],
)
def test_names_are_found_in_any_case_form(house: Glossary, text: str, expected: list[str]) -> None:
    assert [english for _, english in found(house, text)] == expected


def test_the_longest_name_is_found(house: Glossary) -> None:
    assert found(house, "Міноборони РФ заявило") == [("Міноборони РФ", "Russian Defence Ministry")]
    assert found(house, "Рада Безпеки ООН") == [("Рада Безпеки ООН", "UN Security Council")]


@pytest.mark.parametrize(("written", "english"), [("росії", "Russia"), ("москві", "Moscow"), ("путіним", "Putin")])
def test_names_that_outlets_write_in_small_letters_are_names(house: Glossary, written: str, english: str) -> None:
    assert found(house, f"Відносини з {written} погіршилися") == [(written, english)]


def test_an_abbreviation_is_found_as_a_whole_word_only(house: Glossary) -> None:
    assert found(house, "армія рф") == [("рф", "Russia")]
    assert found(house, "арфа й шрфт") == []


def test_a_homograph_is_no_name_where_a_sentence_begins(house: Glossary) -> None:
    assert required(house, "Суми виплат зросли.") == []
    assert required(house, "Кошти надійшли. Суми виплат зросли.") == []
    assert required(house, "Поїзд до Суми запізнився.") == ["Суми"]
    assert required(house, "«Град» стріляв усю ніч.") == ["Град"]
    assert required(house, "«Град побив виноград», — сказав він.") == []


def test_a_form_of_another_word_is_no_name_where_a_sentence_begins(house: Glossary) -> None:
    assert required(house, "Досі триває ремонт.") == []
    assert required(house, "Київ чекає.") == ["Київ"]


def test_the_name_of_another_person_is_not_that_of_the_glossary(house: Glossary) -> None:
    assert required(house, "розповіла лікарка Севіль Алієва") == []
    assert required(house, "розповів Ільхам Алієв") == ["Ільхам Алієв"]
    assert required(house, "легкоатлетка Софія Гребінник") == []


def test_a_womans_surname_is_no_form_of_a_mans(house: Glossary) -> None:
    assert required(house, "за словами Сирської") == []


def test_a_surname_alone_is_found_by_the_full_name() -> None:
    matcher = Matcher([Entry("Ivan Petroff", "Іван Петров", ("Івана Петрова",), kind="person")])
    (mention,) = matcher.find("Запросили Петрова.")
    assert mention.surname
    assert matcher.find("Запросили Івана Петрова.")[0].surname is False


def test_a_name_does_not_reach_over_a_comma() -> None:
    matcher = Matcher([Entry("White Church", "Біла Церква", kind="place")])
    assert matcher.find("Кімната Біла, Церква поруч") == []


@given(st.text(alphabet="Київ росія«»\"'’-–.,!СБУ ЗеленськогоF16 \n", max_size=60))
def test_offsets_point_at_what_was_found(house_matcher, text: str) -> None:
    end = 0
    for mention in house_matcher.find(text):
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end
        end = mention.end


@pytest.fixture(scope="module")
def house_matcher(house: Glossary) -> Matcher:
    return house.matcher


def test_a_thousand_sentences_take_less_than_two_seconds(house: Glossary) -> None:
    text = "Президент Володимир Зеленський провів у Києві зустріч із керівниками розвідки та урядовцями з Польщі."
    started = time.perf_counter()
    for _ in range(1000):
        house.matcher.find(text)
    assert time.perf_counter() - started < 2
