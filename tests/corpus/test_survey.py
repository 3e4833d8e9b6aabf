from dataclasses import replace
from itertools import pairwise

import pytest

from pipeline.corpus.pair import Pair
from pipeline.corpus.survey import Survey
from tests.corpus.texts import pairs


def faults(rows: list[Pair]) -> list[str]:
    survey = Survey()
    for row in rows:
        survey.add(row)
    return survey.faults()


def test_an_aligned_corpus_has_no_fault_and_is_counted() -> None:
    survey = Survey()
    for row in pairs(300):
        survey.add(row)
    assert survey.faults() == []
    assert (survey.pairs, survey.corpora["news"].pairs) == (300, 300)
    assert survey.corpora["news"].english_words == sum(len(row.en.split()) for row in pairs(300))


def test_swapped_columns_are_called_the_wrong_direction() -> None:
    (fault,) = faults([replace(row, uk=row.en, en=row.uk) for row in pairs(100)])
    assert "wrong direction" in fault
    assert "made:0" in fault


def test_a_corpus_in_other_languages_is_refused() -> None:
    (fault,) = faults([replace(row, uk=row.en) for row in pairs(100)])
    assert "not Ukrainian with English: only 0%" in fault


@pytest.mark.parametrize("slipped_from", [0, 100])
def test_lines_that_slipped_are_recognised_by_their_numbers(slipped_from: int) -> None:
    rows = pairs(200)
    english = [row.en for row in rows]
    del english[slipped_from]
    rows = [replace(row, en=en) for row, en in zip(rows, english, strict=False)]
    (fault,) = faults(rows)
    assert "misaligned: the numbers of" in fault


def test_lines_that_slipped_are_recognised_by_their_lengths_where_there_are_no_numbers() -> None:
    def spelled(text: str) -> str:
        return "".join(" багато" if c.isdigit() else c for c in text)

    rows = [
        replace(row, uk=spelled(row.uk), en=row.en.translate(str.maketrans("", "", "0123456789"))) for row in pairs(300)
    ]
    assert faults(rows) == []
    shifted = [replace(row, en=other.en) for row, other in pairwise(rows)]
    (fault,) = faults(shifted)
    assert "misaligned: the lengths" in fault
