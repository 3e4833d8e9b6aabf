"""The phrases with which articles name their sources, Ukrainian and English, as patterns.

Three roles: a medium *reports* ("пише Bloomberg", "Reuters reported"), *passes on* what another reported ("передає
УНН"), or is referred to (*reference*: "з посиланням на Bild", "citing Axios").
"""

import re


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


REPORTS = _any(
    r"пиш(?:е|уть)", r"написал[аои]", r"написав", r"повідомля(?:є|ють)", r"повідомил[аои]", r"повідомив",
    r"зазнача(?:є|ють)", r"стверджу(?:є|ють)", r"уточню(?:є|ють)", r"розповіда(?:є|ють)", r"розповіл[аои]",
    r"з'ясувал[аои]", r"опублікувал[аои]", r"оприлюднил[аои]", r"поширил[аои]", r"дізна(?:вся|л[аои]ся)",
    r"стало відомо", r"йдеться [ув] (?:матеріалі|статті|публікації|розслідуванні)", r"розслідуванн\w",
    r"reports?", r"reported", r"writes", r"wrote", r"revealed", r"said", r"learned", r"learnt", r"published",
    r"described", r"broke",
)  # fmt: skip
PASSES_ON = r"(?:переда(?:є|ють)|інформу(?:є|ють)|посила(?:є|ю)ться)"
REFERENCE = _any(
    r"(?:з|із|зі) (?:посиланням|покликанням) на", r"(?:посилаючись|покликаючись) на",
    r"за (?:даними|інформацією|повідомленням)", r"(?:з|із) (?:публікації|матеріалу|повідомлення|статті)",
    r"citing", r"according to", r"via", r"(?:story|report|article|investigation) (?:by|in)",
    r"(?:published|reported|described|revealed|broken|obtained|seen|reviewed|quoted) by",
)  # fmt: skip
_MEDIUM_NOUN = _any(
    r"видання", r"інтернет-видання", r"газет\w{1,3}", r"(?:інформ)?агентств\w{1,2}", r"(?:інформ)?агенці\w{1,3}",
    r"телеканал\w{0,3}", r"канал", r"портал\w{0,2}", r"сайт\w{0,2}", r"журнал\w{0,2}", r"часопис\w{0,2}",
    r"таблоїд\w{0,2}", r"щоденник", r"тижневик\w{0,2}", r"радіо", r"радіостанці\w{1,3}", r"медіа", r"newspaper",
    r"(?:news )?agency", r"(?:news )?outlet", r"news site", r"website", r"magazine", r"broadcaster", r"tabloid",
    r"daily", r"weekly", r"channel", r"portal",
)  # fmt: skip
_QUOTED_NAME = r"[«\"“„][^»\"”“„\n]{2,40}[»\"”]"
_LATIN_NAME = r"(?-i:[A-ZÀ-ÖØ-Þ][\w'’-]{1,20}(?:\.[a-z]{2,4}\b)?(?: [A-ZÀ-ÖØ-Þ][\w'’-]{1,20}){0,3})"
_CAPITALISED_NAME = r"(?-i:[A-ZА-ЯІЇЄҐ][\w'’-]{2,20}(?: [\w'’-]{2,20})?)"

SOURCE_LABEL = re.compile(
    r"(?:(?:першоджерело|джерело(?: новини| інформації)?|(?:news )?source|source of the news|via)\s?[:—–-]"
    r"|за (?:матеріалами|інформацією):?|via|originally (?:published|appeared) (?:by|in|on):?)\s(?P<source>\S.{0,100})",
    re.IGNORECASE,
)
"""A whole line that names the source."""

SOURCE_WORD = re.compile(
    r"\b(?:джерел|першоджерел|за даними|за матеріалами|за інформацією|за повідомленням|source|published|reporting|"
    r"reported|based on|originally|via)",
    re.IGNORECASE,
)
"""What makes a short line that ends in a medium's name a source line."""

BEFORE_NAME = re.compile(
    rf"(?:(?P<passes>{PASSES_ON})|(?P<reports>{REPORTS})|(?P<reference>{REFERENCE}))(?: the| a report (?:in|by))?"
    rf"(?: [\w-]{{3,20}}){{0,2}}?(?: {_MEDIUM_NOUN})? ?[«\"“„(]?(?:the )?$",
    re.IGNORECASE,
)
"""What makes the name that follows a source."""

AFTER_NAME = re.compile(
    r"[»\"”)]?(?: ?\([^()]{1,20}\))?"
    r"(?: (?:newspaper|agency|magazine|has|also|first|was first to|earlier|раніше|також))?"
    rf" (?:(?P<passes>{PASSES_ON})|(?P<reports>{REPORTS}|report\b|citing))",
    re.IGNORECASE,
)
"""What makes the name before it a source."""

UNKNOWN_SOURCE = re.compile(
    rf"(?:{REPORTS}|{PASSES_ON}|{REFERENCE})(?: the)?(?: [\w-]{{3,20}}){{0,2}} {_MEDIUM_NOUN} "
    rf"(?P<name>{_QUOTED_NAME}|{_LATIN_NAME})"
    rf"|(?:пиш(?:е|уть)|написав|написал[аои]|матеріалі|статті|публікації|розслідуванні) (?P<latin>{_LATIN_NAME})",
    re.IGNORECASE,
)
"""A medium's name, known or not: after a word for one; in Latin letters after "пише", "у матеріалі"."""

UNKNOWN_OUTLET = re.compile(
    rf"(?:{PASSES_ON}|повідомля(?:є|ють)) (?P<name>{_QUOTED_NAME}|{_CAPITALISED_NAME})(?=[.,]|$| і?з (?:поси|покли))",
    re.IGNORECASE,
)
"""Who passes on what a medium cited in the same sentence reported."""

TITLE_ATTRIBUTION = re.compile(r"[,»\"”]? [—–-] (?P<name>[^—–]{2,40})$")
"""The source at the end of a headline: "..., — The Washington Post"."""

NOT_MEDIA = frozenset(
    [
        "Telegram",
        "Facebook",
        "Instagram",
        "Twitter",
        "X",
        "Truth Social",
        "YouTube",
        "DeepState",
        "ISW",
        "OpenAI",
        "NASA",
    ]
)
"""Names in Latin letters that stand where a medium would."""
