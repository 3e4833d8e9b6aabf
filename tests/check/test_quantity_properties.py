"""What is written in one language is read back equal in the other, however it is written."""

import datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.numbers import check_numbers
from pipeline.check.quantities.find import find_quantities
from pipeline.check.quantities.quantity import Key
from pipeline.records import TextLanguage
from tests.check.number_spelling import english, ukrainian

_UK_MONTHS = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
UK_MONTHS = _UK_MONTHS.split()
_EN_MONTHS = "January February March April May June July August September October November December"
EN_MONTHS = _EN_MONTHS.split()

amounts = st.one_of(st.integers(2, 120), st.integers(2, 999_999), st.integers(2, 999_999_999_999))
_FRAGMENTS = """
    пів півтора сто двадцять другого тисяч млн сотня десятки на о 00:47 24.02.2022 5 1,5 тис. грн половиною з Іл-76 90-х
    half a and one hundred dozen thousand p.m. seconds MH17 $5bn 1990s 3/4 % - – : , . ' ’ XXI
"""
fragments = st.sampled_from(_FRAGMENTS.split())
texts = st.one_of(
    st.text(max_size=60), st.lists(fragments, max_size=14).map(" ".join), st.lists(fragments).map("".join)
)


@given(amounts)
def test_numbers_spelled_out_are_read_back(number: int) -> None:
    for text, language in [
        (ukrainian(number), "uk"),
        (english(number), "en"),
        (english(number, conjunction=" and "), "en"),
    ]:
        (quantity,) = find_quantities(f"({text})", language)  # type: ignore[arg-type]
        assert Key("number", number) in quantity.keys, text


@given(amounts)
def test_a_number_agrees_with_itself_in_every_writing(number: int) -> None:
    spaced = f"{number:,}".replace(",", "\u00a0")
    for source in (spaced, f"{number}", ukrainian(number)):
        for target in (f"{number:,}", f"{number}", english(number)):
            assert check_numbers(f"Це {source} осіб.", f"That is {target} people.") == []


@given(amounts, st.integers(1, 9))
def test_a_changed_number_is_found_in_every_writing(number: int, change: int) -> None:
    other = number + change
    for source in (f"{number}", ukrainian(number)):
        for target in (f"{other:,}", english(other)):
            assert check_numbers(f"Це {source} осіб.", f"That is {target} people.") != []


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from([("тис.", "thousand"), ("млн", "million")]))
def test_decimals_with_magnitudes_agree_and_a_lost_magnitude_is_found(
    whole: int, tenth: int, magnitude: tuple[str, str]
) -> None:
    source = f"Витратили {whole},{tenth} {magnitude[0]} гривень."
    assert check_numbers(source, f"They spent {whole}.{tenth} {magnitude[1]} hryvnias.") == []
    assert check_numbers(source, f"They spent {whole}.{tenth} hryvnias.") != []


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_dates_agree_in_every_writing(date: datetime.date) -> None:
    sources = (f"{date.day} {UK_MONTHS[date.month - 1]} {date.year} року", f"{date:%d.%m.%Y}", date.isoformat())
    targets = (
        f"{EN_MONTHS[date.month - 1]} {date.day}, {date.year}",
        f"{date.day} {EN_MONTHS[date.month - 1]} {date.year}",
        date.isoformat(),
    )
    for source in sources:
        for target in targets:
            assert check_numbers(f"Це було {source}", f"It was {target}") == []


@given(st.dates(datetime.date(2000, 1, 1)), st.integers(1, 400))
def test_a_moved_date_is_found(date: datetime.date, days: int) -> None:
    moved = date + datetime.timedelta(days) if date.year < 2100 else date - datetime.timedelta(days)
    source = f"Це було {date.day} {UK_MONTHS[date.month - 1]} {date.year} року."
    assert check_numbers(source, f"It was on {EN_MONTHS[moved.month - 1]} {moved.day}, {moved.year}.") != []


@given(st.times())
def test_times_of_day_agree_between_24_and_12_hours(time: datetime.time) -> None:
    hour, half = time.hour % 12 or 12, "a.m." if time.hour < 12 else "p.m."
    source = f"Вибух стався о {time:%H:%M}."
    assert check_numbers(source, f"The blast was at {hour}:{time:%M} {half}") == []
    wrong = "p.m." if time.hour < 12 else "a.m."
    assert check_numbers(source, f"The blast was at {hour}:{time:%M} {wrong}") != []


@given(texts, st.sampled_from(["uk", "en"]))
def test_offsets_lie_in_the_text(text: str, language: TextLanguage) -> None:
    for quantity in find_quantities(text, language):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text


@given(texts, texts)
def test_no_text_makes_the_check_fail(source: str, target: str) -> None:
    for finding in check_numbers(source, target):
        assert finding.source_span or finding.target_span


@given(texts)
def test_a_text_agrees_with_itself(text: str) -> None:
    assert check_numbers(text, text, source_language="en", target_language="en") == []
    assert check_numbers(text, text, source_language="uk", target_language="uk") == []


def test_half_is_exact() -> None:
    (quantity,) = find_quantities("half", "en")
    assert quantity.keys == {Key("number", Fraction(1, 2))}
