import json
from pathlib import Path

import pytest
from sacrebleu.metrics.chrf import CHRF

from pipeline.catalogue.find import find_model
from pipeline.catalogue.verify import verify_files
from pipeline.config import GenerationConfig
from pipeline.corpus.pair import Pair
from pipeline.engines.load import load_generator
from pipeline.train.config import load_training_config
from pipeline.train.log import read_log
from pipeline.train.pairs import example_of
from pipeline.translate.source_text import source_text
from tests.train.conftest import Trained
from tests.train.toy import sentences

pytestmark = pytest.mark.models


def test_a_toy_language_is_learnt_to_chrf_above_ninety_on_sentences_never_seen(trained: Trained, home: Path) -> None:
    seen = {uk for uk, _ in sentences(3000, 1)}
    fresh = [(uk, en) for uk, en in sentences(200, 99) if uk not in seen][:60]
    model = find_model(str(trained.model))
    generator = load_generator(model, GenerationConfig(device="cpu", compute_type="int8"))
    outputs = generator.generate([uk for uk, _ in fresh])
    assert CHRF().corpus_score(outputs, [[en for _, en in fresh]]).score > 90


def test_the_model_folder_is_what_its_card_says_and_in_float16(trained: Trained) -> None:
    from safetensors import safe_open

    model = find_model(str(trained.model))
    verify_files(model)
    assert {"model.safetensors", "config.json", "source.spm", "target.spm", "vocab.json"} <= set(model.files)
    assert (model.card.name, model.card.license, model.card.family) == ("toy", "CC0-1.0", "marian")
    assert "toy: 2,900 examples x 1" in model.card.data
    assert "300 steps" in model.card.about
    with safe_open(trained.model / "model.safetensors", "pt") as weights:
        assert {str(weights.get_tensor(name).dtype) for name in weights.keys()} == {"torch.float16"}  # noqa: SIM118


def test_the_vocabulary_is_joint_with_padding_last_and_bytes_for_what_is_rare(trained: Trained) -> None:
    vocabulary = json.loads((trained.model / "vocab.json").read_text(encoding="utf-8"))
    assert list(vocabulary.values()) == list(range(len(vocabulary)))
    first, second, *_, last = vocabulary
    assert (first, second, last) == ("</s>", "<unk>", "<pad>")
    assert {f"<0x{byte:02X}>" for byte in range(256)} <= set(vocabulary)


def test_training_reads_text_as_the_engines_do(trained: Trained) -> None:
    from pipeline.engines.codec import Codec
    from pipeline.train.codec import MarianCodec

    texts = [uk for uk, _ in sentences(20, 5)] + [
        "Щось інше: «Ґалаґан» — 100%!",
        "  подвійні  пробіли ",
        "латинка Kyiv ☂",
        "Позначки </s>, <unk>, <pad> і >>eng<< у тексті",
    ]
    expected = Codec(find_model(str(trained.model)))
    codec = MarianCodec(trained.model)
    assert codec.encode_sources(texts, [""] * len(texts)) == expected.encode(texts)
    targets = [en for _, en in sentences(20, 5)] + ["Kyiv’s ☂"]
    tokenizer = expected.tokenizer(text_target=targets, add_special_tokens=False)["input_ids"]
    assert codec.encode_targets(targets) == [[*ids, codec.end] for ids in tokenizer]
    assert [codec.decode(ids) for ids in codec.encode_targets(targets)] == targets


def test_pieces_of_the_source_side_only_and_padding_are_never_written(trained: Trained) -> None:
    from safetensors import safe_open

    vocabulary = json.loads((trained.model / "vocab.json").read_text(encoding="utf-8"))
    with safe_open(trained.model / "model.safetensors", "pt") as weights:
        bias = weights.get_tensor("final_logits_bias").flatten()
    forbidden = {piece for piece, number in vocabulary.items() if bias[number] < -5000}
    assert {"<pad>", "<unk>"} <= forbidden
    assert any("а" <= piece[-1] <= "я" for piece in forbidden)
    assert all(ord(character) < 128 or character == "▁" for piece in set(vocabulary) - forbidden for character in piece)
    assert "</s>" not in forbidden


def test_a_source_is_learnt_from_in_the_form_in_which_translators_are_given_it() -> None:
    pair = Pair("П’ять  об’єктів", "Five  facilities’", "news", "here:1")
    example = example_of(pair, load_training_config("translator"))
    assert (example.source, example.target) == ("П'ять об'єктів", "Five  facilities’")
    assert example.source == source_text(pair.uk)


def test_the_log_has_a_record_a_group_and_an_evaluation_and_the_curves_are_drawn(trained: Trained) -> None:
    records = read_log(trained.out / "log.jsonl")
    train = [record for record in records if record["kind"] == "train"]
    dev = [record for record in records if record["kind"] == "dev"]
    assert [record["step"] for record in train] == list(range(20, 301, 20))
    assert [record["step"] for record in dev] == [100, 200, 300]
    assert train[-1]["loss"] < train[0]["loss"] / 3
    assert train[-1]["learning_rate"] < 0.05 * max(record["learning_rate"] for record in train)
    assert (trained.out / "curves.svg").read_text().startswith("<svg")
    assert any("step 300" in line and "dev loss" in line for line in trained.said)


def test_both_engines_were_compared_at_the_end(trained: Trained) -> None:
    (parity,) = [record for record in read_log(trained.out / "log.jsonl") if record["kind"] == "parity"]
    assert parity["identical"] >= 0.9
    assert abs(parity["chrf_transformers"] - parity["chrf_int8"]) < 2


def test_the_examples_set_aside_to_steer_by_are_not_learnt_from(trained: Trained) -> None:
    assert "2,900 examples to learn from, 100 to steer by." in trained.said
