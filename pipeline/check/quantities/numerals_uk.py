"""Ukrainian number words in all their forms."""

import functools
from fractions import Fraction

from pipeline.check.quantities.numerals import SURE_ORDINALS, Numeral, Role
from pipeline.check.quantities.quantity import Amount

ADJECTIVE_ENDINGS = "ий а е і ого ої ому ій у им ою ими их ім"

_CARDINALS = {
    2: "два дві двох двом двома двоє",
    3: "три трьох трьом трьома троє",
    4: "чотири чотирьох чотирьом чотирма чотирьома четверо",
    5: "п'ять п'яти п'ятьох п'ятьом п'ятьма п'ятьома п'ятеро",
    6: "шість шести шістьох шістьом шістьма шістьома шестеро",
    7: "сім семи сімох сімом сьома сімома семеро",
    8: "вісім восьми вісьмох вісьмом вісьма вісьмома восьмеро",
    9: "дев'ять дев'яти дев'ятьох дев'ятьом дев'ятьма дев'ятьома дев'ятеро",
    10: "десять десяти десятьох десятьом десятьма десятьома десятеро",
    40: "сорок сорока сорокьох",
    50: "півсотні півсотню півсотнею",
    60: "шестидесяти",
    70: "семидесяти",
    80: "восьмидесяти",
    90: "дев'яносто дев'яноста",
    100: "сто ста",
    150: "півтораста",
    200: "двісті двохсот двомстам двомастами двохстах двіста",
    300: "триста трьохсот трьомстам трьомастами трьохстах",
    400: "чотириста чотирьохсот чотирьомстам чотирмастами чотирьохстах",
    500: "півтисячі",
    500_000: "півмільйона",
    500_000_000: "півмільярда",
}
_TEENS = "одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят шістнадцят сімнадцят вісімнадцят дев'ятнадцят"
_OBLIQUE = "и ьох ьом ьма ьома еро"
_TWENTY_AND_THIRTY = {20: "двадцят", 30: "тридцят"}
_FIFTY_TO_EIGHTY = {50: "п'ятдесят", 60: "шістдесят", 70: "сімдесят", 80: "вісімдесят"}
_HUNDREDS = {
    500: ("п'ят", "п'яти"),
    600: ("шіст", "шести"),
    700: ("сім", "семи"),
    800: ("вісім", "восьми"),
    900: ("дев'ят", "дев'яти"),
}
_WEAK = {
    0: "нуль нуля нулю нулем нулі нулів",
    1: "один одна одне одно одні одного одної однієї одному одній одну одним однією одною одними одних",
    2: "обидва обидві обох обом обома обоє пара пари пару парі парою двійко",
    10: "кількадесят декада декади декаду декаді декадою десятиліття десятиліттям десятиліттю",
    24: "доба добу доби добі добою",
    100: "кількасот",
    1000: "тисячоліття тисячолітній тисячолітня тисячолітнє тисячолітню тисячолітньої",
}
_NUMBER_NOUNS = {
    2: "двій", 3: "трій", 4: "четвір", 5: "п'ятір", 6: "шіст", 7: "сім", 8: "вісім", 9: "дев'ят", 10: "десят",
    20: "двадцят", 30: "тридцят", 50: "п'ятдесят",
}  # fmt: skip
_NUMBER_NOUN_ENDINGS = "ка ки ці ку кою ок ками"

_ORDINALS = {
    0: "нульов", 1: "перш", 2: "друг", 4: "четверт", 5: "п'ят", 6: "шост", 7: "сьом", 8: "восьм", 9: "дев'ят",
    10: "десят", 40: "сороков", 90: "дев'яност", 100: "сот", 200: "двохсот", 300: "трьохсот", 500: "п'ятисот",
    1000: "тисячн", 10**6: "мільйонн", 10**9: "мільярдн",
}  # fmt: skip
_THIRD = "третій третя третє треті третього третьої третьому третю третім третьою третіми третіх"

