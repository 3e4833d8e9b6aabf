"""Days as numbers."""

from datetime import date, datetime


def day_number(iso: str) -> int:
    """Return the day of an ISO 8601 day or moment, counted from 1 January of year 1; 0 if it is none."""
    try:
        return datetime.fromisoformat(iso).toordinal()
    except ValueError:
        return 0


def iso_day(number: int) -> str:
    """Return the day with this number as ISO 8601, empty for 0."""
    return date.fromordinal(number).isoformat() if number else ""
