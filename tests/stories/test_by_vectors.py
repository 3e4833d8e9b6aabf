"""Articles compared by the vectors of a model: a tiny one to which texts that share words are near."""

import numpy as np
import pytest

from pipeline.config_stories import StoriesConfig
from pipeline.errors import ModelError
from pipeline.grouping import StoryWriter
from pipeline.render.records_json import article_to_json, brief_to_json, story_from_json
from pipeline.store.archive import StoryArchive
from pipeline.store.ledger import Ledger
from pipeline.store.memory import Memory
from pipeline.stories import nearest as nearest_module
from pipeline.stories.by_vectors import ByVectors
from pipeline.stories.cluster import ABSENT
from pipeline.stories.embedder import Embedder
from pipeline.stories.group import group
from pipeline.stories.make import make_embedder
from pipeline.stories.nearest import nearest
from pipeline.stories.pairs import NEIGHBOURS
from pipeline.stories.weights import DAY_PENALTY, FREE_DAYS, RELATED, SAME_STORY
from tests.stories.conftest import BREAD, BRIDGE, BRIDGE_RETOLD
from tests.tiny_models.encoders import build_bag_of_words
from tests.tiny_models.models import model_at

pytestmark = pytest.mark.models

CARD = {"family": "bert", "job": "embed", "pooling": "mean", "same_story": 0.65, "related": 0.5}
OTHER_JOB = {"family": "marian", "job": "translate", "pooling": None, "same_story": None, "related": None}
REPORTS = (BRIDGE, BRIDGE_RETOLD, BREAD)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("encoder")
    build_bag_of_words(made, "\n".join(text for pairs in REPORTS for pair in pairs for text in pair))
    return made


@pytest.fixture
def embedder(folder):
    def make(memory=None, **changes):
        return Embedder(model_at(folder, "words", **(CARD | changes)), memory)

    return make


@pytest.fixture
def grouped(embedder):
    def of(*briefs, earlier=(), **changes):
        articles = ByVectors(embedder(**changes))
        for brief in briefs:
            articles.add(brief)
        return group(len(briefs), articles.compare(earlier))

    return of


@pytest.mark.parametrize("english", [False, True])
def test_two_reports_of_an_event_are_one_story_and_a_third_is_none(grouped, report, english):
    briefs = [report(name, pairs, english=english) for name, pairs in zip("abc", REPORTS, strict=True)]
    assert grouped(*briefs).stories == ((0, 1), (2,))
    assert grouped(*briefs[::-1]).stories == ((0,), (1, 2))


def test_an_article_is_read_in_its_own_language_only_if_the_card_lists_it(grouped, report, embedder):
    bridge, retold, bread = report("a", BRIDGE), report("b", BRIDGE_RETOLD, english=True), report("c", BREAD)
    assert grouped(bridge, retold, bread, languages=("en",)).stories == ((0, 1), (2,))  # by the translation
    assert grouped(bridge, retold, bread).stories == ((0,), (1,), (2,))  # this model knows no two words for one thing
    assert embedder().text(bridge).splitlines() == [uk for uk, _ in BRIDGE]
    assert embedder(languages=("en", "de")).text(bridge).splitlines() == [en for _, en in BRIDGE]


def test_a_night_of_one_article_and_of_none(grouped, report):
    assert grouped(report("a", BREAD)).stories == ((0,),)
    assert grouped().stories == ()


def test_the_cards_two_cosines_are_where_stories_and_relations_begin(embedder, report):
    briefs = [report("a", BRIDGE), report("b", BRIDGE_RETOLD)]
    first, second = embedder().vectors([embedder().text(brief) for brief in briefs])
    cosine = float(first @ second)

    def odds(same_story, related, *told):
        articles = ByVectors(embedder(same_story=same_story, related=related))
        for brief in told or briefs:
            articles.add(brief)
        return articles.compare(()).odds.tolist()

    assert odds(cosine, cosine - 0.2) == pytest.approx([SAME_STORY], abs=1e-4)
    assert odds(cosine + 0.1, cosine) == pytest.approx([RELATED], abs=1e-4)
    assert odds(cosine + 0.1, cosine - 0.1) == pytest.approx([(SAME_STORY + RELATED) / 2], abs=1e-4)
    late = report("b", BRIDGE_RETOLD, date=f"2025-05-{10 + FREE_DAYS + 3}")
    assert odds(cosine, cosine - 0.2, briefs[0], late) == pytest.approx([SAME_STORY - 3 * DAY_PENALTY], abs=1e-4)
    below = cosine + 1.01 * (RELATED - ABSENT) * 0.1 / (SAME_STORY - RELATED)
    assert odds(below + 0.1, below) == []  # less than ABSENT, which is what a pair that is left out counts as


