import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.catalogue.find import find_model, is_here
from pipeline.catalogue.lock import default_lock_path, read_lock
from pipeline.catalogue.model import Model
from pipeline.catalogue.pull import already_here, carry_out, plan_pull
from pipeline.catalogue.verify import verify_files
from pipeline.errors import ModelError, OutputError
from pipeline.progress import Silent
from tests.catalogue.hub_stand_in import COMMIT, FILES, NEWER, HubStandIn

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

LOADED = {"config.json", "tokenizer_config.json", "source.spm", "model.safetensors"}


def pull(card: str, hub: HubStandIn, lock: Path | None = None, update: bool = False) -> Model:
    return carry_out(plan_pull(card, lock, endpoint=hub.address, update=update), Silent())


def test_what_came_is_locked_at_the_commit_of_the_branch_with_the_sha256_of_every_file(
    home: Path, card: str, hub: HubStandIn
) -> None:
    pull(card, hub)
    locked = read_lock(home / "tezy.lock").models["desk/tiny"]
    assert locked.commit == COMMIT
    assert locked.license == "apache-2.0"
    assert {name: file.sha256 for name, file in locked.hub_files.items()} == {
        name: hashlib.sha256(FILES[name]).hexdigest() for name in LOADED | {"README.md"}
    }
    assert locked.files["model.safetensors"].size == len(FILES["model.safetensors"])


def test_the_pulled_model_is_found_and_verified(home: Path, card: str, hub: HubStandIn) -> None:
    pulled = pull(card, hub)
    model = find_model(card)
    assert model == pulled
    assert (model.revision, set(model.files)) == (COMMIT, LOADED)
    verify_files(model)


def test_only_needed_files_come_and_no_code(home: Path, card: str, hub: HubStandIn) -> None:
    model = pull(card, hub)
    assert {path.name for path in model.folder.iterdir()} == LOADED | {"README.md", ".pulled.json"}
    assert {name for name, _ in hub.downloads()} == LOADED | {"README.md"}


def test_a_second_pull_asks_the_hub_nothing(home: Path, card: str, hub: HubStandIn) -> None:
    pulled = pull(card, hub)
    asked = len(hub.asked)
    assert already_here(card) == pulled
    assert len(hub.asked) == asked


def test_the_plan_says_size_and_licence_before_anything_comes(home: Path, card: str, hub: HubStandIn) -> None:
    plan = plan_pull(card, endpoint=hub.address)
    assert plan.size == sum(len(FILES[name]) for name in LOADED | {"README.md"})
    assert plan.repo.license == "apache-2.0"
    assert not plan.license_differs  # from "Apache-2.0": only letters differ in size
    assert hub.downloads() == []
    assert not home.exists()


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ({"license": "mit"}, "mit"),
        ({"license": "other", "license_name": "gemma"}, "gemma"),
        ({"licenses": ["cc-by-nc-sa-4.0"]}, "cc-by-nc-sa-4.0"),
        ({}, ""),
    ],
)
def test_another_licence_than_the_cards_is_noticed(
    home: Path, card: str, hub: HubStandIn, stated: dict[str, object], found: str
) -> None:
    hub.card = stated
    plan = plan_pull(card, endpoint=hub.address)
    assert plan.repo.license == found
    assert plan.license_differs


def test_a_card_without_a_licence_is_refused_before_the_hub_is_asked(home: Path, card: str, hub: HubStandIn) -> None:
    path = Path(card) / "card.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('license = "Apache-2.0"\n', ""), encoding="utf-8")
    with pytest.raises(ModelError, match="states no licence, and no model is used without one"):
        plan_pull(card, endpoint=hub.address)
    assert hub.asked == []


def test_a_locked_commit_stays_although_the_branch_moved(home: Path, card: str, hub: HubStandIn) -> None:
    first = pull(card, hub)
    hub.files[NEWER] = FILES | {"model.safetensors": b"newer weights"}
    hub.revisions["main"] = NEWER
    (first.folder / "source.spm").unlink()
    assert pull(card, hub).revision == COMMIT
    assert pull(card, hub, update=True).revision == NEWER
    assert find_model(card).revision == NEWER


def test_a_damaged_file_is_brought_again_and_the_others_are_kept(home: Path, card: str, hub: HubStandIn) -> None:
    first = pull(card, hub)
    weights = first.folder / "model.safetensors"
    weights.write_bytes(b"X" + weights.read_bytes()[1:])
    assert already_here(card) is None
    hub.asked.clear()
    assert pull(card, hub) == first
    verify_files(first)
    assert [name for name, _ in hub.downloads()] == ["model.safetensors"]


