import csv
import json
import tracemalloc
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.config import Columns, InputConfig
from pipeline.ingest.row_streams import csv_rows
from pipeline.records import RawDocument, Skipped
from tests.ingest.files_to_read import ENGLISH, UKRAINIAN, read, read_one, skip_one

ROW = {
    "text": UKRAINIAN,
    "title": "Притулок для лелек",
    "lead": "Притулок прийме сорок птахів.",
    "key_points": ["Перша теза.", "Друга теза."],
    "outlet": "Вісник",
    "date": "2025-05-18",
    "url": "https://visnyk.example/1",
    "language": "uk",
}


def jsonl(folder: Path, *lines: str | dict[str, Any], name: str = "wire.jsonl", encoding: str = "utf-8") -> Path:
    text = "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def parquet(folder: Path, columns: dict[str, Sequence[Any]]) -> Path:
    path = folder / "wire.parquet"
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    return path


def test_every_field_of_a_json_row_is_taken(tmp_path: Path) -> None:
    found = read_one(jsonl(tmp_path, ROW))
    assert found == RawDocument(
        source="wire.jsonl#1",
        text=UKRAINIAN.strip(),
        title="Притулок для лелек",
        lead="Притулок прийме сорок птахів.",
        key_points=("Перша теза.", "Друга теза."),
        outlet="Вісник",
        date="2025-05-18",
        url="https://visnyk.example/1",
        language="uk",
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251"])
def test_tables_in_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    assert read_one(jsonl(tmp_path, ROW, encoding=encoding)).text == UKRAINIAN.strip()


def test_csv_and_parquet_give_what_json_lines_give(tmp_path: Path) -> None:
    expected = read_one(jsonl(tmp_path, ROW))
    points = "\n".join(f"• {point}" for point in ROW["key_points"])
    cells = [str(value) if name != "key_points" else points for name, value in ROW.items()]
    table = tmp_path / "wire.csv"
    table.write_text(
        ",".join(ROW) + "\n" + ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n", encoding="utf-8"
    )
    for path in (table, parquet(tmp_path, {name: [value] for name, value in ROW.items()})):
        found = read_one(path)
        assert found.source == f"{path.name}#1"
        assert (found.text, found.key_points, found.lead) == (expected.text, expected.key_points, expected.lead)


def test_columns_are_mapped_by_the_configuration(tmp_path: Path) -> None:
    config = InputConfig(columns=Columns(text="body", title="headline"))
    found = read_one(jsonl(tmp_path, {"body": ENGLISH, "headline": "Storks", "text": "not this"}), config)
    assert (found.text, found.title) == (ENGLISH.strip(), "Storks")


def test_lists_and_what_wordpress_renders_are_read_as_their_text(tmp_path: Path) -> None:
    rendered = {"rendered": "<p>Рада &amp; лелеки.</p>\n<p>Другий абзац.</p>\n", "protected": False}
    first = {"text": ["Перший абзац. ", "", None, "Другий абзац."], "title": {"rendered": "Рада &#8212; лелекам"}}
    second = {"text": rendered, "title": ["Лелеки", "Storks"], "lead": False, "key_points": rendered, "date": 2025}
    one, two = read(jsonl(tmp_path, first, second))
    assert isinstance(one, RawDocument)
    assert isinstance(two, RawDocument)
    assert (one.text, one.title) == ("Перший абзац.\n\nДругий абзац.", "Рада — лелекам")
    assert (two.text, two.title, two.lead) == ("Рада & лелеки.\n\nДругий абзац.", "Лелеки", "")
    assert (two.key_points, two.date) == (("Рада & лелеки.", "Другий абзац."), "2025")


def test_a_cell_without_a_value_is_empty(tmp_path: Path) -> None:
    found = read_one(jsonl(tmp_path, '{"text": "Рада схвалила план", "title": NaN, "lead": null, "url": [NaN]}'))
    assert (found.title, found.lead, found.url) == ("", "", "")
    assert "no text" in skip_one(jsonl(tmp_path, '{"text": NaN}')).reason
    columns = {"text": ["Рада схвалила план"], "title": [float("nan")], "lead": [None]}
    assert read_one(parquet(tmp_path, columns)).title == ""


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": {"html": "<p>а</p>", "id": 1}}, 'Column "text" of the row holds an object with the keys html, id, '),
        ({"text": ENGLISH, "title": [["а"]]}, 'Column "title" of the row holds a list inside a list, not text.'),
        ({"text": ENGLISH, "key_points": [{"text": "а"}]}, 'Column "key_points" of the row holds an object with the'),
        ({"text": True}, 'Column "text" of the row holds only true, not text.'),
        ('{"text": ' + "[" * 900 + "]" * 900 + "}", 'Column "text" of the row holds a list inside a list'),
    ],
)
def test_a_cell_that_is_no_text_costs_its_row_and_names_the_column(
    tmp_path: Path, row: str | dict[str, Any], said: str
) -> None:
    found = skip_one(jsonl(tmp_path, row))
    assert said in found.reason
    assert "input.columns." in found.advice
    assert "bytes" in skip_one(parquet(tmp_path, {"text": [b"\xd0\xb0"]})).reason


