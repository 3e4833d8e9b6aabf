"""List the names of a Ukrainian text, how each is spelled in English, and who says so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.names.compare_glossary import right_form
from pipeline.names.compare_unknown import AS_IN_SOURCE, KMU
from pipeline.names.exceptions import established_spelling
from pipeline.names.find import FoundName, find_unknown_names, group_names
from pipeline.names.given_names import GivenName, given_name
from pipeline.names.glossary import Glossary
from pipeline.names.matcher import Mention
from pipeline.names.nominative import likely_nominative, nominatives
from pipeline.names.romanise_russian import romanise_russian
from pipeline.names.romanise_ukrainian import romanise_ukrainian
from pipeline.names.slavic import is_slavic, may_be_russian
from pipeline.names.ukrainian_words import ukrainian_words

BGN = "BGN/PCGN"
EXCEPTION = "exception"
UNKNOWN = "unknown: check the spelling"


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as the text has it first, its English spelling, who says so, and how often it occurs.

    `english` is empty where nobody knows: a foreign name is not romanised from its Ukrainian spelling.
    """

    name: str
    english: str
    origin: str
    count: int = 1


def list_names(text: str, glossary: Glossary) -> list[ListedName]:
    """Return the names of `text` in the order in which they come first.

    A surname alone counts to the full name that the text has as well.
    """
    words = ukrainian_words(text)
    mentions = glossary.matcher.find(text, words)
    unknown = _listed(find_unknown_names(text, words, mentions))
    found = [(mention.start, _of_glossary(mention)) for mention in mentions if _is_name(mention)]
    found += [(group[0].word.start, _spelled(text, group)) for group in group_names(text, unknown)]
    return _joined([name for _, name in sorted(found, key=lambda one: one[0])])


def _is_name(mention: Mention) -> bool:
    """Leave out peoples and the adjectives of places: "російські"."""
    small = mention.entries[0].kind == "place" and mention.entries[0].ukrainian[0].islower()
    return mention.required and not small


def _listed(names: Sequence[FoundName]) -> list[FoundName]:
    """Leave out what is no name for certain, unless the text has it as one elsewhere."""
    certain = {form for name in names if name.certain or name.person for form in nominatives(name.word.key)}
    return [
        name
        for name in names
        if name.sort != "acronym"
        and (name.certain or name.person or not certain.isdisjoint(nominatives(name.word.key)))
    ]


def _of_glossary(mention: Mention) -> ListedName:
    entry = mention.entries[0]
    return ListedName(mention.text, right_form(mention, entry), entry.place)


def _spelled(text: str, group: Sequence[FoundName]) -> ListedName:
    """Spell a name that no glossary has, by the rule that applies to it."""
    written = text[group[0].word.start : group[-1].word.end]
    first = group[0]
    if first.sort == "latin":
        return ListedName(written, written, AS_IN_SOURCE)
    if first.sort == "designation":
        return ListedName(written, romanise_ukrainian(first.word.text), KMU)
    given = given_name(first.word.key)
    if given is None or len(group) == 1:
        return _single(written, first, given)
    parts, origins = [given.english[0]], []
    for name in group[1:]:
        english, origin = _surname(name.word.key, given)
        parts.append(english)
        origins.append(origin)
    if UNKNOWN in origins:
        return ListedName(written, "", UNKNOWN)
    return ListedName(written, " ".join(parts), origins[-1])


def _single(written: str, name: FoundName, given: GivenName | None) -> ListedName:
    if given:
        return ListedName(written, given.english[0], KMU if given.bearer == "ukrainian" else BGN)
    key = likely_nominative(name.word.key)
    if english := established_spelling(key):
        return ListedName(written, english, EXCEPTION)
    if is_slavic(key) and not may_be_russian(key):
        return ListedName(written, romanise_ukrainian(_capitalised(key)), KMU)
    return ListedName(written, "", UNKNOWN)


def _surname(key: str, given: GivenName) -> tuple[str, str]:
    nominative = likely_nominative(key, woman=given.name[-1] in "ая")
    if english := established_spelling(nominative):
        return english, EXCEPTION
    if given.bearer == "russian":
        return romanise_russian(_capitalised(nominative)), BGN
    if given.bearer == "ukrainian":
        return romanise_ukrainian(_capitalised(nominative)), KMU
    return "", UNKNOWN


def _capitalised(key: str) -> str:
    return "-".join(part.capitalize() for part in key.split("-"))


def _joined(names: Sequence[ListedName]) -> list[ListedName]:
    """Count the same name once, and a surname alone to the full name that comes before it."""
    joined: list[ListedName] = []
    for name in names:
        position = next((i for i, other in enumerate(joined) if _is_same(name, other)), None)
        if position is None:
            joined.append(name)
        else:
            joined[position] = replace(joined[position], count=joined[position].count + 1)
    return [name for name in map(_with_full_name(joined), joined) if name]


def _with_full_name(names: Sequence[ListedName]) -> Callable[[ListedName], ListedName | None]:
    """Give a headline's surname the full name that follows, and leave out that name where it stands later."""
    full_names: dict[str, ListedName] = {}
    for position, name in enumerate(names):
        later = [one for one in names[position + 1 :] if name.english and one.english.endswith(f" {name.english}")]
        if len(later) == 1 and " " not in name.english:
            full_names[name.english] = later[0]

    def joined(name: ListedName) -> ListedName | None:
        if full := full_names.get(name.english):
            return replace(full, count=full.count + name.count)
        return None if name in full_names.values() else name

    return joined


def _is_same(name: ListedName, earlier: ListedName) -> bool:
    if name.english and name.english == earlier.english:
        return True
    alone, full = ukrainian_words(name.name), ukrainian_words(earlier.name)
    if len(alone) != 1 or (alone[0].key != full[-1].key and not _share_nominative(alone[0].key, full[-1].key)):
        return False
    return len(full) > 1 or not name.english


def _share_nominative(first: str, second: str) -> bool:
    return not set(nominatives(first)).isdisjoint(nominatives(second))
