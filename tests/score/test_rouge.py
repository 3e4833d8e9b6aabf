import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rouge_score.rouge_scorer import RougeScorer

from pipeline.score.tezy_rouge.rouge import METRICS, WordTokenizer, rouge, signature
from pipeline.text.words import words

POINTS = "Рада ухвалила бюджет на 2026 рік.\nНа оборону піде 2,8 трлн грн.\nП'ять депутатів утрималися."
ENGLISH = [
    ("The council approved the budget on Friday.\nFive members abstained.", "Budget approved.\nFive did not vote."),
    ("The U.S. will send 1,200 generators.", "Kyiv is to get 1,200 generators from the U.S., the ministry said."),
    ("Trams won't run until Monday's repairs are over", "Repairs stop the city's trams until Monday"),
    ("Mayors met in Łódź and Zürich", "The mayors were meeting in Łódź"),
]

vocabulary = st.sampled_from(["the", "mayor", "mayors", "meeting", "met", "budget", "2025", "U.S.", "don't", "\n"])
texts = st.lists(vocabulary, min_size=1, max_size=40).map(" ".join)


def google(hypothesis: str, reference: str, use_stemmer: bool) -> dict[str, float]:
    scores = RougeScorer(list(METRICS), use_stemmer=use_stemmer).score(reference, hypothesis)
    return {metric: scores[metric].fmeasure for metric in METRICS}


@pytest.mark.parametrize("use_stemmer", [False, True])
@pytest.mark.parametrize(("reference", "hypothesis"), ENGLISH)
def test_english_equals_rouge_score_to_the_last_digit(reference: str, hypothesis: str, use_stemmer: bool) -> None:
    found = rouge(hypothesis, reference, "en", use_stemmer=use_stemmer)
    assert found == google(hypothesis, reference, use_stemmer)


@settings(deadline=None, max_examples=150)
@given(hypothesis=texts, reference=texts.map(lambda text: f"mayor {text}"), use_stemmer=st.booleans())
def test_random_english_equals_rouge_score_to_the_last_digit(
    hypothesis: str, reference: str, use_stemmer: bool
) -> None:
    assert rouge(hypothesis, reference, "en", use_stemmer=use_stemmer) == google(hypothesis, reference, use_stemmer)


def test_identical_ukrainian_text_scores_one() -> None:
    assert rouge(POINTS, POINTS, "uk") == dict.fromkeys(METRICS, 1.0)


def test_googles_tokeniser_alone_scores_identical_ukrainian_text_zero() -> None:
    text = "Рада ухвалила бюджет."
    assert rouge(text, text, "uk")["rouge1"] == 1.0
    assert RougeScorer(["rouge1"]).score(text, text)["rouge1"].fmeasure == 0.0


def test_unrelated_sentences_that_share_a_year_and_a_newspaper_score_low() -> None:
    reference = "У 2025 році врожай пшениці впав, пише The Washington Post."
    hypothesis = "Як повідомляє The Washington Post, суд переніс слухання на 2025-й."
    assert RougeScorer(["rouge2"]).score(reference, hypothesis)["rouge2"].fmeasure > 0.6
    scores = rouge(hypothesis, reference, "uk")
    assert scores["rouge1"] < 0.5
    assert scores["rouge2"] < 0.3


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`"])
def test_every_apostrophe_is_the_same(apostrophe: str) -> None:
    assert rouge(f"п{apostrophe}ять об{apostrophe}єктів", "п'ять об’єктів", "uk")["rouge2"] == 1.0


def test_case_and_unicode_form_do_not_matter() -> None:
    composed = "Її Йосип зʼїв"
    assert rouge(unicodedata.normalize("NFD", composed).upper(), composed, "uk")["rougeL"] == 1.0


def test_surface_forms_are_compared_not_stems() -> None:
    assert rouge("бюджету", "бюджет", "uk")["rouge1"] == 0.0


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("hypothesis", ["", " \n ", "— … !"])
def test_a_hypothesis_without_words_scores_zero(hypothesis: str, language: str) -> None:
    assert rouge(hypothesis, "Budget бюджет", language) == dict.fromkeys(METRICS, 0.0)  # type: ignore[arg-type]


@pytest.mark.parametrize(("reference", "language"), [("", "uk"), ("—\n…", "uk"), ("бюджет", "en")])
def test_a_reference_without_words_is_an_error(reference: str, language: str) -> None:
    with pytest.raises(ValueError, match="the reference must have a word in it"):
        rouge("budget", reference, language)  # type: ignore[arg-type]


def test_ukrainian_cannot_be_stemmed() -> None:
    with pytest.raises(ValueError, match="no stemmer for Ukrainian"):
        rouge("бюджет", "бюджет", "uk", use_stemmer=True)


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(ValueError, match="'uk' or 'en', got 'pl'"):
        rouge("budżet", "budżet", "pl")  # type: ignore[arg-type]


def test_lines_in_another_order_lower_rouge_l_but_not_rouge_lsum() -> None:
    scores = rouge("\n".join(reversed(POINTS.split("\n"))), POINTS, "uk")
    assert scores["rougeLsum"] == 1.0
    assert scores["rougeL"] < 0.6


@given(
    st.text(alphabet=st.one_of(st.sampled_from("аїґЙ’ʼ`'\u0301\u0306 2½"), st.characters(codec="utf-8")), max_size=60)
)
def test_the_tokeniser_is_the_one_of_the_text_package(text: str) -> None:
    assert WordTokenizer().tokenize(text) == words(text)


@pytest.mark.parametrize(
    "text", ["П’ять об'єктів — 2,8 трлн", "COVID-19 у м. Києві'", "ʼслово’ 10:30 ½ ²", "за\u0301мок"]
)
def test_the_tokeniser_is_the_one_of_the_text_package_on_hard_text(text: str) -> None:
    assert WordTokenizer().tokenize(text) == words(text)


def test_a_signature_names_everything_that_the_number_hangs_on() -> None:
    assert signature("rougeLsum", "uk", 5, details="ref:lead") == (
        "rougeLsum|lang:uk|tok:tezy-words-1|stem:no|refs:1|n:5|ref:lead|rouge_score:0.1.2|tezy_rouge:1"
    )
    assert "|tok:google|stem:porter|" in signature("rouge1", "en", 5, use_stemmer=True)
