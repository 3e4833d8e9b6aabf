"""How long a comparison of files takes, step by step, and how large its page is.

    python benchmarks/comparison.py [--lines 10000] [--systems 4] [--data FILE|FOLDER]

The outputs are references of the data (left out: the bundled test set) with some of their words replaced; if there are
too few, again and again. Nothing is translated: what is timed is scoring, checking, testing and writing. Counting and
checking use all cores that the process may run on.
"""

import argparse
import json
import random
import tempfile
import time
from pathlib import Path

from pipeline.cores import cores
from pipeline.evaluate.comparison import compare_systems
from pipeline.evaluate.test_sets import bundled_test_set, read_test_set
from pipeline.evaluate.write_report import write_report
from pipeline.progress import Silent


def spoilt(texts: list[str], share: float, seed: int) -> list[str]:
    """Replace that share of the words by others of the same texts."""
    source = random.Random(seed)
    words = " ".join(texts).split()
    return [" ".join(source.choice(words) if source.random() < share else w for w in text.split()) for text in texts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--systems", type=int, default=4)
    parser.add_argument("--data", type=Path, default=bundled_test_set())
    arguments = parser.parse_args()
    known = read_test_set(arguments.data).translations
    examples = [known[number % len(known)] for number in range(arguments.lines)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [
            {"source": e.source, "reference": e.reference, "document": f"{e.document}.{number // len(known)}"}
            for number, e in enumerate(examples)
        ]
        data = folder / "set.jsonl"
        data.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
        for number in range(arguments.systems):
            lines = spoilt([e.reference for e in examples], 0.10 + 0.02 * number, number)
            (folder / f"system-{number}.en").write_text("\n".join(lines) + "\n", encoding="utf-8")
        systems = [str(folder / f"system-{number}.en") for number in range(arguments.systems)]
        began = time.perf_counter()
        compared = compare_systems(systems, data, "translation", folder / "memory.sqlite", Silent())
        scored = time.perf_counter()
        page = write_report(compared, folder) / "report.html"
        written = time.perf_counter()
        print(f"{arguments.lines:,} lines, {arguments.systems} systems, {cores()} cores")
        print(f"read, score, check, test: {scored - began:.1f} s; write: {written - scored:.1f} s")
        print(f"in all: {written - began:.1f} s; page: {page.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
