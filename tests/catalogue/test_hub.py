import socket
from pathlib import Path

import pytest

from pipeline.catalogue.hub import look_up
from pipeline.errors import ModelError
from tests.catalogue.hub_stand_in import COMMIT, HubStandIn

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def test_a_branch_is_resolved_to_its_commit(home: Path, hub: HubStandIn) -> None:
    assert look_up("desk/tiny", "main", hub.address).commit == COMMIT


def test_files_in_subfolders_are_not_taken(home: Path, hub: HubStandIn) -> None:
    hub.files[COMMIT]["onnx/model.onnx"] = b"another framework"
    assert not [file for file in look_up("desk/tiny", "main", hub.address).files if "onnx" in file.name]


def test_an_unknown_repository_is_answered_with_what_to_check(home: Path, hub: HubStandIn) -> None:
    with pytest.raises(ModelError, match=r"desk/huge: the hub has no such model, or it is private.*hf auth login"):
        look_up("desk/huge", "main", hub.address)


def test_an_unknown_revision_is_named(home: Path, hub: HubStandIn) -> None:
    with pytest.raises(ModelError, match="no revision nightly"):
        look_up("desk/tiny", "nightly", hub.address)


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (403, "GatedRepo", r"conditions accepted first.*hf auth login"),
        (401, "", r"Log in with `hf auth login`|no such model, or it is private"),
        (403, "", r"the hub answered 403. Log in"),
        (404, "", r"the hub answered 404"),
        (200, "", r"what answered is not a hub. Check HF_ENDPOINT"),  # the log-in page of a hotel
    ],
)
def test_a_refusal_says_what_to_do(home: Path, hub: HubStandIn, status: int, code: str, said: str) -> None:
    hub.refuse = (status, code)
    with pytest.raises(ModelError, match=said):
        look_up("desk/tiny", "main", hub.address)


def test_without_a_network_the_way_without_one_is_named(home: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"  # bound and not listening: nobody answers
        with pytest.raises(ModelError, match=r"cannot be reached .*docs/models.md, Without a network"):
            look_up("desk/tiny", "main", address)


def test_the_libraries_offline_switch_is_named(home: Path, hub: HubStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE is set"):
        look_up("desk/tiny", "main", hub.address)
