"""Whole nights whose articles are compared by the vectors of a model."""

import json
import re
import sqlite3
from datetime import date, timedelta

import pytest

from pipeline.catalogue.verify import hash_files
from tests.night.nights import build_own_model, heavy_modules, published, tezy, write_config
from tests.night.test_stories import stories, write_wire
from tests.stories.conftest import BREAD, BRIDGE, BRIDGE_RETOLD
from tests.tiny_models.encoders import build_bag_of_words

pytestmark = pytest.mark.models

CARD = """\
name = "words"
title = "A tiny encoder of random weights"
family = "bert"
job = "embed"
pooling = "mean"
same_story = 0.65
related = 0.5
languages = ["en"]
license = "CC0-1.0"
commercial_use = true
about = "Texts that share words are near."

[files]
"""
EMBEDS = 'family = "bert"\njob = "embed"\npooling = "mean"\nsame_story = 0.65\nrelated = 0.5'
TRANSLATES = 'family = "marian"\njob = "translate"'


@pytest.fixture(scope="module")
def encoder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("encoder")
    reports = (BRIDGE, BRIDGE_RETOLD, BREAD)
    build_bag_of_words(folder, "\n".join(english for pairs in reports for _, english in pairs))
    files = "".join(f'"{name}" = "{sha256}"\n' for name, sha256 in hash_files(folder).items())
    (folder / "card.toml").write_text(CARD + files, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def config(tmp_path_factory, encoder):
    folder = tmp_path_factory.mktemp("own")
    path = write_config(folder / "night.toml", build_own_model(folder / "model"))
    path.write_text(f'{path.read_text()}\n[stories]\nmodel = "{encoder}"\n', encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def night(config, tmp_path_factory):
    """A night of three articles on two events, done once."""
    folder = tmp_path_factory.mktemp("night")
    wire = write_wire(folder / "in.jsonl", ("The One", BRIDGE), ("Bread Times", BREAD), ("The Other", BRIDGE_RETOLD))
    ran = tezy("run", wire, "--config", config, "--out", folder / "out", home=folder / "home")
    assert ran.returncode == 0, ran.stderr
    return folder


def outlets(story):
    return frozenset(article["outlet"] for article in story["articles"])


def test_two_reports_of_an_event_become_one_story_and_a_third_does_not(night):
    assert {outlets(story) for story in stories(night / "out")} == {
        frozenset(("The One", "The Other")),
        frozenset(("Bread Times",)),
    }


def test_the_run_says_which_model_compared_its_articles(night):
    stated = json.loads((night / "out" / "latest" / "run.json").read_text(encoding="utf-8"))["models"]["stories"]
    assert (stated["model"], stated["pooling"], stated["same_story"], stated["related"]) == ("words", "mean", 0.65, 0.5)
    assert re.fullmatch("[0-9a-f]{64}", stated["weights_sha256"])
    assert stated["weights_sha256"] in (night / "out" / "latest" / "digest.html").read_text(encoding="utf-8")


def test_the_same_articles_for_another_folder_are_compared_without_loading_the_model(night, config):
    again = ("run", night / "in.jsonl", "--config", config, "--out", night / "other")
    heavy, ran = heavy_modules(*again, home=night / "home")
    assert ran.returncode == 0, ran.stderr
    assert heavy == "[]"
    assert published(night / "other") == published(night / "out")


def test_fresh_embeds_anew_and_gives_the_same_digest(night, config, tmp_path):
    again = ("run", night / "in.jsonl", "--config", config, "--out", tmp_path / "out", "--fresh")
    assert tezy(*again, home=tmp_path / "home").returncode == 0
    assert published(tmp_path / "out") == published(night / "out")


def test_a_story_goes_on_the_next_night_by_its_vector(night, config, tmp_path):
    (before,) = [story for story in stories(night / "out") if "The One" in outlets(story)]
    out = tmp_path / "out"
    out.mkdir()
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    with sqlite3.connect(night / "out" / "stories.sqlite") as kept, sqlite3.connect(out / "stories.sqlite") as copy:
        kept.backup(copy)
        copy.execute("UPDATE stories SET night = ?, since = ?", (yesterday, yesterday))
    kept.close()
    copy.close()
    wire = write_wire(tmp_path / "second.jsonl", ("A Third", [*BRIDGE_RETOLD[:3], BRIDGE[1]]))
    assert tezy("run", wire, "--config", config, "--out", out, home=night / "home").returncode == 0
    (story,) = stories(out)
    assert (story["id"], story["day"], story["before"]) == (before["id"], 2, before["english_headline"])


def test_another_cosine_makes_another_night(night, config, encoder, tmp_path):
    text = (encoder / "card.toml").read_text(encoding="utf-8")
    own = tmp_path / "encoder"
    own.mkdir()
    for file in encoder.iterdir():
        (own / file.name).write_bytes(file.read_bytes())
    (own / "card.toml").write_text(text.replace("same_story = 0.65", "same_story = 0.99"), encoding="utf-8")
    other = tmp_path / "other.toml"
    other.write_text(config.read_text(encoding="utf-8").replace(str(encoder), str(own)), encoding="utf-8")
    ran = tezy("run", night / "in.jsonl", "--config", other, "--out", tmp_path / "out", home=night / "home")
    assert ran.returncode == 0, ran.stderr
    assert len(stories(tmp_path / "out")) == 3


def test_a_dry_run_names_the_model(night, config, tmp_path):
    ran = tezy("run", night / "in.jsonl", "--config", config, "--dry-run", home=tmp_path / "home")
    assert "stories: words" in ran.stdout.splitlines()


@pytest.mark.parametrize(
    ("old", "new", "said", "options"),
    [
        (EMBEDS, TRANSLATES, "stories.model must be one to embed with", ()),
        ("related = 0.5", "", "must state same_story and related", ()),
        ("related = 0.5", "related = 0.7", "must be less than same_story (0.65), got 0.7.", ("--dry-run",)),
    ],
)
def test_a_wrong_card_stops_the_night_before_it_begins(night, config, encoder, tmp_path, old, new, said, options):
    assert old in CARD
    own = tmp_path / "encoder"
    own.mkdir()
    (own / "card.toml").write_text(CARD.replace(old, new), encoding="utf-8")
    other = tmp_path / "other.toml"
    other.write_text(config.read_text(encoding="utf-8").replace(str(encoder), str(own)), encoding="utf-8")
    out = tmp_path / "out"
    ran = tezy("run", night / "in.jsonl", "--config", other, "--out", out, *options, home=tmp_path / "home")
    assert ran.returncode == 2
    assert said in ran.stderr
    assert [path.name for path in out.glob("*") if path.name != ".lock"] == []
