import time
from dataclasses import replace

import pytest

from pipeline.records import KeyPoint
from pipeline.summarize.chances import word_features
from pipeline.summarize.compress import compress
from pipeline.summarize.cuts import shortened
from pipeline.summarize.document import Document
from pipeline.summarize.extractive import ExtractiveSummarizer, choose
from pipeline.summarize.features import find_candidates
from pipeline.summarize.quotations import find_quoted
from pipeline.summarize.weights import weights_of
from tests.summarize.documents import LIBRARY_EN, LIBRARY_UK, document

LIBRARIES = [document("uk", LIBRARY_UK), document("en", LIBRARY_EN)]


@pytest.mark.parametrize("library", LIBRARIES, ids=["uk", "en"])
def test_three_points_come_out_in_article_order_and_name_their_sentences(library: Document) -> None:
    points = choose(library, 3)
    indices = [index for point in points for index in point.sentences]
    assert len(points) == 3
    assert indices == sorted(indices)
    for point in points:
        (sentence,) = [s for s in library.sentences if s.index == point.sentences[0]]
        whole = compress(sentence.text, library.language)
        assert point.text in (whole, *shortened(whole, library.language))
        assert point.language == library.language


@pytest.mark.parametrize("library", LIBRARIES, ids=["uk", "en"])
def test_the_lead_is_chosen(library: Document) -> None:
    assert choose(library, 1)[0].sentences == (1,)


@pytest.mark.parametrize("library", LIBRARIES, ids=["uk", "en"])
def test_titles_headings_questions_reminders_quotations_and_source_notes_are_never_chosen(library: Document) -> None:
    text = " ".join(point.text for point in choose(library, 20))
    for taboo in ("Що змінилося", "Нагадаємо", "?", "дочекаємося", "Про це", "оновлену"):
        assert taboo not in text
    for taboo in ("What has", "reminder", "believe", "This was", "Renovated"):
        assert taboo not in text


@pytest.mark.parametrize("library", LIBRARIES, ids=["uk", "en"])
def test_a_sentence_that_opens_with_a_pronoun_comes_last(library: Document) -> None:
    usable = choose(library, 20)
    without_it = choose(library, len(usable) - 1)
    pronoun = [point.text for point in usable if point not in without_it]
    assert pronoun[0].startswith(("Він", "It is"))


def test_a_chosen_sentence_loses_its_connective() -> None:
    texts = [point.text for point in choose(LIBRARIES[0], 20)]
    assert "Фонд поповнили чотирма тисячами нових книжок, половину яких придбали коштом читачів." in texts


def test_a_sentence_told_twice_is_chosen_once() -> None:
    twice = document(
        "uk",
        """
        L: Міська рада Черкас ухвалила бюджет на наступний рік.
        P: Бюджет на наступний рік ухвалила міська рада Черкас.
        P: На ремонт доріг передбачили 80 мільйонів гривень.
        """,
    )
    assert [point.sentences for point in choose(twice, 3)] == [(0,), (2,)]


def test_fewer_points_come_out_only_where_fewer_sentences_are_usable() -> None:
    short = document(
        "en", "L: The bridge in Rivne opens in May.\nP: Will it open? Nobody knows.\nH: A long heading here"
    )
    assert [point.text for point in choose(short, 3)] == ["The bridge in Rivne opens in May."]
    assert choose(Document("en", "", ()), 3) == ()
    assert choose(short, 0) == ()


def test_points_already_written_are_not_told_again() -> None:
    written = KeyPoint("Після дворічного ремонту запрацювала міська бібліотека Вінниці.", "uk", (1,))
    assert (1,) not in [point.sentences for point in choose(LIBRARIES[0], 20, [written])]


def test_sentence_indices_are_the_articles_own_where_the_lead_is_hidden() -> None:
    hidden = replace(
        LIBRARIES[0], sentences=tuple(s for s in LIBRARIES[0].sentences if s.role not in ("title", "lead"))
    )
    assert all(point.sentences[0] >= 3 for point in choose(hidden, 3))


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    for library in LIBRARIES:
        weights = weights_of(library.language)
        (first, *_) = find_candidates(library)
        of_words = word_features(library, find_quoted(library.sentences)).values()
        assert set(first.features) == set(weights.sentences)
        assert {"any"}.union(*of_words) == set(weights.words)


def test_as_many_results_come_out_as_documents_went_in() -> None:
    summarizer = ExtractiveSummarizer()
    results = summarizer.key_points([*LIBRARIES, Document("uk", "", ())], 3)
    assert [len(points) for points in results] == [3, 3, 0]


def test_the_extractive_summarizer_has_an_identity_and_nothing_to_load() -> None:
    summarizer = ExtractiveSummarizer()
    summarizer.key_points(LIBRARIES, 3)
    assert summarizer.identity()["model"] == "extractive"
    assert summarizer.loaded is False


@pytest.mark.parametrize("line", ["Бюджет міста на рік {0} ухвалили.", "Слово{0} слово{1} слово{2} слово{3} слово{4}."])
def test_an_article_of_thousands_of_sentences_takes_time_in_proportion(line: str) -> None:
    def seconds(sentences: int) -> float:
        lines = (line.format(*(97 * n + place for place in range(5))) for n in range(sentences))
        long = document("en", "".join(f"P: {text}\n" for text in lines))
        start = time.perf_counter()
        assert choose(long, 3)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(4000) < 30 * max(seconds(400), 0.02)
