"""The comparison on one page: read the data, run what must be run, score, say what came of it."""

import hashlib
import json
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import __version__
from pipeline.config import SummarizerConfig, TranslateConfig
from pipeline.errors import InputError
from pipeline.evaluate.aligned import check_languages, read_texts
from pipeline.evaluate.evaluation import Outputs, TaskResult, evaluate
from pipeline.evaluate.example import Example, TestSet
from pipeline.evaluate.run_system import Job, run_system
from pipeline.evaluate.system import System, common_tasks, find_systems, summary_language
from pipeline.evaluate.test_sets import bundled_test_set, read_test_set
from pipeline.evaluate.text_writers import make_writer
from pipeline.evaluate.verdict import verdicts
from pipeline.progress import Progress
from pipeline.records import TextLanguage
from pipeline.score.segment_statistics import Task
from pipeline.versions import installed_versions

_OF_OUTPUTS = (
    "Outputs are translations into English unless --task summary says otherwise, and key points are in the language of "
    "their articles."
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything a report says. `command` does it again; `fingerprint` is a hash of what could change a number."""

    command: str
    test_set: TestSet
    results: tuple[TaskResult, ...]
    verdicts: tuple[str, ...]
    versions: dict[str, str]
    fingerprint: str


def compare_systems(
    stated: Sequence[str], data: Path | None, task: Task | None, memory: Path, progress: Progress
) -> Comparison:
    """Compare the systems that `stated` names, the first with each of the others, on `data` or the bundled test set.

    Raises: InputError, ModelError, ConfigError, OutputError, each saying what to do.
    """
    systems = find_systems(stated)
    test_set = read_test_set(data or bundled_test_set())
    planned = []  # all of it before the first model runs: what is missing is told before hours are spent
    for one, language in _tasks(systems, test_set, task):
        examples = test_set.examples(one, language)
        planned.append((one, language, examples, [_job(system, one, language, examples, memory) for system in systems]))
    results = []
    for one, language, examples, jobs in planned:
        outputs = [_outputs(system, one, job, progress) for system, job in zip(systems, jobs, strict=True)]
        with progress.step(f"scoring: {one}", len(systems) * len(examples), "output") as advance:
            results.append(evaluate(one, language, examples, outputs))
            advance(len(systems) * len(examples))
    command = [
        "tezy",
        "compare",
        *stated,
        *(["--data", str(data)] if data else []),
        *(["--task", task] if task else []),
    ]
    versions = {"tezy": __version__, **_versions()}
    return Comparison(
        command=shlex.join(command),
        test_set=test_set,
        results=tuple(results),
        verdicts=tuple(verdicts(results)),
        versions=versions,
        fingerprint=_fingerprint(test_set, results, versions),
    )


def _tasks(systems: Sequence[System], test_set: TestSet, asked: Task | None) -> list[tuple[Task, TextLanguage]]:
    """Return what can be compared on these data, each with the language of its sources.

    Raises: InputError if nothing, or not what is asked for.
    """
    able = common_tasks(systems, asked)
    languages = ((task, _language(task, systems)) for task in able)
    found = [(task, language) for task, language in languages if test_set.examples(task, language)]
    if not found:
        lacking = {"translation": "a source with a reference", "summary": "an article with key points in its language"}
        what = " nor ".join(lacking[task] for task in able)
        raise InputError(f"{test_set.name} has not {what}, which is what to compare these systems for ({able[0]}).")
    return found


def _language(task: Task, systems: Sequence[System]) -> TextLanguage:
    """Return the language of the sources."""
    return "uk" if task == "translation" else summary_language(systems)


def _job(
    system: System, task: Task, language: TextLanguage, examples: tuple[Example, ...], memory: Path
) -> Outputs | Job:
    """Return what a file has, or what is to be run, which is sure to be here."""
    if system.outputs:
        return _read(system, system.outputs, examples, "en" if task == "translation" else language)
    options: TranslateConfig | SummarizerConfig | None = system.translate
    if task == "summary":
        options = (system.summarize or {}).get(language)
    if options is None:
        raise InputError(f"{system.stated} has nothing to do a {task} with in {language}.")
    make_writer(options, language, system.points, None)
    return Job(options, examples, language, system.points, memory)


def _outputs(system: System, task: Task, job: Outputs | Job, progress: Progress) -> Outputs:
    if isinstance(job, Outputs):
        return job
    ran = run_system(job, progress, f"{system.name}: {task}")
    return Outputs(system.name, system.stated, ran.outputs, ran.facts, ran.cost)


def _read(system: System, path: Path, examples: Sequence[Example], language: TextLanguage) -> Outputs:
    texts = read_texts(str(path), "hypothesis")
    if len(texts) != len(examples):
        raise InputError(
            f"{path} has {len(texts)} outputs and the data have {len(examples)} to compare: expected one for each, in "
            "order. An empty line stands for a missing output; --task says what the outputs are."
        )
    if not any(text.strip() for text in texts):
        raise InputError(f"{path}: expected outputs, found {len(texts)} empty lines.")
    check_languages({str(path): (texts, language)}, _OF_OUTPUTS)
    return Outputs(system.name, system.stated, tuple(texts))


def _versions() -> dict[str, str]:
    from importlib.metadata import version

    return installed_versions() | {name: version(name) for name in ("numpy", "sacrebleu")}


def _fingerprint(test_set: TestSet, results: Sequence[TaskResult], versions: dict[str, str]) -> str:
    stated = [test_set.digest, versions]
    for result in results:
        stated += [result.task, *(outputs_digest(system.outputs) for system in result.systems)]
    return hashlib.sha256(json.dumps(stated, sort_keys=True).encode()).hexdigest()[:12]


def outputs_digest(outputs: Outputs) -> str:
    """Return the sha256 of a system's name and outputs."""
    return hashlib.sha256("\0".join((outputs.name, *outputs.texts)).encode()).hexdigest()
