"""A number while its surroundings are still being read."""

from dataclasses import dataclass

from pipeline.check.quantities.quantity import Amount, Certainty, Key, Quantity, number_key


@dataclass(slots=True)
class Reading:
    """A number found at tokens `first` to `next` (exclusive); characters `start` to `end` are shown to people."""

    keys: set[Key]
    certainty: Certainty
    first: int
    next: int
    start: int
    end: int
    value: Amount | None = None
    unit: str = ""
    scale: Amount = 1
    below_zero: bool | None = False

    def also(self, *amounts: Amount) -> None:
        """Add numbers that this could mean."""
        self.keys.update(number_key(amount) for amount in amounts)

    def quantity(self, text: str) -> Quantity:
        """Return the finished number."""
        return Quantity(
            keys=frozenset(self.keys),
            start=self.start,
            end=self.end,
            text=text[self.start : self.end],
            certainty=self.certainty,
            unit=self.unit,
            scale=self.scale,
            below_zero=self.below_zero,
        )
