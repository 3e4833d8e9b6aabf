import json
import random
from dataclasses import replace

import numpy
import pytest

from pipeline.records import Score
from pipeline.score.aggregate import ScoreTable
from pipeline.score.bootstrap import confidence_interval, mean
from pipeline.score.brief_scores import score_points
from pipeline.score.reference import Reference
from pipeline.score.tezy_rouge.rouge import METRICS, rouge

LEAD = Reference("lead", ("Рада ухвалила бюджет на наступний рік.",))
POINTS = Reference("key points", ("Рада ухвалила бюджет.", "П'ять депутатів утрималися."))
WORDS = ["рада", "ухвалила", "бюджет", "на", "наступний", "рік", "депутати", "утрималися"]


def one_article(seed: int) -> tuple[Score, ...]:
    chosen = random.Random(seed)
    systems = {name: [" ".join(chosen.choices(WORDS, k=6))] for name in ("lead-3", "mt5-xlsum", "extractive")}
    return score_points(POINTS if seed % 2 else LEAD, systems, "uk")


def table(seeds: list[int]) -> ScoreTable:
    made = ScoreTable()
    for seed in seeds:
        made.add(f"{seed:016x}", one_article(seed))
    return made


def test_each_system_gets_each_metric_and_the_kind_of_reference() -> None:
    scores = score_points(POINTS, {"mine": ["Рада ухвалила бюджет.", "Утрималися п'ять."], "none": []}, "uk")
    assert [(score.system, score.metric) for score in scores] == [(s, m) for s in ("mine", "none") for m in METRICS]
    assert {score.reference for score in scores} == {"key points"}
    expected = rouge("Рада ухвалила бюджет.\nУтрималися п'ять.", POINTS.text, "uk")
    assert [score.value for score in scores[:4]] == [expected[metric] for metric in METRICS]
    assert "|n:1|ref:key-points|" in scores[0].signature


def test_a_system_without_key_points_scores_zero() -> None:
    assert [score.value for score in score_points(LEAD, {"none": [], "blank": [""]}, "uk")] == [0.0] * 8


def test_the_order_of_the_articles_changes_nothing() -> None:
    seeds = list(range(20))
    shuffled = random.Random(1).sample(seeds, len(seeds))
    assert table(seeds).to_json() == table(shuffled).to_json()
    assert table(seeds).render_text() == table(shuffled).render_text()


def test_an_article_added_twice_counts_once() -> None:
    assert table([1, 2, 3, 1]).to_json() == table([1, 2, 3]).to_json()


def test_rows_hold_exact_means_with_their_interval() -> None:
    made = table(list(range(40)))
    row = made.rows()[0]
    assert (row.language, row.reference, row.system, row.metric) == ("uk", "key points", "mt5-xlsum", "rouge1")
    values = made.per_article("uk", "key points", "mt5-xlsum", "rouge1")
    assert list(values) == sorted(values)
    assert row.n == len(values) == 20
    assert row.value == mean(list(values.values()))
    assert row.low is not None
    assert row.high is not None
    assert row.low < row.value < row.high
    assert "|n:20|ref:key-points|bs:1000|seed:12345|" in row.signature


def test_own_systems_stand_before_the_baselines() -> None:
    systems = [row.system for row in table([1, 3]).rows()][:: len(METRICS)]
    assert systems == ["mt5-xlsum", "extractive", "lead-3"]


def test_one_article_has_no_interval() -> None:
    row = table([1]).rows()[0]
    assert (row.low, row.high) == (None, None)


def test_the_interval_agrees_with_the_normal_approximation() -> None:
    values = list(numpy.random.default_rng(7).beta(2, 5, size=2000))
    interval = confidence_interval(values)
    assert interval is not None
    half = 1.96 * float(numpy.std(values)) / len(values) ** 0.5
    assert interval.low == pytest.approx(mean(values) - half, abs=half / 10)
    assert interval.high == pytest.approx(mean(values) + half, abs=half / 10)


def test_the_interval_is_the_same_every_time_and_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    values = [score.value for seed in range(30) for score in one_article(seed)]
    whole = confidence_interval(values)
    monkeypatch.setattr("pipeline.score.bootstrap._DRAWS_AT_ONCE", 1000)
    assert confidence_interval(values) == whole


def test_scores_json_is_json_with_a_signature_for_every_row() -> None:
    read_back = json.loads(json.dumps(table([1, 2]).to_json()))
    assert len(read_back["rows"]) == 2 * 3 * len(METRICS)
    assert all(row["signature"].startswith(row["metric"]) for row in read_back["rows"])


def test_the_text_table_fits_a_terminal_and_says_what_it_compares() -> None:
    text = table(list(range(20))).render_text()
    lines = text.splitlines()
    assert "Ukrainian, against the site's own key points, 10 articles" in lines
    assert "Ukrainian, against the lead, 10 articles" in lines
    assert all(len(line) <= 80 for line in lines if "|" not in line)
    assert "rouge1,2,L,Lsum|lang:uk|" in text


def test_scores_are_shown_times_one_hundred() -> None:
    made = ScoreTable()
    made.add("a", score_points(LEAD, {"copy": list(LEAD.lines)}, "uk"))
    assert "copy    100.0            100.0            100.0            100.0\n" in made.render_text()
    assert "| copy | 100.0 | 100.0 | 100.0 | 100.0 |\n" in made.render_markdown()


def test_an_empty_table_says_why() -> None:
    assert ScoreTable().render_text() == ScoreTable().render_markdown()
    assert ScoreTable().render_text().startswith("No scores:")
    assert ScoreTable().to_json()["rows"] == []


def test_a_mean_cannot_be_added_as_if_it_were_an_article() -> None:
    (score, *_) = one_article(1)
    with pytest.raises(ValueError, match="expected the score of one article"):
        ScoreTable().add("a", [replace(score, n=2)])
    with pytest.raises(ValueError, match="expected one of"):
        ScoreTable().add("a", [replace(score, metric="bleu")])
