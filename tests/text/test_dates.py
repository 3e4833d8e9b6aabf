from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("31 жовтня 2025, 14:20", "2025-10-31"),
        ("14:20, 31 жовтня 2025 року", "2025-10-31"),
        ("понеділок, 29 грудень 2025, 12:51", "2025-12-29"),
        ("1 лист. 2025", "2025-11-01"),
        ("31.10.2025 14:20", "2025-10-31"),
        ("Oct. 31, 2025", "2025-10-31"),
        ("October 31st, 2025", "2025-10-31"),
        ("31 Oct 2025 01:36 PM", "2025-10-31"),
        ("2025-10-31", "2025-10-31"),
        ("2025/10/31", "2025-10-31"),
        ("31/10/2025", "2025-10-31"),
        ("10/31/2025", "2025-10-31"),
        ("Дата 03/04/2025", "2025-04-03"),
    ],
)
def test_day_is_read(text: str, iso: str) -> None:
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-10-31T14:20:00+02:00", "2025-10-31T14:20:00+02:00"),
        ("2025-10-31T14:20:00.000Z", "2025-10-31T14:20:00+00:00"),
        ("Fri, 31 Oct 2025 14:20:00 +0200", "2025-10-31T14:20:00+02:00"),
        ("October 31, 2025 at 2:20 p.m. EET", "2025-10-31T14:20:00+02:00"),
        ("31 October 2025, 12:05 a.m. GMT", "2025-10-31T00:05:00+00:00"),
        ("31/10/2025 - 09:10 GMT+1", "2025-10-31T09:10:00+01:00"),
    ],
)
def test_moment_is_read_where_its_offset_is_stated(text: str, iso: str) -> None:
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    "text", ["", "31 лютого 2025", "03/04/2025", "31 жовтня", "99.99.2025", "у 2025 році", "версія 1.2.2025.3"]
)
def test_what_is_no_certain_date_is_none(text: str) -> None:
    assert parse_date(text) == ""


def test_impossible_clock_time_leaves_the_day() -> None:
    assert parse_date("31.10.2025 25:99 UTC") == "2025-10-31"


def test_dates_are_found_where_they_stand() -> None:
    text = "Опубліковано 31.10.2025, 14:20 | Оновлено 1 листопада 2025"
    assert [(found.iso, text[found.start : found.end]) for found in find_dates(text)] == [
        ("2025-10-31", "31.10.2025, 14:20"),
        ("2025-11-01", "1 листопада 2025"),
    ]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_iso_day_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day.isoformat()
    assert parse_date(f"{day:%d.%m.%Y}") == day.isoformat()


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2099, 1, 1)), st.integers(-11, 13))
def test_iso_moment_is_read_back(moment: datetime, hours: int) -> None:
    text = f"{moment.replace(microsecond=0).isoformat()}{hours:+03d}:00"
    assert parse_date(text) == datetime.fromisoformat(text).isoformat()


@given(st.text(max_size=200))
def test_any_text_gives_a_date_or_nothing(text: str) -> None:
    found = parse_date(text)
    assert not found or datetime.fromisoformat(found)
