"""Seeded random weights, scaled so that a tiny model's output depends on its input and does not repeat one token."""

import math
from pathlib import Path
from typing import Any

EMBEDDING_SCALE = 0.2
MATRIX_GAIN = 2.0  # with 1, the residual path wins and every output is its first token again and again
END_SCALE = 1.6  # lets the end token win now and then, so that outputs differ in length


def seed_weights(model: Any, end_token: int, seed: int = 20) -> Any:
    """Fill `model` with weights drawn from `seed`; layer norms keep their ones and zeros."""
    import torch

    generator = torch.Generator().manual_seed(seed)
    tables = {id(module.weight) for module in model.modules() if isinstance(module, torch.nn.Embedding)}
    waves = [name for name, module in model.named_modules() if "Sinusoidal" in type(module).__name__]
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "norm" in name.lower() or not parameter.requires_grad or name.removesuffix(".weight") in waves:
                continue
            noise = torch.randn(parameter.shape, generator=generator)
            if id(parameter) in tables or name == "lm_head.weight":
                parameter.copy_(noise * EMBEDDING_SCALE)
                if parameter.shape[0] == model.config.vocab_size:
                    parameter[end_token] *= END_SCALE
            elif parameter.ndim == 2:
                parameter.copy_(noise * MATRIX_GAIN / math.sqrt(parameter.shape[1]))
            else:
                parameter.copy_(noise * 0.1)
    return model.eval()


def save(model: Any, folder: Path, *, half: bool = False, pickled: bool = False) -> None:
    """Write `model` as the hub has it: safetensors, or a pickled pytorch_model.bin; float16 if `half`."""
    import torch

    if half:
        model.half()
    model.save_pretrained(folder)
    if pickled:
        (folder / "model.safetensors").unlink()
        torch.save({name: tensor.clone() for name, tensor in model.state_dict().items()}, folder / "pytorch_model.bin")
