"""The examples that tell most: where a system gains and loses most against the first."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.evaluate.evaluation import SystemResult, TaskResult
from pipeline.evaluate.example import Example
from pipeline.evaluate.marked_text import Piece, mark_text

MOST_EACH_WAY = 20


@dataclass(frozen=True, slots=True)
class Side:
    """One system's output of an example, marked against the other's; `findings` in words."""

    system: str
    score: float
    text: tuple[Piece, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """An example with two outputs; `gain` is how much higher the second scores."""

    example: Example
    gain: float
    sides: tuple[Side, Side]

    @property
    def kind(self) -> str:
        """Whether the second system wins or loses here."""
        return "win" if self.gain > 0 else "loss"

    @property
    def searched(self) -> str:
        """Everything in it that can be searched for, in lower case."""
        own = (self.example.id, self.example.document, self.example.outlet, self.example.source, self.example.reference)
        outputs = ("".join(piece.text for piece in side.text) for side in self.sides)
        return " ".join((*own, *outputs, *(note for side in self.sides for note in side.findings))).lower()


def side_by_side(result: TaskResult, other: int) -> list[SideBySide]:
    """Return the largest wins and losses of system number `other` against the first: wins first, the largest first."""
    import numpy

    better = result.primary.direction * (result.systems[other].segments - result.systems[0].segments)
    order = numpy.argsort(-better, kind="stable")
    wins = [int(n) for n in order[:MOST_EACH_WAY] if better[n] > 0]
    losses = [int(n) for n in order[::-1][:MOST_EACH_WAY] if better[n] < 0]
    return [_example(result, number, other) for number in (*wins, *losses)]


def _example(result: TaskResult, number: int, other: int) -> SideBySide:
    pair = (result.systems[0], result.systems[other])
    texts = [system.outputs.texts[number] for system in pair]
    example = result.examples[number]
    sides = [_side(system, number, texts[1 - place], example.reference) for place, system in enumerate(pair)]
    gain = float(pair[1].segments[number] - pair[0].segments[number])
    return SideBySide(example, gain, (sides[0], sides[1]))


def _side(system: SystemResult, number: int, other: str, reference: str) -> Side:
    found = system.faults[number]
    pieces = mark_text(system.outputs.texts[number], other, reference, found)
    return Side(system.outputs.name, float(system.segments[number]), pieces, _messages([f.message for f in found]))


def _messages(messages: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(messages))
