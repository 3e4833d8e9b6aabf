"""Every tiny model by name, with the card that a real one of its kind would have."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.catalogue.card import Card
from pipeline.catalogue.model import Model, combined_sha256
from pipeline.catalogue.verify import hash_files
from tests.tiny_models.bart import build_bart, build_pegasus
from tests.tiny_models.causal import build_causal
from tests.tiny_models.encoders import build_bert, build_minilm, build_xlm_roberta
from tests.tiny_models.m2m100 import build_m2m100, build_nllb
from tests.tiny_models.marian import build_marian
from tests.tiny_models.t5 import build_madlad, build_mt5, build_t5

INSTRUCTION = "Translate from Ukrainian into English.\n\n{text}"

_BUILDERS: dict[str, tuple[Callable[[Path], None], dict[str, Any]]] = {
    "marian": (build_marian, {"family": "marian"}),
    "marian-codes": (
        lambda folder: build_marian(folder, (">>eng<<", ">>pol<<")),
        {"family": "marian", "target_code": ">>eng<<"},
    ),
    "nllb": (build_nllb, {"family": "nllb", "source_code": "ukr_Cyrl", "target_code": "eng_Latn"}),
    "m2m100": (build_m2m100, {"family": "m2m100", "source_code": "uk", "target_code": "en"}),
    "t5": (build_t5, {"family": "t5", "prompt": "translate Ukrainian to English: "}),
    "madlad": (build_madlad, {"family": "t5", "target_code": "<2en>"}),
    "mt5": (build_mt5, {"family": "mt5", "job": "summarize"}),
    "bart": (build_bart, {"family": "bart", "job": "summarize", "languages": ("en",)}),
    "pegasus": (build_pegasus, {"family": "pegasus", "job": "summarize", "languages": ("en",)}),
    "qwen2": (build_causal, {"family": "causal", "prompt": INSTRUCTION}),
    "llama": (lambda folder: build_causal(folder, "llama"), {"family": "causal", "prompt": INSTRUCTION}),
}

_ENCODERS: dict[str, tuple[Callable[[Path], None], dict[str, Any]]] = {
    "bert": (build_bert, {"family": "bert", "job": "embed", "pooling": "mean"}),
    "minilm": (build_minilm, {"family": "bert", "job": "embed", "pooling": "mean", "prompt": "query: "}),
    "xlm-roberta": (build_xlm_roberta, {"family": "xlm-roberta", "job": "embed", "pooling": "cls"}),
}

NAMES = tuple(_BUILDERS)
"""Those that write."""
ENCODERS = tuple(_ENCODERS)
"""Those that embed."""
_DEFAULTS = {"job": "translate", "languages": ("uk", "en"), "license": "CC0-1.0", "commercial_use": True}


def build_model(name: str, folder: Path) -> Model:
    """Write the tiny model `name` into the new folder `folder` and return it with the hashes of its files."""
    build, stated = (_BUILDERS | _ENCODERS)[name]
    folder.mkdir(parents=True)
    build(folder)
    return model_at(folder, name, **stated)


def model_at(folder: Path, name: str, **stated: Any) -> Model:
    """Return the model whose files lie in `folder`, with a card that says `stated`."""
    files = hash_files(folder)
    about = "Random weights for tests."
    card = Card(**(_DEFAULTS | {"name": f"tiny-{name}", "title": name, "about": about} | stated))
    return Model(card, folder, "local", combined_sha256(files), files)
