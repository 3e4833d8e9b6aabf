"""The checks on key points: what a point says must be in the sentences it points to.

Numbers, names and quotations of the point must be theirs, in its language or across; a claim stays a claim; a point is
a whole sentence, and no two of an article say one thing. Whether a point concludes what its sentences conclude is not
checked.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.check.point_words import missing_names, missing_quotation
from pipeline.check.quantities.find import find_quantities
from pipeline.check.quantities.matching import match_quantities
from pipeline.names.glossary import Glossary
from pipeline.records import Finding, KeyPoint, Sentence, Severity, TextLanguage
from pipeline.text.attribution import claim_in, is_attributed
from pipeline.text.words import content_words, words

CHECK = "key points"

_FEWEST_WORDS = 4
_MOST_NUMBERS = 300  # of a text; comparing takes time with the square of it
_SAME = 0.6
"""Share of the shorter point's content words in the other from which two points say one thing: as in `summarize`."""

_ENDS = (".", "!", "?")
_CLOSERS = "\"'»”“’) "


def check_key_points(
    points: Sequence[KeyPoint], sentences: Sequence[Sentence], language: TextLanguage, glossary: Glossary
) -> list[tuple[int, Finding]]:
    """Check the key points of an article against its sentences, which are in `language`; never raises.

    Returns each finding with the index of its point; the finding's sentence is the point's first, its target span lies
    in the point. An empty list if there is nothing to report.
    """
    texts = {sentence.index: sentence.text for sentence in sentences}
    found = []
    for index, point in enumerate(points):
        support = [texts[sentence] for sentence in point.sentences if sentence in texts]
        found += [(index, finding) for finding in check_key_point(point, support, language, glossary)]
    for (_, one), (index, other) in combinations(enumerate(points), 2):
        if one.language == other.language and _says_the_same(one, other):
            found.append((index, _finding(other, f"says the same as another key point: {one.text}", "warning", 0.8)))
    return sorted(found, key=lambda item: item[0])


def check_key_point(
    point: KeyPoint, support: Sequence[str], support_language: TextLanguage, glossary: Glossary
) -> list[Finding]:
    """Check one key point against the texts of the sentences that support it; never raises."""
    if not support:
        return [_finding(point, "rests on no sentence of the article", "error", 1.0)]
    language: TextLanguage = "en" if point.language == "en" else "uk"
    findings = [*_form(point), *_numbers(point, support, language, support_language)]
    names = missing_names(point.text, support, language, support_language, glossary)
    findings += [_finding(point, f"names {name}, its sentences do not", "error", 0.8, span) for name, span in names]
    if quoted := missing_quotation(point.text, support, language, support_language):
        findings.append(_finding(point, "quotes what its sentences do not quote", "error", 0.85, quoted))
    return [*findings, *_attribution(point, support, language, support_language)]


def _form(point: KeyPoint) -> Iterator[Finding]:
    """Report a point that is no whole sentence."""
    text = point.text.strip()
    if not text.rstrip(_CLOSERS).endswith(_ENDS) or text.rstrip(_CLOSERS).endswith("..."):
        heading = len(words(text)) < _FEWEST_WORDS or text.endswith(":")
        message = "is a heading, not a sentence" if heading else "ends in the middle of a sentence"
        yield _finding(point, message, "error", 0.8)
    elif len(words(text)) < _FEWEST_WORDS:
        yield _finding(point, "is too short to say anything", "warning", 0.7)


def _numbers(
    point: KeyPoint, support: Sequence[str], language: TextLanguage, support_language: TextLanguage
) -> Iterator[Finding]:
    """Report numbers of the point that its sentences do not have, or have of something else."""
    known = [quantity for text in support for quantity in find_quantities(text, support_language)]
    matching = match_quantities(known[:_MOST_NUMBERS], find_quantities(point.text, language)[:_MOST_NUMBERS])
    for quantity in matching.added:
        if quantity.certainty != "weak":
            message, place = f"says {quantity.text}, its sentences do not", (quantity.start, quantity.end)
            counted = quantity.certainty == "words"  # "in three countries" may be counted rather than told
            yield _finding(point, message, "warning" if counted else "error", 0.6 if counted else 0.95, place)
    for one, other in matching.pairs:
        if one.unit and other.unit and one.unit != other.unit:
            message = f"says {other.text}, its sentences say {one.text}"
            yield _finding(point, message, "error", 0.9, (other.start, other.end))


def _attribution(
    point: KeyPoint, support: Sequence[str], language: TextLanguage, support_language: TextLanguage
) -> list[Finding]:
    """Report a point that tells as a fact what each of its sentences tells as somebody's claim."""
    claims = [claim_in(text, support_language) for text in support]
    if not all(claims) or is_attributed(point.text, language):
        return []
    return [_finding(point, f"tells as a fact what is a claim in the article ({claims[0]})", "warning", 0.6)]


def _says_the_same(one: KeyPoint, other: KeyPoint) -> bool:
    mine, theirs = (set(content_words(point.text, point.language)) for point in (one, other))
    shorter = min(len(mine), len(theirs))
    return shorter > 0 and len(mine & theirs) / shorter >= _SAME


def _finding(
    point: KeyPoint, message: str, severity: Severity, confidence: float, span: tuple[int, int] | None = None
) -> Finding:
    sentence = point.sentences[0] if point.sentences else 0
    return Finding(CHECK, sentence, f"the key point {message}", severity, confidence, target_span=span)
