"""Articles in RSS and Atom files, through feedparser: an entry each.

The text of an entry is its full content if the feed carries it, else its summary.
"""

import calendar
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from pipeline.config import InputConfig
from pipeline.errors import ArticleError
from pipeline.ingest.decoding import decode
from pipeline.ingest.files import InputFile
from pipeline.ingest.loading import load_bytes
from pipeline.ingest.markup import plain_text
from pipeline.records import RawDocument, Skipped

_DECLARED = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def read_feed(file: InputFile, config: InputConfig) -> Iterator[RawDocument | Skipped]:
    """Yield the articles of a feed; an entry without text costs that entry.

    Raises: ArticleError if the file cannot be read or is not a feed.
    """
    import feedparser

    # Decoded by us, whatever the declaration says: feeds say UTF-8 and are windows-1251, and the other way round.
    text = _DECLARED.sub("", decode(load_bytes(file, config)))
    feed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not feed.version:
        raise ArticleError("The file is not an RSS or Atom feed.", "Give the feed itself, or its articles as .html.")
    if not feed.entries:
        raise ArticleError("The feed has no entries, or its XML is broken.", "Fetch it again.")
    outlet = plain_text(feed.feed.get("title", ""))
    for number, entry in enumerate(feed.entries, start=1):
        yield _entry_document(f"{file.label}#{number}", entry, outlet)


def _entry_document(source: str, entry: Any, outlet: str) -> RawDocument | Skipped:
    summary = plain_text(entry.get("summary", ""))
    content = plain_text("\n".join(part.get("value", "") for part in entry.get("content", ())))
    text = content or summary
    if not text:
        return Skipped(source, "The entry has no text.", "Nothing to do; the feed gives only its headline.")
    return RawDocument(
        source,
        text,
        title=plain_text(entry.get("title", "")),
        lead="" if summary in text else summary,
        outlet=outlet,
        date=_moment(entry),
        url=entry.get("link", ""),
    )


def _moment(entry: Any) -> str:
    """Return when an entry was published, in UTC; empty if it does not say, or in a year that the calendar lacks."""
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else ""
    except (ValueError, OverflowError):
        return ""
