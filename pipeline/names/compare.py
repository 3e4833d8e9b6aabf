"""Compare the names of a sentence with those of its translation."""

import functools
from dataclasses import dataclass

from pipeline.names.added import added_names
from pipeline.names.compare_glossary import forms_of, glossary_problems, take_house_forms
from pipeline.names.compare_unknown import compare_unknown, unknown_problems
from pipeline.names.find import FoundName, find_unknown_names
from pipeline.names.glossary import Glossary
from pipeline.names.problem import NameProblem
from pipeline.names.target import Target
from pipeline.names.ukrainian_words import ukrainian_words
from pipeline.names.within_name import take_within_name

LONGEST = 5_000
"""Characters of a sentence whose names are compared: the time that takes grows with the square of their number."""

_REMEMBERED = 1 << 12
"""Comparisons, more than a night has at a time: repair, check and brief ask for the same one after the other."""


@dataclass(frozen=True, slots=True)
class SpelledName:
    """A part of a name that no glossary has, and how the translation spells it: `text[span[0]:span[1]] == english`."""

    name: FoundName
    part: str
    english: str
    span: tuple[int, int]


def compare_names(source: str, translation: str, glossary: Glossary) -> list[NameProblem]:
    """Return what is wrong with the names in the translation of a Ukrainian sentence, in the order of the source.

    First what is right is marked, then what is left is compared with what is left: a name is never taken for a
    misspelling of another that the source has as well. Of a text longer than `LONGEST` nothing is said.
    """
    return list(_compare(source, translation, glossary)[0])


def spelled_names(source: str, translation: str, glossary: Glossary) -> list[SpelledName]:
    """Return the names that no glossary has and how the translation spells them, part by part."""
    return list(_compare(source, translation, glossary)[1])


@functools.lru_cache(_REMEMBERED)
def _compare(
    source: str, translation: str, glossary: Glossary
) -> tuple[tuple[NameProblem, ...], tuple[SpelledName, ...]]:
    if max(len(source), len(translation)) > LONGEST:
        return (), ()
    words = ukrainian_words(source)
    mentions = glossary.matcher.find(source, words)
    unknown = find_unknown_names(source, words, mentions)
    target = Target(translation)
    sure = [mention for mention in mentions if mention.sure]
    right = [
        has_form or take_within_name(source, words, mention, target)
        for mention, has_form in zip(sure, take_house_forms(sure, target), strict=True)
    ]
    doubtful = {mention.start: forms_of(mention) for mention in mentions if not mention.sure}
    comparison = compare_unknown(unknown, doubtful, target)
    problems = [
        *glossary_problems(sure, right, target, glossary),
        *unknown_problems(comparison.left, target, glossary),
    ]
    unexplained = bool(comparison.left) or not all(right)
    problems += added_names(words, target, glossary, unexplained=unexplained)
    spelled = []
    for placed in comparison.placed:
        if placed.name.sort == "word":
            span = target.span(placed.first, placed.behind)
            spelled.append(SpelledName(placed.name, placed.part, target.slice(span), span))
    return tuple(sorted(problems, key=lambda problem: problem.start)), tuple(spelled)
