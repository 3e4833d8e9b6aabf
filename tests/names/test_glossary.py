import pytest

from pipeline.config import GlossaryConfig
from pipeline.errors import ConfigError
from pipeline.names.glossary import Glossary, load_glossary


def english(glossary: Glossary, text: str) -> list[str]:
    return [mention.entries[0].english for mention in glossary.matcher.find(text)]


def test_the_house_glossary_loads_and_every_row_says_where_it_is(house: Glossary) -> None:
    assert len(house.entries) > 4000
    assert all(entry.file.startswith("configs/glossary/") and entry.line > 1 for entry in house.entries)


def test_two_rows_for_one_name_are_refused_with_both_places(glossary_of) -> None:
    with pytest.raises(ConfigError) as caught:
        glossary_of("Madyar\tМадяр", "Magyar\tМадяр")
    said = str(caught.value)
    assert said.startswith("configs/glossary/house.tsv:3: 'Мадяр' is 'Magyar' here and 'Madyar' in")
    assert "configs/glossary/house.tsv:2" in said


def test_the_same_row_twice_is_refused(glossary_of) -> None:
    with pytest.raises(ConfigError, match="already in configs/glossary/house.tsv:2"):
        glossary_of("Varash\tВараш", "Varash\tВараш")


def test_a_newsrooms_own_file_wins_and_says_what_it_replaced(glossary_of, tmp_path) -> None:
    rows = "Kyiv\tКиїв\tКиєва\tplace\t\t\tKyjiw"
    glossary = glossary_of(rows, ours="english\tukrainian\tkind\nKiev\tКиїв\tplace\n")
    (entry,) = glossary.entries
    assert (entry.english, entry.forms) == ("Kiev", ("Києва",))
    assert entry.avoid == ("Kyiv", "Kyjiw")
    assert str(glossary.overrides[0]) == (
        f"{tmp_path}/ours.tsv:2: Київ is Kiev, not Kyiv as in configs/glossary/house.tsv:2"
    )


def test_what_a_newsroom_accepts_is_not_avoided(glossary_of) -> None:
    glossary = glossary_of("Kyiv\tКиїв", ours="english\tukrainian\talso\nKiev\tКиїв\tKyiv\n")
    assert glossary.entries[0].avoid == ()


def test_a_full_name_of_a_newsroom_brings_its_surname(glossary_of) -> None:
    house = ("Volodymyr Zelenskyy\tВолодимир Зеленський\t\tperson", "Zelenskyy\tЗеленський\tЗеленського\tperson")
    glossary = glossary_of(*house, ours="english\tukrainian\tkind\nVladimir Zelensky\tВолодимир Зеленський\tperson\n")
    assert english(glossary, "У Зеленського і в Володимира Зеленського") == ["Zelensky", "Vladimir Zelensky"]


def test_two_files_of_a_newsroom_that_disagree_are_refused(tmp_path) -> None:
    for name, row in (("a.tsv", "Kiev\tКиїв"), ("b.tsv", "Kyjiw\tКиїв")):
        (tmp_path / name).write_text(f"english\tukrainian\n{row}\n", encoding="utf-8")
    config = GlossaryConfig(files=[str(tmp_path / "a.tsv"), str(tmp_path / "b.tsv")])
    with pytest.raises(ConfigError, match=r"b\.tsv:2: 'Київ' is 'Kyjiw' here and 'Kiev' in .*a\.tsv:2"):
        load_glossary(config)


def test_a_file_that_is_missing_stops_with_its_name(tmp_path) -> None:
    with pytest.raises(ConfigError, match="none.tsv: the glossary cannot be read"):
        load_glossary(GlossaryConfig(files=[str(tmp_path / "none.tsv")]))


def test_the_fingerprint_changes_with_any_file(glossary_of) -> None:
    first = glossary_of("Varash\tВараш").fingerprint
    assert first == glossary_of("Varash\tВараш").fingerprint
    assert first != glossary_of("Varasch\tВараш").fingerprint
    assert first != glossary_of("Varash\tВараш", ours="english\tukrainian\nKovel\tКовель\n").fingerprint


def test_what_is_derived_of_a_place_leads_to_its_english(house: Glossary) -> None:
    from pipeline.names.ukrainian_words import ukrainian_words

    assert "rome" in house.meanings(ukrainian_words("римський"))
    assert "african" in house.meanings(ukrainian_words("західноафриканські"))
    assert "rome" not in house.meanings(ukrainian_words("паризький"))
