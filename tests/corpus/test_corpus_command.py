import lzma
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.corpus import corpus
from pipeline.corpus.filters import PairFilter
from pipeline.corpus.overlap import Overlap
from pipeline.corpus.pair import Pair
from pipeline.corpus.read import read_pairs
from pipeline.corpus.report import MAX_SAMPLES, examine
from tests.corpus.texts import pairs, write_tsv


def run(*words: object) -> Result:
    return CliRunner().invoke(corpus, [str(word) for word in words], catch_exceptions=False)


def test_check_counts_by_corpus_and_shows_what_would_be_dropped(tmp_path: Path) -> None:
    rows = [*pairs(30), *pairs(3, "web"), Pair("Ціна 450 гривень", "The price is 540 hryvnias", "web", "x:1")]
    result = run("check", write_tsv(tmp_path / "a.tsv", rows))
    header, news, web, *_ = result.stdout.splitlines()
    assert header.split() == ["corpus", "pairs", "English", "words", "kept", "numbers", "differ", "duplicate"]
    assert news.split()[:2] == ["news", "30"]
    assert web.split()[0:2] + web.split()[3:] == ["web", "4", "0", "1", "3"]
    assert "30 of 34 pairs would be kept." in result.stdout
    assert "dropped: numbers differ" in result.stdout
    assert "Ціна 450 гривень" in result.stdout
    assert result.exit_code == 0


def test_of_what_is_dropped_no_more_is_held_than_can_be_shown() -> None:
    rows = [
        Pair(f"Ціна {number} гривень", f"The price is {number + 1} hryvnias", "x", f"x:{number}")
        for number in range(20, 2000)
    ]
    first, again = (examine(rows, PairFilter(Overlap([]))).examples for _ in range(2))
    assert set(first) == {"numbers differ"}
    held = first["numbers differ"].pairs
    assert len(held) == MAX_SAMPLES
    assert held == again["numbers differ"].pairs
    assert any(pair in held for pair in rows[1000:])


def test_an_option_for_files_takes_every_word_up_to_the_next_option(tmp_path: Path) -> None:
    first = write_tsv(tmp_path / "1.tsv", pairs(1))
    second = write_tsv(tmp_path / "2.tsv", pairs(2)[1:])
    result = run("check", write_tsv(tmp_path / "a.tsv", pairs(10)), "--without", first, second, "--samples", 0)
    assert "8 of 10 pairs would be kept." in result.stdout


def test_check_of_a_corpus_in_the_wrong_direction_ends_with_status_three(tmp_path: Path) -> None:
    rows = [replace(row, uk=row.en, en=row.uk) for row in pairs(30)]
    result = run("check", write_tsv(tmp_path / "a.tsv", rows), "--samples", 0)
    assert "fault: news is in the wrong direction" in result.stdout
    assert result.exit_code == 3


def test_check_shows_control_characters_of_a_corpus_and_does_not_obey_them(tmp_path: Path) -> None:
    result = run("check", write_tsv(tmp_path / "a.tsv", [Pair("Рада", "Council", "x\x1b[31m", "x:1")]))
    assert "\x1b" not in result.stdout
    assert "\\x1b[31m" in result.stdout


def test_clean_writes_what_is_fit_with_its_characters_made_regular(tmp_path: Path) -> None:
    test_set = write_tsv(tmp_path / "test.tsv", pairs(1))
    rows = [*pairs(3), pairs(3)[2], Pair("П&#39;ять п’єс\u00a0поставили", "Five plays were staged", "x", "x:1")]
    source = write_tsv(tmp_path / "a.tsv", rows)
    with source.open("a", encoding="utf-8") as file:
        file.write("лише один бік\n")
    out = tmp_path / "out.tsv.xz"
    result = run("clean", source, "--without", test_set, "--out", out)
    with lzma.open(out, "rt", encoding="utf-8") as file:
        written = [line.rstrip("\n").split("\t") for line in file]
    assert [row[0] for row in written] == [pairs(3)[1].uk, pairs(3)[2].uk, "П'ять п'єс поставили"]
    assert "3 pairs; dropped 3" in result.stderr
    assert all(part in result.stderr for part in ("in a test set 1", "duplicate 1", "no pair 1"))


