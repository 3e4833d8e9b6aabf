"""Whether two words are forms of one: loosely for words, strictly for names.

Letters only, no dictionary: `Польща` and `поляки`, `France` and `French` are not seen to belong together.
"""

import regex

_LEAST_PREFIX, _LEAST_SHARE = 4, 0.6
_LEAST_NAME = 3
_NAME_ENDING = regex.compile(
    r"""
    | а|я|у|ю|и|і|ї|о|е|є|ь|й|ою|ею|єю|ією|ом|ем|єм|ам|ям|ами|ями|ах|ях|ів|їв|ові|еві|єві|ий|ій|ої|их|іх
    | (?:[оь]|ьо)?го|(?:[оь]|ьо)?му|им|ім|їм|ими|іми|ов(?:а|у|і|им|ою)
    | [йь]?ськ\p{L}{1,3} | н(?:и|ин|ів|ам|ами|ах) | ц(?:і|ів|ям|ями|ях|я|ю|ем)|ець
    | s|'s|e|y|ey|a|n|ns|an|ans|ian|ians|ese|ish|i|is
    """,
    regex.VERBOSE,
)


def is_same_word(one: str, other: str) -> bool:
    """Say whether two content words likely speak of one thing: `сирія` and `сирійський`, `repair` and `repaired`.

    They are if they begin with the same four letters, and these are three fifths of the longer one.
    """
    alike, longer = _alike(one, other), max(len(one), len(other))
    if alike == longer:
        return True
    return alike >= _LEAST_PREFIX and alike >= _LEAST_SHARE * longer and not one[0].isdigit()


def is_same_name(one: str, other: str) -> bool:
    """Say whether two names, in lower case, are likely forms of one: `київ` and `києва`, `syria` and `syrian`.

    They are if they begin with the same three letters and what follows in each is an ending of Ukrainian or English:
    `іран` and `ірак` are not.
    """
    one, other = _folded(one), _folded(other)
    alike = _alike(one, other)
    if one == other:
        return True
    # The shared part may reach into the endings: харк-ів, харк-ова; синт-у, синт-ом.
    return any(
        _NAME_ENDING.fullmatch(one[cut:]) and _NAME_ENDING.fullmatch(other[cut:])
        for cut in range(alike, max(_LEAST_NAME, alike - 2) - 1, -1)
    )


def _folded(name: str) -> str:
    return name.replace("ї", "є").replace("ґ", "г")


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    for place, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return place
    return min(len(one), len(other))
