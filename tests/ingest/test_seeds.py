"""The sample night that travels with the repository."""

from pathlib import Path

import pytest

from pipeline.records import RawDocument
from pipeline.text.language import detect_language
from tests.ingest.files_to_read import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def articles() -> list[RawDocument]:
    found = read(SEEDS)
    assert all(isinstance(one, RawDocument) for one in found), found
    return [one for one in found if isinstance(one, RawDocument)]


def test_no_seed_is_skipped_and_there_are_seventeen(articles: list[RawDocument]) -> None:
    assert len(articles) == 17


def test_every_input_format_is_there() -> None:
    suffixes = {path.suffix for path in SEEDS.iterdir()}
    assert suffixes == {".txt", ".md", ".html", ".jsonl", ".csv", ".parquet", ".xml"}


def test_both_languages_are_there_and_no_other(articles: list[RawDocument]) -> None:
    languages = [detect_language(article.text)[0] for article in articles]
    assert (languages.count("uk"), languages.count("en")) == (13, 4)


def test_at_least_seven_ukrainian_articles_bring_their_own_key_points(articles: list[RawDocument]) -> None:
    with_points = [
        a
        for a in articles
        if detect_language(a.text)[0] == "uk" and (a.key_points or "• " in a.text or "\n- " in a.text)
    ]
    assert len(with_points) >= 7


def test_seeds_are_encoded_as_their_readme_says() -> None:
    for name, encoding in (
        ("02-braille.txt", "windows-1251"),
        ("03-bridge.txt", "utf-16"),
        ("feed.xml", "windows-1251"),
    ):
        data = (SEEDS / name).read_bytes()
        data.decode(encoding)
        with pytest.raises(UnicodeDecodeError):
            data.decode("utf-8")
    assert (SEEDS / "04-cables.txt").read_bytes().startswith(b"\xef\xbb\xbf")
