"""Scraped text on a terminal: control characters are shown, never obeyed."""

import unicodedata


def printable(text: str) -> str:
    """Return `text` with control and bidirectional characters as escapes, line ends kept.

    Example: `printable("a\\x1b[31m")` is `"a\\\\x1b[31m"`.
    """
    return "".join(
        c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") else ascii(c)[1:-1] for c in text
    )
