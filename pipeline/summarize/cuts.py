"""What a sentence that stands alone can do without: the clause it ends with, a clause about a name.

Cut is only what leaves a whole and true sentence: what is told beside the main clause; never what limits, denies or
contradicts it (`if`, `but`, `although`), never who says it, nothing in quotation marks. Ukrainian has a comma before
every relative clause, also before one that says which things are meant; there only clauses about a name or one thing
go.
What it does not do: judge whether the reader misses what is gone. `features` does.
"""

from collections.abc import Iterator

import regex

from pipeline.records import Language, TextLanguage
from pipeline.summarize.cut_rules import (
    CONDITION,
    DENIAL,
    FINITE,
    JOINING,
    LAST,
    NO_CUT,
    REFUSED,
    REQUIRED,
    SAID_OF_NAME,
)
from pipeline.text.attribution import claim_in, is_attributed
from pipeline.text.morphology import is_known, is_verb
from pipeline.text.words import words

_FEWEST_WORDS = 6
_FEWEST_AFTER_STOP = 4  # "...; now" is no clause
_IMPERSONAL = ("ено", "ано", "ито", "уто", "ято", "єно")  # "передбачено": verbs that the dictionary has as adverbs
_INFINITIVE = ("ти", "тися")
_WITH_COMMAS = ("semicolon", "said of a name")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))


def shortened(text: str, language: Language) -> Iterator[str]:
    """Yield `text` shorter and shorter, one more piece cut each time; nothing if nothing can be cut."""
    if language not in LAST:
        return
    told: TextLanguage = "en" if language == "en" else "uk"
    while (shorter := _without_one(text, told)) is not None:
        yield shorter
        text = shorter


def _without_one(text: str, language: TextLanguage) -> str | None:
    """Return `text` without the first piece that may go, None if there is none."""
    for start, end, rule in _pieces(text, language):
        rest = text[:start] + ("" if text[start - 1] == "." and text[end:] == "." else text[end:])  # "10 a.m."
        if _is_whole(rest, language) and _may_go(text, text[start:end], rest, rule, language):
            return rest
    return None


def _pieces(text: str, language: TextLanguage) -> Iterator[tuple[int, int, str]]:
    """Yield what could be cut, in the order in which it is tried: start, end, rule."""
    for match in regex.finditer(SAID_OF_NAME[language], text):
        if language == "en" or (
            _is_name(text, match["name"], match.start("name")) and _is_finite(match["next"].lower())
        ):
            yield match.start("cut"), match.end("cut"), "said of a name"
    for rule, pattern in LAST[language].items():
        for match in regex.finditer(pattern, text, overlapped=True):
            yield match.start(), match.end() - 1, rule  # the full stop stays


def _is_name(text: str, word: str, start: int) -> bool:
    first = not regex.search(r"[\p{L}\p{N},»]\s$", text[:start])
    return word[0].isupper() and not (first and is_known(word.lower()))


def _is_whole(rest: str, language: TextLanguage) -> bool:
    """Say whether what is left is a sentence: long enough, with a verb, its marks in pairs, not half of a condition."""
    last = regex.split(r"[;:]\s", rest)[-1]
    return (
        len(words(rest)) >= _FEWEST_WORDS
        and len(words(last)) >= _FEWEST_AFTER_STOP
        and rest.count('"') % 2 == 0
        and all(rest.count(one) == rest.count(other) for one, other in _PAIRS)
        and _has_verb(last, language)
        and not regex.search(CONDITION[language], rest)
    )


def _may_go(text: str, cut: str, rest: str, rule: str, language: TextLanguage) -> bool:
    """Say whether a piece neither denies nor limits the rest, nor says whose words they are, and its rule applies."""
    before = rest.rstrip(".")
    key = (language, rule)
    return not (
        regex.search(DENIAL[language], cut)
        or (rule not in _WITH_COMMAS and regex.search(JOINING[language], cut[1:]))
        or (claim_in(text, language) and not claim_in(rest, language))
        or (is_attributed(text, language) and not is_attributed(rest, language))
        or (key in REFUSED and regex.search(REFUSED[key], before, flags=regex.VERBOSE))
        or (key in NO_CUT and regex.search(NO_CUT[key], cut, flags=regex.VERBOSE))
        or (key in REQUIRED and not regex.search(REQUIRED[key], before))
        or (language == "uk" and rule in ("and", "contrast") and not _is_clause(cut))
    )


def _is_clause(cut: str) -> bool:
    """Say whether a Ukrainian clause has a verb, and not first: `..., а опинився в окопі` goes on about the same."""
    said = words(cut)[1:]  # after the conjunction
    return bool(said) and not _is_finite(said[0]) and any(map(_is_finite, said))


def _has_verb(text: str, language: TextLanguage) -> bool:
    if language == "en":
        return regex.search(FINITE, text) is not None
    return any(_is_finite(word) for word in words(text))


def _is_finite(word: str) -> bool:
    return (is_verb(word) and not word.endswith(_INFINITIVE)) or word.endswith(_IMPERSONAL)
