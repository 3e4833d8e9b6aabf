"""Read articles from whatever was given: each as a raw document, or the reason it is left out."""

import hashlib
import tempfile
import traceback
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from errno import EDQUOT, ENOSPC
from pathlib import Path

from pipeline.config import InputConfig
from pipeline.errors import ArticleError
from pipeline.ingest.feeds import read_feed
from pipeline.ingest.files import STANDARD_INPUT, InputFile, find_files
from pipeline.ingest.html_pages import read_html
from pipeline.ingest.standard_input import spool_standard_input
from pipeline.ingest.tables import read_table
from pipeline.ingest.texts import read_markdown, read_text
from pipeline.records import RawDocument, Skipped

_STATED = tuple(field.name for field in fields(RawDocument) if field.name != "key_points")
_Found = RawDocument | Skipped
_Reader = Callable[[InputFile, InputConfig], Iterator[_Found]]

READERS: dict[str, _Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_table,
    ".csv": read_table,
    ".parquet": read_table,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
}
"""What reads a file of which suffix."""

UNFORESEEN = "Reading it failed in a way that Tezy did not foresee"
"""How the reason begins where a reader raised what none should; tests tell by it our own fault from a file's."""


def read_documents(inputs: Sequence[str], config: InputConfig) -> Iterator[_Found]:
    """Return an iterator over the articles of `inputs`: files, folders, patterns, `-` for standard input.

    The order is the same every time: inputs as given, files by name, rows as they stand. A file, row or entry that
    cannot be used is a `Skipped`; so is the second of two articles with the same text.
    Raises: InputError, at once, if there is no input or one of them names nothing.
    """
    if STANDARD_INPUT not in inputs:
        return _read(find_files(inputs), config)
    spooled = tempfile.TemporaryDirectory(prefix="tezy-")
    path = str(spool_standard_input(Path(spooled.name)))
    return _read(find_files([path if given == STANDARD_INPUT else given for given in inputs]), config, spooled)


def _read(
    files: list[InputFile], config: InputConfig, spooled: tempfile.TemporaryDirectory[str] | None = None
) -> Iterator[_Found]:
    seen: set[bytes] = set()
    try:
        for file in files:
            for found in _documents(file, config):
                yield _usable(found, config, seen) if isinstance(found, RawDocument) else found
    finally:
        if spooled is not None:
            spooled.cleanup()


def _documents(file: InputFile, config: InputConfig) -> Iterator[_Found]:
    if file.path.is_dir():
        yield Skipped(file.label, "The folder cannot be read.", "Check that you may list it.")
        return
    reader = READERS.get(file.suffix)
    if reader is None:
        what = f"files ending in {file.suffix}" if file.suffix else "files without a suffix"
        yield Skipped(file.label, f"Tezy does not read {what}.", f"Expected one of: {' '.join(READERS)}.")
        return
    try:
        yield from reader(file, config)
    except ArticleError as error:
        yield Skipped(file.label, error.reason, error.advice)
    except ImportError:
        raise  # of the installation: no article's fault
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT):
            raise  # of the temporary folder: no article's fault
        reason = f"The file cannot be read: {error.strerror or error}."
        yield Skipped(file.label, reason, "Check that it exists and that you may read it.")
    except Exception as error:  # our own fault, and still no reason to lose the rest of a night
        yield unforeseen(file.label, error)


def unforeseen(source: str, error: Exception) -> Skipped:
    """Return what is left of an article that ran into a fault of our own: where it was, for whoever can mend it."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    reason = f"{UNFORESEEN} ({Path(at.filename).name}:{at.lineno}, {type(error).__name__}: {error!s:.200})."
    return Skipped(source, reason, "Save its text as .txt, and report this with the file.")


def _usable(document: RawDocument, config: InputConfig, seen: set[bytes]) -> _Found:
    """Return the document, encodable and new, or why it cannot be used."""
    document = _encodable(document)
    if not document.text.strip():
        return Skipped(document.source, "There is no text in it.", "Fetch the article again, or take it out.")
    longest = max(map(len, document.text.split("\n")))
    if longest > config.max_paragraph_characters:
        return Skipped(
            document.source,
            f"A paragraph has {longest:,} characters; an article's have at most {config.max_paragraph_characters:,}.",
            "If it is an article all the same, raise input.max_paragraph_characters in the configuration.",
        )
    digest = _digest(document.text)
    if digest in seen:
        reason = "The same text came earlier in this run."
        return Skipped(document.source, reason, "Nothing to do; leave one of the two out.")
    seen.add(digest)
    return document


def _encodable(document: RawDocument) -> RawDocument:
    """Replace lone surrogates, which JSON can state and no file can hold."""
    stated = {name: getattr(document, name) for name in _STATED}
    whole = {name: _without_surrogates(value) for name, value in stated.items()}
    points = tuple(map(_without_surrogates, document.key_points))
    if whole == stated and points == document.key_points:
        return document
    return replace(document, key_points=points, **whole)


def _without_surrogates(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _digest(text: str) -> bytes:
    """Return 16 bytes that are equal for texts that differ in case and white space only."""
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return hashlib.blake2b(plain.encode(), digest_size=16).digest()
