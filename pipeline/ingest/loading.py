"""Read a file that holds one article or one feed whole, if it is no larger than that can be."""

from pipeline.config import InputConfig
from pipeline.errors import ArticleError
from pipeline.ingest.files import InputFile

MEGABYTE = 1_000_000


def load_bytes(file: InputFile, config: InputConfig) -> bytes:
    """Return what is in a file.

    Raises: ArticleError if it is empty or too large; OSError if it cannot be read.
    """
    if not file.path.is_file() and file.path.exists():
        raise ArticleError("This is not a regular file.", "Give files and folders.")
    limit = int(config.max_megabytes * MEGABYTE)
    with file.path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(file.path.stat().st_size, config)
    if not data.strip():
        raise ArticleError("The file is empty.", "Fetch the article again, or take the file out.")
    return data


def too_large(size: int, config: InputConfig) -> ArticleError:
    """Return the error for something of `size` bytes that is over the limit."""
    return ArticleError(
        f"It has {size / MEGABYTE:,.1f} MB; an article has at most {config.max_megabytes:g}.",
        "If it is one article all the same, raise input.max_megabytes in the configuration.",
    )
