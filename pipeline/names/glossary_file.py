"""Read a glossary file: tab-separated, a header that names the columns, `|` between the items of a cell.

    english<TAB>ukrainian<TAB>forms<TAB>kind<TAB>use<TAB>also<TAB>avoid<TAB>note

Only the first two columns are needed. Empty lines and lines that begin with `#` say nothing. Whatever else is wrong
stops the run, with file and line: half a glossary is worse than none. See docs/glossary.md.
"""

import difflib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

import regex

from pipeline.errors import ConfigError
from pipeline.names.entry import Entry, Kind, Use

COLUMNS = ("english", "ukrainian", "forms", "kind", "use", "also", "avoid", "note")
NEEDED = COLUMNS[:2]
DEFAULT_KIND: Kind = "organisation"

_MIXED_WORD = regex.compile(r"(?=\w*\p{Latin})(?=\w*\p{Cyrillic})[\p{Latin}\p{Cyrillic}]+")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")


def read_glossary_file(path: Path, shown: str = "") -> tuple[Entry, ...]:
    """Return the entries of the file in order. `shown` is how the file is called in messages and reports.

    Raises: ConfigError with file and line, what was expected and what was found.
    """
    shown = shown or str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{shown}: the glossary cannot be read ({error}). It must be a text file in UTF-8."
        ) from error
    rows = _rows(text)
    try:
        number, header = next(rows)
    except StopIteration:
        raise ConfigError(
            f"{shown}: the glossary is empty. Its first line must name the columns: {_named()}."
        ) from None
    columns = _columns(header, f"{shown}:{number}")
    return tuple(_entry(columns, cells, shown, number) for number, cells in rows)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.rstrip("\r")
        if line.strip() and not line.startswith("#"):
            yield number, [unicodedata.normalize("NFC", cell.strip()) for cell in line.split("\t")]


def _columns(header: list[str], place: str) -> list[str]:
    for name in header:
        if name not in COLUMNS:
            near = difflib.get_close_matches(name, COLUMNS, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"The columns are: {_named()}."
            raise ConfigError(f"{place}: unknown column {name!r} in the first line. {hint}")
    for name in NEEDED:
        if header.count(name) != 1:
            raise ConfigError(f"{place}: the first line must name the column {name} once. The columns are: {_named()}.")
    if twice := next((name for name in header if header.count(name) > 1), None):
        raise ConfigError(f"{place}: the column {twice} is named twice.")
    return header


def _entry(columns: list[str], cells: list[str], file: str, line: int) -> Entry:
    place = f"{file}:{line}"
    if len(cells) > len(columns):
        raise ConfigError(
            f"{place}: expected {len(columns)} columns with a tab between, found {len(cells)}. "
            "Items within a column have | between them."
        )
    row = dict(zip(columns, cells, strict=False))
    for name in NEEDED:
        if not row.get(name):
            raise ConfigError(f"{place}: the column {name} is empty. English and Ukrainian have a tab between them.")
    for name, cell in row.items():
        _check_characters(name, cell, place)
    entry = Entry(
        english=row["english"],
        ukrainian=row["ukrainian"],
        forms=_items(row, "forms", place),
        kind=cast(Kind, _choice(row, "kind", get_args(Kind), place) or DEFAULT_KIND),
        use=cast(Use, _choice(row, "use", get_args(Use), place)),
        also=_items(row, "also", place),
        avoid=_items(row, "avoid", place),
        note=row.get("note", ""),
        file=file,
        line=line,
    )
    if both := set(entry.avoid) & set(entry.accepted):
        raise ConfigError(f"{place}: {both.pop()!r} is both accepted and to be avoided.")
    return entry


def _check_characters(name: str, cell: str, place: str) -> None:
    if bad := next((c for c in cell if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs")), None):
        raise ConfigError(f"{place}: the column {name} has a control character, {bad!a}. Delete it.")
    if name in ("english", "also", "avoid") and _CYRILLIC.search(cell):
        raise ConfigError(f"{place}: the column {name} must be in Latin letters, got {cell!r}.")
    if name in ("ukrainian", "forms") and (mixed := _MIXED_WORD.search(cell)):
        raise ConfigError(f"{place}: {mixed[0]!r} mixes Latin and Cyrillic letters that look alike. Type it again.")


def _items(row: dict[str, str], name: str, place: str) -> tuple[str, ...]:
    cell = row.get(name, "")
    if not cell:
        return ()
    items = tuple(item.strip() for item in cell.split("|"))
    if "" in items:
        raise ConfigError(f"{place}: the column {name} has an empty item: {cell!r}.")
    if twice := next((item for item in items if items.count(item) > 1), None):
        raise ConfigError(f"{place}: the column {name} has {twice!r} twice.")
    return items


def _choice(row: dict[str, str], name: str, choices: tuple[str, ...], place: str) -> str:
    found = row.get(name, "")
    if found and found not in choices:
        known = ", ".join(choice for choice in choices if choice)
        raise ConfigError(f"{place}: {name} must be empty or one of: {known}; got {found!r}.")
    return found


def _named() -> str:
    return ", ".join(COLUMNS)
