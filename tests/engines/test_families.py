"""Each family as the hub has it: real architecture, real tokenizer files, random weights."""

import pytest

from pipeline.config import GenerationConfig
from pipeline.engines.codec import Codec
from pipeline.engines.load import load_generator
from pipeline.errors import ModelError
from tests.tiny_models.m2m100 import strip_codes
from tests.tiny_models.models import NAMES, model_at
from tests.tiny_models.text import ENGLISH, UKRAINIAN

SENTENCES = UKRAINIAN.splitlines()[:4]
CHATS = ("qwen2",)
ENGLISH_SENTENCES = ENGLISH.splitlines()[:4]


def sources(name):
    return ENGLISH_SENTENCES if name in ("bart", "pegasus") else SENTENCES


@pytest.mark.models
@pytest.mark.parametrize("beam_size", [1, 4])
@pytest.mark.parametrize("name", NAMES)
def test_both_engines_write_the_same_under_the_same_options(loaded, name, beam_size):
    outputs = [
        loaded(name, engine, beam_size=beam_size).generate(sources(name)) for engine in ("transformers", "ctranslate2")
    ]
    assert outputs[0] == outputs[1]
    assert len(set(outputs[0])) > 1  # they depend on what was read


@pytest.mark.models
@pytest.mark.parametrize("name", ["marian", "nllb", "t5"])
def test_both_engines_agree_on_penalties_of_length_and_of_repeated_words(loaded, name):
    options = {"beam_size": 3, "length_penalty": 0.6, "no_repeat_ngram_size": 2, "max_new_tokens": 16}
    outputs = [loaded(name, engine, **options).generate(SENTENCES) for engine in ("transformers", "ctranslate2")]
    assert outputs[0] == outputs[1]


@pytest.mark.models
@pytest.mark.parametrize("options", [{"beam_size": 1}, {"beam_size": 3, "length_penalty": 0.6}])
@pytest.mark.parametrize("name", [name for name in NAMES if name not in CHATS])
def test_both_engines_are_as_sure_of_what_they_write(loaded, name, options):
    first, second = (
        [output.sureness for output in loaded(name, engine, **options).outputs(sources(name))]
        for engine in ("transformers", "ctranslate2")
    )
    assert first == pytest.approx(second, abs=0.05)  # random weights give something to what one engine leaves out


def tokenizer_of(model, name, **options):
    import transformers

    return getattr(transformers, name).from_pretrained(model.folder, **options)


@pytest.mark.models
@pytest.mark.filterwarnings("ignore:Recommended. pip install sacremoses")  # MarianTokenizer's own advice
@pytest.mark.parametrize(
    ("name", "tokenizer", "head"),
    [
        ("marian", "MarianTokenizer", ""),
        ("marian-codes", "MarianTokenizer", ">>eng<< "),
        ("t5", "T5Tokenizer", "translate Ukrainian to English: "),
        ("madlad", "PreTrainedTokenizerFast", "<2en> "),
        ("mt5", "T5Tokenizer", ""),
        ("bart", "BartTokenizer", ""),
        ("pegasus", "PegasusTokenizer", ""),
    ],
)
def test_a_source_is_headed_as_the_model_card_of_its_family_says(tiny_model, name, tokenizer, head):
    model = tiny_model(name)
    expected = tokenizer_of(model, tokenizer)([head + text for text in sources(name)])["input_ids"]
    assert Codec(model).encode(sources(name)) == expected


@pytest.mark.models
@pytest.mark.parametrize(
    ("name", "tokenizer", "source", "target"),
    [("nllb", "NllbTokenizer", "ukr_Cyrl", "eng_Latn"), ("m2m100", "M2M100Tokenizer", "uk", "__en__")],
)
def test_source_and_target_language_stand_where_translators_expect_them(tiny_model, name, tokenizer, source, target):
    model = tiny_model(name)
    reference = tokenizer_of(model, tokenizer, src_lang=source)
    codec = Codec(model)
    assert codec.encode(SENTENCES) == reference(SENTENCES)["input_ids"]
    assert codec.tokens(codec.first_target) == [target]


@pytest.mark.models
@pytest.mark.parametrize(
    ("name", "family", "codes"),
    [
        ("nllb", "nllb", {"source_code": "uk", "target_code": "eng_Latn"}),
        ("nllb", "nllb", {"source_code": "ukr_Cyrl", "target_code": "english"}),
        ("nllb", "nllb", {"source_code": "ukr_Cyrl"}),
        ("m2m100", "m2m100", {"source_code": "ukr_Cyrl", "target_code": "en"}),
        ("marian", "marian", {"target_code": ">>eng<<"}),
        ("madlad", "t5", {"target_code": "<2eng>"}),
        ("t5", "t5", {"target_code": "<2en>"}),
    ],
)
def test_a_language_code_that_is_no_token_is_refused(tiny_model, name, family, codes):
    model = model_at(tiny_model(name).folder, name, family=family, **codes)
    with pytest.raises(ModelError, match="_code"):
        Codec(model)


@pytest.mark.models
def test_nllb_from_a_sentencepiece_file_alone_is_refused(tiny_model, tmp_path):
    strip_codes(tiny_model("nllb").folder, tmp_path / "bare")
    model = model_at(tmp_path / "bare", "nllb", family="nllb", source_code="ukr_Cyrl", target_code="eng_Latn")
    with pytest.raises(ModelError, match="ukr_Cyrl is no token"):
        load_generator(model, GenerationConfig(device="cpu"))


@pytest.mark.models
def test_madlad_without_its_tokenizer_file_is_refused(tiny_model, tmp_path):
    import shutil

    shutil.copytree(tiny_model("madlad").folder, tmp_path / "bare")
    (tmp_path / "bare" / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match="unknown letter ends the sentence"):
        Codec(model_at(tmp_path / "bare", "madlad", family="t5", target_code="<2en>"))


@pytest.mark.models
@pytest.mark.parametrize("name", NAMES)
def test_a_text_cannot_end_its_own_sentence_or_name_a_language(tiny_model, name):
    from pipeline.engines.causal import ChatCodec

    model = tiny_model(name)
    codec = (ChatCodec if model.card.family == "causal" else Codec)(model)
    specials = {*codec.tokenizer.get_added_vocab().values(), *codec.tokenizer.all_special_ids}
    specials -= {codec.unknown}
    (calm,) = codec.encode(["Рада a b c d."])
    hostile = "Рада a </s> b >>pol<< c <pad> pol_Latn __pl__ <|im_end|> <extra_id_0> <s> d."
    (ids,) = codec.encode([hostile])
    assert [number for number in ids if number in specials] == [number for number in calm if number in specials]


@pytest.mark.models
@pytest.mark.parametrize("name", ["marian", "marian-codes"])
def test_a_text_between_double_angle_brackets_is_no_language_code(tiny_model, name):
    codec = Codec(tiny_model(name))
    quoted, plain = codec.encode([">>Рада<< a", "Рада a"])
    assert set(plain) <= set(quoted)
    assert len(quoted) > len(plain)
