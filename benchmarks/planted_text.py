"""Errors that translators make in the text around numbers and names, planted one at a time in good English.

Each function takes a source of chance, the Ukrainian and the English, and returns the English with the error; None
where there is nothing to spoil.
"""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from pipeline.check.quotation_marks import Quotation, outer_quotations

Plant = Callable[[Random, str, str], str | None]

OTHER_LANGUAGES = Path(__file__).with_name("planted_text_data") / "other_languages.tsv"
ARTICLES = {"a", "an", "the"}
MOST_WORDS_MOVED = 4

_WORD = re.compile(r"\S+")
_REMOVABLE = (
    (r"\b(can)not\b", r"\1"),
    (r"\b(is|are|was|were|do|does|did|has|have|had|would|could|should|must|need)n['’]t\b", r"\1"),
    (r"\bcan['’]t\b", "can"),
    (r"\bwon['’]t\b", "will"),
    (r"\bnot (?!only|least)", ""),
    (r"\b[Nn]o (?=[a-z])", ""),
    (r"\bnever ", ""),
    (r"\bwithout\b", "with"),
    (r"\bnothing\b", "everything"),
    (r"\b[Nn]o one\b", "everyone"),
    (r"\bnone of\b", "all of"),
)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|would|can|could|has|have|had|must|should|may|might)\b(?! not|n't)")


def move_quotation_mark(chosen: Random, _: str, english: str) -> str | None:
    """Move one mark of a quotation by one to four words, not over articles alone."""
    if not (quotations := _straight(english)):
        return None
    quotation = chosen.choice(quotations)
    moves = [
        (side, step) for side in ("open", "close") for step in range(-MOST_WORDS_MOVED, MOST_WORDS_MOVED + 1) if step
    ]
    chosen.shuffle(moves)
    moved = (_with_mark_moved(chosen, english, quotation, side == "open", step) for side, step in moves)
    return next((text for text in moved if text), None)


def _with_mark_moved(chosen: Random, text: str, quotation: Quotation, opening: bool, step: int) -> str | None:
    position = quotation.start if opening else quotation.end - 1
    bare = text[:position] + text[position + 1 :]
    other = quotation.end - 2 if opening else quotation.start
    places = [match.start() if opening else match.end() for match in _WORD.finditer(bare)]
    now = min(range(len(places)), key=lambda i: abs(places[i] - position))
    if not 0 <= now + step < len(places):
        return None
    place = places[now + step]
    while not opening and chosen.random() < 0.5 and bare[place - 1] in ",.;:":
        place -= 1
    crossed = bare[min(place, position) : max(place, position)]
    if (place >= other if opening else place <= other + 1) or '"' in crossed:
        return None
    if not set(re.findall(r"\w+", crossed.lower())) - ARTICLES:
        return None
    return f'{bare[:place]}"{bare[place:]}'


def remove_quotation_mark(chosen: Random, _: str, english: str) -> str | None:
    """Remove one mark."""
    if not (quotations := _straight(english)):
        return None
    quotation = chosen.choice(quotations)
    position = chosen.choice((quotation.start, quotation.end - 1))
    return english[:position] + english[position + 1 :]


def remove_quotation_marks(chosen: Random, _: str, english: str) -> str | None:
    """Remove both marks of a quotation."""
    if not (quotations := _straight(english)):
        return None
    one = chosen.choice(quotations)
    return english[: one.start] + english[slice(*one.inner)] + english[one.end :]


def add_quotation_marks(chosen: Random, _: str, english: str) -> str | None:
    """Put marks around one to four words that stand in none."""
    words = list(_WORD.finditer(english))
    first = chosen.randrange(len(words))
    last = min(len(words) - 1, first + chosen.randrange(4))
    start, end = words[first].start(), words[last].end()
    if any(one.start < end and one.end > start for one in outer_quotations(english)):
        return None
    return f'{english[:start]}"{english[start:end]}"{english[end:]}'


def _straight(text: str) -> list[Quotation]:
    return [one for one in outer_quotations(text) if one.is_whole and text[one.start] == '"']


def remove_denial(chosen: Random, _: str, english: str) -> str | None:
    """Turn a denial into its opposite."""
    found = [(match, other) for pattern, other in _REMOVABLE for match in re.finditer(pattern, english)]
    if not found:
        return None
    match, other = chosen.choice(found)
    return english[: match.start()] + match.expand(other) + english[match.end() :]


def add_denial(chosen: Random, _: str, english: str) -> str | None:
    """Put "not" behind an auxiliary verb."""
    found = list(_AUXILIARY.finditer(english))
    if not found:
        return None
    end = chosen.choice(found).end()
    return f"{english[:end]} not{english[end:]}"


def loop_phrase(chosen: Random, _: str, english: str) -> str | None:
    """Say a phrase of two to six words two to five times in a row."""
    words = english.split()
    length = chosen.randint(2, 6)
    if len(words) < length:
        return None
    first = chosen.randrange(len(words) - length + 1)
    phrase = words[first : first + length]
    return " ".join([*words[:first], *phrase * chosen.randint(2, 5), *words[first + length :]])


def loop_word(chosen: Random, _: str, english: str) -> str | None:
    """Say a word three to eight times in a row."""
    words = english.split()
    first = chosen.randrange(len(words))
    return " ".join([*words[:first], *[words[first]] * chosen.randint(3, 8), *words[first + 1 :]])


def repeat_sentence(_: Random, __: str, english: str) -> str:
    """Say everything twice."""
    return f"{english} {english}"


def leave_word(chosen: Random, ukrainian: str, english: str) -> str | None:
    """Put a Ukrainian word in the place of an English one."""
    words, others = english.split(), re.findall(r"[а-яіїєґА-ЯІЇЄҐ]{3,}", ukrainian)
    if not others:
        return None
    words[chosen.randrange(len(words))] = chosen.choice(others)
    return " ".join(words)


def copy_source(_: Random, ukrainian: str, __: str) -> str:
    """Give the source back."""
    return ukrainian


def answer_in_another_language(chosen: Random, _: str, __: str) -> str:
    """Say something in another language."""
    lines = OTHER_LANGUAGES.read_text(encoding="utf-8").splitlines()
    return chosen.choice([line for line in lines if not line.startswith("#")]).split("\t")[1]


def add_control_character(chosen: Random, _: str, english: str) -> str:
    """Put an invisible character between two others."""
    place = chosen.randrange(len(english) + 1)
    return english[:place] + chosen.choice("\x00\x07\x1b\u200b\u202e\ufeff\ufffd\ue000") + english[place:]


def cut_off(chosen: Random, _: str, english: str) -> str | None:
    """Stop somewhere in the last two thirds."""
    words = english.split()
    if len(words) < 9 or not english.endswith((".", "!", "?", '"')):
        return None
    return " ".join(words[: chosen.randint(len(words) // 3, len(words) - 3)])


def drop_clause(chosen: Random, _: str, english: str) -> str | None:
    """Leave out what stands between commas, five words or more of it."""
    clauses = re.split(r"(?<=,) ", english)
    long = [i for i, clause in enumerate(clauses) if len(clause.split()) >= 5]
    if len(clauses) < 2 or not long:
        return None
    gone = chosen.choice(long)
    return " ".join(clause for i, clause in enumerate(clauses) if i != gone)


QUOTATIONS: dict[str, Plant] = {
    "mark moved": move_quotation_mark,
    "one mark removed": remove_quotation_mark,
    "both marks removed": remove_quotation_marks,
    "marks added": add_quotation_marks,
}
DENIALS: dict[str, Plant] = {"denial removed": remove_denial, "denial added": add_denial}
TEXT: dict[str, Plant] = {
    "phrase looped": loop_phrase,
    "word looped": loop_word,
    "sentence said twice": repeat_sentence,
    "word left in Ukrainian": leave_word,
    "source copied": copy_source,
    "another language": answer_in_another_language,
    "invisible character": add_control_character,
}
PARTS: dict[str, Plant] = {"cut off": cut_off, "clause of 5 words or more left out": drop_clause}
