import pytest

from pipeline.config import GenerationConfig
from pipeline.engines import devices
from pipeline.engines.devices import Runtime, resolve_runtime
from pipeline.errors import ConfigError


@pytest.fixture
def machine(monkeypatch):
    """Return a function that sets what this machine has."""

    def has(*, cuda=False, bfloat16=False):
        monkeypatch.setattr(devices, "_has_cuda", lambda engine: cuda)
        monkeypatch.setattr(devices, "cpu_has_bfloat16", lambda: bfloat16)

    return has


@pytest.mark.parametrize(
    ("engine", "cuda", "expected"),
    [
        ("ctranslate2", False, Runtime("cpu", "int8")),
        ("ctranslate2", True, Runtime("cuda", "int8_float16")),
        ("transformers", False, Runtime("cpu", "float32")),
        ("transformers", True, Runtime("cuda", "float16")),
    ],
)
def test_auto_is_the_fast_type_of_what_the_machine_has(machine, engine, cuda, expected):
    machine(cuda=cuda)
    assert resolve_runtime(GenerationConfig(engine=engine)) == expected


def test_the_processor_can_be_asked_for_on_a_machine_with_a_gpu(machine):
    machine(cuda=True)
    assert resolve_runtime(GenerationConfig(device="cpu")) == Runtime("cpu", "int8")


def test_a_gpu_that_is_not_there_is_refused(machine):
    machine()
    with pytest.raises(ConfigError, match='Set device = "cpu"'):
        resolve_runtime(GenerationConfig(device="cuda"))


def test_a_type_that_the_engine_lacks_is_refused_with_those_it_has(machine):
    machine()
    with pytest.raises(ConfigError, match=r"\(ctranslate2 does\)\. Set one of: auto, float32, bfloat16"):
        resolve_runtime(GenerationConfig(engine="transformers", compute_type="int8"))
    with pytest.raises(ConfigError, match="Set one of: auto, int8, float32"):
        resolve_runtime(GenerationConfig(compute_type="float16"))


def test_bfloat16_needs_a_processor_that_has_it(machine):
    options = GenerationConfig(engine="transformers", compute_type="bfloat16")
    machine(bfloat16=True)
    assert resolve_runtime(options) == Runtime("cpu", "bfloat16")
    machine()
    with pytest.raises(ConfigError, match="this processor does not have it"):
        resolve_runtime(options)
