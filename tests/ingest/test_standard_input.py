import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.config import InputConfig
from pipeline.ingest import read_documents, spool_standard_input
from tests.ingest.files_to_read import ENGLISH, UKRAINIAN


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (UKRAINIAN.encode(), "standard-input.txt"),
        (UKRAINIAN.encode("windows-1251"), "standard-input.txt"),
        (b"", "standard-input.txt"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "standard-input.html"),
        ("Текст <p>абзац</p>".encode("utf-16"), "standard-input.html"),
        (json.dumps({"text": ENGLISH}).encode() + b"\n{", "standard-input.jsonl"),
        (json.dumps({"text": "слово " * 50_000}).encode(), "standard-input.jsonl"),
        (b'{"text": ' + b"1" * 5000 + b"}", "standard-input.jsonl"),
        (b'{"text":' * 12_000, "standard-input.jsonl"),
        (b'{\n  "text": "printed over several lines, which is told line by line"\n}', "standard-input.jsonl"),
        (b"{curly} text, not JSON\nat all", "standard-input.txt"),
        (b"<?xml version='1.0'?>\n<!-- a --><!-- b --><rss version='2.0'>", "standard-input.xml"),
        (b"<?xml version='1.0'?>" + b"<!---->" * 5000 + b"x", "standard-input.txt"),
        (b"PAR1....PAR1", "standard-input.parquet"),
    ],
)
def test_the_suffix_is_guessed_by_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, name: str
) -> None:
    pipe(monkeypatch, data)
    path = spool_standard_input(tmp_path)
    assert path.name == name
    assert path.read_bytes() == data


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, UKRAINIAN.encode("windows-1251"))
    (found,) = read_documents(["-"], InputConfig())
    assert (found.source, found.text) == ("standard-input.txt", UKRAINIAN)  # type: ignore[union-attr]
