"""A tokenised sentence together with the words of its language that have to do with numbers."""

from pipeline.check.quantities import numerals_en, numerals_uk
from pipeline.check.quantities.calendar_words import HalfOfDay, half_of_day, months, weekdays
from pipeline.check.quantities.numerals import Numeral
from pipeline.check.quantities.tokens import NO_TOKEN, Token, tokenise
from pipeline.records import TextLanguage

_AFTER_HOUR = frozenset(("in", "at", "o'clock", "годині", "години", "година", "годин"))


class Cursor:
    """Reads tokens by position; beyond the ends there is `NO_TOKEN`."""

    def __init__(self, text: str, language: TextLanguage) -> None:
        self.text = text
        self.language = language
        self.tokens = tokenise(text)
        self.numerals = numerals_uk.numerals() if language == "uk" else numerals_en.numerals()
        self.months = months(language)
        self.weekdays = weekdays(language)

    def token(self, position: int) -> Token:
        """Return the token at `position`."""
        return self.tokens[position] if 0 <= position < len(self.tokens) else NO_TOKEN

    def word(self, position: int) -> str:
        """Return the folded text of the token at `position`, empty beyond the ends."""
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    def numeral(self, position: int) -> Numeral | None:
        """Return what the word at `position` is worth, None if it is no number word."""
        return self.numerals.get(self.word(position))

    def is_named(self, position: int) -> bool:
        """Say whether the word at `position` is capitalised within a sentence, as a surname or a channel is."""
        return self.token(position).raw[:1].isupper() and self.token(position - 1).kind == "word"

    def half_of_day(self, position: int) -> HalfOfDay:
        """Return the half of the day that is told from `position` on: "p.m.", "in the morning", "години вечора"."""
        word = self.word(position)
        if word in ("a", "p") and self.word(position + 1) == "." and self.word(position + 2) == "m":
            return "am" if word == "a" else "pm"
        if word in _AFTER_HOUR:
            following = position + 1
            while self.word(following) in ("the", "in", "at"):
                following += 1
            return half_of_day(self.word(following))
        if word in ("am", "pm") or self.language == "uk":
            return half_of_day(word)
        return ""

    def after_half_of_day(self, position: int) -> int:
        """Return the position after "a.m.", "pm" or "ранку" at `position`; `position` itself for anything longer."""
        if self.word(position) in ("am", "pm") or (self.language == "uk" and half_of_day(self.word(position))):
            return position + 1
        if self.word(position) in ("a", "p") and self.word(position + 1) == "." and self.word(position + 2) == "m":
            return position + 4 if self.word(position + 3) == "." else position + 3
        return position

    def after_half(self, position: int) -> int | None:
        """Return the position after "and a half" or "з половиною", None if that does not stand at `position`."""
        if self.language == "uk":
            found = self.word(position) in ("з", "із", "зі") and self.word(position + 1) == "половиною"
            return position + 2 if found else None
        for word in ("and", "a", "half"):
            if self.word(position) in ("-", "‑"):
                position += 1
            if self.word(position) != word:
                return None
            position += 1
        return position
