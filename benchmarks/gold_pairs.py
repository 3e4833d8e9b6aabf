"""Read our parallel corpus for the benchmarks of names: odd articles are tuned on, even ones reported."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"

_LINE = re.compile(r"([TLSK]): (.*?) \|\|\| (.*)")


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A sentence and its English; `article` is file and number."""

    article: str
    number: int
    kind: str
    uk: str
    en: str

    @property
    def tuned_on(self) -> bool:
        """Whether rules and lists may have been written with it in view."""
        return self.number % 2 == 1


def read_pairs(gold: Path) -> Iterator[GoldPair]:
    """Yield every pair of the corpus in the folder `gold`."""
    for path in sorted((gold / "news").glob("*.txt")):
        number = 0
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#A"):
                number = int(line.split("|")[0][2:])
            elif match := _LINE.match(line):
                yield GoldPair(f"{path.stem}#{number}", number, match[1], match[2], match[3])


def gold_folder() -> Path:
    """Return the folder given on the command line, or ../shared/gold."""
    stated = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    gold = Path(stated[0]) if stated else GOLD
    if not (gold / "news").is_dir():
        raise SystemExit(f"{gold}: expected the folder of the parallel corpus. Give its path.")
    return gold
