"""Look in a translation for names that no glossary has: by romanisation, or by what their spelling sounds like."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.names.common_words import is_common
from pipeline.names.edit_distance import edit_distance
from pipeline.names.english_words import letters_of, number_forms, word_key
from pipeline.names.find import FoundName
from pipeline.names.given_names import given_name
from pipeline.names.glossary import Glossary
from pipeline.names.likeness import GOOD, MIN_LETTERS, NEAR, is_derived, romanisation_keys, sound_key, spelling_cost
from pipeline.names.look_alikes import look_alikes
from pipeline.names.nominative import nominatives, places_of_derived
from pipeline.names.problem import NameProblem
from pipeline.names.romanise_ukrainian import romanise_ukrainian
from pipeline.names.slavic import is_slavic, may_be_russian
from pipeline.names.target import Target

KMU = "KMU-2010"
AS_IN_SOURCE = "as in the source"

# How far a word may be from a name and still spell it, see `likeness.spelling_cost`.
_SLAVIC_GOOD = 1
_GIVEN_NAME_GOOD = 1
_NO_ROMANISATION_COSTS = 1
_DOUBTFUL_NEAR = 1.0  # by letter, as `NEAR`

_MIN_LETTERS = 3
_PARTICLE = 3  # parts of a compound that are no longer say little: Порт-о-Пренс, Ель-Фашер
_JUNIOR = frozenset(("молодший", "старший", "молодшого", "старшого"))
_SHORT_ACRONYM = 4
_LETTERS_PER_MISTAKE = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of a name and where the translation has it: positions of words, first and behind the last."""

    name: FoundName
    part: str
    first: int
    behind: int


@dataclass(slots=True)
class Comparison:
    """The names that the translation has, part by part, and those that it has not."""

    placed: list[Placed] = field(default_factory=list)
    left: list[FoundName] = field(default_factory=list)


def compare_unknown(names: Sequence[FoundName], doubtful: Mapping[int, Sequence[str]], target: Target) -> Comparison:
    """Find the names in the translation and mark what they take.

    `doubtful` are the forms of glossary entries that a name may be, by where it begins.
    """
    comparison = Comparison()
    for name in names:
        if target.take_all(doubtful.get(name.word.start, ())):
            continue
        if name.sort in ("latin", "designation"):
            found = _take_literal(name, target)
        else:
            found = _take_word(name, target, comparison.placed)
        if not found:
            comparison.left.append(name)
    return comparison


def unknown_problems(left: Sequence[FoundName], target: Target, glossary: Glossary) -> Iterator[NameProblem]:
    """Yield what is wrong with the names that were not found."""
    for name in left:
        if name.sort in ("latin", "designation"):
            yield from _literal_problem(name, target)
        elif name.sort == "word" and len(name.word.key) >= _MIN_LETTERS:
            yield from _word_problem(name, target, glossary)


def is_romanised(part: str, name: FoundName) -> bool:
    """Say whether a name is certainly Ukrainian or Russian, so that it is spelled by rule."""
    if name.bearer not in ("ukrainian", "russian"):
        return False
    given = given_name(part)
    return given.bearer != "foreign" if given else is_slavic(part)


def _take_literal(name: FoundName, target: Target) -> bool:
    form = romanise_ukrainian(name.word.text) if name.sort == "designation" else name.word.text
    if target.take(form) or target.take(form.upper()):
        return True
    parts = [part for part in form.split("-") if len(part) > 1]
    return len(parts) > 1 and all(any(target.english.find(part)) for part in parts) and target.take_all(parts)


def _take_word(name: FoundName, target: Target, placed: list[Placed]) -> bool:
    """Take the nearest open word for each part of a name if it may spell it."""
    found = True
    for part in _parts(name):
        nearest = _nearest(part, name, target)
        if nearest and nearest[0] <= _limit(part, name):
            target.mark(range(nearest[1], nearest[2]))
            placed.append(Placed(name, part, nearest[1], nearest[2]))
        else:
            found = False
    return found


def _parts(name: FoundName) -> list[str]:
    parts = name.word.key.rstrip("+").split("-")
    return [part for part in parts if len(part) > _PARTICLE and part not in _JUNIOR] or parts[:1]


