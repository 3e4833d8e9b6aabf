"""An entry of the glossary: how the house writes a name or a term, and where that is written down."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "place", "organisation", "weapon", "term"]
Use = Literal["", "small", "homograph", "suggest"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a glossary file.

    `english` is the house form; `also` are accepted as well, `avoid` are recognised as wrong and replaced by it.
    `ukrainian` is the nominative; `forms` are other case forms or spellings, an ordered set, not one slot a case.

    `use` is empty for a name that must be in the translation; `small` for one that some outlets write in small letters;
    `homograph` for one that is a common word too, required only where its capital letter or quotation marks tell;
    `suggest` for one that is never required. A term is never required.
    """

    english: str
    ukrainian: str
    forms: tuple[str, ...] = ()
    kind: Kind = "organisation"
    use: Use = ""
    also: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    note: str = ""
    file: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """Where the entry is written: `configs/glossary/people.tsv:12`."""
        return f"{self.file}:{self.line}"

    @property
    def required(self) -> bool:
        """Whether the translation has to have it."""
        return self.kind != "term" and self.use != "suggest"

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every Ukrainian spelling in which it is recognised."""
        return (self.ukrainian, *self.forms)

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every English form that is right."""
        return (self.english, *self.also)
