"""Run a system on examples, in processes of its own, so that its peak of memory is its own.

What was written once comes from the memory. The cost is measured without it, on a sample, once a machine: a second
comparison shows the same figures.
"""

import multiprocessing
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import SummarizerConfig, TranslateConfig
from pipeline.errors import ModelError
from pipeline.evaluate.cost import STAGE, Cost, ModelFacts, cost_from_json, cost_to_json, machine, peak_memory
from pipeline.evaluate.example import Example
from pipeline.evaluate.text_writers import TextWriter, make_writer
from pipeline.progress import Progress
from pipeline.records import TextLanguage
from pipeline.store.memory import Memory, memory_key

SAMPLE_SENTENCES = 96
SAMPLE_ARTICLES = 8
_PASSES = 3  # over the sample: the fastest counts, for whatever else the machine does only makes one slower
_SENTENCES_AT_ONCE = 512
_ARTICLES_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Job:
    """What a system does: translate with `options`, or write `points` key points in `language` with them."""

    options: TranslateConfig | SummarizerConfig
    examples: tuple[Example, ...]
    language: TextLanguage
    points: int
    memory: Path

    @property
    def translates(self) -> bool:
        """Whether the examples are sentences to translate."""
        return isinstance(self.options, TranslateConfig)


@dataclass(frozen=True, slots=True)
class Ran:
    """The outputs in the order of the examples, and what they cost."""

    outputs: tuple[str, ...]
    facts: ModelFacts
    cost: Cost


def run_system(job: Job, progress: Progress, name: str) -> Ran:
    """Run `job` in new processes.

    Raises: ModelError, ConfigError, OutputError as the model or the memory does; ModelError too if a process is killed.
    """
    try:
        return _run(job, progress, name)
    except BrokenProcessPool as error:
        raise ModelError(
            f"{name}: the process that ran it was killed, most likely for want of memory. What it wrote is kept. Free "
            "memory, or lower batch_tokens in its configuration, and start the same command again."
        ) from error


def _run(job: Job, progress: Progress, name: str) -> Ran:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as process:
        facts, known = process.submit(_recall, job).result()
        cost = known or process.submit(_measure, job).result()
    outputs: list[str] = []
    at_once = _SENTENCES_AT_ONCE if job.translates else _ARTICLES_AT_ONCE
    unit = "sentence" if job.translates else "article"
    with (
        ProcessPoolExecutor(1, mp_context=spawn, initializer=_keep, initargs=(job,)) as process,
        progress.step(name, len(job.examples), unit) as advance,
    ):
        for start in range(0, len(job.examples), at_once):
            done = process.submit(_write, start, start + at_once).result()
            outputs += done
            advance(len(done))
    return Ran(tuple(outputs), facts, cost)


_kept: list[tuple[Job, list[TextWriter]]] = []
"""In the process that writes: its job, and its writer once there is one."""


def _keep(job: Job) -> None:
    _kept.append((job, []))


def _write(start: int, stop: int) -> list[str]:
    job, writers = _kept[0]
    if not writers:
        writers.append(make_writer(job.options, job.language, job.points, Memory(job.memory)))
    return writers[0].write(job.examples[start:stop])


def _recall(job: Job) -> tuple[ModelFacts, Cost | None]:
    """Return what is known of the system; if it was never measured, load it once.

    The first time a model may have to be converted, which takes memory that no night takes.
    """
    writer = make_writer(job.options, job.language, job.points, None)
    facts = writer.facts()
    sample = _sample(job)
    key = _cost_key(job, facts, sample)
    with Memory(job.memory) as memory:
        if known := memory.get([key]):
            return facts, cost_from_json(known[key])
    writer.write(sample[:1])
    return facts, None


def _measure(job: Job) -> Cost:
    """Measure the system in this process, which has done nothing else, and remember it."""
    writer = make_writer(job.options, job.language, job.points, None)
    sample = _sample(job)
    writer.write(sample[:1])  # loads the model
    seconds = min(_timed(writer, sample) for _ in range(_PASSES))
    tokens = writer.tokens(sample)
    cost = Cost(len(sample), len(sample) / seconds, tokens / seconds, peak_memory(), machine())
    with Memory(job.memory) as memory:
        memory.put([(_cost_key(job, writer.facts(), sample), cost_to_json(cost))])
    return cost


def _timed(writer: TextWriter, sample: Sequence[Example]) -> float:
    began = time.perf_counter()
    writer.write(sample)
    return time.perf_counter() - began


def _cost_key(job: Job, facts: ModelFacts, sample: Sequence[Example]) -> str:
    stated = facts.identity | {"stage": STAGE, "machine": machine(), "batch_tokens": job.options.batch_tokens}
    return memory_key(stated, "\0".join(example.source for example in sample))


def _sample(job: Job) -> list[Example]:
    return spread(job.examples, SAMPLE_SENTENCES if job.translates else SAMPLE_ARTICLES)


def spread(examples: Sequence[Example], count: int) -> list[Example]:
    """Return `count` examples from all over, so that short and long ones are there as they are in all."""
    count = min(count, len(examples))
    return [examples[number * len(examples) // count] for number in range(count)]
