"""Where the sources of a story disagree: figures, days, and how names are spelled.

Sentences that say the same are laid beside each other; a figure of the same thing, or a day, that is another in each is
a difference, unless the other source has it too, somewhere else. Not done here: claims that differ in words alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.check.quantities.find import find_quantities
from pipeline.check.quantities.quantity import Key, Quantity
from pipeline.records import Claim, Difference, StoryPoint
from pipeline.stories.days import iso_day
from pipeline.stories.event_days import event_days
from pipeline.stories.spellings import spelling_differences
from pipeline.stories.telling import Told, likeness
from pipeline.stories.terms import english_terms, lexicon_terms
from pipeline.text.words import words

MAX_DIFFERENCES = 4
SAME_MATTER = 0.25
"""Cosine from which two sentences are taken to speak of one matter, where figures are of the same thing, too."""
SAME_DAY_MATTER = 0.4
_THING_WORDS = 3
_MAX_CLAIM_CHARACTERS = 60
_WEAK_UNIT = frozenset(("", "year", "day", "h"))


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number of a sentence: its meanings, its unit, and English stems of the words behind it: of what it is."""

    keys: frozenset[Key]
    unit: str
    thing: frozenset[str]
    about: str
    text: str


def differences(
    told: Mapping[str, Sequence[Told]], days: Mapping[str, int], latest: int, points: Sequence[StoryPoint]
) -> tuple[Difference, ...]:
    """Return where sources disagree, figures first. `told` is `within_story`; `days` and `latest` as in `timeline`."""
    sentences = [one for article in told.values() for one in article]
    if len(told) < 2:
        return ()
    figures = [_figures(one) for one in sentences]
    near = likeness(sentences)
    found = list(_of_figures(sentences, figures, near))
    found += _missing(sentences, figures, points, [claim.source for one in found for claim in one.claims])
    found += _of_days(sentences, near, days, latest)
    found += spelling_differences(told)
    return tuple(found[:MAX_DIFFERENCES])


def _figures(one: Told) -> list[_Figure]:
    text = one.ukrainian or one.english
    return [
        figure
        for quantity in find_quantities(text, "uk" if one.ukrainian else "en")
        if quantity.certainty != "weak" and (figure := _figure(text, quantity, ukrainian=bool(one.ukrainian)))
    ]


def _figure(text: str, quantity: Quantity, *, ukrainian: bool) -> _Figure | None:
    keys = frozenset(key for key in quantity.keys if key.kind == "number")
    if not keys or any(key.kind in ("month", "clock", "weekday") for key in quantity.keys):
        return None
    behind = text[quantity.end :]
    clause = behind[: min((behind.find(mark) for mark in ",.;:()—" if mark in behind), default=len(behind))]
    following = words(clause)[:_THING_WORDS]
    stems = lexicon_terms(" ".join(following)) if ukrainian else english_terms(" ".join(following))
    if not quantity.unit and (not stems or any(_is_year(key) for key in keys)):
        return None
    end = quantity.end
    for word in following[:2] if not quantity.unit or quantity.unit in _WEAK_UNIT else ():
        place = text.lower().find(word, end)
        end = place + len(word) if 0 <= place <= end + 3 else end
    about = " ".join(following[:2]) if not ukrainian else ""
    return _Figure(keys, quantity.unit, frozenset(stems), about, text[quantity.start : end][:_MAX_CLAIM_CHARACTERS])


def _is_year(key: Key) -> bool:
    return isinstance(key.value, int) and 1900 <= key.value <= 2100


def _of_figures(
    sentences: Sequence[Told], figures: Sequence[Sequence[_Figure]], near: "np.ndarray"
) -> Iterator[Difference]:
    had: dict[str, set[Key]] = defaultdict(set)
    for one, own in zip(sentences, figures, strict=True):
        for figure in own:
            had[one.place.article] |= figure.keys
    groups: list[dict[str, tuple[int, _Figure]]] = []
    for first in range(len(sentences)):
        for second in np.flatnonzero(near[first] >= SAME_MATTER).tolist():
            mine, theirs = sentences[first].place.article, sentences[second].place.article
            if second <= first or mine == theirs:
                continue
            for a in figures[first]:
                for b in figures[second]:
                    if _same_thing(a, b) and not a.keys & had[theirs] and not b.keys & had[mine]:
                        _gather(groups, mine, (first, a), theirs, (second, b))
    for group in groups:
        about = next((figure.about for _, figure in group.values() if figure.about), "")
        claims = [Claim(figure.text, sentences[number].place) for number, figure in group.values()]
        yield Difference("number", about, tuple(claims))


def _same_thing(one: _Figure, other: _Figure) -> bool:
    if one.unit != other.unit or one.keys & other.keys:
        return False
    return bool(one.thing & other.thing) or one.unit not in _WEAK_UNIT


def _gather(
    groups: list[dict[str, tuple[int, _Figure]]],
    mine: str,
    a: tuple[int, _Figure],
    theirs: str,
    b: tuple[int, _Figure],
) -> None:
    """Put a pair of figures with those of the same thing; each source has one figure of it."""
    for group in groups:
        if any(figure is a[1] or figure is b[1] for _, figure in group.values()):
            group.setdefault(mine, a)
            group.setdefault(theirs, b)
            return
    groups.append({mine: a, theirs: b})


def _missing(
    sentences: Sequence[Told],
    figures: Sequence[Sequence[_Figure]],
    points: Sequence[StoryPoint],
    known: Sequence[object],
) -> Iterator[Difference]:
    """Say of a figure in a key point which of the sources that tell of it give none."""
    place = {one.place: number for number, one in enumerate(sentences)}
    for point in points:
        first, *others = point.sources
        if first not in place or first in known:
            continue
        counted = [figure for figure in figures[place[first]] if figure.thing and figure.about]
        for figure in counted[:1]:
            silent = [
                source
                for source in others
                if not any(
                    figure.thing & other.thing or figure.keys & other.keys
                    for one, own in zip(sentences, figures, strict=True)
                    if one.place.article == source.article
                    for other in own
                )
            ]
            if silent:
                claims = (Claim(figure.text, first), *(Claim("", source) for source in silent))
                yield Difference("number", figure.about, claims)


def _of_days(
    sentences: Sequence[Told], near: "np.ndarray", days: Mapping[str, int], latest: int
) -> Iterator[Difference]:
    named = [event_days(one.ukrainian or one.english, days[one.place.article] or latest) for one in sentences]
    had: dict[str, set[int]] = defaultdict(set)
    for one, own in zip(sentences, named, strict=True):
        had[one.place.article].update(own)
    seen: set[tuple[int, int]] = set()
    for first in range(len(sentences)):
        for second in np.flatnonzero(near[first] >= SAME_DAY_MATTER).tolist():
            mine, theirs = sentences[first].place.article, sentences[second].place.article
            if second <= first or mine == theirs or len(named[first]) != 1 or len(named[second]) != 1:
                continue
            a, b = named[first][0], named[second][0]
            if a == b or a in had[theirs] or b in had[mine] or (a, b) in seen:
                continue
            seen.update(((a, b), (b, a)))
            yield Difference(
                "date",
                "",
                (_day_claim(sentences[first], a), _day_claim(sentences[second], b)),
            )


def _day_claim(one: Told, day: int) -> Claim:
    return Claim(iso_day(day), one.place)
