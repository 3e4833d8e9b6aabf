"""No page may hang the cleaner: work grows with the size of the page, whatever the page is made of."""

import contextlib
import time

import pytest

from pipeline.errors import ArticleError
from pipeline.records import RawDocument
from pipeline.text.clean import clean

SENTENCE = "Президент заявив, що переговори в Женеві тривають, повідомляє Reuters."
HEADLINE = "У Карпатах зійшла лавина: туристів шукали шість годин"
# Two to three seconds a million characters on a busy two-core machine; ten times that is a hang, not a slow day.
SECONDS_A_MILLION_CHARACTERS = 30

PAGES = {
    "paragraph of 200,000 characters": (SENTENCE + " ") * 2900,
    "word of 200,000 letters": "а" * 200_000,
    "mixed alphabets": "аa" * 100_000 + ". " + SENTENCE,
    "quotation marks": SENTENCE + '" ' * 50_000 + "а" * 100_000,
    "spaces and commas": SENTENCE + "\n, а" * 40_000,
    "capitalised words": ("Іван Петро " * 25 + "\n") * 600,
    "almost captions": ("Фото (" * 60 + "\n") * 500,
    "almost addresses": ("Читайте нас також у " * 18 + "\n") * 500,
    "almost dates": ("31.12.20 31 жовтня 31/12/ " * 4 + "\n") * 900,
    "almost breadcrumbs": ("Головна / " * 30 + "\n") * 600,
    "tags": ("#слово " * 30 + "\n") * 1000,
    "bullets": ("• " + SENTENCE + "\n") * 900,
    "labels of links": (f"Читайте також:\n{HEADLINE}\n{SENTENCE}\n") * 700,
    "headlines and decks": (f"{HEADLINE}\n{SENTENCE}\n") * 900,
    "entities": "&amp;" * 40_000 + SENTENCE,
    "open tags": "<p " * 60_000 + SENTENCE,
    "brackets": "(" * 100_000 + "а" * 100_000,
}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_cleaned_in_time_that_grows_with_its_size(name: str) -> None:
    page = PAGES[name]
    started = time.process_time()
    with contextlib.suppress(ArticleError):  # refusing is an answer too
        clean(RawDocument("page.txt", page))
    assert time.process_time() - started < max(5, SECONDS_A_MILLION_CHARACTERS * len(page) / 1_000_000)


def test_megabytes_of_ordinary_text_are_cleaned_whole() -> None:
    paragraphs = [f"{SENTENCE[:-1]}, випуск {number}." for number in range(6_000)]
    article = clean(RawDocument("large.txt", "\n\n".join(paragraphs)))
    assert len(article.body) == len(paragraphs) - 1
    assert article.body[-1].text == paragraphs[-1]
