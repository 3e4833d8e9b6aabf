"""Numbers written in words, and the words that stand for a number: months, days of the week, noon, Roman numerals."""

import functools
from fractions import Fraction

from pipeline.check.quantities import numerals_en, numerals_uk
from pipeline.check.quantities.calendar_words import DOUBTFUL_MONTHS, MIDNIGHT, NOON, months, weekdays
from pipeline.check.quantities.compounds_uk import read_compound
from pipeline.check.quantities.cursor import Cursor
from pipeline.check.quantities.digits import roman
from pipeline.check.quantities.numerals import Numeral, NumeralSum, word_keys
from pipeline.check.quantities.quantity import Certainty, Key, number_key
from pipeline.check.quantities.reading import Reading
from pipeline.check.quantities.set_phrases import may_begin_phrase
from pipeline.check.quantities.tokens import DASHES
from pipeline.check.quantities.units import currency_mentioned, unit_of
from pipeline.records import TextLanguage

_ARTICLES = frozenset(("a", "an"))
_PAST_THE_HOUR = {"пів": 30, "половина": 30, "половині": 30, "half": 30, "чверть": 15, "quarter": 15}
_AND_MORE = frozenset(("гаком", "лишком", "чимось"))
_COUNTING_ONE = frozenset(("a", "an", "one", "another", "every", "per", "each", "the"))


def may_begin(cursor: Cursor, position: int) -> bool:
    """Say at little cost whether a number may begin with the word at `position`; most do not."""
    token = cursor.tokens[position]
    return _may_begin(token.text, cursor.language) or token.raw.isupper() or cursor.word(position + 1) == "and"


def read_word(cursor: Cursor, position: int) -> Reading | None:
    """Read the number that begins with the word at `position`, None if none does."""
    token = cursor.token(position)
    word = token.text
    if word in cursor.numerals:
        return _number_words(cursor, position)
    if month := cursor.months.get(word):
        return _month(cursor, position, month)
    if weekday := cursor.weekdays.get(word):
        return _single(cursor, position, Key("weekday", weekday), "words")
    if cursor.language == "en" and (word in _ARTICLES or cursor.word(position + 1) == "and"):
        return _one_and_a_half(cursor, position)
    if word in NOON or word in MIDNIGHT:
        return _single(cursor, position, Key("clock", 720 if word in NOON else 0), "weak")
    if token.raw.isupper() and (value := roman(token.raw, single=cursor.word(position + 1).startswith("столі"))):
        return _single(cursor, position, number_key(value), "weak")
    if cursor.language == "uk" and (compound := read_compound(word)):
        reading = _single(cursor, position, number_key(compound.value), "weak")
        reading.value = compound.value
        reading.unit = unit_of(compound.rest, "uk")
        reading.scale = compound.scale
        if reading.unit and compound.value > 1 and compound.value != 100:  # half-hearted, centenarian
            reading.certainty = "words"
        return reading
    if currency := currency_mentioned(word, cursor.language):
        reading = _single(cursor, position, Key("currency", currency), "weak")
        reading.unit = currency
        return reading
    return None


@functools.lru_cache(maxsize=1 << 16)
def _may_begin(word: str, language: TextLanguage) -> bool:
    """Say whether a number can begin with `word`; most words are common ones, and asked for again."""
    known = numerals_uk.numerals() if language == "uk" else numerals_en.numerals()
    return (
        word in known
        or word in months(language)
        or word in weekdays(language)
        or word in NOON
        or word in MIDNIGHT
        or word in _ARTICLES
        or bool(currency_mentioned(word, language))
        or may_begin_phrase(word)
        or (language == "uk" and read_compound(word) is not None)
    )


def _single(cursor: Cursor, position: int, key: Key, certainty: Certainty) -> Reading:
    token = cursor.token(position)
    return Reading({key}, certainty, position, position + 1, token.start, token.end)


def _month(cursor: Cursor, position: int, month: int) -> Reading | None:
    if cursor.word(position) in ("may", "march") and not cursor.token(position).raw[0].isupper():
        return None
    beside = (cursor.token(position - 1).kind, cursor.token(position + 1).kind)
    doubtful = cursor.word(position) in DOUBTFUL_MONTHS or (cursor.language == "uk" and cursor.is_named(position))
    return _single(cursor, position, Key("month", month), "weak" if doubtful and "number" not in beside else "words")


