"""A comparison of two files of outputs on some of the bundled test set, and its report."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.evaluate.comparison import Comparison, compare_systems
from pipeline.evaluate.write_report import write_report
from pipeline.progress import Silent
from tests.evaluate.outputs import own_test_set, spoilt

N = 200


@dataclass(frozen=True)
class Reported:
    """A comparison, the folder of its report, and the files it was made of."""

    comparison: Comparison
    folder: Path
    data: Path
    outputs: tuple[Path, ...]


@pytest.fixture(scope="session")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Reported:
    return make_report(tmp_path_factory.mktemp("compare"), N)


def make_report(folder: Path, n: int) -> Reported:
    """Compare three systems: one that spoils a fifth of the words, one a quarter, one like the first."""
    known = own_test_set().translations
    examples = [known[number % len(known)] for number in range(n)]
    data = folder / "set.jsonl"
    outlets = ("Вісник", "Хроніка")
    rows = [
        {"source": e.source, "reference": e.reference, "document": e.document, "outlet": outlets[k % 2]}
        for k, e in enumerate(examples)
    ]
    data.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    meant = [e.reference for e in examples]
    good = spoilt(meant, 0.2, 1)
    written = {"good.en": good, "bad.en": spoilt(good, 0.1, 2), "like-good.en": [*good[1:2], *good[1:]]}
    # Text that must never be obeyed by a page.
    written["bad.en"][0] = "<script>document.title = 'obeyed'</script> & <b>bold</b>"
    paths = []
    for name, lines in written.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        paths.append(folder / name)
    comparison = compare_systems([str(path) for path in paths], data, None, folder / "memory.sqlite", Silent())
    return Reported(comparison, write_report(comparison, folder / "outputs"), data, tuple(paths))
