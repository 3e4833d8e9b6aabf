"""The parts of a digest and which stories stand in each: the most important first, then by section.

Of all stories only the numbers are held. A story is read once for its section, and by its number where it stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.records import RunInfo, Story
from pipeline.render.item import Item, item
from pipeline.render.neutral import neutralise
from pipeline.render.night_text import NightText


@dataclass(frozen=True, slots=True)
class Department:
    """A part of the digest: its anchor, and its name in both languages."""

    anchor: str
    english: str
    ukrainian: str


FRONT = Department("front", "Top of the night", "Головне за ніч")
OTHER = Department("other", "Other news", "Інші новини")


def departments(night: NightText, run: RunInfo) -> Iterator[tuple[Department, Iterator[Item]]]:
    """Yield the parts that hold anything, each with its stories in the order of their importance."""
    for department, numbers in _numbers(night, run):
        yield department, (item(night.story(n)) for n in numbers)


def in_order(night: NightText, run: RunInfo) -> Iterator[Story]:
    """Yield all stories in the order of the digest."""
    for _, numbers in _numbers(night, run):
        yield from map(night.story, numbers)


def _numbers(night: NightText, run: RunInfo) -> Iterator[tuple[Department, Sequence[int]]]:
    """Yield the parts with the numbers of their stories, by the sections and the front that run.json states."""
    stated = run.configuration.get("stories")
    known: dict[str, Any] = stated if isinstance(stated, dict) else {"sections": [], "front": 0}
    sections = [
        (one["name"], Department(f"section-{n}", neutralise(one["name"]), neutralise(one["name_uk"] or one["name"])))
        for n, one in enumerate(known["sections"], start=1)
    ]
    names = {name for name, _ in sections}
    front = int(known["front"])
    of = [night.story(n).section for n in range(night.story_count)]
    rest = range(front, len(of))
    parts: list[tuple[Department, Sequence[int]]] = [
        (FRONT, range(min(front, len(of)))),
        *((department, [n for n in rest if of[n] == name]) for name, department in sections),
        (OTHER, [n for n in rest if of[n] not in names]),
    ]
    yield from (part for part in parts if part[1])
