"""The words by which sentences are recognised that make no key point; `rules` reads them.

Patterns are matched against a whole sentence, verbose and without regard to case.
"""

from pipeline.records import Language

REMINDER: dict[Language, str] = {
    "uk": r"""^(?:нагада(?:ємо|ю|ймо|ли)|нагадується|довідка\s?[:.]|до\sслова,\sраніше|напередодні\sповідомлял
        |раніше\s(?:ми\s)?(?:повідомлял|писал|стало\sвідомо)|ми\s(?:вже\s|раніше\s)*писали
        |як\s(?:уже\s|вже\s|раніше\s|і\s)?(?:повідомлялос|повідомлял[аи]|писал|відомо\b|нагаду|зазначалос)
        |як\s(?:ми\s)?(?:вже|раніше)\s)""",
    "en": r"""^(?:as\sa\sreminder|to\srecall|recall(?:\sthat\b|,)|remember(?:\sthat\b|,)|let\sus\sremind|background:
        |as\s(?:we\s)?(?:previously|earlier|already)|as\s(?:was\s)?(?:previously\s|earlier\s)?reported\b(?!\sby)
        |as\s[\w\s]{2,30}\srecalls,|(?:earlier|previously),?\s(?:we|it\swas\s(?:announced|reported|said))\s|we\s(?:previously|earlier)\s
        |it\swas\searlier\s)""",
}
"""Old news told again for those who missed it."""

SOURCE_NOTE: dict[Language, str] = {
    "uk": r"""^про\sце\s(?:\p{L}+\s){0,3}?(?:повідом|розпов|пиш|напис|заяв|сказа|йдеться|ідеться|стало|свідч|інформ
        |перед|зазнач|оголос|\d|на\s|у\s|в\s|під\s)|^джерело\s*:|^(?:за\s)?матеріал(?:ами)?\s*:""",
    "en": r"^(?:this|it)\swas\s(?:reported|announced|stated)\b|^(?:the\s)?source\s*:",
}
"""No more than where the news comes from."""

FURNITURE = r"""https?://|www\.|©|our\snewsletter|newsletter\ssign|continue\sreading|\bverify\syou|getty\simages
    |на\s(?:нашу\s)?розсилку|^(?:читайте|дивіться|дивись|слухайте|підписуйтесь|підпишіться|приєднуйтесь|стежте\sза
    |(?:фото|відео|ілюстрація|photos?|video|image|share|updated|source)\s?:|фото\s(?:з\s)?архіву|поділитися
    |(?:оновлено|доповнено)\s?(?::|о\s\d|\d)|read\s(?:more|also)|also\sread|watch\s(?:also|live|now|our|the)\b|follow\sus
    |subscribe|sign\sup|photos?\s(?:by|courtesy)\b|share\s(?:on|this)\b|updated\s(?:at|on|\d)|click\s)"""
"""What belongs to the page and slipped through cleaning."""

_UNRESOLVED = {
    "uk": """він вона воно вони його йому нього ньому її їй неї ній їх їм них ним нею ними їхній їхня їхнє їхні їхньої
        їхніх їхнього їхнім їхніми цей ця це ці цього цьому цим цією цієї цю цих цими тому такий така таке такі таких
        там звідти туди тоді відтоді потім згодом опісля обидва обидві обоє інший інша інші інших решта решту решті
        йдеться ідеться""",
    "en": """he she it they his her hers its their theirs him them this that these those such both then later afterward
        afterwards others another""",
}
_LEADS_IN = {
    "uk": "а без в від до для за завдяки з зі з-за із і й крім на ніби окрім перед під після попри при про саме серед "
    "у услід через",
    "en": "according after among at because before by despite during for from in of on since to under until with",
}
_FIRST_PERSON = {
    "uk": "я мене мені мною ми нас нам нами мій моя моє мої моєї мого наш наша наше наші нашого нашої наших",
    "en": "i me my mine we us our ours i'm i've i'd we're we've we'd",
}
_SMALL = """росія росії росію росією рф москва москви москві москву путін путіна путіну путіним кремль кремля кремлі
    лукашенко білорусь білорусі держдума держдуми"""


def _sets(listed: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in listed.items()}


UNRESOLVED = _sets(_UNRESOLVED)
"""Words that stand for something told before, where a sentence begins with them."""

LEADS_IN = _sets(_LEADS_IN)
"""Words before which they may stand: `За його словами`, `Despite this`."""

THIS_YEAR: dict[Language, str] = {
    "uk": r"\bц(?:ього|ієї|ими)\s(?:року|тижня|місяця|літа|разу|осені|зими|весни|сезону|ранку|дня|століття|днями)\b",
    "en": r"\bthis\s(?:year|week|month|summer|season|spring|fall|autumn|winter|morning|century)\b|^those\swho\b",
}
"""What begins with such a word and needs no other sentence."""

FIRST_PERSON = _sets(_FIRST_PERSON)
"""Someone speaks of himself."""

WRITTEN_SMALL = frozenset(_SMALL.split())
"""Names that some outlets write small on purpose, also where a sentence begins."""
