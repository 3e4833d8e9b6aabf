"""The form in which a sentence is given to a model: one apostrophe, one straight quotation mark, no invisible signs.

The only place where a source is changed, and only on its way to a model: what is kept, shown and checked stays as it
was written. No letter is changed for another; only the names that many outlets write small on purpose since 2022
(росія, москва, кремль, путін, рф) get the capital letter by which a model knows a name. Guillemets and dashes stay, for
models know them.
"""

import re
import unicodedata

SOURCE_TEXT_VERSION = 3
"""Stands in every key of the memory: raise it whenever `source_text` gives another form."""

# Ukrainian sites print six signs for the apostrophe; a vocabulary has two or three of them at best, and each of those
# makes other pieces of the same word.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[’ʼ‘`´′](?=[^\W\d_])")
_SMALL_NAMES = re.compile(
    r"\b(?:росі(?:я|ї|ю|єю|є)|москв(?:а|и|у|ою|о)|москві|кремл(?:ь|я|ю|ем|еві|і)|(?:володимир(?:а|у|ові|ом)? )?"
    r"путін(?:а|у|ові|им|і)?)\b|\bрф\b"
)
_STRESS = re.compile("(?<=[аеєиіїоуюяАЕЄИІЇОУЮЯ])\u0301")
_SIGNS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "\u2010": "-",  # hyphen
        "\u2011": "-",  # non-breaking hyphen
        "\u2212": "-",  # minus
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width space
        "\u2060": None,  # word joiner
        "\ufeff": None,  # byte order mark
    }
)


def source_text(text: str) -> str:
    """Return `text` as models are given it.

    Example: `source_text("Сім’я  вдома — „у місті”") == "Сім'я вдома — \\"у місті\\""`
    """
    text = unicodedata.normalize("NFC", text).translate(_SIGNS)
    text = " ".join(_STRESS.sub("", _APOSTROPHE.sub("'", text)).split())
    return _SMALL_NAMES.sub(_capitalised, text)


def _capitalised(name: re.Match[str]) -> str:
    """Return a name as a model knows it. Example: of "володимиру путіну", "Володимиру Путіну"; of "рф", "РФ"."""
    return name[0].upper() if name[0] == "рф" else name[0].title()
