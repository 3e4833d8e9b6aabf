import pytest

from pipeline.text.furniture import furniture_rule, is_navigation, remove_furniture
from pipeline.text.furniture_rules import furniture_rules
from pipeline.text.page import kept, read_lines, removals


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Реклама", "advertisement"),
        ("РЕКЛАМА:", "advertisement"),
        ("Відео дня", "video of the day"),
        ("Завантаження...", "player"),
        ("Поділитися:", "share"),
        ("Facebook Twitter Telegram", "share"),
        ("Copy link", "share"),
        ("Переглядів: 1 204", "counter"),
        ("530 views", "counter"),
        ("14:20", "lone number"),
        ("2 min read", "reading time"),
        ("Час на прочитання: 3 хв", "reading time"),
        ("Читати далі →", "navigation"),
        ("Читать на русском", "navigation"),
        ("Головна / Новини / Світ", "navigation"),
        ("Дата публікації", "label without value"),
        ("Підписуйтесь на наш Telegram-канал", "subscription"),
        ("Нас також читають у Facebook", "subscription"),
        ("Follow us on Facebook and X", "subscription"),
        ("Support our newsroom: every contribution helps", "support"),
        ("Помітили помилку? Виділіть її та натисніть Ctrl + Enter", "error report"),
        ("Ми використовуємо файли cookie, щоб сайт працював краще.", "cookie notice"),
        ("© 2025 Усі права захищено", "copyright"),
        ("Передрук матеріалів дозволено лише з посиланням на сайт.", "copyright"),
        ("Передрук дозволено за умови активного посилання на «Вісник».", "copyright"),
        ("Думка редакції може не збігатися з думкою автора.", "disclaimer"),
        ("Теги: закон, книжки", "tags"),
        ("#закон #книжки", "tags"),
        ("Автор: Олена Вітрук", "byline"),
        ("By Olena Vitruk", "byline"),
        ("Олена Вітрук, журналістка відділу новин", "byline"),
        ("https://example.com/a", "embedded post"),
        ("Editor's Note: This is a developing story.", "editor's note"),
        ("Курс валют: USD 41,35", "widget"),
        ("Курс валют сьогодні: долар 41,35, євро 48,10", "widget"),
        ("Погода в Києві: +7 °C, хмарно", "widget"),
        ("Weather: Kyiv 7°C, rain", "widget"),
        ("Markets: USD 41.35 EUR 48.10", "widget"),
        ("2000–2025 © Вісник", "copyright"),
        ("Українська правда", "site name"),
        ("Київ • УНН", "site name"),
        ("Львів | Суспільне", "site name"),
        ("Читайте також: У Карпатах зійшла лавина", "related link"),
        ("Вам також буде цікаво: У Карпатах зійшла лавина, туристів шукали", "related link"),
        ("* * *", "separator"),
    ],
)
def test_furniture_is_known_by_name(line: str, rule: str) -> None:
    assert furniture_rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Важливо: Рада ухвалила закон у другому читанні.",
        "Наша армія утримує позиції, написав він у Telegram.",
        "Підтримка України в Європі зростає",
        "Support for our troops grows in parliament",
        "Donald Trump insults CNN reporter",
        "Copyright law reform passes parliament",
        "The EU fines a company over cookies without consent.",
        "Використання вибухових матеріалів заборонили в усій області.",
        "India seeks replacement for Russian oil: a refinery switches to other cargoes",
        "Join forces: what the new alliance means",
        "Політика",
        "Курс валют на 20 листопада: скільки коштують долар і євро",
        "Курс валют на 20 листопада: долар подорожчав до 42,15 грн",
        "Прогноз погоди на 21 листопада",
        "Прогноз погоди на 21.11",
        "Погода в Україні 25 грудня: синоптики обіцяють сніг",
        "Погода на вихідні: до +12 °C вдень і тумани вранці",
        "Weather: 30 people killed as storm hits Ukraine",
        "Markets fall 1.5 percent after the vote",
        "Мер зустрівся з радою | УНН",
        "Views on the war differ",
        "Помилка диспетчера коштувала життя двом людям.",
    ],
)
def test_news_is_not_furniture(line: str) -> None:
    assert furniture_rule(line) == ""


def test_text_glued_to_a_button_stays() -> None:
    (line,) = lines = read_lines("Share: The law was passed on Friday, officials said.")
    remove_furniture(lines)
    assert line.text == "The law was passed on Friday, officials said."
    assert [piece.rule for piece in removals(lines)] == ["share"]


def test_link_glued_to_the_end_of_a_paragraph_is_cut() -> None:
    lines = read_lines("Вода прибуває щогодини. Читайте також: У Карпатах зійшла лавина")
    remove_furniture(lines)
    assert [line.text for line in kept(lines)] == ["Вода прибуває щогодини."]


def test_caption_glued_to_the_beginning_of_a_paragraph_is_cut() -> None:
    lines = read_lines("М. Коваль. Фото: Інтерфакс. Генеральна прокуратура проводить слідчу експертизу підпису.")
    remove_furniture(lines)
    assert [line.text for line in kept(lines)] == ["Генеральна прокуратура проводить слідчу експертизу підпису."]


def test_one_section_name_may_be_a_heading_but_a_row_is_navigation() -> None:
    assert not is_navigation("Політика")
    assert is_navigation("Home News World")
    assert is_navigation("НОВИНИ › Ексклюзив")


def test_every_pattern_of_the_table_compiles_and_none_matches_nothing() -> None:
    rules = furniture_rules()
    assert not rules.line.pattern.fullmatch("")
    assert len(set(rules.line.names)) == len(rules.line.names)