def test_entities_hide_no_sentence_of_a_test_set_on_either_side(tmp_path: Path) -> None:
    plain = Pair("Уряд схвалив план «Місто & село» на рік", "The government approved the plan for a year", "x", "x:1")
    escaped = replace(plain, uk=plain.uk.replace("&", "&amp;"), en="The plan of the government was approved")
    for known, given in ((plain, escaped), (escaped, plain)):
        test_set, source = write_tsv(tmp_path / "test.tsv", [known]), write_tsv(tmp_path / "a.tsv", [given])
        words = ["clean", source, "--without", test_set, "--out", tmp_path / "out.tsv"]
        result = CliRunner().invoke(corpus, [str(word) for word in words])
        assert "0 pairs; dropped 1: in a test set 1" in result.stderr
        assert "no pair is left" in str(result.exception)
        assert not (tmp_path / "out.tsv").exists()
        assert "0 of 1 pairs would be kept" in run("check", source, "--without", test_set, "--samples", 0).stdout


def test_check_counts_what_clean_would_keep(tmp_path: Path) -> None:
    source = write_tsv(tmp_path / "a.tsv", [Pair("П&#39;ять п’єс поставили", "Five plays were staged", "x", "x:1")])
    assert "1 of 1 pairs would be kept." in run("check", source).stdout
    assert "1 pairs; dropped 0." in run("clean", source, "--out", tmp_path / "out.tsv").stderr


def test_mix_repeats_a_corpus_by_its_weight_and_is_the_same_again_for_the_same_seed(tmp_path: Path) -> None:
    source = write_tsv(tmp_path / "a.tsv", [*pairs(10), *pairs(10, "web"), *pairs(10, "none")])
    config = tmp_path / "c.toml"
    config.write_text("[data]\nother_weight = 0\nweights = { news = 2, web = 0.5 }\n", encoding="utf-8")
    first, again = tmp_path / "1.tsv", tmp_path / "2.tsv"
    for out in (first, again):
        run("mix", source, "--config", config, "--out", out)
    counts = [pair.corpus for pair in read_pairs([first])]
    assert (counts.count("news"), counts.count("web"), counts.count("none")) == (20, 5, 0)
    assert first.read_bytes() == again.read_bytes()
    assert counts != sorted(counts)


def test_a_file_is_not_written_in_a_format_that_its_name_does_not_say(tmp_path: Path) -> None:
    source = write_tsv(tmp_path / "a.tsv", pairs(2))
    result = CliRunner().invoke(corpus, ["clean", str(source), "--out", str(tmp_path / "out.json")])
    assert "expected a name ending in .tsv" in str(result.exception)


@pytest.mark.parametrize("command", ["clean", "mix"])
def test_no_file_is_written_over_what_it_is_made_of(tmp_path: Path, command: str) -> None:
    source = write_tsv(tmp_path / "a.tsv", pairs(20))
    before = source.read_bytes()
    (tmp_path / "link.tsv").symlink_to(source)
    for out in (source, tmp_path / "link.tsv"):
        result = CliRunner().invoke(corpus, [command, str(source), "--out", str(out)])
        assert "is one of the files that are read" in str(result.exception)
    assert source.read_bytes() == before


def test_mix_says_what_it_made_of_each_corpus(tmp_path: Path) -> None:
    source = write_tsv(tmp_path / "a.tsv", [*pairs(10), *pairs(4, "web")])
    config = tmp_path / "c.toml"
    config.write_text("[data]\nweights = { news = 2 }\n", encoding="utf-8")
    result = run("mix", source, "--config", config, "--out", tmp_path / "out.tsv")
    rows = [line.split() for line in result.stderr.splitlines()]
    assert rows[:3] == [["corpus", "pairs", "weight", "written"], ["news", "10", "2", "20"], ["web", "4", "1", "4"]]
    assert "24 pairs." in result.stderr


def test_check_says_that_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("\n", encoding="utf-8")
    result = run("check", tmp_path / "a.tsv")
    assert "fault: there is no pair in all this." in result.stdout
    assert result.exit_code == 3
