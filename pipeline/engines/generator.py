"""What every loaded model can do, whichever engine runs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Output:
    """What a model wrote for a text, and how sure it was of that.

    `sureness` is the mean logarithm of the probability that it gave each token: 0 is certain; None if it is not known.
    """

    text: str
    sureness: float | None


class Generator(Protocol):
    """A loaded model with its decoding options fixed."""

    @property
    def max_source_tokens(self) -> int:
        """The longest text it takes, as `count_tokens` counts."""
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text is to the model, special tokens included."""
        ...

    def generate(self, texts: Sequence[str], *, greedy: bool = False) -> list[str]:
        """Return one output for each text, in order, from one batch. `greedy` looks at one hypothesis only.

        Raises: ValueError if a text is longer than `max_source_tokens`; nothing is ever truncated.
        """
        ...

    def outputs(self, texts: Sequence[str]) -> list[Output]:
        """Return what `generate` returns, each with how sure the model was of it.

        Raises: see `generate`.
        """
        ...

    def hypotheses(self, texts: Sequence[str]) -> list[list[str]]:
        """Return all that the beam search ended with for each text, the best first: as many as the beam is wide.

        Raises: see `generate`.
        """
        ...
