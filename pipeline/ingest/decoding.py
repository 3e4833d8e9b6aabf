"""From bytes to text: find out the encoding of a file by decoding it strictly and judging what comes out.

UTF-8 proves itself. UTF-16 shows in its zero bytes. The eight-bit encodings of Ukrainian and English news decode any
bytes, so each one's text is scored by how often its letters occur in Ukrainian and Russian: read as windows-1251,
KOI8-U turns into capitals in odd places, UTF-8 into Р and С before symbols.

Not done here: repairing text that was decoded wrongly before it was saved.
"""

import codecs
import math
import re

from pipeline.errors import ArticleError

SAMPLE_BYTES = 1 << 18

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BIT = ("windows-1251", "koi8-u", "windows-1252", "mac-cyrillic")
_UTF_16 = ("utf-16-le", "utf-16-be")
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"PAR1",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)

# Letters of 1,000 in Ukrainian news, from our parallel corpus; ы э ъ ё as in Russian, whose articles are to be reported
# as Russian, not as unreadable.
_FREQUENCIES = {
    "о": 88, "а": 86, "н": 67, "и": 64, "і": 60, "р": 56, "в": 53, "т": 53, "е": 47, "с": 40, "к": 39, "л": 37, "д": 37,
    "у": 33, "п": 33, "м": 28, "з": 24, "я": 23, "ь": 18, "б": 15, "г": 15, "ч": 12, "й": 11, "х": 10, "ц": 9, "ю": 8,
    "ш": 8, "ж": 8, "ї": 6, "є": 6, "щ": 4, "ф": 3, "ґ": 0.1, "ы": 9, "э": 2, "ъ": 0.3, "ё": 0.3,
}  # fmt: skip
_LETTER_BITS = {letter: math.log2(count / 1000) for letter, count in _FREQUENCIES.items()}
_PUNCTUATION = frozenset("«»—–“”„‘’…№\u00a0•°©§€·\u00ad")
_PUNCTUATION_BITS = -6.0
_CAPITAL_BITS = -2.0
_CAPITAL_IN_WORD_BITS = -12.0  # as in ПриватБанк; in wrong decodings common
_ACCENTED_BITS = -6.0
_JUNK_BITS = -60.0  # so that a few box drawings outweigh letters that fit
_MIN_PLAUSIBLE_BITS = -7.6  # a character: right decodings reach -5, capitals -7; wrong ones stay below -8
_CYRILLIC_BESIDE_LATIN = re.compile(r"(?<=[a-zA-Z])[\u0400-\u04ff]|[\u0400-\u04ff](?=[a-zA-Z])")
_CAPITAL_IN_WORD = re.compile(r"(?<=[а-яіїєґ])[А-ЯІЇЄҐ]")
_ACCENTED = re.compile(r"(?<=[a-zA-Z])[\u00c0-\u00ff\u0160\u0161\u017d\u017e]|[\u00c0-\u00ff](?=[a-zA-Z])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_USUAL = re.compile(r"[\t\n\r\x20-\x7e\u00a0-\u00ff\u0400-\u04ff\u2010-\u2026\u20ac\u2116]")
_MAX_CONTROL_SHARE = 0.003
_MIN_USUAL_SHARE = 0.95


def decode(data: bytes) -> str:
    """Return the text of a whole file, without a byte order mark, its lines ended by a line feed.

    Raises: ArticleError if it is binary, or its encoding is none that is known.
    """
    encoding = detect_encoding(data, complete=True)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = _without_broken_end(data, encoding)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def detect_encoding(data: bytes, complete: bool) -> str:
    """Return the name of the encoding of `data`, a file or, if it is not `complete`, the beginning of one.

    Raises: ArticleError if it is binary, or its encoding is none that is known.
    """
    sample = data[:SAMPLE_BYTES]
    complete = complete and len(data) <= SAMPLE_BYTES
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return encoding
    if sample.startswith(_BINARY):
        raise _binary()
    if b"\x00" in sample or b"\x04" in sample:
        return _utf_16(sample)
    if _decoded(sample, "utf-8", final=False) is not None:
        if _is_binary(sample):
            raise _binary()
        return "utf-8"
    if _is_binary(sample):
        raise _binary()
    scores = {name: _plausibility(sample, name, complete) for name in _EIGHT_BIT}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _MIN_PLAUSIBLE_BITS:
        raise _unknown_encoding()
    return best


def mostly_utf_8(sample: bytes) -> bool:
    """Say whether `sample` is UTF-8 but for a few broken characters."""
    text = sample.decode("utf-8", errors="replace")
    good = sum(1 for character in _NOT_ASCII.findall(text) if character != "\ufffd")
    return not _is_binary(sample) and good > 10 * text.count("\ufffd")


def _utf_16(sample: bytes) -> str:
    even = sample[: len(sample) // 2 * 2]
    for encoding in _UTF_16:
        text = _decoded(even, encoding, final=False)
        if text and len(_USUAL.findall(text)) >= _MIN_USUAL_SHARE * len(text):
            return encoding
    raise _binary()


def _plausibility(sample: bytes, encoding: str, complete: bool) -> float:
    """Return the mean logarithm, to base 2, of the chance of each character of `sample` beyond ASCII."""
    text = _decoded(sample, encoding, final=complete)
    found = _NOT_ASCII.findall(text) if text else []
    if text is None or not found:
        return -math.inf
    bits = sum(map(_character_bits, found)) + _CAPITAL_IN_WORD_BITS * len(_CAPITAL_IN_WORD.findall(text))
    if encoding == "windows-1252":
        accented = _ACCENTED.findall(text)
        bits += sum(_ACCENTED_BITS - _character_bits(character) for character in accented)
    else:
        mixed = _CYRILLIC_BESIDE_LATIN.findall(text)
        bits += sum(_JUNK_BITS - _character_bits(character) for character in mixed)
    return bits / len(found)


def _character_bits(character: str) -> float:
    if character in _PUNCTUATION:
        return _PUNCTUATION_BITS
    if character in _LETTER_BITS:
        return _LETTER_BITS[character]
    lower = character.lower()
    return _LETTER_BITS[lower] + _CAPITAL_BITS if lower in _LETTER_BITS else _JUNK_BITS


def _decoded(data: bytes, encoding: str, final: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=final)
    except UnicodeDecodeError:
        return None


def _without_broken_end(data: bytes, encoding: str) -> str:
    """Decode what a scraper cut off in the middle of a character; that one is dropped."""
    text = _decoded(data, encoding, final=False)
    if text is None:
        raise _unknown_encoding()
    return text


def _is_binary(sample: bytes) -> bool:
    return len(_CONTROL.findall(sample.decode("latin-1"))) > _MAX_CONTROL_SHARE * len(sample)


def _binary() -> ArticleError:
    return ArticleError("The file is binary, not text.", "Save the article as text or HTML, or take the file out.")


def _unknown_encoding() -> ArticleError:
    return ArticleError(
        "The file's encoding is none of UTF-8, UTF-16, windows-1251, KOI8-U, windows-1252; or the text is damaged.",
        "Save it again as UTF-8.",
    )
