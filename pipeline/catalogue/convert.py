"""Turn pickled weights into safetensors, once, when a model is pulled: no pickle is ever loaded in a run.

Tensors are copied as they are, shard by shard, so that no more than one shard is in memory. A pickle holds a matrix
that several layers share once, under several names; safetensors would hold it several times, so names that the
architecture ties to another are dropped, as transformers does when it saves.
"""

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.catalogue.choose import is_pickle
from pipeline.errors import ModelError, OutputError

if TYPE_CHECKING:
    import torch

_INDEX = "pytorch_model.bin.index.json"


def convert_pickles(folder: Path) -> list[str]:
    """Write safetensors beside the pickles in `folder`, which stay, and return the names of what was written.

    Raises: ModelError if a pickle holds anything but tensors or transformers does not know the architecture;
    OutputError if there is no space.
    """
    names = sorted(path.name for path in folder.iterdir() if is_pickle(path.name))
    pickles = [name for name in names if name != _INDEX]
    if not pickles:
        return []
    from safetensors import SafetensorError
    from safetensors.torch import save_file

    tied = _tied_names(folder)
    weight_map: dict[str, str] = {}
    size = 0
    for pickle in pickles:
        target = pickle.replace("pytorch_model", "model").replace(".bin", ".safetensors")
        tensors = _without_tied(_load(folder / pickle), tied)
        try:
            save_file(tensors, folder / target, metadata={"format": "pt"})
        except (OSError, SafetensorError) as error:
            raise OutputError(f"{folder / target}: cannot be written ({error}). Free space and pull again.") from error
        weight_map |= dict.fromkeys(tensors, target)
        size += sum(tensor.numel() * tensor.element_size() for tensor in tensors.values())
    written = sorted(set(weight_map.values()))
    if _INDEX in names:
        index = {"metadata": {"total_size": size}, "weight_map": weight_map}
        text = json.dumps(index, indent=2, sort_keys=True) + "\n"
        (folder / "model.safetensors.index.json").write_text(text, encoding="utf-8")
        written.append("model.safetensors.index.json")
    return written


def _load(path: Path) -> dict[str, "torch.Tensor"]:
    import pickle

    import torch

    try:  # files from before 2020 are not zip archives and cannot be mapped into memory
        loaded = torch.load(path, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(path))
    except pickle.UnpicklingError as error:
        raise ModelError(f"{path}: holds more than tensors, so it is not loaded. Use another model.") from error
    except (RuntimeError, EOFError, OSError) as error:
        raise ModelError(f"{path}: not weights that PyTorch can read ({error}). Use another model.") from error
    if not isinstance(loaded, dict) or not all(isinstance(value, torch.Tensor) for value in loaded.values()):
        raise ModelError(f"{path}: not a table of tensors. Use another model.")
    return loaded


def _tied_names(folder: Path) -> dict[str, str]:
    """Return, for each name of a weight that the architecture shares with another, that other."""
    import torch
    import transformers

    try:
        config = transformers.AutoConfig.from_pretrained(folder, local_files_only=True)
        architecture = getattr(transformers, config.architectures[0])
        with torch.device("meta"):  # shapes only: nothing is allocated
            model = architecture(config)
    except (AttributeError, IndexError, KeyError, OSError, TypeError, ValueError) as error:
        raise ModelError(
            f"{folder / 'config.json'}: transformers {transformers.__version__} does not know this model ({error})."
        ) from error
    tied: dict[str, str] = model.all_tied_weights_keys
    return tied


def _without_tied(tensors: dict[str, "torch.Tensor"], tied: dict[str, str]) -> dict[str, "torch.Tensor"]:
    """Drop each name whose tensor is, in memory, that of the name it is tied to; give every other its own memory."""
    kept: dict[str, torch.Tensor] = {}
    for name, tensor in tensors.items():
        source = tensors.get(tied.get(name, ""))
        if source is None or source.data_ptr() != tensor.data_ptr() or source.shape != tensor.shape:
            kept[name] = tensor
    seen: set[int] = set()
    for name, tensor in kept.items():
        address = tensor.untyped_storage().data_ptr()
        kept[name] = tensor.clone().contiguous() if address in seen else tensor.contiguous()
        seen.add(address)
    return kept
