"""Read the table of furniture, `furniture.toml`, into patterns: one pattern a group of rules, compiled once."""

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

_TABLE = Path(__file__).with_name("furniture.toml")
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class NamedPatterns:
    """Several rules as one pattern, which says which of them matched."""

    pattern: re.Pattern[str]
    names: tuple[str, ...]

    def name_of(self, found: re.Match[str]) -> str:
        """Return the name of the rule that made `found`."""
        return self.names[int((found.lastgroup or "r0")[1:])]


@dataclass(frozen=True, slots=True)
class FurnitureRules:
    """The table, compiled.

    `line` matches whole lines, `start` beginnings; `related`, `listing` and `end` are labels, alternatives to be put
    into a larger pattern; `sections` are the words that navigation consists of.
    """

    line: NamedPatterns
    start: NamedPatterns
    related: str
    listing: str
    end: str
    sections: frozenset[str]


@functools.cache
def furniture_rules() -> FurnitureRules:
    """Return the rules; the file is read at the first call."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    words: dict[str, str] = table["words"]
    labels = {name: f"(?:{'|'.join(patterns)})" for name, patterns in table["labels"].items()}
    return FurnitureRules(
        line=_named(table["line"], words),
        start=_named(table["start"], words),
        related=labels["related"],
        listing=labels["listing"],
        end=labels["end"],
        sections=frozenset(table["sections"]["words"].split()),
    )


def _named(rules: dict[str, list[str]], words: dict[str, str]) -> NamedPatterns:
    groups = []
    for index, patterns in enumerate(rules.values()):
        spelled = (_PLACEHOLDER.sub(lambda found: words[found[1]], pattern) for pattern in patterns)
        groups.append(f"(?P<r{index}>{'|'.join(spelled)})")
    return NamedPatterns(re.compile("|".join(groups), re.IGNORECASE), tuple(rules))
