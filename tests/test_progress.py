from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from pipeline.progress import Silent, each_minute


class Said(Silent):
    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, line: str) -> None:
        self.lines.append(line)


def test_a_line_a_minute_and_none_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds: Iterator[float] = iter([0, 30, 61, 90, 122, 300])
    monkeypatch.setattr("pipeline.progress.time", SimpleNamespace(monotonic=lambda: next(seconds)))
    said = Said()
    tell = each_minute(said, "sentences")
    for done in (100, 1200, 1300, 1400, 1500):
        tell(done, 1500)
    assert said.lines == ["1,200 of 1,500 sentences", "1,400 of 1,500 sentences"]
