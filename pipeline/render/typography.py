"""Ukrainian and English typography, applied when text is shown and never before.

Every rule replaces one character by one, so offsets into a sentence are offsets into what is shown. What would need
more or fewer (three full stops for an ellipsis, two hyphens for a dash) stays as the outlet wrote it.
"""

import regex

from pipeline.records import Language

NBSP = "\u00a0"

_WIDOW_CHARACTERS = 24  # a last word is held by the one before it if both together are not longer
_HEADLINE_WORDS = 4  # a shorter headline is one line anyway

_MARKS = {"uk": ("«", "»", "„", "“"), "en": ("“", "”", "‘", "’")}  # outer, inner
_QUOTES = frozenset('"“”„‟«»')
_ALWAYS_OPENING = frozenset("„‟«")
_ALWAYS_CLOSING = frozenset("”»")
_BEFORE_OPENING = frozenset(' \u00a0([{—–-/"“„‘«')


def _unbreakable(*places: str) -> regex.Pattern[str]:
    """Compile places, each "what stands before|what follows" a space, into a pattern of the spaces that must hold."""
    return regex.compile("|".join(f"(?<={before}) (?={after})" for before, after in (p.split("␣") for p in places)))


_SPACES = {
    "uk": _unbreakable(
        r"\b(?i:в|у|з|із|зі|до|на|за|о|об|по|під|над|від|для|про|при|без|й|і|та|а|але|не|ні|що|як|чи|бо|де|це)␣[^\s—–-]",
        r"␣(?:б|би|ж|же)\b(?!['’])",
        r"␣[—–](?:\s|$)",
        r"^[—–]␣",
        r"\d␣\d{3}(?!\d)",
        r"\d␣(?:%|°C|млн|млрд|трлн|тис|грн|дол|коп|євро|долар|грив|км|м|см|мм|кг|г|т|га|к?В|[кМГ]Вт|год|хв|рр?\.)",
        r"\d␣(?:рок|рік|раз|ос[іо]б|людей|тонн)",
        r"\d␣(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)",
        r"\b(?:млн|млрд|трлн|тис\.)␣(?:грн|дол|євро|грив|\p{Lu}{3}\b)",
        r"[№§]␣",
        r"\b(?:м|с|смт|вул|просп|пл|ст|п|рис|ім|св|о|проф|акад|ген)\.␣[\d\p{Lu}]",
        r"\b\p{Lu}\.␣\p{Lu}",
    ),
    "en": _unbreakable(
        r"␣[—–](?:\s|$)",
        r"^[—–]␣",
        r"\b(?:a|A|I)␣\w",
        r"\d␣\d{3}(?!\d)",
        r"\d␣(?:percent|thousand|[mb]illion|trillion|km|kilomet|miles?\b|met(?:er|re)s|kg|ton|[kMG]W|kV|mm|cm|[ap]\.m\.)",
        r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.␣\d",
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)␣\d",
        r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|No)\.␣[\d\p{Lu}]",
        r"\b\p{Lu}\.␣\p{Lu}",
    ),
}
_HYPHEN_AS_DASH = regex.compile(r"(?:^|(?<=\s))-(?=\s)")
_SHORT_DASH = regex.compile(r"(?:^|(?<=\s))–(?=\s)")
_UKRAINIAN_APOSTROPHE = regex.compile(r"(?<=\p{L})['`´ʼ](?=\p{L})")
_OPENING_APOSTROPHE = regex.compile(r"(?:^|(?<=[\s(\[“—]))'(?=\p{L})")


def typeset(text: str, language: Language) -> str:
    """Return `text` as newspapers set it: quotation marks, dashes, apostrophes, no-break spaces; as long as before."""
    if language not in _SPACES:
        return text
    if "- " in text:
        text = _HYPHEN_AS_DASH.sub("—", text)
    if language == "uk":
        text = _UKRAINIAN_APOSTROPHE.sub("’", _SHORT_DASH.sub("—", text))
    else:
        text = _OPENING_APOSTROPHE.sub("‘", text).replace("'", "’")
    held: str = _SPACES[language].sub(NBSP, _quote(text, _MARKS[language]))
    return held


def typeset_headline(text: str, language: Language) -> str:
    """Return `text` as `typeset` does, its last word never alone on a line where it would look lost."""
    text = typeset(text, language)
    words = text.split(" ")
    if len(words) < _HEADLINE_WORDS or len(words[-2]) + 1 + len(words[-1]) > _WIDOW_CHARACTERS:
        return text
    return NBSP.join(text.rsplit(" ", 1))


def _quote(text: str, marks: tuple[str, str, str, str]) -> str:
    """Replace every double quotation mark by the language's own, the inner ones inside others.

    A straight mark opens where a word follows and none stands before; a quotation may begin or end in another sentence.
    """
    if _QUOTES.isdisjoint(text):
        return text
    outer_open, outer_close, inner_open, inner_close = marks
    set_text, depth = list(text), 0
    for place, character in enumerate(text):
        if character not in _QUOTES:
            continue
        if _opens(text, place):
            set_text[place] = inner_open if depth else outer_open
            depth += 1
        elif not depth and character == '"' and text[place - 1 : place].isdigit():
            continue  # inches
        else:
            depth = max(0, depth - 1)
            set_text[place] = inner_close if depth else outer_close
    return "".join(set_text)


def _opens(text: str, place: int) -> bool:
    if text[place] in _ALWAYS_OPENING:
        return True
    if text[place] in _ALWAYS_CLOSING:
        return False
    followed = place + 1 < len(text) and not text[place + 1].isspace()
    return followed and (place == 0 or text[place - 1] in _BEFORE_OPENING)
