"""Dates in words."""

from pipeline.render.dates import long_date, machine_date


def test_a_day_is_said_in_both_languages():
    assert long_date("2025-10-31", "en") == "31 October 2025"
    assert long_date("2025-10-31", "uk") == "31 жовтня 2025"


def test_a_moment_is_said_as_its_day():
    assert long_date("2025-02-01T23:30:00+02:00", "uk", weekday=True) == "Субота, 1 лютого 2025"


def test_what_is_not_a_date_is_shown_as_it_is():
    assert long_date("yesterday", "en") == "yesterday"
    assert machine_date("yesterday") == ""
