import pytest

from pipeline.catalogue.model import Model
from pipeline.config import SummarizerConfig
from pipeline.store.memory import Memory
from pipeline.summarize.abstractive import AbstractiveSummarizer
from pipeline.summarize.document import Document
from pipeline.summarize.extractive import choose
from tests.summarize.documents import LIBRARY_EN, LIBRARY_UK, document
from tests.summarize.fake_engine import Engine, model

UKRAINIAN, ENGLISH = document("uk", LIBRARY_UK), document("en", LIBRARY_EN)
OPTIONS = SummarizerConfig(model="writer", device="cpu", max_source_tokens=512)
GOOD = "Ремонт міської бібліотеки Вінниці тривав два роки."


@pytest.fixture
def engine(engine: Engine) -> Engine:
    engine.write = lambda text: GOOD
    return engine


def test_points_are_written_linked_and_filled_up(engine: Engine) -> None:
    summarizer = AbstractiveSummarizer(model(), OPTIONS, "uk", None)
    (points,) = summarizer.key_points([UKRAINIAN], 3)
    assert len(points) == 3
    assert (points[0].text, points[0].sentences) == (GOOD, (1,))
    assert all(point.language == "uk" and point.sentences for point in points)


def test_a_sequence_to_sequence_model_reads_the_body_without_title_and_headings(engine: Engine) -> None:
    AbstractiveSummarizer(model(), OPTIONS, "uk", None).key_points([UKRAINIAN], 3)
    (text,) = engine.generators[0].read
    assert text.startswith("Міська бібліотека Вінниці запрацювала")
    assert "Що змінилося" not in text
    assert "оновлену" not in text


def test_a_long_article_is_read_in_pieces_and_each_gives_its_first_point_first(engine: Engine) -> None:
    engine.max_source_tokens = 60
    engine.write = lambda text: " ".join(text.replace("Водночас ф", "Ф").split(". ")[:1]).rstrip(".") + "."
    (points,) = AbstractiveSummarizer(model(), OPTIONS, "uk", None).key_points([UKRAINIAN], 3)
    pieces = engine.generators[0].read
    assert len(pieces) > 1
    assert all(piece.endswith((".", "?", "»", "».")) for piece in pieces)
    assert len(points) == 3


def test_the_model_is_loaded_when_the_first_article_asks_for_it(engine: Engine) -> None:
    summarizer = AbstractiveSummarizer(model(), OPTIONS, "uk", None)
    summarizer.identity()
    assert summarizer.key_points([], 3) == []
    assert (summarizer.loaded, engine.loaded) == (False, [])
    summarizer.key_points([UKRAINIAN, UKRAINIAN], 3)
    assert summarizer.loaded
    assert len(engine.loaded) == 1


def test_a_second_run_loads_no_model_and_says_the_same(engine: Engine, memory: Memory) -> None:
    documents = [UKRAINIAN, Document("uk", "", ())]
    first = AbstractiveSummarizer(model(), OPTIONS, "uk", memory).key_points(documents, 3)
    again = AbstractiveSummarizer(model(), OPTIONS, "uk", memory)
    assert again.key_points(documents, 3) == first
    assert not again.loaded
    assert len(engine.loaded) == 1


@pytest.mark.parametrize(
    ("other", "options"),
    [
        (model(weights="b" * 64), OPTIONS),
        (model(prompt="summarize: "), OPTIONS),
        (model("t5"), OPTIONS),
        (model(), OPTIONS.model_copy(update={"beam_size": 1})),
        (model(), OPTIONS.model_copy(update={"max_source_tokens": 100})),
        (model(), OPTIONS.model_copy(update={"compute_type": "float32"})),
        (model(), OPTIONS.model_copy(update={"engine": "transformers"})),
    ],
)
def test_the_memory_of_one_model_never_serves_another(
    engine: Engine, memory: Memory, other: Model, options: SummarizerConfig
) -> None:
    AbstractiveSummarizer(model(), OPTIONS, "uk", memory).key_points([UKRAINIAN], 3)
    AbstractiveSummarizer(other, options, "uk", memory).key_points([UKRAINIAN], 3)
    assert len(engine.loaded) == 2


