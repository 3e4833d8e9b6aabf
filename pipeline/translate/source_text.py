"""The form in which a sentence is given to a model: one apostrophe, one straight quotation mark, no invisible signs.

The only place where a source is changed, and only on its way to a model: what is kept, shown and checked stays as it
was written. Letters are never changed. Guillemets and dashes stay, for models know them.
"""

import re
import unicodedata

SOURCE_TEXT_VERSION = 2
"""Stands in every key of the memory: raise it whenever `source_text` gives another form."""

# Ukrainian sites print six signs for the apostrophe; a vocabulary has two or three of them at best, and each of those
# makes other pieces of the same word.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[’ʼ‘`´′](?=[^\W\d_])")
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
    return " ".join(_STRESS.sub("", _APOSTROPHE.sub("'", text)).split())