def test_related_stories_are_found_between_the_two_cosines(grouped, report):
    briefs = [report("a", BRIDGE), report("b", BRIDGE_RETOLD), report("c", BREAD)]
    found = grouped(*briefs, same_story=0.9, related=0.6)
    assert found.stories == ((0,), (1,), (2,))
    assert found.related == ((1,), (0,), ())


def test_a_story_of_an_earlier_night_is_found_again_by_its_vector(grouped, report, embedder):
    before = ByVectors(embedder())
    for name, pairs in (("a", BRIDGE), ("b", BREAD), ("c", BRIDGE)):
        before.add(report(name, pairs, date="2025-05-09"))
    before.compare(())
    kept = [before.merged([1]), before.merged([0, 2])]
    found = grouped(report("d", BRIDGE_RETOLD), report("e", BRIDGE_RETOLD), earlier=kept)
    assert found.stories == ((0, 1),)
    assert found.earlier == (1,)
    assert grouped(report("d", BRIDGE_RETOLD, date="2025-06-09"), earlier=kept).earlier == (None,)  # a month later


def test_what_is_kept_of_a_story_is_the_direction_of_the_mean_and_its_last_day(embedder, report):
    briefs = [report("a", BRIDGE, date="2025-05-09"), report("b", BRIDGE_RETOLD, date="2025-05-11")]
    articles = ByVectors(embedder())
    for brief in briefs:
        articles.add(brief)
    articles.compare(())
    mean = embedder().vectors([embedder().text(brief) for brief in briefs]).mean(axis=0)
    day, vector = np.frombuffer(articles.merged([0, 1]), "<u4")[0], np.frombuffer(articles.merged([0, 1]), "<f4")[1:]
    assert day == articles.days[1]
    assert np.allclose(vector, mean / np.linalg.norm(mean), atol=1e-6)


def test_what_was_embedded_once_is_remembered_and_no_model_loaded_for_it(embedder, monkeypatch):
    texts = [*(en for _, en in BRIDGE), BRIDGE[0][1]]
    with Memory(":memory:") as memory:
        first = embedder(memory)
        made = first.vectors(texts)
        assert first.loaded
        first.release()
        assert not first.loaded
        again = embedder(memory)
        assert np.array_equal(again.vectors(texts), made)
        assert not again.loaded
        other = embedder(memory, pooling="cls")
        assert not np.allclose(other.vectors(texts), made, atol=0.1)
        assert other.loaded  # vectors of another pooling are no use to it
    assert np.allclose(embedder().vectors(texts[::-1])[::-1], made, atol=1e-5)


def test_a_killed_run_has_what_it_embedded_batch_by_batch(embedder, monkeypatch):
    monkeypatch.setattr("pipeline.stories.embedder.BATCH_TOKENS", 1)
    texts = [en for _, en in BRIDGE]
    with Memory(":memory:") as memory:
        killed = embedder(memory)
        killed.vectors(texts[:1])
        encode, calls = killed._encoder.vectors, []

        def fails_later(batch):
            calls.append(batch)
            if len(calls) == 3:
                raise KeyboardInterrupt
            return encode(batch)

        monkeypatch.setattr(killed._encoder, "vectors", fails_later)
        with pytest.raises(KeyboardInterrupt):
            killed.vectors(texts)
        done = [texts[0], *(text for batch in calls[:2] for text in batch)]
        again = embedder(memory)
        again.vectors(done)
        assert (len(done), again.loaded) == (3, False)


def test_the_identity_holds_what_could_change_a_story(embedder):
    plain = embedder()
    changes = [{"same_story": 0.7}, {"related": 0.4}, {"languages": ("en",)}, {"prompt": "query: "}, {"pooling": "cls"}]
    assert all(embedder(**change).identity() != plain.identity() for change in changes)
    made_by = [embedder(**change).made_by == plain.made_by for change in changes]
    assert made_by == [True, True, True, False, False]  # a vector depends on neither cosines nor languages


