import json
import shutil
from concurrent.futures.process import BrokenProcessPool

import pytest
from click.testing import CliRunner

from pipeline.cli.compare import compare as compare_command
from pipeline.errors import ConfigError, InputError, ModelError, OutputError
from pipeline.evaluate.comparison import compare_systems
from pipeline.evaluate.example import Example
from pipeline.evaluate.run_system import Job, run_system, spread
from pipeline.evaluate.slices import FEWEST, slice_tables
from pipeline.evaluate.system import find_systems
from pipeline.evaluate.verdict import MOST_SIDE_BY_SIDE
from pipeline.evaluate.write_report import write_report
from pipeline.progress import Silent
from tests.evaluate.outputs import own_test_set


def compare(tmp_path, *systems, data=None, task=None):
    return compare_systems([str(one) for one in systems], data, task, tmp_path / "memory.sqlite", Silent())


def test_the_worse_system_is_called_worse_and_the_like_one_not(reported):
    summary, worse, like = reported.comparison.verdicts
    assert summary.startswith(
        "Of 2 systems, against good for translation: none better, 1 not detectably different, 1 worse; "
    )
    assert worse.startswith("bad is worse than good for translation (chrF −")
    assert "p < 0.001, 200 sentences" in worse
    assert like.startswith("No detectable difference in translation between like-good and good")


def test_the_report_for_machines_holds_what_the_page_says(reported):
    report = json.loads((reported.folder / "report.json").read_text(encoding="utf-8"))
    assert report["verdict"] == list(reported.comparison.verdicts)
    (task,) = report["tasks"]
    assert [one["outcome"] for one in task["comparisons"]] == ["worse", "same"]
    assert task["systems"][0]["scores"]["chrf"]["low"] < task["systems"][0]["scores"]["chrf"]["value"]
    assert report["repeat"]["command"].startswith("tezy compare ")
    assert report["repeat"]["seed"] == 12345


def test_markdown_has_verdict_tables_and_examples(reported):
    text = (reported.folder / "report.md").read_text(encoding="utf-8")
    headings = ("# good, bad or like-good?", "### By outlet", "### Largest losses of bad")
    for part in (*headings, "**bad is worse", "| chrF, higher is better |"):
        assert part in text
    assert "<script>" not in text


def test_the_same_comparison_gives_the_same_bytes_in_the_same_folder(reported, tmp_path):
    again = compare(tmp_path, *reported.outputs, data=reported.data)
    folder = write_report(again, tmp_path)
    assert folder.name == reported.folder.name
    for name in ("report.html", "report.md", "report.json"):
        assert (folder / name).read_bytes() == (reported.folder / name).read_bytes()


def test_slices_hold_every_example_once(reported):
    (result,) = reported.comparison.results
    tables = {table.heading: table for table in slice_tables(result)}
    assert set(tables) >= {"length of the source", "outlet", "article", "numbers in the source"}
    for heading in ("length of the source", "outlet", "numbers in the source"):
        assert sum(one.n for one in tables[heading].slices) == len(result.examples)


def test_a_slice_of_everything_would_score_as_the_whole(reported):
    (result,) = reported.comparison.results
    outlets = next(table for table in slice_tables(result) if table.heading == "outlet")
    whole = result.systems[0].scores["chrf"].value
    lowest, highest = sorted(one.scores[0] for one in outlets.slices)
    assert lowest <= whole <= highest


def test_outputs_that_do_not_fit_the_data_are_refused(reported, tmp_path):
    (tmp_path / "short.en").write_text("One.\n", encoding="utf-8")
    with pytest.raises(InputError, match="has 1 outputs and the data have 200"):
        compare(tmp_path, reported.outputs[0], tmp_path / "short.en", data=reported.data)


def test_files_of_english_key_points_are_compared_with_english_references(tmp_path):
    examples = own_test_set().examples("summary", "en")
    for name in ("a.jsonl", "b.jsonl"):
        rows = [{"key_points": example.reference.split("\n")} for example in examples]
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (result,) = compare(tmp_path, tmp_path / "a.jsonl", tmp_path / "b.jsonl", task="summary").results
    assert result.language == "en"
    assert result.systems[0].scores["rougeLsum"].value == 100


