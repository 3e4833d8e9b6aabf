"""The rows of a JSON Lines or CSV file, each checked by itself: a broken one is yielded as its problem.

`datasets` reads such files in large blocks and gives up a file for one bad line, so lines are validated here and the
good rows handed on.
"""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, TypedDict

from pipeline.errors import ArticleError
from pipeline.ingest.decoding import SAMPLE_BYTES, detect_encoding, mostly_utf_8
from pipeline.json_lines import json_object

_DELIMITERS = ",;\t|"
_MEND = "Mend the line, or take it out."


class TableRow(TypedDict):
    """A row of a table: its number as people count, and its cells or what is wrong with it and what to do."""

    number: int
    cells: dict[str, Any]
    problem: str
    advice: str


def good_row(number: int, cells: dict[str, Any]) -> TableRow:
    """Return a row that could be read."""
    return TableRow(number=number, cells=cells, problem="", advice="")


def json_rows(path: str, max_characters: int) -> Iterator[TableRow]:
    """Yield the objects of a JSON Lines file, numbered by line.

    Raises: ArticleError if the encoding is not known; OSError.
    """
    with _opened(path, newline=None) as stream:
        for number, line in _lines(stream, max_characters):
            if not line.strip():
                continue
            if len(line) > max_characters:
                yield _bad_row(number, "The line is longer than an article may be.", _MEND)
                continue
            yield _json_row(number, line)


def csv_rows(path: str, max_characters: int, text_column: str) -> Iterator[TableRow]:
    """Yield the records of a CSV file, numbered without its header.

    A quotation mark left open takes in the lines below it: that is one bad row, which says from where to where.
    The delimiter is the one that makes `text_column` a column, else the commonest in the header.
    Raises: ArticleError if the encoding is not known or there is no header; OSError.
    """
    csv.field_size_limit(max(max_characters, csv.field_size_limit()))
    with _opened(path, newline="") as stream:
        header = stream.readline(SAMPLE_BYTES)
        delimiter = _delimiter(header, text_column)
        columns = next(csv.reader([header], delimiter=delimiter), [])
        lines = _TakenLines(stream)
        records = csv.reader(lines, delimiter=delimiter)
        number, first_line = 0, 2
        while True:
            number += 1
            try:
                record = next(records, None)
            except csv.Error as error:
                advice = "Look there for a quotation mark left open; nothing below was read."
                yield _bad_row(number, f"The record in line {first_line} cannot be read: {error}.", advice)
                return
            if record is None:
                return
            if lines.leave_a_quotation_open(delimiter):
                yield _open_quotation(number, first_line, first_line + len(lines.taken) - 1)
            elif any(cell.strip() for cell in record):
                yield _csv_row(number, columns, record)
            first_line += len(lines.taken)
            lines.taken.clear()


class _TakenLines:
    """The lines of a CSV file, and which of them the reader took for a record: those since `taken` was cleared."""

    def __init__(self, stream: TextIO) -> None:
        self.taken: list[str] = []
        self._stream = stream
        self._ended = False

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.taken.append(line)
            yield line
        self._ended = True

    def leave_a_quotation_open(self, delimiter: str) -> bool:
        """Say whether the record asked for more lines than there are, or its marks do not match across its lines."""
        if len(self.taken) == 1 and not self._ended:
            return False
        try:
            next(csv.reader(self.taken, delimiter=delimiter, strict=True), None)
        except csv.Error:
            return True
        return False


def _json_row(number: int, line: str) -> TableRow:
    if _is_damaged(line):
        return _bad_row(number, "The line has bytes that are not text in the file's encoding.", _MEND)
    try:
        return good_row(number, json_object(line))
    except ValueError as error:
        return _bad_row(number, f"The line is {error}.", 'Write each article on a line of its own: {"text": "..."}.')


def _open_quotation(number: int, first_line: int, last_line: int) -> TableRow:
    where = f"lines {first_line} to {last_line}" if last_line > first_line else f"line {first_line}"
    return _bad_row(
        number,
        f"The record in {where} has a quotation mark that is not closed.",
        "Close it, or write it twice if it is text. What else these lines hold was not read.",
    )


def _csv_row(number: int, columns: list[str], record: list[str]) -> TableRow:
    if len(record) > len(columns):
        problem = f"The record has {len(record)} fields; the header has {len(columns)}."
        return _bad_row(number, problem, "Put fields that hold the delimiter in quotation marks.")
    if any(map(_is_damaged, record)):
        return _bad_row(number, "The record has bytes that are not text in the file's encoding.", _MEND)
    return good_row(number, dict(zip(columns, record, strict=False)))


def _lines(stream: TextIO, max_characters: int) -> Iterator[tuple[int, str]]:
    """Yield numbered lines; of one that is too long only enough to tell."""
    number = 0
    while line := stream.readline(max_characters + 1):
        number += 1
        yield number, line
        while not line.endswith("\n") and (line := stream.readline(SAMPLE_BYTES)):
            pass


@contextmanager
def _opened(path: str, newline: str | None) -> Iterator[TextIO]:
    """Open a table in the encoding that its beginning shows; bytes that do not fit become lone surrogates."""
    with Path(path).open("rb") as raw:
        sample = raw.read(SAMPLE_BYTES + 1)
    try:
        encoding = detect_encoding(sample, complete=True)
    except ArticleError:
        if not mostly_utf_8(sample):
            raise
        encoding = "utf-8"
    errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    with Path(path).open(encoding=encoding, errors=errors, newline=newline) as stream:
        yield stream


def _delimiter(header: str, text_column: str) -> str:
    fitting = [mark for mark in _DELIMITERS if text_column in next(csv.reader([header], delimiter=mark), [])]
    return max(fitting or _DELIMITERS, key=header.count)


def _is_damaged(text: str) -> bool:
    return any("\udc80" <= character <= "\udcff" for character in text) if not text.isascii() else False


def _bad_row(number: int, problem: str, advice: str) -> TableRow:
    return TableRow(number=number, cells={}, problem=problem, advice=advice)
