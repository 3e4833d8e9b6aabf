"""How many letters two words differ by."""

import functools


@functools.lru_cache(maxsize=1 << 15)
def edit_distance(first: str, second: str) -> int:
    """Return the fewest letters to insert, delete, replace or swap with their neighbour to make one word the other.

    Source: optimal string alignment, a restriction of Damerau, CACM 7(3), 1964.
    """
    before_last: list[int] = []
    last = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        current = [row]
        for column, other in enumerate(second, start=1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before_last[column - 2] + 1)
            current.append(cost)
        before_last, last = last, current
    return last[-1]
