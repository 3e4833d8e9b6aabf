"""Text cut into words, numbers in digits and signs, for reading the numbers in it."""

import re
from typing import Any, Literal, NamedTuple

TokenKind = Literal["word", "number", "designation", "clock", "date", "sign"]
"""number: digits with their separators. designation: letters and digits in one, S-300, MH17, COVID-19."""

SPACES = " \u00a0\u2009\u202f"
DASHES = frozenset("-–—‑−")

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]++(?:['’ʼ][^\W\d_]++)*+(?!\w|[-‑]\d))"
    r"|(?P<entity>&#?\w{1,8};)"  # what is left of HTML: the digits of &#39; are nobody's number
    r"|(?P<date>(?<![\w.])(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?P<between>[./])\d{1,2}(?P=between)(?:\d{4}|\d{2}))(?!\w))"
    r"|(?P<clock>(?<![\w:])\d{1,2}:\d{2}(?!\d))"
    r"|(?P<designation>(?<!\w)[^\W\d_]+[-‑]?\d++[^\W_]*+(?!,\d{3}(?!\d))(?:[-‑/][^\W_]*\d[^\W_]*)*"  # for-1,000 is none
    r"|(?<![\w.,])\d+(?![xх]\d)[^\W\d_]+\d[^\W_]*)"
    rf"|(?P<number>\d{{1,3}}(?:[{SPACES}'’]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
    r"|(?P<letters>[^\W\d_]+)"  # what is left of a word beside an underscore
    r"|(?P<sign>[^\w\s])"
)
_LONGEST_NUMBER = 40
_FOLD = str.maketrans("’ʼ", "''")


class Token(NamedTuple):
    """A piece of text. `text` is lower case with the apostrophe '; `raw` as it stands; `glued`: no space before it."""

    kind: TokenKind
    text: str
    raw: str
    start: int
    end: int
    glued: bool


NO_TOKEN = Token("sign", "", "", 0, 0, False)


def tokenise(text: str) -> list[Token]:
    """Cut `text` into tokens; white space is dropped. `text[token.start:token.end] == token.raw`, always."""
    tokens = []
    last_end = -1
    for match in _TOKEN.finditer(text):
        raw = match[0]
        start, end = match.span()
        kind: Any = match.lastgroup  # every alternative is named
        folded = raw.lower()  # a piece at a time: lower case can be longer than the text it is of
        if kind == "entity":
            kind = "sign"
        elif kind == "letters":
            kind = "word"
        elif len(raw) > _LONGEST_NUMBER and kind != "word":
            kind = "word"  # thousands of digits count nothing, and Python refuses to read them
        if "’" in folded or "ʼ" in folded:
            folded = folded.translate(_FOLD)
        tokens.append(Token(kind, folded, raw, start, end, start == last_end))
        last_end = end
    return tokens
