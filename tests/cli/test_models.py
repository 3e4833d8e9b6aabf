from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.models import models
from pipeline.errors import ModelError
from tests.catalogue.hub_stand_in import CARD, COMMIT, FILES, HubStandIn

OWN = CARD.replace('repo = "desk/tiny"\nrevision = "main"\n', "")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("TEZY_HOME", str(folder))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return folder


@pytest.fixture
def card(tmp_path: Path) -> str:
    return card_at(tmp_path / "tiny", CARD)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubStandIn]:
    """The hub that the command finds when it asks nobody in particular."""
    stand_in = HubStandIn(files={COMMIT: dict(FILES)})
    server = stand_in.serve()
    # HF_ENDPOINT says the same to a process that starts; here the library has read it already.
    template = f"{stand_in.address}/{{repo_id}}/resolve/{{revision}}/{{filename}}"
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", stand_in.address)
    monkeypatch.setattr("huggingface_hub.constants.HUGGINGFACE_CO_URL_TEMPLATE", template)
    yield stand_in
    server.shutdown()
    server.server_close()


def card_at(folder: Path, text: str) -> str:
    folder.mkdir()
    (folder / "card.toml").write_text(text, encoding="utf-8")
    return str(folder)


def tezy_models(*arguments: str) -> Result:
    result = CliRunner().invoke(models, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result


def test_the_list_says_of_each_model_what_it_is_allowed_for_and_whether_it_is_here() -> None:
    rows = {line.split()[0]: line for line in tezy_models("list").stdout.splitlines()}
    header = rows["NAME"]
    assert header.split("  ")[0] == "NAME"
    nllb = rows["nllb-200-3.3b"]
    assert nllb[header.index("LICENCE") :].split()[0] == "CC-BY-NC-4.0"
    assert nllb[header.index("COMMERCIAL") :].split()[0] == "no"
    assert nllb.endswith("not pulled")
    assert rows["opus-mt-tc-big-zle-en"][header.index("COMMERCIAL") :].split()[0] == "yes"


def test_show_prints_scores_with_where_they_come_from() -> None:
    shown = tezy_models("show", "opus-mt-tc-big-zle-en").stdout
    assert "BLEU 39.2 (benchmark_results.txt in the model's repository)" in shown
    assert "Type: tezy models pull opus-mt-tc-big-zle-en" in shown


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_pull_says_size_and_licence_and_prints_the_folder(home: Path, card: str, hub: HubStandIn) -> None:
    result = tezy_models("pull", card)
    assert result.stdout == f"{home / 'models' / 'desk--tiny' / COMMIT}\n"
    assert "licence  Apache-2.0" in result.stderr
    assert "size     512.0 kB in 5 files" in result.stderr
    assert result.stderr.index("licence") < result.stderr.index("pull tiny")
    assert f"revision    {COMMIT}" in tezy_models("show", card).stdout


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_pulled_model_is_not_pulled_again(card: str, hub: HubStandIn) -> None:
    tezy_models("pull", card)
    hub.refuse = (500, "")
    assert "is here already, and every file is what it should be" in tezy_models("pull", card).stderr


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_the_lock_lies_beside_the_configuration_that_is_given(card: str, hub: HubStandIn, tmp_path: Path) -> None:
    (tmp_path / "night.toml").write_text("", encoding="utf-8")
    tezy_models("pull", card, "--config", str(tmp_path / "night.toml"))
    assert (tmp_path / "tezy.lock").is_file()
    assert "all as stated" in tezy_models("verify", card, "--config", str(tmp_path / "night.toml")).stdout
    with pytest.raises(ModelError, match="is not pulled"):
        tezy_models("verify", card)


@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize(("stated", "said"), [({"license": "mit"}, "the hub mit"), ({}, "the hub nothing")])
def test_another_licence_at_the_hub_needs_a_yes(
    card: str, hub: HubStandIn, stated: dict[str, object], said: str
) -> None:
    hub.card = stated
    with pytest.raises(ModelError, match=rf"its card says Apache-2.0, {said}.*tezy models pull .* --yes"):
        tezy_models("pull", card)
    assert hub.downloads() == []
    assert "the hub states" in tezy_models("pull", card, "--yes").stderr


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_on_a_terminal_pull_asks_first(card: str, hub: HubStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.cli.models.is_terminal", lambda: True)
    declined = CliRunner().invoke(models, ["pull", card], input="n\n")
    assert declined.exit_code == 1
    assert "Pull it?" in declined.stderr
    assert hub.downloads() == []
    assert CliRunner().invoke(models, ["pull", card], input="y\n").exit_code == 0


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_verify_names_the_file_that_changed(card: str, hub: HubStandIn) -> None:
    folder = Path(tezy_models("pull", card).stdout.strip())
    assert tezy_models("verify", card).stdout.startswith(f"tiny {COMMIT}: 4 files, 512.0 kB, all as stated")
    (folder / "source.spm").write_bytes(b"spn")
    with pytest.raises(ModelError, match=r"source.spm is not the file it should be"):
        tezy_models("verify", card)


def test_verify_prints_the_lines_that_a_card_without_hashes_lacks(tmp_path: Path) -> None:
    folder = card_at(tmp_path / "ours", OWN)
    (tmp_path / "ours" / "config.json").write_text("{}", encoding="utf-8")
    result = CliRunner().invoke(models, ["verify", folder])
    assert isinstance(result.exception, ModelError)
    with (tmp_path / "ours" / "card.toml").open("a", encoding="utf-8") as file:
        file.write(result.stdout)
    assert "1 files, 0.0 kB, all as stated" in tezy_models("verify", folder).stdout


def test_show_says_how_a_model_to_embed_with_compares_articles(tmp_path: Path) -> None:
    text = CARD.replace('"marian"', '"bert"').replace('"translate"', '"embed"')
    stated = 'pooling = "cls"\nsame_story = 0.8\nrelated = 0.65\nname'
    shown = tezy_models("show", card_at(tmp_path / "tiny", text.replace("name", stated, 1))).stdout
    assert "job         embed, uk en\n" in shown
    assert "pooling     cls\n" in shown
    assert "stories     one from a cosine of 0.8, related from 0.65\n" in shown


@pytest.mark.parametrize("command", ["list", "show", "pull", "verify"])
def test_every_command_has_an_example_in_its_help(command: str) -> None:
    assert f"tezy models {command}" in tezy_models(command, "--help").stdout
