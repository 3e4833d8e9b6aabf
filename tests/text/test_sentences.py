import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenize_uk import tokenize_sents_with_spans

from pipeline.records import Article, Block, Language, Sentence
from pipeline.text.sentence_ukrainian import _MAY_END
from pipeline.text.sentences import MAX_WHOLE_QUOTATION_CHARACTERS, sentence_spans, split_sentences

GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold" / "news"


def cut(text: str, language: Language) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


def article(language: Language = "uk", title: str = "", lead: str = "", body: tuple[Block, ...] = ()) -> Article:
    return Article("0" * 16, "1.txt", language, 1.0, title, lead, body)


UKRAINIAN = [
    # initials and titles
    ["Про це сказав А. М. Шевченко.", "І. Франко жив у Львові."],
    ["Дж. Байден зустрів Б. Джонсона.", "Ю. Тимошенко не прийшла."],
    ["Штаб, де працює ген. Залужний, закрито.", "Проф. Іваненко та акад. Петренко поїхали."],
    # places and addresses
    ["До м. Київ прибули гості.", "Вони оселилися на вул. Хрещатик, 1.", "Потім пішли на пл. Софійську."],
    ["Адреса: м. Львів, вул. Зелена, буд. 5, кв. 10."],
    ["Завод купили для смт. Ворзель та с. Мироцьке."],
    # dates
    ["У ніч на 24 лют. Росія атакувала Київ.", "Напад тривав добу."],
    ["Зустріч відбулася 24 лют.", "Сторони домовилися."],
    ["У 2024 р. Україна отримала 10 млрд євро.", "Наказ від 01.02.2024 р. чинний."],
    ["Компанію заснували у 2010 р.", "Потім її продали."],
    ["Як повідомлялося, у 2014 р. Росія анексувала Крим."],
    ["У ХХ ст. Київ розрісся.", "До н. е. тут жили скіфи."],
    # numbers and units
    ["Ціна зросла на 3,5 тис. грн за шт.", "Це рекорд."],
    ["Бюджет становить 5 млрд. грн. на рік.", "Це багато."],
    ["Початок о 10.30 у залі № 5.", "Вхід вільний."],
    ["Ціна зросла до 22.", "НБУ мовчить."],
    ["Загинуло 5 тис.", "Про це пише газета."],
    ["Банк надасть громаді 600 млн дол. США на тепломережі.", "Курс склав 42,1 грн/дол. США у середу."],
    ["Заставу визначили в 300 тис. дол. США.", "Адвокат подав скаргу."],
    ["Завод сплатив 12 млн грн. ПДВ та 3 млн грн. акцизу.", "Борг закрито."],
    ["Уряд просив 5 млн долл.США.", "Банк дав 2 тис. дол.", "Потім передумав."],
    ["Площа становить 4 200 кв. м.", "Потім її збільшили."],
    ["Згідно зі ст. 115 ККУ, його судитимуть.", "Див. розд. 3 та п. 2 ч. 1 цієї статті."],
    # abbreviations
    ["Так звана т.зв. «республіка» зникла.", "Купили хліб, сіль і т. д.", "Потім поїхали."],
    ["Він прибув зі США.", "ООН мовчить."],
    # росія in small letters
    ["Атаку відбили.", "росія мовчить.", "кремль заперечує."],
    # ends other than a full stop
    ["Це добре…", "А далі?", "Ні!", "Так."],
    ["Він мовчав... і пішов."],
    # quotations
    ["Він сказав: «Ми не здамося. Ми переможемо!»", "Після цього пішов."],
    ["«Так. Ні. Може», — відповів він.", "«Як так?» — здивувався другий."],
    ['Він додав: "Ми працюємо. Ми віримо".', "Зал аплодував."],
    ['Посол сказав: "Ми готові."', "Потім він пішов."],
    ["Міністр (він був там. І бачив) мовчав.", "Усе."],
    ["«Це „Лелека“. Він летить», — каже мер.", "Так і є."],
    # lists
    ["1. Перше.", "2. Друге."],
    ["Застосунок Дія.Підпис працює.", "Портал «Прозорро.Продажі» теж."],
    # glued
    ["Він пішов.", "А вона лишилась."],
]
ENGLISH = [
    ["Mr. Smith met Gen. Mark A. Milley in the U.S. on Oct. 31.", "The U.S. Navy sent ships."],
    ["It sold cars in Japan and the U.S.", '"Beijing has shown it," he said.'],
    ["He lives in Washington, D.C.", "They left for St. Petersburg."],
    ["J. K. Rowling wrote it.", "B.F. Skinner and K.P. Sharma read it."],
    ["It gives vitamin D.", "Some call it the sun."],
    ["The game starts at 7:30 p.m. Kyiv time.", "It ends at 10 p.m.", "Everyone goes home."],
    ["The talks began.", "By 7:30 a.m. Prigozhin was there."],
    ["It is open from 8 a.m. to 8 p.m.", "For homes it is longer."],
    ["The office is at 34 Vyhovskoho St.", "Hours are short."],
    ["It cost $3.5 million, up 2.1 percent.", "See No. 5 for more.", "Apple Inc. said so.", "The firm grew."],
    ['"We won. We are glad," he said.', "The crowd left."],
    ['"Why?" Zelensky asked.', '"Stop!"', "Then he left."],
    ["He wants “everything to remain peaceful.”", "Last week he asked for radars."],
    ["Wait... what?", "Really?!", "Yes."],
    ["iPhone sales rose.", "eBay fell.", "iPhone sales rose again."],
    ["Diia.City works.", "Prozorro.Sale does too."],
    ["1. First thing.", "2. Second thing."],
    ["They came vs. all odds, e.g. Dr. Who stayed.", "No.", "He left."],
]


