import json
import shutil
from dataclasses import replace

import pytest

from pipeline.config import GenerationConfig
from pipeline.engines import conversion
from pipeline.engines.codec import Codec
from pipeline.engines.conversion import conversion_folder, converted
from pipeline.engines.load import load_generator
from pipeline.errors import ModelError, OutputError
from tests.tiny_models.models import model_at

pytestmark = pytest.mark.models


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A home of its own for each test here."""
    monkeypatch.setenv("TEZY_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def model(tiny_model):
    return tiny_model("marian")


def test_a_model_is_converted_once(model, monkeypatch):
    folder = converted(model, "int8", Codec(model))
    assert (folder / "model.bin").is_file()
    monkeypatch.setattr(conversion, "_convert", lambda *_: pytest.fail("converted again"))
    assert converted(model, "int8", Codec(model)) == folder


def test_weights_and_quantization_each_have_a_conversion_of_their_own(model):
    other = replace(model, weights_sha256="0" * 64)
    folders = {conversion_folder(model, "int8"), conversion_folder(model, "float32"), conversion_folder(other, "int8")}
    assert len(folders) == 3


def test_another_converter_makes_another_conversion(model, monkeypatch):
    before = conversion_folder(model, "int8")
    monkeypatch.setattr(conversion, "version", lambda _: "9.9.9")
    assert conversion_folder(model, "int8") != before


def test_a_conversion_killed_half_way_leaves_nothing_that_is_loaded(model, monkeypatch):
    def killed(_model, _quantization, _codec, part):
        part.mkdir()
        (part / "model.bin").write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(conversion, "_convert", killed)
        with pytest.raises(KeyboardInterrupt):
            converted(model, "int8", Codec(model))
    folder = conversion_folder(model, "int8")
    assert not folder.exists()
    assert (converted(model, "int8", Codec(model)) / "model.bin").stat().st_size > 1000
    assert [path.name for path in folder.parent.iterdir() if path.is_dir()] == [folder.name]


def test_a_home_that_cannot_be_written_is_said(model, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TEZY_HOME", str(tmp_path / "file"))
    with pytest.raises(OutputError, match="cannot be written"):
        converted(model, "int8", Codec(model))


def test_every_token_keeps_its_place_in_the_converted_vocabulary(tiny_model):
    for name in ("nllb", "m2m100", "madlad", "mt5", "bart"):
        codec = Codec(tiny_model(name))
        folder = converted(tiny_model(name), "float32", codec)
        vocabulary = json.loads((folder / "shared_vocabulary.json").read_text(encoding="utf-8"))
        assert len(vocabulary) == len(set(vocabulary)) == codec.settings["vocab_size"]
        for code in (*codec.first_target, *codec.encode(["a"])[0]):
            assert vocabulary[code] == codec.tokens([code])[0]


def test_an_architecture_that_ctranslate2_does_not_know_points_to_the_other_engine(tiny_model, tmp_path):
    from transformers import LEDConfig, LEDForConditionalGeneration

    shutil.copytree(tiny_model("bart").folder, tmp_path / "led")
    config = LEDConfig(
        vocab_size=424,
        d_model=16,
        encoder_layers=1,
        decoder_layers=1,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=16,
        decoder_ffn_dim=16,
        max_encoder_position_embeddings=128,
        max_decoder_position_embeddings=128,
        attention_window=8,
    )
    LEDForConditionalGeneration(config).save_pretrained(tmp_path / "led")
    model = model_at(tmp_path / "led", "led", family="bart", job="summarize")
    with pytest.raises(ModelError, match='Set engine = "transformers"'):
        load_generator(model, GenerationConfig(device="cpu", max_new_tokens=8))
    assert not conversion_folder(model, "int8").exists()
