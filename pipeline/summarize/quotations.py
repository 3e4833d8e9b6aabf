"""Who is speaking: which parts of a sentence stand in quotation marks, and whether the quotation has a speaker.

A key point may hold a quotation only if it holds all of it and says whose it is. What looks like a quotation but is a
name in quotation marks (`партія «Слуга народу»`) does not count: it is a small part of its sentence. What a dash opens
is spoken to the end of its block, unless the block has the author's words in it (`— Так, — сказав мер.`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import regex

from pipeline.records import Language, Sentence
from pipeline.text.words import content_words, words

_CLOSERS = {"«": "»", "„": "“”", "“": "”", "‹": "›", "‘": "’"}
_STRAIGHT = '"'
_MARKS = "«»„“”" + _STRAIGHT
_SPEECH_DASH = ("— ", "– ", "- ")
_AUTHORS_WORDS = regex.compile(r"[,.!?…]\s?[—–-]\s")
_NAME = regex.compile(r"\p{L}\s+\p{Lu}")
_SPEECH_SHARE = 0.5  # of the sentence's words in quotation marks; below it the quotation is part of someone's sentence
_SPEECH = {  # verbs of speech that are no stop words
    "uk": """розповідає вважає переконаний переконана резюмував резюмувала підсумував підсумувала зауважив зауважила
        згадує пригадує запитує міркує визнав визнала відповів відповіла продовжив продовжила наголошує думку""",
    "en": """tells wrote writes notes explains stressed stresses emphasized recalled recalls asked asks admitted admits
        concluded concludes continued continues insisted insists""",
}
_PRONOUNS = {"uk": frozenset(("він", "вона", "вони")), "en": frozenset(("he", "she", "they"))}
_FEW_WORDS = 2  # content words beside a pronoun that still name nobody: "сказав він журналістам"


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of one sentence.

    `spans` are character offsets into the sentence, marks included. `whole` is False where a quotation began in an
    earlier sentence or goes on in a later one, where a mark has lost its partner, and in all that a dash opens.
    """

    spans: tuple[tuple[int, int], ...] = ()
    whole: bool = True


def find_quoted(sentences: Sequence[Sentence]) -> dict[int, Quoted]:
    """Find the quotations of an article's sentences, followed through each block; the keys are sentence indices."""
    found: dict[int, Quoted] = {}
    for _, group in groupby(sentences, key=lambda sentence: sentence.block):
        block = list(group)
        starts, text = _joined(block)
        spans = list(_spans(text, starts))
        spoken = text.startswith(_SPEECH_DASH) and not _AUTHORS_WORDS.search(text)
        for sentence, start in zip(block, starts, strict=True):
            end = start + len(sentence.text)
            touching = [(low, high, closed) for low, high, closed in spans if low < end and high > start]
            inside = [(max(low, start) - start, min(high, end) - start) for low, high, _ in touching]
            whole = not spoken and all(closed and start <= low and high <= end for low, high, closed in touching)
            quoted = Quoted(tuple(inside), whole)
            stray = whole and any(mark in outside_quotations(sentence.text, quoted) for mark in _MARKS)
            found[sentence.index] = Quoted(tuple(inside), False) if stray else quoted
    return found


def is_speakerless(text: str, quoted: Quoted, language: Language) -> bool:
    """Say whether most of `text` is a quotation and nothing around it names who speaks.

    A pronoun names nobody: `«Ми готові», — сказав він.` is speakerless, `«Ми готові», — сказав міністр.` is not.
    """
    if not quoted.whole:
        return True
    if not quoted.spans or quoted_share(text, quoted) < _SPEECH_SHARE:
        return text.lstrip().startswith(_SPEECH_DASH)
    outside = outside_quotations(text, quoted)
    telling = set(content_words(outside, language)) - _speech_stems(language)
    if _PRONOUNS.get(language, frozenset()).isdisjoint(words(outside)):
        return not telling
    return len(telling) <= _FEW_WORDS and not _NAME.search(outside)


def quoted_share(text: str, quoted: Quoted) -> float:
    """Return the share of the words of `text` that stand in quotation marks, 0 to 1."""
    total = len(words(text))
    return 1 - len(words(outside_quotations(text, quoted))) / total if total else 0.0


@cache
def _speech_stems(language: Language) -> frozenset[str]:
    return frozenset(content_words(_SPEECH[language], language)) if language in _SPEECH else frozenset()


def outside_quotations(text: str, quoted: Quoted) -> str:
    """Return what of `text` stands in no quotation marks."""
    pieces, position = [], 0
    for start, end in quoted.spans:
        pieces.append(text[position:start])
        position = end
    return " ".join([*pieces, text[position:]])


def _joined(block: Sequence[Sentence]) -> tuple[list[int], str]:
    starts, text = [], ""
    for sentence in block:
        text += " " if text else ""
        starts.append(len(text))
        text += sentence.text
    return starts, text


def _spans(text: str, starts: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield the outermost quotations of a block: start, end, and whether it is closed.

    One that is never closed goes on to the end of its block if it opened the block, as in quotations of several
    paragraphs; elsewhere its mark is taken for a slip of the keyboard and it ends with its sentence.
    """
    position = 0
    while position < len(text):
        mark = text[position]
        closers = _CLOSERS.get(mark, "")
        if mark == _STRAIGHT and _opens(text, position):
            closers = _STRAIGHT
        if not closers:
            position += 1
            continue
        end = closed = _closing(text, position, mark, closers)
        if end is None:
            later = [start for start in starts if start > position]
            end = len(text) if position == 0 or not later else later[0]
        yield position, end, closed is not None
        position = end


def _opens(text: str, position: int) -> bool:
    after = text[position + 1 : position + 2]
    return not (position and text[position - 1].isalnum()) and bool(after) and not after.isspace()


def _closing(text: str, start: int, mark: str, closers: str) -> int | None:
    depth = 0
    for position in range(start + 1, len(text)):
        if text[position] in closers and not _is_apostrophe(text, position):
            if not depth:
                return position + 1
            depth -= 1
        elif text[position] == mark and mark not in closers:
            depth += 1
    return None


def _is_apostrophe(text: str, position: int) -> bool:
    return text[position] == "’" and text[position + 1 : position + 2].isalnum()
