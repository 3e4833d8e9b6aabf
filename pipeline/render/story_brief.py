"""The brief of a story on its own, for an editor's desk: Markdown, HTML, or plain text for a content system."""

from collections.abc import Iterator
from html import escape
from typing import Literal

from pipeline.records import Story
from pipeline.render.dates import long_date
from pipeline.render.item import Item, ItemSentence, item
from pipeline.render.markdown import escape_markdown

BriefFormat = Literal["markdown", "html", "text"]


def brief_of_story(story: Story, form: BriefFormat) -> str:
    """Return headline, dateline, and the sentences with their sources; a sentence that a check doubts says so."""
    shown = item(story)
    if form == "html":
        return "".join(_html(shown))
    return "\n\n".join(_markdown(shown) if form == "markdown" else _text(shown)) + "\n"


def dateline(shown: Item) -> str:
    """Return the day of the latest report and the sources: `31 October 2025, The Times, Новинарня`."""
    day = max((article.date for article in shown.articles), default="")
    return ", ".join(filter(None, (long_date(day, "en") if day else "", *shown.outlets)))


def _text(shown: Item) -> Iterator[str]:
    yield shown.headline.english
    yield dateline(shown)
    for paragraph in shown.paragraphs:
        yield " ".join(sentence.text.english + _mark(sentence) for sentence in paragraph.sentences) + (
            f" ({paragraph.outlet})"
        )


def _markdown(shown: Item) -> Iterator[str]:
    yield f"# {escape_markdown(shown.headline.english)}"
    yield f"**{escape_markdown(dateline(shown))}**"
    for paragraph in shown.paragraphs:
        said = " ".join(escape_markdown(s.text.english) + _mark(s) for s in paragraph.sentences)
        yield f"{said} ({escape_markdown(paragraph.outlet)})"


def _html(shown: Item) -> Iterator[str]:
    yield f'<article lang="en">\n<h1>{escape(shown.headline.english)}</h1>\n<p><b>{escape(dateline(shown))}</b></p>\n'
    for paragraph in shown.paragraphs:
        said = " ".join(
            f"<mark>{escape(s.text.english)}</mark>{_mark(s)}" if s.to_check else escape(s.text.english)
            for s in paragraph.sentences
        )
        yield f"<p>{said} (<cite>{escape(paragraph.outlet)}</cite>)</p>\n"
    yield "</article>\n"


def _mark(sentence: ItemSentence) -> str:
    return " [to check]" if sentence.to_check else ""
