"""Romanise Russian names from their Ukrainian spelling, as British and American papers do.

BGN/PCGN 1947 without its apostrophes and dots, and with -y for the endings -ий and -ый, as the press has them
(Peskov, Ryabkov, Navalny). Ukrainian spelling hides what the table needs: и stands for и and for ы, and i for и. What
is returned is the likelier letter, and never more than a proposal.

Source: BGN/PCGN 1947 System, "Romanization of Russian"; Ukrainian orthography 2019, sections 143 to 146.
"""

import regex

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "",
    "ю": "yu", "я": "ya",
}  # fmt: skip
_VOWELS = "аеєиіїоуюяь"
_STANDS_FOR_I = regex.compile(r"(?<=[жшчщцкгх]|^пр|н(?=ик))и|и(?=[чцкщ](?:\P{L}|$))")
_ENDING_Y = regex.compile(r"(?:ий|ій)$")
_WORD = regex.compile(r"\p{L}+(?:['’ʼ`]\p{L}+)*")


def romanise_russian(text: str) -> str:
    """Return `text` with every word in Latin letters as for a Russian name; all else stays as it is.

    Example: `romanise_russian("Пєсков") == "Peskov"`, `romanise_russian("Рябков") == "Ryabkov"`.
    """
    romanised: str = _WORD.sub(lambda match: _word(match[0]), text)
    return romanised


def _word(word: str) -> str:
    low = regex.sub("['’ʼ`]", "ь", word.lower())
    low = _STANDS_FOR_I.sub("і", _ENDING_Y.sub("Y", low).replace("Y", "\0"))
    out: list[str] = []
    for position, letter in enumerate(low):
        before = low[position - 1] if position else ""
        if letter == "\0":
            out.append("y")
        elif letter in "єе" and (not before or (before in _VOWELS and letter == "є")):
            out.append("ye" if letter == "є" else "e")
        elif letter == "о" and before == "ь":
            out.append("yo")
        else:
            out.append(_LETTERS.get(letter, letter))
    latin = "".join(out).replace("yyo", "yo")
    return latin.upper() if word.isupper() and len(word) > 1 else latin.capitalize() if word[0].isupper() else latin
