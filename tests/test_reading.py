from pathlib import Path

import pytest

from pipeline.config import InputConfig
from pipeline.errors import InputError
from pipeline.reading import read_articles
from pipeline.records import Article, Skipped


def test_a_fault_of_our_own_in_one_article_costs_that_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import reading

    def clean(document: object) -> Article:
        if "Друга" in document.text:  # type: ignore[attr-defined]
            raise IndexError("list index out of range")
        return real(document)  # type: ignore[arg-type]

    real = reading.clean
    monkeypatch.setattr(reading, "clean", clean)
    for name in ("Перша", "Друга", "Третя"):
        (tmp_path / f"{name}.txt").write_text(
            f"{name} новина: міська рада ухвалила бюджет міста на рік.", encoding="utf-8"
        )
    found = list(read_articles([str(tmp_path)], InputConfig()))
    assert [type(one) for one in found].count(Article) == 2
    (skipped,) = (one for one in found if isinstance(one, Skipped))
    assert skipped.source == "Друга.txt"
    assert "did not foresee (test_reading.py:" in skipped.reason
    assert "IndexError: list index out of range" in skipped.reason


def test_an_address_is_answered_with_how_to_bring_the_page() -> None:
    with pytest.raises(InputError, match=r"Tezy fetches nothing\. .*curl -s ADDRESS \| tezy run -"):
        list(read_articles(["https://example.org/a.html"], InputConfig()))
