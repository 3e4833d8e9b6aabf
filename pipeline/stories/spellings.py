"""Names that English sources of one story spell differently: Oreshnik and Oreshnyk."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.check.alignment.sound import english_sound
from pipeline.names.edit_distance import edit_distance
from pipeline.names.english_words import english_words
from pipeline.records import Claim, Difference, Place
from pipeline.stories.telling import Told

_LEAST_LETTERS = 6
_MOST_EDITS = 2


def spelling_differences(told: Mapping[str, Sequence[Told]]) -> Iterator[Difference]:
    """Yield names that sound alike and are spelled otherwise in another English source, each source's first use."""
    first: dict[str, dict[str, tuple[str, Place]]] = defaultdict(dict)
    small: Counter[str] = Counter()
    for article, sentences in told.items():
        for one in sentences:
            if one.ukrainian:
                continue
            for word in english_words(one.english):
                if not word.capital:
                    small[word.key] += 1
                elif len(word.key) >= _LEAST_LETTERS and word.start:
                    first[word.key].setdefault(article, (word.text, one.place))
    keys = sorted(key for key in first if not small[key] and key.isalpha())
    by_sound: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_sound[english_sound(key)].append(key)
    for alike in by_sound.values():
        for position, key in enumerate(alike):
            for other in alike[position + 1 :]:
                if _is_spelling_of(key, other) and first[key].keys() != first[other].keys():
                    claims = {**first[other], **first[key]}
                    if len({text for text, _ in claims.values()}) > 1:
                        yield Difference("name", "", tuple(Claim(*claims[article]) for article in sorted(claims)))


def _is_spelling_of(one: str, other: str) -> bool:
    """Say whether two words are one name: alike to a letter or two, neither only longer (Venezuela, Venezuelan)."""
    if one.startswith(other) or other.startswith(one):
        return False
    return one[:2] == other[:2] and edit_distance(one, other) <= _MOST_EDITS
