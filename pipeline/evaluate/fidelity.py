"""What our checks find in the outputs of a system, by kind; the same checks as of the nightly digest."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.check.key_points import CHECK as KEY_POINTS
from pipeline.check.key_points import check_key_points
from pipeline.check.sentence_checks import check_sentence
from pipeline.config import GlossaryConfig
from pipeline.evaluate.example import Example, article_example
from pipeline.names.glossary import Glossary, load_glossary
from pipeline.records import Finding, KeyPoint, TextLanguage
from pipeline.score.many_cores import RunParts, one_by_one
from pipeline.score.segment_statistics import Task
from pipeline.text.sentences import sentence_spans

KINDS: dict[str, str] = {
    "numbers": "numbers",
    "names": "names",
    "quotations": "quotations",
    "negation": "denials",
    "coverage": "left out or added",
    "loops": "repetition",
    "script": "not English",
    KEY_POINTS: "key points",
}
"""Kinds of findings, as `Finding.check` has them, and what they are called in a report."""

KINDS_OF: dict[Task, tuple[str, ...]] = {
    "translation": tuple(kind for kind in KINDS if kind != KEY_POINTS),
    "summary": (KEY_POINTS,),
}
"""Which kinds the outputs of a task can have."""

_AT_ONCE = 250


def find_faults(
    examples: Sequence[Example],
    systems: Sequence[Sequence[str]],
    task: Task,
    language: TextLanguage,
    run: RunParts = one_by_one,
) -> list[list[tuple[Finding, ...]]]:
    """Return the findings of each system's outputs, an output an example; a target span lies in the whole output.

    A key point is checked against its whole article: which sentences it rests on, outputs from elsewhere do not say.
    """
    parts = [
        _Part(tuple(examples[s : s + _AT_ONCE]), tuple(tuple(own[s : s + _AT_ONCE]) for own in systems), task, language)
        for s in range(0, len(examples), _AT_ONCE)
    ]
    by_example = [found for own in run(_check, parts) for found in own]
    return [[found[number] for found in by_example] for number in range(len(systems))]


def check_texts(
    sources: Sequence[str], outputs: Sequence[str], task: Task, language: TextLanguage, run: RunParts = one_by_one
) -> list[bool]:
    """Return for each output whether there are findings; of a summary's source the sentences are found first."""
    if task == "translation":
        examples = [Example("", source, "") for source in sources]
    else:
        spans = [[source[a:b] for a, b in sentence_spans(source, language)] for source in sources]
        examples = [article_example("", [("paragraph", text) for text in texts], []) for texts in spans]
    return [bool(found) for found in find_faults(examples, [outputs], task, language, run)[0]]


@dataclass(frozen=True, slots=True)
class _Part:
    examples: tuple[Example, ...]
    systems: tuple[tuple[str, ...], ...]
    task: Task
    language: TextLanguage


def _check(part: _Part) -> list[list[tuple[Finding, ...]]]:
    """Check all outputs of an example in turn: what the checks find in its source is found once."""
    glossary = _glossary()

    def findings(example: Example, output: str) -> tuple[Finding, ...]:
        if part.task == "translation":
            return check_sentence(0, example.source, output, glossary)
        return _check_points(example, output, part.language, glossary)

    rows = zip(part.examples, *part.systems, strict=True)
    return [[findings(example, output) for output in outputs] for example, *outputs in rows]


def _check_points(example: Example, output: str, language: TextLanguage, glossary: Glossary) -> tuple[Finding, ...]:
    lines = output.split("\n")
    every = tuple(sentence.index for sentence in example.sentences)
    points = [KeyPoint(line, language, every) for line in lines]
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    found = []
    for number, finding in check_key_points(points, example.sentences, language, glossary):
        span = finding.target_span
        moved = (span[0] + starts[number], span[1] + starts[number]) if span else None
        found.append(replace(finding, target_span=moved))
    return tuple(found)


@functools.cache
def _glossary() -> Glossary:
    """Return the house's glossary: outputs of any origin are held to the same spellings."""
    return load_glossary(GlossaryConfig())
