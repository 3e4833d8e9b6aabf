"""Lay a newsroom's own entries over the house's: theirs win, and what they replaced is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.names.entry import Entry
from pipeline.names.ukrainian_words import ukrainian_words


@dataclass(frozen=True, slots=True)
class Override:
    """An entry of a newsroom's file and the house's entry that it replaced."""

    ours: Entry
    house: Entry

    def __str__(self) -> str:
        """Return the sentence that people are shown."""
        return (
            f"{self.ours.place}: {self.house.ukrainian} is {self.ours.english}, "
            f"not {self.house.english} as in {self.house.place}"
        )


def overlay(house: Sequence[Entry], ours: Sequence[Entry]) -> tuple[list[Entry], list[Override]]:
    """Return the entries in force, ours first, and what was replaced.

    Ours replaces the house's entry of the same Ukrainian name: it takes over the case forms, and what the house calls
    it becomes a form to avoid, unless ours accepts that too. With a person's full name goes the surname.
    """
    by_name = {_key(entry.ukrainian): entry for entry in house}
    replaced: dict[int, Override] = {}
    entries: list[Entry] = []
    for entry in [*ours, *_surnames(ours)]:
        old = by_name.get(_key(entry.ukrainian))
        if old and (entry.kind == old.kind or entry.line):
            entry = _over(entry, old)
            replaced.setdefault(id(old), Override(entry, old))
        elif not entry.line and not old:
            continue  # the surname alone follows from the full name
        entries.append(entry)
    entries += [entry for entry in house if id(entry) not in replaced]
    return entries, [one for one in replaced.values() if one.ours.english != one.house.english]


def _surnames(entries: Sequence[Entry]) -> list[Entry]:
    """Return an entry, marked by line 0 until it is laid over, for the surname of each person with a full name."""
    listed = {_key(entry.ukrainian) for entry in entries}
    found = []
    for entry in entries:
        words, english = ukrainian_words(entry.ukrainian), entry.english.split()
        if entry.kind == "person" and len(words) == 2 and len(english) == 2 and (words[1].key,) not in listed:
            found.append(Entry(english[1], words[1].text, kind="person", file=entry.file, line=0))
    return found


def _over(ours: Entry, house: Entry) -> Entry:
    forms = tuple(dict.fromkeys((*ours.forms, *house.spellings)))
    avoid = tuple(dict.fromkeys((*ours.avoid, *house.accepted, *house.avoid)))
    return replace(
        ours,
        forms=tuple(form for form in forms if form != ours.ukrainian),
        avoid=tuple(form for form in avoid if form not in ours.accepted),
        use=ours.use or house.use,
        line=ours.line or house.line,
        file=ours.file if ours.line else house.file,
    )


def _key(ukrainian: str) -> tuple[str, ...]:
    return tuple(word.key for word in ukrainian_words(ukrainian))
