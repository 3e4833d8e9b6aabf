"""The nouns of the night: frozen records that every stage reads and none changes.

Only data lives here. Whatever is derived from a record by more than a line belongs to the stage that needs it.
`pydantic.TypeAdapter` reads and writes these records as JSON (`pipeline.render.records_json`).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Language = Literal["uk", "en", "ru", "und"]
"""ISO 639-1 code; `und` is undecided."""

TextLanguage = Literal["uk", "en"]
"""A language that Tezy writes and compares."""

BlockKind = Literal["paragraph", "heading", "item"]
SentenceRole = Literal["title", "lead", "paragraph", "heading", "item"]
Severity = Literal["error", "warning", "note"]

BLOCK_SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One article as it was found, before cleaning.

    `source` is what people are shown and stays the same wherever the folder lies: `000.txt`, `wire.jsonl#3`.
    `text` is plain text with its furniture. The other fields are what the format itself states (a column, a feed
    element, a page's metadata); they win over what cleaning would guess from the text.
    """

    source: str
    text: str
    title: str = ""
    lead: str = ""
    key_points: tuple[str, ...] = ()
    outlet: str = ""
    date: str = ""
    url: str = ""
    language: str = ""

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits, a hash of source and text: the same article has the same id every night."""
        stated = (self.source, self.text, self.title, self.lead, *self.key_points)
        return hashlib.sha256("\0".join(stated).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not processed: where it was, why, and what to do about it."""

    source: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list item of an article's body."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of text that cleaning took out, and the rule that did it."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as understood.

    `key_points` are those the site itself printed; no summarizer ever sees them. `date` is ISO 8601 (a day, or a
    moment with its offset) or empty. `cited_source` is the medium the article retells, `outlet` the one that
    published it.
    """

    id: str
    source: str
    language: Language
    language_confidence: float
    title: str
    lead: str
    body: tuple[Block, ...]
    key_points: tuple[str, ...] = ()
    outlet: str = ""
    cited_source: str = ""
    date: str = ""
    url: str = ""
    removed: tuple[Removed, ...] = ()

    def parts(self) -> Iterator[tuple[SentenceRole, str]]:
        """Yield title, lead and body blocks in reading order, the empty ones left out."""
        if self.title:
            yield "title", self.title
        if self.lead:
            yield "lead", self.lead
        for block in self.body:
            yield block.kind, block.text

    @property
    def text(self) -> str:
        """The cleaned article: title, lead and body blocks, an empty line between. Sentence offsets refer to this."""
        return BLOCK_SEPARATOR.join(text for _, text in self.parts())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: `article.text[start:end] == text`.

    `index` counts from 0 through the article and is the sentence's id; `block` is the index of the part it stands in
    (see `Article.parts`).
    """

    index: int
    text: str
    start: int
    end: int
    block: int
    role: SentenceRole


TranslationOrigin = Literal["model", "passed"]


@dataclass(frozen=True, slots=True)
class Translation:
    """The target of one source sentence, `sentence` being that sentence's index.

    `passed` means there was nothing to translate: a number, a name in Latin letters.
    """

    sentence: int
    text: str
    origin: TranslationOrigin


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A key point and the indices of the source sentences that support it; never without support."""

    text: str
    language: Language
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check saw. Spans are character offsets into the sentence and its translation; None if there is none.

    `key_point` is an index into the brief's key points if the finding is about one: then `target_span` lies in its
    text, and `sentence` is the first of those that support it. What was `repaired` is right now and was wrong before.
    """

    check: str
    sentence: int
    message: str
    severity: Severity
    confidence: float
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
    action: Literal["marked", "repaired"] = "marked"
    key_point: int | None = None

    @property
    def to_check(self) -> bool:
        """Whether someone should look at it: marked, and more than a note."""
        return self.action == "marked" and self.severity != "note"


ReferenceKind = Literal["key points", "lead", "title"]


@dataclass(frozen=True, slots=True)
class Score:
    """One value of one metric, with everything needed to compute it again in `signature`.

    Of one article (`n` is 1) or a mean over `n`, then `low` and `high` are its 95% confidence interval; None below two
    articles, where there is none.
    """

    metric: str
    value: float
    n: int
    signature: str
    system: str = ""
    low: float | None = None
    high: float | None = None
    language: Language = "und"
    reference: ReferenceKind | None = None


