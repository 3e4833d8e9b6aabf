import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.catalogue.verify import hash_files
from pipeline.cli.doctor import doctor
from pipeline.resources import memory_path
from pipeline.store.memory import Memory
from tests.tiny_models.models import build_model

CARD = """
name = "tiny-marian"
title = "Random weights"
family = "marian"
job = "translate"
languages = ["uk", "en"]
license = "CC0-1.0"
commercial_use = true
about = "For tests."

[files]
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEZY_HOME", str(tmp_path / "home"))
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_DATASETS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        monkeypatch.setenv(name, "1")  # the command sets them; this puts them back
    monkeypatch.setenv("TOKENIZERS_PARALLELISM", "false")
    return tmp_path / "home"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that loads, with a card as a bundled one has."""
    folder = tmp_path_factory.mktemp("models") / "tiny-marian"
    build_model("marian", folder)
    stated = "".join(f'"{name}" = "{sha256}"\n' for name, sha256 in hash_files(folder).items())
    (folder / "card.toml").write_text(CARD + stated, encoding="utf-8")
    return folder


@pytest.fixture
def bundled(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only bundled model there is, in a copy that a test may break."""
    folder = tmp_path / "tiny-marian"
    shutil.copytree(tiny, folder)
    for module in ("doctor", "catalogue.find", "catalogue.cards"):
        monkeypatch.setattr(f"pipeline.{module}.bundled_folders", lambda: {"tiny-marian": folder})
    return folder


@pytest.fixture
def night(tmp_path: Path) -> str:
    path = tmp_path / "night.toml"
    path.write_text(
        '[translate]\nmodel = "tiny-marian"\nmax_source_tokens = 64\nmax_new_tokens = 32\n', encoding="utf-8"
    )
    return str(path)


def examined(*arguments: str) -> tuple[dict[str, str], Result]:
    """The lines by what they are about, and the whole result."""
    result = CliRunner().invoke(doctor, arguments)
    lines = [line for line in result.stdout.splitlines() if not line.startswith(" ")]
    return {line[6:23].strip(): line for line in lines}, result


def test_a_machine_on_which_everything_works_gets_status_0(bundled: Path, night: str, home: Path) -> None:
    lines, result = examined("--config", night)
    assert result.exit_code == 0, result.output
    assert all(line.startswith("ok") for line in lines.values())
    assert "python 3." in lines["versions"]
    assert "cores" in lines["processor"]
    assert str(home) in lines["home"]
    assert "tiny-marian bundled on ctranslate2, cpu, int8" in lines["translate"]
    assert "Київ — столиця України. ->" in lines["tiny-marian"]
    assert "not needed" in lines["network"]
    assert "Everything works." in result.stderr


def test_broken_weights_fail_and_the_other_lines_are_still_there(bundled: Path, night: str) -> None:
    (bundled / "model.safetensors").write_bytes(b"broken")
    lines, result = examined("--config", night)
    assert result.exit_code == 2
    assert lines["tiny-marian"].startswith("fail")
    assert "is not the file it should be" in lines["translate"]
    assert lines["home"].startswith("ok")


def test_a_model_that_is_not_pulled_fails_with_what_to_type(bundled: Path, tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    hub_card = CARD.replace("[files]", 'repo = "desk/tiny"\nrevision = "main"')
    (tmp_path / "hub" / "card.toml").write_text(hub_card, encoding="utf-8")
    (tmp_path / "night.toml").write_text(f'[summarize.en]\nmodel = "{tmp_path}/hub"\n', encoding="utf-8")
    lines, result = examined("--config", str(tmp_path / "night.toml"))
    assert result.exit_code == 2
    assert f"Type: tezy models pull {tmp_path}/hub" in lines["summarize.en"]
    assert lines["network"].startswith("warn")


def test_a_second_translator_is_looked_at_as_the_first_is(bundled: Path, night: str, tmp_path: Path) -> None:
    path = Path(night)
    first = path.read_text(encoding="utf-8")
    path.write_text(f'{first}[second_translator]\nmodel = "tiny-marian"\n', encoding="utf-8")
    lines, result = examined("--config", night)
    assert (lines["second_translator"][:4].strip(), result.exit_code) == ("ok", 0)
    path.write_text(f'{first}[second_translator]\nmodel = "tiny-other"\n', encoding="utf-8")
    lines, result = examined("--config", night)
    assert lines["second_translator"].startswith("fail")
    assert (lines["network"][:4], result.exit_code) == ("warn", 2)


@pytest.mark.parametrize(
    ("section", "job", "said"),
    [
        ('[summarize.en]\nmodel = "tiny-marian"\n', "summarize.en", "is a model to translate with"),
        ('[glossary]\nfiles = ["none.tsv"]\n', "glossary", "none.tsv"),
        ('[render]\ntemplates = "nowhere"\n', "templates", "nowhere"),
    ],
)
def test_what_a_run_would_refuse_fails(
    bundled: Path, night: str, tmp_path: Path, section: str, job: str, said: str
) -> None:
    path = Path(night)
    path.write_text(path.read_text(encoding="utf-8") + section, encoding="utf-8")
    lines, result = examined("--config", night)
    assert lines[job].startswith("fail")
    assert said in result.stdout
    assert result.exit_code == 2


@pytest.mark.parametrize("has", [True, False])
def test_the_processor_has_bfloat16_where_the_engines_say_so(
    bundled: Path, night: str, monkeypatch: pytest.MonkeyPatch, has: bool
) -> None:
    monkeypatch.setattr("pipeline.doctor.cpu_has_bfloat16", lambda: has)
    assert ("bfloat16" in examined("--config", night)[0]["processor"]) is has


def test_a_wrong_configuration_is_a_line_and_not_the_end(bundled: Path, tmp_path: Path) -> None:
    (tmp_path / "night.toml").write_text("[translate]\nbeam_size = 0\n", encoding="utf-8")
    lines, result = examined("--config", str(tmp_path / "night.toml"))
    assert result.exit_code == 2
    assert "translate.beam_size must be 1 to 10, got 0" in lines["configuration"]
    assert lines["tiny-marian"].startswith("ok")


def test_what_this_machine_does_not_have_fails(bundled: Path, night: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engines.devices._has_cuda", lambda engine: False)
    path = Path(night)
    path.write_text(path.read_text(encoding="utf-8") + 'device = "cuda"\n', encoding="utf-8")
    lines, _ = examined("--config", night)
    assert lines["translate"].startswith("fail")
    assert "finds no CUDA device" in lines["translate"]
    assert lines["network"].startswith("ok")  # nothing has to be pulled for that


def test_a_memory_that_is_there_is_counted_and_a_broken_one_fails(bundled: Path, night: str, home: Path) -> None:
    with Memory(memory_path()) as memory:
        memory.put([("key", "text")])
    assert examined("--config", night)[0]["memory file"].endswith("1 texts")
    with closing(sqlite3.connect(memory_path())) as database, database:
        database.executescript("DROP TABLE memory; CREATE TABLE memory (note TEXT)")
    assert examined("--config", night)[0]["memory file"].startswith("fail")
    memory_path().write_bytes(b"no database" * 100)
    lines, result = examined("--config", night)
    assert lines["memory file"].startswith("fail")
    assert "Move it away" in result.stdout


def test_a_home_that_cannot_be_written_fails(
    bundled: Path, night: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("TEZY_HOME", str(tmp_path / "file" / "home"))
    lines, result = examined("--config", night)
    assert lines["home"].startswith("fail")
    assert "set TEZY_HOME to another folder" in result.stdout


def test_little_memory_and_little_space_are_warned_of_with_status_0(
    bundled: Path, night: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.doctor.LEAST_MEMORY", 10**15)
    monkeypatch.setattr("pipeline.doctor.LEAST_FREE", 10**18)
    lines, result = examined("--config", night)
    assert (lines["memory"][:4], lines["home"][:4], result.exit_code) == ("warn", "warn", 0)
    assert "0 fail, 2 warn." in result.stderr


def test_the_memory_is_only_read(bundled: Path, night: str, home: Path) -> None:
    examined("--config", night)
    assert not memory_path().exists()
    home.mkdir(exist_ok=True)
    sqlite3.connect(memory_path()).close()
    memory_path().touch()
    before = memory_path().stat().st_mtime_ns
    examined("--config", night)
    assert memory_path().stat().st_mtime_ns == before


def test_the_help_has_an_example() -> None:
    assert "tezy doctor --config night.toml" in CliRunner().invoke(doctor, ["--help"]).stdout


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    """A model to embed with, as a newsroom would have it."""
    folder = tmp_path / "encoder"
    build_model("bert", folder)
    stated = "".join(f'"{name}" = "{sha256}"\n' for name, sha256 in hash_files(folder).items())
    card = CARD.replace('"tiny-marian"', '"tiny-bert"').replace('"marian"', '"bert"').replace('"translate"', '"embed"')
    embeds = 'pooling = "mean"\nsame_story = 0.8\nrelated = 0.6\n\n[files]'
    (folder / "card.toml").write_text(card.replace("[files]", embeds) + stated, encoding="utf-8")
    return folder


def test_the_model_that_articles_are_compared_by_is_looked_at(bundled: Path, night: str, encoder: Path) -> None:
    path = Path(night)
    path.write_text(f'{path.read_text(encoding="utf-8")}[stories]\nmodel = "{encoder}"\n', encoding="utf-8")
    lines, result = examined("--config", night)
    assert lines["stories"].startswith("ok")
    assert lines["stories"].endswith("tiny-bert local on transformers, float32, vectors of 64 numbers")
    (encoder / "config.json").write_text("{}", encoding="utf-8")
    lines, result = examined("--config", night)
    assert lines["stories"].startswith("fail")
    assert "is not the file it should be" in lines["stories"]
    assert (lines["network"][:4], result.exit_code) == ("warn", 2)


def test_an_encoder_that_its_card_describes_wrongly_fails(bundled: Path, night: str, encoder: Path) -> None:
    path, card = Path(night), encoder / "card.toml"
    path.write_text(f'{path.read_text(encoding="utf-8")}[stories]\nmodel = "{encoder}"\n', encoding="utf-8")
    card.write_text(card.read_text(encoding="utf-8").replace('"bert"', '"xlm-roberta"'), encoding="utf-8")
    lines, _ = examined("--config", night)
    assert lines["stories"].startswith("fail")
    assert "Correct the card." in lines["stories"]


def test_a_model_that_articles_cannot_be_compared_by_fails(bundled: Path, night: str) -> None:
    path = Path(night)
    path.write_text(f'{path.read_text(encoding="utf-8")}[stories]\nmodel = "tiny-marian"\n', encoding="utf-8")
    lines, _ = examined("--config", night)
    assert lines["stories"].startswith("fail")
    assert "is a model to translate with; stories.model must be one to embed with" in lines["stories"]
