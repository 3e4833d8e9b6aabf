import json
from pathlib import Path

import numpy as np
import pytest

from pipeline.corpus.weights import weighted_order
from pipeline.errors import ConfigError
from pipeline.train.batches import BatchShape, Position, batches_from, sorted_batches
from pipeline.train.cards import make_card, name_from
from pipeline.train.checkpoint import Progress
from pipeline.train.config import OptimizerConfig, load_training_config
from pipeline.train.curves import write_curves
from pipeline.train.encoded import Encoded, encode
from pipeline.train.evaluation import Evaluation
from pipeline.train.example import Example
from pipeline.train.log import TrainingLog, read_log
from pipeline.train.optimizer import CoolDown, rate_at


class Letters:
    """A codec of one id a letter."""

    size, pad, end, start = 300, 299, 0, 299
    first = ()

    def encode_sources(self, texts: list[str], tasks: list[str]) -> list[list[int]]:
        return [[*map(ord, task), *map(ord, text), self.end] for text, task in zip(texts, tasks, strict=True)]

    def encode_targets(self, texts: list[str]) -> list[list[int]]:
        return [[*map(ord, text), self.end] for text in texts]

    def decode(self, ids: list[int]) -> str:
        return "".join(map(chr, ids))


def encoded(number: int) -> Encoded:
    examples = [Example("a" * (1 + n % 9), "b" * (1 + n % 7), "even" if n % 2 == 0 else "odd") for n in range(number)]
    return encode(examples, Letters(), 100)


def test_examples_come_back_from_their_arrays_as_they_went_in() -> None:
    examples = [Example("abc", "x", "one"), Example("", "yz", "two", "t"), Example("d", "w" * 30, "one")]
    found = encode(examples, Letters(), 20)
    assert [found.source(n).tolist() for n in range(2)] == [[97, 98, 99, 0], [116, 0]]
    assert [found.target(n).tolist() for n in range(2)] == [[120, 0], [121, 122, 0]]
    assert (len(found), found.too_long, list(found.corpora)) == (2, 1, ["one", "two"])


def test_a_million_pairs_of_common_length_take_a_few_hundred_megabytes() -> None:
    sentence = "x" * 30
    found = encode((Example(sentence, sentence, "c") for _ in range(20_000)), Letters(), 100)
    assert found.megabytes * 50 < 200


def test_no_batch_is_larger_than_asked_padding_counted_and_every_example_is_in_one() -> None:
    examples = encoded(500)
    batches = sorted_batches(np.arange(500), examples, 120)
    assert sorted(np.concatenate(batches).tolist()) == list(range(500))
    for batch in batches:
        width = int(examples.source_lengths[batch].max() + examples.target_lengths[batch].max())
        assert width * len(batch) <= 120


def test_an_example_longer_than_a_batch_is_a_batch_of_its_own() -> None:
    examples = encode([Example("a" * 90, "b" * 90, "c"), Example("a", "b", "c")], Letters(), 100)
    assert [batch.tolist() for batch in sorted_batches(np.arange(2), examples, 50)] == [[1], [0]]


def test_batches_go_on_from_any_position_as_if_there_had_been_no_break() -> None:
    examples, shape = encoded(300), BatchShape(tokens=100, chunk_examples=64)
    whole = batches_from(Position(), examples, [1.5, 1.0], shape, seed=5)
    taken = [next(whole) for _ in range(150)]
    assert taken[-1][1].passes > 0
    for cut in (1, 37, 120):
        resumed = batches_from(taken[cut][1], examples, [1.5, 1.0], shape, seed=5)
        assert [next(resumed)[0].tolist() for _ in range(5)] == [
            batch.tolist() for batch, _ in taken[cut + 1 : cut + 6]
        ]


def test_each_pass_has_another_order() -> None:
    examples, shape = encoded(300), BatchShape(tokens=100, chunk_examples=300)
    first = next(batches_from(Position(0, 0), examples, [1.0, 1.0], shape, seed=5))[0].tolist()
    second = next(batches_from(Position(1, 0), examples, [1.0, 1.0], shape, seed=5))[0].tolist()
    assert first != second


def test_a_weight_is_how_often_a_member_is_seen_in_a_pass() -> None:
    members = [np.arange(0, 100), np.arange(100, 200), np.arange(200, 300)]
    order = weighted_order(members, [2.25, 0.5, 0.0], np.random.default_rng(0))
    counts = np.bincount(order, minlength=300)
    assert (counts[:100].sum(), counts[100:200].sum(), counts[200:].sum()) == (225, 50, 0)
    assert counts[:100].min() == 2
    assert counts[100:200].max() == 1


def test_the_rate_rises_in_a_line_stays_and_falls_with_the_square_root() -> None:
    config = OptimizerConfig(learning_rate=1.0, warmup_steps=10, flat_steps=100)
    assert [rate_at(step, config) for step in (0, 4, 9, 50, 99, 399)] == pytest.approx([0.1, 0.5, 1, 1, 1, 0.5])


