"""Files of outputs, references and sources: a text a line, or a JSON object a line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pipeline.errors import InputError
from pipeline.json_lines import json_object
from pipeline.line_files import read_lines
from pipeline.records import TextLanguage
from pipeline.score.reference import as_lines
from pipeline.score.segment_statistics import Task
from pipeline.text.words import words

Part = Literal["hypothesis", "reference", "source"]

_NAMES: dict[TextLanguage, str] = {"uk": "Ukrainian", "en": "English"}
_SWAPPED = "Files may be swapped: type tezy score HYPOTHESES REFERENCES --sources SOURCES, or state --language."

_KEYS: dict[Part, tuple[str, ...]] = {
    "hypothesis": ("hypothesis", "translation", "summary", "key_points", "text"),
    "reference": ("reference", "key_points", "text"),
    "source": ("source", "text"),
}
_ENOUGH = 0.5  # of the lines that have letters; a name in another script is no other language


def read_texts(path: str, part: Part) -> list[str]:
    """Return the texts of a file: lines as they are, or from each object of a `.jsonl` the key that `part` goes by.

    A list, as key points are, becomes a text of as many lines.
    Raises: InputError if the file cannot be read, is empty, or an object has none of the keys.
    """
    with read_lines(path) as lines:
        texts = [_text(*found, part) for found in json_objects(path, lines)] if path.endswith(".jsonl") else list(lines)
    if not texts:
        raise InputError(f"{path}: expected a text a line, found an empty file.")
    return texts


def json_objects(path: str | Path, lines: Iterator[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects of a JSON Lines file, each with its place; empty lines are left out.

    Raises: InputError naming the line that is no object.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            yield place, json_object(line)
        except ValueError as error:
            raise InputError(f"{place}: expected a JSON object, found {line[:60]!r} ({error}).") from error


def check_shapes(hypotheses: list[str], references: list[str], names: tuple[str, str]) -> None:
    """Refuse texts that are not aligned, and references that are empty.

    `names` are the two files. Raises: InputError with what to do.
    """
    if len(hypotheses) != len(references):
        raise InputError(
            f"{names[0]} has {len(hypotheses)} lines and {names[1]} has {len(references)}: expected as many, line for "
            "line. Align them; an empty line stands for a missing output."
        )
    empty = [number for number, text in enumerate(references, start=1) if not words(text)]
    if empty:
        shown = ", ".join(str(number) for number in empty[:5]) + (" ..." if len(empty) > 5 else "")
        raise InputError(
            f"{names[1]}: no words in {len(empty)} of {len(references)} references (line {shown}), and a score of "
            "those means nothing. Take the lines out of all files, or mend the references."
        )
    if not any(words(text) for text in hypotheses):
        raise InputError(f"{names[0]}: expected outputs, found {len(hypotheses)} lines without a word.")


def check_languages(files: dict[str, tuple[list[str], TextLanguage]], advice: str = _SWAPPED) -> None:
    """Refuse files that are not in the language expected of them: most likely two were swapped.

    `files` maps a file's name to its texts and its language. Raises: InputError with `advice`.
    """
    for name, (texts, language) in files.items():
        found = script_language(texts)
        if found and found != language:
            raise InputError(f"{name}: expected {_NAMES[language]}, found {_NAMES[found]} letters. {advice}")


def check_order(hypotheses: str, references: str, task: Task) -> None:
    """Refuse two files whose names say that they are swapped: scores of swapped files are silently wrong.

    Raises: InputError with the command in the right order.
    """
    if Path(hypotheses).exists() and Path(references).exists() and Path(hypotheses).samefile(references):
        raise InputError(f"{hypotheses} is given twice: expected a file of outputs, then a file of references.")
    if _names_reference(hypotheses) and not _names_reference(references):
        raise InputError(
            f"{hypotheses} is given as the outputs and {references} as the references; by their names they are "
            f"swapped. Type: tezy score {references} {hypotheses} --task {task} (or give the files other names)."
        )


def script_language(texts: list[str]) -> TextLanguage | None:
    """Return the language that the letters of most of `texts` are of; None if there are none."""
    cyrillic = latin = 0
    for text in texts:
        own = sum("\u0400" <= character <= "\u04ff" for character in text)
        other = sum(character.isascii() and character.isalpha() for character in text)
        cyrillic, latin = cyrillic + (own > other), latin + (other > own)
    if not cyrillic + latin:
        return None
    return "uk" if cyrillic / (cyrillic + latin) > _ENOUGH else "en"


def _text(place: str, found: dict[str, Any], part: Part) -> str:
    for key in _KEYS[part]:
        value = found.get(key)
        if isinstance(value, str):
            return value
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return as_lines(value)
    expected = " or ".join(repr(key) for key in _KEYS[part])
    raise InputError(
        f"{place}: expected the key {expected} with a text, found {', '.join(map(repr, found)) or 'none'}."
    )


def _names_reference(path: str) -> bool:
    name = Path(path).name.lower()
    return name.startswith("ref") or ".ref." in name or name.endswith(".ref")