def test_a_broken_line_costs_that_line(tmp_path: Path) -> None:
    broken = ['{"text": "обірваний', '["не", "об\'єкт"]', "[" * 200_000, '{"a":' * 12_000, '{"a": ' + "1" * 5000 + "}"]
    found = read(jsonl(tmp_path, ROW, "", *broken, {"text": None}, {"text": ENGLISH}))
    assert [one.source for one in found] == [f"wire.jsonl#{line}" for line in (1, 3, 4, 5, 6, 7, 8, 9)]
    assert [one.reason if isinstance(one, Skipped) else "" for one in found] == [
        "",
        "The line is not valid JSON: Invalid control character at character 20.",
        "The line is valid JSON, but not an object.",
        "The line is JSON that nests too deep.",
        "The line is JSON that nests too deep.",
        "The line is JSON with a number of more digits than can be read.",
        'The row has no text in column "text".',
        "",
    ]


def test_a_line_with_bytes_of_another_encoding_costs_that_line(tmp_path: Path) -> None:
    path = jsonl(tmp_path, ROW)
    path.write_bytes(
        path.read_bytes() + '{"text": "Київ"}\n'.encode("windows-1251") + json.dumps({"text": ENGLISH}).encode()
    )
    found = read(path)
    assert [isinstance(one, Skipped) for one in found] == [False, True, False]


def test_a_lone_surrogate_does_not_stop_the_run(tmp_path: Path) -> None:
    found = read_one(jsonl(tmp_path, '{"text": "Рада \\ud83d схвалила план", "key_points": ["\\udc00 теза"]}'))
    assert found.text == "Рада \ufffd схвалила план"
    assert found.id


def test_a_table_without_the_text_column_is_one_skip_that_names_its_columns(tmp_path: Path) -> None:
    rows = [{"headline": "а", "content": str(number)} for number in range(500)]
    made = [jsonl(tmp_path, *rows), parquet(tmp_path, {"headline": ["а"] * 500, "content": ["б"] * 500})]
    made.append(tmp_path / "wire.csv")
    made[-1].write_text("headline,content\n" + "а,б\n" * 500, encoding="utf-8")
    for path in made:
        found = skip_one(path)
        assert (found.source, found.reason) == (path.name, 'The table has no column "text".')
        assert "headline, content" in found.advice
        assert "input.columns.text" in found.advice


def test_a_table_of_empty_objects_is_one_skip(tmp_path: Path) -> None:
    found = skip_one(jsonl(tmp_path, {}, {}))
    assert found.reason == 'The table has no column "text".'
    assert "Its columns: none." in found.advice
    assert len(read(jsonl(tmp_path, {}, "зламаний"))) == 2


