"""What is looked for in Ukrainian text: the spellings of an entry, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.names.entry import Entry
from pipeline.names.ukrainian_words import Word, ukrainian_words

_MIN_SURNAME = 3
_NOT_SURNAMES = frozenset(("молодший", "старший", "великий"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A spelling of `entry`: the keys of its words, and which of them have to begin with a capital letter.

    `nominative` says that it may be a dictionary form, which other case forms are led back to: the first spelling, and
    any single word, for "Стінгер" is listed as a form of Stinger. `surname` says that it is
    only the last word of the full name that the entry gives.
    """

    keys: tuple[str, ...]
    capitals: tuple[bool, ...]
    entry: Entry
    nominative: bool
    surname: bool = False

    @property
    def begins_small(self) -> bool:
        """Whether its first word may begin with a small letter."""
        return not self.capitals[0]


def patterns_of(entry: Entry) -> Iterator[Pattern]:
    """Yield the patterns of `entry`: each spelling, and of a person's given name and surname the surname alone."""
    for position, spelling in enumerate(entry.spellings):
        words = ukrainian_words(spelling)
        if not words:
            continue
        yield Pattern(tuple(w.key for w in words), _capitals(entry, words), entry, position == 0 or len(words) == 1)
        if entry.kind == "person" and len(words) == 2 and words[0].capital and _is_surname(words[1], entry):
            yield Pattern((words[1].key,), (entry.use != "small",), entry, position == 0, surname=True)


def _capitals(entry: Entry, words: list[Word]) -> tuple[bool, ...]:
    """Institutions are written with capitals here and there: "служба безпеки України"; people and places are not."""
    if entry.use == "small" or (entry.kind in ("organisation", "term") and len(words) > 1 and entry.use != "homograph"):
        return (False,) * len(words)
    return tuple(word.capital for word in words)


def _is_surname(word: Word, entry: Entry) -> bool:
    return (
        word.capital
        and len(word.key) >= _MIN_SURNAME
        and not word.all_capitals
        and word.key.rpartition("-")[2] not in _NOT_SURNAMES
        and len(entry.english.split()) > 1
    )
