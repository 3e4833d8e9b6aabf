"""Tiny models of every family, built when a test first asks for one and kept for the session."""

import os
from collections.abc import Callable

import pytest

from pipeline.catalogue.model import Model


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Model]:
    """Return a function from a name in `tests.tiny_models.models.NAMES` to the model of that name."""
    from tests.tiny_models.models import build_model

    built: dict[str, Model] = {}

    def get(name: str) -> Model:
        if name not in built:
            built[name] = build_model(name, tmp_path_factory.mktemp("tiny") / name)
        return built[name]

    return get


@pytest.fixture(autouse=True)
def own_environment():
    """Undo what a command run in this process does to the environment: it goes offline, and a pull must not be."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)
