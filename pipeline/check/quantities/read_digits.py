"""Numbers written in digits: counts with their magnitude, ordinals, clocks, dates, designations."""

import re
from fractions import Fraction

from pipeline.check.quantities.calendar_words import hours
from pipeline.check.quantities.cursor import Cursor
from pipeline.check.quantities.digits import amounts_of, decade
from pipeline.check.quantities.numerals import NumeralSum
from pipeline.check.quantities.quantity import Amount, Key, number_key
from pipeline.check.quantities.reading import Reading
from pipeline.check.quantities.tokens import DASHES, Token
from pipeline.check.quantities.units import CURRENCY_SIGNS, unit_of

_ENGLISH_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_DECADE_ENDINGS = frozenset(("х", "ті", "тих", "ми", "тим", "их", "им"))
_LONGEST_ORDINAL_ENDING = 3
_UKRAINIAN_MAGNITUDES = {"тисячн": 1000, "мільйонн": 10**6, "мільярдн": 10**9, "трильйонн": 10**12}
_GLUED_MAGNITUDES = {"k": 1000, "m": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_ABBREVIATED = frozenset(("тис", "млн", "млрд", "трлн", "mln", "bn"))
_NUMBER_PREFIXES = frozenset(("mid", "pre", "post", "sub", "top", "under", "early", "late", "over", "near", "топ"))
_HOUR_AND_MINUTES = re.compile(r"(\d{1,2})[.:](\d{2})")


def read_number(cursor: Cursor, position: int) -> Reading:
    """Read digits and what belongs to their value: an ordinal's ending, a decade's, magnitudes, a clock with a dot."""
    token = cursor.tokens[position]
    amounts = amounts_of(token.raw, cursor.language)
    reading = Reading(set(), "digits", position, position + 1, token.start, token.end, value=amounts[0])
    following = cursor.token(position + 1)
    if following.kind == "word" and following.glued:
        if not _glued_word(cursor, reading, amounts, following):
            return _name(reading, token.raw + following.raw, following, amounts)
    elif following.glued and following.raw in DASHES and cursor.token(position + 2).glued:
        _hyphenated_word(cursor, reading, amounts, cursor.token(position + 2))
    if not reading.keys:
        reading.also(*_with_magnitudes(cursor, reading, amounts))
    if cursor.token(position - 1).raw in "'’" and cursor.token(position).glued and amounts[0] < 100:
        reading.also(*decade(amounts[0]))  # the class of '22
    clock = _HOUR_AND_MINUTES.fullmatch(token.raw)
    if clock and (cursor.language == "uk" or cursor.half_of_day(reading.next)):
        reading.keys |= _clock_keys(cursor, int(clock[1]), int(clock[2]), reading.next)
        reading.end = max(reading.end, cursor.token(cursor.after_half_of_day(reading.next) - 1).end)
    return reading


def read_designation(cursor: Cursor, position: int) -> Reading:
    """Read letters with digits: the digits may be a number elsewhere (Magura V5), but nobody misses it."""
    token = cursor.tokens[position]
    digits = re.findall(r"\d+", token.raw)
    reading = Reading({Key("name", "/".join(digits))}, "weak", position, position + 1, token.start, token.end)
    if len(digits) == 1:
        reading.value = int(digits[0])
        reading.also(reading.value)
    prefix = re.match(r"[^\W\d_]+", token.text)
    if prefix and prefix[0] in _NUMBER_PREFIXES:
        reading.certainty = "digits"
    return reading


def read_clock(cursor: Cursor, position: int) -> Reading:
    """Read 00:47, which may also be a score."""
    token = cursor.tokens[position]
    hour, minute = (int(part) for part in token.raw.split(":"))
    reading = Reading(set(), "digits", position, position + 1, token.start, token.end)
    reading.keys = _clock_keys(cursor, hour, minute, position + 1)
    if not cursor.half_of_day(position + 1):
        reading.keys.add(Key("name", f"{hour}:{minute}"))
    reading.next = cursor.after_half_of_day(position + 1)
    reading.end = cursor.token(reading.next - 1).end
    return reading


def read_date(cursor: Cursor, position: int) -> list[Reading]:
    """Read 24.02.2022 and 2022-02-24 as day, month and year, each compared on its own."""
    token = cursor.tokens[position]
    numbers = [int(part) for part in re.split(r"[-./]", token.raw)]
    year, month, day = numbers if "-" in token.raw else reversed(numbers)
    if month > 12 or ("/" in token.raw and cursor.language == "en" and day <= 12):
        day, month = month, day
    full_year = year if year > 99 else 2000 + year
    parts = (number_key(full_year), Key("month", month), number_key(day))
    return [Reading({key}, "digits", position, position + 1, token.start, token.end) for key in parts]


def _glued_word(cursor: Cursor, reading: Reading, amounts: tuple[Amount, ...], word: Token) -> bool:
    """Read a word that follows digits without a space; False if the two are a designation (3D, 9М723)."""
    if cursor.language == "en":
        if word.text in _ENGLISH_ORDINALS:
            reading.next += 1
            return True
        if word.text == "s":
            reading.also(*decade(amounts[0]))
            reading.next += 1
            return True
        magnitude = _GLUED_MAGNITUDES.get(word.text)
        money = cursor.token(reading.first - 1).raw in CURRENCY_SIGNS
        if magnitude and (money or word.text != "m" or word.raw == "M"):
            reading.also(*(amount * magnitude for amount in amounts), *(() if money else amounts))
            reading.scale = magnitude
            reading.next += 1
            reading.end = word.end
            return True
    known = unit_of(word.text, cursor.language) or word.text in cursor.numerals
    return bool(known) or bool(cursor.half_of_day(reading.next))


def _name(reading: Reading, raw: str, last: Token, amounts: tuple[Amount, ...]) -> Reading:
    reading.keys = {Key("name", "/".join(re.findall(r"\d+", raw)))}
    reading.also(*amounts)
    reading.certainty = "weak"
    reading.next += 1
    reading.end = last.end
    return reading


def _hyphenated_word(cursor: Cursor, reading: Reading, amounts: tuple[Amount, ...], word: Token) -> None:
    """Read what is tied to digits by a hyphen: an ordinal's ending, a magnitude, a unit (which `beside` reads)."""
    if word.kind != "word":
        return
    if cursor.language == "uk" and not unit_of(word.text, "uk"):
        if len(word.text) <= _LONGEST_ORDINAL_ENDING:
            year = amounts[0]
            reading.also(*(decade(year) if word.text in _DECADE_ENDINGS or 0 < year < 100 else (year,)))
            reading.next += 2
            return
        for stem, magnitude in _UKRAINIAN_MAGNITUDES.items():
            if word.text.startswith(stem):
                reading.also(*(amount * magnitude for amount in amounts))
                reading.scale = magnitude
                reading.next += 2
                reading.end = word.end
    numeral = cursor.numerals.get(word.text)
    if cursor.language == "en" and numeral and numeral.role == "magnitude":
        reading.next += 1


def _with_magnitudes(cursor: Cursor, reading: Reading, amounts: tuple[Amount, ...]) -> list[Amount]:
    """Multiply by the magnitudes that follow: "2 млн 300 тис. 40" is one number, as is "25 тисяч 491"."""
    results: list[Amount] = []
    position = reading.next
    for amount in amounts:
        position = reading.next
        half = cursor.after_half(position)
        if half and cursor.numeral(half):  # 6 із половиною мільйонів
            amount, position = amount + Fraction(1, 2), half
        total = NumeralSum(amount)
        while True:
            numeral = cursor.numeral(position)
            if numeral is None or numeral.role not in ("magnitude", "group") or not total.add(numeral):
                break
            position = _after_magnitude(cursor, position)
            while (rest := _after_rest(cursor, position, total)) > position:
                position = rest
        value = total.value
        if total.words and (half := cursor.after_half(position)):
            value += Fraction(total.scale) / 2
            position = half
        results.append(value)
        reading.scale = total.scale
    if position > reading.next:
        reading.next = position
        reading.end = cursor.token(position - 1).end
    return results


def _after_magnitude(cursor: Cursor, position: int) -> int:
    abbreviated = cursor.word(position) in _ABBREVIATED and cursor.word(position + 1) == "."
    return position + (2 if abbreviated else 1)


def _after_rest(cursor: Cursor, position: int, total: NumeralSum) -> int:
    """Add the digits that go on after a magnitude, with their own; return the position after them."""
    token = cursor.token(position)
    tied = cursor.token(position + 1).glued and cursor.token(position + 1).raw in DASHES
    if token.kind != "number" or not token.raw.isdigit() or total.scale == 1 or tied:
        return position
    following = cursor.numeral(position + 1)
    if following is None or following.role != "magnitude":
        return position + total.add_rest(int(token.raw))
    return _after_magnitude(cursor, position + 1) if total.add_rest(int(token.raw), following.value) else position


def _clock_keys(cursor: Cursor, hour: int, minute: int, after: int) -> set[Key]:
    """Return what a time of day can mean: in English an hour up to 12 is of either half unless the half is said."""
    if hour > 24 or minute > 59:
        return set()
    half = cursor.half_of_day(after)
    possible = hours(hour, half)
    if not half and cursor.language == "en" and hour <= 12:
        possible |= {(hour + 12) % 24}
    return {Key("clock", 60 * candidate + minute) for candidate in possible}
