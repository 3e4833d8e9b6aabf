"""Where in a sentence a word stands, as far as its capital letter is concerned."""

_OPENING = "«\"“„'‘([{—–-•* \t\n\N{NO-BREAK SPACE}"
_OPENING_QUOTES = "«\"“„'‘"
_CLOSING_QUOTES = "»\"”“'’"
_ENDS = ".!?…:;"


def opens_sentence(text: str, start: int) -> bool:
    """Say whether a word at `start` has its capital letter, or may have it, because a sentence begins there.

    A sentence begins with the text, after a full stop or a colon, and with a quotation.
    """
    before = text[:start].rstrip(" \t\n\N{NO-BREAK SPACE}")
    if not before or before[-1] in _ENDS or before[-1] in "«“„":
        return True
    stripped = before.rstrip(_OPENING)
    if not stripped or stripped[-1] in _ENDS:
        return True
    return before[-1] == '"' and before.count('"') % 2 == 1


def is_quoted_whole(text: str, start: int, end: int) -> bool:
    """Say whether quotation marks stand right before and behind `text[start:end]`: ракета «Град»."""
    return start > 0 and end < len(text) and text[start - 1] in _OPENING_QUOTES and text[end] in _CLOSING_QUOTES
