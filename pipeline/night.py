"""The nightly job on one page: from whatever came in to a published digest.

    read       ingest -> clean; each article, or the reason it was skipped, into the run's ledger
    write      sentences -> translate -> summarize -> score, a chunk of articles at a time; briefs into the ledger
               names that two briefs spell differently, marked
    group      stories: articles on one event, also from the nights before; into the ledger
    publish    render from the ledger, verify, move into place; keep for later nights what they need of the stories

The ledger is on disk: a run killed anywhere goes on where it was, and memory does not grow with the articles.
"""

import hashlib
import json
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from pipeline import __version__
from pipeline.config import Config
from pipeline.errors import InputError
from pipeline.grouping import StoryWriter
from pipeline.held import held_folder
from pipeline.ingest import input_fingerprint
from pipeline.one_spelling import mark_spellings
from pipeline.progress import Progress, each_minute
from pipeline.reading import read_articles
from pipeline.records import Brief, Finding, RunInfo, Skipped, Story
from pipeline.render import NightText, verify_digest, write_digest
from pipeline.render.look import Look
from pipeline.render.records_json import (
    article_from_json,
    article_to_json,
    brief_from_json,
    brief_to_json,
    run_from_json,
    story_from_json,
)
from pipeline.render.sample import try_templates
from pipeline.score.aggregate import ScoreTable
from pipeline.store.archive import FILE as ARCHIVE
from pipeline.store.archive import StoryArchive
from pipeline.store.ledger import Ledger
from pipeline.store.memory import Memory
from pipeline.store.publish import (
    check_latest,
    explained_write_errors,
    point_latest,
    publish,
    published_runs,
    remove_work,
    work_folder,
    work_folders,
)
from pipeline.versions import installed_versions
from pipeline.writer import BriefWriter

LEDGER = "ledger.sqlite"
READ_CHUNK = 100
WRITE_CHUNK = 64  # articles; about a thousand sentences: enough for full batches of one length, small in memory


@dataclass(frozen=True, slots=True)
class Night:
    """What came of a run: where it is published, what run.json says, and whether it had to be done."""

    folder: Path
    run: RunInfo
    new: bool


@dataclass(frozen=True, slots=True)
class NightJob:
    """What to do: everything that makes one night's work another's.

    `limit` takes only the first articles; `fresh` does the work anew, without asking the memory.
    """

    inputs: Sequence[str]
    config: Config
    limit: int | None = None
    fresh: bool = False

    def fingerprint(self, models: dict[str, dict[str, object]], glossary: str, look: str) -> str:
        """Return eight hexadecimal digits, the same for the same work with the same models, glossary and templates."""
        stated = {
            "version": __version__,
            "input": input_fingerprint(self.inputs),
            "configuration": self.config.model_dump(mode="json"),
            "models": models,
            "glossary": glossary,
            "templates": look,
            "limit": self.limit,
        }
        return hashlib.sha256(json.dumps(stated, sort_keys=True).encode()).hexdigest()[:8]


def run_night(job: NightJob, out: Path, memory: Path, progress: Progress) -> Night:
    """Do a night's work and publish its digest in a folder under `out`.

    Work that was published before is not done again unless it is to be fresh; work that was killed goes on.
    Raises: InputError if there is nothing to read or nothing usable in it; ConfigError; ModelError; OutputError.
    """
    with (
        held_folder(out, "run", "give another --out DIR"),
        explained_write_errors(out),
        Memory(memory) as lasting_memory,
    ):
        check_latest(out)
        told = each_minute(progress, "sentences of these articles")
        writer, look = BriefWriter(job.config, lasting_memory, told), Look(job.config.render.templates_folder)
        stories = StoryWriter(job.config.stories, writer.glossary, lasting_memory)
        models = {**writer.identities(), **stories.identities()}
        try_templates(look, job.config.model_dump(mode="json"), models)
        fingerprint = job.fingerprint(models, writer.glossary.fingerprint, look.fingerprint)
        with StoryArchive(out / ARCHIVE) as archive:
            _end_killed(out, archive)
            if not job.fresh and (done := published_runs(out, fingerprint)):
                return Night(done[-1], _run_of(done[-1]), new=False)
            work = work_folder(out, fingerprint, job.fresh)
            work.mkdir(exist_ok=True)
            with Ledger(work / LEDGER) as ledger:
                if job.fresh:
                    with Memory(work / "memory.sqlite") as own_memory:
                        writer = BriefWriter(job.config, own_memory, told)
                        stories = StoryWriter(job.config.stories, writer.glossary, own_memory)
                        run = _fill(ledger, archive, job, fingerprint, writer, stories, progress)
                    lasting_memory.absorb(work / "memory.sqlite")
                else:
                    run = _fill(ledger, archive, job, fingerprint, writer, stories, progress)
                _render(work / "digest", ledger, run, look, progress)
            folder = publish(work / "digest", out, run.run)
            _end(work, fingerprint, run, archive)
        return Night(folder, run, new=True)


def _end(work: Path, fingerprint: str, run: RunInfo, archive: StoryArchive) -> None:
    """Do what is left when a run is published: let later nights know its stories, remove its work folder."""
    with StoryArchive(work / ARCHIVE) as told:
        archive.keep(fingerprint, run.started[:10], told.stories())
    remove_work(work)


