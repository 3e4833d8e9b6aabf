import json

import pytest

from pipeline.errors import InputError
from pipeline.evaluate.test_sets import bundled_test_set, read_test_set
from tests.evaluate.outputs import own_test_set


def test_the_bundled_test_set_has_sentences_and_key_points_in_both_languages():
    found = own_test_set()
    assert len(found.translations) == 733
    assert [len(found.summaries[language]) for language in ("uk", "en")] == [56, 56]


def test_no_key_point_is_in_what_a_summarizer_is_given():
    for examples in own_test_set().summaries.values():
        for example in examples:
            given = {sentence.text for sentence in example.sentences} | {example.title}
            assert not given & set(example.reference.split("\n"))


def test_of_gold_articles_only_the_held_out_are_measured_on(tmp_path):
    article = "#A {} | topic\nT: Заголовок {} ||| Headline {}\nS: Речення. ||| A sentence.\nK: Теза. ||| A point.\n\n"
    text = "".join(article.replace("{}", str(number)) for number in (9, 10, 11))
    (tmp_path / "x01.txt").write_text(text, encoding="utf-8")
    assert {example.document for example in read_test_set(tmp_path).translations} == {"x01#10"}


def test_json_lines_give_sentences_and_articles(tmp_path):
    rows = [
        {
            "source": "Перше речення.",
            "reference": "The first.",
            "document": "a",
            "outlet": "X",
            "key_points": ["Теза."],
        },
        {"source": "Друге речення.", "reference": "The second.", "document": "a", "outlet": "X"},
    ]
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    found = read_test_set(path)
    assert [example.outlet for example in found.translations] == ["X", "X"]
    (article,) = found.summaries["uk"]
    assert article.source == "Перше речення.\nДруге речення."
    assert article.reference == "Теза."


def test_a_folder_of_line_files_is_read_as_wmt_has_it(tmp_path):
    (tmp_path / "source.uk").write_text("Раз.\nДва.\n", encoding="utf-8")
    (tmp_path / "reference.en").write_text("One.\nTwo.\n", encoding="utf-8")
    (tmp_path / "some-system.en").write_text("One.\nTwo!\n", encoding="utf-8")
    assert [example.reference for example in read_test_set(tmp_path).translations] == ["One.", "Two."]


def test_files_the_wrong_way_round_are_refused(tmp_path):
    (tmp_path / "x.uk").write_text("One.\n", encoding="utf-8")
    (tmp_path / "x.en").write_text("Раз.\n", encoding="utf-8")
    with pytest.raises(InputError, match="expected Ukrainian, found English"):
        read_test_set(tmp_path / "x.uk")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{"reference": "x"}', "source must be a text"),
        ('{"source": "Раз.", "key_points": "Теза."}', "key_points must be a list"),
        ("[1]", "expected a JSON object"),
        ("{", "expected a JSON object"),
        ('{"source": "Раз.", "language": "pl"}', "language must be"),
        ('{"source": "Раз."}', "nothing to measure on"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_what_is_wrong(tmp_path, row, said):
    path = tmp_path / "set.jsonl"
    path.write_text(row, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_test_set(path)


def test_what_could_change_a_score_changes_the_digest(tmp_path):
    (tmp_path / "x.uk").write_text("Раз.\n", encoding="utf-8")
    (tmp_path / "x.en").write_text("One.\n", encoding="utf-8")
    first = read_test_set(tmp_path / "x.en").digest
    assert first == read_test_set(tmp_path / "x.uk").digest
    (tmp_path / "x.en").write_text("Once.\n", encoding="utf-8")
    assert first != read_test_set(tmp_path / "x.en").digest


def test_no_data_is_told_with_the_formats_there_are(tmp_path):
    with pytest.raises(InputError, match="--data takes a .jsonl file"):
        read_test_set(tmp_path / "none")


def test_the_bundled_test_set_says_what_it_is():
    assert "CC0" in (bundled_test_set() / "README.md").read_text(encoding="utf-8")


def test_a_run_of_another_shape_is_refused_with_the_line(tmp_path):
    (tmp_path / "briefs.jsonl").write_text('{"article": {"id": 1}}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"briefs\.jsonl:1: expected an article of a finished run"):
        read_test_set(tmp_path)
