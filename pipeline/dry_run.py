"""What a night would do, said without doing it."""

from collections import Counter
from pathlib import Path

from pipeline.grouping import StoryWriter
from pipeline.night import NightJob
from pipeline.reading import read_articles
from pipeline.records import Skipped
from pipeline.render.look import Look
from pipeline.render.sample import try_templates
from pipeline.store.memory import Memory
from pipeline.text.sentences import split_sentences
from pipeline.writer import BriefWriter


def describe_night(job: NightJob, memory: Path) -> str:
    """Read everything and return a text that says what there is and which models would work on it.

    No model is loaded and nothing is written: a memory that does not exist yet is not made.
    Raises: what the night itself would raise before it loads a model.
    """
    counts: Counter[str] = Counter()
    skipped = []
    for one in read_articles(job.inputs, job.config.input, job.limit):
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            counts[one.language] += 1
            counts["sentences"] += len(split_sentences(one)) if one.language == "uk" else 0
    with Memory(memory if memory.exists() else ":memory:") as known:
        writer = BriefWriter(job.config, known)
        models = {**writer.identities(), **StoryWriter(job.config.stories, writer.glossary, known).identities()}
    try_templates(Look(job.config.render.templates_folder), job.config.model_dump(mode="json"), models)
    lines = [
        f"{counts['uk']} Ukrainian and {counts['en']} English articles; {counts['sentences']} sentences to translate"
    ]
    lines += [f"{use}: {identity['model']}" for use, identity in models.items()]
    lines += [f"would skip {one.source}: {one.reason}" for one in skipped]
    return "\n".join(lines)