def test_the_cool_down_ends_near_zero_also_when_its_length_is_corrected_on_the_way() -> None:
    straight, corrected = CoolDown(steps_left=10), CoolDown(steps_left=10)
    for _ in range(10):
        straight.advance()
    for _ in range(5):
        corrected.advance()
    middle = corrected.factor
    corrected.steps_left = 50
    corrected.advance()
    assert 0.98 < corrected.factor / middle < 1
    for _ in range(49):
        corrected.advance()
    assert straight.factor == pytest.approx(corrected.factor)
    assert straight.factor == pytest.approx(0.02)


def test_a_log_that_is_gone_on_with_holds_no_step_twice_and_no_broken_line(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    log = TrainingLog(path, 0)
    for step in (10, 20, 30):
        log.add({"kind": "train", "step": step})
    with path.open("a") as file:
        file.write('{"kind": "tr')
    TrainingLog(path, 20).add({"kind": "train", "step": 30, "again": True})
    assert [record["step"] for record in read_log(path)] == [10, 20, 30]
    assert read_log(path)[-1]["again"]


def test_the_curves_are_one_well_formed_picture_without_outside_parts(tmp_path: Path) -> None:
    import xml.etree.ElementTree as ET

    records = [{"kind": "train", "step": 10 * n, "loss": 5 / n} for n in range(1, 30)]
    records += [{"kind": "dev", "step": 100 * n, "loss": 3 / n, "chrf": 20.0 * n} for n in range(1, 4)]
    write_curves(tmp_path / "c.svg", "A & B", records)
    root = ET.parse(tmp_path / "c.svg").getroot()
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "A & B" in texts
    assert {"training 0.172", "dev 1", "dev 60"} <= set(texts)
    assert "http" not in (tmp_path / "c.svg").read_text().replace("http://www.w3.org/2000/svg", "")


def test_the_curves_of_an_empty_log_are_an_empty_picture(tmp_path: Path) -> None:
    write_curves(tmp_path / "c.svg", "Nothing yet", [])
    assert "Nothing yet" in (tmp_path / "c.svg").read_text()


@pytest.mark.parametrize("name", ["translator", "starter", "fine-tune", "writer"])
def test_every_bundled_training_configuration_can_be_loaded(name: str) -> None:
    assert load_training_config(name).card.name == ("starter-uk-en" if name == "starter" else "")


def test_the_translator_configuration_says_the_default_of_every_key_but_of_data_and_card() -> None:
    from pipeline.train.config import TrainConfig

    stated = load_training_config("translator").model_dump(exclude={"data", "card"})
    assert stated == TrainConfig().model_dump(exclude={"data", "card"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[batch]\ntoken = 5\n", "unknown key batch.token. Did you mean tokens?"),
        ("[optimizer]\nname = 'sgd'\n", "optimizer.name must be one of: muon, adamw"),
        ("source = 'en'\n", "source and target must differ"),
        ("[model]\nheads = 7\n", "must be a multiple of twice model.heads, got 384 and 7"),
        ("seed = \n", "not valid TOML"),
    ],
)
def test_a_wrong_key_is_named_with_what_it_should_be(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "c.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_training_config(str(path))
    assert said in str(caught.value)


def test_an_unknown_configuration_name_brings_the_nearest_one() -> None:
    with pytest.raises(ConfigError, match="Did you mean translator"):
        load_training_config("translater")


def test_a_card_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    from pipeline.catalogue.card import Card, CardScore
    from pipeline.catalogue.cards import read_card
    from pipeline.train.export import card_text

    card = Card(
        name="toy",
        title='Quotes " and \\ and \n',
        family="marian",
        job="translate",
        languages=("uk", "en"),
        license="CC0-1.0",
        commercial_use=False,
        about="Про себе",
        files={"config.json": "0" * 64, "a.spm": "1" * 64},
        scores=(CardScore(test="t", metric="chrF", value=12.5, source="here"),),
    )
    (tmp_path / "card.toml").write_text(card_text(card), encoding="utf-8")
    assert read_card(tmp_path) == card
    assert json.dumps(card.title) in (tmp_path / "card.toml").read_text()


@pytest.mark.parametrize(
    ("stated", "name", "license_", "commercial"),
    [
        ({}, "v2-final", "not stated: for use in house only", False),
        ({"name": "ours", "license": "CC-BY-4.0"}, "ours", "CC-BY-4.0", True),
        ({"license": "CC-BY-NC-4.0", "commercial_use": False}, "v2-final", "CC-BY-NC-4.0", False),
    ],
)
def test_a_card_says_no_more_than_what_was_stated(
    stated: dict[str, object], name: str, license_: str, commercial: bool
) -> None:
    config = load_training_config("translator")
    config = config.model_copy(update={"card": config.card.model_copy(update=stated)})
    found = Evaluation(loss=1.0, chrf=50.0)
    own_name = name_from(Path("trained/Наша V2 final"))
    card = make_card(config, own_name, "translate", ("uk", "en"), {}, None, [], Progress(), found)
    assert (card.name, card.license, card.commercial_use) == (name, license_, commercial)
    assert name in card.title


def test_a_folder_without_latin_letters_gives_a_name_too() -> None:
    assert name_from(Path("trained/Наша")) == "our-model"
