"""Shorten a sentence that will stand alone, only where nothing of its meaning can be lost.

Cut are a connective at the start that ties it to a sentence the reader does not see (`Крім того, ...`, `However, ...`)
and a relaying credit (`..., передає УНН.`, `..., the newspaper writes.`). Never cut are words inside the sentence, nor
an attribution that says who claims it (`..., повідомив Генштаб.`, `..., Reuters reports.`), nor a credit that is the
only speaker of a quotation. Numbers, names and negations are therefore never touched.
"""

from functools import cache

import regex

from pipeline.records import Language
from pipeline.text.words import words

_FEWEST_WORDS = 4  # what is left must still be a sentence

_CONNECTIVES_WITH_COMMA = {
    "uk": """крім того|окрім того|до того ж|більше того|більш того|ба більше|своєю чергою|у свою чергу|зі свого боку
        |з іншого боку|отже|таким чином|зокрема|щоправда|утім|втім|зрештою|до слова|власне|так|наприклад|приміром""",
    "en": """however|meanwhile|in addition|moreover|furthermore|instead|by contrast|in contrast|at the same time|in turn
        |for (?:his|her|its|their) part|besides|also|in particular|still|nevertheless|nonetheless|on the other hand
        |as a result|thus|therefore|hence|consequently|notably|additionally|separately|on top of that|despite this
        |that said|yet|so|in fact|indeed|true|similarly|likewise|for example|for instance|in parallel""",
}
_CONNECTIVES = {  # these need no comma
    "uk": """водночас|натомість|при цьому|однак|проте|тим часом|попри це|тож|зате|також|разом із тим|разом з тим|відтак
        |але|паралельно""",
    "en": r"but(?!\s+(?:for|then|if)\b)|and",
}
_NO_CONNECTIVE_BEFORE = {  # "Тим часом як", "Водночас із"; what follows in "Але й", "Але ж" begins no sentence
    "uk": "що|як|якщо|з|із|зі|коли|й|і|ж|же|би|б",
    "en": "that",
}

_WIRES = {
    "uk": r"[«\"]?(?:Укрінформ|УНН|УНІАН|Інтерфакс-Україна|РБК-Україна)[»\"]?",
    "en": r"(?:Ukrinform|UNN|UNIAN|Interfax-Ukraine|RBC-Ukraine)",
}
_OUTLET = {
    "uk": r"(?:видання|газета|часопис)",
    "en": r"the (?:newspaper|outlet|publication|magazine|news agency|news outlet)",
}
_NAME = r"[«\"]?\p{Lu}[\p{L}\p{N}.\-’'»\"]*(?:\s[«\"]?[\p{L}\p{N}.\-’'»\"]+){0,3}"
_REPORTS_UK = "(?:повідомляє|пише|інформує|зазначає|відзначає)"
_REPORTS_EN = "(?:reports|reported|writes|wrote|notes|noted|says|said)"
_RELAYS = "(?:передає|передають)"
_WITH_SOURCE = r"(?!.*\bпосила)"  # "передає УНН з посиланням на ..." names who claims it

_TRAILING = {
    "uk": rf"(?<![»”\"],?)(?:,|,?\s[—–-])\s{_WITH_SOURCE}"
    rf"(?:{_RELAYS}\s{_NAME}|{_REPORTS_UK}\s(?:{_WIRES['uk']}|{_OUTLET['uk']}))\.$",
    "en": rf"(?<![»”\"]),\s(?:{_OUTLET['en']}\s{_REPORTS_EN}|{_WIRES['en']}\s(?:reports|reported))\.$",
}
_LEADING = {
    "uk": rf"^Як\s(?:{_RELAYS}\s{_NAME}|{_REPORTS_UK}\s(?:{_WIRES['uk']}|{_OUTLET['uk']})),\s",
    "en": rf"^As\s(?:{_OUTLET['en']}|{_WIRES['en']})\s{_REPORTS_EN},\s",
}


def compress(text: str, language: Language) -> str:
    """Return `text` without a connective at its start and without a credit that only relays; often unchanged."""
    if language not in _LEADING:
        return text
    return without_connective(without_relay(text, language), language)


def without_connective(text: str, language: Language) -> str:
    """Cut connectives from the start of a sentence and capitalise what follows."""
    pattern = _connective(language)
    for _ in range(2):  # "Але водночас ..."
        text = _cut_start(text, pattern)
    return text


def without_relay(text: str, language: Language) -> str:
    """Cut a credit to an outlet that only passed the news on, at the start or the end of a sentence."""
    text = _cut_start(text, regex.compile(_LEADING[language]))
    shorter = regex.sub(_TRAILING[language], ".", text)
    return shorter if _stands_alone(shorter) else text


@cache
def _connective(language: Language) -> regex.Pattern[str]:
    before = _NO_CONNECTIVE_BEFORE[language]
    with_comma = _alternatives(_CONNECTIVES_WITH_COMMA[language])
    either = _alternatives(_CONNECTIVES[language])
    return regex.compile(
        rf"^(?:(?:{with_comma}|{either}),\s+(?!(?:що|that)\b)|(?:{either})\s+(?!(?:{before})\b))", regex.IGNORECASE
    )


def _alternatives(listed: str) -> str:
    return r"|".join(phrase.strip().replace(" ", r"\s") for phrase in listed.split("|"))


def _cut_start(text: str, pattern: regex.Pattern[str]) -> str:
    found = pattern.match(text)
    if not found:
        return text
    rest = text[found.end() :]
    return _capitalised(rest) if _stands_alone(rest) else text


def _capitalised(text: str) -> str:
    """Capitalise the first letter, but leave names with a capital inside (`iPhone`) alone."""
    first = regex.match(r"[\p{L}'’ʼ]+", text)
    if first and any(letter.isupper() for letter in first[0][1:]):
        return text
    return text[:1].upper() + text[1:]


def _stands_alone(text: str) -> bool:
    return len(words(text)) >= _FEWEST_WORDS
