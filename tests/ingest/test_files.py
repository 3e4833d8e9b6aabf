from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.ingest.files import find_files


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def labels(*inputs: Path | str) -> list[str]:
    return [file.label for file in find_files([str(one) for one in inputs])]


def test_a_folder_is_read_recursively_in_order_without_hidden_files_and_readmes(tmp_path: Path) -> None:
    make(
        tmp_path,
        "b.txt",
        "a/z.txt",
        "a/b/c.html",
        ".hidden.txt",
        ".git/config.txt",
        "README.md",
        "a/readme.txt",
        "a.txt",
    )
    assert labels(tmp_path) == ["a/b/c.html", "a/z.txt", "a.txt", "b.txt"]


def test_labels_do_not_depend_on_where_the_folder_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "one" / "wire", "x/1.txt", "2.txt")
    absolute = labels(tmp_path / "one" / "wire")
    monkeypatch.chdir(tmp_path / "one")
    assert labels("wire") == labels("wire/") == labels("./wire") == absolute == ["2.txt", "x/1.txt"]


def test_a_file_is_called_by_its_name_and_a_readme_that_is_named_is_read(tmp_path: Path) -> None:
    make(tmp_path, "deep/README.md")
    assert labels(tmp_path / "deep" / "README.md") == ["README.md"]


def test_a_pattern_is_expanded_in_order_relative_to_its_fixed_part(tmp_path: Path) -> None:
    make(tmp_path, "w/2.txt", "w/1.txt", "w/1.html", "w/sub/3.txt")
    assert labels(tmp_path / "w" / "*.txt") == ["1.txt", "2.txt"]
    assert labels(tmp_path / "w" / "**" / "*.txt") == ["1.txt", "2.txt", "sub/3.txt"]
    assert labels(tmp_path / "w*") == ["w/1.html", "w/1.txt", "w/2.txt", "w/sub/3.txt"]


def test_a_file_with_brackets_in_its_name_is_a_file(tmp_path: Path) -> None:
    make(tmp_path, "wire[1].txt")
    assert labels(tmp_path / "wire[1].txt") == ["wire[1].txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "1.txt", "2.txt")
    assert labels(tmp_path / "2.txt", tmp_path, tmp_path / "*.txt") == ["2.txt", "1.txt"]


def test_equal_names_of_two_folders_are_told_apart(tmp_path: Path) -> None:
    make(tmp_path, "monday/1.txt", "tuesday/1.txt", "other/tuesday/1.txt")
    found = labels(tmp_path / "monday", tmp_path / "tuesday", tmp_path / "other" / "tuesday")
    assert found == ["1.txt", "tuesday/1.txt", "tuesday/1.txt (2)"]


def test_folders_that_link_to_themselves_end(tmp_path: Path) -> None:
    make(tmp_path, "a/1.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert labels(tmp_path) == ["a/1.txt", "self"]


def test_no_input_is_an_error_that_says_what_to_type() -> None:
    with pytest.raises(InputError, match="expected at least one file.*Try: tezy run"):
        find_files([])


def test_a_path_that_does_not_exist_is_an_error_with_the_nearest_name(tmp_path: Path) -> None:
    make(tmp_path, "wire.jsonl")
    with pytest.raises(InputError, match=r"found nothing there.*Did you mean .*wire\.jsonl"):
        labels(tmp_path / "wire.json")
    with pytest.raises(InputError, match="cannot be read either"):
        labels(tmp_path / "nowhere" / "wire.json")


def test_a_pattern_that_matches_nothing_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="match the pattern"):
        labels(tmp_path / "*.txt")
    with pytest.raises(InputError, match="found no file"):
        labels(tmp_path)