def test_a_damaged_model_beside_what_an_earlier_pull_left_is_mended_of_both(
    home: Path, card: str, hub: HubStandIn
) -> None:
    first = pull(card, hub)
    partial = first.folder.with_name(f"{COMMIT}.partial")
    partial.mkdir()
    weights, source = first.folder / "model.safetensors", first.folder / "source.spm"
    weights.rename(partial / weights.name)
    source.write_bytes(b"damaged")
    (partial / "config.json").write_bytes(b"damaged")
    (partial / "tokenizer_config.json.incomplete").write_bytes(b"{")
    hub.asked.clear()
    assert pull(card, hub) == first
    verify_files(first)
    assert sorted(name for name, _ in hub.downloads()) == ["config.json", "source.spm"]
    assert [path.name for path in first.folder.parent.iterdir()] == [COMMIT]


def test_a_second_lock_is_served_from_what_is_here(home: Path, card: str, hub: HubStandIn, tmp_path: Path) -> None:
    first = pull(card, hub)
    hub.asked.clear()
    lock = tmp_path / "project" / "tezy.lock"
    assert pull(card, hub, lock) == first
    assert hub.downloads() == []
    assert read_lock(lock).models.keys() == {"desk/tiny"}
    assert is_here(card, lock)


def test_files_that_differ_from_the_lock_are_refused(home: Path, card: str, hub: HubStandIn, tmp_path: Path) -> None:
    pull(card, hub)
    lock = tmp_path / "tezy.lock"
    text = default_lock_path().read_text(encoding="utf-8")
    lock.write_text(text.replace(hashlib.sha256(FILES["source.spm"]).hexdigest(), "0" * 64), encoding="utf-8")
    before = lock.read_bytes()
    with pytest.raises(ModelError, match=r"differs from .*tezy.lock.*--update"):
        pull(card, hub, lock)
    assert lock.read_bytes() == before


def test_a_file_that_is_not_what_the_hub_says_is_thrown_away(home: Path, card: str, hub: HubStandIn) -> None:
    hub.corrupt = {"model.safetensors"}
    with pytest.raises(ModelError, match=r"model.safetensors did not arrive as the hub has it. Pull again"):
        pull(card, hub)
    assert not default_lock_path().exists()
    hub.corrupt = set()
    verify_files(pull(card, hub))


def test_a_small_file_is_proved_by_its_git_hash(home: Path, card: str, hub: HubStandIn) -> None:
    hub.corrupt = {"source.spm"}
    with pytest.raises(ModelError, match=r"source.spm did not arrive"):
        pull(card, hub)


def test_two_pulls_at_once_are_refused(home: Path, card: str, hub: HubStandIn) -> None:
    import fcntl

    (home / "models").mkdir(parents=True)
    with (home / "models" / ".lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="another pull is working here"):
            pull(card, hub)


def test_too_little_space_is_said_before_anything_comes(
    home: Path, card: str, hub: HubStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: os.statvfs_result and type("Usage", (), {"free": 1000})())
    with pytest.raises(OutputError, match=r"tiny needs 0\.0 GB"):
        pull(card, hub)
    assert hub.downloads() == []


def test_a_model_that_lies_beside_its_card_is_not_pulled(home: Path, hub: HubStandIn) -> None:
    with pytest.raises(ModelError, match="not a hub model"):
        plan_pull("starter-uk-en", endpoint=hub.address)


def test_a_token_is_for_the_hub_and_not_for_where_its_large_files_lie(
    home: Path, card: str, hub: HubStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    elsewhere = HubStandIn(files=hub.files)
    server = elsewhere.serve()
    hub.store = elsewhere.address
    pull(card, hub)
    server.shutdown()
    server.server_close()
    assert set(hub.tokens.values()) == {"Bearer hf_secret"}
    assert elsewhere.tokens == {f"/store/{COMMIT}/model.safetensors": ""}


PULL = """
import sys
from huggingface_hub import constants
from pipeline.catalogue.pull import carry_out, plan_pull
from pipeline.progress import Silent
constants.DOWNLOAD_CHUNK_SIZE = 16_384  # it writes every 10 MB, and the test's file has half a one
carry_out(plan_pull(sys.argv[1], endpoint=sys.argv[2]), Silent())
"""


def test_killed_half_way_the_same_pull_goes_on_where_it_was(home: Path, card: str, hub: HubStandIn) -> None:
    hub.kilobytes_a_second = 250  # the weights of 512 kB take two seconds
    process = subprocess.Popen([sys.executable, "-c", PULL, card, hub.address])
    partial = home / "models" / "desk--tiny" / f"{COMMIT}.partial" / "model.safetensors.incomplete"
    deadline = time.monotonic() + 30
    while not (partial.exists() and partial.stat().st_size > 100_000):
        assert process.poll() is None, "it was over before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    came = partial.stat().st_size
    assert came < len(FILES["model.safetensors"])
    assert not default_lock_path().exists()
    with pytest.raises(ModelError, match="not pulled"):
        find_model(card)

    hub.asked.clear()
    hub.kilobytes_a_second = 0
    verify_files(pull(card, hub))
    assert hub.downloads() == [("model.safetensors", f"bytes={came}-")]
    assert json.loads(default_lock_path().read_text(encoding="utf-8"))["models"]["desk/tiny"]["commit"] == COMMIT
