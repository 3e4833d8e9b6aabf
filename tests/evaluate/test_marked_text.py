from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.marked_text import Piece, mark_text
from pipeline.records import Finding

WORDS = st.lists(st.sampled_from(["one", "two", "Київ", "5", "it's", ",", "\n", " "]), max_size=12).map(" ".join)


@given(WORDS, WORDS, WORDS)
def test_the_pieces_joined_are_the_text(text, other, reference):
    assert "".join(piece.text for piece in mark_text(text, other, reference)) == text


@given(WORDS, WORDS)
def test_equal_outputs_have_no_marks(text, reference):
    assert all(not piece.mark for piece in mark_text(text, text, reference))


def test_where_outputs_differ_the_reference_decides_the_colour():
    found = mark_text("the mayor spoke on Monday", "the chief spoke on Friday", "the mayor spoke on Sunday")
    assert [(piece.text, piece.mark) for piece in found] == [
        ("the ", ""),
        ("mayor", "right"),
        (" spoke on ", ""),
        ("Monday", "wrong"),
    ]


def test_a_finding_is_marked_where_it_lies():
    finding = Finding("numbers", 0, "15 became 50", "error", 1.0, None, (4, 6))
    found = mark_text("saw 50 men", "saw 50 men", "saw 15 men", [finding])
    assert Piece("50", "", "15 became 50") in found
