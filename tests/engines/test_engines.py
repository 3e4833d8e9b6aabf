"""What holds on both engines, whatever the family."""

import shutil

import pytest

from pipeline.config import GenerationConfig
from pipeline.engines.batches import token_batches
from pipeline.engines.load import load_generator
from pipeline.errors import ConfigError, ModelError
from tests.tiny_models.models import model_at
from tests.tiny_models.text import sentences

pytestmark = pytest.mark.models
both_engines = pytest.mark.parametrize("engine", ["transformers", "ctranslate2"])


@both_engines
def test_outputs_come_in_the_order_of_their_texts(loaded, engine):
    generator = loaded("marian", engine)
    texts = sentences()[:8]
    assert generator.generate(texts) == [generator.generate([text])[0] for text in texts]
    assert generator.generate(texts[::-1]) == generator.generate(texts)[::-1]


@both_engines
def test_no_texts_give_no_outputs(loaded, engine):
    assert loaded("marian", engine).generate([]) == []
    assert loaded("marian", engine).count_tokens([]) == []


@both_engines
def test_a_text_that_is_too_long_is_refused_rather_than_cut(loaded, engine):
    generator = loaded("marian", engine)
    short, long = sentences()[0], " ".join(sentences())
    assert generator.count_tokens([short])[0] < generator.max_source_tokens < generator.count_tokens([long])[0]
    with pytest.raises(ValueError, match="tokens; the model takes"):
        generator.generate([short, long])


@both_engines
def test_a_model_never_takes_more_than_its_positions(loaded, engine):
    assert loaded("marian", engine, max_source_tokens=4000).max_source_tokens == 96
    assert loaded("nllb", engine, max_source_tokens=4000).max_source_tokens == 512  # as its card says


@both_engines
def test_the_card_and_the_configuration_both_limit_a_source(tiny_model, loaded, engine):
    assert loaded("marian", engine, max_source_tokens=40).max_source_tokens == 40
    model = model_at(tiny_model("marian").folder, "marian", family="marian", max_source_tokens=30)
    generator = load_generator(model, GenerationConfig(engine=engine, device="cpu", max_new_tokens=8))
    assert generator.max_source_tokens == 30


@both_engines
def test_greedy_is_a_beam_of_one(loaded, engine):
    texts = sentences()[:4]
    assert loaded("marian", engine).generate(texts, greedy=True) == loaded("marian", engine, beam_size=1).generate(
        texts
    )


@both_engines
def test_an_output_has_no_more_tokens_than_asked_for_whatever_the_checkpoint_wants(loaded, engine):
    generator = loaded("bart", engine, max_new_tokens=8)  # its generation_config.json wants 20 at least
    codec = generator._codec
    for output in generator.generate(["The price of bread has not fallen.", "Both are feeling well."]):
        assert len(codec.tokenizer(output, add_special_tokens=False)["input_ids"]) <= 8


@both_engines
def test_more_new_tokens_than_positions_are_refused(tiny_model, engine):
    with pytest.raises(ConfigError, match="max_new_tokens must be less than 96"):
        load_generator(tiny_model("marian"), GenerationConfig(engine=engine, device="cpu", max_new_tokens=96))


def test_a_prompt_that_leaves_no_room_for_text_is_refused(tiny_model):
    with pytest.raises(ConfigError, match="leaves no room"):
        load_generator(tiny_model("qwen2"), GenerationConfig(device="cpu", max_source_tokens=16))


def test_int8_outputs_do_not_depend_on_the_batch(loaded):
    generator = loaded("marian", compute_type="int8", max_new_tokens=24)
    texts = sentences()
    alone = [generator.generate([text])[0] for text in texts]
    assert generator.generate(texts) == alone
    for batch_tokens in (64, 200, 1000):
        batches = token_batches(generator.count_tokens(texts), batch_tokens)
        together = {
            index: text
            for batch in batches
            for index, text in zip(batch, generator.generate([texts[i] for i in batch]), strict=True)
        }
        assert [together[index] for index in range(len(texts))] == alone


def test_a_checkpoint_in_float16_runs_in_float32_on_a_processor(loaded, tiny_model):
    import torch
    from safetensors.torch import load_file

    stored = load_file(tiny_model("marian").folder / "model.safetensors")
    assert {tensor.dtype for tensor in stored.values()} == {torch.float16}
    assert loaded("marian", "transformers")._model.dtype == torch.float32


def test_bfloat16_runs_where_the_processor_has_it(loaded):
    try:
        generator = loaded("marian", "transformers", compute_type="bfloat16")
    except ConfigError as error:
        pytest.skip(str(error))
    assert generator._model.dtype.itemsize == 2
    assert all(generator.generate(sentences()[:2]))


def test_weights_that_are_not_the_stated_ones_are_refused(tiny_model, tmp_path):
    folder = tmp_path / "changed"
    shutil.copytree(tiny_model("marian").folder, folder)
    model = model_at(folder, "marian", family="marian")
    with (folder / "model.safetensors").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"!")
    with pytest.raises(ModelError, match="not the file it should be"):
        load_generator(model, GenerationConfig(device="cpu"))


@both_engines
def test_a_folder_without_weights_is_refused(tiny_model, tmp_path, engine):
    folder = tmp_path / "empty"
    shutil.copytree(tiny_model("marian").folder, folder)
    (folder / "model.safetensors").unlink()
    with pytest.raises(ModelError, match="weights cannot be loaded"):
        load_generator(
            model_at(folder, "marian", family="marian"), GenerationConfig(engine=engine, device="cpu", max_new_tokens=8)
        )


@both_engines
def test_hypotheses_are_all_that_the_beam_ended_with_and_the_best_is_the_output(loaded, engine):
    generator = loaded("marian", engine, beam_size=3)
    texts = sentences()[:4]
    found = generator.hypotheses(texts)
    assert [own[0] for own in found] == generator.generate(texts)
    assert [len(own) for own in found] == [3] * 4
    assert all(len(set(own)) == 3 for own in found)
    assert generator.hypotheses([]) == []


def test_both_engines_end_with_the_same_hypotheses(loaded):
    texts = sentences()[:4]
    first, second = (
        loaded("marian", engine, beam_size=3).hypotheses(texts) for engine in ("transformers", "ctranslate2")
    )
    assert first == second


@both_engines
def test_sureness_comes_with_what_is_written(loaded, engine):
    texts = sentences()[:4]
    generator = loaded("marian", engine)
    outputs = generator.outputs(texts)
    assert [output.text for output in outputs] == generator.generate(texts)
    assert all(output.sureness < 0 for output in outputs)
    assert generator.outputs([]) == []


@both_engines
def test_of_a_chat_model_no_sureness_is_known(loaded, engine):
    assert [output.sureness for output in loaded("qwen2", engine).outputs(sentences()[:2])] == [None, None]
