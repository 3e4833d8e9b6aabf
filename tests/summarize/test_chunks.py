from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.summarize.chunks import chunk_sentences

AROUND = 2  # what a model puts before and after a text


def count_words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) + AROUND for text in texts]


def sentence(number: int, words: int) -> str:
    return " ".join([f"s{number}"] * words)


def test_an_article_that_fits_is_one_piece() -> None:
    assert chunk_sentences(["a b.", "c d."], 20, count_words) == ["a b. c d."]


def test_a_long_article_is_cut_between_sentences_into_pieces_of_about_equal_length() -> None:
    sentences = [sentence(n, 9) for n in range(12)]
    pieces = chunk_sentences(sentences, 92, count_words)
    assert pieces == [" ".join(sentences[:6]), " ".join(sentences[6:])]


def test_a_sentence_longer_than_a_piece_is_left_out_whole() -> None:
    assert chunk_sentences(["a b c.", sentence(1, 50), "d e f."], 20, count_words) == ["a b c. d e f."]


@pytest.mark.parametrize("sentences", [[], ["", "  "], [sentence(1, 99)]])
def test_nothing_to_read_makes_no_piece(sentences: list[str]) -> None:
    assert chunk_sentences(sentences, 20, count_words) == []


@given(st.lists(st.integers(1, 30), max_size=40), st.integers(8, 60))
def test_no_piece_is_too_long_and_no_fitting_sentence_is_lost(lengths: list[int], most: int) -> None:
    sentences = [sentence(n, words) for n, words in enumerate(lengths)]
    pieces = chunk_sentences(sentences, most, count_words)
    assert all(size <= most for size in count_words(pieces))
    fitting = [text for text in sentences if len(text.split()) <= most - AROUND]
    assert " ".join(pieces).split() == " ".join(fitting).split()


def test_pieces_are_made_smaller_where_joining_makes_more_tokens() -> None:
    def count(texts: Sequence[str]) -> list[int]:
        return [len(text) for text in texts]  # a space between sentences is a token of its own

    pieces = chunk_sentences(["abc."] * 10, 20, count)
    assert all(len(piece) <= 20 for piece in pieces)
    assert " ".join(pieces) == " ".join(["abc."] * 10)
