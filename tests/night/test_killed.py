"""A run that is killed, or fails, at one of its last steps: nothing is lost, doubled or left behind."""

import json
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest

from pipeline import night
from pipeline.config import load_config
from pipeline.night import LEDGER, NightJob, run_night
from pipeline.progress import Silent
from pipeline.store.archive import FILE, StoryArchive
from tests.night.nights import build_own_model, write_articles, write_config
from tests.stories.conftest import BREAD, BRIDGE, BRIDGE_RETOLD

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    return load_config(str(write_config(folder / "night.toml", build_own_model(folder / "model"))))


@pytest.fixture
def run(config, tmp_path, monkeypatch):
    """Do a night's work on English reports in this process, `days` after the first."""

    def do(*reports, days=0, fresh=False, **changes):
        moment = datetime(2025, 5, 10, 4, tzinfo=UTC) + timedelta(days=days, minutes=next(minutes))
        monkeypatch.setattr(night, "_now", lambda: moment.isoformat(timespec="seconds"))
        wire = tmp_path / f"{'-'.join(outlet for outlet, _ in reports)}.jsonl"
        rows = [
            {"title": pairs[0][1], "text": "\n\n".join(en for _, en in pairs[1:]), "outlet": outlet, "language": "en"}
            for outlet, pairs in reports
        ]
        wire.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        stories = config.stories.model_copy(update=changes)
        job = NightJob([str(wire)], config.model_copy(update={"stories": stories}), fresh=fresh)
        return run_night(job, tmp_path / "out", tmp_path / "memory.sqlite", Silent())

    minutes = iter(range(100))
    return do


@pytest.fixture
def killed(monkeypatch):
    """Run something that is killed as soon as it calls a function of `pipeline.night` or `owner`."""

    def kill(name, act, owner=night):
        def die(*_, **__):
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(owner, name, die)
            with pytest.raises(KeyboardInterrupt):
                act()

    return kill


def told(tmp_path):
    with StoryArchive(tmp_path / "out" / FILE) as archive:
        return [(one.night, one.headline) for one in archive.stories()]


def stories(done):
    return [json.loads(line) for line in (done.folder / "stories.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize(
    ("name", "owner"),
    [("point_latest", "pipeline.store.publish"), ("_end", "pipeline.night"), ("remove_work", "pipeline.night")],
)
def test_a_run_killed_once_its_digest_is_in_place_is_brought_to_its_end_by_the_next(
    run, killed, tmp_path, name, owner, fresh, same
):
    first = run(("Bread Times", BREAD))
    killed(name, lambda: run(("The One", BRIDGE), days=1, fresh=fresh), owner=import_module(owner))
    assert len(list((tmp_path / "out").glob(".work-*"))) == 1
    if same:
        again = run(("The One", BRIDGE), days=2)
        assert not again.new
    else:
        again = run(("A Third", BRIDGE_RETOLD), days=2)
        assert [(one["day"], one["before"]) for one in stories(again)] == [(2, BRIDGE[0][1])]
    assert (tmp_path / "out" / "latest").resolve() == again.folder.resolve() != first.folder.resolve()
    assert list((tmp_path / "out").glob(".work-*")) == []
    expected = [("2025-05-11", BRIDGE[0][1]), ("2025-05-10", BREAD[0][1])]
    assert told(tmp_path) == expected if same else told(tmp_path)[1:] == expected
    assert len(list((tmp_path / "out").glob("2025-*"))) == (2 if same else 3)


def test_a_run_that_was_never_published_is_not_a_night_before(run, killed):
    killed("write_digest", lambda: run(("The One", BRIDGE)))
    (story,) = stories(run(("A Third", BRIDGE_RETOLD), days=1))
    assert (story["day"], story["before"]) == (1, "")
    assert run(("The One", BRIDGE), days=1).run.started[:10] == "2025-05-10"  # and it goes on all the same
    assert [one["day"] for one in stories(run(("The Other", BRIDGE), days=2))] == [3]


def test_a_run_of_the_same_day_is_not_a_night_before(run):
    run(("The One", BRIDGE))
    (story,) = stories(run(("A Third", BRIDGE_RETOLD)))
    assert (story["day"], story["before"]) == (1, "")


def test_a_run_that_looks_at_no_earlier_night_takes_none_from_others(run, tmp_path):
    run(("The One", BRIDGE))
    (alone,) = stories(run(("The Other", BRIDGE), days=1, earlier_nights=0))
    assert (alone["day"], alone["before"]) == (1, "")
    run(("Bread Times", BREAD), days=2, earlier_nights=0)
    assert told(tmp_path)[-1] == ("2025-05-10", BRIDGE[0][1])


def test_the_same_run_again_is_the_same_digest_although_others_came_between(run):
    first = run(("The One", BRIDGE))
    run(("A Third", BRIDGE_RETOLD))
    again = run(("The One", BRIDGE), fresh=True)
    assert again.folder != first.folder
    assert stories(again) == stories(first)


def test_fresh_takes_nothing_from_a_killed_run_that_was_not(config, killed, tmp_path):
    job = [str(write_articles(tmp_path / "in", 3))], config
    places = tmp_path / "out", tmp_path / "memory.sqlite", Silent()
    killed("mark_spellings", lambda: run_night(NightJob(*job), *places))
    killed("mark_spellings", lambda: run_night(NightJob(*job, fresh=True), *places))
    plain, fresh = sorted((tmp_path / "out").glob(f".work-*/{LEDGER}"))
    assert (plain.parent.name + "-fresh") == fresh.parent.name
    with night.Ledger(fresh) as ledger:
        assert ledger.brief_count == 3
    done = run_night(NightJob(*job, fresh=True), *places)
    assert done.run.work == {"translated": 0, "from_memory": 0}  # it goes on with what was done anew
    assert not run_night(NightJob(*job), *places).new
    assert list((tmp_path / "out").glob(".work-*")) == []


def test_what_is_done_anew_is_all_done_by_the_model(config, killed, tmp_path):
    job = [str(write_articles(tmp_path / "in", 3))], config
    places = tmp_path / "out", tmp_path / "memory.sqlite", Silent()
    killed("mark_spellings", lambda: run_night(NightJob(*job), *places))
    fresh = run_night(NightJob(*job, fresh=True), *places).run.work
    alone = run_night(NightJob(*job), tmp_path / "other", tmp_path / "other.sqlite", Silent()).run.work
    assert fresh == alone
    assert fresh["translated"]
