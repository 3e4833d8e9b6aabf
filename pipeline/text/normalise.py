"""Make the characters of scraped text regular: one kind of space, of line end, of apostrophe; nothing invisible.

Words are not touched, apart from Latin letters inside Cyrillic words ("Укpaїна"), which no reader can see and every
model trips over. Quotation marks across words are mended later, where paragraphs are known (`repairs`).
"""

import html
import re
import unicodedata

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote|section|article|figure|figcaption|table|tr)\b[^<>\n]{0,500}>", re.I
)
_INLINE_TAG = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|span|small|sup|sub|mark|q|cite|code|time|img|font|abbr|td|th)\b[^<>\n]{0,500}>", re.I
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[’ʼ‘`´ʹ′＇‛](?=[^\W\d_])")
# п"ять, об”єкт: the quotation mark typed for an apostrophe, which stands before these four letters only
_QUOTE_FOR_APOSTROPHE = re.compile(r"(?<=[бвгґджзйклмнпрстфхцчшщБВГҐДЖЗЙКЛМНПРСТФХЦЧШЩ])[\"”“*](?=[яюєїЯЮЄЇ])")
# players’ rights: an apostrophe unless a ‘ was opened before it
_PLURAL_POSSESSIVE = re.compile(r"(?<=[sS])’(?=\s+[a-z])")
_MIXED_WORD = re.compile(r"\b(?=[а-яА-ЯіїєґІЇЄҐ]*[a-zA-Z])(?=[a-zA-Z]*[а-яА-ЯіїєґІЇЄҐ])[a-zA-Zа-яА-ЯіїєґІЇЄҐ]{2,40}\b")
_MIXED = re.compile(r"[a-zA-Z][а-яА-ЯіїєґІЇЄҐ]|[а-яА-ЯіїєґІЇЄҐ][a-zA-Z]")
_LATIN = re.compile(r"[a-zA-Z]")
_LOOKALIKES = str.maketrans("aAeEiIoOpPcCxXyBHKMTï", "аАеЕіІоОрРсСхХуВНКМТї")
_SPACES = re.compile(r" {2,}")
_SPACE_AT_LINE_EDGE = re.compile(r" ?\n ?")
_MANY_EMPTY_LINES = re.compile(r"\n{3,}")


def normalise(text: str) -> str:
    """Return `text` in NFC with its characters made regular, lines kept, at most one empty line between them.

    HTML entities and stray tags are decoded and dropped; control, format (soft hyphen, zero width, bidirectional),
    private and surrogate characters are removed; every space becomes U+0020; an apostrophe inside a word becomes
    U+0027. Latin look-alikes inside a Cyrillic word become Cyrillic.

    Example: `normalise("пам&rsquo;ять\\u00a0про\\u00adте")` is `"пам'ять проте"`.
    """
    text = _decode_markup(text)
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = unicodedata.normalize("NFC", text.translate(_CHARACTERS))
    # Before the apostrophes, which depend on the alphabet of the letters beside them.
    if _MIXED.search(text):
        text = "\n".join(
            _MIXED_WORD.sub(_one_alphabet, line) if _MIXED.search(line) else line for line in text.split("\n")
        )
    text = text.replace("``", '"').replace("''", '"')
    text = _APOSTROPHE.sub("'", text)
    text = _QUOTE_FOR_APOSTROPHE.sub("'", text)
    if "’" in text:
        text = "\n".join(_possessives(line) for line in text.split("\n"))
    text = _SPACES.sub(" ", text)
    text = _SPACE_AT_LINE_EDGE.sub("\n", text)
    return _MANY_EMPTY_LINES.sub("\n\n", text).strip(" \n")


def _decode_markup(text: str) -> str:
    if "&" in text:
        for _ in range(2):  # scrapers leave &amp;quot; too
            text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if "<" in text:
        text = _BLOCK_TAG.sub("\n", text)
        text = _INLINE_TAG.sub("", text)
    return text


class _CharacterTable(dict[int, str | None]):
    """What `str.translate` makes of a code point: a space of any kind a plain one, the invisible nothing."""

    def __missing__(self, point: int) -> str | None:
        match unicodedata.category(chr(point)):
            case "Zs":
                self[point] = " "
            case "Cc" | "Cf" | "Cs" | "Co":
                self[point] = None
            case _:
                self[point] = chr(point)
        return self[point]


_CHARACTERS = _CharacterTable({ord("\n"): "\n", ord("\t"): " "})


def _possessives(line: str) -> str:
    if "‘" in line or "’" not in line:
        return line
    return _PLURAL_POSSESSIVE.sub("'", line)


def _one_alphabet(found: re.Match[str]) -> str:
    """Turn the Latin letters of a mostly Cyrillic word into the Cyrillic ones they look like, if they all do."""
    word = found[0]
    latin = len(_LATIN.findall(word))
    if latin > len(word) - latin:
        return word
    respelled = word.translate(_LOOKALIKES)
    return word if _LATIN.search(respelled) else respelled
