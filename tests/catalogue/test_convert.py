import pickle
from pathlib import Path
from typing import Any

import pytest

from pipeline.catalogue.convert import convert_pickles
from pipeline.catalogue.find import find_model
from pipeline.catalogue.pull import carry_out, plan_pull
from pipeline.catalogue.verify import verify_files
from pipeline.errors import ModelError
from pipeline.progress import Silent
from tests.catalogue.hub_stand_in import COMMIT, HubStandIn

pytestmark = pytest.mark.models

CONFIGS: dict[str, dict[str, Any]] = {
    "MarianMTModel": {"d_model": 8, "encoder_ffn_dim": 8, "decoder_ffn_dim": 8, "pad_token_id": 31, "eos_token_id": 0,
                      "decoder_start_token_id": 31, "max_position_embeddings": 16, "decoder_vocab_size": 32},
    "M2M100ForConditionalGeneration": {"d_model": 8, "encoder_ffn_dim": 8, "decoder_ffn_dim": 8},
    "BartForConditionalGeneration": {"d_model": 8, "encoder_ffn_dim": 8, "decoder_ffn_dim": 8},
    "MT5ForConditionalGeneration": {"d_model": 8, "d_kv": 4, "d_ff": 8, "num_layers": 1, "num_heads": 2},
}  # fmt: skip
LAYERS = {"encoder_layers": 1, "decoder_layers": 1, "encoder_attention_heads": 2, "decoder_attention_heads": 2}


def tiny(architecture: str) -> Any:
    """A model of random weights, of the real architecture."""
    import torch
    import transformers

    cls = getattr(transformers, architecture)
    layers = {} if architecture.startswith("MT5") else LAYERS
    torch.manual_seed(1)
    model = cls(cls.config_class(vocab_size=32, **CONFIGS[architecture], **layers))
    model.config.architectures = [architecture]
    return model


def pickled(folder: Path, model: Any, **saving: Any) -> dict[str, Any]:
    """Leave `model` in `folder` as the hub's older repositories have theirs; return its tensors."""
    import torch

    folder.mkdir(exist_ok=True)
    model.config.save_pretrained(folder)
    tensors: dict[str, Any] = model.state_dict()
    torch.save(tensors, folder / "pytorch_model.bin", **saving)
    return tensors


def loaded(folder: Path, model: Any) -> dict[str, Any]:
    """The tensors that transformers loads from the safetensors in `folder`; nothing may be missing."""
    for path in folder.glob("*.bin*"):
        path.unlink()
    again, info = type(model).from_pretrained(folder, output_loading_info=True)
    assert not info["missing_keys"]
    assert not info["unexpected_keys"]
    tensors: dict[str, Any] = again.state_dict()
    return tensors


def equal(one: dict[str, Any], other: dict[str, Any]) -> bool:
    import torch

    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize("architecture", CONFIGS)
def test_converted_weights_are_those_of_the_pickle(tmp_path: Path, architecture: str) -> None:
    model = tiny(architecture)
    tensors = pickled(tmp_path, model)
    assert convert_pickles(tmp_path) == ["model.safetensors"]
    assert equal(loaded(tmp_path, model), tensors)


def test_a_matrix_that_layers_share_is_kept_once(tmp_path: Path) -> None:
    from safetensors import safe_open

    pickled(tmp_path, tiny("MarianMTModel"))
    convert_pickles(tmp_path)
    with safe_open(tmp_path / "model.safetensors", "pt") as file:
        shared = [name for name in file.keys() if "embed_tokens" in name or "shared" in name or "lm_head" in name]  # noqa: SIM118
    assert shared == ["model.shared.weight"]


def test_an_output_matrix_of_its_own_is_kept_beside_the_shared_one(tmp_path: Path) -> None:
    import torch

    model = tiny("MT5ForConditionalGeneration")
    tensors = pickled(tmp_path, model)
    tensors["lm_head.weight"] = torch.full_like(tensors["lm_head.weight"], 0.5)
    torch.save(tensors, tmp_path / "pytorch_model.bin")
    convert_pickles(tmp_path)
    from safetensors.torch import load_file

    assert load_file(tmp_path / "model.safetensors")["lm_head.weight"].unique().tolist() == [0.5]


