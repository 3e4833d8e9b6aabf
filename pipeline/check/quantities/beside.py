"""What stands beside a number and changes its meaning: currency, unit, hour of the day, a range's other end."""

import itertools
from fractions import Fraction

from pipeline.check.quantities.calendar_words import hours
from pipeline.check.quantities.cursor import Cursor
from pipeline.check.quantities.quantity import Key, number_key
from pipeline.check.quantities.reading import Reading
from pipeline.check.quantities.tokens import DASHES
from pipeline.check.quantities.units import CURRENCY_SIGNS, PERCENT, SIGNS, is_unit_adjective, power_of, unit_of

_BEFORE_HOUR = frozenset(("о", "об", "до", "з", "після", "від"))
_CONNECTORS = {"uk": frozenset(("до", "і", "й", "та", "чи", "або")), "en": frozenset(("to", "and", "or"))}
_PERCENTAGE_POINTS = frozenset((("п", ".", "п"), ("в", ".", "п"), ("p", ".", "p")))
_SMALLER_UNITS = {"year": 12, "h": 60, "day": 24}
_PARTS = {("UAH", "kopiika"): 100, ("USD", "cent"): 100, ("EUR", "cent"): 100, ("m", "cm"): 100, ("km", "m"): 1000}
_BEFORE_PART = frozenset((".", ",", "і", "й", "та", "and"))
_MULTIPLES = {"decades": 10, "десятиліття": 10, "десятиліть": 10, "centuries": 100, "століття": 100, "століть": 100}


def read_beside(cursor: Cursor, reading: Reading) -> None:
    """Complete a number with what stands beside it."""
    _hour(cursor, reading)
    _unit(cursor, reading)
    _smaller_unit(reading)
    _multiple(cursor, reading)
    _year_of_life(cursor, reading)
    _show_month(cursor, reading)


def join_parts(cursor: Cursor, readings: list[Reading]) -> list[Reading]:
    """Let a sum and its hundredths be one number: "8 грн 50 коп." is 8.50, "1 м 80 см" 1.80."""
    joined: list[Reading] = []
    for part in readings:
        whole = joined[-1] if joined else part
        parts = _PARTS.get((whole.unit, part.unit))
        between = cursor.tokens[whole.next : part.first]
        beside = not between or (len(between) == 1 and between[0].text in _BEFORE_PART)
        if not parts or not beside or whole.value is None or part.value is None or not part.value < parts:
            joined.append(part)
            continue
        share = Fraction(part.value) / parts
        whole.value += share
        whole.keys = {number_key(key.value + share) for key in whole.keys if not isinstance(key.value, str)}
        whole.next, whole.end = part.next, part.end
    return joined


def share_ranges(cursor: Cursor, readings: list[Reading]) -> None:
    """Let one end of a range have what is said at the other: 3 to 5 million tons, 2030/31, у 14–15-му роках."""
    for left, right in itertools.pairwise(readings):
        between = [token for token in cursor.tokens[left.next : right.first] if token.raw not in CURRENCY_SIGNS]
        if len(between) != 1 or left.value is None:
            continue
        mark = between[0]
        if mark.raw not in DASHES and mark.raw != "/" and mark.text not in _CONNECTORS[cursor.language]:
            continue
        _hour_before(left, right)
        if right.value is None:
            continue
        if right.scale != 1 and left.scale == 1 and left.value < 1000:
            left.also(left.value * right.scale)
        if 1000 < left.value < 2100 and right.value < 100 and mark.kind == "sign":
            right.also(left.value - left.value % 100 + right.value)
        if 0 < left.value < 100 and number_key(2000 + right.value) in right.keys:
            left.also(2000 + left.value, 1900 + left.value)
        if not 1900 <= left.value < 2100:  # in 2026 and 4.5 percent
            left.unit = left.unit or right.unit


