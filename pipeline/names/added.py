"""Find names in a translation that nothing in the source explains."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.names.capital_words import CALENDAR, EXPLAINING, TRANSLATED
from pipeline.names.common_words import is_common
from pipeline.names.edit_distance import edit_distance
from pipeline.names.english_words import EnglishWord, letters_of, number_forms
from pipeline.names.given_names import english_given_names
from pipeline.names.glossary import Glossary
from pipeline.names.likeness import is_derived, relative_cost
from pipeline.names.nominative import places_of_derived
from pipeline.names.problem import NameProblem, ProblemSort
from pipeline.names.target import Target
from pipeline.names.ukrainian_words import Word

_NO_NAMES = CALENDAR | TRANSLATED
_MIN_LETTERS = 4
_MIN_KNOWN = 5
_MIN_PART = 3
_LETTERS_PER_MISTAKE = 4
_FORMING = ("n", "an", "ian", "ean", "ns", "ans", "ians", "eans", "ese", "ish", "ic")
_EXPLAINED = 0.2  # as far as a word of the source may be from a name and still be it
_HEADLINE_SHARE = 0.6  # more words with a capital letter than this: every word of the headline has one
_CERTAINTY = 0.6
_NEAR = 1.2  # as far as it may be and be meant
_FAR = 9.0


def added_names(
    source: Sequence[Word], target: Target, glossary: Glossary, *, unexplained: bool
) -> Iterator[NameProblem]:
    """Yield the names that are still open in `target` after everything else was compared.

    A name is a word with a capital letter that is no common word; at the beginning of a sentence only one that is known
    as a name. What sounds like a word of the source is explained, whatever kind of word that is; what sounds nearly
    like one is that word misspelt, and so is a word that nobody knows and that is one letter from a known one. Of the
    rest, a word that nobody knows is a name only if a name of the source is still `unexplained`: else it is a word that
    our list lacks. Where every word has a capital letter, only misspelt words are told.
    """
    words = target.english.words
    headline = _is_headline_case(words)
    meanings: frozenset[str] | None = None
    for position, word in enumerate(words):
        if position in target.explained or not _may_be_name(word):
            continue
        letters = letters_of(word.text)
        forms = number_forms(letters)
        known = any(form in glossary.english_names or form in english_given_names() for form in forms)
        if is_common(letters) or any(form in _NO_NAMES for form in forms):
            continue
        meanings = glossary.meanings(source) if meanings is None else meanings
        if not meanings.isdisjoint(forms):
            continue
        if any(form in EXPLAINING for form in forms) and not (
            unexplained or _has_unmet_adjective(source, target, glossary)
        ):
            continue
        meant = "" if known else _misspelt_of(letters, meanings)
        right = meant or ("" if known or len(letters) < _MIN_KNOWN else _known_word(letters, glossary))
        if not right and (headline or (not known and _opens_sentence(target, position))):
            continue
        cost, nearest = _nearest(letters, source)
        if cost == 0 or (cost <= _EXPLAINED and not meant):
            continue
        if right:
            yield _problem("misspelt", word, right=right)
            continue
        if not (known or unexplained or cost <= _NEAR):
            continue
        yield _problem("misspelt", word, meant=nearest) if cost <= _NEAR and not known else _problem("added", word)


def _problem(sort: ProblemSort, word: EnglishWord, *, meant: Word | None = None, right: str = "") -> NameProblem:
    return NameProblem(
        sort=sort,
        start=meant.start if meant else 0,
        end=meant.end if meant else 0,
        name=meant.text if meant else "",
        right=right,
        origin="",
        certainty=_CERTAINTY,
        target=(word.start, word.end),
        found=word.text,
    )


def _has_unmet_adjective(source: Sequence[Word], target: Target, glossary: Glossary) -> bool:
    """Say whether the source has an adjective of a place, "сеульський", that the translation has nothing for."""
    found = {form for word in target.english.words for form in number_forms(word.key)}
    for word in source:
        if places_of_derived(word.key):
            meanings = glossary.meanings([word])
            if meanings and meanings.isdisjoint(found):
                return True
    return False


def _misspelt_of(letters: str, names: Iterable[str]) -> str:
    """Return the name that a word is one or two letters from, with its capital letter; nothing if there is none."""
    for name in sorted(names):
        near = len(name) >= _MIN_LETTERS and abs(len(name) - len(letters)) <= 1 and name[0] == letters[0]
        if not near or _is_formed_of(letters, name):
            continue
        if edit_distance(name, letters) <= max(1, len(name) // _LETTERS_PER_MISTAKE):
            return name.capitalize()
    return ""


def _known_word(letters: str, glossary: Glossary) -> str:
    """Return a word that is known to have a capital letter and that a word is one letter from; nothing if it is not."""
    known = glossary.capital_words.one_letter_off(letters)
    return "" if _is_formed_of(letters, known) else known.capitalize()


def _is_formed_of(letters: str, name: str) -> bool:
    """Say whether a word is a name with the ending of an adjective or a people: Mordovian, of Mordovia."""
    for ending in _FORMING:
        stem = letters.removesuffix(ending)
        if stem != letters and len(stem) >= _MIN_LETTERS and name.startswith(stem) and len(name) - len(stem) <= 2:
            return True
    return False


def _is_headline_case(words: Sequence[EnglishWord]) -> bool:
    """Say whether nearly every word has a capital letter, so that it shows nothing."""
    long_words = [word for word in words if len(word.key) >= _MIN_LETTERS and word.key.isalpha()]
    return sum(word.capital for word in long_words) > max(3, _HEADLINE_SHARE * len(long_words))


def _nearest(letters: str, source: Sequence[Word]) -> tuple[float, Word | None]:
    """Return how far the nearest word of the source is, no further than what is explained if an English
    name may be derived of it; and which it is."""
    best: tuple[float, Word | None] = (_FAR, None)
    for word in source:
        for part in word.key.split("-"):
            if len(part) < _MIN_PART:
                continue
            cost = relative_cost(part, letters)
            if cost > _EXPLAINED and is_derived(part, letters):
                cost = _EXPLAINED
            if cost < best[0]:
                best = (cost, word)
    return best


def _may_be_name(word: EnglishWord) -> bool:
    text = word.text
    return len(text) >= _MIN_LETTERS and text.isalpha() and text[0].isupper() and text[1:].islower()


def _opens_sentence(target: Target, position: int) -> bool:
    start = target.english.words[position].start
    before = target.english.text[:start].rstrip(" \"'“”‘’([—–-")
    return not before or before[-1] in ".!?:;…" or target.english.text[start - 1] in "\"“‘'"
