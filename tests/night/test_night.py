import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.night.nights import (
    build_own_model,
    environment,
    heavy_modules,
    published,
    tezy,
    write_articles,
    write_config,
)

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    return write_config(folder / "night.toml", build_own_model(folder / "model"))


@pytest.fixture(scope="module")
def night(config, tmp_path_factory):
    """A night of twelve articles, done once."""
    folder = tmp_path_factory.mktemp("night")
    write_articles(folder / "in", 12)
    ran = tezy("run", folder / "in", "--config", config, "--out", folder / "out", home=folder / "home")
    assert ran.returncode == 0, ran.stderr
    return folder, ran


def test_the_path_of_the_published_digest_is_all_that_goes_to_standard_output(night):
    folder, ran = night
    assert Path(ran.stdout.strip()) == (folder / "out" / "latest").resolve() / "digest.html"


def test_everything_promised_is_published(night):
    folder, _ = night
    names = {path.name for path in (folder / "out" / "latest").iterdir()}
    assert names >= {"digest.html", "digest.md", "briefs.jsonl", "scores.json", "run.json"}
    assert [path.name for path in (folder / "out").glob(".work-*")] == []


def test_the_same_night_again_does_nothing_and_says_so(night, config):
    folder, _ = night
    before = published(folder / "out")
    again = tezy("run", folder / "in", "--config", config, "--out", folder / "out", home=folder / "home")
    assert again.returncode == 0
    assert "done before" in again.stderr
    assert published(folder / "out") == before
    assert len(list((folder / "out").glob("20*"))) == 1


def test_the_same_articles_for_another_folder_come_from_the_memory_without_a_model(night, config):
    folder, _ = night
    again = ("run", folder / "in", "--config", config, "--out", folder / "other")
    heavy, ran = heavy_modules(*again, home=folder / "home")
    assert ran.returncode == 0
    assert heavy == "[]"
    assert "translated 0 sentences" in ran.stderr
    assert published(folder / "other") == published(folder / "out")


def test_fresh_does_the_night_anew_beside_the_old_one(night, config):
    folder, _ = night
    ran = tezy("run", folder / "in", "--config", config, "--out", folder / "out", "--fresh", home=folder / "home")
    assert ran.returncode == 0
    assert "translated 0 sentences" not in ran.stderr
    first, second = sorted((folder / "out").glob("20*"))
    assert (first / "briefs.jsonl").read_bytes() == (second / "briefs.jsonl").read_bytes()


def test_another_batch_size_gives_the_same_briefs(night, config, tmp_path):
    folder, _ = night
    other = tmp_path / "small.toml"
    other.write_text(config.read_text() + "batch_tokens = 64\n")
    ran = tezy("run", folder / "in", "--config", other, "--out", tmp_path / "out", home=tmp_path / "home")
    assert ran.returncode == 0, ran.stderr
    assert published(tmp_path / "out")["briefs.jsonl"] == published(folder / "out")["briefs.jsonl"]


