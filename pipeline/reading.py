"""From raw input to articles as understood, or the reason each one is left out."""

from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.config import InputConfig
from pipeline.errors import ArticleError
from pipeline.ingest import read_documents
from pipeline.ingest.read import unforeseen
from pipeline.records import Article, RawDocument, Skipped
from pipeline.text.clean import clean


def read_articles(inputs: Sequence[str], config: InputConfig, limit: int | None = None) -> Iterator[Article | Skipped]:
    """Yield every article of `inputs`, or why it is left out: unreadable, unusable, in a language that is not taken.

    The order is that of `read_documents`, the same every time. `limit` counts both.
    """
    for document in islice(read_documents(inputs, config), limit):
        yield document if isinstance(document, Skipped) else understand(document)


def understand(document: RawDocument) -> Article | Skipped:
    """Clean one document and take it if it is Ukrainian or English."""
    try:
        article = clean(document)
    except ArticleError as error:
        return Skipped(document.source, error.reason, error.advice)
    except Exception as error:  # no reason to lose the rest of a night
        return unforeseen(document.source, error)
    if article.language == "ru":
        reason = f"The article is in Russian (confidence {article.language_confidence:.2f})."
        return Skipped(article.source, reason, "Tezy takes Ukrainian and English articles; leave this one out.")
    if article.language == "und":
        reason = "The article's language is neither clearly Ukrainian nor clearly English."
        return Skipped(article.source, reason, "Some words more would tell; a table can say it in its language column.")
    return article
