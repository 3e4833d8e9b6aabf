"""Encoders: what transformers computes directly, whatever the batch."""

import shutil

import numpy as np
import pytest

from pipeline.engines.encoder import EncoderCodec
from pipeline.engines.load import load_encoder
from pipeline.errors import ModelError
from tests.tiny_models.models import ENCODERS, model_at
from tests.tiny_models.text import ENGLISH, UKRAINIAN

pytestmark = pytest.mark.models

TEXTS = [*UKRAINIAN.splitlines()[:3], *ENGLISH.splitlines()[:3], "Рада"]
LONG = UKRAINIAN[:1500]
LIMIT = 64


def as_card(model, **changes):
    return model_at(model.folder, model.card.title, **(model.card.model_dump(exclude={"name", "title"}) | changes))


def directly(model, text):
    """The vector by transformers alone, one text at a time, cut by its tokenizer."""
    import torch
    import transformers

    tokenizer = transformers.AutoTokenizer.from_pretrained(model.folder)
    network = transformers.AutoModel.from_pretrained(model.folder).eval()
    ids = tokenizer(model.card.prompt + text, truncation=True, max_length=LIMIT, padding=False, return_tensors="pt")
    with torch.inference_mode():
        output = network(**ids)
    pooled = {
        "mean": output.last_hidden_state[0].mean(dim=0),
        "cls": output.last_hidden_state[0, 0],
        "pooler": output.pooler_output[0],
    }[model.card.pooling]
    return (pooled / pooled.norm()).numpy()


@pytest.mark.parametrize("pooling", ["mean", "cls"])
@pytest.mark.parametrize("name", ENCODERS)
def test_a_vector_is_what_transformers_computes(tiny_model, name, pooling):
    model = as_card(tiny_model(name), pooling=pooling)
    found = load_encoder(model).vectors([*TEXTS, LONG])
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)
    assert np.allclose(found, [directly(model, text) for text in [*TEXTS, LONG]], atol=1e-5)
    assert len(np.unique(found.round(3), axis=0)) == len(found)  # they depend on what was read


@pytest.mark.parametrize("name", ["bert", "minilm"])
def test_what_the_models_own_last_layer_makes_of_the_first_token_is_taken_where_the_card_says_so(tiny_model, name):
    model = as_card(tiny_model(name), pooling="pooler")
    assert np.allclose(load_encoder(model).vectors(TEXTS), [directly(model, text) for text in TEXTS], atol=1e-5)


@pytest.mark.parametrize("name", ENCODERS)
def test_neither_batch_nor_padding_changes_a_vector(tiny_model, name):
    encoder = load_encoder(tiny_model(name))
    alone = np.concatenate([encoder.vectors([text]) for text in [*TEXTS, LONG]])
    assert np.allclose(encoder.vectors([*TEXTS, LONG]), alone, atol=1e-5)


@pytest.mark.parametrize("name", ENCODERS)
def test_a_text_is_cut_at_what_the_card_or_the_model_can_take(tiny_model, name):
    model = tiny_model(name)
    assert load_encoder(model).count_tokens([LONG]) == [LIMIT]
    assert load_encoder(as_card(model, max_source_tokens=20)).count_tokens([LONG, "Рада"])[0] == 20


def test_the_prompt_is_put_before_the_text(tiny_model):
    plain = as_card(tiny_model("minilm"), prompt="")
    encoded = EncoderCodec(tiny_model("minilm")).encode(["Рада"])
    assert encoded == EncoderCodec(plain).encode(["query: Рада"])
    assert encoded != EncoderCodec(plain).encode(["Рада"])


@pytest.mark.parametrize(("name", "token"), [("bert", "[SEP]"), ("minilm", "</s>"), ("xlm-roberta", "<pad>")])
def test_a_text_holds_no_special_token(tiny_model, name, token):
    codec = EncoderCodec(tiny_model(name))
    (ids,) = codec.encode([f"Рада {token} а"])
    assert codec.tokenizer.convert_tokens_to_ids(token) not in ids[1:-1]


def test_a_model_of_another_family_is_refused_though_its_weights_would_fit(tiny_model):
    model = as_card(tiny_model("bert"), family="xlm-roberta")
    with pytest.raises(ModelError, match="its config.json says that it is a bert, its card .* xlm-roberta"):
        load_encoder(model)


def test_a_checkpoint_without_the_layer_that_its_card_pools_by_is_refused(tiny_model):
    model = as_card(tiny_model("xlm-roberta"), pooling="pooler")
    with pytest.raises(ModelError, match="lacks pooler.dense.bias and 1 more weights of a xlm-roberta with pooler"):
        load_encoder(model)


def test_a_prompt_that_leaves_no_room_for_text_is_refused(tiny_model):
    with pytest.raises(ModelError, match="leaves no room for text"):
        EncoderCodec(as_card(tiny_model("bert"), prompt=UKRAINIAN[:400]))


def test_changed_weights_are_refused(tiny_model, tmp_path):
    folder = tmp_path / "changed"
    shutil.copytree(tiny_model("bert").folder, folder)
    model = model_at(folder, "bert", family="bert", job="embed", pooling="mean")
    (folder / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="is not the file it should be"):
        load_encoder(model)
