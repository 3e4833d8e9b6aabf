import re

import pytest

from pipeline.config import TranslateConfig
from pipeline.engines.generator import Output
from pipeline.errors import ModelError
from pipeline.store.memory import Memory
from pipeline.translate import translator as translator_module
from pipeline.translate.translated import Translated
from pipeline.translate.translator import Translator
from tests.tiny_models.card import CARD


class Echo:
    """A generator that writes each source in capitals, a word being a token, and remembers what it was given."""

    max_source_tokens = 6

    def __init__(self, answers=None):
        self.answers = answers or {}
        self.sureness = None
        self.batches = []

    def count_tokens(self, texts):
        return [len(text.split()) for text in texts]

    def outputs(self, texts):
        return [Output(text, self.sureness) for text in self.generate(texts)]

    def generate(self, texts, *, greedy=False):
        assert all(count <= self.max_source_tokens for count in self.count_tokens(texts))
        self.batches.append(list(texts))
        return [self.answers.get((text, greedy), text.upper()) for text in texts]

    @property
    def seen(self):
        return [text for batch in self.batches for text in batch]


@pytest.fixture
def card(tmp_path):
    """Return a function that writes the folder of a model that is never loaded, and returns its path."""

    def write(name="echo", job="translate", sha="0" * 64):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "weights").write_text("")
        (folder / "card.toml").write_text(CARD.format(name=name, job=job, sha=sha), encoding="utf-8")
        return str(folder)

    return write


@pytest.fixture
def echo(monkeypatch):
    generator = Echo()
    monkeypatch.setattr(translator_module, "load_generator", lambda model, options: generator)
    return generator


@pytest.fixture
def memory():
    with Memory(":memory:") as memory:
        yield memory


def config(model, **options):
    return TranslateConfig(model=model, device="cpu", **options)


def test_as_many_come_out_as_went_in_in_order(card, echo):
    sentences = ["Рада голосує.", "", "Reuters", "Місто спить.", "2025", "Рада голосує.", "Туман."]
    assert Translator(config(card())).translate(sentences) == [
        Translated("РАДА ГОЛОСУЄ.", "model"),
        Translated("", "passed"),
        Translated("Reuters", "passed"),
        Translated("МІСТО СПИТЬ.", "model"),
        Translated("2025", "passed"),
        Translated("РАДА ГОЛОСУЄ.", "model"),
        Translated("ТУМАН.", "model"),
    ]


def test_the_same_sentence_is_translated_once(card, echo):
    Translator(config(card())).translate(["Сім'я вдома."] * 3 + ["Сім’я  вдома."])
    assert echo.seen == ["Сім'я вдома."]


def test_what_is_known_loads_no_model(card, echo, memory):
    first = Translator(config(card()), memory)
    written = first.translate(["Рада голосує.", "Місто спить."])
    assert first.loaded
    second = Translator(config(card()), memory)
    known = second.translate(["Місто спить.", "Рада голосує."])
    assert not second.loaded
    assert known == [Translated(one.text, "memory") for one in written[::-1]]


def test_how_sure_the_model_was_is_remembered_exactly(card, echo, memory):
    echo.sureness = -0.123456789
    written = Translator(config(card()), memory).translate(["Рада голосує.", "Reuters"])
    assert [one.sureness for one in written] == [-0.1235, None]
    assert [one.sureness for one in Translator(config(card()), memory).translate(["Рада голосує."])] == [-0.1235]


def test_what_was_translated_in_parts_is_as_sure_as_its_least_sure_part(card, echo, monkeypatch):
    long = "Рада голосує сьогодні пізно ввечері, місто спить."
    sureness = iter([-0.2, -0.9, -0.3, -0.4])
    monkeypatch.setattr(
        echo, "outputs", lambda texts: [Output(text, next(sureness)) for text in echo.generate(texts)], raising=False
    )
    (translated,) = Translator(config(card())).translate([long])
    assert len(echo.seen) > 1
    assert translated.sureness == -0.9


def test_what_needs_no_translation_loads_no_model(card, echo):
    translator = Translator(config(card()))
    translator.translate(["", "BBC", "https://example.org", "15:30"])
    assert not translator.loaded


@pytest.mark.parametrize(
    "change",
    [
        {"sha": "1" * 64},
        {"name": "another"},
        {"beam_size": 2},
        {"length_penalty": 0.5},
        {"repetition_penalty": 1.5},
        {"no_repeat_ngram_size": 3},
        {"max_new_tokens": 99},
        {"max_source_tokens": 99},
        {"engine": "transformers"},
        {"compute_type": "float32"},
    ],
)
def test_another_model_or_option_does_not_get_this_ones_translations(card, echo, memory, change):
    Translator(config(card()), memory).translate(["Рада голосує."])
    model = card(**{key: value for key, value in change.items() if key in ("sha", "name")})
    options = {key: value for key, value in change.items() if key not in ("sha", "name")}
    (found,) = Translator(config(model, **options), memory).translate(["Рада голосує."])
    assert found.origin == "model"


