import time
from pathlib import Path

import pytest

from tests.ingest.files_to_read import read_one, skip_one

PARAGRAPHS = [
    "Громада Калинівки відкрила перший у районі музей млинарства, до якого вже передали понад триста речей.",
    "За словами кураторки Ївги Ґудзь, найстаршій ручній жорні близько двохсот років, а найважча важить 240 кг.",
    "Екскурсії проводитимуть щосуботи, вхід коштує 50 гривень, для школярів він безплатний упродовж усього року.",
    "«Ми хотіли, щоб млин знову молов. Тепер він меле», — сказала вона під час відкриття, на яке прийшло 400 людей.",
]


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="uk"><head><meta charset="utf-8"><title>Музей | Вісник</title>{head}</head><body>'
        '<nav><ul><li><a href="/">Головна</a></li><li><a href="/s">Спорт</a></li></ul></nav>'
        f"<article><h1>У Калинівці запрацював музей млинарства</h1>{body}</article>"
        "<footer><p>© Вісник. Усі права захищено.</p></footer></body></html>"
    )


def paragraphs(texts: list[str] = PARAGRAPHS) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "page.html"
    path.write_bytes(text.encode(encoding))
    return path


def test_text_and_metadata_are_found_and_furniture_is_not(tmp_path: Path) -> None:
    head = (
        '<meta property="og:title" content="У Калинівці запрацював музей млинарства">'
        '<meta property="og:site_name" content="Вісник Калинівки">'
        '<meta property="article:published_time" content="2025-05-18T09:00:00+03:00">'
        '<link rel="canonical" href="https://visnyk.example/museum">'
    )
    found = read_one(write(tmp_path, page(paragraphs(), head)))
    assert found.title == "У Калинівці запрацював музей млинарства"
    assert (found.outlet, found.date, found.url) == ("Вісник Калинівки", "2025-05-18", "https://visnyk.example/museum")
    for text in PARAGRAPHS:
        assert text in found.text.split("\n\n")
    assert "Спорт" not in found.text
    assert "Усі права" not in found.text


def test_a_page_in_windows_1251_is_read_whatever_it_declares(tmp_path: Path) -> None:
    found = read_one(write(tmp_path, page(paragraphs()), "windows-1251"))
    assert PARAGRAPHS[0] in found.text


def test_key_points_are_kept_as_a_list_with_bullets(tmp_path: Path) -> None:
    points = ["Музей відкрили в Калинівці.", "Вхід коштує 50 гривень."]
    block = f"<h3>Головні тези:</h3><ul>{''.join(f'<li>{point}</li>' for point in points)}</ul>"
    found = read_one(write(tmp_path, page(paragraphs(PARAGRAPHS[:1]) + block + paragraphs(PARAGRAPHS[1:]))))
    for point in points:
        assert f"• {point}" in found.text.split("\n\n")


def test_key_points_that_extraction_drops_as_furniture_are_put_back(tmp_path: Path) -> None:
    block = '<div class="sidebar related"><h3>Key points</h3><ul><li>The mill grinds again.</li></ul></div>'
    found = read_one(write(tmp_path, page(block + paragraphs())))
    assert "• The mill grinds again." in found.text


def test_a_list_of_links_under_a_caption_of_key_points_is_not_put_back(tmp_path: Path) -> None:
    block = '<div class="sidebar related"><h3>Головне</h3><ul><li><a href="/1">Інша новина дня</a></li></ul></div>'
    found = read_one(write(tmp_path, page(block + paragraphs())))
    assert "Інша новина дня" not in found.text


def test_without_anything_that_extraction_finds_the_visible_text_is_taken(tmp_path: Path) -> None:
    found = read_one(write(tmp_path, "<div>Коротка новина.</div><script>var a = 1;</script>"))
    assert found.text == "Коротка новина."


def test_the_date_does_not_depend_on_the_day_of_reading(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2071-05-18T09:00:00+03:00">'
    assert read_one(write(tmp_path, page(paragraphs(), head))).date == "2071-05-18"


@pytest.mark.parametrize(
    ("hostile", "said"),
    [
        ("<div>" * 100_000 + "текст" + "</div>" * 100_000, "nests 100,0"),
        ("<b><i>" * 50_000 + "текст", "nests 100,0"),
        ("<script>var a = '<p>';</script>" * 100_000 + paragraphs(), "has 100,0"),
        ("<p>" * 100_000 + "текст", "has 100,0"),
        ("<span>слово</span>" * 70_000, "One block of the page has 70,0"),
    ],
    ids=["nested div", "nested inline", "scripts", "unclosed p", "spans"],
)
def test_a_page_made_to_break_the_parser_is_refused_quickly(tmp_path: Path, hostile: str, said: str) -> None:
    started = time.process_time()
    found = skip_one(write(tmp_path, page(hostile)))
    assert said in found.reason
    assert ".txt" in found.advice
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 240 + "текст",
        "<script>" * 100_000,
        "<!--" * 100_000,
        "<p>&#x110000;&#0;&nosuch;</p>" * 100,
        "<table>" * 200 + "<tr><td>" * 1000,
        "<a href='" + "x" * 100_000,
        "<![CDATA[" * 1000,
    ],
    ids=["deep", "open scripts", "open comments", "entities", "tables", "open attribute", "cdata"],
)
def test_ugly_pages_end_in_an_article_or_a_reason(tmp_path: Path, hostile: str) -> None:
    started = time.process_time()
    from tests.ingest.files_to_read import read

    assert len(read(write(tmp_path, page(paragraphs() + hostile)))) == 1
    assert time.process_time() - started < 20
