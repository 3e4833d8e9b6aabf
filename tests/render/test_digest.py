"""The files of a digest: all there, streamed, and read back before they are published."""

import json
import tracemalloc
from collections import Counter
from dataclasses import replace

import pytest

from pipeline.errors import OutputError
from pipeline.render import NightText, verify_digest, write_digest
from pipeline.render.records_json import brief_from_json, brief_to_json
from tests.render.conftest import night_of, story_of

FILES = {
    "digest.html",
    "digest.md",
    "digest.eml",
    "feed.xml",
    "briefs.jsonl",
    "stories.jsonl",
    "scores.json",
    "run.json",
}


@pytest.fixture
def digest(tmp_path, make_brief, hostile_brief, run_info, score_table):
    briefs = [make_brief(1), hostile_brief, make_brief(2, english=True)]
    write_digest(tmp_path, night_of(*briefs), run_info, score_table)
    return tmp_path


def test_a_digest_is_files_that_verify(digest):
    assert {path.name for path in digest.iterdir()} == FILES
    verify_digest(digest, 3)


def test_the_records_are_the_briefs(digest, make_brief):
    first, *_ = (digest / "briefs.jsonl").read_text(encoding="utf-8").splitlines()
    assert brief_from_json(first) == make_brief(1)


def test_scores_and_run_are_json(digest):
    assert json.loads((digest / "scores.json").read_text())["rows"][0]["system"] == "extractive"
    assert json.loads((digest / "run.json").read_text())["run"] == "2025-10-31-3fa9c1d2"


def test_the_same_night_gives_the_same_bytes(
    digest, tmp_path_factory, make_brief, hostile_brief, run_info, score_table
):
    again = tmp_path_factory.mktemp("again")
    briefs = [make_brief(1), hostile_brief, make_brief(2, english=True)]
    write_digest(again, night_of(*briefs), run_info, score_table)
    assert all((again / name).read_bytes() == (digest / name).read_bytes() for name in FILES)


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("kept", [0, 0.5, 0.99])
def test_a_file_that_is_cut_off_is_refused(digest, name, kept):
    whole = (digest / name).read_bytes()
    (digest / name).write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(OutputError, match=name):
        verify_digest(digest, 3)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_that_is_missing_is_refused(digest, name):
    (digest / name).unlink()
    with pytest.raises(OutputError, match=name):
        verify_digest(digest, 3)


def test_a_record_too_few_is_refused(digest):
    with pytest.raises(OutputError, match=r"4 records expected, 3 found\. Nothing was published"):
        verify_digest(digest, 4)


def test_an_article_missing_from_the_page_is_refused(digest, make_brief):
    page = digest / "digest.html"
    page.write_text(page.read_text().replace(f'<article id="a-{make_brief(2).article.id}"', "<article"))
    with pytest.raises(OutputError, match="article 3, 0000000000000002"):
        verify_digest(digest, 3)


def test_a_line_that_is_not_a_brief_is_refused(digest):
    records = digest / "briefs.jsonl"
    lines = records.read_text(encoding="utf-8").splitlines(keepends=True)
    records.write_text(lines[0] + "{}\n" + lines[2], encoding="utf-8")
    with pytest.raises(OutputError, match="line 2 is not a brief"):
        verify_digest(digest, 3)


def test_a_story_is_read_by_its_place_however_many_sections_there_are(tmp_path, make_brief, run_info, score_table):
    night, reads = night_of(*map(make_brief, range(3))), Counter[int]()

    def story(place):
        reads[place] += 1
        return night.story(place)

    def most_reads(sections):
        reads.clear()
        named = [{"name": f"Section {n}", "name_uk": ""} for n in range(sections)]
        run = replace(run_info, configuration={"stories": {"sections": named, "front": 1}})
        write_digest(tmp_path, replace(night, story=story), run, score_table)
        return max(reads.values())

    assert most_reads(1) == most_reads(20)


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path, make_brief, run_info, score_table):
    line = brief_to_json(make_brief(text=[("paragraph", "Слово. " * 200, "Word. " * 200)]))

    def peak(number: int) -> int:
        folder = tmp_path / str(number)
        folder.mkdir()

        told = replace(story_of(brief_from_json(line)), points=(), brief=(), timeline=())

        def numbered(n):
            brief = brief_from_json(line)
            return replace(brief, article=replace(brief.article, id=f"{n:016x}"))

        night = NightText(
            lambda: map(numbered, range(number)),
            number,
            lambda n: replace(told, id=f"{n:012x}", articles=(replace(told.articles[0], id=f"{n:016x}"),)),
            lambda identity: numbered(int(identity, 16)),
        )

        tracemalloc.start()
        write_digest(folder, night, run_info, score_table)
        verify_digest(folder, number)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(10)  # templates are compiled, adapters made
    few, many, weight = peak(30), peak(300), 270 * len(line)
    assert many - few < 0.2 * weight, f"{many - few} bytes more for articles of {weight} bytes"
