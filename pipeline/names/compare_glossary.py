"""Look in a translation for the house forms of the names that the glossary found in the source."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from pipeline.names.edit_distance import edit_distance
from pipeline.names.english_words import SMALL_WORDS, EnglishWord, english_words, letters_of, number_forms
from pipeline.names.entry import Entry
from pipeline.names.given_names import english_given_names
from pipeline.names.glossary import Glossary
from pipeline.names.likeness import NEAR, relative_cost, sound_key
from pipeline.names.matcher import Mention
from pipeline.names.problem import NameProblem
from pipeline.names.sides import told_as_the_other_side
from pipeline.names.target import Target
from pipeline.names.ukrainian_words import ukrainian_words

_MISSING_CERTAINTY = {"person": 0.9, "place": 0.9, "weapon": 0.9, "organisation": 0.6, "term": 0.5}
_LETTERS_PER_MISTAKE = 4  # one wrong letter in four, as in Zelinskyi, and the word is still recognised
_MIN_NEAR_LETTERS = 4


def take_house_forms(mentions: Sequence[Mention], target: Target) -> list[bool]:
    """Mark what the translation has of the accepted forms; return for each mention whether it has one."""
    return [_take(mention, target) for mention in mentions]


def forms_of(mention: Mention) -> tuple[str, ...]:
    """Return every English form that is right for a mention."""
    forms = [form for entry in mention.entries for form in entry.accepted]
    return (*forms, *(surname_of(entry, form) for entry in mention.entries for form in entry.accepted))


def glossary_problems(
    mentions: Sequence[Mention], right: Sequence[bool], target: Target, glossary: Glossary
) -> Iterator[NameProblem]:
    """Yield what is wrong with the names of the glossary, after all that is right was marked.

    An organisation may be described ("the anti-corruption bureau"): it is missing only where something else stands that
    may be a name, or another organisation.
    """
    seen: set[tuple[str, ...]] = set()
    for mention, has_form in zip(mentions, right, strict=True):
        house = tuple(entry.english for entry in mention.entries)
        if house in seen:
            continue
        seen.add(house)
        problems = list(_wrong_forms(mention, target))
        if not problems and has_form and not mention.surname:
            problems = [*_wrong_given_name(mention, target), *_wrong_country(mention, target)]
        if not problems and not has_form and mention.required:
            near = _near_form(mention, target)
            entry = mention.entries[0]
            other = entry.kind == "organisation" and not near and _has_other_name(target, glossary)
            if near or entry.kind != "organisation" or other:
                problems = [near or _problem(mention, entry, None, target)]
        yield from problems
    yield from _misspelt_words(mentions, target, glossary.english_names)


def _has_other_name(target: Target, glossary: Glossary) -> bool:
    return target.has_open_name() or target.has_open_form(glossary.organisation_names)


def surname_of(entry: Entry, form: str) -> str:
    """Return the surname in an English full name: what follows the first word, but for Jr. and numerals."""
    words = form.split()
    if entry.kind != "person" or len(words) < 2 or words[-1].isupper():
        return form
    words = words[:-1] if words[-1].rstrip(".") in ("Jr", "Sr") else words
    return " ".join(words[1:]) if len(words) == 2 or words[1][0].islower() else words[-1]


def right_form(mention: Mention, entry: Entry) -> str:
    """Return what belongs in the translation for a mention: the house form, or its surname."""
    return surname_of(entry, entry.english) if mention.surname else entry.english


def _take(mention: Mention, target: Target) -> bool:
    found = False
    for entry in mention.entries:
        for form in entry.accepted:
            found |= target.take(form)
            if entry.kind == "person":
                found |= target.take(surname_of(entry, form))
                if " " in form and not mention.surname:
                    target.take(form.split()[0])
            elif not found and " " in form:
                positions = target.english.holds_words(form)
                target.mark(positions)
                found = bool(positions)
    return found


def _wrong_forms(mention: Mention, target: Target) -> Iterator[NameProblem]:
    for entry in mention.entries:
        for form in entry.avoid if entry.required or entry.kind == "term" else ():
            for first, behind in target.english.find(form):
                positions = range(first, behind)
                if not target.explained.issuperset(positions):
                    target.mark(positions)
                    yield _problem(mention, entry, (first, behind), target, avoided=form)


def _near_form(mention: Mention, target: Target) -> NameProblem | None:
    """Find the words that were meant to be the house form."""
    best: tuple[float, Entry, tuple[int, int]] | None = None
    for entry in mention.entries:
        source = [word.key for word in ukrainian_words(entry.ukrainian)]
        for form in dict.fromkeys((right_form(mention, entry), surname_of(entry, entry.english))):
            wanted = english_words(form)
            keys = source[-len(wanted) :] if len(source) >= len(wanted) else [""] * len(wanted)
            for first in range(len(target.english.words) - len(wanted) + 1):
                distance = _window_distance(wanted, keys, first, target)
                if distance is not None and (best is None or distance < best[0]):
                    best = (distance, entry, (first, first + len(wanted)))
    if best is None:
        return None
    target.mark(range(*best[2]))
    return _problem(mention, best[1], best[2], target)


def _misspelt_words(mentions: Sequence[Mention], target: Target, known: Container[str]) -> Iterator[NameProblem]:
    """Find words that were meant to be one of a house form, beside a mention that is right elsewhere."""
    for first, behind, letters in list(target.open_names()):
        if behind - first > 1 or len(letters) < _MIN_NEAR_LETTERS or first in target.explained:
            continue
        if any(form in known for form in number_forms(letters)):
            continue
        for mention in mentions:
            if entry := _meant(mention, letters):
                target.mark([first])
                problem = _problem(mention, entry[0], (first, behind), target)
                yield replace(problem, right=entry[1])
                break


def _meant(mention: Mention, letters: str) -> tuple[Entry, str] | None:
    for entry in mention.entries if mention.required else ():
        for form in entry.accepted:
            for word in english_words(form):
                right = letters_of(word.text)
                if word.capital and len(right) >= _MIN_NEAR_LETTERS and right not in number_forms(letters):
                    limit = max(1, len(right) // _LETTERS_PER_MISTAKE)
                    if edit_distance(right, letters) <= limit and letters[0] == right[0]:
                        return entry, word.text
    return None


def _window_distance(wanted: list[EnglishWord], keys: list[str], first: int, target: Target) -> float | None:
    """Return how far the words from `first` are from the wanted ones, None if any is too far or another name's."""
    total = 0.0
    for offset, (one, key) in enumerate(zip(wanted, keys, strict=True)):
        found = target.english.words[first + offset]
        if one.key == found.key:
            continue
        if first + offset in target.explained or not found.capital or one.key in SMALL_WORDS:
            return None
        distance = _word_distance(letters_of(one.text), key, letters_of(found.text))
        if distance is None:
            return None
        total += distance
    return total if total else None


