"""Which processor a model runs on, and with which numbers; known before anything heavy is imported."""

from dataclasses import dataclass
from functools import cache

from pipeline.config import ComputeType, GenerationConfig
from pipeline.errors import ConfigError

_COMPUTE_TYPES: dict[tuple[str, str], tuple[ComputeType, ...]] = {
    # The first is what "auto" means.
    ("ctranslate2", "cpu"): ("int8", "float32"),
    ("ctranslate2", "cuda"): ("int8_float16", "float16", "bfloat16", "float32", "int8"),
    ("transformers", "cpu"): ("float32", "bfloat16"),
    ("transformers", "cuda"): ("float16", "bfloat16", "float32"),
}


@dataclass(frozen=True, slots=True)
class Runtime:
    """What "auto" came to: `device` is `cpu` or `cuda`, `compute_type` never `auto`."""

    device: str
    compute_type: ComputeType


def resolve_runtime(options: GenerationConfig) -> Runtime:
    """Decide device and compute type.

    Raises: ConfigError if this machine, or the engine on it, does not have what `options` ask for.
    """
    engine = options.engine
    device: str = options.device
    if device == "auto":
        device = "cuda" if _has_cuda(engine) else "cpu"
    elif device == "cuda" and not _has_cuda(engine):
        raise ConfigError(f'device = "cuda": {engine} finds no CUDA device on this machine. Set device = "cpu".')
    known = _COMPUTE_TYPES[engine, device]
    compute_type = known[0] if options.compute_type == "auto" else options.compute_type
    if compute_type not in known:
        other = next((e for (e, d), types in _COMPUTE_TYPES.items() if d == device and compute_type in types), None)
        hint = f" ({other} does)." if other else "."
        raise ConfigError(
            f'compute_type = "{compute_type}": {engine} on {device} does not have it{hint} Set one of: auto, '
            f"{', '.join(known)}."
        )
    if compute_type == "bfloat16" and device == "cpu" and not cpu_has_bfloat16():
        raise ConfigError('compute_type = "bfloat16": this processor does not have it. Set compute_type = "float32".')
    return Runtime(device, compute_type)


@cache
def cpu_has_bfloat16() -> bool:
    """Say whether this processor has instructions for bfloat16."""
    import torch

    found = torch.cpu.get_capabilities()
    return any(found.get(name) for name in ("avx512_bf16", "amx_bf16", "bf16", "arm_bf16"))


@cache
def _has_cuda(engine: str) -> bool:
    if engine == "ctranslate2":
        import ctranslate2

        return bool(ctranslate2.get_cuda_device_count() > 0)
    import torch

    return torch.cuda.is_available()
