"""Documents for tests, written down as a reader would see them."""

from pipeline.records import Language, Sentence, SentenceRole
from pipeline.summarize.document import Document
from pipeline.text.sentences import sentence_spans

ROLES: dict[str, SentenceRole] = {"T": "title", "L": "lead", "H": "heading", "I": "item", "P": "paragraph"}


def document(language: Language, text: str) -> Document:
    """Return a document of one block a line: `T:` title, `L:` lead, `H:` heading, `I:` list item, `P:` paragraph."""
    sentences: list[Sentence] = []
    title, offset = "", 0
    for block, line in enumerate(text.strip().splitlines()):
        letter, content = line.strip().split(": ", 1)
        for start, end in sentence_spans(content, language):
            sentence = Sentence(len(sentences), content[start:end], offset + start, offset + end, block, ROLES[letter])
            sentences.append(sentence)
        title = content if letter == "T" else title
        offset += len(content) + 2
    return Document(language, title, tuple(sentences))


LIBRARY_UK = """
T: У Вінниці відкрили оновлену міську бібліотеку
L: Міська бібліотека Вінниці запрацювала після ремонту, який тривав два роки й коштував 46 мільйонів гривень.
H: Що змінилося в бібліотеці
P: На першому поверсі облаштували укриття на 200 місць і читальну залу для дітей. Він став удвічі більшим, ніж був.
P: Водночас фонд поповнили чотирма тисячами нових книжок, половину яких придбали коштом читачів.
P: «Тут знову чути дитячий сміх», — сказала директорка бібліотеки Олена Кравчук.
P: «Ми чекали цього дня. Ми не вірили, що дочекаємося».
P: Чи вистачить грошей на другу чергу ремонту?
P: Нагадаємо, у 2023 році будівлю пошкодила вибухова хвиля, тоді вилетіли всі вікна.
P: Друга черга ремонту передбачає зимовий сад на даху, на який місто шукає 12 мільйонів гривень.
P: Про це повідомила пресслужба міської ради.
"""

LIBRARY_EN = """
T: Renovated city library opens in Vinnytsia
L: The Vinnytsia city library has reopened after a renovation that took two years and cost 46 million hryvnias.
H: What has changed in the library
P: The ground floor now has a shelter for 200 people and a reading room for children. It is twice as large as before.
P: However, four thousand new books were bought, half of them with readers' own money.
P: "Children's laughter is heard here again," library director Olena Kravchuk said.
P: "We waited for this day. We did not believe it would come."
P: Will there be enough money for the second stage of the renovation?
P: As a reminder, a blast wave damaged the building in 2023 and blew out all of its windows.
P: The second stage provides for a winter garden on the roof, for which the city is seeking 12 million hryvnias.
P: This was reported by the press service of the city council.
"""
