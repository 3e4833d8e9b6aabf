"""What a cell of a table holds, as texts: exports put text into lists and objects, and say nothing in many ways."""

import math
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.ingest.markup import plain_text


def cell_texts(value: Any) -> list[str]:
    """Return the texts in a cell: those of a list one by one, none for null, false, NaN and white space.

    Numbers are written as they are, dates as ISO 8601; of WordPress's `{"rendered": "<p>..."}` its text is taken.
    Raises: ValueError naming what the cell holds instead of text.
    """
    parts = value if isinstance(value, list) else [value]
    return [text for part in parts if (text := _text(part))]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if value is None or value is False or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal) and value is not True:
        return str(value)
    if isinstance(value, dict) and isinstance(value.get("rendered"), str):
        return plain_text(value["rendered"])
    raise ValueError(_named(value))


def _named(value: Any) -> str:
    if isinstance(value, dict):
        return f"an object with the keys {', '.join(map(str, value)):.60}" if value else "an empty object"
    return {list: "a list inside a list", bool: "only true", bytes: "bytes"}.get(type(value), type(value).__name__)
