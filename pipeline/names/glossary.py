"""The glossary in force: the house's, overlaid by a newsroom's own files."""

import functools
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import GlossaryConfig
from pipeline.errors import ConfigError
from pipeline.names.capital_words import CALENDAR, TRANSLATED
from pipeline.names.english_words import SMALL_WORDS, english_words
from pipeline.names.entry import Entry
from pipeline.names.given_names import english_given_names
from pipeline.names.glossary_file import read_glossary_file
from pipeline.names.matcher import Matcher
from pipeline.names.one_letter import WordsByBeginning
from pipeline.names.overlay import Override, overlay
from pipeline.names.ukrainian_words import Word, ukrainian_words
from pipeline.resources import data_folder

HOUSE = "configs/glossary"
_MIN_BEGINNING = 3
_MIN_INNER = 5
_MIN_COMPOUND = 10
_ENDING = 2


@dataclass(frozen=True, eq=False)
class Glossary:
    """Entries in order, those of the house that a newsroom's file replaced, and a hash of all that was read.

    One that was read twice is two glossaries: comparisons of names are remembered for each.
    """

    entries: tuple[Entry, ...]
    overrides: tuple[Override, ...] = ()
    fingerprint: str = ""

    @functools.cached_property
    def matcher(self) -> Matcher:
        """Find what a check can say something about: what is required, or has forms to avoid."""
        return Matcher(entry for entry in self.entries if entry.required or entry.avoid)

    @functools.cached_property
    def whole_matcher(self) -> Matcher:
        """Find every entry, terms and suggestions too."""
        return Matcher(self.entries)

    @functools.cached_property
    def english_names(self) -> frozenset[str]:
        """The words with a capital letter in the English of what is required, as keys of `english_words`."""
        return frozenset(key for keys in self._by_beginning.values() for key in keys)

    @functools.cached_property
    def organisation_names(self) -> tuple[str, ...]:
        """The English forms of organisations that are written large throughout: EU, World Bank, not parliament."""
        forms = (form for entry in self.entries if entry.kind == "organisation" for form in entry.accepted)
        large = (form for form in forms if all(w.capital or w.key in SMALL_WORDS for w in english_words(form)))
        return tuple(dict.fromkeys(form.removeprefix("the ") for form in large))

    @functools.cached_property
    def capital_words(self) -> WordsByBeginning:
        """All words that are known to have a capital letter: names, faiths, months."""
        return WordsByBeginning(self.english_names | english_given_names() | CALENDAR | TRANSLATED)

    def meanings(self, source: Iterable[Word]) -> frozenset[str]:
        """Return the English names that may be derived of words of the source, as keys of `english_words`.

        Example: of "римський" Rome, of "західноафриканський" Africa.
        """
        found: set[str] = set()
        for word in source:
            found |= self._meanings_of(word.key)
        return frozenset(found)

    @functools.cached_property
    def _by_beginning(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            if entry.required:
                keys = {w.key for form in entry.accepted for w in english_words(form) if w.text[0].isupper()}
                for word in ukrainian_words(entry.ukrainian):
                    found[_beginning(word.key)] |= keys
        return {beginning: frozenset(keys) for beginning, keys in found.items()}

    def _meanings_of(self, key: str) -> set[str]:
        found: set[str] = set()
        for end in range(_MIN_BEGINNING, len(key) + 1):
            found |= self._by_beginning.get(key[:end], frozenset())
        if len(key) >= _MIN_COMPOUND:
            for start in range(_MIN_BEGINNING, len(key) - _MIN_INNER):
                for end in range(start + _MIN_INNER, len(key) + 1):
                    found |= self._by_beginning.get(key[start:end], frozenset())
        return found


def load_glossary(config: GlossaryConfig) -> Glossary:
    """Read the house glossary and the files that the configuration names.

    Raises: ConfigError with file and line if a file cannot be read, a row is broken, or two files disagree.
    """
    return read_glossary(sorted((data_folder("configs") / "glossary").glob("*.tsv")), config.paths)


def read_glossary(house: Sequence[Path], ours: Sequence[Path] = ()) -> Glossary:
    """Read the house's files and a newsroom's own, which win over them.

    Raises: ConfigError, see `load_glossary`.
    """
    digest = hashlib.sha256()
    read: list[list[Entry]] = []
    for paths, prefix in ((house, f"{HOUSE}/"), (ours, "")):
        entries: list[Entry] = []
        for path in paths:
            entries.extend(read_glossary_file(path, f"{prefix}{path.name}" if prefix else str(path)))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        _refuse_conflicts(entries)
        read.append(entries)
    entries, overrides = overlay(*read)
    return Glossary(tuple(entries), tuple(overrides), digest.hexdigest())


def _beginning(key: str) -> str:
    """Return what a word shares with those derived of it: Гаага, гаазький."""
    return key[: max(_MIN_BEGINNING, len(key) - _ENDING)]


def _refuse_conflicts(entries: Iterable[Entry]) -> None:
    """Let no Ukrainian name have two rows: which of them is right, nobody could tell.

    Raises: ConfigError naming both rows.
    """
    seen: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        key = (*(word.text for word in ukrainian_words(entry.ukrainian)),)
        first = seen.setdefault(key, entry)
        if first is entry:
            continue
        if first.english == entry.english:
            raise ConfigError(f"{entry.place}: {entry.ukrainian!r} is already in {first.place}. Delete one of them.")
        raise ConfigError(
            f"{entry.place}: {entry.ukrainian!r} is {entry.english!r} here and {first.english!r} in {first.place}. "
            "Delete one of them; a second form that is right as well belongs in the column also."
        )
