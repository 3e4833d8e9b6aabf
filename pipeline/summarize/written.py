"""From what a model wrote to key points: what breaks a rule, repeats another point or has no support is left out."""

from collections.abc import Iterable, Set

from pipeline.check.key_points import check_key_point
from pipeline.check.loops import check_loops
from pipeline.names.glossary import Glossary
from pipeline.records import Finding, KeyPoint, Language, Sentence, Severity, TextLanguage
from pipeline.summarize import extractive
from pipeline.summarize.compress import compress
from pipeline.summarize.document import Document
from pipeline.summarize.quotations import find_quoted, is_speakerless, outside_quotations
from pipeline.summarize.rules import is_first_person, is_unusable, opens_unresolved, repeats_any
from pipeline.summarize.support import SupportFinder

VERSION = f"2, chooser {extractive.VERSION}"
"""Changes when the same output of a model could become other key points."""

_ERRORS: frozenset[Severity] = frozenset(("error",))
_DOUBTS: frozenset[Severity] = _ERRORS | {"warning"}
_NO_GLOSSARY = Glossary(())  # it is asked across languages only, and these points are in their article's


def key_points_of(document: Document, written: Iterable[str], points: int) -> tuple[KeyPoint, ...]:
    """Return `points` key points in the article's order: the good ones of `written`, then sentences of the article.

    Fewer only where the article has too few sentences that can be a key point.
    """
    kept: list[KeyPoint] = []
    finder = SupportFinder(document)
    for text in written:
        if len(kept) == points:
            break
        point = _key_point(text, document, finder, _ERRORS)
        if point and not repeats_any(point.text, (other.text for other in kept), document.language):
            kept.append(point)
    kept += extractive.choose(document, points - len(kept), kept)
    return tuple(sorted(kept, key=lambda point: point.sentences))


def rewritten(document: Document, point: KeyPoint, text: str) -> KeyPoint | None:
    """Return what a model made of the sentences of `point`; None if these alone do not support it.

    The sentences can stand in, so a doubt is enough: a number in words that they lack, a claim told as a fact.
    """
    own = Document(document.language, "", tuple(one for one in document.sentences if one.index in point.sentences))
    return _key_point(text, own, SupportFinder(own), _DOUBTS)


def _key_point(text: str, document: Document, finder: SupportFinder, refused: Set[Severity]) -> KeyPoint | None:
    """Return a text as a key point of `document`, which `finder` reads; None if it breaks a rule or has no support.

    Nor if the checks on key points and loops have a finding of the `refused` severities.
    """
    language = document.language
    if is_unusable(text, language) or not _stands_alone(text, language):
        return None
    text = compress(text, language)
    point = KeyPoint(text, language, finder.find(text))
    found = _findings(point, document) if point.sentences else []
    return point if point.sentences and not any(one.severity in refused for one in found) else None


def _stands_alone(text: str, language: Language) -> bool:
    alone = Sentence(0, text, 0, len(text), 0, "paragraph")
    quoted = find_quoted([alone])[0]
    return not (
        is_speakerless(text, quoted, language)
        or is_first_person(outside_quotations(text, quoted), language)
        or opens_unresolved(text, language)
    )


def _findings(point: KeyPoint, document: Document) -> list[Finding]:
    language: TextLanguage = "uk" if point.language == "uk" else "en"
    support = [sentence.text for sentence in document.sentences if sentence.index in point.sentences]
    return [*check_key_point(point, support, language, _NO_GLOSSARY), *check_loops(" ".join(support), point.text)]
