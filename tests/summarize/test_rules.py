import pytest

from pipeline.records import Language
from pipeline.summarize.rules import (
    is_first_person,
    is_fragment,
    is_furniture,
    is_question,
    is_reminder,
    is_repetitive,
    is_source_note,
    is_unusable,
    opens_unresolved,
    repeats_any,
    says_the_same,
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Нагадаємо, міст закрили на ремонт ще навесні."),
        ("uk", "Раніше повідомлялося, що міст закриють на ремонт."),
        ("uk", "Як повідомлялося, міст закрили на ремонт."),
        ("uk", "Як відомо, міст закрили на ремонт навесні."),
        ("uk", "Раніше ми писали, що міст закриють."),
        ("uk", "Як нагадує видання, міст закрили навесні."),
        ("en", "As a reminder, the bridge was closed in the spring."),
        ("en", "Recall that the bridge was closed in the spring."),
        ("en", "Earlier we reported that the bridge would be closed."),
        ("en", "As previously reported, the bridge was closed."),
        ("en", "As the newspaper recalls, the bridge was closed in the spring."),
        ("en", "It was earlier reported that the bridge was closed."),
    ],
)
def test_sentences_that_tell_old_news_again_are_reminders(language: Language, text: str) -> None:
    assert is_reminder(text, language)
    assert is_unusable(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Раніше міст перетинали десять тисяч машин на добу."),
        ("uk", "Як зазначив інженер, міст витримає сто років."),
        ("uk", "Нагадування про сплату надійшли всім мешканцям."),
        ("uk", "Довідки можна отримати в будь-якому відділенні."),
        ("en", "Earlier attempts to close the bridge failed."),
        ("en", "Previously it was the coast guard that kept the bridge."),
        ("en", "Recall of the faulty buses will take a year."),
        ("en", "As reported by the engineers, the bridge will stand."),
        ("en", "The mayor recalled that the bridge was closed."),
    ],
)
def test_sentences_that_only_look_like_reminders_are_none(language: Language, text: str) -> None:
    assert not is_reminder(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Про це повідомив речник міської ради."),
        ("uk", "Про це на брифінгу розповіла директорка музею."),
        ("uk", "Про це пише видання з посиланням на документи."),
        ("en", "This was reported by the city council."),
    ],
)
def test_sentences_that_only_name_their_source_are_source_notes(language: Language, text: str) -> None:
    assert is_source_note(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Читайте також про ремонт інших мостів міста.",
        "Підписуйтесь на наш канал і читайте новини першими.",
        "Фото: пресслужба міської ради, архів за 2024 рік.",
        "Read more about the bridges of the city.",
        "Sign up for our newsletter to get the news every day.",
        "More at https://example.org about the bridge.",
    ],
)
def test_furniture_of_the_page_is_recognised(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Фотографи зібралися біля мосту.",
        "Фото з місця аварії опублікувала поліція.",
        "Оновлено правила перетину кордону.",
        "Реклама азартних ігор буде заборонена.",
        "Фішингову розсилку виявили кіберфахівці.",
        "Share prices fell after the bridge was closed.",
        "Updated rules for crossing the border are in force.",
        "Watchmakers moved into the old factory.",
    ],
)
def test_news_that_begins_like_furniture_is_none(text: str) -> None:
    assert not is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Чи вистачить грошей на ремонт?",
        "«Чи вистачить грошей?» — запитала депутатка.",
        '"Is there enough money?" the councillor asked.',
        "Is there enough money?..",
        "Чи вистачить грошей (і часу)?",
    ],
)
def test_questions_are_recognised_also_inside_quotations(text: str) -> None:
    assert is_question(text)


def test_a_statement_about_a_question_is_no_question() -> None:
    assert not is_question("Депутати не відповіли на запитання про гроші.")


@pytest.mark.parametrize(
    "text",
    [
        "Що змінилося в місті",  # a heading has no full stop
        "До переліку входять такі міста:",
        "ремонт мосту через річку Рось;",
        "Міст знову закрили.",  # too short to stand alone
        "Міст закрили на ремонт, бо...",
        "(за даними міської ради на 5 травня).",
        "яку відкрили після ремонту в травні.",
        " ".join(["слово"] * 80) + ".",
    ],
)
def test_what_is_no_whole_sentence_is_a_fragment(text: str) -> None:
    assert is_fragment(text)


@pytest.mark.parametrize(
    "text",
    [
        "Міст відкриють у травні наступного року.",
        "росія заявила про закриття своїх аеропортів.",  # some outlets write it small on purpose
        "«Мрія» вперше злетіла 1988 року.",
        'Four councillors called the plan "a bridge to nowhere."',
    ],
)
def test_whole_sentences_are_no_fragments(text: str) -> None:
    assert not is_fragment(text)


def test_a_text_of_the_same_three_words_over_and_over_is_repetitive() -> None:
    assert is_repetitive("Міст на ремонті, міст на ремонті, міст на ремонті.")
    assert not is_repetitive("Міст на ремонті, другий міст на ремонті з травня.")
    counts = "five times in the north and in the port, six times in the south and in the bay, seven times in the west."
    assert not is_repetitive(f"The town was shelled {counts}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Він пообіцяв відкрити міст у травні."),
        ("uk", "Це рішення ухвалили одноголосно."),
        ("uk", "За його словами, міст відкриють у травні."),
        ("uk", "Після цього рух мостом відновили."),
        ("uk", "Їхні сусіди виступили проти."),
        ("uk", "Відтоді мостом не їздять вантажівки."),
        ("en", "He promised to open the bridge in May."),
        ("en", "This decision was unanimous."),
        ("en", "According to him, the bridge will open in May."),
        ("en", "After that, traffic over the bridge resumed."),
        ("en", "Since then, no trucks have crossed the bridge."),
    ],
)
def test_sentences_that_begin_by_pointing_elsewhere_are_unresolved(language: Language, text: str) -> None:
    assert opens_unresolved(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Мер і його заступник пообіцяли відкрити міст."),
        ("uk", "Цього року міст відкриють раніше."),
        ("uk", "За словами інженера, міст витримає сто років."),
        ("en", "The mayor said he would open the bridge."),
        ("en", "This year the bridge opens earlier."),
        ("en", "Those who live near the bridge complain of noise."),
        ("und", "Він пообіцяв відкрити міст."),
    ],
)
def test_sentences_that_name_what_they_speak_of_are_resolved(language: Language, text: str) -> None:
    assert not opens_unresolved(text, language)


def test_first_person_is_seen_in_both_languages() -> None:
    assert is_first_person("Ми відкрили міст учасно.", "uk")
    assert is_first_person("We opened the bridge on time.", "en")
    assert not is_first_person("Місто відкрило міст учасно.", "uk")


def test_points_that_share_most_words_say_the_same_whatever_their_forms() -> None:
    first = "Міст через Рось відкриють у травні після ремонту."
    assert says_the_same(first, "У травні відкриють відремонтований після повені міст через Рось.", "uk")
    assert not says_the_same(first, "Ремонт дороги коштував двадцять мільйонів гривень.", "uk")
    assert repeats_any(first, ["Ціни зросли.", first], "uk")
    assert not repeats_any(first, [], "uk")


def test_texts_without_content_words_never_say_the_same() -> None:
    assert not says_the_same("і та", "і та", "uk")
