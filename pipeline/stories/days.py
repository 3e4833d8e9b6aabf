"""Days as numbers."""

from collections.abc import Sequence
from datetime import date, datetime

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


def day_number(iso: str) -> int:
    """Return the day of an ISO 8601 day or moment, counted from 1 January of year 1; 0 if it is none."""
    try:
        return datetime.fromisoformat(iso).toordinal()
    except ValueError:
        return 0


def iso_day(number: int) -> str:
    """Return the day with this number as ISO 8601, empty for 0."""
    return date.fromordinal(number).isoformat() if number else ""


def days_apart(days: Sequence[int], first: Numbers, second: Numbers) -> Numbers:
    """Return how many days lie between two articles of each pair, 0 if the day of one is not known. Shape: (pairs,)."""
    day = np.array(days, dtype=np.int64)
    return np.where((day[first] > 0) & (day[second] > 0), np.abs(day[first] - day[second]), 0)
