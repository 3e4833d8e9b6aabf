"""What the house glossary promises: every spelling it lists is found, and common wrong forms are known."""

import pytest

from pipeline.names.entry import Entry
from pipeline.names.glossary import Glossary


def carrier(entry: Entry, spelling: str) -> str:
    quoted = f"«{spelling}»" if entry.use == "homograph" and '"' not in spelling else spelling
    return f"Учора редакція згадала про {quoted} лише раз."


def test_every_spelling_of_every_entry_is_found_as_a_whole(house: Glossary) -> None:
    lost = []
    for entry in house.entries:
        for spelling in entry.spellings:
            found = house.whole_matcher.find(carrier(entry, spelling))
            if not any(entry in one.entries for one in found):
                lost.append((entry.place, spelling))
    assert lost == []


@pytest.mark.parametrize(
    ("ukrainian", "english", "avoided"),
    [
        ("Володимир Зеленський", "Volodymyr Zelenskyy", "Vladimir Zelensky"),
        ("Орєшнік", "Oreshnik", "Hazelnut"),
        ("Калібр", "Kalibr", "Caliber"),
        ("Київ", "Kyiv", "Kiev"),
        ("Х-101", "Kh-101", "X-101"),
        ("Рівне", "Rivne", "Flat"),
    ],
)
def test_common_wrong_forms_are_listed(house: Glossary, ukrainian: str, english: str, avoided: str) -> None:
    (entry,) = [entry for entry in house.entries if entry.ukrainian == ukrainian]
    assert entry.english == english
    assert avoided in entry.avoid
