from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.ingest import input_fingerprint


def test_the_fingerprint_follows_content_and_names_not_places(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text("перше", encoding="utf-8")
    first = input_fingerprint([str(tmp_path / "a")])
    assert len(first) == 64
    assert input_fingerprint([str(tmp_path / "b")]) == first
    (tmp_path / "b" / "1.txt").write_text("друге", encoding="utf-8")
    changed = input_fingerprint([str(tmp_path / "b")])
    assert changed != first
    (tmp_path / "b" / "1.txt").rename(tmp_path / "b" / "2.txt")
    assert input_fingerprint([str(tmp_path / "b")]) not in (first, changed)


def test_a_broken_link_counts_and_its_mending_shows(tmp_path: Path) -> None:
    (tmp_path / "1.txt").symlink_to(tmp_path / "gone.txt")
    before = input_fingerprint([str(tmp_path / "1.txt")])
    (tmp_path / "gone.txt").write_text("тут", encoding="utf-8")
    assert input_fingerprint([str(tmp_path / "1.txt")]) != before


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        input_fingerprint([str(tmp_path / "none")])