@pytest.mark.parametrize("sentences", UKRAINIAN, ids=lambda sentences: sentences[0][:30])
def test_ukrainian_sentences_come_apart_where_they_were_joined(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "uk") == sentences


@pytest.mark.parametrize("sentences", ENGLISH, ids=lambda sentences: sentences[0][:30])
def test_english_sentences_come_apart_where_they_were_joined(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "en") == sentences


def test_glued_sentences_come_apart() -> None:
    assert cut("They treat us badly.On November 2, the Kremlin spoke.", "en") == [
        "They treat us badly.",
        "On November 2, the Kremlin spoke.",
    ]
    assert cut("Він пішов.А вона лишилась.Усе.", "uk") == ["Він пішов.", "А вона лишилась.", "Усе."]
    assert cut("See the U.S.A. and pravda.com.ua or 3.5.", "en") == ["See the U.S.A. and pravda.com.ua or 3.5."]


def test_a_closing_quotation_mark_torn_off_belongs_to_the_sentence_before() -> None:
    text = (
        'They treat us badly. " On November 2, the Kremlin spoke. Peskov wants "peace to remain. " Last week he left.'
    )
    assert cut(text, "en") == [
        'They treat us badly. "',
        "On November 2, the Kremlin spoke.",
        'Peskov wants "peace to remain. "',
        "Last week he left.",
    ]


def test_a_long_quotation_is_cut_at_its_sentences() -> None:
    first = "«Перша думка про мир і безпеку в Європі та світі, яку важливо почути всім без винятку."
    second = "Друга думка також достатньо довга, щоб перевищити межу, бо вона має багато слів і підрядних частин."
    third = "Третя думка завершує цитату і теж не коротка», — сказав він."
    assert len(f"{first} {second} {third}") > MAX_WHOLE_QUOTATION_CHARACTERS
    assert cut(f"{first} {second} {third}", "uk") == [first, second, third]


@pytest.mark.parametrize("mark", ['"', "«", "“", "(", "»"])
def test_a_mark_without_a_partner_does_not_hold_sentences_together(mark: str) -> None:
    sentences = [f"Рада схвалила {mark}ремонт доріг.", "Мер підписав його.", "Роботи почалися."]
    assert cut(" ".join(sentences), "uk") == sentences


def test_a_blank_line_ends_a_sentence() -> None:
    for language in ("uk", "en"):
        assert cut("Заголовок\n\nТекст «перший\n\nдругий»", language) == ["Заголовок", "Текст «перший", "другий»"]


def test_a_title_or_heading_is_one_sentence_unless_clearly_several() -> None:
    one = "Ні! Чому рада відхилила план"
    two = "Рада відхилила план забудови. Мер наклав вето на рішення"
    found = split_sentences(article(title=one, body=(Block("heading", two), Block("paragraph", one))))
    assert [(s.text, s.role) for s in found] == [
        (one, "title"),
        ("Рада відхилила план забудови.", "heading"),
        ("Мер наклав вето на рішення", "heading"),
        ("Ні!", "paragraph"),
        ("Чому рада відхилила план", "paragraph"),
    ]