def _limit(part: str, name: FoundName) -> int:
    if is_romanised(part, name):
        return 0
    if name.bearer == "ukrainian" or (name.certain and not name.bearer and is_slavic(part)):
        return _SLAVIC_GOOD
    if name.person and given_name(part):
        return _GIVEN_NAME_GOOD
    return GOOD


def _nearest(part: str, name: FoundName, target: Target) -> tuple[int, int, int] | None:
    best: tuple[int, int, int] | None = None
    for first, behind, letters in target.open_names():
        for form in number_forms(letters):
            cost = _cost(part, form, name)
            if best is None or cost < best[0]:
                best = (cost, first, behind)
        if best and best[0] == 0:
            break
    return best


def _cost(part: str, english: str, name: FoundName) -> int:
    given = given_name(part)
    if given and any(letters_of(spelling) == english for spelling in given.spellings):
        return 0
    if sound_key(english) in romanisation_keys(part):
        return 0
    if places_of_derived(part) and is_derived(part, english):
        return 0
    cost = spelling_cost(part, english)
    return max(cost, _NO_ROMANISATION_COSTS) if is_romanised(part, name) else cost


def _word_problem(name: FoundName, target: Target, glossary: Glossary) -> Iterator[NameProblem]:
    reach = NEAR if name.certain else _DOUBTFUL_NEAR
    for part in _parts(name):
        nearest = _nearest(part, name, target)
        near = nearest if nearest and nearest[0] <= reach * max(MIN_LETTERS, len(part)) else None
        letters = target.letters(near[1], near[2]) if near else ""
        if nearest and nearest[0] <= _limit(part, name):
            continue
        if not name.certain and (not near or is_common(letters)):
            continue  # a word of the dictionary, translated
        if not near and not name.person and not target.has_open_name():
            continue  # described, or translated after all
        if near and not glossary.meanings([name.word]).isdisjoint(number_forms(letters)):
            continue  # Гаазький, of The Hague
        span = target.span(near[1], near[2]) if near else None
        target.mark(range(near[1], near[2]) if near else ())
        right = _romanisation_near(part, letters) if near and is_romanised(part, name) else ""
        yield NameProblem(
            sort="misspelt" if near else "missing",
            start=name.word.start,
            end=name.word.end,
            name=name.word.text,
            right=right,
            origin=KMU if right else "",
            certainty=0.8 if name.person else 0.6 if name.certain else 0.5,
            target=span,
            found=target.slice(span) if span else "",
            repairable=bool(right),
        )
        return


def _romanisation_near(part: str, letters: str) -> str:
    """Return the spelling by rule that a misspelt word was meant to be; nothing if it may be a Russian's."""
    if may_be_russian(part):
        return ""
    given = given_name(part)
    spellings = given.spellings if given else [romanise_ukrainian(one.capitalize()) for one in nominatives(part)]
    nearest = min(spellings, key=lambda spelling: edit_distance(letters_of(spelling), letters))
    mistakes = edit_distance(letters_of(nearest), letters)
    return nearest if mistakes <= max(1, len(letters) // _LETTERS_PER_MISTAKE) else ""


def _literal_problem(name: FoundName, target: Target) -> Iterator[NameProblem]:
    """Find a designation with Latin letters that only look alike (C-300), or a Latin name misspelt."""
    right = romanise_ukrainian(name.word.text) if name.sort == "designation" else name.word.text
    place = None
    if name.sort == "designation":
        place = next((place for form in look_alikes(name.word.text) for place in target.english.find(form)), None)
    elif len(right) > _SHORT_ACRONYM:
        key = word_key(right)
        limit = max(1, len(key) // _LETTERS_PER_MISTAKE)
        open_names = target.open_names()
        place = next(((one, two) for one, two, letters in open_names if edit_distance(key, letters) <= limit), None)
    if place is None and len(right) <= _SHORT_ACRONYM and right.isupper():
        return  # SMS, VIP: words that have a translation
    span = target.span(*place) if place else None
    target.mark(range(*place) if place else ())
    yield NameProblem(
        sort="misspelt" if place else "missing",
        start=name.word.start,
        end=name.word.end,
        name=name.word.text,
        right=right,
        origin=AS_IN_SOURCE if name.sort == "latin" else KMU,
        certainty=0.9 if place else 0.7,
        target=span,
        found=target.slice(span) if span else "",
        repairable=place is not None,
    )
