"""The words by which a sentence tells what somebody claims, without saying that it is so."""

import re

from pipeline.records import TextLanguage

_CLAIM: dict[TextLanguage, re.Pattern[str]] = {
    "uk": re.compile(
        r"\b(?:за\s(?:\w+\s){0,2}(?:словами|твердженням\w*|версією|оцінк\w+|підрахунками|попередніми\sданими)"
        r"|на\s(?:\w+\s){0,2}(?:думку|переконання)|ствердж\w+|запевн\w+|звинува[тч]\w+|підозрю\w+|нібито|начебто|буцімто"
        r"|ймовірно|заяви[вл]\w*|заявля\w+|вважа(?:є|ють|в|ла|ли)|переконан\w*|припуска\w+|не\sвиключ\w+|прогнозу\w+)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:according\sto|claim(?:s|ed|ing)?|alleg\w+|reportedly|supposedly|purported\w*|accus(?:es|ed|ing)|suspect(?:s|ed)?"
        r"|believ(?:es|ed?)|estimat(?:es|ed?)|asserts?|asserted|insist(?:s|ed)?|in\s(?:his|her|their)\s(?:view|opinion)"
        r"|probably|apparently|presumably|by\s(?:\w+\s){0,3}estimates?|preliminary|forecasts?|predict(?:s|ed)?)\b",
        re.IGNORECASE,
    ),
}
_TOLD: dict[TextLanguage, re.Pattern[str]] = {
    "uk": re.compile(
        r"\b(?:за\s(?:\w+\s){0,3}даними|за\sінформацією|з\sпогляду|повідом\w+|сказа[вл]\w*|каже|кажуть|розпові\w+|поясн\w+"
        r"|дода[вл]\w*|додає|наголо[сш]\w+|зазнач\w+|підкресл\w+|пиш\w+|писа\w+|передає|обіця\w+|погрож\w+|попередж\w+"
        r"|очіку\w+|закли\w+|назва[вл]\w*|називає|оціни\w+|оцінюю\w+|може|можуть|міг|могла|могли|заперечу\w+|визна\w+"
        r"|спросту\w+|розціню\w+|слідств\w+|прокур\w+|суд\w*)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:sa(?:ys?|id|ying)|tells?|told|explain\w*|add(?:s|ed)|stress\w*|not(?:es|ed)|writ(?:es|ten)|wrote|report\w*"
        r"|promis\w+|threat\w+|warn\w*|expect\w*|urg(?:es|ed)|call(?:s|ed)|deni\w+|admit\w*|acknowledg\w+|announc\w+|may|might"
        r"|could|think\w*|investigators|prosecutors?|court)\b",
        re.IGNORECASE,
    ),
}


def claim_in(text: str, language: TextLanguage) -> str:
    """Return the words by which `text` says that it tells a claim, empty if it states a fact."""
    match = _CLAIM[language].search(text)
    return match[0] if match else ""


def is_attributed(text: str, language: TextLanguage) -> bool:
    """Say whether `text` says whose words or guess it tells."""
    return _CLAIM[language].search(text) is not None or _TOLD[language].search(text) is not None
