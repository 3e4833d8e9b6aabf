"""Whether the translation of a quotation begins and ends where the quotation does.

Four signs, none of them sure: a word that stands in the marks on one side only; punctuation that does not fit direct
speech; a share of the sentence that translating does not explain; marks that cut a phrase at its function word.
"""

import re
from collections import Counter

from pipeline.check.alignment.links import Links, Word
from pipeline.check.quotation_marks import Quotation
from pipeline.check.quotation_pairs import stands_in

_SPEAKER_FOLLOWS = re.compile(r"[,.]?\s*[—–-]\s")
_OPENS_SENTENCE = re.compile(r"[\s—–-]*$")
_ENDS_SPEECH = frozenset(",.?!…—–-'’”")
_AFTER_SPEECH = re.compile(r"\s*[—–:;,.-]")
_LEADS_TO_SPEECH = re.compile(r"(?:^|[,:;—–(-]|\bthat)\s*$", re.IGNORECASE)
_NEVER_FIRST = "of and or in on at by for with from which was were is are has have had"
_NEVER_FIRST_WORDS = frozenset(_NEVER_FIRST.split())
_LARGER, _SMALLER = 0.12, 0.18
"""By how much a direct speech's share of the sentence may be larger and smaller than in the source, in long sentences.

In short ones a word more or less weighs more: one word's share is added. Of 507 direct speeches in articles with odd
numbers 2 are beyond; with 0.08 and 0.15 it was 11, and one moved mark in a thousand more was found.
"""


def is_direct_speech(text: str, quotation: Quotation) -> bool:
    """Say whether a quotation is what somebody said, the speaker following: `«Ми готові», — сказав він.`"""
    opens = _OPENS_SENTENCE.match(text, 0, quotation.start) is not None
    return opens and _SPEAKER_FOLLOWS.match(text, quotation.end) is not None


def shift_confidence(source: str, target: str, links: Links, one: Quotation, other: Quotation) -> float:
    """Return how sure it is that a mark of `other`, the translation of `one`, was moved; 0 if nothing says so."""
    if _words_crossing(links, one, other):
        return 0.9
    if is_direct_speech(source, one):
        if not _fits_speech(target, other) or _differs_in_share(source, target, one, other):
            return 0.9
        return 0.0
    if not _fits_colon(source, target, one, other) or _begins_late(source, target, links, one, other):
        return 0.9
    if _cuts_phrase(links, one, other):
        return 0.8
    return 0.5 if _differs_in_words(links, one, other) else 0.0


def _words_crossing(links: Links, one: Quotation, other: Quotation) -> int:
    """Count the words that are linked to one another only, and stand in the marks on one side only."""
    used = Counter(position for partners in links.partners for position in partners or ())
    return sum(
        stands_in(word, one) != stands_in(links.target[partners[0]], other)
        for word, partners in zip(links.source, links.partners, strict=True)
        if partners and len(partners) == 1 and used[partners[0]] == 1
    )


def _fits_speech(target: str, other: Quotation) -> bool:
    """Say whether the marks stand where direct speech begins and ends, its speaker behind or before it."""
    if target[: other.start].strip():
        led_to = _LEADS_TO_SPEECH.search(target[max(0, other.start - 20) : other.start]) is not None
        return led_to and not any(character.isalnum() for character in target[other.end :])
    return target[other.end - 2 : other.end - 1] in _ENDS_SPEECH or _AFTER_SPEECH.match(target, other.end) is not None


def _begins_late(source: str, target: str, links: Links, one: Quotation, other: Quotation) -> bool:
    """Say whether unknown words stand before a quotation that begins a headline: `«Ми йдемо»: як минула ніч`."""
    if source[: one.start].strip() or not source.startswith(":", one.end):
        return False
    linked = {partner for partners in links.partners for partner in partners or ()}
    before = [position for position, word in enumerate(links.target) if word.end <= other.start and word.is_content]
    return any(position not in linked for position in before)


def _fits_colon(source: str, target: str, one: Quotation, other: Quotation) -> bool:
    """Say whether what follows a colon in the source follows one, or a comma, or begins the sentence in English."""
    after_colon = source[: one.start].rstrip().endswith(":")
    return not after_colon or _LEADS_TO_SPEECH.search(target[max(0, other.start - 20) : other.start]) is not None


def _differs_in_share(source: str, target: str, one: Quotation, other: Quotation) -> bool:
    gain = (other.end - other.start) / len(target) - (one.end - one.start) / len(source)
    one_word = 1 / len(target.split())
    return not -_SMALLER - one_word <= gain <= _LARGER + one_word


def _cuts_phrase(links: Links, one: Quotation, other: Quotation) -> bool:
    mine, theirs = _inside(links.source, one), _inside(links.target, other)
    if not mine or not theirs:
        return False
    cut_behind = mine[-1].is_content and not theirs[-1].is_content
    return cut_behind or (mine[0].is_content and theirs[0].folded in _NEVER_FIRST_WORDS)


def _differs_in_words(links: Links, one: Quotation, other: Quotation) -> bool:
    """Say whether the words in the marks are too few, or an outer one of them comes from outside the source's marks."""
    mine = {i for i, word in enumerate(links.source) if word.is_content and stands_in(word, one)}
    theirs = [i for i, word in enumerate(links.target) if word.is_content and stands_in(word, other)]
    if not mine or not theirs:
        return bool(mine) != bool(theirs)
    if len(mine) > 1 and len(mine) >= 2 * len(theirs):
        return True
    from_inside, from_outside = set[int](), set[int]()
    for i, partners in enumerate(links.partners):
        (from_inside if i in mine else from_outside).update(partners or ())
    strange = [edge for edge in (theirs[0], theirs[-1]) if edge not in from_inside]
    if any(edge in from_outside for edge in strange):
        return True
    inside = set(theirs)
    complete = all(not inside.isdisjoint(links.partners[i] or ()) for i in mine)
    return bool(strange) and len(theirs) > len(mine) and complete


def _inside(words: tuple[Word, ...], quotation: Quotation) -> list[Word]:
    return [word for word in words if stands_in(word, quotation)]
