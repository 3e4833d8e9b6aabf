"""The source as the model sees it; what is kept, shown and checked stays as it was written."""

import unicodedata

import regex

SOURCE_TEXT_VERSION = 1

_CYRILLIC = regex.compile(r"\p{Script=Cyrillic}")
_APOSTROPHES = regex.compile(r"(?<=\p{Script=Cyrillic})[’ʼ`´](?=\p{Script=Cyrillic})")


def needs_translation(text: str) -> bool:
    """Say whether there is anything Ukrainian in `text`: numbers, addresses and Latin names pass as they are."""
    return bool(_CYRILLIC.search(text))


def source_text(text: str) -> str:
    """Return `text` in the one form that models are given: NFC, one kind of apostrophe within words, plain spaces."""
    return _APOSTROPHES.sub("'", " ".join(unicodedata.normalize("NFC", text).split()))
