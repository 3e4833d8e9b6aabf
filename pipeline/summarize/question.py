"""What an instruction model is asked."""

from pipeline.records import Language

_QUESTION: dict[Language, str] = {
    "uk": """\
Ось стаття новин. Випиши {points} її найважливіші тези українською: кожну одним завершеним самостійним \
реченням з нового рядка, без нумерації та вступу. Пиши тільки те, що є в статті, збережи числа та імена й називай, \
кому належать слова.

{text}""",
    "en": """\
Here is a news article. Write its {points} most important points in English: each as one complete sentence that can \
stand alone, on a line of its own, without numbering or introduction. Say only what the article says, keep every \
number and name, and say whose words you report.

{text}""",
}


def question_of(prompt: str, language: Language) -> str:
    """Return what is asked, `{text}` and `{points}` still open: the card's `prompt`, or our own wording if it is empty.

    The article follows a prompt without `{text}`.
    """
    question = prompt or _QUESTION.get(language, _QUESTION["en"])
    return question if "{text}" in question else question + "{text}"


def ask(prompt: str, text: str, points: int, language: Language) -> str:
    """Return the question for `points` key points of an article."""
    before, after = question_of(prompt, language).split("{text}", 1)
    return before.replace("{points}", str(points)) + text + after.replace("{points}", str(points))
