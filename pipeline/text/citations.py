"""Find whom an article retells (its cited source) and who published it (its outlet), as the article says itself.

"Про це пише видання The Washington Post, передає УНН": the first is retold, the second passes it on. Names of the
directory count wherever the words around them make them a source; others only where the phrase leaves no doubt that
they are media. Institutions that are cited are not media.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pipeline.records import Removed
from pipeline.text.citation_phrases import (
    AFTER_NAME,
    BEFORE_NAME,
    NOT_MEDIA,
    SOURCE_LABEL,
    SOURCE_WORD,
    TITLE_ATTRIBUTION,
    UNKNOWN_OUTLET,
    UNKNOWN_SOURCE,
)
from pipeline.text.media import FoundMedium, find_media
from pipeline.text.page import Line, kept
from pipeline.text.shapes import is_prose, words_of
from pipeline.text.tail import is_biography

Role = Literal["reports", "passes on", "reference"]

MAX_SOURCE_LINE_CHARACTERS = 120
# An article says whom it retells at its beginning; further down it quotes in passing.
_BLOCKS_LOOKED_AT = 12
_CHARACTERS_LOOKED_AT = 2000
_REACH_BEFORE = 60  # characters between a verb or preposition and the name it belongs to
_REACH_AFTER = 40
_MAX_NAME_WORDS = 4
_MAX_SOURCE_LINE_WORDS = 8
_RULES_THAT_NAME_THE_OUTLET = ("copyright", "subscription", "site name", "site name in the title")

_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…](?=\S)[^.!?…]*)*[.!?…]*")
_DOMAIN = re.compile(r"[\w-]{2,30}\.[a-z]{2,6}")


@dataclass(frozen=True, slots=True)
class _Citation:
    name: str
    role: Role
    is_ukrainian: bool
    start: int


def take_source(lines: list[Line]) -> str:
    """Mark the lines "Джерело: ..." and return the medium that the first of them names, empty if it names none."""
    sources = []
    for line in kept(lines):
        if len(line.text) > MAX_SOURCE_LINE_CHARACTERS or is_prose(line.text):
            continue
        if found := SOURCE_LABEL.fullmatch(line.text):
            sources.append(_labelled_source(found["source"]))
            line.remove("source line")
        elif source := _source_at_end(line.text):
            sources.append(source)
            line.remove("source line")
    return next(filter(None, sources), "")


def find_citations(title: str, blocks: Iterable[str], known_outlet: str) -> tuple[str, str]:
    """Return the outlet and the cited source that title and text name; each empty if none is named.

    `known_outlet` is what is known from elsewhere: it is returned, and never is the cited source.
    """
    outlet, cited = known_outlet, ""
    texts = [text[:_CHARACTERS_LOOKED_AT] for text, _ in zip((title, *blocks), range(_BLOCKS_LOOKED_AT), strict=False)]
    for sentence in (sentence for text in texts for sentence in _SENTENCE.findall(text)):
        citations = _citations(sentence)
        for citation in citations:
            if citation.name == outlet or _is_outlet(citation, [one for one in citations if one is not citation]):
                outlet = outlet or citation.name
            else:
                cited = cited or citation.name
        if cited:
            break
    return outlet, cited or _attribution_in_title(title)


def outlet_in_furniture(removed: Iterable[Removed]) -> str:
    """Return the medium that the page names as its own: in its copyright line, its author's biography, its channels.

    Beside a date a Ukrainian medium is the outlet too ("Київ • УНН • 31 жовтня 2025"), unless it is called the source.
    """
    for piece in removed:
        beside_date = piece.rule == "date line" and not SOURCE_WORD.search(piece.text)
        if beside_date or piece.rule in _RULES_THAT_NAME_THE_OUTLET or is_biography(piece.text):
            for found in find_media(piece.text[:_CHARACTERS_LOOKED_AT]):
                if found.medium.home == "uk" or not beside_date:
                    return found.medium.name
    return ""


def _is_outlet(citation: _Citation, others: list[_Citation]) -> bool:
    """A Ukrainian medium that passes something on, or that reports with reference to another, speaks of itself."""
    if not citation.is_ukrainian or citation.role == "reference":
        return False
    return citation.role == "passes on" or any(other.role == "reference" or not other.is_ukrainian for other in others)


def _citations(sentence: str) -> list[_Citation]:
    """Return the media cited in a sentence, in order."""
    media = find_media(sentence)
    found = [
        _Citation(one.medium.name, role, one.medium.home == "uk", one.start)
        for one in media
        if (role := _role(sentence, one)) is not None
    ]
    for unknown in UNKNOWN_SOURCE.finditer(sentence):
        group = "name" if unknown["name"] else "latin"
        name = _without_quotes(unknown[group])
        if name not in NOT_MEDIA and _is_free(unknown.span(group), media):
            found.append(_Citation(name, "reports", is_ukrainian=False, start=unknown.start(group)))
    outlet = UNKNOWN_OUTLET.search(sentence) if any(not citation.is_ukrainian for citation in found) else None
    if outlet and _is_free(outlet.span("name"), media):
        found.append(
            _Citation(_without_quotes(outlet["name"]), "passes on", is_ukrainian=True, start=outlet.start("name"))
        )
    return sorted(found, key=lambda citation: citation.start)


def _role(sentence: str, found: FoundMedium) -> Role | None:
    before = BEFORE_NAME.search(sentence[max(0, found.start - _REACH_BEFORE) : found.start])
    if before and before["reference"]:
        return "reference"
    match = before or AFTER_NAME.match(sentence[found.end : found.end + _REACH_AFTER])
    if match is None:
        return None
    return "passes on" if match["passes"] else "reports"


def _is_free(span: tuple[int, int], media: list[FoundMedium]) -> bool:
    return not any(one.start < span[1] and span[0] < one.end for one in media)


def _source_at_end(text: str) -> str:
    if len(words_of(text)) > _MAX_SOURCE_LINE_WORDS or not SOURCE_WORD.search(text):
        return ""
    return next((one.medium.name for one in find_media(text) if one.end == len(text.rstrip('»”".'))), "")


def _labelled_source(text: str) -> str:
    media = find_media(text)
    referred = [one for one in media if _role(text, one) == "reference"]
    if named := (referred or media):
        return named[0].medium.name
    name = _without_quotes(text)
    is_latin_name = len(name.split()) <= _MAX_NAME_WORDS and name.isascii() and name[:1].isupper()
    return name if is_latin_name or _DOMAIN.fullmatch(name) else ""


def _attribution_in_title(title: str) -> str:
    found = TITLE_ATTRIBUTION.search(title)
    media = find_media(found["name"]) if found else []
    return media[0].medium.name if media and media[0].medium.home == "world" else ""


def _without_quotes(name: str) -> str:
    return name.strip('«»"“”„ .')
