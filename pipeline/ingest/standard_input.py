"""Standard input as a file, with the suffix that its content has earned."""

import re
import shutil
import sys
from pathlib import Path

from pipeline.errors import ArticleError
from pipeline.ingest.decoding import detect_encoding

_SAMPLE_BYTES = 1 << 16
_PAGE = re.compile(
    r"\s*(?:<!doctype html|<html|<head|<body)|.{0,4000}<(?:body|article|p)[\s>]", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:(?><!--.*?-->)\s*+)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_JSON = re.compile(r"\s*\{\s*[\"}]")  # not read: what is broken is to be told as a broken table, not taken for a text


def spool_standard_input(folder: Path) -> Path:
    """Copy standard input into a file in `folder` and return its path: `standard-input` with a suffix.

    Whether it is a page, a feed, a table or a text is judged by how it begins.
    """
    arriving = folder / "standard-input"
    with arriving.open("wb") as stream:
        shutil.copyfileobj(sys.stdin.buffer, stream)
    with arriving.open("rb") as stream:
        suffix = _suffix(stream.read(_SAMPLE_BYTES))
    return arriving.rename(arriving.with_suffix(suffix))


def _suffix(sample: bytes) -> str:
    if sample.startswith(b"PAR1"):
        return ".parquet"
    try:
        text = sample.decode(detect_encoding(sample, complete=False), errors="replace").lstrip("\ufeff")
    except ArticleError:
        return ".txt"
    if _FEED.match(text):
        return ".xml"
    if _JSON.match(text):
        return ".jsonl"
    return ".html" if _PAGE.match(text) else ".txt"
