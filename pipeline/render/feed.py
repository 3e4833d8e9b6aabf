"""feed.xml: the stories as an Atom feed, one entry a story. Source: RFC 4287.

Ids stay the same as long as a story goes on, so that a reader shows it as updated and not as new.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from pipeline.records import RunInfo
from pipeline.render.dates import long_date
from pipeline.render.departments import departments
from pipeline.render.item import Item
from pipeline.render.night_text import NightText


def write_feed(file: TextIO, night: NightText, run: RunInfo) -> None:
    """Write the feed to `file`. Links are relative: the feed lies beside the page."""
    file.writelines(_feed(night, run))


def _feed(night: NightText, run: RunInfo) -> Iterator[str]:
    updated = _moment(run.started)
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
    yield "<id>urn:tezy:digest</id>\n"
    yield f"<title>Tezy, {escape(long_date(run.started, 'en'))}</title>\n<updated>{updated}</updated>\n"
    yield "<author><name>Tezy</name></author>\n"
    yield f'<generator version={quoteattr(run.version)}>Tezy</generator>\n<link rel="alternate" href="digest.html"/>\n'
    for department, items in departments(night, run):
        for item in items:
            yield from _entry(item, department.english, updated)
    yield "</feed>\n"


def _entry(item: Item, department: str, updated: str) -> Iterator[str]:
    yield f"<entry>\n<id>urn:tezy:story:{item.id.removeprefix('s-')}</id>\n"
    yield f"<title>{escape(item.headline.english)}</title>\n<updated>{updated}</updated>\n"
    yield f"<category term={quoteattr(department)}/>\n"
    yield f'<link rel="alternate" href="digest.html#{item.id}"/>\n'
    yield from (f'<link rel="via" href={quoteattr(article.url)}/>\n' for article in item.articles if article.url)
    points = " ".join(point.text.english for point in item.points)
    yield f"<summary>{escape(points or item.headline.english)}</summary>\n"
    yield f'<content type="html">{escape("".join(_content(item)))}</content>\n</entry>\n'


def _content(item: Item) -> Iterator[str]:
    """Yield the story as HTML, which the feed escapes once more."""
    if item.headline.ukrainian:
        yield f'<p lang="uk">{escape(item.headline.ukrainian)}</p>'
    yield f"<p><b>{escape(', '.join(item.outlets))}</b></p>"
    if item.points:
        yield "<ol>"
        for point in item.points:
            ukrainian = f'<br><span lang="uk">{escape(point.text.ukrainian)}</span>' if point.text.ukrainian else ""
            yield f"<li>{escape(point.text.english)}{ukrainian}</li>"
        yield "</ol>"
    for paragraph in item.paragraphs:
        said = " ".join(sentence.text.english for sentence in paragraph.sentences)
        yield f"<p>{escape(said)} ({escape(paragraph.outlet)})</p>"


def _moment(iso: str) -> str:
    """Return a moment as RFC 3339 wants it: with its offset."""
    moment = datetime.fromisoformat(iso)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat(timespec="seconds")
