"""Cut an over-long sentence where a reader would breathe, so that no part of it is ever truncated."""

import re
import unicodedata
from collections.abc import Callable, Sequence

CLAUSES_VERSION = 3
"""Stands in every key of the memory: raise it whenever clauses are cut or joined otherwise."""

_CONJUNCTIONS = (
    "а|або|адже|але|аби|бо|де|зате|звідки|і|й|коли|куди|однак|оскільки|поки|проте|та|тож|тому|хоча|чи|що|щоб|якщо|"
    "який|яка|яке|які|якого|якої|яких|якому|якій|яким|якими|якою|яку"
)
# From the best place to cut to the worst; each matches the white space between two parts.
_CUTS = (
    re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][»”\"]))\s+(?=[^\W\d_a-zа-яґєії]|[\"«“„—–(\d])"),
    re.compile(r"(?<=;)\s+"),
    re.compile(r"(?<=:)\s+|\s+(?=[—–]\s)"),
    re.compile(rf"(?<=,)\s+(?=(?:{_CONJUNCTIONS})\s)", re.IGNORECASE),
    re.compile(r"(?<=,)\s+"),
    re.compile(r"\s+(?=(?:і|й|та|або|чи)\s)", re.IGNORECASE),
    re.compile(r"\s+"),
)
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\.[A-Za-z]|\b(?:Mr|Ms|Mrs|Dr|St|Sr|Jr|etc|Inc|Co))\.$")  # its full stop stays
_SMALL_WORDS = re.compile(
    r"(?:an?|and|as|at|because|but|by|for|from|he|his|how|if|in|its?|of|on|or|our|she|so|that|the|their|there|these|they|"
    r"this|those|to|until|was|we|were|what|when|where|whether|which|while|who|whom|whose|why|with|without)\b",
    re.IGNORECASE,
)
_EDGE = 0.15  # a part shorter than this would be translated out of its context; a worse kind of cut is better


def split_clauses(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Split `text` into parts that fit: at the best kind of boundary there is, at the one nearest to the middle.

    A word that does not fit is cut between letters; a single letter never is.

    Returns: the parts in order; joined they are `text`, white space aside. None is empty unless `text` is.
    """
    text = text.strip()
    if len(text) < 2 or fits(text):
        return [text]
    before, after = _halves(text)
    return [*split_clauses(before, fits), *split_clauses(after, fits)]


def join_clauses(clauses: Sequence[str], translations: Sequence[str]) -> str:
    """Join the English of each clause to one sentence: a model ends with a full stop what it takes for a sentence.

    What the clause does not end with is taken away, its comma is put back, and a small word begins small again where
    the clause does.
    """
    joined = []
    for number, (clause, translation) in enumerate(zip(clauses, translations, strict=True)):
        text, last = translation.strip(), number == len(clauses) - 1
        if (
            not last
            and text.endswith(".")
            and not clause.rstrip().endswith((".", "…"))
            and not _ABBREVIATED.search(text)
        ):
            text = text[:-1] + ("," if clause.rstrip().endswith(",") else "")
        if number and clause.lstrip()[:1].islower() and _SMALL_WORDS.match(text):
            text = text[0].lower() + text[1:]
        joined.append(text)
    return " ".join(filter(None, joined))


def _halves(text: str) -> tuple[str, str]:
    middle, edge = len(text) / 2, _EDGE * len(text)
    for cut in _CUTS:
        places = [found for found in cut.finditer(text) if edge <= found.start() and found.end() <= len(text) - edge]
        if places:
            best = min(places, key=lambda found: abs(found.start() - middle))
            return text[: best.start()], text[best.end() :]
    place = _before_a_letter(text, len(text) // 2)
    return text[:place], text[place:]


def _before_a_letter(text: str, place: int) -> int:
    """Move `place` on past the marks that belong to the letter before it, unless nothing would be left then."""
    moved = place
    while moved < len(text) and unicodedata.combining(text[moved]):
        moved += 1
    return moved if moved < len(text) else place