def test_rows_that_lack_the_column_before_one_that_has_it_are_skipped_one_by_one(tmp_path: Path) -> None:
    found = read(jsonl(tmp_path, {"headline": "а"}, "зламаний", ROW, {"headline": "б"}))
    assert [(one.source, isinstance(one, Skipped)) for one in found] == [
        ("wire.jsonl#1", True),
        ("wire.jsonl#2", True),
        ("wire.jsonl#3", False),
        ("wire.jsonl#4", True),
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"\n\n", "no rows"),
        ("a.csv", b"title,text\n", "no rows"),
        ("a.parquet", b"PAR1 not really", "not a Parquet table"),
        ("a.csv", b"\x00\x01\x02" * 100, "binary"),
    ],
)
def test_a_table_that_holds_nothing_is_one_skip(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert said in skip_one(tmp_path / name).reason


def test_a_parquet_table_that_is_damaged_inside_keeps_its_good_rows_or_is_skipped(tmp_path: Path) -> None:
    path = parquet(tmp_path, {"text": [f"Стаття номер {number}. " + "слово " * 200 for number in range(200)]})
    data = bytearray(path.read_bytes())
    data[100:400] = b"\xff" * 300
    path.write_bytes(bytes(data))
    found = read(path)
    assert found
    assert isinstance(found[-1], Skipped)


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_the_delimiter_of_a_csv_file_is_found(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "wire.csv"
    path.write_text(f"title{delimiter}text\nЛелеки{delimiter}Рада схвалила план\n", encoding="utf-8")
    assert (read_one(path).title, read_one(path).text) == ("Лелеки", "Рада схвалила план")


@pytest.mark.parametrize(
    ("records", "texts", "said"),
    [
        ('а,перший\nб,"другий\nв,третій\nг,четвертий\n', ["перший"], "#2: The record in lines 3 to 5 has"),
        ('а,перший\nб,"другий\nв,"третій"\nг,четвертий\n', ["перший", "четвертий"], "#2: The record in lines 3 to 4"),
        ('а,"перший\n\nабзац"\n\nб,"другий', ["перший\n\nабзац"], "#3: The record in line 6 has"),
        ('а,"перший ""у лапках""\n\n""ще"" абзац"\nб,"другий"', ['перший "у лапках"\n\n"ще" абзац', "другий"], ""),
        ('а,"перший\r\nабзац"\r\nб,другий\r\n', ["перший\r\nабзац", "другий"], ""),
    ],
    ids=["to the end", "to the next mark", "in the last line", "legal", "legal with CRLF"],
)
def test_an_open_quotation_mark_is_told_with_the_lines_it_took_in(
    tmp_path: Path, records: str, texts: list[str], said: str
) -> None:
    path = tmp_path / "wire.csv"
    path.write_bytes(f"title,text\n{records}".encode())
    found = read(path)
    assert [one.text for one in found if isinstance(one, RawDocument)] == texts
    skipped = [f"{one.source}: {one.reason}" for one in found if isinstance(one, Skipped)]
    assert len(skipped) == bool(said)
    assert all(said in one for one in skipped)


def test_csv_records_with_too_many_fields_or_an_open_quotation_mark_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "wire.csv"
    path.write_text('title,text\nа,"перший\nрядок"\nб,другий,зайве\nв,третій\n', encoding="utf-8")
    first, second, third = read(path)
    assert isinstance(first, RawDocument)
    assert first.text == "перший\nрядок"
    assert isinstance(second, Skipped)
    assert "3 fields; the header has 2" in second.reason
    assert isinstance(third, RawDocument)
    path.write_text('title,text\nа,"відкрита лапка\n' + "слово " * 40_000, encoding="utf-8")
    (found,) = read(path, config=InputConfig(max_megabytes=0.15))
    assert isinstance(found, Skipped)


def test_a_row_over_the_size_limit_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    path = jsonl(tmp_path, {"text": "слово " * 5000}, {"text": ENGLISH})
    found = read(path, config=InputConfig(max_megabytes=0.02))
    assert [isinstance(one, Skipped) for one in found] == [True, False]


def test_dates_of_a_parquet_column_become_iso(tmp_path: Path) -> None:
    path = parquet(tmp_path, {"text": ["а б", "в г"], "date": [datetime(2025, 5, 18, 9, tzinfo=UTC)] * 2})
    assert [one.date for one in read(path) if isinstance(one, RawDocument)] == ["2025-05-18T09:00:00+00:00"] * 2
    path = parquet(tmp_path, {"text": ["а б"], "date": [date(2025, 5, 18)]})
    assert read_one(path).date == "2025-05-18"


def test_names_that_look_like_patterns_are_read(tmp_path: Path) -> None:
    path = parquet(tmp_path, {"text": ["Рада схвалила план."]})
    odd = path.rename(tmp_path / "hf*[1] ??.parquet")
    assert read_one(odd).text == "Рада схвалила план."


def test_nothing_is_written_into_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import datasets.config

    cache = tmp_path / "cache"
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", cache)
    read(jsonl(tmp_path, ROW))
    read(parquet(tmp_path, {"text": ["Рада схвалила план."]}))
    assert not cache.exists()
    assert cache == datasets.config.HF_DATASETS_CACHE


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        path = jsonl(tmp_path, *({"text": f"{number} " + "слово " * 400} for number in range(rows)))
        read(path)  # warm
        tracemalloc.start()
        from pipeline.ingest import read_documents

        count = sum(1 for _ in read_documents([str(path)], InputConfig()))
        measured = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == rows
        return measured

    assert peak(800) < 1.5 * peak(100)


def same_article(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5, unique_by=same_article))
def test_any_text_comes_back_from_json_lines(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "any.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    assert [one.text for one in read(path) if isinstance(one, RawDocument)] == [text.strip() for text in texts]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet='аб "\n\r,;x', min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_whatever_stands_in_a_legal_csv_cell_comes_back(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("title", "text"), *(("т", text) for text in texts)])
    rows = csv_rows(str(path), 1000, "text")
    assert [(row["problem"], row["cells"].get("text")) for row in rows] == [("", text) for text in texts]
