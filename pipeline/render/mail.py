"""digest.eml: headlines and key points as a message that a mail program opens and a newsroom's mailer sends.

The message is multipart/alternative, text and HTML, without images or anything else to load. It has no recipient: that
is for whoever sends it. Both parts are encoded as they are rendered; nothing of them is held.
"""

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from email.utils import format_datetime
from typing import TextIO

from pipeline.records import Brief, RunInfo
from pipeline.render.dates import long_date
from pipeline.render.page import environment
from pipeline.render.story import Entry, Point, announce
from pipeline.render.tally import Tally, count

_BYTES_A_LINE = 57  # 76 characters of base64, the most that RFC 2045 allows


def write_mail(file: TextIO, briefs: Callable[[], Iterator[Brief]], run: RunInfo, tally: Tally) -> None:
    """Write the message to `file`, which ends its lines as they are given. `briefs` is read twice."""

    def entries() -> Iterator[Entry]:
        return map(announce, briefs())

    boundary = "tezy-" + hashlib.sha256(run.run.encode()).hexdigest()[:32]
    page = environment().get_template("mail.html.j2").generate(run=run, tally=tally, entries=entries)
    file.writelines(_header(run, tally, boundary))
    for kind, pieces in (("plain", _text(entries(), run, tally)), ("html", page)):
        file.write(f"--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\n")
        file.write("Content-Transfer-Encoding: base64\r\n\r\n")
        file.writelines(_encode(pieces))
    file.write(f"--{boundary}--\r\n")


def _header(run: RunInfo, tally: Tally, boundary: str) -> Iterator[str]:
    yield "From: Tezy <tezy@localhost>\r\n"
    yield f"Subject: Tezy, {long_date(run.started, 'en')}: {count(tally.articles, 'article')}\r\n"
    yield f"Date: {format_datetime(datetime.fromisoformat(run.started))}\r\n"
    yield f"Message-ID: <{hashlib.sha256(f'{run.run} {run.started}'.encode()).hexdigest()[:32]}@tezy.localhost>\r\n"
    yield "MIME-Version: 1.0\r\n"
    yield f'Content-Type: multipart/alternative;\r\n boundary="{boundary}"\r\n\r\n'


def _text(entries: Iterable[Entry], run: RunInfo, tally: Tally) -> Iterator[str]:
    yield f"TEZY\r\n{long_date(run.started, 'en', weekday=True)}\r\n{long_date(run.started, 'uk', weekday=True)}\r\n"
    yield f"{count(tally.articles, 'article')}, {count(tally.to_check, 'mark')} to check. "
    yield "The whole digest is in digest.html.\r\n"
    for entry in entries:
        cited = f", citing {entry.cited_source}" if entry.cited_source else ""
        day = f", {long_date(entry.date, 'en')}" if entry.date else ""
        marks = f" [{count(entry.to_check, 'mark')}]" if entry.to_check else ""
        yield f"\r\n\r\n{entry.headline}\r\n"
        if entry.source_headline:
            yield f"{entry.source_headline}\r\n"
        yield f"{entry.outlet}{cited}{day}{marks}\r\n"
        if entry.url:
            yield f"{entry.url}\r\n"
        yield from _points(entry.english_points)
        yield from _points(entry.source_points)
    yield "\r\n\r\nMade by machines, without a human editor: check with the source before printing.\r\n"
    yield f"Tezy {run.version}, run {run.run}.\r\n"


def _points(points: Iterable[Point]) -> Iterator[str]:
    yield "\r\n"
    for number, point in enumerate(points, start=1):
        yield f"{number}. {point.text}\r\n"


def _encode(pieces: Iterable[str]) -> Iterator[str]:
    """Yield lines of base64 of the pieces' UTF-8, all of full length but the last."""
    held = bytearray()
    for piece in pieces:
        held += piece.encode()
        whole = len(held) - len(held) % _BYTES_A_LINE
        for start in range(0, whole, _BYTES_A_LINE):
            yield base64.b64encode(held[start : start + _BYTES_A_LINE]).decode() + "\r\n"
        del held[:whole]
    yield base64.b64encode(held).decode() + "\r\n"