_MAGNITUDES = {
    1000: ("тисяча тисячу тисячею", "тисячі тисяч тисячам тисячами тисячах тис"),
    10**6: ("мільйон мільйона мільйону мільйоном мільйоні", "мільйони мільйонів мільйонам мільйонами мільйонах млн"),
    10**9: ("мільярд мільярда мільярду мільярдом мільярді", "мільярди мільярдів мільярдам мільярдами мільярдах млрд"),
    10**12: ("трильйон трильйона трильйону трильйоном", "трильйони трильйонів трильйонам трильйонами трлн"),
    10**15: ("квадрильйон квадрильйона", "квадрильйони квадрильйонів"),
    10**18: ("квінтильйон квінтильйона", "квінтильйони квінтильйонів"),
}
_GROUPS = {
    10: ("десяток", "десятки десятків десяткам десятками десятках десятка десятку десятком"),
    12: ("дюжина дюжину", "дюжини дюжин"),
    100: ("сотня сотню сотнею", "сотні сотень сотням сотнями сотнях"),
}
_FRACTIONS: dict[Fraction, str] = {
    Fraction(1, 2): "половина половини половину половиною половині пів наполовину",
    Fraction(1, 3): "третина третини третину третиною третині третин",
    Fraction(1, 4): "чверть чверті чвертю",
}
_TIMES = {
    2: "вдвічі удвічі вдвоє удвоє двічі удвох вдвох навпіл подвоїти подвоїв подвоїла подвоїло подвоїли подвоївся "
    "подвоїлася подвоїлась подвоїлося подвоїлось подвоїлися подвоїлись",
    3: "втричі утричі тричі втроє утроє втрьох утрьох потроїти потроїв потроїла потроїло потроїли потроївся "
    "потроїлася потроїлась потроїлося потроїлось потроїлися потроїлись",
    4: "вчетверо учетверо",
    5: "вп'ятеро уп'ятеро",
    6: "вшестеро ушестеро",
    7: "всемеро усемеро",
    8: "ввосьмеро увосьмеро",
    10: "вдесятеро удесятеро",
}
_DOUBLE_AND_TRIPLE = {2: "подвійн", 3: "потрійн"}


@functools.cache
def numerals() -> dict[str, Numeral]:
    """Return what each Ukrainian number word is worth, by its lower-case form with the apostrophe '."""
    known: dict[str, Numeral] = {}

    def put(forms: str, value: Amount, role: Role = "plain", *, many: bool = False, weak: bool = False) -> None:
        for form in forms.split():
            known.setdefault(form, Numeral(value, role, many, weak))

    for number, forms in _CARDINALS.items():
        put(forms, number)
    for number, stem in [*enumerate(_TEENS.split(), start=11), *_TWENTY_AND_THIRTY.items()]:
        put(_with_endings(stem, f"ь {_OBLIQUE}"), number)
    for number, stem in _FIFTY_TO_EIGHTY.items():
        put(f"{stem} {_with_endings(stem, _OBLIQUE)}", number)
    for number, (stem, genitive) in _HUNDREDS.items():
        put(f"{stem}сот {stem}ьмастами {stem}ьомастами", number)
        put(_with_endings(genitive, "сот стам стах ста"), number)
    for number, forms in _WEAK.items():
        put(forms, number, weak=True)
    put("півтора півтори", Fraction(3, 2), "fraction")
    for number, (singular, plural) in _MAGNITUDES.items():
        put(singular, number, "magnitude")
        put(plural, number, "magnitude", many=True)
    for number, (singular, plural) in _GROUPS.items():
        put(singular, number, "group")
        put(plural, number, "group", many=True)
    for number, stem in _NUMBER_NOUNS.items():
        put(_with_endings(stem, _NUMBER_NOUN_ENDINGS), number, weak=True)
    for share, forms in _FRACTIONS.items():
        put(forms, share, "fraction", weak=True)
    for number, forms in _TIMES.items():
        put(forms, number, "times", weak=True)
    for number, stem in _DOUBLE_AND_TRIPLE.items():
        put(_with_endings(stem, ADJECTIVE_ENDINGS), number, "times", weak=True)
    teens = enumerate(_TEENS.split(), start=11)
    ordinals = [*_ORDINALS.items(), *teens, *_TWENTY_AND_THIRTY.items(), *_FIFTY_TO_EIGHTY.items()]
    for number, stem in ordinals:
        put(_with_endings(stem, ADJECTIVE_ENDINGS), number, "ordinal", weak=number not in SURE_ORDINALS)
        put(f"в{stem}е у{stem}е", number, "ordinal", weak=True)
    put(f"{_THIRD} втретє утретє", 3, "ordinal", weak=True)
    return known


def _with_endings(stem: str, endings: str) -> str:
    return " ".join(stem + ending for ending in endings.split())
