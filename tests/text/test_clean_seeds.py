"""What must be made of the five real articles in ../shared/seeds. They are not ours: read in place, or skipped."""

from pathlib import Path

import pytest

from pipeline.records import Article, RawDocument
from pipeline.text.clean import clean
from pipeline.text.normalise import normalise

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not there")


def raw(number: str) -> str:
    path = next(SEEDS.glob(f"{number}_*.txt"))
    return path.read_text(encoding="utf-8")


def cleaned(number: str) -> Article:
    return clean(RawDocument(f"{number}.txt", raw(number)))


def body(article: Article) -> str:
    return "\n".join(block.text for block in article.body)


def headings(article: Article) -> list[str]:
    return [block.text for block in article.body if block.kind == "heading"]


class TestFirst:
    article = property(lambda self: cleaned("000"))

    def test_title_is_the_first_line(self) -> None:
        assert self.article.title == raw("000").splitlines()[0]

    def test_lead_is_the_paragraph_about_the_request(self) -> None:
        assert self.article.lead.startswith("Венесуельський диктатор Ніколас Мадуро попросив")
        assert self.article.lead in raw("000")

    def test_own_key_points_are_exactly_the_three_listed(self) -> None:
        listed = [line.strip(" •") for line in raw("000").splitlines() if line.strip().startswith("•")]
        assert list(self.article.key_points) == listed
        assert len(listed) == 3

    def test_cited_source_is_the_washington_post(self) -> None:
        assert self.article.cited_source == "The Washington Post"

    def test_heading_is_a_heading(self) -> None:
        assert headings(self.article) == ["Мадуро хоче російських ракет: що відомо"]

    def test_body_holds_no_furniture(self) -> None:
        article = self.article
        blocks = {block.text for block in article.body}
        assert blocks.isdisjoint({"Політика", "Дата публікації", "Мадуро", article.title, *article.key_points})
        assert "Головні тези" not in body(article)
        assert "Джерело:" not in body(article)

    def test_language_is_ukrainian(self) -> None:
        assert self.article.language == "uk"


class TestSecond:
    article = property(lambda self: cleaned("001"))

    def test_date_outlet_and_source_are_read_from_the_text(self) -> None:
        article = self.article
        assert (article.date, article.outlet, article.cited_source) == ("2025-10-31", "УНН", "The Washington Post")

    def test_first_paragraph_is_the_lead_and_there_is_no_title(self) -> None:
        article = self.article
        assert article.title == ""
        assert article.lead.startswith("Президент Венесуели Ніколас Мадуро звернувся до росії")
        assert article.lead.endswith("передає УНН.")

    def test_date_prefix_is_nowhere_in_the_article(self) -> None:
        assert "date 2025" not in self.article.text


class TestThird:
    article = property(lambda self: cleaned("002"))

    def test_deck_is_the_lead(self) -> None:
        assert self.article.lead == raw("002").splitlines()[0]

    def test_there_are_three_headings(self) -> None:
        assert headings(self.article) == ["Арешт Мадуро", "Велика проблема", "Путін втрачає союзників"]

    def test_cited_source_is_bloomberg(self) -> None:
        assert self.article.cited_source == "Bloomberg"

    def test_body_holds_no_furniture(self) -> None:
        text = body(self.article)
        assert "Відео дня" not in text
        assert "Вас також можуть зацікавити" not in text


class TestFourth:
    article = property(lambda self: cleaned("003"))

    def test_language_is_english(self) -> None:
        assert self.article.language == "en"

    def test_title_speaks_of_hazelnut(self) -> None:
        assert self.article.title.startswith('"Hazelnut" and the new Caribbean crisis')

    def test_body_holds_no_furniture(self) -> None:
        article = self.article
        assert "Share:" not in article.text
        assert all(block.text != "Politics" for block in article.body)

    def test_quotations_cut_by_paragraph_breaks_are_whole_again(self) -> None:
        article = self.article
        assert not any(block.text.startswith('" ') for block in article.body)
        assert all(block.text.count('"') % 2 == 0 for block in article.body)
        assert ' "' in body(article)
        assert '. "' not in body(article).replace('." ', "")

    def test_abbreviations_are_whole_again(self) -> None:
        assert "U. S." in raw("003")
        assert "U. S." not in self.article.text


class TestFifth:
    article = property(lambda self: cleaned("004"))

    def test_language_is_english(self) -> None:
        assert self.article.language == "en"

    def test_title_stands_once(self) -> None:
        article = self.article
        assert article.title == "Venezuela reportedly requests missiles, radars from Russia amid US tensions"
        assert article.title not in body(article)
        assert article.lead.startswith("Venezuelan dictator Nicolas Maduro is requesting")

    def test_date_in_the_text_stays_and_the_caption_dates_nothing(self) -> None:
        article = self.article
        assert "on Oct. 31, citing" in article.lead
        assert article.date == ""

    def test_outlet_and_source_are_told_apart(self) -> None:
        article = self.article
        assert (article.outlet, article.cited_source) == ("The Kyiv Independent", "The Washington Post")

    @pytest.mark.parametrize(
        "furniture", ["2 min read", "Getty", "Kazan", "Lithuania", "prisoner", "Zadorozhnyy", "Avatar"]
    )
    def test_furniture_is_not_in_the_article(self, furniture: str) -> None:
        assert furniture in raw("004")
        assert furniture not in self.article.text

    def test_last_paragraph_is_the_one_before_the_related_item(self) -> None:
        assert self.article.body[-1].text.startswith("Maduro earlier said the country has about 5,000")
        assert all(block.text != "Russia" for block in self.article.body)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_letter_of_the_page_is_kept_or_accounted_for(number: str) -> None:
    article = cleaned(number)
    pieces = [article.text, *article.key_points, *(piece.text for piece in article.removed)]
    kept = sorted(character for piece in pieces for character in piece if character.isalpha())
    assert kept == sorted(character for character in normalise(raw(number)) if character.isalpha())