def test_outputs_in_another_language_are_refused(reported, tmp_path):
    (tmp_path / "uk.en").write_text("Міська рада ухвалила бюджет.\n" * 200, encoding="utf-8")
    with pytest.raises(InputError, match="expected English, found Ukrainian letters"):
        compare(tmp_path, reported.outputs[0], tmp_path / "uk.en", data=reported.data)
    (tmp_path / "points.txt").write_text("The city council passed the budget.\n", encoding="utf-8")
    (tmp_path / "тези.txt").write_text("Міська рада ухвалила бюджет.\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"no language in common \(points: en; тези: uk\)"):
        compare(tmp_path, tmp_path / "points.txt", tmp_path / "тези.txt", task="summary")


def test_a_system_whose_process_is_killed_is_an_error_that_says_what_to_do(tmp_path, monkeypatch):
    def killed(*_):
        raise BrokenProcessPool

    monkeypatch.setattr("pipeline.evaluate.run_system._run", killed)
    with pytest.raises(ModelError, match=r"was killed, most likely for want of memory.*batch_tokens"):
        compare(tmp_path, "extractive", "extractive", task="summary")


@pytest.mark.parametrize(("number", "count"), [(191, 96), (15, 8), (5, 8), (0, 8)])
def test_the_sample_for_cost_is_from_all_over(number, count):
    examples = [Example(str(n), "", "") for n in range(number)]
    found = [int(example.id) for example in spread(examples, count)]
    assert len(found) == min(number, count)
    assert found == sorted(set(found))
    assert not found or found[-1] >= number - number // count - 1


def test_one_system_is_nothing_to_compare(tmp_path):
    with pytest.raises(InputError, match="tezy compare A B"):
        compare(tmp_path, "starter")


def test_a_misspelt_system_is_told_the_nearest():
    with pytest.raises(InputError, match="Did you mean starter-uk-en?"):
        find_systems(["starter", "starter-uk-e"])


def test_what_is_not_here_is_told_before_anything_runs(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.evaluate.comparison.run_system", lambda *_: pytest.fail("a system was run"))
    with pytest.raises(ModelError, match="tezy models pull opus-mt-tc-big-zle-en"):
        compare(tmp_path, "starter", "newsroom")


def test_a_place_that_takes_no_report_is_told_before_anything_runs(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.evaluate.comparison.compare_systems", lambda *_: pytest.fail("a system was run"))
    (tmp_path / "file").write_text("")
    found = CliRunner().invoke(compare_command, ["starter", "starter", "--out", str(tmp_path / "file" / "out")])
    assert isinstance(found.exception, OutputError)
    assert "the report cannot be written" in str(found.exception)


def test_a_slice_of_a_few_examples_has_no_interval(reported):
    (result,) = reported.comparison.results
    for table in slice_tables(result):
        for one in table.slices:
            assert all((interval is None) == (one.n < FEWEST) for interval in one.intervals)


def test_a_translator_and_a_summarizer_have_nothing_in_common(tmp_path):
    with pytest.raises(InputError, match="Compare like with like"):
        compare(tmp_path, "starter-uk-en", "extractive")


def test_the_same_system_twice_gets_two_names():
    assert [system.name for system in find_systems(["extractive", "extractive"])] == ["extractive", "extractive (2)"]


def test_key_points_of_two_configurations_are_compared_on_the_bundled_set(tmp_path):
    (tmp_path / "two.toml").write_text("[summarize]\npoints = 2\n", encoding="utf-8")
    found = compare(tmp_path, "starter", tmp_path / "two.toml", task="summary")
    (result,) = found.results
    assert len(result.examples) == 56
    assert all(len(text.split("\n")) <= 2 for text in result.systems[1].outputs.texts)
    assert "key points" in found.verdicts[0]
    assert result.systems[0].outputs.cost.texts_a_second > 0


def test_a_model_to_embed_with_is_not_compared_as_a_summarizer(tmp_path):
    card = 'name = "e"\ntitle = "e"\nfamily = "bert"\njob = "embed"\npooling = "cls"\nlanguages = ["en"]\n'
    (tmp_path / "card.toml").write_text(f'{card}license = "CC0-1.0"\ncommercial_use = true\nabout = "e"\n')
    with pytest.raises(ConfigError, match="e is a model to embed with; expected one that translates or summarizes"):
        find_systems(["extractive", str(tmp_path)])


@pytest.mark.models
def test_what_was_translated_once_is_not_translated_again(tmp_path):
    (system,) = find_systems(["starter-uk-en", "extractive"])[:1]
    examples = own_test_set().translations[:3]
    job = Job(system.translate, examples, "uk", 3, tmp_path / "memory.sqlite")
    first = run_system(job, Silent(), "first")
    again = run_system(job, Silent(), "again")
    assert again.outputs == first.outputs
    assert again.cost == first.cost  # measured once, down to the last digit
    assert first.facts.license == "Apache-2.0"
    assert first.cost.peak_memory > first.facts.size > 0
    assert first.cost.tokens_a_second > first.cost.texts_a_second > 0


def test_many_systems_stand_in_rows_and_are_summed_up(reported, tmp_path):
    copies = [shutil.copy(reported.outputs[k % 2], tmp_path / f"system-{k}.en") for k in range(MOST_SIDE_BY_SIDE + 1)]
    found = compare(tmp_path, *copies, data=reported.data)
    page = (write_report(found, tmp_path) / "report.html").read_text(encoding="utf-8")
    assert "<h1>Is one of 4 systems better than system-0?</h1>" in page
    assert found.verdicts[0].startswith("Of 4 systems, against system-0 for translation: none better, 2 not")
    assert '<th scope="row">system-3</th>' in page
    assert "<svg" not in page