def test_the_nearest_are_the_nearest(monkeypatch):
    chance = np.random.default_rng(1)
    rows = chance.normal(size=(150, 8)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    all_cosines = rows @ rows.T
    monkeypatch.setattr(nearest_module, "_BLOCK", 1000)  # six rows at a time
    row, other, cosine = nearest(rows)
    assert np.allclose(cosine, all_cosines[row, other], atol=1e-6)
    for number in range(len(rows)):
        mine = other[row == number]
        assert len(set(mine)) == NEIGHBOURS
        assert number not in mine
        left_out = np.setdiff1d(np.arange(150), [*mine, number])
        assert all_cosines[number, mine].min() >= all_cosines[number, left_out].max() - 1e-6
    row, other, _ = nearest(rows[:5])  # fewer than neighbours: each has all the others
    assert sorted(zip(row.tolist(), other.tolist(), strict=True)) == [
        (a, b) for a in range(5) for b in range(5) if a != b
    ]
    row, other, cosine = nearest(rows[:3], rows[100:])
    assert (len(row), other.max() < 50) == (3 * NEIGHBOURS, True)
    assert np.allclose(cosine, all_cosines[row, 100 + other], atol=1e-6)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (OTHER_JOB, "is a model to translate with; stories.model must be one to embed with"),
        ({"same_story": None, "related": None}, "must state same_story and related"),
        ({"related": None}, "must state same_story and related"),
        ({"languages": ("uk",)}, "reads uk; stories.model must read en"),
    ],
)
def test_a_model_that_articles_cannot_be_compared_by_is_refused_with_what_to_type(folder, monkeypatch, changes, said):
    model = model_at(folder, "words", **(CARD | changes))
    monkeypatch.setattr("pipeline.stories.make.find_model", lambda name, lock: model)
    with pytest.raises(ModelError, match=said):
        make_embedder(StoriesConfig(model="words"), None)


def test_terms_need_no_model():
    assert make_embedder(StoriesConfig(), None) is None


@pytest.fixture
def told(folder, glossary, monkeypatch, tmp_path):
    """Tell a night's stories, by a model or by terms; all these nights share an archive."""
    nights = iter(range(100))

    def tell(night, *briefs, model="words", **changes):
        found = model_at(folder, "words", **(CARD | changes))
        monkeypatch.setattr("pipeline.stories.make.find_model", lambda name, lock: found)
        config = StoriesConfig(model=model)
        number = next(nights)
        with (
            Ledger(tmp_path / f"{number}.sqlite") as ledger,
            StoryArchive(tmp_path / "stories.sqlite") as archive,
        ):
            ledger.add_read([(one.article.source, article_to_json(one.article)) for one in briefs])
            ledger.add_briefs(list(enumerate(map(brief_to_json, briefs))))
            StoryWriter(config, glossary, None).write(ledger, archive, archive, night, f"run {number}")
            return [story_from_json(ledger.story(one)) for one in range(ledger.story_count)]

    return tell


def test_a_story_goes_on_the_next_night_if_it_is_compared_by_the_same_model(told, report):
    first, bread = told("2025-05-10", report("a", BRIDGE), report("b", BREAD))
    (second,) = told("2025-05-11", report("c", BRIDGE_RETOLD, date="2025-05-11"))
    assert (second.id, second.day) == (first.id, 2)
    (third,) = told("2025-05-12", report("d", BRIDGE, date="2025-05-12"))
    assert (third.id, third.day) == (first.id, 3)
    assert bread.id != first.id


def test_vectors_of_another_model_and_terms_are_not_compared_with_it(told, report):
    (first,) = told("2025-05-10", report("a", BRIDGE))
    (by_another,) = told("2025-05-11", report("b", BRIDGE, date="2025-05-11"), pooling="cls")
    (by_terms,) = told("2025-05-12", report("c", BRIDGE, date="2025-05-12"), model="terms")
    (by_terms_again,) = told("2025-05-13", report("d", BRIDGE, date="2025-05-13"), model="terms")
    (by_the_first,) = told("2025-05-14", report("e", BRIDGE, date="2025-05-14"))
    assert [one.day for one in (first, by_another, by_terms, by_terms_again, by_the_first)] == [1, 1, 1, 2, 5]
    assert by_the_first.id == first.id