def _one_and_a_half(cursor: Cursor, position: int) -> Reading | None:
    """Read "a year and a half", the article left out in headlines; any other article is none of ours."""
    noun_at = position + (cursor.word(position) in _ARTICLES)
    noun = cursor.numeral(noun_at)
    if noun and noun.role in ("magnitude", "hundreds", "group"):
        return None
    end = cursor.after_half(noun_at + 1)
    if end is None:
        return None
    value = Fraction(3, 2)
    start = cursor.token(position).start
    reading = Reading({number_key(value)}, "words", position, end, start, cursor.token(end - 1).end, value)
    reading.unit = unit_of(cursor.word(noun_at), "en")
    return reading


def _number_words(cursor: Cursor, position: int) -> Reading:
    total = NumeralSum()
    end = position
    while (following := _next_numeral(cursor, end, total)) is not None:
        end = following + 1
    value, scale = total.value, total.scale
    keys = word_keys(total)
    if half := cursor.after_half(end):
        value += Fraction(scale) / 2
        end = half
        follow = cursor.numeral(end)
        if scale == 1 and follow and follow.role == "magnitude":
            value, scale = value * follow.value, follow.value
            end += 1
        keys = {number_key(value)}
    if len(total.words) > 1 and cursor.word(end - 1) == "second":
        keys.add(number_key(value - 2))  # a twenty-second exposure
    token = cursor.token(position)
    reading = Reading(keys, "words", position, end, token.start, cursor.token(end - 1).end, value, scale=scale)
    if _is_weak(cursor, reading, total.words):
        reading.certainty = "weak"
    if total.words[-1].role == "ordinal" and cursor.word(end) in cursor.months:
        reading.certainty = "words"
    _past_the_hour(cursor, reading)
    return reading


def _next_numeral(cursor: Cursor, position: int, total: NumeralSum) -> int | None:
    """Add the next number word to `total` and return where it stands; None if the number ends before `position`."""
    if not total.words:
        numeral = cursor.numeral(position)
        return position if numeral and total.add(numeral) else None
    last = total.words[-1]
    ahead = position
    if cursor.language == "en":
        if cursor.word(ahead) in ("-", "‑") or (
            cursor.word(ahead) == "and" and last.role in ("magnitude", "hundreds") and cursor.numeral(ahead + 1)
        ):
            ahead += 1
        if last.role in ("fraction", "half"):
            ahead += cursor.word(ahead) == "of"
            ahead += cursor.word(ahead) in _ARTICLES
    elif cursor.word(ahead) in ("з", "із") and cursor.word(ahead + 1) in _AND_MORE:
        ahead += 2
    numeral = cursor.numeral(ahead)
    if numeral is None or not _joins(last, numeral) or (cursor.language == "uk" and _is_tied(cursor, ahead + 1)):
        return None
    return ahead if total.add(numeral) else None


def _joins(last: Numeral, numeral: Numeral) -> bool:
    if last.role in ("times", "ordinal"):
        return False
    if last.role in ("fraction", "half") or (last.weak and last.value == 2):
        return numeral.role in ("magnitude", "group")
    return numeral.role != "half"


def _is_weak(cursor: Cursor, reading: Reading, words: list[Numeral]) -> bool:
    """Say whether number words may be no number: several hundred, a surname, the two, the first part of a name."""
    first, last = words[0], words[-1]
    if (
        all(word.weak for word in words)
        or (len(words) == 1 and first.many and first.role == "group")
        or cursor.is_named(reading.first)
    ):
        return True
    before = cursor.word(reading.first - 1)
    if cursor.language == "en":
        indefinite = first.role in ("magnitude", "hundreds") and before not in _COUNTING_ONE
        return indefinite or (before == "the" and last.value == 2)
    return _is_tied(cursor, reading.next)


def _is_tied(cursor: Cursor, position: int) -> bool:
    """Say whether a hyphen at `position` ties what stands before it to a word that is no number: сім-картка."""
    after, tail = cursor.token(position), cursor.token(position + 1)
    tied = after.glued and after.raw in DASHES and tail.glued and tail.kind == "word"
    return tied and tail.text not in cursor.numerals


def _past_the_hour(cursor: Cursor, reading: Reading) -> None:
    """Read "пів на четверту" and "half past three", "чверть на дев'яту" and "quarter past eight"."""
    minutes = _PAST_THE_HOUR.get(cursor.word(reading.first))
    if minutes is None or cursor.word(reading.next) != ("на" if cursor.language == "uk" else "past"):
        return
    hour = cursor.numeral(reading.next + 1)
    if hour is None or not isinstance(hour.value, int) or not 1 <= hour.value <= 12:
        return
    value = hour.value - 1 if cursor.language == "uk" else hour.value
    moment = 60 * value + minutes
    reading.keys = {Key("clock", moment % 1440), Key("clock", (moment + 720) % 1440), number_key(value)}
    reading.next += 2
    reading.end = cursor.token(reading.next - 1).end
    reading.certainty = "words"
