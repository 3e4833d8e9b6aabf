"""Which files an input stands for, in which order, and what each is called in messages.

Hidden files, and README files met in a folder, are not input.
"""

import difflib
import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read; `label` names it independently of where its folder lies."""

    label: str
    path: Path

    @property
    def suffix(self) -> str:
        """The suffix in lower case, with its full stop."""
        return self.path.suffix.lower()


def find_files(inputs: Sequence[str]) -> list[InputFile]:
    """Return the files that `inputs` (files, folders, patterns) stand for: each once, an input's sorted by label.

    Raises: InputError if there is no input, or one of them names nothing.
    """
    if not inputs:
        raise InputError("expected at least one file, folder or pattern to read, found none. Try: tezy run seeds/")
    files: list[InputFile] = []
    seen: set[str] = set()
    taken: set[str] = set()
    for given in inputs:
        root, paths = _paths_of(given)
        for path in paths:
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                files.append(InputFile(_label(path, root, taken), path))
    if not files:
        raise InputError(
            f"{', '.join(inputs)}: expected articles (.txt .md .html .jsonl .csv .parquet .xml), found no file. "
            "Give a folder that holds some."
        )
    return files


def _paths_of(given: str) -> tuple[Path, list[Path]]:
    """Return the folder that labels are relative to, and the paths in order."""
    path = Path(given).expanduser()
    if path.is_dir():
        return path, list(_walk(path))
    if path.exists() or path.is_symlink():
        return path.parent, [path]
    if not glob.has_magic(given):
        raise InputError(f"{given}: expected a file, a folder or a pattern, found nothing there. {_nearest(path)}")
    root = _fixed_part(path)
    matches = map(Path, glob.glob(str(path), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    files = {file for match in matches for file in (_walk(match) if match.is_dir() else [match])}
    if not files:
        raise InputError(f"{given}: expected files that match the pattern, found none in {root}. Check the pattern.")
    return root, sorted(files, key=lambda file: file.relative_to(root).parts)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files of `folder` and its folders, sorted by their parts, and the folders that cannot be read."""
    visited: set[str] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        if current.is_dir():
            if (real := os.path.realpath(current)) in visited:
                continue
            visited.add(real)
            try:
                inside = [entry for entry in current.iterdir() if _is_input(entry.name)]
            except OSError as error:
                if current != folder:
                    yield current
                    continue
                raise InputError(f"{current}: expected a folder that can be read, found {error.strerror}.") from error
            waiting.extend(sorted(inside, reverse=True))
        else:
            yield current


def _is_input(name: str) -> bool:
    return not name.startswith(".") and Path(name).stem.upper() != "README"


def _label(path: Path, root: Path, taken: set[str]) -> str:
    label = path.relative_to(root).as_posix()
    if label in taken:
        label = f"{root.resolve().name}/{label}"
    candidate, number = label, 1
    while candidate in taken:
        number += 1
        candidate = f"{label} ({number})"
    taken.add(candidate)
    return candidate


def _fixed_part(pattern: Path) -> Path:
    fixed = []
    for part in pattern.parts[:-1]:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return Path(*fixed)


def _nearest(path: Path) -> str:
    if path.parts[0] in ("http:", "https:"):
        return "Tezy fetches nothing. Save the page, or pass it on: curl -s ADDRESS | tezy run -"
    try:
        beside = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return f"The folder {path.parent} cannot be read either."
    near = difflib.get_close_matches(path.name, beside, n=1)
    return f"Did you mean {path.parent / near[0]}?" if near else "Check the path."
