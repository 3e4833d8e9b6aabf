import json
import shutil

import pytest
from click.testing import CliRunner

from pipeline.cli.gate import gate
from pipeline.errors import GateError, InputError
from pipeline.evaluate.gate import check_gate, read_baseline, update_baseline
from pipeline.evaluate.run_scores import read_run_scores
from tests.evaluate.conftest import N


@pytest.fixture
def run(reported, tmp_path):
    return shutil.copytree(reported.folder, tmp_path / "run")


def change(run, by, metric="chrf", system=0):
    """Move a score, and its interval with it."""
    path = run / "report.json"
    report = json.loads(path.read_text(encoding="utf-8"))
    score = report["tasks"][0]["systems"][system]["scores"][metric]
    for key in ("value", "low", "high"):
        score[key] += by
    path.write_text(json.dumps(report), encoding="utf-8")
    return read_run_scores(run)


@pytest.fixture
def baseline(run, tmp_path):
    path = tmp_path / "floors.json"
    assert update_baseline(read_run_scores(run), path, None) == []
    return path


def test_a_run_holds_its_own_floors(run, baseline):
    assert check_gate(read_run_scores(run), baseline) == []


def test_every_metric_with_a_direction_has_a_floor(run, baseline):
    rows = {score.row for score in read_baseline(baseline).rows}
    assert {"translation / good / chrf", "translation / good / findings"} <= rows
    assert not any("length" in row for row in rows)


def test_a_drop_within_the_noise_passes_and_one_beyond_it_fails(run, baseline):
    assert check_gate(change(run, -0.1), baseline) == []
    (fallen,) = check_gate(change(run, -20), baseline)
    assert fallen.row == "translation / good / chrf"
    assert "the floor is" in str(fallen)


def test_where_less_is_better_more_fails(run, baseline):
    (fallen,) = check_gate(change(run, 30, "findings"), baseline)
    assert fallen.row == "translation / good / findings"


def test_a_kind_of_finding_that_nobody_had_is_watched_with_room_for_chance(run, baseline):
    rows = {score.row: score for score in read_baseline(baseline).rows}
    script = rows["translation / good / findings:script"]
    assert (script.value, script.floor) == (0.0, 100 * 3 / N)
    assert check_gate(change(run, 100 / N, "findings:script"), baseline) == []
    (fallen,) = check_gate(change(run, 100 * 3 / N, "findings:script"), baseline)
    assert fallen.row == script.row


def test_a_kind_of_finding_that_is_gone_is_no_loss(run, tmp_path):
    path = tmp_path / "floors.json"
    update_baseline(change(run, 5, "findings:script"), path, None)
    assert check_gate(change(run, -5, "findings:script"), path) == []


def test_a_row_that_is_gone_fails(run, baseline):
    path = run / "report.json"
    report = json.loads(path.read_text(encoding="utf-8"))
    del report["tasks"][0]["systems"][2]
    path.write_text(json.dumps(report), encoding="utf-8")
    fallen = check_gate(read_run_scores(run), baseline)
    assert fallen
    assert all("like-good" in one.row and one.found is None for one in fallen)


def test_other_data_are_not_compared(run, baseline):
    path = run / "report.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"sha256": "', '"sha256": "0'), encoding="utf-8")
    with pytest.raises(InputError, match="other data do not compare"):
        check_gate(read_run_scores(run), baseline)


def test_a_run_of_other_systems_is_refused_with_both_names(run, baseline):
    path = run / "report.json"
    report = json.loads(path.read_text(encoding="utf-8"))
    for number, system in enumerate(report["tasks"][0]["systems"]):
        system["name"] = f"new {number}"
    path.write_text(json.dumps(report), encoding="utf-8")
    with pytest.raises(InputError, match=r"has the floors of translation / bad, .*this run is of translation / new 0"):
        check_gate(read_run_scores(run), baseline)


def test_a_floor_is_raised_freely(run, baseline):
    before = {score.row: score.floor for score in read_baseline(baseline).rows}
    update_baseline(change(run, 2), baseline, None)
    after = {score.row: score.floor for score in read_baseline(baseline).rows}
    assert after["translation / good / chrf"] == pytest.approx(before["translation / good / chrf"] + 2)


@pytest.mark.parametrize("why", [None, "", "  "])
def test_no_floor_is_lowered_without_a_reason(run, baseline, why):
    before = baseline.read_bytes()
    with pytest.raises(GateError, match="1 floors would be lowered"):
        update_baseline(change(run, -2), baseline, why)
    assert baseline.read_bytes() == before


def test_the_reason_stays_on_record(run, baseline):
    update_baseline(change(run, -2), baseline, "the old model's licence ended")
    update_baseline(change(run, 5), baseline, None)
    (kept,) = read_baseline(baseline).regressions
    assert kept["why"] == "the old model's licence ended"
    (floor,) = kept["floors"]
    assert floor["from"] - floor["to"] == pytest.approx(2)


def test_the_command_fails_with_status_3_and_names_the_rows(run, baseline):
    assert CliRunner().invoke(gate, [str(run), "--baseline", str(baseline)]).exit_code == 0
    change(run, -20)
    failed = CliRunner().invoke(gate, [str(run), "--baseline", str(baseline)])
    assert failed.exit_code == 3
    assert failed.stdout.startswith("translation / good / chrf: the floor is")
    assert GateError.exit_status == 3


def test_without_a_baseline_it_says_how_to_make_one(run, tmp_path):
    with pytest.raises(InputError, match="add --update"):
        check_gate(read_run_scores(run), tmp_path / "none.json")


def test_what_is_no_run_or_no_baseline_is_refused(run, tmp_path):
    with pytest.raises(InputError, match="expected the folder"):
        read_run_scores(tmp_path)
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="expected a baseline"):
        check_gate(read_run_scores(run), tmp_path / "other.json")
