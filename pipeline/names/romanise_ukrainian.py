"""Romanise Ukrainian names by the table of the Cabinet of Ministers.

Source: resolution 55 of 27 January 2010, "Про впорядкування транслітерації українського алфавіту латиницею" (KMU-2010),
https://zakon.rada.gov.ua/laws/show/55-2010-п. Established spellings that differ from it (Zelenskyy) are the glossary's.
"""

import regex

_EVERYWHERE = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "y", "і": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia",
    "ь": "", "ы": "y", "э": "e", "ё": "io", "ъ": "",
}  # fmt: skip
_AT_THE_BEGINNING = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_ZGH = "zgh"  # not zh, which is ж

_WORD = regex.compile(r"\p{L}+(?:['’ʼ`]\p{L}+)*")
_APOSTROPHES = frozenset("'’ʼ`")


def romanise_ukrainian(text: str) -> str:
    """Return `text` with every Ukrainian word in Latin letters by KMU-2010; all else stays as it is.

    Example: `romanise_ukrainian("Згурський") == "Zghurskyi"`.
    """
    romanised: str = _WORD.sub(lambda match: _word(match[0]), text)
    return romanised


def _word(word: str) -> str:
    letters = [letter for letter in word if letter not in _APOSTROPHES]
    whole_in_capitals = len(letters) > 1 and all(letter.isupper() for letter in letters)
    out: list[str] = []
    before = ""
    for position, letter in enumerate(letters):
        low = letter.lower()
        latin = _AT_THE_BEGINNING.get(low) if position == 0 else None
        if latin is None:
            latin = _EVERYWHERE.get(low)
        if latin is None:
            out.append(letter)
        else:
            if before == "з" and low == "г":
                latin = _ZGH[1:]
            out.append(latin.upper() if whole_in_capitals else latin.capitalize() if letter.isupper() else latin)
        before = low
    return "".join(out)
