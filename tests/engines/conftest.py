import pytest

from pipeline.config import GenerationConfig
from pipeline.engines.load import load_generator


@pytest.fixture(scope="session")
def session_home(tmp_path_factory):
    """Tezy's home for all tests here: what one converts, the next one finds."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def home(session_home, monkeypatch):
    monkeypatch.setenv("TEZY_HOME", str(session_home))
    return session_home


@pytest.fixture(scope="session", autouse=True)
def _one_thread():
    """Threads that wait for one another cost more than these matrices."""
    import torch

    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def loaded(tiny_model):
    """Return a function from a tiny model's name and options to its generator, each loaded once."""
    generators = {}

    def get(name, engine="ctranslate2", compute_type="float32", **options):
        key = (name, engine, compute_type, *sorted(options.items()))
        if key not in generators:
            config = GenerationConfig(
                engine=engine, device="cpu", compute_type=compute_type, **({"max_new_tokens": 10} | options)
            )
            generators[key] = load_generator(tiny_model(name), config)
        return generators[key]

    return get