def test_half_precision_stays_half_precision(tmp_path: Path) -> None:
    import torch

    pickled(tmp_path, tiny("MarianMTModel").half())
    convert_pickles(tmp_path)
    from safetensors.torch import load_file

    assert {tensor.dtype for tensor in load_file(tmp_path / "model.safetensors").values()} == {torch.float16}


def test_files_from_before_zip_archives_are_read(tmp_path: Path) -> None:
    model = tiny("MarianMTModel")
    tensors = pickled(tmp_path, model, _use_new_zipfile_serialization=False)
    convert_pickles(tmp_path)
    assert equal(loaded(tmp_path, model), tensors)


def test_shards_are_converted_one_by_one_with_an_index(tmp_path: Path) -> None:
    import torch

    model = tiny("M2M100ForConditionalGeneration")
    tensors = pickled(tmp_path, model)
    names = sorted(tensors)
    (tmp_path / "pytorch_model.bin").unlink()
    for number, part in enumerate((names[::2], names[1::2]), start=1):
        torch.save(
            {name: tensors[name].clone() for name in part}, tmp_path / f"pytorch_model-0000{number}-of-00002.bin"
        )
    (tmp_path / "pytorch_model.bin.index.json").write_text("{}", encoding="utf-8")
    assert convert_pickles(tmp_path) == [
        "model-00001-of-00002.safetensors",
        "model-00002-of-00002.safetensors",
        "model.safetensors.index.json",
    ]
    assert equal(loaded(tmp_path, model), tensors)


def test_the_same_pickle_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        pickled(tmp_path / name, tiny("MarianMTModel"))
        convert_pickles(tmp_path / name)
    one, two = (tmp_path / name / "model.safetensors" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


class Trap:
    """What a hostile pickle holds: a call."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return (exec, ("raise SystemExit('the pickle was run')",))


def test_a_pickle_that_holds_code_is_refused_and_not_run(tmp_path: Path) -> None:
    import torch

    pickled(tmp_path, tiny("MarianMTModel"))
    torch.save({"weight": Trap()}, tmp_path / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"pytorch_model.bin: holds more than tensors, so it is not loaded"):
        convert_pickles(tmp_path)


@pytest.mark.parametrize("content", [b"", b"not a pickle", pickle.dumps([1, 2], protocol=2)])
def test_what_is_no_table_of_tensors_is_refused(tmp_path: Path, content: bytes) -> None:
    pickled(tmp_path, tiny("MarianMTModel"))
    (tmp_path / "pytorch_model.bin").write_bytes(content)
    with pytest.raises(ModelError, match=r"pytorch_model.bin"):
        convert_pickles(tmp_path)


def test_an_architecture_that_transformers_does_not_know_is_refused(tmp_path: Path) -> None:
    pickled(tmp_path, tiny("MarianMTModel"))
    (tmp_path / "config.json").write_text('{"model_type": "nonesuch", "architectures": ["Nonesuch"]}', encoding="utf-8")
    with pytest.raises(ModelError, match=r"config.json: transformers .* does not know this model"):
        convert_pickles(tmp_path)


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_pulled_pickle_is_locked_as_it_came_and_gone_once_converted(
    home: Path, card: str, hub: HubStandIn, tmp_path: Path
) -> None:
    made = tmp_path / "made"
    pickled(made, tiny("MarianMTModel"))
    hub.files[COMMIT] = {path.name: path.read_bytes() for path in made.iterdir()}
    carry_out(plan_pull(card, endpoint=hub.address), Silent())
    model = find_model(card)
    verify_files(model)
    assert set(model.files) == {"config.json", "model.safetensors"}
    assert not list(model.folder.glob("*.bin*"))
    from pipeline.catalogue.lock import read_lock

    locked = read_lock(home / "tezy.lock").models["desk/tiny"]
    assert set(locked.hub_files) == {"config.json", "pytorch_model.bin"}