def test_sentences_are_numbered_through_the_article_and_know_their_block() -> None:
    body = (Block("paragraph", "Друге. Третє."), Block("item", "Четверте"))
    found = split_sentences(article(title="Нуль", lead="Перше.", body=body))
    assert [(s.index, s.block, s.role) for s in found] == [
        (0, 0, "title"),
        (1, 1, "lead"),
        (2, 2, "paragraph"),
        (3, 2, "paragraph"),
        (4, 3, "item"),
    ]
    assert found[0] == Sentence(0, "Нуль", 0, 4, 0, "title")


def test_an_empty_article_has_no_sentences() -> None:
    assert split_sentences(article()) == ()


TRICKY = st.text(alphabet="аБвАїI. .!?…,\"«»“”„()'—-\n 12рмUS", max_size=80)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=120), TRICKY), st.sampled_from(["uk", "en", "ru", "und"]))
def test_spans_of_any_text_are_in_order_and_leave_out_white_space_only(text: str, language: Language) -> None:
    position = 0
    for start, end in sentence_spans(text, language):
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@settings(deadline=None)
@given(TRICKY, TRICKY, st.lists(TRICKY, max_size=3), st.sampled_from(["uk", "en"]))
def test_offsets_map_back_for_any_article(title: str, lead: str, paragraphs: list[str], language: Language) -> None:
    whole = article(language, title, lead, tuple(Block("paragraph", text) for text in paragraphs))
    parts = list(whole.parts())
    for index, sentence in enumerate(split_sentences(whole)):
        assert sentence.index == index
        assert whole.text[sentence.start : sentence.end] == sentence.text
        role, text = parts[sentence.block]
        assert sentence.role == role
        assert sentence.text in text


@settings(deadline=None)
@given(TRICKY, st.sampled_from(["uk", "en"]))
def test_no_short_quotation_is_cut(text: str, language: Language) -> None:
    quotation = f"«{text.replace('»', '').replace('«', '')}»"
    if "\n" not in quotation and len(quotation) <= MAX_WHOLE_QUOTATION_CHARACTERS:
        assert any(quotation in sentence for sentence in cut(f"Він каже: {quotation} Так.", language))


@given(st.text(alphabet="аБ1 .!?…»)\u00a0\n—", max_size=30))
@settings(max_examples=300)
def test_text_that_nothing_can_cut_is_never_cut_by_the_rules_either(text: str) -> None:
    if not _MAY_END.search(text):
        assert len(tokenize_sents_with_spans(text)) <= 1


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize(
    "piece", ["слово ", "а", ". ", "«", '"', ' "а', "А. ", "2024 р. Слово ", "(", "!? ", "\n", "«Так. Ні.» "]
)
def test_fifty_thousand_characters_of_anything_take_seconds(piece: str, language: Language) -> None:
    text = piece * (50_000 // len(piece))
    started = time.process_time()
    sentence_spans(text, language)
    assert time.process_time() - started < 6  # 2 at most here; quadratic would take an hour


def test_a_paragraph_without_punctuation_is_one_sentence() -> None:
    text = "слово " * 33_333 + "кінець"
    assert sentence_spans(text, "uk") == [(0, len(text))]


@pytest.mark.skipif(not GOLD.is_dir(), reason="no parallel corpus beside the checkout")
@pytest.mark.parametrize(("column", "language"), [(0, "uk"), (1, "en")])
def test_of_the_parallel_corpus_at_most_one_boundary_in_two_hundred_is_wrong(column: int, language: Language) -> None:
    wrong = total = 0
    for path in sorted(GOLD.glob("*1.txt")):
        for part in path.read_text(encoding="utf-8").split("#A ")[1:]:
            lines = [line[3:].split(" ||| ") for line in part.splitlines() if line[:3] in ("L: ", "S: ")]
            sentences = [line[column].strip() for line in lines]
            found = cut(" ".join(sentences), language)
            wrong += len(set(found) ^ set(sentences))
            total += len(sentences)
    assert wrong <= total / 200 * 3  # one wrong boundary is three sentences that differ
