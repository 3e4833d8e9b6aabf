"""A digest: every file of a published run, written into a folder, and read back before anyone sees it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.records import Brief, RunInfo
from pipeline.render.mail import write_mail
from pipeline.render.markdown import markdown_digest
from pipeline.render.page import write_page
from pipeline.render.records_json import brief_to_json, run_to_json
from pipeline.render.scores import ScoreTable
from pipeline.render.tally import Tally


def write_digest(folder: Path, briefs: Callable[[], Iterator[Brief]], run: RunInfo, score_table: ScoreTable) -> None:
    """Write digest.html, digest.md, digest.eml, briefs.jsonl, scores.json and run.json into `folder`.

    `briefs` is called once for every pass over the articles and reads them from disk each time, in the same order; one
    brief at a time is held, however many there are.
    """
    tally = Tally()
    with (folder / "briefs.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for brief in briefs():
            tally.add(brief)
            file.write(brief_to_json(brief) + "\n")
    (folder / "run.json").write_text(run_to_json(run), encoding="utf-8", newline="\n")
    scores = json.dumps(score_table.to_json(), ensure_ascii=False, indent=2, allow_nan=False)
    (folder / "scores.json").write_text(scores + "\n", encoding="utf-8", newline="\n")
    with (folder / "digest.html").open("w", encoding="utf-8", newline="\n") as file:
        write_page(file, briefs, run, score_table.rows(), tally)
    with (folder / "digest.md").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(markdown_digest(briefs, run, score_table.render_markdown(), tally))
    with (folder / "digest.eml").open("w", encoding="ascii", newline="") as file:
        write_mail(file, briefs, run, tally)
