"""Numbers and names: what a written point must not have of its own.

Numbers in digits only: `два роки` and `2 роки` are not compared. Names are words written large, and no others.
"""

from dataclasses import dataclass

import regex

from pipeline.text.words import words

_NUMBER = regex.compile(
    r"""(?P<digits>\p{N}+(?:[.,]\p{N}+|\s\p{N}{3}(?!\p{N}))*)
    (?:[\s-]?(?:(?P<percent>%|відсотк|процент|per\s?cent)
        |(?P<thousand>тис\b|тисяч|thousand)
        |(?P<million>млн|мільйон|million)
        |(?P<billion>млрд|мільярд|billion|bn\b)
        |(?P<trillion>трлн|трильйон|trillion)))?""",
    regex.VERBOSE | regex.IGNORECASE,
)
_GROUP = regex.compile(r"(?<=\p{N})[.,\s](?=\p{N}{3}(?!\p{N}))")
_WORD = regex.compile(r"[\p{L}'’ʼ]+")
_BEGINS = regex.compile(r"(?:^|[.!?…:]\s)[\s«„“\"(]*")


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its place in the text; equal values are the same number, `4 700 тис.` and `4,700 thousand`."""

    value: str
    start: int
    end: int


def find_numbers(text: str) -> list[Number]:
    """Return the numbers written in digits, each with its percent sign or magnitude."""
    found = []
    for match in _NUMBER.finditer(text):
        digits = _GROUP.sub("", match["digits"]).replace(",", ".")
        magnitude = next((name for name, said in match.groupdict().items() if said and name != "digits"), "")
        found.append(Number(f"{digits} {magnitude}".strip(), match.start(), match.end()))
    return found


def find_names(text: str) -> frozenset[str]:
    """Return the words written large inside a sentence, and abbreviations anywhere, in lower case."""
    begins = {match.end() for match in _BEGINS.finditer(text)}
    return frozenset(
        name
        for match in _WORD.finditer(text)
        if match[0][0].isupper() and (match.start() not in begins or (len(match[0]) > 1 and match[0].isupper()))
        for name in words(match[0])
    )
