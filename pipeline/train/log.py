"""What happened, one JSON record a step group and one an evaluation, in `log.jsonl`."""

import json
import os
from pathlib import Path
from typing import Any

Record = dict[str, Any]


class TrainingLog:
    """The records of a training, each step's once, however often it was killed and started again."""

    def __init__(self, path: Path, step: int) -> None:
        """Go on with the log at `path` from `step`: later records are of steps that will be done again."""
        kept = [record for record in read_log(path) if record["step"] <= step]
        part = path.with_name(f"{path.name}.part")
        part.write_text("".join(json.dumps(record) + "\n" for record in kept), encoding="utf-8")
        part.replace(path)
        self._path = path

    def add(self, record: Record) -> None:
        """Append a record; it is on disk when this returns."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
            file.flush()
            os.fsync(file.fileno())


def read_log(path: Path) -> list[Record]:
    """Return the records of a log; a last line that was cut off by a kill is left out."""
    if not path.is_file():
        return []
    records: list[Record] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            records.append(json.loads(line))
        except ValueError:
            break
    return records
