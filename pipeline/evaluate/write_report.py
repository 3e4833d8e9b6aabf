"""Write report.html, report.md and report.json, all or none."""

import json
import shutil
import tempfile
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.evaluate.comparison import Comparison
from pipeline.evaluate.details import task_details
from pipeline.evaluate.report_json import report_json
from pipeline.evaluate.report_markdown import report_markdown
from pipeline.evaluate.report_page import report_page

REPORT = "report.json"


def check_place(out: Path) -> None:
    """Make sure that a report can be written to `out`, before what it reports takes hours.

    Raises: OutputError if not.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out) as file:
            file.write(b"\0")
    except OSError as error:
        raise _unwritable(out, error) from error


def write_report(comparison: Comparison, out: Path) -> Path:
    """Write the report of a comparison to `out`/compare-<fingerprint>; return that folder.

    The same comparison has the same folder: what is there is replaced when the new one is whole.
    Raises: OutputError if it cannot be written.
    """
    folder = out / f"compare-{comparison.fingerprint}"
    beside = out / f".{folder.name}"
    details = [task_details(result) for result in comparison.results]
    contents = {
        "report.html": report_page(comparison, details),
        "report.md": report_markdown(comparison, details),
        REPORT: json.dumps(report_json(comparison, details), ensure_ascii=False, indent=1, sort_keys=False) + "\n",
    }
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        for name, content in contents.items():
            (beside / name).write_text(content, encoding="utf-8", errors="replace")
        shutil.rmtree(folder, ignore_errors=True)
        beside.rename(folder)
    except OSError as error:
        raise _unwritable(out, error) from error
    return folder


def _unwritable(out: Path, error: OSError) -> OutputError:
    return OutputError(f"{out}: the report cannot be written ({error.strerror}). Give another --out.")
