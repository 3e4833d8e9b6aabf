"""What needs no translator: there is nothing in it to translate."""

import re

_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_CYRILLIC = re.compile("[\u0400-\u052f]")


def nothing_to_translate(text: str) -> bool:
    """Say whether `text` passes as it is: empty, figures, names in Latin letters, addresses of pages and people.

    Example: `nothing_to_translate("Reuters, 24/02/2022") and not nothing_to_translate("5 млн")`
    """
    return not _CYRILLIC.search(_ADDRESSES.sub("", text))
