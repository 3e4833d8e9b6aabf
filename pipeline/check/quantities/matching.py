"""Which number of the source is which number of the translation."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.check.quantities.quantity import Key, Quantity, number_key


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs of numbers that agree, and what is left on either side."""

    pairs: tuple[tuple[Quantity, Quantity], ...]
    lost: tuple[Quantity, ...]
    added: tuple[Quantity, ...]


def match_quantities(source: Sequence[Quantity], target: Sequence[Quantity]) -> Matching:
    """Pair numbers that share a meaning, those with the same unit first, then those that stand alike.

    What is left is forgiven where the other side can be read so: a number said twice, a score of two numbers, a
    magnitude that only the translation repeats ("from 40 to 60 million" for "зросли з сорока мільйонів до шістдесяти").
    """
    by_key: dict[Key, list[int]] = {}
    for j, other in enumerate(target):
        for key in other.keys:
            by_key.setdefault(key, []).append(j)
    candidates = []
    for i, one in enumerate(source):
        for j in {j for key in one.keys for j in by_key.get(key, ())}:
            other = target[j]
            if _same_time(one, other):
                unlike = (one.unit != other.unit, one.below_zero != other.below_zero, one.certainty != other.certainty)
                candidates.append((*unlike, len(one.keys) + len(other.keys), abs(i - j), i, j))
    candidates.sort()
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in candidates:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    pairs = tuple((source[i], target[j]) for i, j in sorted(partner.items()))
    lost = [one for i, one in enumerate(source) if i not in partner]
    added = [other for j, other in enumerate(target) if j not in taken]
    if lost or added:
        _forgive_scores(lost, added)
        _forgive_scores(added, lost)
        _forgive_magnitudes(source, lost, added)
        matched_source = {key for one, _ in pairs for key in one.keys}
        matched_target = {key for _, other in pairs for key in other.keys}
        lost = [one for one in lost if not one.keys & matched_target]
        added = [other for other in added if not other.keys & matched_source]
    return Matching(pairs, tuple(lost), tuple(added))


def _same_time(one: Quantity, other: Quantity) -> bool:
    """Say whether two numbers can be one time of day, if both are times: 7 p.m. is not seven in the morning."""
    clocks, other_clocks = _clocks(one), _clocks(other)
    return not clocks or not other_clocks or bool(clocks & other_clocks)


def _clocks(quantity: Quantity) -> set[Key]:
    return {key for key in quantity.keys if key.kind == "clock"}


def _forgive_scores(scores: list[Quantity], singles: list[Quantity]) -> None:
    """Take out "45:42" where the other side has 45 and 42."""
    for score in list(scores):
        for key in score.keys:
            if key.kind != "name" or ":" not in str(key.value):
                continue
            wanted = [number_key(int(part)) for part in str(key.value).split(":")]
            found = [next((single for single in singles if part in single.keys), None) for part in wanted]
            if all(found):
                scores.remove(score)
                singles[:] = [single for single in singles if not any(single is other for other in found)]


def _forgive_magnitudes(source: Sequence[Quantity], lost: list[Quantity], added: list[Quantity]) -> None:
    """Take out a number that lacks the magnitude of its neighbour in the source and has it in the translation."""
    scales = {one.scale for one in source if one.scale != 1}
    for one in [one for one in lost if one.scale == 1]:
        numbers = [key.value for key in one.keys if key.kind == "number" and not isinstance(key.value, str)]
        scaled = {number_key(number * scale) for number in numbers for scale in scales}
        found = next((other for other in added if scaled & other.keys), None)
        if found:
            lost.remove(one)
            added.remove(found)
