"""Find the entries of a glossary in Ukrainian text: in any case form, the longest first."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.names.entry import Entry
from pipeline.names.given_names import is_given_name
from pipeline.names.pattern import Pattern, patterns_of
from pipeline.names.position import is_quoted_whole, opens_sentence
from pipeline.names.ukrainian_words import Word, ukrainian_words
from pipeline.text.morphology import is_known, readings

_BETWEEN_WORDS = regex.compile(r"""[\s"«»“”„—–]*|[./]""")
_COMMON_BEGINNING = 3  # letters that a case form shares with its dictionary form: Льв-ова, Льв-ів
_CACHED_WORDS = 1 << 16
_NAME_MARKS = frozenset(("Name", "Surn", "Patr"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of the glossary in a text. `text[start:end]` is the name as written.

    `entries` are those that it may be, usually one. `surname` says that only a person's surname is written. `sure` is
    False where it may be a common word: a homograph at the beginning of a sentence.
    """

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    surname: bool = False
    sure: bool = True

    @property
    def required(self) -> bool:
        """Whether the translation has to have it."""
        return self.sure and all(entry.required for entry in self.entries)


class Matcher:
    """The entries of a glossary, indexed by the first word of each of their spellings.

    Example: `Matcher(entries).find("у Володимира Зеленського")[0].entries[0].english == "Volodymyr Zelenskyy"`.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._exact: dict[str, list[Pattern]] = defaultdict(list)
        self._by_lemma: dict[str, list[Pattern]] = defaultdict(list)
        self._beginnings: tuple[set[str], set[str]] = (set(), set())
        for pattern in itertools.chain.from_iterable(map(patterns_of, entries)):
            self._exact[pattern.keys[0]].append(pattern)
            if pattern.nominative:
                self._add_by_lemma(pattern)
        self._candidates = functools.lru_cache(_CACHED_WORDS)(self._find_candidates)

    def find(self, text: str, words: Sequence[Word] | None = None) -> list[Mention]:
        """Return the mentions in `text` in order; none overlaps another. `words` are its words, if at hand."""
        words = ukrainian_words(text) if words is None else words
        found: list[Mention] = []
        position = 0
        while position < len(words):
            candidates = self._candidates(words[position].key, words[position].capital)
            mention, used = self._longest(text, words, position, candidates) if candidates else (None, 1)
            if mention:
                found.append(mention)
            position += max(used, 1)
        return [_beside_other_names(text, words, mention, found) for mention in found]

    def _add_by_lemma(self, pattern: Pattern) -> None:
        first = pattern.keys[0]
        for lemma in _lemmas(first) | {first} if len(pattern.keys) > 1 else {first}:
            self._by_lemma[lemma].append(pattern)
            self._beginnings[pattern.begins_small].add(lemma[:_COMMON_BEGINNING])

    def _find_candidates(self, key: str, capital: bool) -> tuple[tuple[Pattern, bool], ...]:
        """Return patterns whose first word this may be, each with whether it is written so in the glossary."""
        found = {
            id(pattern): (pattern, True) for pattern in self._exact.get(key, ()) if capital or pattern.begins_small
        }
        beginning = key[:_COMMON_BEGINNING]
        if beginning in self._beginnings[True] or (capital and beginning in self._beginnings[False]):
            for lemma in _lemmas(key):
                for pattern in self._by_lemma.get(lemma, ()):
                    if (capital or pattern.begins_small) and _may_be_form(key, lemma, pattern):
                        found.setdefault(id(pattern), (pattern, False))
        return tuple(found.values())

    def _longest(
        self, text: str, words: Sequence[Word], position: int, candidates: Iterable[tuple[Pattern, bool]]
    ) -> tuple[Mention | None, int]:
        best: list[tuple[Pattern, bool]] = []
        longest = 0
        for pattern, exact in candidates:
            length = len(pattern.keys)
            if length < longest or position + length > len(words):
                continue
            same = _same_words(text, words[position : position + length], pattern, exact)
            if same is None:
                continue
            if length > longest:
                best, longest = [], length
            best.append((pattern, same))
        if not best:
            return None, 0
        if any(same for _, same in best):
            best = [one for one in best if one[1]]
        return _mention(text, words[position : position + longest], [pattern for pattern, _ in best]), longest


def _same_words(text: str, words: Sequence[Word], pattern: Pattern, exact: bool) -> bool | None:
    """Say whether `words` are the pattern's as written (True) or in another case form (False); None if neither."""
    for before, after in itertools.pairwise(words):
        if not _BETWEEN_WORDS.fullmatch(text, before.end, after.start):
            return None
    for word, key, capital in zip(words[1:], pattern.keys[1:], pattern.capitals[1:], strict=True):
        if capital and not word.capital:
            return None
        if word.key != key:
            if not pattern.nominative or not _lemmas(word.key) & (_lemmas(key) | {key}):
                return None
            exact = False
    return exact


def _mention(text: str, words: Sequence[Word], patterns: Sequence[Pattern]) -> Mention:
    start, end = words[0].start, words[-1].end
    full = [pattern for pattern in patterns if not pattern.surname]
    entries = tuple(dict.fromkeys(pattern.entry for pattern in full or patterns))
    capital_says_nothing = opens_sentence(text, start) or (words[0].all_capitals and len(words[0].key) > 3)
    doubtful = (
        capital_says_nothing
        and not is_quoted_whole(text, start, end)
        and (
            all(entry.use == "homograph" for entry in entries)
            or (len(words) == 1 and _needs_capital(patterns) and _is_also_a_word(words[0].key, entries))
        )
    )
    return Mention(start, end, text[start:end], entries, surname=not full, sure=not doubtful)


def _beside_other_names(text: str, words: Sequence[Word], mention: Mention, found: Sequence[Mention]) -> Mention:
    """Doubt a single name that is part of a longer one: "Ілона Мадяр" is not the Madyar of the glossary."""
    if not mention.sure or any(not entry.ukrainian[0].isupper() for entry in mention.entries):
        return mention
    position = next(i for i, word in enumerate(words) if word.start == mention.start)
    if words[position].end != mention.end:
        return mention
    taken = {other.start for other in found} | {other.end for other in found}
    before = words[position - 1] if position else None
    after = words[position + 1] if position + 1 < len(words) else None
    if after and _is_name_word(after) and text[mention.end : after.start] == " " and after.start not in taken:
        return replace(mention, sure=False)
    if (
        before
        and _is_name_word(before)
        and text[before.end : mention.start] == " "
        and before.end not in taken
        and (is_given_name(before.key) or not opens_sentence(text, before.start))
    ):
        return replace(mention, sure=False)
    return mention


def _is_name_word(word: Word) -> bool:
    return word.capital and not word.all_capitals and "а" <= word.key[0] <= "ґ" and len(word.key) > 1


def _needs_capital(patterns: Sequence[Pattern]) -> bool:
    return not any(pattern.begins_small for pattern in patterns)


def _is_also_a_word(key: str, entries: Sequence[Entry]) -> bool:
    """Say whether the dictionary knows `key` as a form of another word: "Досі" is "until now" before it is Doha."""
    if not is_known(key):
        return False
    own = {word.key for entry in entries for word in ukrainian_words(entry.ukrainian)}
    if key in own:
        return False
    return any(one.lemma not in own and not one.marks & _NAME_MARKS for one in readings(key))


def _may_be_form(key: str, lemma: str, pattern: Pattern) -> bool:
    """Keep a woman's surname from being led back to a man's: "Сирська" is no form of "Сирський"."""
    if pattern.entry.kind != "person" or len(pattern.keys) > 1:
        return True
    return any(one.lemma == lemma and one.marks & _NAME_MARKS for one in readings(key))


@functools.lru_cache(_CACHED_WORDS)
def _lemmas(key: str) -> frozenset[str]:
    return frozenset(one.lemma for one in readings(key))


def words_outside(words: Sequence[Word], mentions: Sequence[Mention]) -> Iterator[Word]:
    """Yield the words that no mention covers."""
    spans = iter(mentions)
    span = next(spans, None)
    for word in words:
        while span and span.end <= word.start:
            span = next(spans, None)
        if not span or word.end <= span.start:
            yield word
