"""An article as the digest shows it: what every format prints, worked out from its brief.

Text here is neutralised and typeset; escaping is left to the format.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal
from urllib.parse import urlsplit

from pipeline.records import Brief, Finding, KeyPoint, Language, Sentence, Severity
from pipeline.render.neutral import neutralise
from pipeline.render.typography import typeset, typeset_headline

_HEADLINE_WORDS = 14  # of the lead, where an article has no title
_GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks. `severity` is of the gravest, `notes` the numbers of those that end here."""

    text: str
    severity: Severity | None = None
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in English and in its source; `source` is empty where the article is English.

    `number` counts from 1 and is what people see; anchors use it too.
    """

    number: int
    english: tuple[Piece, ...]
    source: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A lead, paragraph, heading or list; a list has several rows of lines, everything else one."""

    kind: Literal["lead", "paragraph", "heading", "list"]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A key point, the numbers of the lines that support it, and of the notes about it."""

    text: str
    lines: tuple[int, ...]
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What a check saw, under the number that stands in the text."""

    number: int
    line: int
    severity: Severity
    check: str
    message: str
    confidence: float
    repaired: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An article without its text: what contents and mail show.

    `headline` is in English, `source_headline` in the article's language, empty if that is English. `to_check` counts
    the marks that someone should look at: errors and warnings.
    """

    id: str
    language: Language
    headline: str
    source_headline: str
    outlet: str
    cited_source: str
    date: str
    url: str
    english_points: tuple[Point, ...]
    source_points: tuple[Point, ...]
    to_check: int

    @property
    def translated(self) -> bool:
        """Whether the article stands in two languages."""
        return self.language != "en"


@dataclass(frozen=True, slots=True)
class ArticleText:
    """Everything that is shown of one article. `title` is empty if the article has none of its own."""

    entry: Entry
    title: tuple[Line, ...]
    own_points: tuple[str, ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]


def announce(brief: Brief) -> Entry:
    """Return what is shown of `brief` where its text is not."""
    article, language = brief.article, brief.article.language
    return Entry(
        id=article.id,
        language=language,
        headline=_headline(brief, "en"),
        source_headline="" if language == "en" else _headline(brief, language),
        outlet=neutralise(article.outlet or article.source),
        cited_source=neutralise(article.cited_source),
        date=neutralise(article.date),
        url=web_address(article.url),
        english_points=_points(brief, "en"),
        source_points=() if language == "en" else _points(brief, language),
        to_check=brief.to_check,
    )


def tell(brief: Brief) -> ArticleText:
    """Return everything that is shown of `brief`."""
    numbered = _numbered(brief)
    lines = [_line(brief, sentence, numbered) for sentence in brief.sentences]
    own = brief.article.key_points
    return ArticleText(
        entry=announce(brief),
        title=tuple(line for line, said in zip(lines, brief.sentences, strict=True) if said.role == "title"),
        own_points=tuple(typeset(neutralise(point), brief.article.language) for point in own),
        parts=tuple(_parts(brief.sentences, lines)),
        notes=tuple(_note(number, finding) for number, finding in numbered),
    )


def _numbered(brief: Brief) -> list[tuple[int, Finding]]:
    """Number the findings as they stand in the text, those about key points last."""
    in_order = sorted(brief.findings, key=lambda one: (one.key_point is not None, one.key_point or 0, one.sentence))
    return list(enumerate(in_order, start=1))


def _headline(brief: Brief, language: Language) -> str:
    """Return the title in `language`, or the first words of the text where there is none."""

    def say(sentence: Sentence) -> str:
        return brief.english(sentence.index) if language == "en" else sentence.text

    title = " ".join(say(s) for s in brief.sentences if s.role == "title")
    if title.strip():
        return typeset_headline(neutralise(title), language)
    text = [s for s in brief.sentences if s.role != "heading"]
    words = neutralise(say(text[0])).split() if text else []
    if not words:
        return typeset_headline(neutralise(brief.article.source), language)
    if len(words) <= _HEADLINE_WORDS:
        return typeset_headline(" ".join(words).rstrip(".,;:"), language)
    return typeset_headline(" ".join(words[:_HEADLINE_WORDS]).rstrip(".,;:—–- ") + "…", language)


def _line(brief: Brief, sentence: Sentence, numbered: Sequence[tuple[int, Finding]]) -> Line:
    findings = [
        (number, finding)
        for number, finding in numbered
        if finding.sentence == sentence.index and finding.key_point is None
    ]
    show = typeset_headline if sentence.role in ("title", "heading") else typeset
    own = show(neutralise(sentence.text), brief.article.language)
    source_spans = [(number, _colour(finding), finding.source_span) for number, finding in findings]
    if not brief.translations:
        return Line(sentence.index + 1, _pieces(own, source_spans), ())
    target = show(neutralise(brief.english(sentence.index)), "en")
    target_spans = [(number, _colour(finding), finding.target_span) for number, finding in findings]
    return Line(sentence.index + 1, _pieces(target, target_spans), _pieces(own, source_spans))


def _pieces(text: str, spans: Sequence[tuple[int, Severity, tuple[int, int] | None]]) -> tuple[Piece, ...]:
    """Cut `text` where marks begin and end; a finding without a place in it has its number at the end."""
    whole = len(text)
    if not text:
        return (Piece("", None, tuple(number for number, _, _ in spans)),)
    marks = []
    for number, severity, span in spans:
        start, end = (max(0, min(place, whole)) for place in span or (whole, whole))
        marks.append((number, severity, start, end) if start < end else (number, severity, whole, whole))
    cuts = sorted({0, whole, *(place for _, _, start, end in marks for place in (start, end))})
    pieces = []
    for start, end in pairwise(cuts):
        covering = {severity for _, severity, first, last in marks if first <= start and end <= last}
        gravest = next((severity for severity in _GRAVEST_FIRST if severity in covering), None)
        pieces.append(Piece(text[start:end], gravest, tuple(n for n, _, _, last in marks if last == end)))
    return tuple(pieces)


def _parts(sentences: Sequence[Sentence], lines: Sequence[Line]) -> list[Part]:
    """Restore lead, paragraphs, headings and lists; items that follow one another are one list."""
    blocks = []
    for _, group in groupby(zip(sentences, lines, strict=True), key=lambda pair: pair[0].block):
        pairs = list(group)
        blocks.append((pairs[0][0].role, tuple(line for _, line in pairs)))
    parts: list[Part] = []
    for role, run in groupby(blocks, key=lambda block: block[0]):
        rows = tuple(row for _, row in run)
        if role == "item":
            parts.append(Part("list", rows))
        elif role != "title":
            parts.extend(Part(role, (row,)) for row in rows)
    return parts


def _colour(finding: Finding) -> Severity:
    """Return how a finding is marked: what is right by now is not marked as wrong."""
    return "note" if finding.action == "repaired" else finding.severity


def _points(brief: Brief, language: Language) -> tuple[Point, ...]:
    notes = [(number, finding.key_point) for number, finding in _numbered(brief) if finding.key_point is not None]
    return tuple(
        _point(point, tuple(number for number, about in notes if about == index))
        for index, point in enumerate(brief.key_points)
        if point.language == language
    )


def _point(point: KeyPoint, notes: tuple[int, ...]) -> Point:
    return Point(typeset(neutralise(point.text), point.language), tuple(n + 1 for n in point.sentences), notes)


def _note(number: int, finding: Finding) -> Note:
    return Note(
        number=number,
        line=finding.sentence + 1,
        severity=_colour(finding),
        check=neutralise(finding.check),
        message=neutralise(finding.message),
        confidence=finding.confidence,
        repaired=finding.action == "repaired",
    )


def web_address(url: str) -> str:
    """Return `url` if a page may link to it: of the web, and nothing else (no script, no file)."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return neutralise(url.strip()) if parts.scheme in ("http", "https") and parts.netloc else ""
