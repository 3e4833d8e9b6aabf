from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.names.entry import Entry
from pipeline.names.glossary_file import read_glossary_file

HEADER = "english\tukrainian\tforms\tkind\tuse\talso\tavoid\tnote"


def read(folder: Path, *lines: str) -> tuple[Entry, ...]:
    path = folder / "g.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_glossary_file(path, "g.tsv")


def refused(folder: Path, *lines: str) -> str:
    with pytest.raises(ConfigError) as caught:
        read(folder, *lines)
    return str(caught.value)


def test_every_column_arrives_where_it_belongs(tmp_path: Path) -> None:
    row = "Kyiv\tКиїв\tКиєва|Києву\tplace\tsmall\tKyiv city\tKiev|Kyjiw\tthe capital"
    (entry,) = read(tmp_path, "# ours", "", HEADER, row)
    assert (entry.english, entry.ukrainian, entry.forms) == ("Kyiv", "Київ", ("Києва", "Києву"))
    assert (entry.kind, entry.use, entry.also) == ("place", "small", ("Kyiv city",))
    assert (entry.avoid, entry.note, entry.place) == (("Kiev", "Kyjiw"), "the capital", "g.tsv:4")


def test_two_columns_are_enough(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, "ukrainian\tenglish", "Вараш\tVarash")
    assert (entry.english, entry.kind, entry.required) == ("Varash", "organisation", True)


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    path.write_bytes("\ufeffenglish\tukrainian\r\nVarash\tВараш\r\n".encode())
    assert read_glossary_file(path)[0].ukrainian == "Вараш"


def test_a_row_may_end_early(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER, "Varash\tВараш")[0].avoid == ()


def test_a_term_and_a_suggestion_are_never_required(tmp_path: Path) -> None:
    term, suggestion = read(tmp_path, HEADER, "truce\tперемир'я\t\tterm", "ICC\tМКС\t\torganisation\tsuggest")
    assert not term.required
    assert not suggestion.required


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "g.tsv: the glossary is empty. Its first line must name the columns: english, ukrainian,"),
        (["Kyiv\tКиїв"], "g.tsv:1: unknown column 'Kyiv' in the first line. The columns are: english, ukrainian,"),
        (["english\tukrainan"], "g.tsv:1: unknown column 'ukrainan' in the first line. Did you mean ukrainian?"),
        (["english\tforms"], "g.tsv:1: the first line must name the column ukrainian once."),
        (["english\tukrainian\tuse\tuse"], "g.tsv:1: the column use is named twice."),
        ([HEADER, "Kyiv"], "g.tsv:2: the column ukrainian is empty."),
        (["english\tukrainian", "Kyiv\tКиїв\tКиєва"], "g.tsv:2: expected 2 columns with a tab between, found 3."),
        ([HEADER, "Київ\tKyiv"], "g.tsv:2: the column english must be in Latin letters, got 'Київ'."),
        ([HEADER, "Kyiv\tКиiв"], "g.tsv:2: 'Киiв' mixes Latin and Cyrillic letters that look alike."),
        ([HEADER, "Kyiv\tКиїв\tКиєва||Києву"], "g.tsv:2: the column forms has an empty item"),
        ([HEADER, "Kyiv\tКиїв\tКиєва|Києва"], "g.tsv:2: the column forms has 'Києва' twice."),
        ([HEADER, "Kyiv\tКиїв\t\ttown"], "g.tsv:2: kind must be empty or one of: person, place,"),
        ([HEADER, "Kyiv\tКиїв\t\tplace\tbig"], "g.tsv:2: use must be empty or one of: small, homograph, suggest;"),
        ([HEADER, "Kyiv\tКиїв\t\tplace\t\tKiev\tKiev"], "g.tsv:2: 'Kiev' is both accepted and to be avoided."),
        ([HEADER, "Ky\u200biv\tКиїв"], "g.tsv:2: the column english has a control character,"),
    ],
)
def test_a_broken_row_is_refused_with_file_and_line(tmp_path: Path, lines: list[str], said: str) -> None:
    assert refused(tmp_path, *lines).startswith(said)


def test_a_file_that_is_not_text_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"g\.tsv: the glossary cannot be read"):
        read_glossary_file(path)
    with pytest.raises(ConfigError, match=r"none\.tsv: the glossary cannot be read"):
        read_glossary_file(tmp_path / "none.tsv")
