"""Cyrillic letters of designations that are taken for Latin ones: С-300 for C-300, Х-101 for X-101."""

_LOOK_ALIKE = str.maketrans("АВЕІКМНОРСТУХ", "ABEIKMHOPCTYX")
_LOOK_ALIKE_DIGIT = str.maketrans({"З": "3"})


def look_alikes(designation: str) -> tuple[str, ...]:
    """Return a designation with its Cyrillic letters taken for Latin ones that look the same.

    Example: `look_alikes("С-300") == ("C-300",)`, with a Latin C.
    """
    capitals = designation.upper().translate(_LOOK_ALIKE)
    return tuple(dict.fromkeys((capitals, capitals.translate(_LOOK_ALIKE_DIGIT))))
