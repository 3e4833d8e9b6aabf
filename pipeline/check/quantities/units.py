"""Currencies, shares and units, as they are written after a number (or a currency's sign before it).

Recognised so that a kilometre that became a mile, or a hryvnia that became a dollar, is seen. Nothing is converted.
"""

import functools
import re

from pipeline.records import TextLanguage

PERCENT = "%"
POINT = "point"
DEGREE = "degree"
CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₴": "UAH", "¥": "JPY", "₽": "RUB", "₺": "TRY", "₪": "ILS"}
SIGNS = {**CURRENCY_SIGNS, "%": PERCENT, "°": DEGREE}

_COMMON = {"usd": "USD", "eur": "EUR", "uah": "UAH", "gbp": "GBP"}
_ABBREVIATIONS: dict[TextLanguage, dict[str, str]] = {
    "uk": {
        "грн": "UAH", "дол": "USD", "коп": "kopiika", "руб": "RUB", "км": "km", "м": "m", "см": "cm", "мм": "mm",
        "га": "ha", "т": "t", "кг": "kg", "г": "g", "мг": "mg", "л": "l", "мвт": "MW", "гвт": "GW", "квт": "kW",
        "год": "h", "хв": "min", "сек": "s", "пп": "%",
    },
    "en": {
        "km": "km", "m": "m", "cm": "cm", "mm": "mm", "ha": "ha", "kg": "kg", "g": "g", "mg": "mg", "mw": "MW",
        "gw": "GW", "kw": "kW", "l": "l", "min": "min", "mins": "min", "hrs": "h", "c": DEGREE, "ft": "foot",
        "pct": "%", "pp": "%",
    },
}  # fmt: skip
_FORMS: dict[TextLanguage, dict[str, str]] = {
    "uk": {
        "%": r"відсот\w{0,6}|процент(?!ил)\w{0,6}", "UAH": r"грив\w{1,5}", "USD": r"долар\w{0,6}", "EUR": r"євро",
        "GBP": r"фунт\w{0,4}", "RUB": r"рубл\w{1,4}", "PLN": r"злот\w{1,3}", "CNY": r"юан\w{1,4}",
        "JPY": r"[ій]?єн\w{0,3}", "HUF": r"форинт\w{0,3}", "CHF": r"франк\w{0,3}", "krone": r"крон\w{0,3}",
        "TRY": r"лір\w{0,2}", "kopiika": r"копій\w{2,4}", "cent": r"цент(ів|и|ами|ам)?", "INR": r"рупі\w{1,3}",
        "km": r"кілометр\w{0,5}", "mm": r"міліметр\w{0,5}", "cm": r"сантиметр\w{0,5}", "m": r"метр\w{0,5}",
        "ha": r"гектар\w{0,4}", "t": r"тонн\w{0,3}", "kg": r"кілограм\w{0,5}", "mg": r"міліграм\w{0,4}",
        "g": r"грам\w{0,4}", "l": r"літр\w{0,4}", "barrel": r"барел\w{1,3}", "kW": r"кіловат\w{0,3}",
        "MW": r"мегават\w{0,3}", "GW": r"гігават\w{0,3}", "kV": r"кіловольт\w{0,4}",
        "mile": r"мил([яіьюе]|ями|ях|ям)", "foot": r"фут(ів|и|а|ами)?", "inch": r"дюйм\w{0,4}",
        "m3": r"кубометр\w{0,3}", DEGREE: r"градус\w{0,4}",
        "year": r"рок(и|ів|у|ом|ами|ам|ах)|рік|річ(н\w{1,3}|чя|ч\w{1,3})|літн\w{1,3}",
        "month": r"місяц\w{1,4}|місячн\w{1,3}", "week": r"тиж(день|ні|нів|ня|нями|нях|нев\w{1,3})",
        "day": r"день|дн(і|ів|я|ями|ях|ям)|діб|доб(а|и|у|і)|денн\w{1,3}", "h": r"годин\w{0,4}",
        "min": r"хвилин\w{0,4}", "s": r"секунд\w{0,4}",
    },
    "en": {
        "%": r"percent(age)?", "UAH": r"hryvnias?|hryvni", "USD": r"dollars?", "EUR": r"euros?", "GBP": r"pounds?",
        "RUB": r"r(ou|u)bles?", "PLN": r"zlot(y|ys|ies)", "CNY": r"yuan", "JPY": r"yen", "HUF": r"forints?",
        "CHF": r"francs?", "krone": r"kron(a|e|or|er|as|es)|crowns?", "TRY": r"liras?",
        "kopiika": r"kopi+[ky]\w{0,3}|kopecks?", "cent": r"cents?", "INR": r"rupees?", "km": r"kilomet(er|re)s?",
        "mm": r"millimet(er|re)s?", "cm": r"centimet(er|re)s?", "m": r"met(er|re)s?", "ha": r"hectares?",
        "t": r"tons?|tonnes?", "kg": r"kilograms?", "mg": r"milligrams?", "g": r"grams?", "l": r"lit(er|re)s?",
        "barrel": r"barrels?", "kW": r"kilowatts?", "MW": r"megawatts?", "GW": r"gigawatts?", "kV": r"kilovolts?",
        "mile": r"miles?", "foot": r"feet|foot", "inch": r"inch(es)?", DEGREE: r"degrees?", "year": r"years?",
        "month": r"months?", "week": r"weeks?", "day": r"days?", "h": r"hours?", "min": r"minutes?", "s": r"seconds",
        POINT: r"points?",
    },
}  # fmt: skip
_ADJECTIVES: dict[TextLanguage, str] = {
    "uk": r"(квадратн|кубічн|шведськ|американськ|канадськ|австралійськ|морськ|британськ|метричн|швейцарськ|"
    r"японськ|китайськ|російськ|норвезьк|чеськ|данськ|польськ|турецьк|календарн|робоч)\w{1,4}|кв|куб",
    "en": r"square|cubic|swedish|american|u|us|s|canadian|australian|nautical|british|metric|swiss|japanese|chinese|"
    r"russian|norwegian|czech|danish|polish|turkish|calendar|working|plus",
}
_POWERS = re.compile(r"(?P<square>square|квадратн|кв)|(?P<cubic>cubic|кубічн|куб)")
CURRENCIES = frozenset((*CURRENCY_SIGNS.values(), "PLN", "CNY", "HUF", "CHF", "krone", "INR"))
_MENTIONED = frozenset(("UAH", "USD", "EUR", "GBP", "RUB", "PLN", "CNY", "JPY"))


@functools.lru_cache(maxsize=1 << 14)
def unit_of(word: str, language: TextLanguage) -> str:
    """Return the canonical unit that the lower-case `word` names, empty if it names none."""
    found = _COMMON.get(word) or _ABBREVIATIONS[language].get(word)
    if found:
        return found
    return next((unit for unit, forms in _FORMS[language].items() if re.fullmatch(forms, word)), "")


@functools.lru_cache(maxsize=1 << 14)
def currency_mentioned(word: str, language: TextLanguage) -> str:
    """Return the currency that `word` names without a number beside it, of those that are no other word besides."""
    unit = unit_of(word, language) if len(word) > 3 or word == "yen" else ""
    return unit if unit in _MENTIONED else ""


@functools.lru_cache(maxsize=1 << 14)
def is_unit_adjective(word: str, language: TextLanguage) -> bool:
    """Say whether the lower-case `word` may stand between a number and its unit (square, Swedish, U.S.)."""
    return re.fullmatch(_ADJECTIVES[language], word) is not None


def power_of(word: str) -> str:
    """Return "2" for square, "3" for cubic, else nothing."""
    found = _POWERS.match(word)
    return "" if found is None else "2" if found["square"] else "3"
