from pathlib import Path

import pytest

from pipeline.catalogue.find import find_model
from pipeline.catalogue.lock import Lock, LockedFile, LockedModel, read_lock, write_lock
from pipeline.errors import ModelError, OutputError
from tests.catalogue.hub_stand_in import COMMIT

FILE = LockedFile(sha256="0" * 64, size=2)
MODEL = LockedModel(
    commit=COMMIT, license="mit", pulled="2026-01-02", hub_files={"config.json": FILE}, files={"config.json": FILE}
)
LOCK = Lock(models={"desk/tiny": MODEL})


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write_lock(tmp_path / "new" / "tezy.lock", LOCK)
    assert read_lock(tmp_path / "new" / "tezy.lock") == LOCK


def test_a_lock_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "tezy.lock") == Lock()


def test_the_same_lock_is_the_same_file(tmp_path: Path) -> None:
    write_lock(tmp_path / "a", Lock(models={"b/b": MODEL, "a/a": MODEL}))
    write_lock(tmp_path / "b", Lock(models={"a/a": MODEL, "b/b": MODEL}))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_nothing_is_left_beside_a_written_lock(tmp_path: Path) -> None:
    write_lock(tmp_path / "tezy.lock", LOCK)
    assert [path.name for path in tmp_path.iterdir()] == ["tezy.lock"]


@pytest.mark.parametrize("text", ["", "{", '{"version": 2}', '{"models": {"desk/tiny": {}}}'])
def test_a_broken_lock_is_refused_and_not_taken_for_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "tezy.lock").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"tezy.lock: not a lock .* Restore it, or delete it and pull"):
        read_lock(tmp_path / "tezy.lock")


@pytest.mark.parametrize("name", ["../escape", "a/b", ".hidden", "", "/etc/passwd"])
def test_a_file_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    write_lock(tmp_path / "tezy.lock", LOCK)
    text = (tmp_path / "tezy.lock").read_text(encoding="utf-8").replace("config.json", name)
    (tmp_path / "tezy.lock").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="not a lock"):
        read_lock(tmp_path / "tezy.lock")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match=r"the lock cannot be written"):
        write_lock(tmp_path / "file" / "tezy.lock", LOCK)


def test_locked_files_that_are_not_here_say_what_to_type(home: Path, card: str) -> None:
    write_lock(home / "tezy.lock", LOCK)
    with pytest.raises(ModelError, match=r"locked at 0123456789ab, but its files are not here.*Type: tezy models pull"):
        find_model(card)


def test_a_file_of_another_size_is_noticed_without_hashing(home: Path, card: str) -> None:
    write_lock(home / "tezy.lock", LOCK)
    folder = home / "models" / "desk--tiny" / COMMIT
    folder.mkdir(parents=True)
    with pytest.raises(ModelError, match=r"config.json is missing. Pull it again: tezy models pull"):
        find_model(card)
    (folder / "config.json").write_text("{}  ", encoding="utf-8")
    with pytest.raises(ModelError, match=r"2 bytes are locked, 4 were found. Pull it again"):
        find_model(card)


def test_what_to_type_names_the_configuration_that_the_lock_lies_beside(tmp_path: Path, home: Path, card: str) -> None:
    (tmp_path / "night.toml").write_text("", encoding="utf-8")
    with pytest.raises(ModelError, match=rf"Type: tezy models pull .* --config {tmp_path}/night.toml$"):
        find_model(card, tmp_path / "tezy.lock")
    (tmp_path / "day.toml").write_text("", encoding="utf-8")
    with pytest.raises(ModelError, match=r"Type: tezy models pull .* --config FILE$"):
        find_model(card, tmp_path / "tezy.lock")
