"""English number words."""

import functools
from fractions import Fraction

from pipeline.check.quantities.numerals import SURE_ORDINALS, Numeral, Role
from pipeline.check.quantities.quantity import Amount

_UNITS = "two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_WEAK = {0: "zero nil", 1: "one once", 2: "both pair pairs couple", 3: "trio", 10: "decade decades", 20: "score"}
_MAGNITUDES = {
    1000: "thousand",
    10**6: "million mln",
    10**9: "billion bn",
    10**12: "trillion tn",
    10**15: "quadrillion",
    10**18: "quintillion",
}
_TIMES = {
    2: "twice double doubled doubles doubling",
    3: "thrice triple tripled triples tripling",
    4: "quadruple quadrupled quadrupling",
    5: "quintuple quintupled",
}


@functools.cache
def numerals() -> dict[str, Numeral]:
    """Return what each English number word is worth, by its lower-case form."""
    known: dict[str, Numeral] = {}

    def put(forms: str, value: Amount, role: Role = "plain", *, many: bool = False, weak: bool = False) -> None:
        for form in forms.split():
            known.setdefault(form, Numeral(value, role, many, weak))

    tens = list(zip(range(20, 100, 10), _TENS.split(), strict=True))
    ordinals = _ORDINALS.split()
    for number, word in [*enumerate(_UNITS.split(), start=2), *enumerate(_TEENS.split(), start=10), *tens]:
        put(word, number)
        put(f"{word}fold", number, "times", weak=True)
    for number, forms in _WEAK.items():
        put(forms, number, weak=True)
    for number, word in enumerate(ordinals, start=1):
        put(word, number, "ordinal", weak=number not in SURE_ORDINALS)
    for number, word in tens:
        stem = word.removesuffix("y") + "ie"
        put(f"{stem}th {stem}s", number, "ordinal")
    put("hundredth hundredths", 100, "ordinal", weak=True)
    put("thousandth thousandths", 1000, "ordinal", weak=True)
    put("hundred", 100, "hundreds")
    put("hundreds", 100, "group", many=True)
    put("dozen", 12, "group")
    put("dozens", 12, "group", many=True)
    put("tens", 10, "group", many=True)
    for number, forms in _MAGNITUDES.items():
        put(forms, number, "magnitude")
        put(f"{forms.split()[0]}s", number, "magnitude", many=True)
    put("half halves halved halving", Fraction(1, 2), "half", weak=True)
    put("thirds", Fraction(1, 3), "fraction", weak=True)
    put("quarter quarters", Fraction(1, 4), "fraction", weak=True)
    for number, ordinal in enumerate(ordinals[4:10], start=5):
        put(f"{ordinal}s", Fraction(1, number), "fraction", weak=True)
    for number, forms in _TIMES.items():
        put(forms, number, "times", weak=True)
    return known
