"""One spelling through a whole night: names that no glossary has and that two briefs spell differently.

Names of the glossary need no such check: each brief is held to the house form. Spellings of English sources are theirs
and are not looked at.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.check.names import CHECK, varies
from pipeline.names.english_words import letters_of
from pipeline.names.nominative import nominatives
from pipeline.records import Brief, Finding

_LEAST_LETTERS = 4  # Лі is Lee in one story and Li in the next
_CONFIDENCE = 0.6  # two people may bear the name


@dataclass(slots=True)
class _Name:
    """One name of the night: how many briefs spell it how, and the spellings in full by their letters."""

    briefs: Counter[str] = field(default_factory=Counter)
    written: dict[str, str] = field(default_factory=dict)

    def usual(self) -> str:
        """Return the letters of the spelling that most briefs have, the first of several."""
        return max(self.briefs, key=lambda letters: self.briefs[letters])

    def others(self) -> set[str]:
        """Return the letters of the spellings that vary from the usual one."""
        usual = self.usual()
        return {letters for letters in self.briefs if letters != usual and varies(usual, letters)}


class NightSpellings:
    """How a night spells its names: every brief is added, then each asked about. Holds a few bytes a name.

    Names are the same if they may be case forms of one: the first that shares a nominative.
    """

    def __init__(self) -> None:
        self._names: list[_Name] = []
        self._number_of: dict[str, int] = {}

    def add(self, brief: Brief) -> None:
        """Count how `brief` spells its names."""
        seen: set[tuple[int, str]] = set()
        for one in brief.spellings:
            forms, letters = nominatives(one.name), letters_of(one.english)
            number = self._number(forms)
            if number is None:
                number = len(self._names)
                self._names.append(_Name())
            for form in forms:
                self._number_of.setdefault(form, number)
            name = self._names[number]
            name.written.setdefault(letters, one.english)
            if (number, letters) not in seen:
                seen.add((number, letters))
                name.briefs[letters] += 1

    @property
    def differing(self) -> int:
        """How many names are spelled in more than one way."""
        return sum(bool(name.others()) for name in self._names)

    def findings(self, brief: Brief) -> Iterator[Finding]:
        """Yield a finding where `brief`, which was added, first spells a name otherwise than most of the night does.

        Places that have a mark for their name already get no second one.
        """
        marked = {(one.sentence, one.target_span) for one in brief.findings if one.check == CHECK and one.to_check}
        seen: set[str] = set()
        for one in brief.spellings:
            letters = letters_of(one.english)
            number = self._number(nominatives(one.name))
            if number is None or letters in seen or len(one.name) < _LEAST_LETTERS:
                continue
            name = self._names[number]
            if letters in name.others() and (one.sentence, one.target_span) not in marked:
                seen.add(letters)
                yield Finding(
                    check=CHECK,
                    sentence=one.sentence,
                    message=f"{one.english} is spelled {name.written[name.usual()]} in other articles of this night",
                    severity="warning",
                    confidence=_CONFIDENCE,
                    source_span=one.source_span,
                    target_span=one.target_span,
                )

    def _number(self, forms: tuple[str, ...]) -> int | None:
        return next((self._number_of[form] for form in forms if form in self._number_of), None)
