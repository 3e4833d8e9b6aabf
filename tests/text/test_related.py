from pipeline.text.page import kept, read_lines
from pipeline.text.related import remove_related_items, shared_words, stems

TITLE = "Рада ухвалила закон про бібліотеки"
TEXT = (
    "Рада підтримала закон про бібліотеки, повідомив голова комітету.",
    "Документ набуде чинності першого липня, а громади отримають гроші.",
    "Книжки привезуть восени, і перші зали відкриють до Різдва.",
)
HEADLINE = "У Карпатах зійшла лавина: туристів шукали шість годин"
DECK = "Рятувальники знайшли групу біля полонини о третій ночі."


def left(page: str) -> list[str]:
    lines = read_lines(page)
    for line in lines:
        if line.text.startswith("Теги"):
            line.remove("tags")
    remove_related_items(lines, TITLE)
    return [line.text for line in kept(lines)]


def test_headline_with_its_deck_glued_to_the_end_goes() -> None:
    assert left("\n\n".join(TEXT) + f"\n\n{HEADLINE}\n{DECK}") == list(TEXT)


def test_several_items_go_one_after_another() -> None:
    other = (
        "Збірна виграла бронзу на світовому чемпіонаті з біатлону\nСпортсменки фінішували за пів секунди до норвежок."
    )
    assert left("\n\n".join([*TEXT, f"{HEADLINE}\n{DECK}", other])) == list(TEXT)


def test_item_below_the_tags_goes_though_it_stands_apart() -> None:
    assert left("\n\n".join([*TEXT, "Теги: книжки", HEADLINE, DECK])) == list(TEXT)


def test_last_section_about_the_same_thing_stays() -> None:
    heading = "Які бібліотеки першими отримають книжки за новим законом"
    section = "Закон називає двадцять громад, бібліотеки яких зруйновано, і гроші їм дадуть уже влітку."
    assert left("\n\n".join([*TEXT, heading, section]))[-2:] == [heading, section]


def test_last_section_with_a_short_heading_stays_whatever_it_says() -> None:
    assert left("\n\n".join([*TEXT, "Погода", DECK]))[-2:] == ["Погода", DECK]


def test_question_before_the_last_paragraph_stays() -> None:
    question = "А чи вистачить на все це сорока мільйонів гривень на рік?"
    assert left("\n\n".join([*TEXT, question, DECK]))[-2:] == [question, DECK]


def test_short_article_is_never_taken_for_a_related_item() -> None:
    assert left(f"{TEXT[0]}\n\n{HEADLINE}\n{DECK}") == [TEXT[0], HEADLINE, DECK]


def test_shared_words_see_through_endings() -> None:
    assert shared_words("бібліотеками законів", stems("бібліотека за законом")) == 1.0
    assert shared_words("лавина в горах", stems(TEXT[0])) == 0.0