def _word_distance(right: str, key: str, found: str) -> float | None:
    if sound_key(right) == sound_key(found):
        return 0.1
    mistakes = edit_distance(right, found)
    if len(right) >= _MIN_NEAR_LETTERS and mistakes <= max(1, len(right) // _LETTERS_PER_MISTAKE):
        return float(mistakes)
    if key and relative_cost(key, found) <= NEAR / 2:
        return 1 + relative_cost(key, found)
    return None


def _wrong_given_name(mention: Mention, target: Target) -> Iterator[NameProblem]:
    """Find another given name before the right surname: Vladimir Zelenskyy."""
    for entry in mention.entries:
        words = entry.english.split()
        if entry.kind != "person" or len(words) != 2 or next(target.english.find(words[0]), None):
            continue
        source = ukrainian_words(entry.ukrainian)[0].key
        for first, behind in target.english.find(surname_of(entry, entry.english)):
            if first == 0 or first - 1 in target.explained:
                continue
            before = target.english.words[first - 1]
            if not before.capital or target.english.text[before.end : target.english.words[first].start] != " ":
                continue
            letters = letters_of(before.text)
            if letters in english_given_names() or relative_cost(source, letters) <= NEAR / 2:
                target.mark([first - 1])
                yield _problem(mention, entry, (first - 1, behind), target)


def _wrong_country(mention: Mention, target: Target) -> Iterator[NameProblem]:
    for entry in mention.entries if len(mention.entries) == 1 else ():
        if entry.kind == "organisation" and (place := told_as_the_other_side(entry, target)):
            yield _problem(mention, entry, place, target)


def _problem(
    mention: Mention, entry: Entry, place: tuple[int, int] | None, target: Target, *, avoided: str = ""
) -> NameProblem:
    right = right_form(mention, entry)
    span = target.span(*place) if place else None
    if place and entry.kind == "person" and place[1] - place[0] < len(right.split()):
        right = surname_of(entry, entry.english)
    found = target.slice(span) if span else ""
    if avoided and found.lower() == avoided.lower() + "s" and not right.endswith("s"):
        right += "s"  # Shaheeds are Shaheds
    return NameProblem(
        sort="wrong form" if avoided else "misspelt" if place else "missing",
        start=mention.start,
        end=mention.end,
        name=mention.text,
        right=right,
        origin=entry.place,
        certainty=0.95 if place else _MISSING_CERTAINTY[entry.kind],
        target=span,
        found=found,
        repairable=place is not None,
    )
