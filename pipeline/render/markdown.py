"""Briefs and the digest as Markdown that reads well before it is rendered, too.

Scraped text is escaped so that it is text in CommonMark and in its GitHub dialect: no markup, no HTML, no links of its
own making.
"""

import re
from collections.abc import Iterable, Iterator

from pipeline.records import Brief, RunInfo, Skipped
from pipeline.render.article import ArticleText, Entry, Line, Note, Part, Point, tell
from pipeline.render.dates import long_date
from pipeline.render.departments import departments
from pipeline.render.facts import model_facts
from pipeline.render.item import Item, ItemDifference
from pipeline.render.neutral import neutralise
from pipeline.render.night_text import NightText
from pipeline.render.tally import Tally, count

LAST_LINE = "<!-- end of the digest -->\n"

_ACTIVE = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)|(?<=www)\.|:(?=//)|(?<=\w)@(?=\w)|#(?=#*\s*$)", re.IGNORECASE)
_ACTIVE_AT_START = re.compile(r"^([#+=-]|\d{1,9}(?=[.)]))")


def escape_markdown(text: str) -> str:
    """Return scraped `text` as Markdown that renders as that text, on one line, wherever it is put."""
    flat = _ACTIVE.sub(r"\\\g<0>", re.sub(" +", " ", neutralise(text)).strip())
    start = _ACTIVE_AT_START.match(flat)
    if not start:
        return flat
    return f"{start[1]}\\{flat[start.end() :]}" if start[1].isdigit() else f"\\{flat}"


def brief_markdown(brief: Brief) -> str:
    """Return one brief in English: headline, dateline, key points in both languages, the text, what the checks saw."""
    return _article(tell(brief), "#")


def markdown_digest(night: NightText, run: RunInfo, score_table: str, tally: Tally) -> Iterator[str]:
    """Yield digest.md piece by piece. `score_table` is Markdown already."""
    yield f"# Tezy, {long_date(run.started, 'en')}\n\n"
    yield f"{long_date(run.started, 'uk', weekday=True)}. {count(tally.stories, 'story', 'stories')} from "
    yield f"{count(tally.articles, 'article')}, "
    yield f"{tally.translated:,} translated, {count(tally.points, 'key point')}, "
    yield f"{count(tally.to_check, 'mark')} to check.\n"
    for department, items in departments(night, run):
        yield f"\n---\n\n## {escape_markdown(department.english)}\n"
        for one in items:
            yield f"\n{item_markdown(one, '###')}"
            for article in one.articles:
                for identity in (article.id, *article.folded):
                    yield f"\n{_article(tell(night.brief_of(identity)), '####')}"
    yield f"\n---\n\n## How good the key points are\n\n{score_table}"
    yield "\n## What was left out\n\n"
    yield from _skipped(run.skipped)
    yield "\n## How this was made\n\nBy machines, without a human editor: check with the source before printing.\n\n"
    for job, facts in model_facts(run.models):
        yield (
            f"- {escape_markdown(job)}: " + "; ".join(f"{name}: {escape_markdown(said)}" for name, said in facts) + "\n"
        )
    versions = ", ".join(f"{name} {version}" for name, version in run.versions.items())
    yield f"- Tezy {run.version}, {escape_markdown(versions)}\n- run {run.run}, {run.started}\n\n"
    yield LAST_LINE


def _article(story: ArticleText, heading: str) -> str:
    entry = story.entry
    pieces = [f"{heading} {escape_markdown(entry.headline)}"]
    if entry.source_headline:
        pieces.append(f"*{escape_markdown(entry.source_headline)}*")
    pieces.append(_dateline(entry))
    for title, points in (("Key points", entry.english_points), ("Головні тези", entry.source_points)):
        if points:
            pieces += [f"**{title}**", _points(points)]
    pieces += [_part(part, heading) for part in story.parts]
    if story.notes:
        pieces += ["**What the checks saw**", "\n".join(map(_note, story.notes))]
    return "\n\n".join(pieces) + "\n"


def item_markdown(item: Item, heading: str) -> str:
    """Return a story: headline, sources, key points with who says them, differences, timeline, brief."""
    pieces = [f"{heading} {escape_markdown(item.headline.english)}"]
    if item.headline.ukrainian:
        pieces.append(f"*{escape_markdown(item.headline.ukrainian)}*")
    day = f"day {item.day} · " if item.day > 1 else ""
    pieces.append(day + " · ".join(f"**{escape_markdown(outlet)}**" for outlet in item.outlets))
    if item.points:
        rows = []
        for number, point in enumerate(item.points, start=1):
            said_by = ", ".join(escape_markdown(source.outlet) for source in point.sources)
            marks = f" [{count(point.to_check, 'mark')}]" if point.to_check else ""
            rows.append(f"{number}. {escape_markdown(point.text.english)}{marks} ({said_by})")
            if point.text.ukrainian:
                rows.append(f"   {escape_markdown(point.text.ukrainian)}")
        pieces += ["**Key points**", "\n".join(rows)]
    if item.differences:
        pieces += ["**Where sources differ**", "\n".join(map(_difference, item.differences))]
    if item.timeline:
        moments = (
            f"- {one.day.english}: {escape_markdown(one.text.english)} ({escape_markdown(one.source.outlet)})"
            for one in item.timeline
        )
        pieces += ["**Timeline**", "\n".join(moments)]
    pieces += [
        escape_markdown(
            " ".join(
                sentence.text.english + (f" [{count(sentence.to_check, 'mark')}]" if sentence.to_check else "")
                for sentence in paragraph.sentences
            )
        )
        + f" ({escape_markdown(paragraph.outlet)})"
        for paragraph in item.paragraphs
    ]
    for related in item.related:
        headlines = "; ".join(escape_markdown(headline.english) for _, headline in related.stories)
        pieces.append(f"{related.label.english}: {headlines}")
    return "\n\n".join(pieces) + "\n"


def _difference(one: ItemDifference) -> str:
    said = (
        f"{escape_markdown(claim.source.outlet)}: {escape_markdown(claim.text.english) or 'not given'}"
        for claim in one.claims
    )
    return f"- {one.kind}{f', {escape_markdown(one.about)}' if one.about else ''}: {'; '.join(said)}"


def _dateline(entry: Entry) -> str:
    outlet = f"**{escape_markdown(entry.outlet)}**"
    if entry.url:
        outlet = f"[{outlet}](<{_address(entry.url)}>)"
    cited = f"citing {escape_markdown(entry.cited_source)}" if entry.cited_source else ""
    day = escape_markdown(long_date(entry.date, "en")) if entry.date else ""
    marks = f"{count(entry.to_check, 'mark')} to check" if entry.to_check else ""
    return " · ".join(filter(None, (outlet, cited, day, marks)))


def _address(url: str) -> str:
    """Return a web address as it may stand between angle brackets."""
    return re.sub(r"[\s<>\\`\u2060]", lambda odd: "".join(f"%{byte:02X}" for byte in odd[0].encode()), url)


def _points(points: Iterable[Point]) -> str:
    texts = (escape_markdown(point.text + "".join(f"[{note}]" for note in point.notes)) for point in points)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def _part(part: Part, heading: str) -> str:
    rows = [escape_markdown(" ".join(map(_said, row))) for row in part.rows]
    if part.kind == "list":
        return "\n".join(f"- {row}" for row in rows)
    return f"{heading}# {rows[0]}" if part.kind == "heading" else rows[0]


def _said(line: Line) -> str:
    """Return the English of a line, the numbers of its marks in brackets where they end."""
    return "".join(piece.text + "".join(f"[{number}]" for number in piece.notes) for piece in line.english)


def _note(note: Note) -> str:
    repaired = ", repaired" if note.repaired else ""
    severity = note.severity.capitalize()
    return f"{note.number}. {severity}, {escape_markdown(note.check)}{repaired}: {escape_markdown(note.message)}"


def _skipped(skipped: Iterable[Skipped]) -> Iterator[str]:
    nothing = True
    for one in skipped:
        nothing = False
        yield f"- **{escape_markdown(one.source)}**: {escape_markdown(one.reason)} {escape_markdown(one.advice)}\n"
    if nothing:
        yield "Nothing: every article that came in is here.\n"
