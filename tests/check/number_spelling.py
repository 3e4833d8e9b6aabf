"""Numbers spelled out in Ukrainian and English, written apart from the reader that the tests read them back with."""

_UK_UNITS = """
    _ один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять
    п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять
"""
UK_UNITS = _UK_UNITS.split()
_UK_TENS = "_ _ двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто"
UK_TENS = _UK_TENS.split()
_UK_HUNDREDS = "_ сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот"
UK_HUNDREDS = _UK_HUNDREDS.split()
UK_MAGNITUDES = [
    (10**9, ("мільярд", "мільярди", "мільярдів")),
    (10**6, ("мільйон", "мільйони", "мільйонів")),
    (1000, ("тисяча", "тисячі", "тисяч")),
]
_EN_UNITS = """
    _ one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
EN_UNITS = _EN_UNITS.split()
_EN_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"
EN_TENS = _EN_TENS.split()
EN_MAGNITUDES = [(10**9, "billion"), (10**6, "million"), (1000, "thousand")]


def ukrainian(number: int) -> str:
    """Spell a number from 1 to 999,999,999,999 in the nominative."""
    words = []
    for magnitude, forms in UK_MAGNITUDES:
        count, number = divmod(number, magnitude)
        if count:
            words += _ukrainian_below_1000(count, feminine=magnitude == 1000)
            last = count % 100 if count % 100 < 20 else count % 10
            words.append(forms[0] if last == 1 else forms[1] if 2 <= last <= 4 else forms[2])
    return " ".join(words + _ukrainian_below_1000(number))


def english(number: int, *, conjunction: str = " ") -> str:
    """Spell a number from 1 to 999,999,999,999; `conjunction` is what stands between hundreds and the rest."""
    words = []
    for magnitude, name in EN_MAGNITUDES:
        count, number = divmod(number, magnitude)
        if count:
            words += [_english_below_1000(count, conjunction), name]
    if number:
        words.append(_english_below_1000(number, conjunction))
    return " ".join(words)


def _ukrainian_below_1000(number: int, *, feminine: bool = False) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [UK_HUNDREDS[hundreds]] if hundreds else []
    if rest >= 20:
        words.append(UK_TENS[rest // 10])
        rest %= 10
    if rest:
        words.append({1: "одна", 2: "дві"}.get(rest, UK_UNITS[rest]) if feminine else UK_UNITS[rest])
    return words


def _english_below_1000(number: int, conjunction: str) -> str:
    hundreds, rest = divmod(number, 100)
    tail = EN_UNITS[rest] if rest < 20 else EN_TENS[rest // 10] + (f"-{EN_UNITS[rest % 10]}" if rest % 10 else "")
    if not hundreds:
        return tail
    return f"{EN_UNITS[hundreds]} hundred" + (f"{conjunction}{tail}" if rest else "")
