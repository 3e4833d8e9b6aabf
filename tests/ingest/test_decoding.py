import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ArticleError
from pipeline.ingest.decoding import decode, detect_encoding
from tests.ingest.files_to_read import ENGLISH, UKRAINIAN

UKRAINIAN_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1251")
WORDS = ["рада", "міста", "Київ", "їхня", "об'єкт", "ґанок", "2,5", "млрд", "«Чайка»", "U.S.", "та", "ще", "єдність"]


@pytest.mark.parametrize("encoding", UKRAINIAN_ENCODINGS)
@pytest.mark.parametrize("text", [UKRAINIAN, ENGLISH], ids=["uk", "en"])
def test_text_comes_back_from_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_koi8_u_is_told_from_windows_1251() -> None:
    text = UKRAINIAN.replace("«", '"').replace("»", '"').replace("—", "-")
    assert detect_encoding(text.encode("koi8-u"), complete=True) == "koi8-u"
    assert decode(text.encode("koi8-u")) == text
    assert decode(text.encode("windows-1251")) == text


def test_russian_in_windows_1251_is_decoded_so_that_it_can_be_reported_as_russian() -> None:
    text = "Съезд объявил перерыв, сообщает пресс-служба. Это было решено ещё вчера."
    assert decode(text.encode("windows-1251")) == text


def test_windows_1252_accents_in_english_are_not_taken_for_cyrillic() -> None:
    text = "President Nicolás Maduro spoke in a café — “for peace,” he said."
    assert decode(text.encode("windows-1252")) == text


@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=60).map(" ".join))
def test_ukrainian_words_survive_windows_1251(text: str) -> None:
    text = f"Речниця повідомила про рішення громади: {text}"
    assert decode(text.encode("windows-1251")) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_survives_utf_8_with_a_byte_order_mark(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


def test_line_ends_become_line_feeds() -> None:
    assert decode("перше\r\nдруге\rтретє\n".encode()) == "перше\nдруге\nтретє\n"


def test_a_character_cut_off_at_the_end_is_dropped() -> None:
    assert decode("Кінець статті є".encode()[:-1]) == "Кінець статті "


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text",
        b"PK\x03\x04 text",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 40,
        b"\x00" * 5000,
        b"\x01\x02\x03text",
    ],
    ids=["pdf", "zip", "png", "all bytes", "zeros", "control characters"],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError, match="binary"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        UKRAINIAN.encode().replace(b"\xd0\xbe", b"\xff\xfe", 3),
        "рада міста зібралася вдруге".replace("і", "и").encode("cp866"),
    ],
    ids=["damaged UTF-8", "cp866"],
)
def test_what_is_no_known_encoding_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(ArticleError, match="encoding") as caught:
        decode(data)
    assert "UTF-8" in caught.value.advice


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_an_article_error(data: bytes) -> None:
    with contextlib.suppress(ArticleError):
        assert isinstance(decode(data), str)
