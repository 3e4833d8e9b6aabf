"""Choose which files of a repository are needed: weights once, in the safest form there is, and what reads them.

Repositories often hold the same weights for five frameworks (model.safetensors, pytorch_model.bin, tf_model.h5,
flax_model.msgpack, rust_model.ot), quantised copies and benchmark archives. Code is never taken.
"""

import re
from collections.abc import Sequence

from pipeline.catalogue.hub import HubFile
from pipeline.catalogue.verify import NOT_LOADED
from pipeline.errors import ModelError

SAFETENSORS = re.compile(r"model(-\d{5}-of-\d{5})?\.safetensors|model\.safetensors\.index\.json")
PICKLES = re.compile(r"pytorch_model(-\d{5}-of-\d{5})?\.bin|pytorch_model\.bin\.index\.json")
BESIDE_WEIGHTS = frozenset({
    "config.json", "generation_config.json",
    "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
    "vocab.json", "vocab.txt", "merges.txt",
    "source.spm", "target.spm", "spiece.model", "sentencepiece.bpe.model", "sentencepiece.model", "tokenizer.model",
    "chat_template.jinja", "chat_template.json",
})  # fmt: skip


def needed_files(repo: str, files: Sequence[HubFile]) -> list[HubFile]:
    """Return the files of `repo` to pull: safetensors where there are any, else pickles (which are converted).

    Raises: ModelError if it holds no PyTorch weights, a shard is missing, or there is no config.json.
    """
    weights = [file for file in files if SAFETENSORS.fullmatch(file.name)]
    if not any(file.name.endswith(".safetensors") for file in weights):
        weights = [file for file in files if PICKLES.fullmatch(file.name)]
    weights = _one_set(weights)
    names = {file.name for file in files}
    if not weights or "config.json" not in names:
        lack = "config.json" if weights else "model.safetensors or pytorch_model.bin"
        raise ModelError(f"{repo}: the repository has no {lack}, so it is not a model that transformers can load.")
    if lost := _missing_shards(weights):
        raise ModelError(f"{repo}: the repository lacks {', '.join(lost)}. Try again later, or another revision.")
    beside = [file for file in files if file.name in BESIDE_WEIGHTS | NOT_LOADED]  # licences go with the weights
    return sorted([*weights, *beside], key=lambda file: (file.size, file.name))


def is_pickle(name: str) -> bool:
    """Say whether `name` belongs to weights that are pickled."""
    return PICKLES.fullmatch(name) is not None


def _one_set(weights: list[HubFile]) -> list[HubFile]:
    """Keep the single file if there is one: a repository may hold it and the same in shards."""
    single = [file for file in weights if file.name in ("model.safetensors", "pytorch_model.bin")]
    return single or weights


def _missing_shards(weights: list[HubFile]) -> list[str]:
    names = {file.name for file in weights}
    expected = set()
    for name in names:
        if shard := re.fullmatch(r"(.+)-\d{5}-of-(\d{5})\.(\w+)", name):
            stem, count, kind = shard.groups()
            expected |= {f"{stem}-{number:05}-of-{count}.{kind}" for number in range(1, int(count) + 1)}
            expected.add(f"{stem}.{kind}.index.json")
    return sorted(expected - names)
