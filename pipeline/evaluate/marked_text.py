"""Two outputs side by side with their differences marked, word by word, and the findings where they lie."""

import difflib
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.records import Finding

Mark = Literal["", "right", "wrong"]

_TOKEN = re.compile(r"\w+(?:['’ʼ-]\w+)*|[^\w\s]|\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a text: as the reference has it (`right`) or not (`wrong`) where the other output differs.

    `finding` is what a check says of it, empty if nothing.
    """

    text: str
    mark: Mark = ""
    finding: str = ""


def mark_text(text: str, other: str, reference: str, findings: Sequence[Finding] = ()) -> tuple[Piece, ...]:
    """Split `text` into pieces. Joining them gives `text` back.

    Words that the `other` output has in the same order are unmarked. Case counts; white space does not.
    """
    tokens = _TOKEN.findall(text)
    common, meant = _matched(tokens, _TOKEN.findall(other)), _matched(tokens, _TOKEN.findall(reference))
    said = _said(text, findings)
    letters: list[tuple[str, Mark, str]] = []
    for number, token in enumerate(tokens):
        mark: Mark = "" if token.isspace() or number in common else "right" if number in meant else "wrong"
        start = len(letters)
        letters += [(letter, mark, said[start + place]) for place, letter in enumerate(token)]
    groups = itertools.groupby(_bridged(letters), key=lambda letter: letter[1:])
    return tuple(Piece("".join(letter[0] for letter in own), mark, finding) for (mark, finding), own in groups)


def _matched(tokens: Sequence[str], others: Sequence[str]) -> set[int]:
    """Return the indices of `tokens` that stand in a longest common run with `others`; white space does not count."""
    places = [number for number, token in enumerate(tokens) if not token.isspace()]
    words = [tokens[number] for number in places]
    matcher = difflib.SequenceMatcher(None, words, [token for token in others if not token.isspace()], autojunk=False)
    return {places[block.a + step] for block in matcher.get_matching_blocks() for step in range(block.size)}


def _said(text: str, findings: Sequence[Finding]) -> list[str]:
    """Return what the findings say of each character."""
    said = [""] * len(text)
    for finding in findings:
        if finding.target_span:
            for place in range(*finding.target_span):
                if place < len(said):
                    said[place] = finding.message
    return said


def _bridged(letters: list[tuple[str, Mark, str]]) -> list[tuple[str, Mark, str]]:
    """Give white space the mark of its neighbours where both have the same: one run of colour, not one a word."""
    bridged = list(letters)
    for place in range(1, len(letters) - 1):
        before, (letter, _, finding), after = letters[place - 1], letters[place], letters[place + 1]
        if letter.isspace() and before[1] == after[1]:
            bridged[place] = (letter, before[1], finding)
    return bridged