def test_another_size_of_batches_gets_the_same_translations(card, echo, memory):
    Translator(config(card()), memory).translate(["Рада голосує."])
    (found,) = Translator(config(card(), batch_tokens=64), memory).translate(["Рада голосує."])
    assert found.origin == "memory"


def test_a_long_sentence_is_translated_clause_by_clause_and_joined(card, echo):
    text = "Рада проголосувала за бюджет міста; мер подякував депутатам, а потім вони пішли додому разом."
    (found,) = Translator(config(card())).translate([text])
    assert found.text == text.upper()
    assert "Рада проголосувала за бюджет міста;" in echo.seen


def test_a_clause_without_words_passes_through_the_join(card, echo):
    text = " ".join(["слово"] * 10 + ["2025"] * 10)
    (found,) = Translator(config(card())).translate([text])
    assert found.text == text.upper()


def test_a_kill_loses_no_more_than_the_batch_at_work(card, echo, memory):
    long = "; ".join(["довге речення з п'яти слів"] * 3 + ["а це його останній кінець"])
    wanted = [long, *(f"Слово номер {number}" for number in range(60)), long]
    generate = echo.generate

    def killed(texts, *, greedy=False):
        if len(echo.batches) == 2:
            raise KeyboardInterrupt
        return generate(texts, greedy=greedy)

    options = config(card(), batch_tokens=64)
    echo.generate = killed
    with pytest.raises(KeyboardInterrupt):
        Translator(options, memory).translate(wanted)
    before = echo.seen
    echo.generate = generate
    resumed = Translator(options, memory).translate(wanted)
    assert len(echo.seen) == len(set(echo.seen))  # nothing twice
    assert set(before) < set(echo.seen)
    undisturbed = Translator(options).translate(wanted)
    assert [one.text for one in resumed] == [one.text for one in undisturbed]


def test_an_empty_output_is_tried_again_greedily(card, echo):
    echo.answers = {("Рада.", False): " \n", ("Рада.", True): "A council."}
    assert Translator(config(card())).translate(["Рада.", "Мер."])[0] == Translated("A council.", "model")


def test_a_sentence_of_which_the_model_says_nothing_stays_as_it_was(card, echo):
    echo.answers = {("Рада.", False): "", ("Рада.", True): ""}
    assert Translator(config(card())).translate(["Рада."]) == [Translated("Рада.", "model")]


def test_an_output_of_several_lines_becomes_one_line(card, echo):
    echo.answers = {("Рада.", False): "A council.\n\nOf a city."}
    assert Translator(config(card())).translate(["Рада."])[0].text == "A council. Of a city."


def test_progress_counts_what_is_translated(card, echo):
    told = []
    Translator(config(card(), batch_tokens=64), progress=lambda *counts: told.append(counts)).translate(
        [f"Слово {n} тут стоїть" for n in range(40)]
    )
    assert told[-1] == (40, 40)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len(told) == len(echo.batches) > 1


def test_the_identity_says_everything_but_the_batch_size(card, echo):
    identity = Translator(config(card())).identity()
    assert identity["stage"] == "translate/2"
    assert identity["compute_type"] == "int8"
    assert re.fullmatch("[0-9a-f]{64}", str(identity["weights_sha256"]))
    assert "batch_tokens" not in identity


def test_a_summarizer_is_no_translator(card):
    with pytest.raises(ModelError, match="model to summarize with"):
        Translator(config(card(job="summarize")))


@pytest.mark.models
def test_a_real_model_translates_the_same_whatever_else_is_translated(tiny_model, tmp_path, monkeypatch):
    import shutil

    from tests.tiny_models.text import sentences

    monkeypatch.setenv("TEZY_HOME", str(tmp_path / "home"))
    model = tiny_model("marian")
    folder = tmp_path / "marian"
    shutil.copytree(model.folder, folder)
    files = "\n".join(f'"{name}" = "{sha}"' for name, sha in model.files.items())
    head = CARD.format(name="marian", job="translate", sha="").split("[files]")[0]
    (folder / "card.toml").write_text(f"{head}[files]\n{files}\n", encoding="utf-8")
    texts = [*sentences(), " ".join(sentences()[:6])]  # the last is longer than the model's positions
    options = {"max_new_tokens": 16}
    together = Translator(config(str(folder), **options)).translate(texts)
    alone = Translator(config(str(folder), batch_tokens=64, **options))
    assert [alone.translate([text])[0] for text in texts] == together
    assert all(one.text for one in together)
