"""Days in sentences, in both languages."""

from datetime import date

import pytest

from pipeline.stories.days import day_number, iso_day
from pipeline.stories.event_days import event_days

REPORTED = date(2025, 11, 3).toordinal()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("WP звернуло увагу, що 26 жовтня прибув літак.", ["2025-10-26"]),
        ("On November 2, the Kremlin confirmed it.", ["2025-11-02"]),
        ("It was reported on Oct. 31 and on 5 January.", ["2025-10-31", "2026-01-05"]),
        ("Договір підписали 7 травня 2024 року.", ["2024-05-07"]),
        ("He may 12 times; 31 вересня; No. 5 in March 2025", []),
    ],
)
def test_days_are_read_and_take_the_year_nearest_to_the_report(text, days):
    assert [iso_day(day) for day in event_days(text, REPORTED)] == days


def test_without_a_date_of_the_report_a_day_needs_its_year():
    assert event_days("26 жовтня", 0) == []
    assert [iso_day(day) for day in event_days("26 жовтня 2025 року", 0)] == ["2025-10-26"]


def test_what_is_no_date_has_no_number():
    assert day_number("<script>") == day_number("") == 0
    assert iso_day(0) == ""
