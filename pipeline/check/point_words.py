"""Names and quotations of a key point that its sentences do not have, in one language or across.

A name here is a word written large within a sentence. `Україна` and `український` count as one. Abbreviations are not
looked for across languages: ДСНС is SES.
"""

import re
from collections.abc import Iterable, Sequence

from pipeline.check.alignment.links import Word, find_words, link_words
from pipeline.check.names import check_names
from pipeline.check.quantities.calendar_words import months, weekdays
from pipeline.check.quotation_marks import find_quotations, outer_quotations
from pipeline.names.glossary import Glossary
from pipeline.records import TextLanguage

_BEGINS = re.compile(r"(?:^|[.!?…:—–]\s|\n)[\s«„“\"'‘(\[—–-]*")
_ENDING: dict[TextLanguage, re.Pattern[str]] = {
    "uk": re.compile(r"[аеєиіїоуюяьй]*(?:[вгмх]?[аеєиіїоуюяьй]*|[йь]?ськ\w{1,3}|ц[іяюею]\w?|ець|ев\w{0,2}|ов\w{0,2})$"),
    "en": re.compile(r"(?:'?s|e|y|a|n|an|ns|ans|ian|ians|ese|ish|i|is|es)?$"),
}
_LEAST_NAME = 3
_LONGEST_ENDING = 8
_SAME_ROOT = 5  # letters: Україна, український; Germany, German
_MOST_NAME_WORDS = 5
_QUOTED_SHARE = {True: 0.75, False: 0.5}
"""Share of the quoted words that its sentences must quote, in one language and across, where not all are known."""


def missing_names(
    point: str, support: Sequence[str], language: TextLanguage, support_language: TextLanguage, glossary: Glossary
) -> list[tuple[str, tuple[int, int]]]:
    """Return the names of a point that are not in its sentences, each with its place in the point."""
    text = "\n".join(support)
    if language == support_language:
        names = _names(point, language)
        said = _by_beginning({word.folded for word in find_words(text, language)}) if names else {}
        places = [(name.start, name.end) for name in names if not _is_said(name.folded, said, language)]
    elif language == "en":
        found = check_names(text, point, glossary)
        places = [one.target_span for one in found if one.target_span and one.source_span is None]
    else:
        places = []  # no Ukrainian key points are written for English articles
    return [(point[start:end], (start, end)) for start, end in places]


def missing_quotation(
    point: str, support: Sequence[str], language: TextLanguage, support_language: TextLanguage
) -> tuple[int, int] | None:
    """Return the place of a quotation in the point that its sentences do not quote, None if there is none."""
    quoted = " ".join(text[slice(*one.inner)] for text in support for one in find_quotations(text))
    whole = " ".join(support)
    same = language == support_language
    for quotation in outer_quotations(point):
        inner = point[slice(*quotation.inner)]
        words = [word for word in find_words(inner, language) if word.is_content]
        may_be_name = len(words) <= _MOST_NAME_WORDS and inner[:1].isupper()  # English writes «Дружба» without marks
        known = whole if may_be_name and not same else quoted
        if not quotation.is_whole or (words and _share(inner, words, known, language, same) < _QUOTED_SHARE[same]):
            return quotation.start, quotation.end
    return None


def _names(text: str, language: TextLanguage) -> list[Word]:
    begins = {match.end() for match in _BEGINS.finditer(text)}
    words = find_words(text, language)
    return [
        word
        for word in words
        if word.is_capitalised and word.is_content and len(word.folded) >= _LEAST_NAME and word.start not in begins
        if word.folded not in months(language) and word.folded not in weekdays(language)
    ]


def _by_beginning(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(word[:_LEAST_NAME], []).append(word)
    return found


def _is_said(name: str, said: dict[str, list[str]], language: TextLanguage) -> bool:
    return any(_is_same(name, word, language) for word in said.get(name[:_LEAST_NAME], ()))


def _is_same(one: str, other: str, language: TextLanguage) -> bool:
    """Say whether two names in lower case are forms of one: they begin alike, and what follows are endings."""
    alike = next((i for i, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), None)
    if alike is None:
        alike = min(len(one), len(other))
    if max(len(one), len(other)) - alike > _LONGEST_ENDING:
        return False
    ending = _ENDING[language]
    if alike >= _SAME_ROOT:
        return True
    cuts = range(alike, max(_LEAST_NAME, alike - 2) - 1, -1)  # the shared part may reach into the ending
    return any(ending.match(one, cut) is not None and ending.match(other, cut) is not None for cut in cuts)


def _share(inner: str, words: Sequence[Word], quoted: str, language: TextLanguage, same: bool) -> float:
    """Return the share of the quoted words that the sentences quote as well."""
    if same:
        known = {word.folded[:_SAME_ROOT] for word in find_words(quoted, language)}
        return sum(word.folded[:_SAME_ROOT] in known for word in words) / len(words)
    if language == "en":
        links = link_words(quoted, inner)
        linked = len({partner for partners in links.partners for partner in partners or ()})
    else:
        linked = sum(map(bool, link_words(inner, quoted).partners))
    return linked / len(words)
