import errno
import os

import pytest

from pipeline.errors import OutputError
from pipeline.store.publish import (
    check_latest,
    explained_write_errors,
    publish,
    published_runs,
    work_folder,
    work_folders,
)


def make_digest(out, text="digest"):
    folder = work_folder(out, "abcd1234") / "digest"
    folder.mkdir(parents=True)
    (folder / "run.json").write_text("{}")
    (folder / "digest.html").write_text(text)
    return folder


def test_a_published_digest_is_moved_whole_and_latest_points_to_it(tmp_path):
    folder = publish(make_digest(tmp_path), tmp_path, "2026-01-02-abcd1234")
    assert (tmp_path / "latest" / "digest.html").read_text() == "digest"
    assert (tmp_path / "latest").readlink().name == folder.name == "2026-01-02-abcd1234"
    assert published_runs(tmp_path, "abcd1234") == [folder]


def test_nothing_published_is_ever_replaced(tmp_path):
    first = publish(make_digest(tmp_path, "first"), tmp_path, "2026-01-02-abcd1234")
    second = publish(make_digest(tmp_path, "second"), tmp_path, "2026-01-02-abcd1234")
    assert (first / "digest.html").read_text() == "first"
    assert (second / "digest.html").read_text() == "second"
    assert (tmp_path / "latest").resolve() == second
    assert published_runs(tmp_path, "abcd1234") == [first, second]


def test_the_tenth_time_is_newer_than_the_ninth_and_copies_are_no_runs(tmp_path):
    names = ["2026-01-01-abcd1234.11", "2026-01-02-abcd1234", *(f"2026-01-02-abcd1234.{n}" for n in range(2, 12))]
    for name in (*names, "2026-01-03-abcd1234.old", "2026-01-03-abcd12345", "2026-01-03-1-abcd1234"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "run.json").write_text("{}")
    (tmp_path / "2026-01-04-abcd1234").mkdir()  # emptied by somebody
    assert [path.name for path in published_runs(tmp_path, "abcd1234")] == names


def test_unfinished_work_is_not_taken_for_a_published_run(tmp_path):
    make_digest(tmp_path)
    assert published_runs(tmp_path, "abcd1234") == []
    assert work_folders(tmp_path) == [(tmp_path / ".work-abcd1234", "abcd1234")]


def test_what_is_done_anew_is_worked_on_apart(tmp_path):
    folders = [work_folder(tmp_path, "abcd1234", fresh) for fresh in (False, True)]
    for folder in folders:
        folder.mkdir()
    assert work_folders(tmp_path) == [(folder, "abcd1234") for folder in folders]


def test_a_full_disk_is_explained_and_other_errors_are_not_touched(tmp_path):
    with pytest.raises(OutputError, match="no space left"), explained_write_errors(tmp_path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with pytest.raises(OSError, match="Input/output"), explained_write_errors(tmp_path):
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_folder_where_the_link_to_the_last_run_belongs_is_refused(tmp_path):
    check_latest(tmp_path)
    (tmp_path / "latest").symlink_to("gone")
    check_latest(tmp_path)
    (tmp_path / "latest").unlink()
    (tmp_path / "latest").mkdir()
    with pytest.raises(OutputError, match="expected the link to the last run"):
        check_latest(tmp_path)