def test_a_run_killed_anywhere_goes_on_to_the_same_digest(config, tmp_path):
    articles = write_articles(tmp_path / "in", 150)
    undisturbed = tezy("run", articles, "--config", config, "--out", tmp_path / "whole", home=tmp_path / "home1")
    assert undisturbed.returncode == 0, undisturbed.stderr
    command = [sys.executable, "-m", "pipeline", "run", articles, "--config", config, "--out", tmp_path / "killed"]
    kills = 0
    for wait_s in (2.0, 4.0, 6.0, 8.0):
        process = subprocess.Popen(
            command,
            env=environment(tmp_path / "home2"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        time.sleep(wait_s)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            kills += 1
        process.communicate()
        if (tmp_path / "killed" / "latest").exists():  # killed while it was ending: then the digest is whole
            assert published(tmp_path / "killed") == published(tmp_path / "whole")
    assert kills, "the run was over before it could be killed: give it more articles"
    finished = tezy("run", articles, "--config", config, "--out", tmp_path / "killed", home=tmp_path / "home2")
    assert finished.returncode == 0, finished.stderr
    assert published(tmp_path / "killed") == published(tmp_path / "whole")


def test_bad_articles_cost_only_themselves_and_status_1(config, tmp_path):
    articles = write_articles(tmp_path / "in", 3)
    (articles / "empty.txt").write_text("")
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (articles / "rows.jsonl").write_text('{"text": broken\n')
    (articles / "russian.txt").write_text(
        "Это объявление о выставке, которую открыли вчера. Её посетили тысячи людей. " * 5
    )
    (articles / "again.txt").write_text((articles / "00000.txt").read_text())
    (articles / "gone.txt").symlink_to(tmp_path / "nowhere")
    ran = tezy("run", articles, "--config", config, "--out", tmp_path / "out", home=tmp_path / "home")
    assert ran.returncode == 1, ran.stderr
    said = [line for line in ran.stderr.splitlines() if line.startswith("skipped ")]
    for name in ("empty.txt", "binary.txt", "rows.jsonl", "russian.txt", "gone.txt"):
        assert any(name in line for line in said), (name, said)
    assert any("again.txt" in line or "00000.txt" in line for line in said)
    assert len((tmp_path / "out" / "latest" / "briefs.jsonl").read_text().splitlines()) == 3


def test_a_night_with_nothing_usable_leaves_the_last_digest_alone(night, config, tmp_path):
    folder, _ = night
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_text("")
    before = (folder / "out" / "latest").resolve()
    ran = tezy("run", tmp_path / "in", "--config", config, "--out", folder / "out", home=folder / "home")
    assert ran.returncode == 2
    assert "nothing is published" in ran.stderr
    assert (folder / "out" / "latest").resolve() == before
    assert list((folder / "out").glob(".work-*")) == []


def test_a_full_disk_is_one_clear_line_and_the_run_goes_on_once_there_is_space(config, tmp_path):
    articles, small = write_articles(tmp_path / "in", 30), tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", small], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small file system cannot be mounted here")
    try:
        ran = tezy("run", articles, "--config", config, "--out", small, home=tmp_path / "home")
        assert ran.returncode == 2, ran.stderr
        assert "Traceback" not in ran.stderr
        assert "pace" in ran.stderr.splitlines()[-1]
        assert not (small / "latest").exists()
        subprocess.run(["mount", "-o", "remount,size=100m", small], check=True)
        assert tezy("run", articles, "--config", config, "--out", small, home=tmp_path / "home").returncode == 0
        assert (small / "latest" / "digest.html").exists()
    finally:
        subprocess.run(["umount", small], check=False)


def test_an_output_folder_that_cannot_be_written_stops_the_run_before_it_starts(config, tmp_path):
    (tmp_path / "out").write_text("a file")
    articles = write_articles(tmp_path / "in", 1)
    ran = tezy("run", articles, "--config", config, "--out", tmp_path / "out", home=tmp_path / "home")
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr


def test_a_model_that_is_not_here_stops_the_run_with_what_to_type(tmp_path):
    articles = write_articles(tmp_path / "in", 1)
    ran = tezy("run", articles, "--config", "newsroom", "--out", tmp_path / "out", home=tmp_path / "home")
    assert ran.returncode == 2
    assert "tezy models pull" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_dry_run_says_what_would_be_done_and_writes_nothing(config, tmp_path):
    articles = write_articles(tmp_path / "in", 2)
    ran = tezy("run", articles, "--config", config, "--out", tmp_path / "out", "--dry-run", home=tmp_path / "home")
    assert ran.returncode == 0
    assert "2 Ukrainian and 0 English articles" in ran.stdout
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "home").exists()


def test_what_the_translator_was_unsure_of_is_marked_in_sentences_and_in_english_key_points(tmp_path):
    model = build_own_model(tmp_path / "model")
    card = (model / "card.toml").read_text(encoding="utf-8")
    (model / "card.toml").write_text(f"unsure_below = 0.0\n{card}", encoding="utf-8")  # nothing is certain
    config = write_config(tmp_path / "night.toml", model)
    write_articles(tmp_path / "in", 1)
    ran = tezy("run", tmp_path / "in", "--config", config, "--out", tmp_path / "out", home=tmp_path / "home")
    assert ran.returncode == 0, ran.stderr
    (line,) = (tmp_path / "out" / "latest" / "briefs.jsonl").read_text(encoding="utf-8").splitlines()
    brief = json.loads(line)
    unsure = [finding for finding in brief["findings"] if finding["check"] == "sureness"]
    sentences = {finding["sentence"] for finding in unsure if finding["key_point"] is None}
    no_text = {finding["sentence"] for finding in brief["findings"] if finding["severity"] == "error"}
    assert sentences | no_text == {one["sentence"] for one in brief["translations"] if one["origin"] == "model"}
    assert sentences
    english = {number for number, point in enumerate(brief["key_points"]) if point["language"] == "en"}
    points = {finding["key_point"] for finding in unsure if finding["key_point"] is not None}
    assert points
    assert points <= english
    counts = json.loads((tmp_path / "out" / "latest" / "run.json").read_text(encoding="utf-8"))["counts"]
    assert counts["marked.sureness"] == len(unsure)
