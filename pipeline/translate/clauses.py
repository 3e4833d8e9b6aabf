"""Cut an over-long sentence where a reader would breathe, so that no part of it is ever truncated."""

from collections.abc import Callable

import regex

CLAUSES_VERSION = 1

# From the best place to cut to the worst; each pattern matches the end of the part before the cut.
_CUTS = (
    regex.compile(r"(?<=[.!?…][»”\"]?)\s+"),
    regex.compile(r"(?<=;)\s+"),
    regex.compile(r"(?<=:)\s+|\s+(?=[—–]\s)"),
    regex.compile(
        r"(?<=,)\s+(?=(?:але|однак|проте|тож|тому|бо|оскільки|якщо|коли|який|яка|яке|які|що|щоб|де|а|й|і|та)\s)"
    ),
    regex.compile(r"(?<=,)\s+"),
    regex.compile(r"\s+(?=(?:і|й|та|або|чи)\s)"),
    regex.compile(r"\s+"),
)


def split_clauses(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Split `text` into parts that fit, at the best boundary nearest to the middle; a word that does not fit is cut.

    Returns: the parts in order; joined with single spaces they are `text` with its white space folded, except where a
        word had to be cut.
    """
    text = " ".join(text.split())
    if fits(text) or len(text) < 2:
        return [text]
    before, after = _halves(text)
    return split_clauses(before, fits) + split_clauses(after, fits)


def _halves(text: str) -> tuple[str, str]:
    middle = len(text) / 2
    for cut in _CUTS:
        # Not in the first or last tenth: a part of two words would be translated out of context.
        places = [m for m in cut.finditer(text) if 0.1 * len(text) <= m.start() <= 0.9 * len(text)]
        if places:
            best = min(places, key=lambda found: abs(found.start() - middle))
            return text[: best.start()], text[best.end() :]
    return text[: len(text) // 2], text[len(text) // 2 :]
