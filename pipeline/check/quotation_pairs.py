"""Which quotation of the source is which of the translation."""

from collections import Counter
from collections.abc import Sequence

from pipeline.check.alignment.links import Links, Word
from pipeline.check.quotation_marks import Quotation

MOST_COMPARED = 12
"""Quotations a side; of a sentence with more only the number is compared."""


def pair_quotations(
    links: Links, source: Sequence[Quotation], target: Sequence[Quotation]
) -> list[tuple[Quotation, Quotation]]:
    """Pair quotations that share linked words, then those alike in length and rank; each stands in one pair at most."""
    if len(source) == len(target) == 1 or max(len(source), len(target)) > MOST_COMPARED:
        return list(zip(source, target, strict=False))
    shared = _shared(links, source, target)
    ranked = sorted(
        (-shared[i, j], _unlike(one, other), abs(i - j), i, j)
        for i, one in enumerate(source)
        for j, other in enumerate(target)
    )
    partner: dict[int, int] = {}
    for *_, i, j in ranked:
        if i not in partner and j not in partner.values():
            partner[i] = j
    return [(source[i], target[j]) for i, j in sorted(partner.items())]


def stands_in(word: Word, quotation: Quotation) -> bool:
    """Say whether a word stands between the marks."""
    return quotation.start <= word.start < quotation.end


def _unlike(one: Quotation, other: Quotation) -> float:
    lengths = one.end - one.start, other.end - other.start
    return round(max(lengths) / max(1, min(lengths)))


def _shared(links: Links, source: Sequence[Quotation], target: Sequence[Quotation]) -> Counter[tuple[int, int]]:
    """Count the links between each two quotations."""
    place_of_target = [_place(word, target) for word in links.target]
    shared: Counter[tuple[int, int]] = Counter()
    for word, partners in zip(links.source, links.partners, strict=True):
        place = _place(word, source) if partners else None
        if place is not None:
            shared.update((place, j) for j in {place_of_target[p] for p in partners or ()} if j is not None)
    return shared


def _place(word: Word, quotations: Sequence[Quotation]) -> int | None:
    return next((i for i, quotation in enumerate(quotations) if stands_in(word, quotation)), None)
