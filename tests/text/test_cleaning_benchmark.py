"""What the cleaner is measured at on our own sample must not fall; the floors are a little under what it reaches."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "cleaning.py"
# Precision and recall, per cent, of `measure(set, language, pages=40, seed=1)` on tests/text/data/articles.
FLOORS = {
    "development": {
        "body words": (98, 99),
        "title": (99, 99),
        "lead": (97, 97),
        "key points": (97, 95),
        "date": (99, 99),
    },
    "examined": {"body words": (97, 99), "title": (97, 97), "lead": (95, 95), "key points": (97, 90), "date": (99, 85)},
}


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    specification = importlib.util.spec_from_file_location("cleaning_benchmark", BENCHMARK)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    module.GOLD = module.SAMPLE  # the same articles wherever the test runs
    return module


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("name", FLOORS)
def test_quality_has_not_fallen(benchmark: ModuleType, name: str, language: str) -> None:
    tally, _ = benchmark.measure(name, language, 40, 1)
    assert tally.refused == 0
    for kind, (precision, recall) in FLOORS[name].items():
        assert 100 * tally.precision(kind) >= precision, f"{kind}: precision"
        assert 100 * tally.recall(kind) >= recall, f"{kind}: recall"


def test_table_has_a_row_for_each_set_and_language(benchmark: ModuleType) -> None:
    tally, _ = benchmark.measure("heldout", "uk", 3, 1)
    rows = list(benchmark.table({"heldout, uk": tally}))
    assert rows[0].startswith("| furniture | pages | refused | body words |")
    assert rows[2].startswith("| heldout, uk | 3 | 0 |")


def test_benchmark_prints_its_table(
    benchmark: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["cleaning.py", "--pages", "1", "--set", "development"])
    assert benchmark.main() == 0
    assert "| development, en | 1 |" in capsys.readouterr().out
