import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.score import score
from pipeline.errors import InputError
from pipeline.evaluate.scoring import score_files, scores_markdown
from tests.evaluate.outputs import own_test_set, references, spoilt

N = 30


@pytest.fixture
def files(tmp_path):
    texts = {
        "ours.en": spoilt(references(N), 0.2, 1),
        "reference.en": references(N),
        "source.uk": [example.source for example in own_test_set().translations[:N]],
    }
    for name, lines in texts.items():
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {name: str(tmp_path / name) for name in texts}


def test_every_metric_has_a_value_an_interval_and_a_signature(files):
    rows = score_files(files["ours.en"], files["reference.en"], files["source.uk"], "translation", "en")
    assert [row.name for row in rows][:4] == ["BLEU", "chrF", "chrF++", "TER"]
    assert {row.metric for row in rows} >= {"rouge1", "rouge2", "rougeL", "rougeLsum", "length_ratio", "findings"}
    for row in rows:
        assert row.low <= row.value <= row.high
        assert f"n:{N}" in row.signature


def test_without_sources_nothing_is_said_of_findings(files):
    rows = score_files(files["ours.en"], files["reference.en"], None, "translation", "en")
    assert "findings" not in {row.metric for row in rows}


def test_json_lines_score_as_lines_do(files, tmp_path):
    for name, key in (("ours.en", "hypothesis"), ("reference.en", "reference")):
        lines = Path(files[name]).read_text(encoding="utf-8").splitlines()
        text = "".join(json.dumps({key: line}) + "\n" for line in lines)
        (tmp_path / f"{key}s.jsonl").write_text(text, encoding="utf-8")
    plain = score_files(files["ours.en"], files["reference.en"], None, "translation", "en")
    pair = (str(tmp_path / "hypothesiss.jsonl"), str(tmp_path / "references.jsonl"))
    assert score_files(*pair, None, "translation", "en") == plain


def test_key_points_score_line_by_line(tmp_path):
    own = [{"key_points": ["Рада ухвалила бюджет.", "Уряд подав план."]}, {"key_points": ["Міст відкрили."]}]
    meant = [{"key_points": ["Уряд подав план.", "Рада ухвалила бюджет."]}, {"key_points": ["Міст відкрили."]}]
    for name, rows in (("own", own), ("meant", meant)):
        text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    rows = score_files(str(tmp_path / "own.jsonl"), str(tmp_path / "meant.jsonl"), None, "summary", "uk")
    found = {row.metric: row.value for row in rows}
    assert found["rougeLsum"] == pytest.approx(100)
    assert found["rougeL"] < 100


def test_files_of_different_length_are_refused_with_both_counts(files, tmp_path):
    (tmp_path / "short.en").write_text("One line.\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"has 1 lines and .* has {N}: .*Align them"):
        score_files(str(tmp_path / "short.en"), files["reference.en"], None, "translation", "en")
    with pytest.raises(InputError, match="a source for each output"):
        score_files(files["ours.en"], files["reference.en"], str(tmp_path / "short.en"), "translation", "en")


def test_sources_given_for_outputs_are_refused(files):
    with pytest.raises(InputError, match="expected English, found Ukrainian letters. Files may be swapped"):
        score_files(files["source.uk"], files["reference.en"], None, "translation", "en")


def test_references_given_for_outputs_are_refused_with_the_right_command(files):
    with pytest.raises(InputError, match=r"swapped. Type: tezy score \S*ours.en \S*reference.en"):
        score_files(files["reference.en"], files["ours.en"], None, "translation", "en")
    with pytest.raises(InputError, match="given twice"):
        score_files(files["ours.en"], files["ours.en"], None, "translation", "en")


def test_empty_references_are_refused_with_their_lines(files, tmp_path):
    lines = references(N)
    lines[4] = "  "
    (tmp_path / "ref.en").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"no words in 1 of 30 references \(line 5\)"):
        score_files(files["ours.en"], str(tmp_path / "ref.en"), None, "translation", "en")


def test_a_table_for_people_json_for_machines_and_markdown(files):
    arguments = [files["ours.en"], files["reference.en"]]
    text = CliRunner().invoke(score, arguments).stdout
    assert "chrF++" in text
    rows = json.loads(CliRunner().invoke(score, [*arguments, "--json"]).stdout)
    assert rows[0]["name"] == "BLEU"
    assert f"{rows[0]['value']:.1f}" in text
    table = CliRunner().invoke(score, [*arguments, "--markdown"]).stdout
    assert table.startswith("| metric | score |")
    found = score_files(*arguments, None, "translation", "en")
    assert table.strip() == scores_markdown(found)
