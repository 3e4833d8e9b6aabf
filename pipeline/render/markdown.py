"""Briefs and the digest as Markdown that reads well before it is rendered, too.

Scraped text is escaped so that it is text in CommonMark and in its GitHub dialect: no markup, no HTML, no links of its
own making.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from pipeline.records import Brief, RunInfo, Skipped
from pipeline.render.dates import long_date
from pipeline.render.facts import model_facts
from pipeline.render.neutral import neutralise
from pipeline.render.story import Entry, Line, Note, Part, Point, Story, tell
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
    return _story(tell(brief), "#")


def markdown_digest(
    briefs: Callable[[], Iterator[Brief]], run: RunInfo, score_table: str, tally: Tally
) -> Iterator[str]:
    """Yield digest.md piece by piece. `score_table` is Markdown already."""
    yield f"# Tezy, {long_date(run.started, 'en')}\n\n"
    yield f"{long_date(run.started, 'uk', weekday=True)}. {count(tally.articles, 'article')}, "
    yield f"{tally.translated:,} translated, {count(tally.points, 'key point')}, "
    yield f"{count(tally.to_check, 'mark')} to check.\n"
    for brief in briefs():
        yield "\n---\n\n"
        yield _story(tell(brief), "##")
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


def _story(story: Story, heading: str) -> str:
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
