"""The working copy of one scraped page: its lines, and for each the rule that takes it out, if one does.

Every stage of cleaning reads the lines that are still there and marks some; nothing is deleted, so that in the end
each piece of the page is either in the article or in `Article.removed`.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.records import Removed
from pipeline.text.shapes import ends_sentence, is_prose

_SYMBOL_BULLET = re.compile(r"(?:[•·●▪■◦‣⁃∙○□▫◆◇♦➤➔→►▶▸✔✓✅☑❗🔹🔸🔺🔴⚡\u25aa]️?|\*(?!\*)|o(?= {2}))\s*(?=\S)")
_DASH_BULLET = re.compile(r"[-–—−]\s+(?=\S)")
_NUMBER_BULLET = re.compile(r"\(?(\d{1,2})[.)]\s+(?=[^\W\d_]|[\"«“„])")
_BARE_BULLET = re.compile(r"[•·●▪■◦‣⁃∙○►▶▸✔✓✅🔹🔸]️?")
_CONTINUES = re.compile(r"[,;:.)»”](?!\.)|[^\W\d_A-ZА-ЯІЇЄҐ]")
_JOINS_PREVIOUS = re.compile(r"[,;)»”](?=\s|$)")
_MAX_JOINED = 1000
_MIN_WRAPPED_LINES = 4
_MIN_SHARE_OF_CONTINUATIONS = 0.5

DASHES = frozenset("-–—−")


@dataclass(slots=True, eq=False)
class Line:
    """One line of the page, without its bullet; two lines that say the same are still two.

    `gap`: an empty line stood before it. `rule`: what takes it out, empty while it stays. `cuts`: pieces already cut
    from its ends.
    """

    text: str
    gap: bool = False
    bullet: str = ""
    rule: str = ""
    cuts: list[Removed] = field(default_factory=list)

    @property
    def full_text(self) -> str:
        """The line as it stood, its bullet included."""
        return f"{self.bullet} {self.text}" if self.bullet else self.text

    @property
    def number(self) -> int | None:
        """The number that the line is listed under, None if its bullet is none."""
        digits = self.bullet.strip("().")
        return int(digits) if digits.isdigit() else None

    def remove(self, rule: str) -> None:
        """Take the line out, in the name of `rule`; the first rule that did is the one named."""
        self.rule = self.rule or rule

    def cut(self, start: int, end: int, rule: str) -> None:
        """Take characters `start` to `end` out of the line, in the name of `rule`."""
        self.cuts.append(Removed(self.text[start:end].strip(), rule))
        self.text = f"{self.text[:start].rstrip()} {self.text[end:].lstrip()}".strip()


def read_lines(text: str) -> list[Line]:
    """Split normalised text into lines; lines that a narrow window had broken are joined again."""
    lines: list[Line] = []
    gap = False
    for raw in text.split("\n"):
        found = raw.strip()
        if not found:
            gap = True
            continue
        previous = lines[-1] if lines else None
        if previous is not None and _BARE_BULLET.fullmatch(previous.full_text):
            lines[-1] = Line(found, previous.gap, previous.full_text)
        elif previous is not None and _continues(previous.text, found):
            previous.text += found  # ", передає УНН" after a link that stood on a line of its own
        else:
            lines.append(_line(found, gap))
        gap = False
    return _unwrap(lines)


def kept(lines: list[Line]) -> list[Line]:
    """Return the lines that no rule has taken out."""
    return [line for line in lines if not line.rule]


def paragraphs_stand_apart(lines: list[Line]) -> bool:
    """Say whether this page puts an empty line above most of its paragraphs."""
    prose = [line.gap for line in lines if is_prose(line.text)]
    return 2 * sum(prose) > len(prose)


def is_interview(lines: Sequence[Line]) -> bool:
    """Say whether lines behind dashes are questions and answers; a list of questions alone is none."""
    return all(line.bullet in DASHES for line in lines) and any(
        line.text.endswith("?") and not following.text.endswith("?") for line, following in itertools.pairwise(lines)
    )


def removals(lines: list[Line]) -> Iterator[Removed]:
    """Yield everything that was taken out, in the order of the page."""
    for line in lines:
        yield from line.cuts
        if line.rule and line.text:
            yield Removed(line.full_text, line.rule)


def _continues(previous: str, found: str) -> bool:
    if len(previous) > _MAX_JOINED or not _JOINS_PREVIOUS.match(found):
        return False
    return not ends_sentence(previous)


def _line(text: str, gap: bool) -> Line:
    for pattern in (_SYMBOL_BULLET, _DASH_BULLET, _NUMBER_BULLET):
        if found := pattern.match(text):
            return Line(text[found.end() :], gap, found[0].strip())
    return Line(text, gap)


def _unwrap(lines: list[Line]) -> list[Line]:
    """Join the lines of paragraphs that were wrapped at a fixed width, as e-mail and old wires are."""
    following = [line for line in lines[1:] if not line.gap and not line.bullet]
    continuing = sum(1 for line in following if _CONTINUES.match(line.text))
    if len(following) < _MIN_WRAPPED_LINES or continuing < _MIN_SHARE_OF_CONTINUATIONS * len(following):
        return lines
    joined: list[list[str]] = []
    kept_lines: list[Line] = []
    for line in lines:
        if kept_lines and not line.gap and not line.bullet:
            joined[-1].append(line.text)
        else:
            kept_lines.append(line)
            joined.append([line.text])
    for line, texts in zip(kept_lines, joined, strict=True):
        line.text = " ".join(texts)
    return kept_lines