@dataclass(frozen=True, slots=True)
class NameSpelling:
    """A name that no glossary has, and how the translation of a sentence spells it.

    `name` is it as the source writes it, in small letters and its own case. Spans as in `Finding`.
    """

    sentence: int
    name: str
    english: str
    source_span: tuple[int, int]
    target_span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything the desk gets of one article. For an English article there are no translations and no spellings."""

    article: Article
    sentences: tuple[Sentence, ...]
    translations: tuple[Translation, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    findings: tuple[Finding, ...] = ()
    reference: ReferenceKind | None = None
    scores: tuple[Score, ...] = ()
    spellings: tuple[NameSpelling, ...] = ()

    def english(self, sentence: int) -> str:
        """Return sentence number `sentence` in English: its translation, or itself if the article is English."""
        return self.translations[sentence].text if self.translations else self.sentences[sentence].text

    @property
    def english_title(self) -> str:
        """The headline in English; empty if the article has none."""
        return " ".join(self.english(s.index) for s in self.sentences if s.role == "title")

    @property
    def to_check(self) -> int:
        """How many findings someone should look at."""
        return sum(finding.to_check for finding in self.findings)

    def points(self, language: Language) -> tuple[KeyPoint, ...]:
        """Return the key points written in `language`, in order."""
        return tuple(point for point in self.key_points if point.language == language)


DifferenceKind = Literal["number", "date", "name"]
Order = Literal["later", "earlier", ""]
ReasonKind = Literal["sources", "recency", "prominence", "topics"]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an article: the article's id, and the sentence's index in it."""

    article: str
    sentence: int


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article of a story. `folded` are the ids of reprints and earlier versions of it, which are not shown."""

    id: str
    outlet: str
    language: Language
    date: str
    cited_source: str = ""
    url: str = ""
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryPoint:
    """A key point of a story in both languages, and for each source that says it the sentence where it does.

    `ukrainian` is empty if no Ukrainian source says it. `to_check` counts the marks that checks left on the English.
    """

    english: str
    ukrainian: str
    sources: tuple[Place, ...]
    to_check: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says where sources differ: the figure, day or name as it has it; empty if it gives none."""

    text: str
    source: Place


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the sources of a story disagree. `about` are English words that say on what."""

    kind: DifferenceKind
    about: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that a story says happened on a day (ISO 8601), and where it says so."""

    day: str
    english: str
    ukrainian: str
    source: Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a story's brief in English, and where it stands. `to_check` counts the marks that checks left.

    `ukrainian` is the sentence itself if its source is Ukrainian, else empty.
    """

    english: str
    ukrainian: str
    source: Place
    to_check: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a story's importance: what was counted, and `value` times `weight` is what it adds.

    `detail` names what was counted: outlets, a day, names, topics.
    """

    kind: ReasonKind
    value: float
    weight: float
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Another story of this night that tells of the same matter: a later or an earlier development, where days tell."""

    id: str
    english: str
    ukrainian: str
    order: Order = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One event as all its sources tell it, for one item of the digest.

    `id` stays the same as long as the story goes on; `day` is 1 on its first night, `since` that night (ISO 8601), and
    `before` the English headline under which it was last told. `section` is empty if none of the configuration's fits.
    `articles` are those shown, the most telling first. `importance` is the sum over `reasons`.
    """

    id: str
    english_headline: str
    ukrainian_headline: str
    section: str
    day: int
    since: str
    before: str
    importance: float
    reasons: tuple[Reason, ...]
    articles: tuple[StoryArticle, ...]
    points: tuple[StoryPoint, ...] = ()
    differences: tuple[Difference, ...] = ()
    timeline: tuple[Moment, ...] = ()
    brief: tuple[Passage, ...] = ()
    related: tuple[StoryLink, ...] = ()


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What run.json says: how the digest came about, whole enough to do it again.

    `models` maps a job (translate, summarize.uk ...) to its model's identity; `glossary` holds the hash of all that was
    read of it, how many entries, and which of the house's a newsroom's own replaced. `counts` is what the digest holds;
    `work` and `timings_s` are what the last start of the run had to do for it, which memory and resuming make less.
    """

    run: str
    started: str
    finished: str
    version: str
    configuration: dict[str, object]
    models: dict[str, dict[str, object]]
    glossary: dict[str, object]
    versions: dict[str, str]
    counts: dict[str, int]
    work: dict[str, int]
    timings_s: dict[str, float]
    skipped: tuple[Skipped, ...] = ()
