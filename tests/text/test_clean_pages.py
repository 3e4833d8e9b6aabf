"""Golden pages of our own writing: the raw page beside what has to be understood of it, every removal included."""

import json
from pathlib import Path

import pytest

from pipeline.records import RawDocument
from pipeline.text.clean import clean

PAGES = sorted((Path(__file__).parent / "data" / "pages").glob("*.txt"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_is_understood_as_recorded(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    article = clean(RawDocument(page.name, page.read_text(encoding="utf-8")))
    found = {
        "title": article.title,
        "lead": article.lead,
        "body": [[block.kind, block.text] for block in article.body],
        "key_points": list(article.key_points),
        "outlet": article.outlet,
        "cited_source": article.cited_source,
        "date": article.date,
        "language": article.language,
        "removed": [[piece.rule, piece.text] for piece in article.removed],
    }
    assert found == expected


def test_pages_come_in_both_languages() -> None:
    stems = {page.stem.rsplit("_", 1)[1] for page in PAGES}
    assert stems == {"uk", "en"}