def _hour(cursor: Cursor, reading: Reading) -> None:
    """Add the time of day to a bare hour: "7 p.m.", "о сьомій вечора", "о дев'ятнадцятій"."""
    value = reading.value
    if not isinstance(value, int) or not 0 < value <= 24 or any(key.kind == "clock" for key in reading.keys):
        return
    half = cursor.half_of_day(reading.next)
    if half:
        for hour in hours(value, half):
            reading.keys |= {Key("clock", 60 * hour), number_key(hour)}
        if reading.certainty == "weak":
            reading.certainty = "words"
        reading.next = cursor.after_half_of_day(reading.next)
        reading.end = max(reading.end, cursor.token(reading.next - 1).end)
    elif cursor.language == "uk" and value > 12 and cursor.word(reading.first - 1) in _BEFORE_HOUR:
        reading.also(value - 12)


def _hour_before(left: Reading, right: Reading) -> None:
    """Add the time of day to a bare hour from the range's other end: in "2 to 4 p.m." it is the last 2 before 4 p.m."""
    ends = [key.value for key in right.keys if key.kind == "clock"]
    if len(ends) != 1 or left.unit or not isinstance(left.value, int) or not 0 < left.value <= 12:
        return
    if any(key.kind == "clock" for key in left.keys):
        return
    end = int(ends[0])
    moment = (end - (end - 60 * left.value) % 720) % 1440
    left.keys |= {Key("clock", moment), number_key(moment // 60)}
    if left.certainty == "weak":
        left.certainty = "words"


def _unit(cursor: Cursor, reading: Reading) -> None:
    before = cursor.token(reading.first - 1)
    if before.raw in CURRENCY_SIGNS:
        reading.unit = CURRENCY_SIGNS[before.raw]
        reading.start = before.start
    if reading.unit:
        return
    position = reading.next
    if tuple(cursor.word(position + i) for i in range(3)) in _PERCENTAGE_POINTS:
        _set_unit(cursor, reading, PERCENT, position + 2)
        return
    if cursor.token(position).raw in DASHES and cursor.token(position + 1).glued:
        position += 1
    if cursor.language == "en":
        if cursor.word(position) == "per" and cursor.word(position + 1) == "cent":
            _set_unit(cursor, reading, PERCENT, position + 1)
            return
        position += cursor.word(position) == "of"  # a quarter of a percent
        position += cursor.word(position) in ("a", "an")
    power = ""
    for _ in range(4):
        word = cursor.word(position)
        if word != "." and not is_unit_adjective(word, cursor.language):
            break
        power = power or power_of(word)
        position += 1
    token = cursor.token(position)
    unit = SIGNS.get(token.raw, "") if token.kind == "sign" else ""
    if token.kind == "word":
        unit = unit_of(token.text, cursor.language)
    if unit:
        _set_unit(cursor, reading, unit + power, position)


def _set_unit(cursor: Cursor, reading: Reading, unit: str, position: int) -> None:
    reading.unit = unit
    reading.next = position + 1
    reading.end = cursor.token(position).end


def _smaller_unit(reading: Reading) -> None:
    """Let half a year be six months, and an hour and a half ninety minutes."""
    parts = _SMALLER_UNITS.get(reading.unit)
    if parts and reading.value in (Fraction(1, 2), Fraction(3, 2)):
        reading.also(parts * reading.value)
        reading.unit = ""


def _multiple(cursor: Cursor, reading: Reading) -> None:
    times = _MULTIPLES.get(cursor.word(reading.next))
    if times and reading.value is not None:
        reading.also(reading.value * times)


def _year_of_life(cursor: Cursor, reading: Reading) -> None:
    """Count the year of one's life as Ukrainian obituaries do: in the 92nd year one is 91."""
    if cursor.language != "uk" or not isinstance(reading.value, int):
        return
    if "році" in (cursor.word(reading.next - 1), cursor.word(reading.next)) and "життя" in (
        cursor.word(reading.next),
        cursor.word(reading.next + 1),
        cursor.word(reading.next + 2),
    ):
        reading.also(reading.value - 1)


def _show_month(cursor: Cursor, reading: Reading) -> None:
    """Show the month with its day; it is compared on its own."""
    if cursor.word(reading.next) in cursor.months:
        reading.end = cursor.token(reading.next).end
    before = reading.first - 2 if cursor.word(reading.first - 1) == "." else reading.first - 1
    if cursor.language == "en" and cursor.word(before) in cursor.months and cursor.token(before).raw[0].isupper():
        reading.start = cursor.token(before).start
