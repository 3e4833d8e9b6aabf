"""The stories of earlier nights."""

import sqlite3

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
    archive.keep("aaaa", [kept("2025-05-01")], "2025-04-01")
    archive.keep("bbbb", [kept("2025-05-02", "s2")], "2025-04-01")
    assert [one.id for one in archive.before("bbbb", "2025-04-01", "2025-05-02", "terms")] == ["s1"]


def test_done_again_a_run_replaces_what_it_kept(archive):
    archive.keep("aaaa", [kept("2025-05-01"), kept("2025-05-01", "s2")], "2025-04-01")
    archive.keep("aaaa", [kept("2025-05-01", "s3")], "2025-04-01")
    assert [one.id for one in archive.before("b", "2025-04-01", "2025-06-01", "terms")] == ["s3"]


def test_of_a_story_that_went_on_its_last_night_is_given(archive):
    archive.keep("aaaa", [kept("2025-05-01", headline="old")], "2025-04-01")
    archive.keep("bbbb", [kept("2025-05-02", headline="new")], "2025-04-01")
    assert [one.headline for one in archive.before("c", "2025-04-01", "2025-06-01", "terms")] == ["new"]


def test_nights_too_old_and_nights_to_come_are_left_out_and_old_ones_forgotten(archive):
    archive.keep("aaaa", [kept("2025-05-01")], "2025-04-01")
    assert list(archive.before("c", "2025-05-02", "2025-06-01", "terms")) == []
    assert list(archive.before("c", "2025-04-01", "2025-04-30", "terms")) == []
    archive.keep("bbbb", [], "2025-05-02")
    assert list(archive.before("c", "2025-01-01", "2025-06-01", "terms")) == []


def test_stories_compared_by_something_else_are_left_out_and_forgotten_like_any_other(archive):
    archive.keep("aaaa", [kept("2025-05-01"), kept("2025-05-01", "s2", made_by="a model")], "2025-04-01")
    archive.keep("bbbb", [kept("2025-05-02", headline="by another model", made_by="another")], "2025-04-01")
    found = [(one.id, one.headline, one.made_by) for one in archive.before("c", "2025-04-01", "2025-06-01", "a model")]
    assert found == [("s2", "h", "a model")]
    assert [one.id for one in archive.before("c", "2025-04-01", "2025-06-01", "terms")] == ["s1"]
    archive.keep("dddd", [], "2025-05-02")
    assert list(archive.before("c", "2025-04-01", "2025-06-01", "a model")) == []


def test_an_archive_of_version_1_goes_on_as_made_of_terms(tmp_path):
    path = tmp_path / "stories.sqlite"
    with sqlite3.connect(path) as database:
        database.execute(
            "CREATE TABLE stories (fingerprint TEXT, position INTEGER, night TEXT, id TEXT, since TEXT, headline TEXT, "
            "terms BLOB, PRIMARY KEY (fingerprint, position))"
        )
        row = ("aaaa", 0, "2025-05-01", "s1", "2025-05-01", "h", b"compared")
        database.execute("INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        database.execute("PRAGMA user_version = 1")
    database.close()
    for _ in range(2):
        with StoryArchive(path) as archive:
            assert list(archive.before("b", "2025-04-01", "2025-06-01", "terms")) == [kept("2025-05-01")]


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
