"""Tab-separated pairs, our glossary, JSON lines, and two files side by side."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.corpus.opening import numbered_lines, plain_stem
from pipeline.corpus.pair import Malformed, Pair
from pipeline.errors import InputError
from pipeline.json_lines import json_object
from pipeline.line_files import COMPRESSED

GLOSSARY = "glossary"

HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")  # which JSON can state and no file can hold


def read_tsv(path: Path) -> Iterator[Pair | Malformed]:
    """Yield pairs of a file of two or three columns: Ukrainian, English, corpus (else the file's name).

    Four columns are our glossary: English, Ukrainian, other forms joined by `|`, note. Every form is a pair of its own,
    but of verbs (`to ...`) only the first, whose English it is.
    """
    stem = plain_stem(path)
    for number, line in numbered_lines(path):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        columns = [column.strip() for column in line.split("\t")]
        if len(columns) == 4:
            yield from _glossary_pairs(columns, place)
        elif len(columns) in (2, 3) and columns[0] and columns[1]:
            corpus = columns[2] if len(columns) == 3 and columns[2] else stem
            yield Pair(columns[0], columns[1], corpus, place)
        else:
            filled = sum(bool(column) for column in columns)
            yield Malformed(place, "Ukrainian, English and corpus between tabs", f"{filled} filled columns")


def _glossary_pairs(columns: list[str], place: str) -> Iterator[Pair | Malformed]:
    english, ukrainian, others, _ = columns
    forms = [ukrainian] if english.startswith("to ") else [ukrainian, *others.split("|")]
    if not english or not ukrainian:
        yield Malformed(place, "English, Ukrainian, other forms, note", "an empty column")
        return
    for form in forms:
        if form.strip():
            yield Pair(form.strip(), english, GLOSSARY, place)


def read_jsonl(path: Path) -> Iterator[Pair | Malformed]:
    """Yield pairs of JSON lines: `{"uk": ..., "en": ..., "corpus": ...}`, also inside `{"translation": {...}}`."""
    stem = plain_stem(path)
    for number, line in numbered_lines(path):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            record = json_object(line)
        except ValueError as error:
            yield Malformed(place, "a JSON object", f"a line that is {error}")
        else:
            yield _pair_of(record, stem, place)


def _pair_of(record: dict[str, Any], stem: str, place: str) -> Pair | Malformed:
    inner = record.get("translation", record)
    uk, en = (inner.get(language) if isinstance(inner, dict) else None for language in ("uk", "en"))
    if not isinstance(uk, str) or not isinstance(en, str) or not uk.strip() or not en.strip():
        return Malformed(place, 'texts under "uk" and "en"', f"only: {', '.join(record) or 'an empty one'}")
    corpus = str(record.get("corpus") or stem)
    if half := HALF_CHARACTER.search(uk + en + corpus):
        return Malformed(place, "whole characters", f"half of one ({half[0]!a})")
    return Pair(" ".join(uk.split()), " ".join(en.split()), corpus, place)


def read_side_by_side(path: Path) -> Iterator[Pair | Malformed]:
    """Yield the lines of `name.uk` with the lines of `name.en`, which lies beside it; empty in both is no pair.

    Raises: InputError if one of the two is missing, or has more lines than the other.
    """
    uk_path, en_path = side(path, ".uk"), side(path, ".en")
    for one in (uk_path, en_path):
        if not one.is_file():
            raise InputError(f"{path}: expected {uk_path.name} and {en_path.name} side by side, {one.name} is missing.")
    ukrainian = [line.strip() for _, line in numbered_lines(uk_path)]
    english = [line.strip() for _, line in numbered_lines(en_path)]
    if len(ukrainian) != len(english):
        raise InputError(
            f"{uk_path} and {en_path.name} are misaligned: {len(ukrainian):,} lines against {len(english):,}. "
            "Line n of one must be the translation of line n of the other."
        )
    for number, (uk, en) in enumerate(zip(ukrainian, english, strict=True), 1):
        place = f"{uk_path}:{number}"
        if uk and en:
            yield Pair(uk, en, plain_stem(path), place)
        elif uk or en:
            yield Malformed(place, "text on both sides", "an empty line on one")


def side(path: Path, language: str) -> Path:
    """Return the file of one language of two side by side. Example: `a.en.xz` for `a.uk.xz` and `.en`."""
    compression = path.suffix if path.suffix in COMPRESSED else ""
    return path.with_name(plain_stem(path) + language + compression)