def _end_killed(out: Path, archive: StoryArchive) -> None:
    """Bring runs to their end that were killed when their digest was in its place already.

    What no run goes on with is removed: what the removal of a work folder left, which takes the ledger with it, and the
    work of a run that was published by doing it anew.
    """
    for work, fingerprint in work_folders(out):
        runs = published_runs(out, fingerprint)
        if not (work / LEDGER).exists():
            remove_work(work)
        elif runs:
            with Ledger(work / LEDGER) as ledger:
                started = ledger.started
            for folder in runs:
                if (run := _run_of(folder)).started == started:
                    point_latest(folder)
                    _end(work, fingerprint, run, archive)
            if work == work_folder(out, fingerprint):
                remove_work(work)


def _run_of(folder: Path) -> RunInfo:
    return run_from_json((folder / "run.json").read_text(encoding="utf-8"))


def _fill(
    ledger: Ledger,
    archive: StoryArchive,
    job: NightJob,
    fingerprint: str,
    writer: BriefWriter,
    stories: StoryWriter,
    progress: Progress,
) -> RunInfo:
    """Bring the ledger to its end: everything read, every article with its brief, and their stories."""
    started, start_s = ledger.fact("started", _now()), time.monotonic()
    _read(ledger, job, progress)
    read_s = time.monotonic() - start_s
    if not ledger.article_count:
        skipped = list(ledger.skipped())
        remove_work(ledger.path.parent)
        raise InputError(_nothing_usable(skipped))
    for override in writer.glossary.overrides:
        progress.say(str(override))
    _write(ledger, writer, progress)
    differing = mark_spellings(ledger)
    write_s = time.monotonic() - start_s - read_s
    with progress.step("group", None, "story"), StoryArchive(ledger.path.with_name(ARCHIVE)) as told:
        stories.write(ledger, archive, told, started[:10], fingerprint)
    return RunInfo(
        run=f"{started[:10]}-{fingerprint}",
        started=started,
        finished=_now(),
        version=__version__,
        configuration=job.config.model_dump(mode="json"),
        models={**writer.identities(), **stories.identities()},
        glossary={
            "sha256": writer.glossary.fingerprint,
            "entries": len(writer.glossary.entries),
            "overrides": list(map(str, writer.glossary.overrides)),
        },
        versions=installed_versions(),
        counts={**_counts(ledger), "names_spelled_differently": differing},
        work={"translated": writer.work["model"], "from_memory": writer.work["memory"]},
        timings_s={
            "read": round(read_s, 3),
            "write": round(write_s, 3),
            "group": round(time.monotonic() - start_s - read_s - write_s, 3),
        },
        skipped=tuple(ledger.skipped()),
    )


def _read(ledger: Ledger, job: NightJob, progress: Progress) -> None:
    """Read what is not in the ledger yet. The order is fixed, so what is there is the beginning."""
    known = ledger.read_count
    entries = islice(read_articles(job.inputs, job.config.input, job.limit), known, None)
    with progress.step("read", job.limit, "article") as advance:
        advance(known)
        while chunk := list(islice(entries, READ_CHUNK)):
            ledger.add_read([one if isinstance(one, Skipped) else (one.source, article_to_json(one)) for one in chunk])
            advance(len(chunk))


def _write(ledger: Ledger, writer: BriefWriter, progress: Progress) -> None:
    with progress.step("write", ledger.article_count, "article") as advance:
        advance(ledger.brief_count)
        for chunk in ledger.unwritten(WRITE_CHUNK):
            briefs = writer.write([article_from_json(article) for _, article in chunk])
            ledger.add_briefs([(position, brief_to_json(b)) for (position, _), b in zip(chunk, briefs, strict=True)])
            advance(len(chunk))
    progress.say(f"translated {writer.work['model']} sentences; {writer.work['memory']} were in the memory")


def _render(folder: Path, ledger: Ledger, run: RunInfo, look: Look, progress: Progress) -> None:
    """Write the digest into `folder`, anew if a killed run left something there, and read it back."""

    def briefs() -> Iterator[Brief]:
        yield from map(brief_from_json, ledger.briefs())

    def story(place: int) -> Story:
        return story_from_json(ledger.story(order[place]))

    def brief_of(article: str) -> Brief:
        return brief_from_json(ledger.brief(article))

    order = ledger.story_order()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    table = ScoreTable()
    for brief in briefs():
        table.add(brief.article.id, brief.scores)
    with progress.step("publish", None, "file"):
        write_digest(folder, NightText(briefs, len(order), story, brief_of), run, table, look)
        verify_digest(folder, ledger.brief_count)


def _counts(ledger: Ledger) -> dict[str, int]:
    counts: Counter[str] = Counter(
        articles=ledger.article_count, skipped=ledger.read_count - ledger.article_count, stories=ledger.story_count
    )
    for brief in map(brief_from_json, ledger.briefs()):
        counts[f"articles.{brief.article.language}"] += 1
        counts["sentences"] += len(brief.sentences)
        counts["translations"] += len(brief.translations)
        counts["key_points"] += len(brief.key_points)
        counts.update(f"{_fate(finding)}.{finding.check}" for finding in brief.findings)
    return dict(counts)


def _fate(finding: Finding) -> str:
    return "noted" if finding.action == "marked" and finding.severity == "note" else finding.action


def _nothing_usable(skipped: Sequence[Skipped]) -> str:
    shown = "\n".join(f"  {one.source}: {one.reason} {one.advice}" for one in skipped[:20])
    return f"none of {len(skipped)} articles can be used, so nothing is published:\n{shown}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
