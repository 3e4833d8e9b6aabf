"""Articles in tables: JSON Lines, CSV and Parquet, through `datasets`, streamed; which column holds what is configured.

Rows are read one after another and never held together. Nothing is cached outside a temporary folder, no connection
is opened.
"""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from pipeline.config import InputConfig
from pipeline.errors import ArticleError
from pipeline.ingest.cells import cell_texts
from pipeline.ingest.files import InputFile
from pipeline.ingest.loading import MEGABYTE, too_large
from pipeline.ingest.row_streams import TableRow, csv_rows, good_row, json_rows
from pipeline.records import RawDocument, Skipped

_BATCH_ROWS = 16  # of Parquet held at a time; also how often datasets is entered
_SINGLE_FIELDS = ("title", "outlet", "date", "url", "language")  # the first of a list
_PARAGRAPH = "\n\n"
_ROWS_TO_JUDGE_BY = 100  # so many rows without the text column, and the table has none


def read_table(file: InputFile, config: InputConfig) -> Iterator[RawDocument | Skipped]:
    """Yield the articles of a table; a row that is broken or has no text costs that row.

    Raises: ArticleError if the table cannot be read or lacks the column of the text; OSError.
    """
    if not file.path.is_file() and file.path.exists():
        raise ArticleError("This is not a regular file.", "Give files and folders.")
    if not file.path.stat().st_size:
        raise ArticleError("The file is empty.", "Export the table again, or take the file out.")
    rows = _rows(file, config)
    opening: list[TableRow] = []
    for row in rows:
        opening.append(row)
        if config.columns.text in row["cells"] or len(opening) == _ROWS_TO_JUDGE_BY:
            break
    if not opening:
        raise ArticleError("The table has no rows.", "Export the table again, or take the file out.")
    has_text = config.columns.text in opening[-1]["cells"]
    for row in opening:
        if has_text or row["problem"]:
            yield _row_document(file.label, row, config)
    if not has_text:
        if all(row["problem"] for row in opening) and len(opening) < _ROWS_TO_JUDGE_BY:
            return
        names = dict.fromkeys(name for row in opening for name in row["cells"])
        raise _no_text_column(config.columns.text, list(names))
    for row in rows:
        yield _row_document(file.label, row, config)


def _rows(file: InputFile, config: InputConfig) -> Iterator[TableRow]:
    """Stream the rows of a table through `datasets`."""
    logging.getLogger("datasets").setLevel(logging.CRITICAL)  # it reports on standard error what is handled here
    with tempfile.TemporaryDirectory(prefix="tezy-") as cache:
        with _apart(cache):
            examples = _examples(file, config, cache)
        while True:
            with _apart(cache):
                batch = list(islice(examples, _BATCH_ROWS))
            if not batch:
                return
            yield from batch


def _examples(file: InputFile, config: InputConfig, cache: str) -> Iterator[TableRow]:
    if file.suffix == ".parquet":
        return _parquet_rows(file, config, cache)
    from datasets.io.generator import GeneratorDatasetInputStream

    limits = {"path": str(file.path), "max_characters": int(config.max_megabytes * MEGABYTE)}
    # What IterableDataset.from_generator does, with the cache folder and the fingerprint stated: left to itself it
    # writes into the home folder, and imports torch to hash the generator.
    stream = GeneratorDatasetInputStream(
        generator=json_rows if file.suffix == ".jsonl" else csv_rows,
        gen_kwargs=limits if file.suffix == ".jsonl" else {**limits, "text_column": config.columns.text},
        streaming=True,
        cache_dir=cache,
        fingerprint="rows",
    )
    return iter(stream.read())


def _parquet_rows(file: InputFile, config: InputConfig, cache: str) -> Iterator[TableRow]:
    import datasets
    import pyarrow
    import pyarrow.parquet

    damaged = ArticleError("The file is not a Parquet table, or it is damaged.", "Export the table again.")
    try:
        names = pyarrow.parquet.read_schema(file.path).names
    except pyarrow.ArrowInvalid as error:
        raise damaged from error
    wanted = [name for name in config.columns.model_dump().values() if name in names]
    if config.columns.text not in wanted:
        raise _no_text_column(config.columns.text, names)
    table = Path(cache) / "table.parquet"  # a name without characters that datasets takes for a pattern
    table.symlink_to(file.path.resolve())
    stream = datasets.load_dataset(
        "parquet",
        data_files=[str(table)],
        split="train",
        streaming=True,
        columns=wanted,
        batch_size=_BATCH_ROWS,
        cache_dir=cache,
    )
    try:
        for number, cells in enumerate(stream, start=1):
            yield good_row(number, cells)
    except (pyarrow.ArrowInvalid, ValueError) as error:
        raise damaged from error


@contextmanager
def _apart(cache: str) -> Iterator[None]:
    """Let `datasets` work without the hub, without its cache in the home folder, and without loading torch.

    It would import torch only to offer its streams to torch's loaders.
    """
    import datasets.config

    wanted = {"HF_DATASETS_CACHE": Path(cache), "HF_HUB_OFFLINE": True, "TORCH_AVAILABLE": False}
    before = {name: getattr(datasets.config, name) for name in wanted}
    for name, value in wanted.items():
        setattr(datasets.config, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(datasets.config, name, value)


def _row_document(label: str, row: TableRow, config: InputConfig) -> RawDocument | Skipped:
    source = f"{label}#{row['number']}"
    if row["problem"]:
        return Skipped(source, row["problem"], row["advice"])
    texts: dict[str, list[str]] = {}
    for field, column in config.columns.model_dump().items():
        try:
            texts[field] = cell_texts(row["cells"].get(column))
        except ValueError as error:
            advice = (
                f"Export it as text, or set input.columns.{field} in the configuration to a column that holds text."
            )
            return Skipped(source, f'Column "{column}" of the row holds {error}, not text.', advice)
    text = _PARAGRAPH.join(texts["text"])
    if not text:
        reason = f'The row has no text in column "{config.columns.text}".'
        return Skipped(source, reason, "Fill it in, or take the row out.")
    if len(text) > config.max_megabytes * MEGABYTE:
        refused = too_large(len(text.encode("utf-8", "replace")), config)
        return Skipped(source, refused.reason, refused.advice)
    return RawDocument(
        source,
        text,
        lead=_PARAGRAPH.join(texts["lead"]),
        key_points=_points(texts["key_points"]),
        **{field: "".join(texts[field][:1]) for field in _SINGLE_FIELDS},
    )


def _points(texts: list[str]) -> tuple[str, ...]:
    """Return key points given as a list, or as the lines of one text."""
    lines = texts[0].splitlines() if len(texts) == 1 else texts
    return tuple(point for line in lines if (point := line.strip().lstrip("•-–*· ").strip()))


def _no_text_column(text_column: str, names: list[str]) -> ArticleError:
    found = ", ".join(names) or "none"
    return ArticleError(
        f'The table has no column "{text_column}".',
        f"Its columns: {found}. Set input.columns.text in the configuration to the one that holds the text.",
    )
