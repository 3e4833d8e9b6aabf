"""How many segments it takes to tell two systems apart."""

import math

# 1.96 for a two-sided test at 0.05, 0.84 to find a difference that is there four times in five.
_QUANTILES = 1.960 + 0.842


def segments_needed(segments: int, standard_error: float, difference: float) -> int | None:
    """Return how many segments would show `difference`, if `segments` gave it with `standard_error`.

    The standard error shrinks with the square root of the number. None if the difference is nothing.
    Source: the usual power calculation of a two-sided test, level 0.05, power 0.8.
    """
    if not difference or not standard_error:
        return None
    return max(2, math.ceil(segments * (_QUANTILES * standard_error / difference) ** 2))
