"""What a name in some case form may be in the nominative.

The dictionary knows common surnames and given names only, so endings are replaced by rule as well: all that a name may
be is returned, and who compares takes the one that fits.
"""

import functools

import regex

from pipeline.text.morphology import readings

# Ending of a case form, and endings that the nominative may have instead. The empty one is a consonant's end.
_ENDINGS = (
    ("енка", ("енко",)), ("енку", ("енко",)), ("енком", ("енко",)), ("енкові", ("енко",)),
    ("ського", ("ський",)), ("ському", ("ський", "ське")), ("ським", ("ський", "ське")), ("ської", ("ська",)),
    ("ській", ("ська",)), ("ську", ("ська", "ськ")), ("ською", ("ська",)), ("ські", ("ський",)), ("ських", ("ський",)),
    ("ськ", ("ськ",)),
    ("цького", ("цький",)), ("цькому", ("цький", "цьке")), ("цьким", ("цький",)), ("цької", ("цька",)),
    ("цькій", ("цька",)), ("цьку", ("цька", "цьк")), ("цькою", ("цька",)),
    ("ового", ("овий", "ове")), ("ової", ("ова",)), ("овій", ("ова",)), ("овою", ("ова",)), ("ову", ("ова", "ов")),
    ("овим", ("ов", "ове")), ("евим", ("ев",)), ("євим", ("єв",)), ("іним", ("ін",)), ("їним", ("їн",)),
    ("ином", ("ин",)),
    ("евої", ("ева",)), ("євої", ("єва",)), ("іної", ("іна",)), ("ної", ("на",)),
    ("ого", ("ий", "е", "ой")), ("ому", ("ий", "е", "ой")), ("ої", ("а",)), ("ій", ("а", "ія")), ("им", ("ий", "")),
    ("ова", ("ів", "ова")), ("ову", ("ів",)), ("овом", ("ів",)), ("ові", ("", "о", "ів")), ("еві", ("", "ь")),
    ("єва", ("їв",)), ("єву", ("їв",)), ("євом", ("їв",)), ("єві", ("їв", "й")),
    ("ія", ("ій",)), ("ію", ("ій", "ія")), ("ієм", ("ій",)), ("ії", ("ія",)), ("ією", ("ія",)), ("ієві", ("ій",)),
    ("ця", ("ець", "ц")), ("цю", ("ець", "ця")), ("цем", ("ець",)), ("ці", ("ка", "ця", "ець")),
    ("зі", ("га",)), ("сі", ("ха",)),
    ("ка", ("ок", "ко")), ("ку", ("ок", "ко", "ка")), ("ком", ("ок", "ко")), ("кові", ("ок", "ко", "к")),
    ("ки", ("ка",)), ("ок", ("ки",)),
    ("ою", ("а",)), ("ею", ("я", "а")), ("єю", ("я",)),
    ("ом", ("", "о")), ("ем", ("", "ь")), ("єм", ("й",)), ("ям", ("ь",)),
    ("а", ("", "о")), ("я", ("ь", "й")), ("у", ("", "а", "о")), ("ю", ("ь", "й", "я")), ("и", ("а", "и")),
    ("і", ("а", "о", "", "я")),
    ("ї", ("я", "й")), ("ів", ("", "и", "і")), ("ам", ("и", "а", "")),
    ("ами", ("и", "")), ("ах", ("и", "", "а")), ("их", ("ий",)),
    ("ями", ("ї", "і", "я")), ("ях", ("ї", "і", "я")),
)  # fmt: skip
_NAME_MARKS = frozenset(("Name", "Surn"))
_MIN_STEM = 2
_CONSONANTS = frozenset("бвгґджзклмнпрстфхцчш")
_ADJECTIVE = regex.compile(r"(.*[сцз]ьк)(?:ий|а|е)")
_CLOSED = regex.compile(r"(.{2,})і([лрн]ь?)")  # гуляйпіль-ський, of Гуляйполе
_REGION = regex.compile(r"(.{3,})щин(?:а|и|і|у|ою|о)")


@functools.lru_cache(maxsize=1 << 15)
def nominatives(key: str) -> tuple[str, ...]:
    """Return the nominatives that a name in small letters may belong to, itself first.

    Example: "гончаренка" gives "гончаренка", "гончаренко" and more.
    """
    found = [key, *(one.lemma for one in readings(key) if "Surn" in one.marks or "Name" in one.marks)]
    for ending, replacements in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _MIN_STEM:
            stem = key[: -len(ending)]
            found.extend(stem + replacement for replacement in replacements)
    if key[-1:] in _CONSONANTS:
        found += [key + "и", key + "а"]  # the genitive of a plural: з Кобеляк
    return tuple(dict.fromkeys(found))


@functools.lru_cache(maxsize=1 << 14)
def places_of_derived(key: str) -> tuple[str, ...]:
    """Return what the place may be called that an adjective or a region is named after; nothing if it is neither.

    Example: "рязанський" gives "рязан" and "рязанськ", "суджанщина" gives "суджан".
    """
    if region := _REGION.fullmatch(key):
        return (region[1],)
    found: list[str] = []
    for nominative in nominatives(key):
        if match := _ADJECTIVE.fullmatch(nominative):
            whole = match[1]
            stem = whole[:-3] if whole[-3] == "с" else whole[:-2]
            found += [stem, whole, *([stem[:-1] + "г"] if stem.endswith("з") else [])]
            if closed := _CLOSED.fullmatch(stem):
                found.append(f"{closed[1]}о{closed[2]}")
    return tuple(dict.fromkeys(found))


@functools.lru_cache(maxsize=1 << 14)
def likely_nominative(key: str, woman: bool = False) -> str:
    """Return the likeliest nominative of a surname or given name in small letters; a woman's if its bearer is one.

    Example: "гончаренка" gives "гончаренко", and "гончаренко" stays what it is.
    """
    gender = "femn" if woman else "masc"
    known = [one for one in readings(key) if one.marks & _NAME_MARKS]
    if woman and key[-1:] in _CONSONANTS | {"о"}:
        return key  # a woman's surname that has no cases: Верещук, Світличко
    for one in known:
        if gender in one.marks:
            return one.lemma
    if known:
        return known[0].lemma
    return next((one for one in nominatives(key)[1:] if one != key + "и" and one != key + "а"), key)
