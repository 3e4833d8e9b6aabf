import pytest

from pipeline.catalogue.choose import needed_files
from pipeline.catalogue.hub import HubFile
from pipeline.errors import ModelError


def chosen(*names: str) -> set[str]:
    return {file.name for file in needed_files("desk/tiny", [HubFile(name, 1) for name in names])}


def test_safetensors_win_over_pickles() -> None:
    files = chosen("config.json", "model.safetensors", "pytorch_model.bin", "pytorch_model.bin.index.json")
    assert files == {"config.json", "model.safetensors"}


def test_pickles_are_taken_where_there_is_nothing_else() -> None:
    assert chosen("config.json", "pytorch_model.bin", "tf_model.h5", "flax_model.msgpack", "rust_model.ot") == {
        "config.json",
        "pytorch_model.bin",
    }


def test_an_index_of_safetensors_without_them_does_not_hide_pickles() -> None:
    assert "pytorch_model.bin" in chosen("config.json", "model.safetensors.index.json", "pytorch_model.bin")


def test_shards_come_with_their_index() -> None:
    shards = {"pytorch_model-00001-of-00002.bin", "pytorch_model-00002-of-00002.bin", "pytorch_model.bin.index.json"}
    assert chosen("config.json", *shards) == {"config.json", *shards}


def test_a_missing_shard_is_named() -> None:
    with pytest.raises(ModelError, match=r"lacks model-00002-of-00002\.safetensors, model\.safetensors\.index\.json"):
        chosen("config.json", "model-00001-of-00002.safetensors")


def test_one_file_is_enough_where_shards_lie_beside_it() -> None:
    files = chosen("config.json", "model.safetensors", "model-00001-of-00002.safetensors")
    assert files == {"config.json", "model.safetensors"}


def test_quantised_copies_archives_and_code_stay_where_they_are() -> None:
    extra = (
        "model-q4k.gguf",
        "benchmark_translations.zip",
        "modeling.py",
        "model.fp16.safetensors",
        "training_args.bin",
    )
    assert chosen("config.json", "model.safetensors", *extra) == {"config.json", "model.safetensors"}


@pytest.mark.parametrize(
    "files",
    [  # what the hub has beside the weights of OPUS-MT, NLLB-200, MADLAD-400, BART and Qwen3
        ("source.spm", "target.spm", "vocab.json", "tokenizer_config.json", "generation_config.json"),
        ("sentencepiece.bpe.model", "tokenizer.json", "special_tokens_map.json"),
        ("spiece.model", "added_tokens.json"),
        ("vocab.json", "merges.txt"),
        ("chat_template.jinja", "LICENSE", "README.md"),
    ],
)
def test_what_a_tokenizer_needs_comes_along(files: tuple[str, ...]) -> None:
    assert set(files) < chosen("config.json", "model.safetensors", *files)


def test_small_files_come_first() -> None:
    files = [HubFile("model.safetensors", 900), HubFile("config.json", 5), HubFile("source.spm", 80)]
    assert [file.name for file in needed_files("desk/tiny", files)] == [
        "config.json",
        "source.spm",
        "model.safetensors",
    ]


@pytest.mark.parametrize(
    ("files", "lack"), [(("config.json",), "pytorch_model.bin"), (("model.safetensors",), "config.json")]
)
def test_a_repository_that_is_no_model_is_refused(files: tuple[str, ...], lack: str) -> None:
    with pytest.raises(ModelError, match=f"has no .*{lack}"):
        chosen(*files)
