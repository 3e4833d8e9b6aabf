"""The numbers of a sentence, in Ukrainian or English, as values that compare across the two."""

import functools

from pipeline.check.quantities.below_zero import read_below_zero, share_below_zero
from pipeline.check.quantities.beside import join_parts, read_beside, share_ranges
from pipeline.check.quantities.cursor import Cursor
from pipeline.check.quantities.quantity import Quantity
from pipeline.check.quantities.read_digits import read_clock, read_date, read_designation, read_number
from pipeline.check.quantities.read_words import may_begin, read_word
from pipeline.check.quantities.reading import Reading
from pipeline.check.quantities.set_phrases import read_phrase
from pipeline.records import TextLanguage


@functools.lru_cache(maxsize=512)  # a source is compared with several translations in turn, and with a whole story
def find_quantities(text: str, language: TextLanguage) -> tuple[Quantity, ...]:
    """Return the numbers of `text` in reading order. Never raises, whatever the text."""
    cursor = Cursor(text, language)
    readings: list[Reading] = []
    behind = 0
    for position, token in enumerate(cursor.tokens):
        if position < behind or (token.kind == "word" and not may_begin(cursor, position)):
            continue
        found = _read_at(cursor, position)
        readings += found
        behind = found[-1].next if found else 0
    readings = join_parts(cursor, readings)
    share_ranges(cursor, readings)
    share_below_zero(cursor, readings)
    return tuple(reading.quantity(text) for reading in readings)


def _read_at(cursor: Cursor, position: int) -> list[Reading]:
    kind = cursor.tokens[position].kind
    if kind in ("word", "number") and (phrase := read_phrase(cursor, position)):
        return [phrase]
    if kind == "word":
        reading = read_word(cursor, position)
        if reading is None:
            return []
    elif kind == "number":
        reading = read_number(cursor, position)
    elif kind == "designation":
        return [read_designation(cursor, position)]
    elif kind == "clock":
        return [read_clock(cursor, position)]
    elif kind == "date":
        return read_date(cursor, position)
    else:
        return []
    if reading.value is not None:
        read_beside(cursor, reading)
        read_below_zero(cursor, reading)
    return [reading]
