import pytest

from pipeline.catalogue.model import Model
from pipeline.config import SummarizerConfig
from pipeline.store.memory import Memory
from pipeline.summarize.extractive import choose
from pipeline.summarize.rewriting import RewritingSummarizer
from tests.summarize.documents import LIBRARY_EN, LIBRARY_UK, document
from tests.summarize.fake_engine import Engine, model

UKRAINIAN, ENGLISH = document("uk", LIBRARY_UK), document("en", LIBRARY_EN)
OPTIONS = SummarizerConfig(model="writer", device="cpu", max_source_tokens=512)
LEAD = "Міська бібліотека Вінниці запрацювала після ремонту, який тривав два роки й коштував 46 мільйонів гривень."
SHORTER = "Міська бібліотека Вінниці знову працює, ремонт коштував 46 мільйонів гривень"


@pytest.fixture
def engine(engine: Engine) -> Engine:
    engine.write = lambda text: SHORTER if text == LEAD else ""
    return engine


def rewriter(memory: Memory | None = None, **options: object) -> RewritingSummarizer:
    return RewritingSummarizer(writer(), OPTIONS.model_copy(update=options), "uk", memory)


def writer(weights: str = "a" * 64) -> Model:
    return model("marian", weights=weights, target_code=">>points-uk<<", reads="sentences")


def test_a_chosen_sentence_is_given_whole_and_what_is_written_of_it_stands_in_its_place(engine: Engine) -> None:
    chosen = choose(UKRAINIAN, 3)
    (points,) = rewriter().key_points([UKRAINIAN], 3)
    whole = {sentence.index: sentence.text for sentence in UKRAINIAN.sentences}
    assert sorted(engine.generators[0].read) == sorted(whole[point.sentences[0]] for point in chosen)
    assert LEAD in engine.generators[0].read
    assert [point.sentences for point in points] == [point.sentences for point in chosen]
    assert [point.text for point in points] == [f"{SHORTER}.", *(point.text for point in chosen[1:])]


@pytest.mark.parametrize(
    "bad",
    [
        "Ремонт міської бібліотеки Вінниці коштував 64 мільйони гривень.",  # another number
        "Ремонт міської бібліотеки Житомира коштував 46 мільйонів гривень.",  # another name
        "Ремонт бібліотеки Вінниці тривав три роки й коштував 46 мільйонів гривень.",  # another number in words
        "Ремонт бібліотеки Вінниці коштував 46 мільйонів гривень, укриття — 200 місць.",  # of another sentence
        "Ремонт міської бібліотеки Вінниці назвали «найкращим за роки», він коштував 46 мільйонів гривень.",
        "Він тривав два роки й коштував 46 мільйонів гривень.",
        "Рибалки врятували оленя, який провалився під кригу.",
        "Міська бібліотека міська бібліотека міська бібліотека.",
        "",
    ],
)
def test_where_the_sentence_does_not_support_what_is_written_the_sentence_stands_in(engine: Engine, bad: str) -> None:
    engine.write = lambda text: bad if text == LEAD else ""
    assert rewriter().key_points([UKRAINIAN], 3) == [choose(UKRAINIAN, 3)]


def test_what_says_the_same_as_another_point_is_not_taken(engine: Engine) -> None:
    engine.write = lambda text: "The Vinnytsia city library has reopened after a renovation."
    summarizer = RewritingSummarizer(writer(), OPTIONS, "en", None)
    (points,) = summarizer.key_points([ENGLISH], 3)
    assert sum(point.text.startswith("The Vinnytsia city library has reopened") for point in points) == 1


def test_a_sentence_that_two_articles_share_is_written_once(engine: Engine) -> None:
    first, second = rewriter().key_points([UKRAINIAN, UKRAINIAN], 2)
    assert first == second
    assert len(engine.generators[0].read) == 2


def test_a_sentence_too_long_for_the_model_stays_as_it_is(engine: Engine) -> None:
    engine.max_source_tokens = 3
    assert rewriter().key_points([UKRAINIAN], 3) == [choose(UKRAINIAN, 3)]
    assert engine.generators[0].read == []


def test_a_second_run_loads_no_model_and_says_the_same(engine: Engine, memory: Memory) -> None:
    first = rewriter(memory)
    assert not first.loaded
    points = first.key_points([UKRAINIAN], 3)
    assert first.loaded
    again = rewriter(memory)
    assert again.key_points([UKRAINIAN], 3) == points
    assert not again.loaded


def test_what_one_batch_wrote_is_kept_when_the_next_one_dies(engine: Engine, memory: Memory) -> None:
    def die(text: str) -> str:
        if engine.generators[-1].batches[:-1]:
            raise KeyboardInterrupt
        return ""

    engine.write = die
    with pytest.raises(KeyboardInterrupt):
        rewriter(memory, batch_tokens=16).key_points([UKRAINIAN], 3)
    (paid, _) = engine.generators[0].batches
    engine.write = lambda text: ""
    rewriter(memory, batch_tokens=16).key_points([UKRAINIAN], 3)
    assert paid[0] not in engine.generators[1].read
    assert len(engine.generators[1].read) == 2


def test_other_weights_and_other_options_are_another_identity(engine: Engine, memory: Memory) -> None:
    rewriter(memory).key_points([UKRAINIAN], 3)
    RewritingSummarizer(writer("b" * 64), OPTIONS, "uk", memory).key_points([UKRAINIAN], 3)
    rewriter(memory, beam_size=1).key_points([UKRAINIAN], 3)
    assert len(engine.loaded) == 3
    assert rewriter().identity() != rewriter(beam_size=1).identity()
    assert rewriter().identity()["model"] == "writer"
