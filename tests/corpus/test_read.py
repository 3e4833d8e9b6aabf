import bz2
import gzip
import json
import lzma
import tracemalloc
from pathlib import Path

import pytest

from pipeline.corpus.gold import read_articles
from pipeline.corpus.pair import Malformed
from pipeline.corpus.read import read_pairs
from pipeline.errors import InputError

GOLD = """#A 9 | economy
T: Бюджет схвалено ||| Budget approved
L: Рада схвалила бюджет. ||| The council approved the budget.
S: За нього було 30 депутатів. ||| Thirty members voted for it.
K: Бюджет має 30 голосів ||| The budget has 30 votes
#A 10 | economy
T: Мости ремонтують ||| Bridges are under repair
S: Роботи тривають. ||| Work goes on.
"""

TMX = """<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="uk-UA"><seg>Уряд <bpt i="1">&lt;b&gt;</bpt>ухвалив<ept i="1">&lt;/b&gt;</ept> рішення.</seg></tuv>
    <tuv xml:lang="EN"><seg>The government took
      a decision.</seg></tuv></tu>
<tu><tuv xml:lang="uk"><seg>Тільки тут.</seg></tuv><tuv xml:lang="pl"><seg>Tylko tu.</seg></tuv></tu>
</body></tmx>
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def texts(*paths: Path) -> list[tuple[str, str, str]]:
    return [(pair.uk, pair.en, pair.corpus) for pair in read_pairs(paths)]


def test_a_compressed_table_gives_its_third_column_as_corpus_or_else_its_name(tmp_path: Path) -> None:
    path = tmp_path / "archive.tsv.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write("Так.\tYes.\tspeeches\nНі.\tNo.\n")
    assert texts(path) == [("Так.", "Yes.", "speeches"), ("Ні.", "No.", "archive")]


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", "Перше\u2028друге\tFirst\u2028second\tx\n")
    assert texts(path) == [("Перше\u2028друге", "First\u2028second", "x")]


def test_every_form_of_a_glossary_noun_and_only_the_first_of_a_verb_is_a_pair(tmp_path: Path) -> None:
    lines = "bridge\tміст\tмосту|мости\t\nto go\tйти\tйшов|йшла\tpast\n"
    assert texts(write(tmp_path / "words.tsv", lines)) == [
        ("міст", "bridge", "glossary"),
        ("мосту", "bridge", "glossary"),
        ("мости", "bridge", "glossary"),
        ("йти", "to go", "glossary"),
    ]


def test_json_lines_hold_pairs_at_the_top_or_under_translation(tmp_path: Path) -> None:
    records = [{"uk": "Так", "en": "Yes", "corpus": "a"}, {"translation": {"uk": "Ні", "en": "No"}}]
    path = write(tmp_path / "b.jsonl", "\n".join(map(json.dumps, records)))
    assert texts(path) == [("Так", "Yes", "a"), ("Ні", "No", "b")]


def test_a_translation_memory_gives_its_text_without_the_codes_of_its_formatting(tmp_path: Path) -> None:
    assert texts(write(tmp_path / "m.tmx", TMX)) == [("Уряд ухвалив рішення.", "The government took a decision.", "m")]


def test_memory_does_not_grow_with_the_units_of_a_translation_memory(tmp_path: Path) -> None:
    def peak(units: int) -> int:
        unit = TMX[TMX.index("<tu>") : TMX.index('<tu><tuv xml:lang="uk">')]
        path = write(tmp_path / "m.tmx", f"<tmx><body>{unit * units}</body></tmx>")
        tracemalloc.start()
        count = sum(1 for _ in read_pairs([path]))
        measured = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == units
        return measured

    assert peak(4000) < 1.5 * peak(500)


def test_our_articles_give_every_line_but_those_held_out(tmp_path: Path) -> None:
    path = write(tmp_path / "a01.txt", GOLD)
    assert [pair.en for pair in read_pairs([path])] == [
        "Budget approved",
        "The council approved the budget.",
        "Thirty members voted for it.",
        "The budget has 30 votes",
    ]
    assert len(list(read_pairs([path], held_out=True))) == 6


def test_our_articles_are_read_whole_with_those_held_out_marked(tmp_path: Path) -> None:
    ninth, tenth = read_articles(write(tmp_path / "a01.txt", GOLD))
    assert (ninth.name, ninth.topic, ninth.held_out, tenth.held_out) == ("a01#9", "economy", False, True)
    assert [pair.uk for pair in ninth.key_points] == ["Бюджет має 30 голосів"]
    assert [pair.uk for pair in tenth.text] == ["Мости ремонтують", "Роботи тривають."]


def test_two_files_side_by_side_are_read_line_by_line(tmp_path: Path) -> None:
    write(tmp_path / "dev.en", "One.\n\nTwo.\n")
    assert texts(write(tmp_path / "dev.uk", "Один.\n\nДва.\n")) == [("Один.", "One.", "dev"), ("Два.", "Two.", "dev")]


def test_two_compressed_files_side_by_side_are_read_by_either_name(tmp_path: Path) -> None:
    for name, text in (("dev.uk.xz", "Один.\n"), ("dev.en.xz", "One.\n")):
        with lzma.open(tmp_path / name, "wt", encoding="utf-8") as file:
            file.write(text)
    assert texts(tmp_path / "dev.uk.xz") == texts(tmp_path / "dev.en.xz") == [("Один.", "One.", "dev")]
    (tmp_path / "dev.en.xz").unlink()
    with pytest.raises(InputError, match=r"expected dev\.uk\.xz and dev\.en\.xz side by side, dev\.en\.xz is missing"):
        texts(tmp_path / "dev.uk.xz")


def test_two_files_side_by_side_that_a_pattern_both_gives_are_read_once(tmp_path: Path) -> None:
    write(tmp_path / "dev.uk", "Один.\n")
    write(tmp_path / "dev.en", "One.\n")
    assert texts(*sorted(tmp_path.glob("dev.*"))) == [("Один.", "One.", "dev")]


def test_two_files_of_different_length_are_refused_as_misaligned(tmp_path: Path) -> None:
    write(tmp_path / "dev.en", "One.\n")
    with pytest.raises(InputError, match="misaligned: 2 lines against 1"):
        texts(write(tmp_path / "dev.uk", "Один.\nДва.\n"))


def test_a_missing_other_side_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="dev.en is missing"):
        texts(write(tmp_path / "dev.uk", "Один.\n"))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.tsv", "Так.\tYes.\nНі.\n", "a.tsv:2: expected Ukrainian, English and corpus between tabs, found 1"),
        ("a.tsv", "Так.\t\tx\n", "found 2 filled columns"),
        ("a.jsonl", '{"src": "Так", "dst": "Yes"}\n', 'expected texts under "uk" and "en", found only: src, dst'),
        ("a.jsonl", "{\n", "a.jsonl:1: expected a JSON object, found a line that is not valid JSON: Expecting"),
        ("a.jsonl", '["Так", "Yes"]\n', "found a line that is valid JSON, but not an object"),
        ("a.jsonl", '{"uk":' * 12_000, "found a line that is JSON that nests too deep"),
        ("a.jsonl", '{"uk": ' + "1" * 5000 + "}", "found a line that is JSON with a number of more digits than"),
        ("a.jsonl", '{"uk": "Так \\ud83d", "en": "Yes"}', r"expected whole characters, found half of one ('\ud83d')"),
        ("a.txt", "Просто текст.\n", "expected `#A number | topic`"),
        ("a.txt", "#A 1 | x\nS: Лише українською.\n", "expected `Ukrainian ||| English`"),
        ("a.tmx", "<tmx><body>", "XML that is broken"),
        ("a.tmx", "<?xml version='1.0' encoding='shift_jis'?><tmx/>", "XML that is broken (multi-byte encodings"),
        ("a.tmx", "<?xml version='1.0' encoding='none'?><tmx/>", "XML that is broken (unknown encoding"),
        ("a.tmx", "<html></html>", "found none"),
        ("a.csv", "Так,Yes\n", "no format that is known"),
    ],
)
def test_a_broken_place_is_named_with_what_was_expected(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        texts(write(tmp_path / name, text))
    assert said in str(caught.value)


def test_broken_places_are_handed_over_where_somebody_wants_them(tmp_path: Path) -> None:
    found: list[Malformed] = []
    path = write(tmp_path / "a.tsv", "Так.\nНі.\tNo.\n")
    assert [pair.en for pair in read_pairs([path], found.append)] == ["No."]
    assert found[0].place == f"{path}:1"


def test_text_in_another_encoding_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes("Так\tYes\n".encode("cp1251"))
    with pytest.raises(InputError, match=r"a\.tsv: expected UTF-8, found something else in line 1 \(byte 1 of it\)"):
        texts(path)
    with pytest.raises(InputError, match="no such file"):
        texts(tmp_path / "b.tsv")


@pytest.mark.parametrize("name", ["a.tsv.xz", "a.tsv.gz", "a.tsv.bz2"])
def test_a_damaged_compressed_file_is_refused(tmp_path: Path, name: str) -> None:
    compress = {".xz": lzma.compress, ".gz": gzip.compress, ".bz2": bz2.compress}[Path(name).suffix]
    whole = compress("Так.\tYes.\n".encode() * 1000)
    for damaged in ("Так.\tYes.\n".encode(), whole[:-10], whole[:20] + bytes(10) + whole[30:]):
        (tmp_path / name).write_bytes(damaged)
        with pytest.raises(InputError, match=rf"{name}: expected a file compressed as its name says"):
            texts(tmp_path / name)
