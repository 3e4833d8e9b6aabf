"""What is compared: a configuration, a model, or a file of outputs made elsewhere."""

import difflib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.catalogue.cards import CARD_FILE, bundled_folders, card_folder, read_card
from pipeline.config import Config, SummarizerConfig, TranslateConfig, load_config
from pipeline.errors import ConfigError, InputError
from pipeline.evaluate.aligned import read_texts, script_language
from pipeline.records import Language, TextLanguage
from pipeline.resources import data_folder
from pipeline.score.baselines import EXTRACTIVE
from pipeline.score.segment_statistics import Task

TASKS: tuple[Task, ...] = ("translation", "summary")
_LANGUAGES: tuple[TextLanguage, ...] = ("uk", "en")


@dataclass(frozen=True, slots=True)
class System:
    """One side of a comparison.

    `stated` is what was typed, `name` what it is called in the report. Of `translate`, `summarize` (by language) and
    `outputs` (a file) those are there that it can do; the configurations need not be of models that are here.
    """

    name: str
    stated: str
    translate: TranslateConfig | None = None
    summarize: Mapping[Language, SummarizerConfig] | None = None
    points: int = 3
    outputs: Path | None = None

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What it can be compared for; a file of outputs for anything, one thing at a time."""
        if self.outputs:
            return TASKS
        able = (bool(self.translate), bool(self.summarize))
        return tuple(task for task, can in zip(TASKS, able, strict=True) if can)


def find_systems(stated: Sequence[str]) -> list[System]:
    """Find what each word stands for: a bundled configuration or a .toml file, a model, a file of outputs.

    Raises: InputError for a word that stands for nothing, or fewer than two; ConfigError, ModelError.
    """
    if len(stated) < 2:
        raise InputError("Expected two systems or more to compare. Type: tezy compare A B")
    found = [_find(word) for word in stated]
    taken: Counter[str] = Counter()
    for number, system in enumerate(found):
        taken[system.name] += 1
        if taken[system.name] > 1:
            found[number] = replace(system, name=f"{system.name} ({taken[system.name]})")
    return found


def common_tasks(systems: Sequence[System], asked: Task | None) -> tuple[Task, ...]:
    """Return what all systems can be compared for. Files of outputs are translations unless a task is asked for.

    Raises: InputError if there is nothing.
    """
    common = [task for task in TASKS if all(task in system.tasks for system in systems)]
    if asked:
        common = [task for task in common if task == asked]
    elif any(system.outputs for system in systems):
        common = common[:1]
    if not common:
        able = "; ".join(f"{system.name}: {' and '.join(system.tasks)}" for system in systems)
        raise InputError(f"These systems have no {asked or 'task'} in common ({able}). Compare like with like.")
    return tuple(common)


def summary_language(systems: Sequence[System]) -> TextLanguage:
    """Return the language whose articles are summed up: Ukrainian if all systems write it.

    A file of outputs writes the language that it is in.
    Raises: InputError if there is none that all of them write.
    """
    written = [_written(system) for system in systems]
    for language in _LANGUAGES:
        if all(language in own for own in written):
            return language
    told = "; ".join(f"{system.name}: {' and '.join(own)}" for system, own in zip(systems, written, strict=True))
    raise InputError(f"These key points are in no language in common ({told}). Compare those of one language.")


def _written(system: System) -> Sequence[TextLanguage]:
    """Return the languages in which a system writes key points; of a file without letters, any."""
    if system.outputs:
        found = script_language(read_texts(str(system.outputs), "hypothesis"))
        return (found,) if found else _LANGUAGES
    return [language for language in _LANGUAGES if language in (system.summarize or {})]


def _find(word: str) -> System:
    path = Path(word)
    configurations = {one.stem for one in data_folder("configs").glob("*.toml")}
    if word in configurations or (path.suffix == ".toml" and path.name != CARD_FILE):
        return _configured(path.stem, word, load_config(word))
    if word == EXTRACTIVE:
        return System(word, word, summarize={"uk": SummarizerConfig(), "en": SummarizerConfig()})
    if path.is_file() and path.name != CARD_FILE:
        return System(path.stem, word, outputs=path)
    if word in bundled_folders() or path.is_dir():
        return _modelled(word)
    near = difflib.get_close_matches(word, [*configurations, *bundled_folders(), EXTRACTIVE], n=1)
    hint = f"Did you mean {near[0]}?" if near else "tezy models list names the models."
    raise InputError(f"{word}: neither a file of outputs, nor a configuration, nor a model. {hint}")


def _configured(name: str, word: str, config: Config) -> System:
    writers: dict[Language, SummarizerConfig] = {"uk": config.summarize.uk, "en": config.summarize.en}
    return System(name, word, config.translate, writers, config.summarize.points)


def _modelled(word: str) -> System:
    """Run a model as the starter's configuration runs one."""
    card = read_card(card_folder(word))
    if card.job == "translate":
        return System(card.name, word, translate=TranslateConfig(model=word))
    if card.job == "embed":
        raise ConfigError(f"{card.name} is a model to embed with; expected one that translates or summarizes.")
    options = SummarizerConfig(model=word)
    writers: dict[Language, SummarizerConfig] = {one: options for one in _LANGUAGES if one in card.languages}
    if not writers:
        raise ConfigError(f"{card.name} writes {', '.join(card.languages)}: expected Ukrainian or English.")
    return System(card.name, word, summarize=writers)
