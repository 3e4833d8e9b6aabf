"""The metric as other people load it: by path, in a process of its own, without network."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rouge_score.rouge_scorer import RougeScorer

FOLDER = Path(__file__).parents[2] / "pipeline" / "score" / "tezy_rouge"

SCRIPT = """
import json, socket, sys

def refuse(*arguments, **options):
    raise OSError("no network in this test")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
import evaluate

metric = evaluate.load(sys.argv[1])
uk = ["Рада ухвалила бюджет.\\nП’ять депутатів утрималися."]
en = ["The council approved the budget.", "Five abstained"]
hypotheses = ["The council has a budget.", "Five members abstained"]
print(json.dumps({
    "name": metric.name,
    "pipeline": "pipeline" in sys.modules,
    "uk": metric.compute(predictions=uk, references=uk),
    "en": metric.compute(predictions=hypotheses, references=en),
    "pairs": metric.compute(predictions=hypotheses, references=en, language="en", use_aggregator=False),
    "by file": evaluate.load(sys.argv[2]).compute(predictions=uk, references=uk)["rougeL"],
    "stemmed": metric.compute(predictions=["budgets"], references=["budget"], use_stemmer=True),
}))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Any]:
    """Load a copy that lies outside the repository, so that nothing but the folder itself can be what works."""
    copy = folder / "tezy_rouge"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "home").mkdir()
    caches = {"HF_HOME": str(folder / "hf"), "HOME": str(folder / "home"), "HF_MODULES_CACHE": str(folder / "modules")}
    done = subprocess.run(
        [sys.executable, "-I", "-c", SCRIPT, str(copy), str(FOLDER / "tezy_rouge.py")],
        env=os.environ | caches | {"HF_HUB_OFFLINE": "1"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_copied_folder_loads_by_path_without_network_and_without_tezy(found: dict[str, Any]) -> None:
    assert found["name"] == "tezy_rouge"
    assert found["pipeline"] is False
    assert found["uk"]["rougeLsum"] == 1.0
    assert found["uk"]["signatures"]["rouge1"].startswith("rouge1|lang:uk|tok:tezy-words-1|stem:no|refs:1|n:1|")


def test_the_file_in_the_repository_loads_by_path(found: dict[str, Any]) -> None:
    assert found["by file"] == 1.0


def test_its_english_is_the_mean_of_rouge_scores_own(found: dict[str, Any]) -> None:
    scorer = RougeScorer(["rouge2"])
    pairs = [
        ("The council approved the budget.", "The council has a budget."),
        ("Five abstained", "Five members abstained"),
    ]
    values = [scorer.score(reference, hypothesis)["rouge2"].fmeasure for reference, hypothesis in pairs]
    assert found["pairs"]["rouge2"] == values
    assert found["en"]["rouge2"] == sum(values) / 2
    assert found["stemmed"]["rouge1"] == 1.0


def test_it_writes_nothing_into_the_home_folder(found: dict[str, Any], folder: Path) -> None:
    assert found
    assert list((folder / "home").rglob("*")) == []
    assert not list(folder.rglob("*.arrow"))
