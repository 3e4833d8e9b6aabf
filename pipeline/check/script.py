"""The check that a translation is English text and nothing else: not the source, no word left in Cyrillic, not another
language, no characters that only machines make.
"""

import re
import unicodedata
from collections.abc import Iterator

from pipeline.check.alignment.lexicon import english_key, english_stems
from pipeline.check.alignment.links import find_words
from pipeline.records import Finding
from pipeline.text.language import detect_language

CHECK = "script"

LEAST_ENGLISH = 0.5
"""Share of known words at which, and below which, a text is not English.

Of the 17,095 English lines of our corpus 2 are; of 55 sentences of ours in other languages, Latin letters, all but one.
"""

_LEAST_STRANGE = 3  # unknown words; two of four may be a name and a weapon
_HALF_ENGLISH, _SURE = 0.75, 0.7  # known words, and confidence, from which function words of other languages decide
_CYRILLIC = re.compile(r"[Ѐ-ԯ]")
_WORD = re.compile(r"[\w'’ʼ-]+")
_LATIN = re.compile(r"[a-zA-Z]")
_MACHINE = re.compile(
    r"<(?:unk|pad|s|/s|bos|eos|mask|extra_id_\d+)>|⁇|▁|@@(?=\s)|\b[a-z]{3}_(?:Latn|Cyrl)\b|__[a-z]{2}__|>>[a-z]{3}<<"
    r"|&(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|quot|amp|apos|lt|gt|nbsp);|</?[a-z]{1,6}>",
    re.IGNORECASE,
)
_HARMLESS = frozenset("\t\n\r\N{SOFT HYPHEN}")
_MOSTLY = 3  # Cyrillic letters for a Latin one; names and units stay Latin in any language
_MOST_REPORTED = 5
_SHOWN = 40


def check_script(source: str, target: str, *, sentence: int = 0) -> list[Finding]:
    """Report what in the translation is not English text; nothing to report is an empty list.

    Never raises, whatever the texts.
    Example: check_script("Лосось повернувся.", "The лосось returned.") finds "лосось is left in Cyrillic letters".
    """
    findings = [
        Finding(CHECK, sentence, message, "error", 0.99, target_span=span)
        for message, span in _characters(source, target)
    ]
    if _is_copy(source, target):
        findings.append(Finding(CHECK, sentence, "the translation is the source itself", "error", 0.99))
    elif _is_cyrillic(target):
        findings.append(Finding(CHECK, sentence, "the translation is not in English", "error", 0.99))
    elif left := list(_cyrillic_stretches(target)):
        findings += [_left(target, span, sentence) for span in left[:_MOST_REPORTED]]
    elif not is_english(target):
        findings.append(Finding(CHECK, sentence, "the translation does not seem to be English", "error", 0.9))
    return findings


def is_english(text: str) -> bool:
    """Say whether `text` is English by its words, of which names are not looked at; what is too short to tell is."""
    words = find_words(text, "en")
    judged = [word for i, word in enumerate(words) if word.folded.isalpha() and (i == 0 or not word.is_capitalised)]
    strange = [word for word in judged if word.is_content and english_key(word.folded) not in english_stems()]
    share = 1 - len(strange) / len(judged) if judged else 1.0
    if len(strange) >= _LEAST_STRANGE and share <= LEAST_ENGLISH:
        return False
    if share > _HALF_ENGLISH or all(word.is_capitalised for word in strange):  # "Lech Wałęsa supported Ukraine."
        return True
    language, confidence = detect_language(text)
    return language == "en" or confidence < _SURE


def _characters(source: str, target: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield what no writer types and the source does not hold either, once a kind."""
    seen = set(source) | _HARMLESS
    for position, character in enumerate(target):
        if character.isprintable() or character in seen:
            continue
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn"):
            seen.add(character)
            yield f"the translation holds a control character (U+{ord(character):04X})", (position, position + 1)
    if "\N{REPLACEMENT CHARACTER}" in target and "\N{REPLACEMENT CHARACTER}" not in source:
        position = target.index("\N{REPLACEMENT CHARACTER}")
        yield "the translation holds a character that could not be read (U+FFFD)", (position, position + 1)
    machine = _MACHINE.search(target)
    if machine and machine[0] not in source:
        yield f"the translation holds {machine[0]}, which is not text", machine.span()


def _is_copy(source: str, target: str) -> bool:
    """Say whether a source that needed translating was given back."""
    return source.split() == target.split() and _CYRILLIC.search(source) is not None


def _is_cyrillic(text: str) -> bool:
    return len(_CYRILLIC.findall(text)) > _MOSTLY * len(_LATIN.findall(text))


def _cyrillic_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of words with Cyrillic letters, neighbours as one."""
    start = end = -1
    for word in _WORD.finditer(text):
        if _CYRILLIC.search(word[0]):
            start, end = (word.start() if start < 0 else start), word.end()
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _left(target: str, span: tuple[int, int], sentence: int) -> Finding:
    text = target[slice(*span)]
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    mixed = _LATIN.search(text) is not None and " " not in text
    message = f"“{shown}” mixes Latin and Cyrillic letters" if mixed else f"“{shown}” is left in Cyrillic letters"
    return Finding(CHECK, sentence, message, "error", 0.99, target_span=span)
