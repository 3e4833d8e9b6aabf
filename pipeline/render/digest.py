"""A digest: every file of a published run, written into a folder, and read back before anyone sees it."""

import json
from pathlib import Path

from pipeline.records import RunInfo
from pipeline.render.departments import in_order
from pipeline.render.feed import write_feed
from pipeline.render.look import Look
from pipeline.render.mail import write_mail
from pipeline.render.markdown import markdown_digest
from pipeline.render.night_text import NightText
from pipeline.render.page import write_page
from pipeline.render.records_json import brief_to_json, run_to_json, story_to_json
from pipeline.render.scores import ScoreTable
from pipeline.render.tally import Tally


def write_digest(
    folder: Path, night: NightText, run: RunInfo, score_table: ScoreTable, look: Look | None = None
) -> None:
    """Write the page, its Markdown, mail and feed, the records of articles and stories, scores and run into `folder`.

    `night` is read once for every pass, from disk each time and in the same order; one brief and one story at a time
    are held, however many there are. `look` is a newsroom's own. Raises: ConfigError if that cannot be rendered.
    """
    look = look or Look()
    tally = Tally(stories=night.story_count)
    with (folder / "briefs.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for brief in night.briefs():
            tally.add(brief)
            file.write(brief_to_json(brief) + "\n")
    with (folder / "stories.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for story in in_order(night, run):
            file.write(story_to_json(story) + "\n")
    (folder / "run.json").write_text(run_to_json(run), encoding="utf-8", newline="\n")
    scores = json.dumps(score_table.to_json(), ensure_ascii=False, indent=2, allow_nan=False)
    (folder / "scores.json").write_text(scores + "\n", encoding="utf-8", newline="\n")
    with (folder / "digest.html").open("w", encoding="utf-8", newline="\n") as file:
        write_page(file, night, run, score_table.rows(), tally, look)
    with (folder / "digest.md").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(markdown_digest(night, run, score_table.render_markdown(), tally))
    with (folder / "digest.eml").open("w", encoding="ascii", newline="") as file:
        write_mail(file, night, run, tally, look)
    with (folder / "feed.xml").open("w", encoding="utf-8", newline="\n") as file:
        write_feed(file, night, run)
