"""digest.eml: the stories with their key points as a message that a mail program opens and a newsroom's mailer sends.

The message is multipart/alternative, text and HTML, without images or anything else to load. It has no recipient: that
is for whoever sends it. Both parts are encoded as they are rendered; nothing of them is held.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import format_datetime
from typing import TextIO

from pipeline.records import RunInfo
from pipeline.render.dates import long_date
from pipeline.render.departments import departments
from pipeline.render.item import Item, ItemDifference
from pipeline.render.look import Look
from pipeline.render.night_text import NightText
from pipeline.render.tally import Tally, count

_BYTES_A_LINE = 57  # 76 characters of base64, the most that RFC 2045 allows


def write_mail(file: TextIO, night: NightText, run: RunInfo, tally: Tally, look: Look | None = None) -> None:
    """Write the message to `file`, which ends its lines as they are given. The stories are read for either part.

    Raises: ConfigError if a newsroom's own template cannot be rendered.
    """

    def items() -> Iterator[Item]:
        for _, found in departments(night, run):
            yield from found

    boundary = "tezy-" + hashlib.sha256(run.run.encode()).hexdigest()[:32]
    page = (look or Look()).generate("mail.html.j2", run=run, tally=tally, items=items)
    file.writelines(_header(run, tally, boundary))
    for kind, pieces in (("plain", _text(items(), run, tally)), ("html", page)):
        file.write(f"--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\n")
        file.write("Content-Transfer-Encoding: base64\r\n\r\n")
        file.writelines(_encode(pieces))
    file.write(f"--{boundary}--\r\n")


def _header(run: RunInfo, tally: Tally, boundary: str) -> Iterator[str]:
    yield "From: Tezy <tezy@localhost>\r\n"
    yield f"Subject: Tezy, {long_date(run.started, 'en')}: {count(tally.stories, 'story', 'stories')}\r\n"
    yield f"Date: {format_datetime(datetime.fromisoformat(run.started))}\r\n"
    yield f"Message-ID: <{hashlib.sha256(f'{run.run} {run.started}'.encode()).hexdigest()[:32]}@tezy.localhost>\r\n"
    yield "MIME-Version: 1.0\r\n"
    yield f'Content-Type: multipart/alternative;\r\n boundary="{boundary}"\r\n\r\n'


def _text(items: Iterable[Item], run: RunInfo, tally: Tally) -> Iterator[str]:
    yield f"TEZY\r\n{long_date(run.started, 'en', weekday=True)}\r\n{long_date(run.started, 'uk', weekday=True)}\r\n"
    yield f"{count(tally.stories, 'story', 'stories')} from {count(tally.articles, 'article')}, "
    yield f"{count(tally.to_check, 'mark')} to check. The whole digest is in digest.html.\r\n"
    for item in items:
        yield f"\r\n\r\n{item.headline.english}\r\n"
        if item.headline.ukrainian:
            yield f"{item.headline.ukrainian}\r\n"
        yield f"{f'Day {item.day}. ' if item.day > 1 else ''}{', '.join(item.outlets)}\r\n"
        for article in item.articles:
            if article.url:
                yield f"{article.url}\r\n"
        yield "\r\n"
        for number, point in enumerate(item.points, start=1):
            marks = f" [{count(point.to_check, 'mark')}]" if point.to_check else ""
            said_by = f" ({', '.join(source.outlet for source in point.sources)})" if len(item.outlets) > 1 else ""
            yield f"{number}. {point.text.english}{marks}{said_by}\r\n"
            if point.text.ukrainian:
                yield f"   {point.text.ukrainian}\r\n"
        yield from map(_difference, item.differences)
        for related in item.related:
            yield f"{related.label.english}: {'; '.join(headline.english for _, headline in related.stories)}\r\n"
    yield "\r\n\r\nMade by machines, without a human editor: check with the source before printing.\r\n"
    yield f"Tezy {run.version}, run {run.run}.\r\n"


def _difference(one: ItemDifference) -> str:
    said = "; ".join(f"{claim.source.outlet}: {claim.text.english or 'not given'}" for claim in one.claims)
    return f"Sources differ{f' ({one.about})' if one.about else ''}: {said}\r\n"


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
