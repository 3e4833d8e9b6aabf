import pytest

from pipeline.check.script import check_script, is_english

SOURCE = "Президент підписав закон про бюджет на наступний рік."


def messages(source, target):
    return [finding.message for finding in check_script(source, target)]


@pytest.mark.parametrize(
    "target",
    [
        "The president signed the budget law for the next year.",
        "Kyiv, Kharkiv, Poltava",
        "Tesla Model 3 — $40,000",
        "Zelenskyy arrives in Oslo",
        "Radosław Sikorski responded.",
        "Lech Wałęsa supported Ukraine.",
        "Andrej Babiš became prime minister.",
        "Naïve café owners in Überlingen and Šiauliai protest",
        "",
    ],
)
def test_english_raises_nothing(target):
    assert messages(SOURCE, target) == []


def test_words_left_in_cyrillic_are_named_together():
    assert messages(SOURCE, "The президент України signed the закон.") == [
        "“президент України” is left in Cyrillic letters",
        "“закон” is left in Cyrillic letters",
    ]


def test_a_word_of_two_alphabets_is_named():
    cyrillic_k = "К"
    assert messages(SOURCE, f"The law came to {cyrillic_k}yiv.") == [
        f"“{cyrillic_k}yiv” mixes Latin and Cyrillic letters"
    ]


def test_the_source_given_back_is_reported():
    assert messages(SOURCE, f" {SOURCE} ") == ["the translation is the source itself"]


def test_what_needs_no_translation_may_be_given_back():
    assert messages("Tesla Model 3", "Tesla Model 3") == []


@pytest.mark.parametrize(
    "target",
    [
        "Президент подписал закон о бюджете.",
        "Der Präsident unterzeichnete das Gesetz über den Haushalt.",
        "Le président a signé la loi sur le budget de l'année prochaine.",
        "Prezydent podpisał ustawę budżetową na przyszły rok.",
        "Marek odszedł.",
        "Der Präsident kam später.",
        "Prezydent pidpysav zakon pro biudzhet na nastupnyi rik.",
    ],
)
def test_another_language_is_reported(target):
    (message,) = messages(SOURCE, target)
    assert message in ("the translation is not in English", "the translation does not seem to be English")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("The law\x1b[31m was signed.", "a control character (U+001B)"),
        ("The \u202elaw was signed.", "a control character (U+202E)"),
        ("The law\ufffd was signed.", "a character that could not be read (U+FFFD)"),
        ("The <unk> was signed.", "<unk>, which is not text"),
        ("eng_Latn The law was signed.", "eng_Latn, which is not text"),
        ("The &quot;law&quot; was signed.", "&quot;, which is not text"),
    ],
)
def test_what_no_writer_types_is_reported(target, said):
    assert messages(SOURCE, target) == [f"the translation holds {said}"]


def test_what_the_source_holds_too_is_not_reported():
    assert messages("Тег <s> і родина 👨\u200d👩", "The <s> tag and the family 👨\u200d👩") == []


@pytest.mark.parametrize("text", ["", "42", "Rada", "Ukrposhta", "Nova Poshta"])
def test_what_is_too_short_to_tell_counts_as_english(text):
    assert is_english(text)
