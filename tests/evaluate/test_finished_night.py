"""A finished night as data of a comparison, and as what the gate holds."""

import json

import pytest

from pipeline.evaluate.gate import check_gate, update_baseline
from pipeline.evaluate.run_scores import read_run_scores
from pipeline.evaluate.test_sets import read_test_set
from pipeline.records import Article, Block, Brief
from pipeline.render.records_json import brief_to_json
from pipeline.score.aggregate import ScoreTable
from pipeline.score.brief_scores import score_points
from pipeline.score.reference import reference_of
from pipeline.text.sentences import split_sentences

TEXT = "Рада міста ухвалила бюджет на рік. Мер подякував депутатам за роботу."
POINTS = ("Бюджет міста ухвалили.",)


@pytest.fixture
def night(tmp_path):
    table, lines = ScoreTable(), []
    for number, points in enumerate((POINTS, POINTS, ())):
        body = (Block("paragraph", f"{TEXT} Це новина {number}."),)
        article = Article(f"{number}", f"{number}.txt", "uk", 1.0, "Бюджет", "", body, points, outlet="Вісник")
        lines.append(brief_to_json(Brief(article, split_sentences(article))))
        if points:
            table.add(article.id, score_points(reference_of(article), {"extractive": [TEXT]}, "uk"))
    (tmp_path / "briefs.jsonl").write_text("\n".join(line.strip() for line in lines) + "\n", encoding="utf-8")
    (tmp_path / "scores.json").write_text(json.dumps(table.to_json()), encoding="utf-8")
    return tmp_path


def test_its_articles_with_key_points_of_their_own_are_the_data(night):
    found = read_test_set(night)
    assert found.translations == ()
    articles = found.summaries["uk"]
    assert [article.id for article in articles] == ["0.txt", "1.txt"]
    assert all(article.reference == POINTS[0] and article.outlet == "Вісник" for article in articles)
    assert not any(POINTS[0] in article.source for article in articles)


def test_its_scores_have_floors(night, tmp_path):
    floors = tmp_path / "floors.json"
    update_baseline(read_run_scores(night), floors, None)
    assert check_gate(read_run_scores(night), floors) == []
    scores = json.loads((night / "scores.json").read_text(encoding="utf-8"))
    for row in scores["rows"]:
        row["value"] = row["low"] = row["high"] = 0.0
    (night / "scores.json").write_text(json.dumps(scores), encoding="utf-8")
    assert {one.row.rpartition(" / ")[2] for one in check_gate(read_run_scores(night), floors)} >= {
        "rouge1",
        "rougeLsum",
    }
