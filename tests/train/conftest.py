from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.train.toy import write_toy

TOY = Path(__file__).parent / "toy.toml"


@dataclass(frozen=True)
class Trained:
    out: Path
    model: Path
    data: Path
    said: list[str]


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """A translator of the invented language, trained from its data to its model folder."""
    from pipeline.train.config import load_training_config
    from pipeline.train.translator import train_translator

    folder = tmp_path_factory.mktemp("trained")
    data, said = write_toy(folder / "toy.tsv", 3000, 1), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TEZY_HOME", str(folder / "home"))
        model = train_translator([data], [], "", load_training_config(str(TOY)), folder / "out", said.append)
    return Trained(folder / "out", model, data, said)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Tezy home of its own."""
    monkeypatch.setenv("TEZY_HOME", str(tmp_path / "home"))
    return tmp_path / "home"
