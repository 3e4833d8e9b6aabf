"""Our own parallel news: articles with headline, lead, body sentences and key points, each line in both languages.

    #A 17 | economy, budget
    T: headline ||| headline
    L: lead ||| lead
    S: a sentence of the body ||| the same in English
    K: a key point ||| the same in English

Every tenth article of a file, number ending in 0, is held out: measured on, never trained on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.corpus.opening import numbered_lines
from pipeline.corpus.pair import Malformed, Pair

CORPUS = "gold"
SEPARATOR = "|||"

_HEAD = re.compile(r"#A\s*(\d+)\s*(?:\|\s*(.*))?$")
_LINE = re.compile(r"([TLSK]):\s*(.*)$")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article: its lines by kind, in order. `name` is file and number: `c04#17`."""

    name: str
    topic: str
    held_out: bool
    titles: tuple[Pair, ...]
    leads: tuple[Pair, ...]
    sentences: tuple[Pair, ...]
    key_points: tuple[Pair, ...]

    @property
    def text(self) -> tuple[Pair, ...]:
        """Headline, lead and body sentences in reading order."""
        return (*self.titles, *self.leads, *self.sentences)


def read_gold(path: Path) -> Iterator[Pair | Malformed]:
    """Yield every line of the articles in `path`, those of held-out articles marked.

    Raises: InputError if the file cannot be read.
    """
    for _, found in _lines(path):
        yield found


def read_articles(path: Path) -> Iterator[GoldArticle]:
    """Yield the articles in `path`; malformed lines are left out.

    Raises: InputError if the file cannot be read.
    """
    heads: dict[str, str] = {}
    parts: dict[str, dict[str, list[Pair]]] = {}
    for (kind, number, topic), found in _lines(path):
        if isinstance(found, Pair):
            heads.setdefault(number, topic)
            parts.setdefault(number, {}).setdefault(kind, []).append(found)
    for number, lines in parts.items():
        titles, leads, sentences, key_points = (tuple(lines.get(kind, ())) for kind in "TLSK")
        held_out = _is_held_out(number)
        yield GoldArticle(f"{path.stem}#{number}", heads[number], held_out, titles, leads, sentences, key_points)


def _lines(path: Path) -> Iterator[tuple[tuple[str, str, str], Pair | Malformed]]:
    number, topic = "", ""
    for line_number, line in numbered_lines(path):
        place = f"{path}:{line_number}"
        if head := _HEAD.match(line):
            number, topic = head[1], head[2] or ""
        elif line.strip():
            kind, found = _line(line, place, number)
            yield (kind, number, topic), found


def _line(line: str, place: str, number: str) -> tuple[str, Pair | Malformed]:
    match = _LINE.match(line)
    if not match or not number:
        return "", Malformed(place, "`#A number | topic`, then lines `T: L: S: K:`", f"{line[:60]!r}")
    uk, separator, en = match[2].partition(SEPARATOR)
    if not separator or not uk.strip() or not en.strip():
        return "", Malformed(place, f"`Ukrainian {SEPARATOR} English`", f"{line[:60]!r}")
    return match[1], Pair(uk.strip(), en.strip(), CORPUS, place, _is_held_out(number))


def _is_held_out(number: str) -> bool:
    return number.endswith("0")
