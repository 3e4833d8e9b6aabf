import errno
import os
from pathlib import Path

import pytest

from pipeline.config import InputConfig
from pipeline.errors import InputError
from pipeline.ingest import read, read_documents
from pipeline.records import RawDocument, Skipped
from tests.ingest.files_to_read import ENGLISH, UKRAINIAN, read_one, skip_one
from tests.ingest.files_to_read import read as read_all


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_text_file_comes_as_it_is(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "1.txt", UKRAINIAN)) == RawDocument("1.txt", UKRAINIAN)


def test_markdown_loses_its_marks_and_keeps_its_words(tmp_path: Path) -> None:
    marked = (
        '# Лелеки\n\n> **Рада** відкрила [притулок](https://a.example/1 "х") *для птахів*.\n\n'
        "* раз\n- два\n\n2 * 3 * 4 і snake_case_name\n"
    )
    plain = "Лелеки\n\nРада відкрила притулок для птахів.\n\n• раз\n• два\n\n2 * 3 * 4 і snake_case_name\n"
    assert read_one(write(tmp_path / "1.md", marked)).text == plain


def test_the_order_is_that_of_inputs_then_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        write(tmp_path / name, f"Стаття {name}")
    found = read_all(tmp_path / "c.txt", tmp_path)
    assert [one.source for one in found] == ["c.txt", "a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "no text"),
        ("binary.txt", bytes(range(256)), "binary"),
        ("photo.jpg", b"\xff\xd8\xff", "does not read files ending in .jpg"),
        ("noname", b"text", "without a suffix"),
        ("blank.html", b"<html><body><p> </p></body></html>", "no text"),
    ],
)
def test_a_bad_file_is_one_skip_with_advice(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = skip_one(tmp_path / name)
    assert found.source == name
    assert said in found.reason
    assert found.advice.endswith(".")


def test_a_file_over_the_size_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    found = skip_one(tmp_path / "big.txt")
    assert "50.0 MB" in found.reason
    assert "input.max_megabytes" in found.advice


def test_one_endless_paragraph_is_skipped(tmp_path: Path) -> None:
    found = skip_one(write(tmp_path / "1.txt", "Заголовок\n\n" + "слово " * 33_334))
    assert "200,00" in found.reason
    assert "input.max_paragraph_characters" in found.advice
    config = InputConfig(max_paragraph_characters=300_000)
    assert read_one(tmp_path / "1.txt", config).text.startswith("Заголовок")


def test_unreadable_things_cost_only_themselves(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", UKRAINIAN)
    (tmp_path / "2.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "3.jsonl").symlink_to(tmp_path / "gone.jsonl")
    os.mkfifo(tmp_path / "4.txt")
    os.mkfifo(tmp_path / "5.csv")
    found = read_all(tmp_path)
    assert [isinstance(one, Skipped) for one in found] == [False, True, True, True, True]
    assert [one.reason for one in found if isinstance(one, Skipped)] == [
        "The file cannot be read: No such file or directory.",
        "The file cannot be read: No such file or directory.",
        "This is not a regular file.",
        "This is not a regular file.",
    ]


def test_no_space_for_temporary_files_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setitem(read.READERS, ".txt", full)
    with pytest.raises(OSError, match="No space left"):
        read_all(write(tmp_path / "1.txt", UKRAINIAN))


def test_what_a_reader_did_not_foresee_costs_its_file_and_says_where_it_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("year 0 is out of range")

    monkeypatch.setitem(read.READERS, ".md", broken)
    write(tmp_path / "1.md", UKRAINIAN)
    write(tmp_path / "2.txt", ENGLISH)
    failed, second = read_documents([str(tmp_path)], InputConfig())
    assert isinstance(failed, Skipped)
    assert failed.source == "1.md"
    assert "did not foresee (test_read.py:" in failed.reason
    assert "ValueError: year 0 is out of range" in failed.reason
    assert "Save its text as .txt" in failed.advice
    assert isinstance(second, RawDocument)


def test_a_library_that_is_missing_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(*_: object) -> None:
        raise ModuleNotFoundError("No module named 'feedparser'")

    monkeypatch.setitem(read.READERS, ".txt", lacking)
    with pytest.raises(ModuleNotFoundError):
        read_all(write(tmp_path / "1.txt", UKRAINIAN))


def test_the_same_text_again_is_skipped_whatever_its_case_and_spaces(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", UKRAINIAN)
    write(tmp_path / "2.txt", UKRAINIAN.upper().replace(" ", "  "))
    write(tmp_path / "3.txt", ENGLISH)
    found = read_all(tmp_path)
    assert [isinstance(one, Skipped) for one in found] == [False, True, False]
    assert "earlier in this run" in found[1].reason  # type: ignore[union-attr]


def test_what_cannot_be_found_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_documents([str(tmp_path / "none.txt")], InputConfig())
    with pytest.raises(InputError):
        read_documents([], InputConfig())


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", UKRAINIAN)
    write(tmp_path / "2.html", f"<html><body><article>{UKRAINIAN}</article></body></html>")
    assert read_all(tmp_path) == read_all(tmp_path)
