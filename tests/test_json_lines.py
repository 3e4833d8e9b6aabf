import pytest

from pipeline.json_lines import json_object


def test_an_object_is_returned() -> None:
    assert json_object(' {"text": "Рада", "n": [1, null]}\n') == {"text": "Рада", "n": [1, None]}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": ', "not valid JSON: Expecting value at character 10"),
        ('{"text": "а\n"}', "not valid JSON: Invalid control character at character 12"),
        ('["text"]', "valid JSON, but not an object"),
        ('{"a":' * 12_000, "JSON that nests too deep"),
        ("[" * 200_000, "JSON that nests too deep"),
        ('{"a": ' + "1" * 5000 + "}", "JSON with a number of more digits than can be read"),
    ],
    ids=["cut off", "control character", "list", "nested objects", "nested lists", "digits"],
)
def test_a_line_that_holds_no_object_is_said_to_be_what_it_is(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        json_object(line)
