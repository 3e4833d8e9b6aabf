import json
from pathlib import Path

import pytest

from pipeline.catalogue.find import find_model
from pipeline.config import GenerationConfig, SummarizerConfig
from pipeline.corpus.gold import read_articles
from pipeline.engines.load import load_generator
from pipeline.errors import ConfigError, InputError
from pipeline.summarize.make import make_summarizer
from pipeline.train.config import load_training_config
from pipeline.train.parity import for_task
from pipeline.train.support import supporting
from pipeline.train.tasks import TASKS, TaskExamples, article_examples
from pipeline.train.writer import train_writer
from tests.train.short import short_config

ARTICLE = """#A 3 | city
T: Міст у Полтаві закрили на рік ||| Poltava bridge closed for a year
L: Міська рада Полтави закрила старий міст на ремонт. ||| Poltava council has closed the old bridge for repairs.
S: Роботи коштуватимуть 40 мільйонів гривень. ||| The work will cost 40 million hryvnias.
S: Рух автобусів змінили. ||| Bus routes were changed.
S: Мешканці скаржаться на затори на набережній. ||| Residents complain of traffic jams on the embankment.
K: Ремонт мосту коштуватиме 40 мільйонів гривень ||| Bridge repairs will cost 40 million hryvnias
K: Мешканці скаржаться на затори ||| Residents complain of traffic jams
K: Погода буде сонячна ||| The weather will be sunny
"""


def article_file(path: Path) -> Path:
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_key_point_rests_on_the_sentences_that_hold_its_words() -> None:
    sentences = [
        "Міська рада закрила старий міст на ремонт.",
        "Рух автобусів змінили.",
        "Роботи коштуватимуть 40 мільйонів гривень.",
    ]
    assert supporting("Ремонт мосту коштуватиме 40 мільйонів", sentences, "uk") == (0, 2)
    assert supporting("Автобуси змінили рух", sentences, "uk") == (1,)
    assert supporting("Погода буде сонячна", sentences, "uk") == ()


def test_an_article_gives_examples_of_every_task_and_none_of_a_point_that_rests_on_nothing(tmp_path: Path) -> None:
    (article,) = read_articles(article_file(tmp_path / "a.txt"))
    examples = list(article_examples(article))
    assert {example.task for example in examples} == set(TASKS)
    points = [(example.source, example.target) for example in examples if example.task == "points-en"]
    assert ("Residents complain of traffic jams on the embankment.", "Residents complain of traffic jams") in points
    assert ("Мешканці скаржаться на затори на набережній.", "Residents complain of traffic jams") in points
    assert not any("sunny" in target for _, target in points)
    assert all(example.corpus == example.task for example in examples if example.task != "translate")


def test_articles_held_out_teach_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE.replace("#A 3", "#A 30"), encoding="utf-8")
    assert list(TaskExamples([path], load_training_config("writer"))) == []


def test_json_lines_with_tasks_are_examples_and_other_files_are_translations(tmp_path: Path) -> None:
    record = {"task": "headline-en", "source": "Long text.", "target": "Short", "corpus": "archive"}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    (tmp_path / "b.tsv").write_text("Так.\tYes.\n", encoding="utf-8")
    found = list(TaskExamples([tmp_path / "a.jsonl", tmp_path / "b.tsv"], load_training_config("writer")))
    assert [(one.task, one.corpus, one.source, one.target) for one in found] == [
        ("headline-en", "archive", "Long text.", "Short"),
        ("translate", "b", "Так.", "Yes."),
    ]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"task": "summary", "source": "a", "target": "b"}, "expected a task among points-uk"),
        ({"task": "points-uk", "source": "a"}, 'expected "task", "source" and "target"'),
        ({"task": "points-uk", "source": " ", "target": "b"}, "found an empty one"),
    ],
)
def test_a_broken_example_is_named(tmp_path: Path, record: dict[str, str], said: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.jsonl:1") as caught:
        list(TaskExamples([tmp_path / "a.jsonl"], load_training_config("writer")))
    assert said in str(caught.value)


def test_a_writer_from_scratch_needs_one_vocabulary_for_both_sides(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"vocabulary\.shared = true"):
        train_writer([article_file(tmp_path / "a.txt")], [], "", short_config(2), tmp_path / "out", lambda line: None)


def test_examples_without_a_key_point_make_no_writer(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("Так.\tYes.\n" * 3, encoding="utf-8")
    config = short_config(2, vocabulary={"shared": True})
    with pytest.raises(InputError, match=r"expected the task points-uk or points-en in \.jsonl.*found translate"):
        train_writer([tmp_path / "a.tsv"], [], "", config, tmp_path / "out", lambda line: None)


@pytest.mark.models
def test_one_writer_learns_two_tasks_and_does_the_one_it_is_asked_for(tmp_path: Path, home: Path) -> None:
    words = ["міст", "рада", "рік", "місто", "парк", "вода", "ліс", "поле", "гора", "річка", "школа", "театр"]
    rows = []
    for word in words:
        for number in range(10, 99):
            source = f"{word} {number}"
            rows.append({"task": "points-uk", "source": source, "target": word, "corpus": "words"})
            rows.append({"task": "headline-uk", "source": source, "target": str(number), "corpus": "numbers"})
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    config = short_config(
        200,
        vocabulary={"shared": True},
        batch={"tokens": 800},
        log={"every_steps": 50},
        optimizer={"learning_rate": 8e-3, "warmup_steps": 20},
        evaluation={"dev_examples": 60},
    )
    out = train_writer([tmp_path / "a.jsonl"], [], "", config, tmp_path / "out", lambda line: None)
    model, options = find_model(str(out)), GenerationConfig(device="cpu", compute_type="float32")
    card = model.card
    assert (card.target_code, card.reads, card.languages) == (">>points-{language}<<", "sentences", ("uk",))
    assert make_summarizer(SummarizerConfig(model=str(out)), "uk", None).identity()["target_code"] == ">>points-uk<<"
    for task, expected in (("points-uk", "парк"), ("headline-uk", "57")):
        assert load_generator(for_task(model, task), options).generate(["парк 57"]) == [expected]
