"""The stories of earlier nights."""

import sqlite3
from contextlib import closing

import pytest

from pipeline.errors import OutputError
from pipeline.store.archive import ArchivedStory, StoryArchive


def kept(night, identity="s1", headline="h", made_by="terms"):
    return ArchivedStory(night, identity, "2025-05-01", headline, b"compared", made_by)


@pytest.fixture
def archive(tmp_path):
    with StoryArchive(tmp_path / "stories.sqlite") as opened:
        yield opened


def test_a_run_sees_the_stories_of_others_and_not_its_own(archive):
    archive.keep("aaaa", "2025-05-01", [kept("2025-05-01")])
    archive.keep("bbbb", "2025-05-02", [kept("2025-05-02", "s2")])
    assert [one.id for one in archive.before("bbbb", "2025-04-01", "2025-05-02", "terms")] == ["s1"]


def test_done_again_a_run_replaces_what_it_kept(archive):
    archive.keep("aaaa", "2025-05-01", [kept("2025-05-01"), kept("2025-05-01", "s2")])
    archive.keep("aaaa", "2025-05-01", [kept("2025-05-01", "s3")])
    assert [one.id for one in archive.before("b", "2025-04-01", "2025-06-01", "terms")] == ["s3"]


def test_of_a_story_that_went_on_its_last_night_is_given(archive):
    archive.keep("aaaa", "2025-05-01", [kept("2025-05-01", headline="old")])
    archive.keep("bbbb", "2025-05-02", [kept("2025-05-02", headline="new")])
    assert [one.headline for one in archive.before("c", "2025-04-01", "2025-06-01", "terms")] == ["new"]


def test_a_run_sees_earlier_days_and_as_far_back_as_it_asks(archive):
    archive.keep("aaaa", "2025-05-01", [kept("2025-05-01")])
    assert list(archive.before("c", "2025-05-02", "2025-06-01", "terms")) == []
    assert list(archive.before("c", "2025-04-01", "2025-05-01", "terms")) == []
    assert [one.id for one in archive.before("c", "2025-05-01", "2025-05-02", "terms")] == ["s1"]


def test_a_night_done_again_on_another_day_leaves_what_it_told_on_the_first(archive):
    archive.keep("aaaa", "2025-05-01", [kept("2025-05-01")])
    archive.keep("aaaa", "2025-05-02", [kept("2025-05-02")])
    assert [one.night for one in archive.before("b", "2025-04-01", "2025-05-02", "terms")] == ["2025-05-01"]
    assert [one.night for one in archive.before("b", "2025-04-01", "2025-05-03", "terms")] == ["2025-05-02"]
    assert list(archive.before("aaaa", "2025-04-01", "2025-05-03", "terms")) == []


def test_what_no_run_can_ask_for_is_forgotten_and_nothing_else(archive):
    archive.keep("aaaa", "2025-03-01", [kept("2025-03-01")])
    archive.keep("bbbb", "2025-04-30", [kept("2025-04-30", "s2")])
    assert [one.id for one in archive.stories()] == ["s2", "s1"]
    archive.keep("cccc", "2025-05-01", [])
    assert [one.id for one in archive.stories()] == ["s2"]


def test_stories_compared_by_something_else_are_left_out_and_forgotten_like_any_other(archive):
    archive.keep("aaaa", "2025-05-01", [kept("2025-05-01"), kept("2025-05-01", "s2", made_by="a model")])
    archive.keep("bbbb", "2025-05-02", [kept("2025-05-02", headline="by another model", made_by="another")])
    found = [(one.id, one.headline, one.made_by) for one in archive.before("c", "2025-04-01", "2025-06-01", "a model")]
    assert found == [("s2", "h", "a model")]
    assert [one.id for one in archive.before("c", "2025-04-01", "2025-06-01", "terms")] == ["s1"]
    archive.keep("dddd", "2025-08-01", [])
    assert list(archive.before("c", "2025-04-01", "2025-06-01", "a model")) == []


@pytest.mark.parametrize(
    ("version", "columns"), [(1, "terms BLOB"), (2, "compared BLOB, made_by TEXT DEFAULT 'terms'")]
)
def test_an_archive_of_an_older_version_goes_on(tmp_path, version, columns):
    path = tmp_path / "stories.sqlite"
    with sqlite3.connect(path) as database:
        database.execute(
            "CREATE TABLE stories (fingerprint TEXT, position INTEGER, night TEXT, id TEXT, since TEXT, headline TEXT, "
            f"{columns}, PRIMARY KEY (fingerprint, position))"
        )
        row = ("aaaa", 0, "2025-05-01", "s1", "2025-05-01", "h", b"compared")
        names = "fingerprint, position, night, id, since, headline, " + columns.split()[0]
        database.execute(f"INSERT INTO stories ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        database.execute(f"PRAGMA user_version = {version}")
    database.close()
    for _ in range(2):
        with StoryArchive(path) as archive:
            assert list(archive.before("b", "2025-04-01", "2025-05-02", "terms")) == [kept("2025-05-01")]
            archive.keep("aaaa", "2025-05-02", [kept("2025-05-02", "s2")])


def test_what_is_no_archive_is_said_to_be_none(tmp_path):
    path = tmp_path / "stories.sqlite"
    path.write_text("not a database, but long enough to be taken for one" * 20)
    with pytest.raises(OutputError, match=r"Move the file away to begin anew\."):
        StoryArchive(path)
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(OutputError, match="version 99"):
        StoryArchive(path)


@pytest.mark.parametrize("table", ["stories (title TEXT)", "books (title TEXT)"])
@pytest.mark.parametrize("version", range(4))
def test_another_programs_database_is_refused_and_left_as_it_was(tmp_path, table, version):
    path = tmp_path / "stories.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(f"CREATE TABLE {table}; PRAGMA user_version = {version};")
    before = path.read_bytes()
    with pytest.raises(OutputError, match=r"cannot be opened \((no such column: |another program's)"):
        StoryArchive(path)
    assert path.read_bytes() == before
