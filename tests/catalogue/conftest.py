from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.catalogue.hub_stand_in import CARD, COMMIT, FILES, HubStandIn


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TEZY_HOME", str(folder))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return folder


@pytest.fixture
def card(tmp_path: Path) -> str:
    """The path of a folder with the card of a hub model."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    (folder / "card.toml").write_text(CARD, encoding="utf-8")
    return str(folder)


@pytest.fixture
def hub() -> Iterator[HubStandIn]:
    """A hub on localhost that has the model of `card`."""
    stand_in = HubStandIn(files={COMMIT: dict(FILES)})
    server = stand_in.serve()
    yield stand_in
    server.shutdown()
    server.server_close()
