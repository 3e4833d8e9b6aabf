"""What a summarizer is shown of an article."""

from dataclasses import dataclass

from pipeline.records import Language, Sentence


@dataclass(frozen=True, slots=True)
class Document:
    """The part of an article that the summarizer may see.

    `sentences` lack whatever the points will be scored against (the article's own key points are in no body; the lead
    or the title is left out where it is the reference). Their indices are the article's: what `KeyPoint.sentences`
    refers to. Headings are among them, so that paragraphs keep their places, but never become a key point.
    `title` is empty where it is the reference or the article has none.
    """

    language: Language
    title: str
    sentences: tuple[Sentence, ...]
