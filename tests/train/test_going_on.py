"""Going on with a model of any family."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.catalogue.find import find_model
from pipeline.config import GenerationConfig
from pipeline.corpus.pair import Pair
from pipeline.engines.codec import Codec
from pipeline.engines.load import load_generator
from pipeline.errors import ModelError
from pipeline.train import encoded
from pipeline.train.codec import TrainingCodec
from pipeline.train.config import TrainConfig
from pipeline.train.encoded import Encoded
from pipeline.train.example import Example
from pipeline.train.log import read_log
from pipeline.train.translator import train_translator
from pipeline.train.writer import train_writer
from tests.corpus.texts import write_tsv
from tests.train.short import base_folder, short_config

pytestmark = pytest.mark.models


@pytest.fixture(autouse=True)
def _no_parity(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    # Random weights gone on with for six steps choose between words that are all about as likely.
    monkeypatch.setattr("pipeline.train.training._finish", lambda *_: None)


def short_pairs(number: int) -> list[Pair]:
    """Return pairs that fit the few positions of a tiny model, even spelled in bytes."""
    return [
        Pair(f"У місті {n} рад", f"The city has {n} councils", "news", f"made:{n}") for n in range(100, 100 + number)
    ]


@pytest.fixture
def config() -> TrainConfig:
    return short_config(6, data={"max_tokens": 400}, batch={"tokens": 1500}, card={"name": "ours"})


@pytest.mark.parametrize("family", ["marian", "marian-codes", "nllb", "m2m100", "t5", "madlad", "bart", "pegasus"])
def test_every_family_learns_and_its_model_folder_can_be_used(family: str, tmp_path: Path, config: TrainConfig) -> None:
    base = base_folder(family, tmp_path / "base")
    data = write_tsv(tmp_path / "a.tsv", short_pairs(150))
    out = train_translator([data], [], str(base), config, tmp_path / "out", lambda line: None)
    losses = [record["loss"] for record in read_log(tmp_path / "out" / "log.jsonl") if record["kind"] == "train"]
    assert losses[-1] < losses[0]
    model = find_model(str(out))
    before = find_model(str(base)).card
    assert (model.card.family, model.card.target_code, model.card.prompt) == (
        before.family,
        before.target_code,
        before.prompt,
    )
    assert f"from {before.name}" in model.card.about
    generator = load_generator(model, GenerationConfig(engine="transformers", device="cpu", max_new_tokens=8))
    assert len(generator.generate(["У Києві тихо."])) == 1


@pytest.mark.parametrize("family", ["marian", "madlad", "bart"])
def test_a_writer_goes_on_from_a_translator_and_again_from_itself(
    family: str, tmp_path: Path, config: TrainConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[list[int]] = []

    def encode(examples: Iterable[Example], codec: TrainingCodec, most: int) -> Encoded:
        read.append(codec.encode_sources(["У місті 7 рад"], ["points-uk"])[0])
        return encoded.encode(examples, codec, most)

    monkeypatch.setattr("pipeline.train.training.encode", encode)
    base = base_folder(family, tmp_path / "base")
    rows = [
        {"task": task, "source": pair.uk, "target": target, "corpus": "archive"}
        for pair in short_pairs(80)
        for task, target in (("points-uk", pair.uk), ("points-en", pair.en))
    ]
    data = tmp_path / "a.jsonl"
    data.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    first = train_writer([data], [], str(base), config, tmp_path / "first", lambda line: None)
    again = train_writer([data], [], str(first), config, tmp_path / "again", lambda line: None)
    card, other = find_model(str(first)).card, find_model(str(again)).card
    assert (card.target_code, card.prompt) == (other.target_code, other.prompt)
    assert "{language}" in card.target_code + card.prompt
    assert card.languages == ("uk", "en")
    for folder in (first, again):
        model = find_model(str(folder))
        asked = Codec(replace(model, card=model.card.asked_for("uk")))
        assert asked.encode(["У місті 7 рад"])[0] in read
    assert read[0] == read[-1]


@pytest.mark.parametrize("family", ["nllb", "m2m100", "bart", "t5"])
def test_a_family_is_trained_on_the_ids_that_its_own_tokenizer_makes_of_a_target(family: str, tmp_path: Path) -> None:
    from pipeline.engines.transformers_engine import decoder_start
    from pipeline.train.codec import FamilyCodec

    model = find_model(str(base_folder(family, tmp_path / "base")))
    engine = Codec(model)
    codec = FamilyCodec(engine, decoder_start(engine.settings, engine), 0)
    if family == "nllb":
        engine.tokenizer.tgt_lang = "eng_Latn"
    if family == "m2m100":
        engine.tokenizer.tgt_lang = "en"
    text = "The council approved the budget."
    assert codec.encode_targets([text]) == [engine.tokenizer(text_target=text)["input_ids"]]
    assert codec.decode(codec.encode_targets([text])[0]) == text


def test_a_base_with_changed_weights_is_refused(tmp_path: Path, config: TrainConfig) -> None:
    base = base_folder("marian", tmp_path / "base")
    with (base / "model.safetensors").open("ab") as file:
        file.write(b"\0")
    data = write_tsv(tmp_path / "a.tsv", short_pairs(150))
    with pytest.raises(ModelError, match="is not the file it should be"):
        train_translator([data], [], str(base), config, tmp_path / "out", lambda line: None)


def test_the_licence_of_a_base_cannot_be_changed(tmp_path: Path, config: TrainConfig) -> None:
    base = base_folder("marian", tmp_path / "base")
    text = (base / "card.toml").read_text(encoding="utf-8")
    text = text.replace('"CC0-1.0"', '"CC-BY-NC-4.0"').replace("commercial_use = true", "commercial_use = false")
    (base / "card.toml").write_text(text, encoding="utf-8")
    data = write_tsv(tmp_path / "a.tsv", short_pairs(150))
    out = train_translator([data], [], str(base), config, tmp_path / "out", lambda line: None)
    card = find_model(str(out)).card
    assert (card.license, card.commercial_use) == ("CC-BY-NC-4.0", False)


def test_new_tasks_get_pieces_of_their_own_before_the_padding(tmp_path: Path) -> None:
    import torch

    from pipeline.train.building import add_tasks, load_base
    from pipeline.train.codec import MarianCodec

    base = base_folder("marian", tmp_path / "base")
    model = load_base(find_model(str(base)), short_config(1), "cpu")
    old = json.loads((base / "vocab.json").read_text(encoding="utf-8"))
    before = model.get_input_embeddings().weight.detach().clone()
    bias = model.final_logits_bias.clone()
    folder = tmp_path / "new"
    folder.mkdir()
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes((base / name).read_bytes())
    add_tasks(model, base, folder, ["points-uk", "points-en"])
    new = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
    pad = len(old) - 1
    assert (new[">>points-uk<<"], new[">>points-en<<"], new["<pad>"]) == (pad, pad + 1, pad + 2)
    after = model.get_input_embeddings().weight.detach()
    assert torch.equal(after[:pad], before[:pad])
    assert torch.equal(after[pad + 2], before[pad])
    assert torch.equal(model.final_logits_bias[0, :pad], bias[0, :pad])
    assert model.get_output_embeddings().weight is model.get_input_embeddings().weight
    codec = MarianCodec(folder)
    (ids,) = codec.encode_sources(["Так"], ["points-en"])
    assert ids[0] == pad + 1
    mask = torch.ones(1, len(ids), dtype=torch.long)
    assert model(torch.tensor([ids]), mask, decoder_input_ids=torch.tensor([[pad + 2]])).logits.shape[-1] == pad + 3
