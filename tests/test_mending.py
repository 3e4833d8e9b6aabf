import pytest

from pipeline import mending as mending_module
from pipeline.config import Config, TranslateConfig
from pipeline.engines.generator import Output
from pipeline.mending import MendingTranslator
from pipeline.store.memory import Memory
from pipeline.translate import translator as translator_module
from tests.tiny_models.card import CARD

SOURCE = "У Львові 26 жовтня відкрили нову школу."
RIGHT = "A new school opened in Lviv on October 26."
WRONG_DATE = "A new school opened in Lviv on October 16."


class Scripted:
    """A generator that says what it is told to: the best output of each source first, then the other hypotheses."""

    max_source_tokens = 200

    def __init__(self, outputs):
        self.said = outputs
        self.asked = []
        self.sureness = None

    def count_tokens(self, texts):
        return [len(text.split()) for text in texts]

    def outputs(self, texts):
        return [Output(text, self.sureness) for text in self.generate(texts)]

    def generate(self, texts, *, greedy=False):
        self.asked += texts
        return [self.said[text][0] for text in texts]

    def hypotheses(self, texts):
        self.asked += [f"hypotheses of {text}" for text in texts]
        return [self.said[text] for text in texts]


@pytest.fixture
def mending(tmp_path, monkeypatch):
    """Return a function from what the models say to a translator, and the models: one, and a second if it is given."""

    def make(outputs, second=None, memory=None, unsure_below=None):
        models = {"first": Scripted(outputs), "second": Scripted(second or {})}
        for name in models:
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            (folder / "weights").write_text(name)
            unsure = "" if unsure_below is None else f"unsure_below = {unsure_below}\n"
            card = unsure + CARD.format(name=name, job="translate", sha="0" * 64)
            (folder / "card.toml").write_text(card, encoding="utf-8")
        monkeypatch.setattr(translator_module, "load_generator", lambda model, options: models[model.card.name])
        options = {
            name: TranslateConfig(model=str(tmp_path / name), device="cpu")
            for name in (models if second else ["first"])
        }
        config = Config(translate=options["first"], second_translator=options.get("second"))
        return MendingTranslator(config, memory), models

    return make


def marked(mended):
    return [finding.message for finding in mended.findings if finding.action == "marked"]


def repaired(mended):
    return [finding.message for finding in mended.findings if finding.action == "repaired"]


def test_what_is_right_is_left_alone_and_nothing_else_is_asked_for(mending):
    translator, models = mending({SOURCE: [RIGHT, "Another."]})
    (mended,) = translator.translate([SOURCE])
    assert (mended.text, mended.findings) == (RIGHT, ())
    assert models["first"].asked == [SOURCE]


def test_a_hypothesis_without_the_error_is_taken_and_the_error_told_as_repaired(mending):
    translator, _ = mending({SOURCE: [WRONG_DATE, "A school.", RIGHT, RIGHT.replace("new", "fine")]})
    (mended,) = translator.translate([SOURCE])
    assert mended.text == RIGHT
    assert marked(mended) == []
    assert repaired(mended) == ["source says 26 жовтня, translation says October 16"]


def test_what_the_model_was_unsure_of_is_marked_and_not_mended(mending):
    translator, models = mending({SOURCE: [RIGHT, "Another."]}, unsure_below=-0.6)
    models["first"].sureness = -0.9
    (mended,) = translator.translate([SOURCE])
    assert mended.text == RIGHT
    assert [finding.check for finding in mended.findings] == ["sureness"]
    assert models["first"].asked == [SOURCE]


def test_how_sure_the_model_was_is_remembered_and_what_counts_as_unsure_is_part_of_the_run(mending):
    with Memory(":memory:") as memory:
        translator, models = mending({SOURCE: [RIGHT]}, memory=memory, unsure_below=-0.6)
        models["first"].sureness = -0.9
        written = translator.translate([SOURCE])
        again, models = mending({}, memory=memory, unsure_below=-0.6)
        assert again.translate([SOURCE])[0].findings == written[0].findings != ()
        later, _ = mending({}, memory=memory, unsure_below=-1.0)
        assert later.translate([SOURCE])[0].findings == ()
        assert later.identities() != again.identities()


def test_a_hypothesis_that_adds_an_error_is_not_taken(mending):
    translator, _ = mending({SOURCE: [WRONG_DATE, "A new school opened in Odesa on October 26."]})
    (mended,) = translator.translate([SOURCE])
    assert mended.text == WRONG_DATE
    assert marked(mended) == ["source says 26 жовтня, translation says October 16"]


def test_a_long_sentence_is_tried_in_two_parts(mending):
    first, second = "Школу у Львові відкрили 26 жовтня за участю мера,", "який подарував учням 300 книжок."
    outputs = {
        f"{first} {second}": ["The school in Lviv opened on October 26 with the mayor, who gave 30 books to pupils."],
        first: ["The school in Lviv opened on October 26 with the mayor."],
        second: ["Who gave pupils 300 books."],
    }
    translator, _ = mending(outputs)
    (mended,) = translator.translate([f"{first} {second}"])
    assert mended.text == "The school in Lviv opened on October 26 with the mayor, who gave pupils 300 books."
    assert marked(mended) == []


def test_the_second_translator_is_asked_only_for_what_is_still_wrong(mending):
    other = "Туман."
    translator, models = mending({SOURCE: [WRONG_DATE], other: ["Fog."]}, second={SOURCE: [RIGHT]})
    mended, fog = translator.translate([SOURCE, other])
    assert (mended.text, fog.text) == (RIGHT, "Fog.")
    assert models["second"].asked == [SOURCE]
    assert "second_translator" in translator.identities()


def test_a_wrong_form_of_a_name_is_set_right_by_the_glossary(mending):
    translator, models = mending({SOURCE: ["A new school opened in Lvov on October 26."]})
    (mended,) = translator.translate([SOURCE])
    assert mended.text == RIGHT
    (finding,) = mended.findings
    assert finding.action == "repaired"
    assert mended.text[slice(*finding.target_span)] == "Lviv"
    assert models["first"].asked == [SOURCE]


def test_a_translation_that_goes_round_in_circles_is_replaced_although_more_can_be_said_of_a_better_one(mending):
    loop = "the school " * 20
    translator, _ = mending({SOURCE: [loop.strip(), WRONG_DATE]})
    (mended,) = translator.translate([SOURCE])
    assert mended.text == WRONG_DATE
    assert "source says 26 жовтня, translation says October 16" in marked(mended)


def test_the_second_time_everything_comes_from_the_memory(mending):
    with Memory(":memory:") as memory:
        outputs = {SOURCE: [WRONG_DATE, "A school.", RIGHT]}
        first = mending(outputs, memory=memory)[0].translate([SOURCE])
        translator, models = mending(outputs, memory=memory)
        second = translator.translate([SOURCE])
        assert models["first"].asked == []
    assert [one.text for one in second] == [one.text for one in first] == [RIGHT]
    assert [one.findings for one in second] == [one.findings for one in first]


def test_the_same_sentence_twice_is_mended_once(mending):
    translator, models = mending({SOURCE: [WRONG_DATE, RIGHT]})
    assert [one.text for one in translator.translate([SOURCE, "2025", SOURCE])] == [RIGHT, "2025", RIGHT]
    assert models["first"].asked == [SOURCE, f"hypotheses of {SOURCE}"]


def test_the_version_of_mending_stands_in_the_identity(mending):
    translator, _ = mending({})
    assert translator.identities()["translate"]["mending"] == mending_module.MENDING
