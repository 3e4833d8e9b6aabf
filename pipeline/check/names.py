"""The check that the names of a Ukrainian source are in its English translation, in the house spelling.

Found and replaced here is one sentence at a time; `check_consistency` looks at a whole brief, `mark_unknown_names` for
the names whose spelling nobody has confirmed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.names.compare import LONGEST, SpelledName, compare_names, spelled_names
from pipeline.names.compare_unknown import is_romanised
from pipeline.names.edit_distance import edit_distance
from pipeline.names.english_words import letters_of
from pipeline.names.given_names import is_given_name
from pipeline.names.glossary import Glossary
from pipeline.names.likeness import sound_key
from pipeline.names.nominative import nominatives
from pipeline.names.problem import NameProblem
from pipeline.records import Finding, Severity

CHECK = "names"

_ERROR = 0.7  # certainty from which a finding is an error
_MAX_VARIATION = 2  # letters by which two spellings of one name differ
_CONSISTENCY_CONFIDENCE = 0.8
_UNKNOWN_CONFIDENCE = 0.5

Pair = tuple[str, str]
Spelled = tuple[int, SpelledName]


@dataclass(frozen=True, slots=True)
class Repair:
    """A translation in which wrong forms of names were replaced, and what was found; nothing else was changed.

    `findings` are those repaired: their source spans are the source's, their target spans those of `text`.
    """

    text: str
    findings: tuple[Finding, ...] = ()


def check_names(source: str, target: str, glossary: Glossary, *, sentence: int = 0) -> list[Finding]:
    """Return a finding for each name that the translation lacks, misspells, or has and the source has not.

    Of a text that is too long to compare, a note says so.
    """
    if max(len(source), len(target)) > LONGEST:
        message = f"is longer than {LONGEST:,} characters: its names were not compared"
        return [Finding(CHECK, sentence, message, "note", 1.0)]
    return [_finding(problem, sentence) for problem in compare_names(source, target, glossary)]


def repair_names(source: str, target: str, glossary: Glossary, *, sentence: int = 0) -> Repair:
    """Replace the wrong forms of names whose right form is known.

    A replacement is kept only if it removes its finding and adds none.
    """
    text, problems = target, compare_names(source, target, glossary)
    repaired: list[Finding] = []
    for problem in sorted(problems, key=lambda one: one.target or (0, 0), reverse=True):
        if not problem.repairable or problem.target is None:
            continue
        start, end = problem.target
        form = _as_written(problem.right, problem.found)
        candidate = text[:start] + form + text[end:]
        left = compare_names(source, candidate, glossary)
        if len(left) >= len(problems):
            continue
        repaired = [_moved(finding, len(candidate) - len(text)) for finding in repaired]
        finding = replace(_finding(problem, sentence), target_span=(start, start + len(form)), action="repaired")
        repaired.append(finding)
        text, problems = candidate, left
    return Repair(text, tuple(repaired[::-1]))


def spelled_in(pairs: Sequence[Pair], glossary: Glossary) -> list[Spelled]:
    """Return the names that no glossary has, each with the position of its sentence.

    `pairs` are the source sentences of one brief, each with its translation.
    """
    return [(number, one) for number, pair in enumerate(pairs) for one in spelled_names(*pair, glossary)]


def check_consistency(spelled: Sequence[Spelled]) -> list[Finding]:
    """Return a finding wherever a name (see `spelled_in`) is spelled otherwise than elsewhere in the brief."""
    findings = []
    for group in _same_names(spelled):
        usual, others = _usual_spelling([one.english for _, one in group])
        for number, one in group:
            if letters_of(one.english) in others:
                message = f"{one.name.word.text} is {one.english} here and {usual} elsewhere in this brief"
                findings.append(_of_spelling(number, one, message, "warning", _CONSISTENCY_CONFIDENCE))
    return sorted(findings, key=lambda finding: finding.sentence)


def mark_unknown_names(spelled: Sequence[Spelled]) -> list[Finding]:
    """Return a note for each foreign name (see `spelled_in`) that nothing confirms, where the brief has it first.

    A foreign name cannot be romanised from its Ukrainian spelling, so whether Малкахі is Mulcahy only a person can say.
    """
    seen: set[str] = set()
    notes = []
    for number, one in spelled:
        known = is_romanised(one.part, one.name) or is_given_name(one.part) or not one.name.certain
        letters = letters_of(one.english)
        if known or letters in seen or sound_key(letters) in map(sound_key, seen):
            continue
        seen.add(letters)
        message = f"{one.name.word.text} is not in the glossary: is it spelled {one.english}?"
        notes.append(_of_spelling(number, one, message, "note", _UNKNOWN_CONFIDENCE))
    return notes


def _of_spelling(sentence: int, one: SpelledName, message: str, severity: Severity, confidence: float) -> Finding:
    span = (one.name.word.start, one.name.word.end)
    return Finding(CHECK, sentence, message, severity, confidence, span, one.span)


def _finding(problem: NameProblem, sentence: int) -> Finding:
    severity: Severity = "error" if problem.certainty >= _ERROR else "warning"
    span = (problem.start, problem.end) if problem.name else None
    return Finding(CHECK, sentence, _message(problem), severity, problem.certainty, span, problem.target)


def _message(problem: NameProblem) -> str:
    if problem.sort == "added":
        return f"translation says {problem.found}, source has no such name"
    says = f"translation says {problem.found}" if problem.found else "translation has no such name"
    if problem.name:
        says = f"source says {problem.name}, {says}"
    if problem.right:
        says += f"; it should be {problem.right}"
    return f"{says} ({problem.origin})" if problem.origin else says


def _as_written(right: str, found: str) -> str:
    """Return the right form as it has to stand here: without an article, which stands before it; in capitals if they
    were."""
    form = right.removeprefix("the ").removeprefix("The ")
    if found.isupper() and found.isalpha() and len(found) > _MAX_VARIATION:
        return form.upper()
    return form[0].upper() + form[1:] if found[0].isupper() else form


def _moved(finding: Finding, by: int) -> Finding:
    span = finding.target_span
    return replace(finding, target_span=(span[0] + by, span[1] + by)) if span else finding


def _same_names(spelled: Sequence[Spelled]) -> Iterator[list[Spelled]]:
    """Yield the occurrences of each name together: Гончаренка, Гончаренку."""
    groups: dict[int, list[Spelled]] = defaultdict(list)
    group_of: dict[str, int] = {}
    for occurrence in spelled:
        forms = nominatives(occurrence[1].part)
        number = next((group_of[form] for form in forms if form in group_of), len(groups))
        groups[number].append(occurrence)
        for form in forms:
            group_of.setdefault(form, number)
    yield from groups.values()


def _usual_spelling(spellings: Sequence[str]) -> tuple[str, set[str]]:
    """Return the spelling used most, or first, and the letters of those that vary from it."""
    counts = Counter(map(letters_of, spellings))
    most = max(counts.values())
    usual = next(spelling for spelling in spellings if counts[letters_of(spelling)] == most)
    letters = letters_of(usual)
    return usual, {other for other in counts if other != letters and varies(letters, other)}


def varies(first: str, second: str) -> bool:
    """Say whether two spellings are one name's: not a man's and a woman's, nor a name and its plural."""
    if first.startswith(second) or second.startswith(first):
        return False
    return sound_key(first) == sound_key(second) or edit_distance(first, second) <= _MAX_VARIATION
