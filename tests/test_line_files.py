import gzip
import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.errors import InputError
from pipeline.line_files import read_lines

TEXT = "\ufeffПерше\u2028друге\r\n\nтретє\x85\nчетверте".encode()
LINES = ["Перше\u2028друге", "", "третє\x85", "четверте"]


def test_only_a_line_feed_ends_a_line_in_files_and_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT))
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT)))
    for path in (tmp_path / "a.txt", str(tmp_path / "a.txt.gz"), "-"):
        with read_lines(path) as lines:
            assert list(lines) == LINES


def test_a_line_in_another_encoding_is_named_when_it_is_reached(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\n" + "два".encode("windows-1251"))
    with read_lines(path) as lines:
        assert next(lines) == "one"
        with pytest.raises(
            InputError, match=r"found something else in line 2 \(byte 1 of it\)\. Convert it first: iconv"
        ):
            next(lines)


def test_an_error_of_whoever_reads_is_not_taken_for_one_of_the_file(tmp_path: Path) -> None:
    def copy_to_a_closed_pipe() -> None:
        with read_lines(tmp_path / "a.txt") as lines:
            raise BrokenPipeError(next(lines))

    (tmp_path / "a.txt").write_bytes(TEXT)
    with pytest.raises(BrokenPipeError):
        copy_to_a_closed_pipe()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match=r"none\.txt: cannot be read \(No such file or directory\)\. Check the path"),
        read_lines(tmp_path / "none.txt"),
    ):
        pass


def test_utf_16_is_told_from_other_encodings(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Рада".encode("utf-16"))
    with read_lines(path) as lines, pytest.raises(InputError, match="iconv -f utf-16 -t utf-8"):
        list(lines)
