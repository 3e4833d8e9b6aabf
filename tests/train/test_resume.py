"""A training that is killed goes on as if nothing had happened: every number of its log, to the last bit."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch

from pipeline.errors import OutputError
from pipeline.train.config import TrainConfig, load_training_config
from pipeline.train.log import read_log
from pipeline.train.translator import train_translator
from tests.train.conftest import TOY
from tests.train.toy import write_toy

pytestmark = pytest.mark.models

STEPS = 24
ROOT = Path(__file__).parents[2]
CHANGES = (
    ("dropout = 0.0", "dropout = 0.2"),
    ("steps = 300", f"steps = {STEPS}"),
    ("every_steps = 100", "every_steps = 9"),
    ("every_steps = 20", "every_steps = 4"),
    ("chrf_examples = 40", "chrf_examples = 10"),
    ("tokens = 1600", "tokens = 800\naccumulate = 2"),
)


@pytest.fixture(autouse=True)
def _no_parity(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    # So few steps make a model whose next words are all about as likely: the engines may well disagree.
    monkeypatch.setattr("pipeline.train.training._finish", lambda *_: None)


@pytest.fixture
def config_path(tmp_path: Path) -> Path:
    text = TOY.read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = tmp_path / "short.toml"
    path.write_text(text, encoding="utf-8")
    return path


def numbers(out: Path) -> list[tuple[Any, ...]]:
    """Return everything in a log that does not depend on the clock."""
    keys = ("kind", "step", "pass", "tokens", "loss", "learning_rate", "chrf", "best")
    return [tuple(record.get(key) for key in keys) for record in read_log(out / "log.jsonl")]


def train(data: Path, out: Path, config: TrainConfig) -> list[str]:
    said: list[str] = []
    train_translator([data], [], "", config, out, said.append)
    return said


def kill_after_step(step: int, data: Path, out: Path, config: Path) -> None:
    """Start the command in a process of its own and kill it, with no chance to tidy up, soon after `step`."""
    words = ["train", "translator", "--data", data, "--out", out, "--config", config]
    talk = out.with_suffix(".txt")
    with talk.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "pipeline", *map(str, words)],
            cwd=ROOT,
            env={**os.environ, "TEZY_HOME": str(out / "home")},
            stdout=file,
            stderr=file,
        )
    try:
        deadline = time.monotonic() + 400
        while time.monotonic() < deadline and process.poll() is None:
            if any(record["step"] >= step for record in read_log(out / "log.jsonl")):
                break
            time.sleep(0.02)
        assert process.poll() is None, f"it ended before it could be killed: {talk.read_text()}"
    finally:
        process.kill()
        process.wait()


def test_killed_and_started_again_it_writes_the_same_log_bit_for_bit(tmp_path: Path, config_path: Path) -> None:
    data = write_toy(tmp_path / "toy.tsv", 2200, 1)
    config = load_training_config(str(config_path))
    train(data, tmp_path / "straight", config)
    kill_after_step(8, data, tmp_path / "killed", config_path)
    assert max(record["step"] for record in read_log(tmp_path / "killed" / "log.jsonl")) < STEPS
    said = train(data, tmp_path / "killed", config)
    assert any(line.startswith("going on from step") for line in said)
    assert numbers(tmp_path / "killed") == numbers(tmp_path / "straight")
    assert {record["kind"] for record in read_log(tmp_path / "killed" / "log.jsonl")} == {"train", "dev"}
    assert weights(tmp_path / "killed") == weights(tmp_path / "straight")


def weights(out: Path) -> bytes:
    return (out / "model" / "model.safetensors").read_bytes()


def test_a_finished_training_is_gone_on_with_from_before_its_rate_fell(tmp_path: Path, config_path: Path) -> None:
    data = write_toy(tmp_path / "toy.tsv", 2200, 1)
    config = load_training_config(str(config_path))
    short = config.model_copy(update={"stop": config.stop.model_copy(update={"steps": 10})})
    train(data, tmp_path / "in two", short)
    again = train(data, tmp_path / "in two", short)
    assert any("finished before, at step 10" in line for line in again)
    kept = weights(tmp_path / "in two")
    pretend_it_was_perfect(tmp_path / "in two" / "checkpoint.pt")
    said = train(data, tmp_path / "in two", config)
    assert any("going on from step 8, where the rate had not begun to fall" in line for line in said)
    train(data, tmp_path / "straight", config)
    tail = [row for row in numbers(tmp_path / "straight") if row[0] == "train" and row[1] > 8]
    assert [row for row in numbers(tmp_path / "in two") if row[0] == "train" and row[1] > 8] == tail
    assert weights(tmp_path / "in two") == kept  # no model was better than the one that had cooled down


def pretend_it_was_perfect(checkpoint: Path) -> None:
    state = torch.load(checkpoint, weights_only=True)
    state["progress"]["kept_chrf"] = 100.0
    torch.save(state, checkpoint)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_stops_between_steps_and_goes_on_from_there(
    tmp_path: Path, config_path: Path, number: signal.Signals
) -> None:
    data, out = write_toy(tmp_path / "toy.tsv", 2200, 1), tmp_path / "out"
    config = load_training_config(str(config_path))
    rarely = config.log.model_copy(update={"checkpoint_minutes": 1000.0})
    config = config.model_copy(update={"log": rarely, "stop": config.stop.model_copy(update={"steps": 8})})

    def stop_at_first_group(line: str) -> None:
        if line.startswith("step 4 "):
            os.kill(os.getpid(), number)

    before = signal.getsignal(number)
    with pytest.raises(KeyboardInterrupt):
        train_translator([data], [], "", config, out, stop_at_first_group)
    assert signal.getsignal(number) is before
    assert any("going on from step 4" in line for line in train(data, out, config))
    assert [record["step"] for record in read_log(out / "log.jsonl") if record["kind"] == "train"] == [4, 8]


def test_another_training_in_the_same_folder_is_refused_with_what_differs(tmp_path: Path, config_path: Path) -> None:
    data = write_toy(tmp_path / "toy.tsv", 2200, 1)
    config = load_training_config(str(config_path))
    tiny = config.model_copy(update={"stop": config.stop.model_copy(update={"steps": 4})})
    train(data, tmp_path / "out", tiny)
    with pytest.raises(OutputError, match="its config differs .seed: 3 before, 4 now"):
        train(data, tmp_path / "out", tiny.model_copy(update={"seed": 4}))
    with pytest.raises(OutputError, match="its data differs"):
        train(write_toy(tmp_path / "toy.tsv", 2300, 1), tmp_path / "out", tiny)
