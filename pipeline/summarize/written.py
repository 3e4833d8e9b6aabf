"""From what a model wrote to key points: what breaks a rule, repeats another point or has no support is left out."""

from collections.abc import Iterable

from pipeline.records import KeyPoint, Sentence
from pipeline.summarize.compress import compress
from pipeline.summarize.document import Document
from pipeline.summarize.extractive import choose
from pipeline.summarize.quotations import find_quoted, is_speakerless, outside_quotations
from pipeline.summarize.rules import is_first_person, is_unusable, opens_unresolved, repeats_any
from pipeline.summarize.support import SupportFinder


def key_points_of(document: Document, written: Iterable[str], points: int) -> tuple[KeyPoint, ...]:
    """Return `points` key points in the article's order: the good ones of `written`, then sentences of the article.

    Fewer only where the article has too few sentences that can be a key point.
    """
    kept: list[KeyPoint] = []
    finder = SupportFinder(document)
    for text in written:
        if len(kept) == points:
            break
        if is_unusable(text, document.language) or not _stands_alone(text, document):
            continue
        text = compress(text, document.language)
        support = finder.find(text)
        if support and not repeats_any(text, (point.text for point in kept), document.language):
            kept.append(KeyPoint(text, document.language, support))
    kept += choose(document, points - len(kept), kept)
    return tuple(sorted(kept, key=lambda point: point.sentences))


def _stands_alone(text: str, document: Document) -> bool:
    alone = Sentence(0, text, 0, len(text), 0, "paragraph")
    quoted = find_quoted([alone])[0]
    return not (
        is_speakerless(text, quoted, document.language)
        or is_first_person(outside_quotations(text, quoted), document.language)
        or opens_unresolved(text, document.language)
    )
