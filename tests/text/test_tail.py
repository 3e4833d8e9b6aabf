import pytest

from pipeline.text.page import kept, read_lines
from pipeline.text.tail import cut_tail, is_biography

TEXT = (
    "Рада підтримала закон про бібліотеки, повідомив голова комітету.",
    "Документ набуде чинності першого липня, а громади отримають гроші.",
    "Книжки привезуть восени, і перші зали відкриють до Різдва.",
)
LINKS = (
    "У Карпатах зійшла лавина: туристів шукали шість годин",
    "Уряд змінив порядок виплат переселенцям із Донеччини",
)
DECKS = (
    "Рятувальники знайшли групу біля полонини о третій ночі.",
    "Гроші надходитимуть раз на квартал, кажуть у міністерстві.",
)


def left(*blocks: str, separator: str = "\n\n") -> list[str]:
    lines = read_lines(separator.join(blocks))
    cut_tail(lines)
    return [line.text for line in kept(lines)]


@pytest.mark.parametrize(
    "label", ["Вас також можуть зацікавити новини:", "Схожі новини", "Read also:", "Most read", "Новини за темою"]
)
@pytest.mark.parametrize("separator", ["\n", "\n\n"])
def test_links_below_the_text_go_with_their_label(label: str, separator: str) -> None:
    assert left(*TEXT, label, *LINKS, separator=separator) == list(TEXT)


@pytest.mark.parametrize("separator", ["\n", "\n\n"])
def test_text_goes_on_after_links_let_into_it(separator: str) -> None:
    assert left(TEXT[0], "Читайте також:", *LINKS, *TEXT[1:], separator=separator) == list(TEXT)


def test_heading_of_the_text_that_goes_on_is_no_link() -> None:
    assert left(*TEXT[:2], "Читайте також:", LINKS[0], "Що далі", TEXT[2]) == [*TEXT[:2], "Що далі", TEXT[2]]


def test_links_with_decks_glued_under_them_go_to_the_end() -> None:
    pairs = "\n".join(line for pair in zip(LINKS, DECKS, strict=True) for line in pair)
    assert left(*TEXT, f"Цікаве для вас\n{pairs}") == list(TEXT)


def test_links_with_decks_that_stand_apart_go_if_there_are_several() -> None:
    pairs = [line for pair in zip(LINKS, DECKS, strict=True) for line in pair]
    assert left(*TEXT, "Останні новини", *pairs) == list(TEXT)


@pytest.mark.parametrize("label", ["Коментарі", "Comments (3)", "Про автора", "Avatar", "Залишити відповідь"])
def test_nothing_after_the_end_of_the_article_is_kept(label: str) -> None:
    assert left(*TEXT, label, "Дуже слушна думка, дякую редакції за цей матеріал.") == list(TEXT)


def test_label_of_the_end_above_the_text_takes_only_itself() -> None:
    assert left("Коментарі", *TEXT) == list(TEXT)


@pytest.mark.parametrize("above", [(), ("Донбас",)])
def test_listing_is_known_by_its_dates(above: tuple[str, ...]) -> None:
    assert left(*TEXT, *above, "14.03.2025, 11:20", LINKS[0], DECKS[0]) == list(TEXT)
    assert left(*TEXT, LINKS[0], "14.03.2025, 11:20", DECKS[0]) == list(TEXT)


def test_chronicle_keeps_the_days_that_head_it() -> None:
    chronicle = [TEXT[0], TEXT[1], "14 березня 2025", TEXT[2]]
    assert left(*chronicle) == chronicle


def test_headlines_and_names_with_nothing_under_them_go() -> None:
    assert left(*TEXT, "Олена Вітрук", LINKS[0]) == list(TEXT)


def test_question_and_list_at_the_end_stay() -> None:
    assert left(*TEXT, "Чи навчило це нас чогось?")[-1] == "Чи навчило це нас чогось?"
    assert left(*TEXT, "• Київ", "• Львів")[-2:] == ["Київ", "Львів"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Nadia Petrenko is a reporter at The Kyiv Independent, covering culture.",
        "Nadia Petrenko is the senior national security correspondent for a daily.",
        "Олена Вітрук — журналістка відділу новин, раніше писала про театр.",
        "Олена Вітрук працює редакторкою стрічки новин.",
    ],
)
def test_biography_is_known(paragraph: str) -> None:
    assert is_biography(paragraph)
    assert left(*TEXT, paragraph) == list(TEXT)


@pytest.mark.parametrize(
    "paragraph", ["Nadia Petrenko is a librarian in Kosiv.", "Журналіст отримав премію за знімок із Бахмута."]
)
def test_person_of_the_news_has_no_biography(paragraph: str) -> None:
    assert not is_biography(paragraph)


def test_authors_card_goes_wherever_it_stands() -> None:
    card = ("Nadia Petrenko", "Nadia Petrenko is a reporter at a daily, covering culture and schools.")
    assert left(TEXT[0], *card, *TEXT[1:]) == list(TEXT)
