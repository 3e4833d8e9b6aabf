"""Stories of whole nights: several outlets, several nights, the same digest whoever makes it."""

import json
import sqlite3
from datetime import date, timedelta

import pytest

from tests.night.nights import build_own_model, published, tezy, write_config
from tests.stories.conftest import BREAD, BRIDGE, BRIDGE_RETOLD

pytestmark = pytest.mark.models


def write_wire(path, *reports):
    rows = [
        {"title": pairs[0][1], "text": "\n\n".join(en for _, en in pairs[1:]), "outlet": outlet, "language": "en"}
        for outlet, pairs in reports
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    return write_config(folder / "night.toml", build_own_model(folder / "model"))


def stories(out):
    lines = (out / "latest" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_one_item_for_an_event_and_the_next_night_goes_on_with_it(config, tmp_path):
    first = write_wire(
        tmp_path / "first.jsonl", ("The One", BRIDGE), ("Bread Times", BREAD), ("The Other", BRIDGE_RETOLD)
    )
    out, home = tmp_path / "out", tmp_path / "home"
    ran = tezy("run", first, "--config", config, "--out", out, home=home)
    assert ran.returncode == 0, ran.stderr
    told = {frozenset(article["outlet"] for article in story["articles"]): story for story in stories(out)}
    assert set(told) == {frozenset(("The One", "The Other")), frozenset(("Bread Times",))}
    before = told[frozenset(("The One", "The Other"))]
    assert before["day"] == 1

    database = sqlite3.connect(out / "stories.sqlite")
    nights = [(date.today() - timedelta(days=days)).isoformat() for days in (1, 2)]
    with database:
        database.execute("UPDATE stories SET night = ?, since = ?", nights)
    database.close()
    second = write_wire(tmp_path / "second.jsonl", ("A Third", [*BRIDGE_RETOLD[:3], BRIDGE[1]]))
    assert tezy("run", second, "--config", config, "--out", out, home=home).returncode == 0
    (story,) = stories(out)
    assert (story["id"], story["day"], story["before"]) == (before["id"], 3, before["english_headline"])
    assert "Day 3" in (out / "latest" / "digest.html").read_text(encoding="utf-8")


def test_the_same_night_done_anew_gives_the_same_digest_as_if_it_had_not_been_done(config, tmp_path):
    wire = write_wire(tmp_path / "wire.jsonl", ("The One", BRIDGE), ("The Other", BRIDGE_RETOLD))
    out, home = tmp_path / "out", tmp_path / "home"
    assert tezy("run", wire, "--config", config, "--out", out, home=home).returncode == 0
    first = published(out)
    assert tezy("run", wire, "--config", config, "--out", out, "--fresh", home=home).returncode == 0
    assert published(out) == first


def test_a_newsrooms_own_style_is_taken_and_makes_another_night(config, tmp_path):
    wire = write_wire(tmp_path / "wire.jsonl", ("The One", BRIDGE))
    out, home = tmp_path / "out", tmp_path / "home"
    look = tmp_path / "look"
    look.mkdir()
    own = tmp_path / "own.toml"
    own.write_text(config.read_text() + '\n[render]\ntemplates = "look"\n')
    for style in ("body { color: teal }", "body { color: maroon }"):
        (look / "digest.css").write_text(style)
        assert tezy("run", wire, "--config", own, "--out", out, home=home).returncode == 0
        assert f"<style>{style}</style>" in (out / "latest" / "digest.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [(), ("--dry-run",)])
def test_a_newsrooms_own_template_that_cannot_be_rendered_stops_the_run_before_an_article_is_read(
    config, tmp_path, arguments
):
    wire = write_wire(tmp_path / "wire.jsonl", ("The One", BRIDGE))
    (tmp_path / "look").mkdir()
    (tmp_path / "look" / "mail.html.j2").write_text("{{ run.counts + 1 }}")
    own = tmp_path / "own.toml"
    own.write_text(config.read_text() + '\n[render]\ntemplates = "look"\n')
    ran = tezy("run", wire, "--config", own, "--out", tmp_path / "out", *arguments, home=tmp_path / "home")
    assert ran.returncode == 2
    assert f"{tmp_path}/look/mail.html.j2:1: cannot be rendered" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert list((tmp_path / "out").glob(".work-*")) == []


def test_a_brief_of_a_published_story_is_printed(config, tmp_path):
    wire = write_wire(tmp_path / "wire.jsonl", ("The One", BRIDGE), ("The Other", BRIDGE_RETOLD))
    out, home = tmp_path / "out", tmp_path / "home"
    assert tezy("run", wire, "--config", config, "--out", out, home=home).returncode == 0
    text = tezy("brief", out / "latest", "--format", "text", home=home).stdout
    assert "(The One)" in text
    html = tezy("brief", out / "latest", "--story", stories(out)[0]["id"], "--format", "html", home=home).stdout
    assert html.startswith('<article lang="en">')
    missing = tezy("brief", out / "latest", "--story", "7", home=home)
    assert missing.returncode == 2
    assert "no story 7. There are 1: give 1 to 1" in missing.stderr
    of_file = tezy("brief", wire, "--config", config, home=home)
    assert of_file.returncode == 2
    assert "expected one article, found several" in of_file.stderr
