"""Articles in web pages: trafilatura finds the text, its title, date, outlet and address.

A page that is made to break a parser (elements nested a thousand deep, a hundred thousand of them) is refused before
one sees it. Key points that the page lists are kept, with bullets, even where extraction takes them for furniture.
"""

import logging
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pipeline.config import InputConfig
from pipeline.errors import ArticleError
from pipeline.ingest.decoding import decode
from pipeline.ingest.files import InputFile
from pipeline.ingest.loading import load_bytes
from pipeline.ingest.markup import BULLET, plain_text, shape
from pipeline.records import RawDocument, Skipped

MAX_DEPTH = 250  # libxml2 stops at 256; pages of news sites nest 20 to 60 deep
MAX_ELEMENTS = 30_000  # extraction takes 5 s for 30,000 paragraphs
MAX_INLINE_RUN = 3_000  # its time grows with the square of these: 1 s for 5,000, 6 s for 10,000

_KEY_POINTS = re.compile(
    r"(?:головн[іе](?: тези)?|основн[іе](?: тези)?|ключов[іе](?: тези| моменти)?|тези|коротко|стисло|що відомо|"
    r"key (?:points|takeaways|facts)|highlights|in brief|at a glance|takeaways|the main points)\W{0,3}",
    re.IGNORECASE,
)
_MAX_CAPTION_PIECES = 4
_CAPTION_TAGS = ("h2", "h3", "h4", "h5", "h6", "p", "strong", "b", "div", "span")
# htmldate's own limit is today, which would make an old page's date depend on when it is read.
_DATE_OPTIONS = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


def read_html(file: InputFile, config: InputConfig) -> Iterator[RawDocument | Skipped]:
    """Yield the article of a page.

    Raises: ArticleError if the page cannot be read or is not one article's page.
    """
    yield page_document(file.label, decode(load_bytes(file, config)))


def page_document(source: str, page: str) -> RawDocument:
    """Return the article found in a page; its whole visible text if extraction finds none.

    Raises: ArticleError if the page nests too deep, or has too many elements.
    """
    _refuse_monsters(page)
    import trafilatura
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports on standard error what is handled here
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(page)
    found, lists = None, tuple[str, ...]()
    if tree is not None:
        lists = _listed_key_points(tree)
        found = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, date_extraction_params=_DATE_OPTIONS
        )
    if not isinstance(found, Document) or found.body is None or not (text := _body_text(found.body)):
        return RawDocument(source, plain_text(page))
    if len(lists) > 1 and lists[1] not in text:
        text = "\n\n".join((*lists, text))
    return RawDocument(
        source,
        text,
        title=(found.title or "").strip(),
        outlet=(found.sitename or "").strip(),
        date=found.date or "",
        url=found.url or "",
    )


def _refuse_monsters(page: str) -> None:
    found = shape(page)
    advice = "Save the article's text as .txt."
    if found.depth > MAX_DEPTH:
        raise ArticleError(f"The page nests {found.depth:,} elements; at most {MAX_DEPTH} were expected.", advice)
    if found.inline_run > MAX_INLINE_RUN:
        reason = f"One block of the page has {found.inline_run:,} elements; at most {MAX_INLINE_RUN:,} were expected."
        raise ArticleError(reason, advice)
    if found.elements > MAX_ELEMENTS:
        raise ArticleError(f"The page has {found.elements:,} elements; at most {MAX_ELEMENTS:,} were expected.", advice)


def _listed_key_points(tree: Any) -> tuple[str, ...]:
    """Return the caption and the items, with bullets, of the list of key points in a page; empty if it has none.

    A list of links is none, whatever its caption: sites call their front-page news Головне and Highlights too.
    """
    for caption in tree.iter(*_CAPTION_TAGS):
        text = "".join(islice(caption.itertext(), _MAX_CAPTION_PIECES)).strip()
        if not _KEY_POINTS.fullmatch(text):
            continue
        following = caption.getnext()
        if following is None and caption.getparent() is not None:
            following = caption.getparent().getnext()
        if following is not None and following.tag in ("ul", "ol") and following.find(".//a") is None:
            items = [_one_line(item) for item in following.iter("li")]
            return text, *(BULLET + item for item in items if item)
    return ()


def _body_text(body: Any) -> str:
    """Return the text of trafilatura's tree: a block a line, a blank line between, list items with bullets."""
    lines: list[str] = []
    for block in body:
        if block.tag == "list":
            lines.extend(BULLET + item for item in map(_one_line, block.iter("item")) if item)
        elif block.tag == "table":
            lines.extend(" | ".join(filter(None, map(_one_line, row))) for row in block.iter("row"))
        else:
            for line_break in block.iter("lb"):
                line_break.tail = "\n" + (line_break.tail or "")
            lines.extend(" ".join(line.split()) for line in "".join(block.itertext()).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _one_line(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
