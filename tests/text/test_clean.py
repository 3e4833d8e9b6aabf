"""Properties that hold for any page, what documents state, and what costs an article."""

import re
import string
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ArticleError
from pipeline.records import Article, RawDocument
from pipeline.text.clean import clean
from pipeline.text.normalise import normalise

PARAGRAPHS = (
    "Рада підтримала закон про бібліотеки, за нього проголосували 268 депутатів.",
    "Документ набуде чинності першого липня, повідомив голова комітету.",
    "Громади отримають гроші на нові книжки ще до осені.",
)
LINES = (
    *PARAGRAPHS,
    "Рада ухвалила закон про бібліотеки: що зміниться для громад",
    "Політика",
    "Відео дня",
    "Читайте також:",
    "Головні тези:",
    "• Закон підтримали 268 депутатів.",
    "- Так буде.",
    "1. Перше правило.",
    "2. Друге правило.",
    "31 жовтня 2025, 14:20",
    "Фото: пресслужба",
    "Джерело: Reuters",
    "Коментарі",
    "Share:",
    "Share: The law was passed on Friday, officials said.",
    "2 min read",
    "Теги: закон, книжки",
    "Avatar",
    'He said: "We are ready to go.',
    '" On Monday the talks went on , the U. S. envoy said.',
    "« Так »",
    "date 2025-10-31 Текст",
    "КИЇВ. 7 лютого. УНН. Музей відкрив нову залу для дітей.",
    "Що відомо",
    "?",
    "…",
    "\u200b",
    "\xa0",
    "<p>",
    "&nbsp;",
    "—",
)


def cleaned(text: str) -> Article | None:
    """The article, or None if it was refused; any other exception fails the test."""
    try:
        return clean(RawDocument("page.txt", text))
    except ArticleError:
        return None


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalpha())


def squeezed(text: str) -> str:
    """Without what repairs may touch: spaces, quotation marks, apostrophes, bullets."""
    return re.sub(r"[\s\"'«»“”„’‘*•·\-–—]+", "", text)


@given(st.text(max_size=400))
def test_any_text_is_cleaned_or_refused(text: str) -> None:
    article = cleaned(text)
    assert article is None or article.lead or article.body


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=25))
def test_every_letter_of_a_page_is_kept_or_accounted_for(lines: list[tuple[str, str]]) -> None:
    page = "".join(line + end for line, end in lines)
    article = cleaned(page)
    if article is None:
        return
    pieces = (article.text, *article.key_points, *(piece.text for piece in article.removed))
    assert letters(" ".join(pieces)) == letters(normalise(page))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=25))
def test_no_block_says_what_the_page_does_not(lines: list[tuple[str, str]]) -> None:
    page = "".join(line + end for line, end in lines)
    article = cleaned(page)
    if article is None:
        return
    whole = squeezed(normalise(page))
    for block in (article.title, article.lead, *(block.text for block in article.body), *article.key_points):
        assert squeezed(block) in whole
    assert all(block.text.strip() == block.text != "" for block in article.body)


@given(st.text(alphabet=string.printable + "«»“”ʼ’іїєґАБВ \n•—", max_size=300))
def test_cleaning_the_same_document_twice_gives_the_same_article(text: str) -> None:
    assert cleaned(text) == cleaned(text)


def test_empty_document_is_refused() -> None:
    with pytest.raises(ArticleError, match="the article is empty") as refusal:
        clean(RawDocument("empty.txt", " \n\u200b\n "))
    assert refusal.value.advice


def test_bytes_decoded_as_text_are_refused() -> None:
    with pytest.raises(ArticleError, match="expected text, found 0% letters"):
        clean(RawDocument("image.txt", "\x00\x01#$%^&*()_+=[]{}\x7f" * 50))


def test_page_of_furniture_alone_is_refused() -> None:
    with pytest.raises(ArticleError, match="no running text is left"):
        clean(RawDocument("menu.txt", "Головна Новини Світ\nУвійти\nРеклама\n© 2025 Усі права захищено"))


def test_page_of_headlines_alone_is_refused() -> None:
    with pytest.raises(ArticleError, match="no running text is left"):
        clean(RawDocument("list.txt", "\n".join(f"Новина номер {number} про важливу подію" for number in range(30))))


def test_headline_that_the_document_states_alone_is_refused() -> None:
    with pytest.raises(ArticleError, match="no running text is left"):
        clean(RawDocument("one.txt", "Рада ухвалила новий закон", title="Рада ухвалила новий закон"))


def test_one_line_is_a_lead() -> None:
    article = clean(RawDocument("line.txt", "Президент прибув до Харкова"))
    assert (article.title, article.lead, article.body) == ("", "Президент прибув до Харкова", ())


