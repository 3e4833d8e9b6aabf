"""Sentences with offsets: the unit that is translated, checked and pointed to.

A short quotation, or anything in parentheses, stays in one sentence although it may hold several: half of it would have
an opening mark without its closing one, and a translator that sees half a quotation loses who says it. A long quotation
is cut at its sentences: translators drop sentences from segments that hold many.
"""

from collections.abc import Iterator
from itertools import pairwise

import regex

from pipeline.records import BLOCK_SEPARATOR, Article, Language, Sentence, SentenceRole
from pipeline.text.enclosures import enclosures, is_detached_closing
from pipeline.text.sentence_english import english_cuts
from pipeline.text.sentence_ukrainian import ukrainian_cuts

MAX_WHOLE_QUOTATION_CHARACTERS = 200  # two sentences of average length, in both languages
_MIN_TITLE_SENTENCE_WORDS = 4  # a shorter piece of a headline is a part of it: "Ні! Чому рада відхилила план"

_BLANK_LINE = regex.compile(r"\n\s*\n")
_CLOSERS = frozenset('»”")]')
_LIST_MARKER = regex.compile(r"\(?(?:\d{1,3}|[IVXІХ]{1,5}|\p{L})[.)]|[•*·–—-]")
_CONTENT = regex.compile(r"[\p{L}\p{N}]")
_WORD = regex.compile(r"[\p{L}\p{N}]+")

_Span = tuple[int, int]


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of title, lead and body in order, numbered from 0: `article.text[start:end] == text`.

    A title or heading is one sentence unless it is clearly several.
    """
    found: list[Sentence] = []
    offset = 0
    for block, (role, text) in enumerate(article.parts()):
        for start, end in _spans_of_part(role, text, article.language):
            found.append(Sentence(len(found), text[start:end], offset + start, offset + end, block, role))
        offset += len(text) + len(BLOCK_SEPARATOR)
    return tuple(found)


def sentence_spans(text: str, language: Language) -> list[_Span]:
    """Return (start, end) of each sentence of `text`, in order, without the white space around it.

    English has its own rules; everything else is cut by the Ukrainian ones. A blank line ends a sentence. Every
    character outside the spans is white space.
    """
    cuts_of = english_cuts if language == "en" else ukrainian_cuts
    return [
        (start + begin, start + end)
        for start, paragraph in _paragraphs(text)
        for begin, end in _whole(paragraph, _spans(paragraph, _settled(paragraph, cuts_of(paragraph))))
    ]


def _spans_of_part(role: SentenceRole, text: str, language: Language) -> list[_Span]:
    spans = sentence_spans(text, language)
    if role not in ("title", "heading") or len(spans) < 2:
        return spans
    if all(len(_WORD.findall(text[start:end])) >= _MIN_TITLE_SENTENCE_WORDS for start, end in spans):
        return spans
    return [(spans[0][0], spans[-1][1])]


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        yield start, text[start : blank.start()]
        start = blank.end()
    yield start, text[start:]


def _settled(text: str, cuts: list[int]) -> list[int]:
    """Move cuts behind closing marks that follow, and drop those inside what has to stay whole."""
    inside = _protected(text)
    settled = sorted({_behind_closing(text, cut) for cut in cuts})
    kept: list[int] = []
    position = 0
    for cut in settled:
        while position < len(inside) and inside[position][1] <= cut:
            position += 1
        if position == len(inside) or cut <= inside[position][0]:
            kept.append(cut)
    return kept


def _protected(text: str) -> list[_Span]:
    """Return what has to stay whole as spans in order that do not overlap."""
    merged: list[_Span] = []
    for start, end in sorted(enclosures(text)):
        if end - start > MAX_WHOLE_QUOTATION_CHARACTERS:
            continue
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _behind_closing(text: str, cut: int) -> int:
    while cut < len(text) and text[cut] in _CLOSERS and not text[cut + 1 : cut + 2].isalnum():
        cut += 1
    after_space = cut + len(text[cut : cut + 3]) - len(text[cut : cut + 3].lstrip())
    return after_space + 1 if is_detached_closing(text, after_space) else cut


def _spans(text: str, cuts: list[int]) -> list[_Span]:
    spans = []
    for start, end in pairwise([0, *cuts, len(text)]):
        piece = text[start:end]
        if stripped := piece.strip():
            start += len(piece) - len(piece.lstrip())
            spans.append((start, start + len(stripped)))
    return spans


def _whole(text: str, spans: list[_Span]) -> list[_Span]:
    """Join what is no sentence of its own to its neighbour: a list marker to what follows, stray marks to what stands
    before."""
    joined: list[_Span] = []
    for start, end in spans:
        if joined and (_LIST_MARKER.fullmatch(text, *joined[-1]) or not _CONTENT.search(text, start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
