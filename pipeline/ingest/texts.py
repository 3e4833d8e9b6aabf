"""Articles in text files: as scraped, furniture and all; Markdown without its marks."""

import re
from collections.abc import Iterator

from pipeline.config import InputConfig
from pipeline.ingest.decoding import decode
from pipeline.ingest.files import InputFile
from pipeline.ingest.loading import load_bytes
from pipeline.records import RawDocument, Skipped

_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{1,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*\*|__|\*|_)(?=\S)([^*_\n]{1,1000})(?<=\S)\1(?![\w*_])")
_QUOTE = re.compile(r"^>[ \t]?", re.MULTILINE)
_STAR_ITEM = re.compile(r"^([ \t]*)[*+-][ \t]+", re.MULTILINE)


def read_text(file: InputFile, config: InputConfig) -> Iterator[RawDocument | Skipped]:
    """Yield the article of a text file.

    Raises: ArticleError if it cannot be read.
    """
    yield RawDocument(file.label, decode(load_bytes(file, config)))


def read_markdown(file: InputFile, config: InputConfig) -> Iterator[RawDocument | Skipped]:
    """Yield the article of a Markdown file.

    Raises: ArticleError if it cannot be read.
    """
    yield RawDocument(file.label, _without_marks(decode(load_bytes(file, config))))


def _without_marks(markdown: str) -> str:
    text = _HEADING.sub("", markdown)
    text = _STAR_ITEM.sub(r"\1• ", text)
    text = _QUOTE.sub("", text)
    text = _LINK.sub(r"\1", text)
    return _EMPHASIS.sub(r"\2", text)
