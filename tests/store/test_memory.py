import sqlite3
from contextlib import closing

import pytest

from pipeline.errors import OutputError
from pipeline.store.memory import Memory, memory_key

IDENTITY = {"stage": "translate/1", "model": "m", "weights": "aa", "engine": "ctranslate2", "beam_size": 4}


def test_what_was_put_is_found_by_the_next_process(tmp_path):
    with Memory(tmp_path / "deep" / "memory.sqlite") as memory:
        memory.put([("k1", "один"), ("k2", "two")])
    with Memory(tmp_path / "deep" / "memory.sqlite") as memory:
        assert memory.get(["k2", "k3", "k1"]) == {"k1": "один", "k2": "two"}


def test_more_keys_than_sqlite_takes_in_one_query():
    with Memory(":memory:") as memory:
        memory.put((f"k{n}", str(n)) for n in range(2000))
        assert memory.get([f"k{n}" for n in range(2000)])["k1999"] == "1999"


@pytest.mark.parametrize(
    "changed",
    [{"model": "n"}, {"weights": "ab"}, {"engine": "transformers"}, {"beam_size": 5}, {"stage": "translate/2"}],
)
def test_a_key_changes_with_everything_that_could_change_the_text(changed):
    assert memory_key(IDENTITY | changed, "text") != memory_key(IDENTITY, "text")


def test_a_key_does_not_depend_on_the_order_in_which_the_identity_is_stated():
    assert memory_key(dict(reversed(IDENTITY.items())), "text") == memory_key(IDENTITY, "text")


def test_text_and_identity_cannot_be_mistaken_for_one_another():
    assert memory_key({"a": "b"}, "c") != memory_key({"a": "b\0c"}, "")


def test_an_interrupted_put_leaves_nothing_of_itself(tmp_path):
    def entries():
        yield "k1", "one"
        raise KeyboardInterrupt

    with Memory(tmp_path / "m") as memory:
        with pytest.raises(KeyboardInterrupt):
            memory.put(entries())
        assert memory.get(["k1"]) == {}


def test_a_memory_absorbs_another_and_the_other_wins(tmp_path):
    with Memory(tmp_path / "new") as new:
        new.put([("k1", "new"), ("k2", "new")])
    with Memory(tmp_path / "old") as old:
        old.put([("k1", "old"), ("k3", "old")])
        old.absorb(tmp_path / "new")
        assert old.get(["k1", "k2", "k3"]) == {"k1": "new", "k2": "new", "k3": "old"}


def test_a_file_that_is_no_memory_is_refused_with_advice(tmp_path):
    (tmp_path / "m").write_bytes(b"not a database, but long enough to be taken for one" * 50)
    with pytest.raises(OutputError, match="cannot be opened.*TEZY_HOME"):
        Memory(tmp_path / "m")


def test_a_memory_of_a_newer_version_is_refused(tmp_path):
    database = sqlite3.connect(tmp_path / "m")
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(OutputError, match="version 99"):
        Memory(tmp_path / "m")


@pytest.mark.parametrize("table", ["memory (note TEXT)", "notes (key TEXT, text TEXT)"])
@pytest.mark.parametrize("version", [0, 1])
def test_another_programs_database_is_refused_and_left_as_it_was(tmp_path, table, version):
    path = tmp_path / "m"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(f"CREATE TABLE {table}; PRAGMA user_version = {version};")
    before = path.read_bytes()
    with pytest.raises(OutputError, match=r"cannot be opened \((no such column: key|another program's).*TEZY_HOME"):
        Memory(path)
    assert path.read_bytes() == before


def test_a_memory_that_cannot_be_read_or_taken_over_is_said_with_what_to_do(tmp_path):
    with Memory(tmp_path / "m") as memory:
        with pytest.raises(OutputError, match=r"gone/other: cannot be read \("):
            memory.absorb(tmp_path / "gone" / "other")
        memory.put([(f"k{n}", "text" * 500) for n in range(100)])
        memory.put([])
    damaged = (tmp_path / "m").read_bytes()
    (tmp_path / "m").write_bytes(damaged[:8192] + b"\xff" * (len(damaged) - 8192))
    with Memory(tmp_path / "m") as memory, pytest.raises(OutputError, match=r"cannot be read \(.*Move the file away"):
        memory.get([f"k{n}" for n in range(100)])