def test_the_size_of_batches_is_no_part_of_the_identity(engine: Engine) -> None:
    small = AbstractiveSummarizer(model(), OPTIONS.model_copy(update={"batch_tokens": 64}), "uk", None)
    assert small.identity() == AbstractiveSummarizer(model(), OPTIONS, "uk", None).identity()
    assert small.identity()["model"] == "writer"


def test_what_a_batch_wrote_is_kept_when_the_next_one_dies(engine: Engine, memory: Memory) -> None:
    short = document("uk", "L: Міст у Рівному відкриють у травні після ремонту.")

    def die(text: str) -> str:
        if "Міст" in text:
            raise KeyboardInterrupt
        return GOOD

    engine.write = die
    options = OPTIONS.model_copy(update={"batch_tokens": 64})
    with pytest.raises(KeyboardInterrupt):
        AbstractiveSummarizer(model(), options, "uk", memory).key_points([short, UKRAINIAN], 3)
    engine.write = lambda text: GOOD
    AbstractiveSummarizer(model(), options, "uk", memory).key_points([short, UKRAINIAN], 3)
    assert engine.generators[1].read == ["Міст у Рівному відкриють у травні після ремонту."]


def test_batches_hold_no_more_tokens_than_configured(engine: Engine) -> None:
    documents = [document("uk", f"L: Міст номер {n} у Рівному відкриють у травні після ремонту.") for n in range(20)]
    options = OPTIONS.model_copy(update={"batch_tokens": 64})
    results = AbstractiveSummarizer(model(), options, "uk", None).key_points(documents, 1)
    assert [points[0].text.split()[2] for points in results] == [str(n) for n in range(20)]
    generator = engine.generators[0]
    assert all(max(generator.count_tokens(batch)) * len(batch) <= 64 for batch in generator.batches)
    assert len(generator.batches) == 4


def test_an_instruction_model_is_asked_for_the_number_of_points_with_the_title(engine: Engine) -> None:
    engine.write = lambda text: f"Ось тези:\n1. {GOOD}\n2. Місто шукає 12 мільйонів гривень на зимовий сад."
    summarizer = AbstractiveSummarizer(model("causal"), OPTIONS, "uk", None)
    (points,) = summarizer.key_points([UKRAINIAN], 2)
    assert [point.sentences for point in points] == [(1,), (10,)]
    (question,) = engine.generators[0].read
    assert " 2 " in question.splitlines()[0]
    assert "У Вінниці відкрили оновлену міську бібліотеку" in question


def test_an_instruction_models_own_prompt_is_used_once(engine: Engine) -> None:
    summarizer = AbstractiveSummarizer(model("causal", "Name {points} facts.\n\n{text}"), OPTIONS, "en", None)
    summarizer.key_points([ENGLISH], 5)
    assert engine.generators[0].read[0].startswith("Name 5 facts.\n\nRenovated city library")
    assert engine.loaded[0].card.prompt == ""


def test_an_instruction_model_is_asked_again_for_another_number_of_points(engine: Engine, memory: Memory) -> None:
    for points in (2, 3):
        AbstractiveSummarizer(model("causal"), OPTIONS, "uk", memory).key_points([UKRAINIAN], points)
    assert len(engine.loaded) == 2


def test_an_article_that_no_piece_holds_gets_chosen_points(engine: Engine) -> None:
    engine.max_source_tokens = 3
    summarizer = AbstractiveSummarizer(model(), OPTIONS, "uk", None)
    assert summarizer.key_points([UKRAINIAN], 3)[0] == choose(UKRAINIAN, 3)


def test_a_model_that_writes_nonsense_gets_chosen_points(engine: Engine) -> None:
    engine.write = lambda text: "бла бла бла бла бла бла"
    summarizer = AbstractiveSummarizer(model(), OPTIONS, "uk", None)
    assert summarizer.key_points([UKRAINIAN], 3)[0] == choose(UKRAINIAN, 3)