def test_stated_fields_win_over_the_page() -> None:
    page = "Рада ухвалила новий закон про книги\nОпубліковано: 01.02.2025\n\n" + "\n\n".join(PARAGRAPHS)
    article = clean(
        RawDocument(
            "stated.txt",
            page,
            title="Закон про бібліотеки ухвалено",
            lead="Парламент підтримав бібліотеки.",
            key_points=("Перша теза.", "Друга\xa0теза."),
            outlet="Вісник",
            date="Sat, 15 Mar 2025 10:00:00 +0200",
        )
    )
    assert article.title == "Закон про бібліотеки ухвалено"
    assert article.lead == "Парламент підтримав бібліотеки."
    assert article.key_points == ("Перша теза.", "Друга теза.")
    assert article.outlet == "Вісник"
    assert article.date == "2025-03-15T10:00:00+02:00"
    assert [block.text for block in article.body] == list(PARAGRAPHS)


def test_stated_title_and_lead_are_not_repeated_in_the_body() -> None:
    title = "Рада ухвалила закон про бібліотеки"
    page = "\n\n".join([title, *PARAGRAPHS])
    article = clean(RawDocument("page.txt", page, title=title, lead=PARAGRAPHS[0]))
    assert article.lead == PARAGRAPHS[0]
    assert [block.text for block in article.body] == list(PARAGRAPHS[1:])


def test_stated_lead_that_is_cut_off_gives_way_to_its_paragraph() -> None:
    article = clean(RawDocument("page.txt", "\n\n".join(PARAGRAPHS), title="Закон", lead=PARAGRAPHS[0][:50] + "…"))
    assert article.lead == PARAGRAPHS[0]
    assert [block.text for block in article.body] == list(PARAGRAPHS[1:])


def test_key_points_of_the_page_are_accounted_for_where_others_are_stated() -> None:
    page = "\n\n".join([PARAGRAPHS[0], "Головні тези:\n• Закон підтримали.\n• Гроші дадуть восени.", *PARAGRAPHS[1:]])
    article = clean(RawDocument("page.txt", page, key_points=("Інша теза.",)))
    assert article.key_points == ("Інша теза.",)
    assert [piece.text for piece in article.removed if piece.rule == "key points stated elsewhere"] == [
        "Закон підтримали.",
        "Гроші дадуть восени.",
    ]


def test_unreadable_stated_date_gives_way_to_the_page() -> None:
    page = "Опубліковано: 01.02.2025\n\n" + "\n\n".join(PARAGRAPHS)
    assert clean(RawDocument("page.txt", page, date="yesterday")).date == "2025-02-01"


def test_outlet_is_known_from_the_address() -> None:
    document = RawDocument("page.txt", "\n\n".join(PARAGRAPHS), url="https://www.ukrinform.ua/rubric-society/1.html")
    assert clean(document).outlet == "Укрінформ"


def test_document_with_only_a_stated_lead_is_an_article() -> None:
    article = clean(RawDocument("feed.xml#1", "", title="Закон про книги", lead=PARAGRAPHS[0]))
    assert (article.title, article.lead, article.body) == ("Закон про книги", PARAGRAPHS[0], ())


def test_stated_language_decides_only_what_the_text_does_not() -> None:
    assert clean(RawDocument("a.txt", PARAGRAPHS[0], language="en")).language == "uk"
    assert clean(RawDocument("b.txt", "Окей, гаразд.", language="uk-UA")).language == "uk"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2025 Українська правда. Усі права захищено.", "Українська правда"),
        ("© Українська правда, 2000-2025", "Українська правда"),
        ("Copyright © 2025 УНІАН", "УНІАН"),
        ("Київ • УНН", "УНН"),
    ],
)
def test_outlet_is_known_from_the_pages_notice(line: str, outlet: str) -> None:
    title = "Рада ухвалила закон про бібліотеки"
    assert clean(RawDocument("foot.txt", "\n\n".join([title, *PARAGRAPHS, line]))).outlet == outlet
    assert clean(RawDocument("head.txt", "\n\n".join([title, line, *PARAGRAPHS]))).outlet == outlet


def test_captions_of_the_bbc_take_no_paragraph_with_them() -> None:
    captions = ("Автор фото, Getty Images", "Підпис до фото, Черга біля нової читальної зали в Луцьку")
    last = "Воду подають щоранку, а світло вмикають увечері на дві години."
    article = clean(RawDocument("page.txt", "\n\n".join([LINES[3], *PARAGRAPHS, *captions, last])))
    assert [block.text for block in article.body] == [*PARAGRAPHS[1:], last]
    assert [(piece.rule, piece.text) for piece in article.removed] == [("photo caption", line) for line in captions]
