import pytest

from pipeline.text.captions import remove_captions
from pipeline.text.furniture import remove_furniture
from pipeline.text.head import mark_ticker, take_title
from pipeline.text.page import kept, read_lines

TITLE = "Рада ухвалила закон про бібліотеки та музеї"
TEXT = "Рада підтримала закон, за нього проголосували 268 депутатів, повідомив голова комітету."


def understood(page: str, stated: str = "") -> tuple[str, list[str]]:
    lines = read_lines(page)
    title = take_title(lines, stated)
    return title, [line.text for line in kept(lines)]


def test_first_line_that_is_long_enough_is_the_title() -> None:
    assert understood(f"Політика\n{TITLE}\n\n{TEXT}") == (TITLE, [TEXT])


def test_line_printed_twice_is_the_title() -> None:
    assert understood(f"Усе про столичні події тижня\n{TITLE}\nМузей\n{TITLE}\n{TEXT}") == (TITLE, [TEXT])


def test_text_that_begins_at_once_has_no_title() -> None:
    deck = "Депутати скаржаться на відсутність підтримки."
    assert understood(f"{deck}\n\n{TEXT}") == ("", [deck, TEXT])


def test_deck_without_a_full_stop_stays() -> None:
    deck = "За документ проголосували всі фракції, крім однієї, а гроші знайдуть восени"
    assert understood(f"{TITLE}\n{deck}\n{TEXT}") == (TITLE, [deck, TEXT])


def test_short_lines_around_the_title_go() -> None:
    assert understood(f"Суспільство\n{TITLE}\nІрина Бондар\nБібліотека\n{TEXT}") == (TITLE, [TEXT])


@pytest.mark.parametrize("title", ["Мир у Раді", "Рада ухвалила"])
def test_short_title_is_a_title_where_there_is_no_longer_line(title: str) -> None:
    assert understood(f"Політика\n{title}\n{TEXT}") == (title, [TEXT])


def test_single_word_is_no_title() -> None:
    assert understood(f"Політика\n{TEXT}") == ("", [TEXT])


@pytest.mark.parametrize("site", [" | Новини світу", " - Українська правда", " :: Вісник"])
def test_site_name_is_cut_from_the_title(site: str) -> None:
    assert understood(f"{TITLE}{site}\n{TEXT}")[0] == TITLE
    assert understood(TEXT, stated=f"{TITLE}{site}")[0] == TITLE


@pytest.mark.parametrize("attribution", [", — Reuters", " — BBC", ": подробиці"])
def test_attribution_is_part_of_the_title(attribution: str) -> None:
    assert understood(f"{TITLE}{attribution}\n{TEXT}")[0] == TITLE + attribution


def test_stated_title_wins_and_its_variant_on_the_page_goes() -> None:
    variant = "Рада ухвалила закон про бібліотеки й музеї"
    assert understood(f"{variant}\n{TEXT}", stated=TITLE) == (TITLE, [TEXT])


def test_stated_title_is_not_looked_for_in_the_text() -> None:
    assert understood(f"{TEXT}\n{TEXT}", stated=TITLE) == (TITLE, [TEXT, TEXT])


def test_page_of_a_few_short_lines_keeps_the_last_as_text() -> None:
    assert understood(f"{TITLE}\nПро це стало відомо вчора") == (TITLE, ["Про це стало відомо вчора"])


def test_ticker_above_a_title_printed_twice_goes() -> None:
    ticker = "Енергетики попередили про вимкнення світла в трьох областях на ранок."
    lines = read_lines(f"Новини\n\n{ticker}\n\n{TITLE}\n\n{TITLE}\n\n{TEXT}")
    mark_ticker(lines)
    assert take_title(lines, "") == TITLE
    assert [line.text for line in kept(lines)] == [TEXT]
    assert "news ticker" in [line.rule for line in lines]


def test_text_under_a_title_is_no_ticker() -> None:
    lines = read_lines(f"{TITLE}\n\n{TEXT}\n\nДругий розділ про книжки\n\n{TEXT}\n\nДругий розділ про книжки\n\n{TEXT}")
    mark_ticker(lines)
    assert not [line for line in lines if line.rule]


@pytest.mark.parametrize("tag", [" (фото)", " (ФОТО, ВІДЕО)", " (відео) | Новини світу"])
def test_tag_of_pictures_is_cut_from_the_title(tag: str) -> None:
    assert understood(f"{TITLE}{tag}\n{TEXT}")[0] == TITLE
    assert understood(TEXT, stated=f"{TITLE}{tag}")[0] == TITLE


def furnished(page: str) -> str:
    lines = read_lines(page)
    remove_captions(lines)
    remove_furniture(lines)
    return take_title(lines, "")


@pytest.mark.parametrize(
    "title",
    [
        "Відео: момент удару блискавки у вежу",
        "Фото: мер зустрівся з бібліотекарями",
        "Курс валют: долар 42,10, євро 48,30",
    ],
)
def test_headline_that_reads_like_a_caption_or_widget_is_the_title_where_it_stands_as_one(title: str) -> None:
    assert furnished(f"{title}\nСуспільство\n{TEXT}") == title
    assert furnished(f"{title}\n{TITLE}\n{TEXT}") == TITLE


@pytest.mark.parametrize("line", ["Курс валют: USD 41,35 EUR 48,10", "Фото: пресслужба міської ради Луцька"])
def test_widget_or_credit_alone_above_the_text_is_no_title(line: str) -> None:
    assert furnished(f"{line}\n{TEXT}") == ""
