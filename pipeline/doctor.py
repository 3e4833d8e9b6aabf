"""What works on this machine: each check looks at one thing and says what was found and what to do about it.

Nothing is changed but the cache that any run would fill, and no connection is opened.
"""

import os
import platform
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Literal

from pipeline import __version__
from pipeline.catalogue.cards import bundled_folders, read_card
from pipeline.catalogue.find import find_model
from pipeline.catalogue.verify import verify_files
from pipeline.config import Config, SummarizerConfig, TranslateConfig, load_config
from pipeline.config_stories import StoriesConfig
from pipeline.cores import cores
from pipeline.engines.devices import cpu_has_bfloat16, resolve_runtime
from pipeline.errors import ModelError, TezyError
from pipeline.resources import home, memory_path
from pipeline.score.baselines import EXTRACTIVE
from pipeline.stories.by_terms import NAME as TERMS
from pipeline.versions import installed_versions

Status = Literal["ok", "warn", "fail"]

EXAMPLE = "Київ — столиця України."
LEAST_MEMORY = 2_000_000_000  # the starter, both engines and a chunk of articles take 1 to 1.5 GB
LEAST_FREE = 1_000_000_000  # memory file, converted starter, and outputs of some nights


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it is, what was found, and what to do if that is not as it should be."""

    name: str
    status: Status
    found: str
    advice: str = ""


def examine(config_name: str) -> Iterator[Check]:
    """Yield the result of every check, for the configuration `config_name` (a file or a bundled name)."""
    yield check_libraries()
    yield check_processor()
    yield check_memory()
    yield check_gpu()
    yield check_home()
    yield check_memory_file()
    yield from check_configuration(config_name)
    yield from check_bundled_models()


def check_libraries() -> Check:
    """Name the versions of Tezy, Python and what Tezy stands on."""
    try:
        versions = installed_versions()
    except PackageNotFoundError as error:
        return Check("versions", "fail", f"{error.name} is not installed", "Install Tezy again: pip install tezy")
    named = ("python", "ctranslate2", "torch", "transformers")
    return Check("versions", "ok", ", ".join([f"tezy {__version__}", *(f"{name} {versions[name]}" for name in named)]))


def check_processor() -> Check:
    """Name cores and what they can do for int8 and bfloat16."""
    import ctranslate2

    flags = processor_flags()
    features = [
        label
        for label, names in (
            ("AVX2", {"avx2"}),
            ("AVX-512", {"avx512f"}),
            ("VNNI (fast int8)", {"avx512_vnni", "avx_vnni"}),
            ("AMX", {"amx_tile"}),
        )
        if flags & names
    ]
    with suppress(ImportError, OSError):  # a torch that is not whole: the models below say so
        features += ["bfloat16"] * cpu_has_bfloat16()
    found = ", ".join([platform.machine(), f"{cores()} cores", *features])
    if "int8" not in ctranslate2.get_supported_compute_types("cpu"):
        return Check(
            "processor", "warn", f"{found}; no int8", 'Set compute_type = "float32"; it is several times slower.'
        )
    return Check("processor", "ok", found)


def processor_flags() -> set[str]:
    """Return what the processor says it can do; nothing where the system does not tell."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return set()
    return next(
        (set(line.partition(":")[2].split()) for line in lines if line.startswith(("flags", "Features"))), set()
    )


def check_memory() -> Check:
    """Look whether there is enough working memory for the bundled models."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    free = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES")
    try:  # counts what the system would give back, which the pages above do not
        lines = Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()
        free = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
    except (OSError, StopIteration):
        pass
    found = f"{free / 1e9:.1f} GB free of {total / 1e9:.1f} GB"
    if free < LEAST_MEMORY:
        return Check("memory", "warn", found, "The bundled models want 2 GB. Close something, or lower batch_tokens.")
    return Check("memory", "ok", found)


def check_gpu() -> Check:
    """Name the GPUs that CTranslate2 can use."""
    import ctranslate2

    count = ctranslate2.get_cuda_device_count()
    return Check("GPU", "ok", f"{count}, CUDA" if count else "none; models run on the processor")


def check_home() -> Check:
    """Look whether the folder for memory and models can be written and has space."""
    folder = home()
    place = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=place):
            free = shutil.disk_usage(place).free
    except OSError as error:
        hint = "Make it writable, or set TEZY_HOME to another folder."
        return Check("home", "fail", f"{folder} is not writable ({error.strerror})", hint)
    found = f"{folder}, {free / 1e9:.1f} GB free"
    if free < LEAST_FREE:
        return Check("home", "warn", found, "Free space, or set TEZY_HOME to a folder on another disk.")
    return Check("home", "ok", found)


def check_memory_file() -> Check:
    """Look whether the memory of earlier runs can be read."""
    path = memory_path()
    if not path.exists():
        return Check("memory file", "ok", f"{path} does not exist yet; the first run makes it")
    try:
        database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            (count,) = database.execute("SELECT count(key) FROM memory").fetchone()
        finally:
            database.close()
    except sqlite3.Error as error:
        return Check(
            "memory file", "fail", f"{path} cannot be read ({error})", "Move it away; the next run makes a new one."
        )
    return Check("memory file", "ok", f"{path}, {count:,} texts")


def check_configuration(name: str) -> Iterator[Check]:
    """Look whether the configuration loads, this machine can do what it asks for, and its models are here."""
    try:
        config = load_config(name)
    except TezyError as error:
        yield Check("configuration", "fail", str(error))
        return
    yield Check("configuration", "ok", f"{name} loads")
    missing: list[str] = []
    for job, part in config.models().items():
        if part.model not in (EXTRACTIVE, TERMS):
            ready = partial(_embeds, part) if isinstance(part, StoriesConfig) else partial(_ready, job, part)
            yield _attempt(job, partial(_noting_missing, ready, missing))
    yield _attempt("glossary", partial(_glossary, config))
    if config.render.templates:
        yield _attempt("templates", partial(_templates, config))
    if not missing:
        yield Check("network", "ok", "not needed: every model that is named is here")
    else:
        yield Check("network", "warn", "needed once", "Pull what is missing, or see docs/models.md, Without a network.")


def check_bundled_models() -> Iterator[Check]:
    """Verify every bundled model, load it, and let it translate a sentence."""
    for name, folder in bundled_folders().items():
        try:
            card = read_card(folder)
        except TezyError as error:
            yield Check(name, "fail", str(error), "Install Tezy again.")
            continue
        if not card.repo:
            yield _attempt(name, partial(_tried, name))


def _attempt(name: str, act: Callable[[], str]) -> Check:
    try:
        return Check(name, "ok", act())
    except TezyError as error:
        return Check(name, "fail", str(error))
    except (ImportError, OSError, RuntimeError) as error:  # a library that is not whole
        return Check(name, "fail", f"{type(error).__name__}: {error}", "Install Tezy again.")


def _ready(job: str, options: TranslateConfig | SummarizerConfig) -> str:
    """Look at a model as a run does, which refuses one of another job or language."""
    from pipeline.summarize.make import make_summarizer
    from pipeline.translate.translator import Translator

    if isinstance(options, TranslateConfig):
        Translator(options)
    else:
        make_summarizer(options, "uk" if job.endswith("uk") else "en", None)
    model = find_model(options.model, options.lock)
    verify_files(model)
    runtime = resolve_runtime(options)
    return f"{model.card.name} {model.revision[:12]} on {options.engine}, {runtime.device}, {runtime.compute_type}"


def _noting_missing(act: Callable[[], str], missing: list[str]) -> str:
    """Note in `missing` if it is the model that is at fault, not this machine or the configuration."""
    try:
        return act()
    except ModelError as error:
        missing.append(str(error))
        raise


def _glossary(config: Config) -> str:
    from pipeline.names.glossary import load_glossary

    return f"{len(load_glossary(config.glossary).entries):,} names"


def _templates(config: Config) -> str:
    from pipeline.render.look import Look
    from pipeline.render.sample import try_templates

    look = Look(config.render.templates_folder)
    try_templates(look, config.model_dump(mode="json"), {})
    return f"{config.render.templates} renders"


def _embeds(options: StoriesConfig) -> str:
    """Load it too: a run would only at its end."""
    from pipeline.engines.load import load_encoder
    from pipeline.stories.make import make_embedder

    make_embedder(options, None)  # refuses a card that articles cannot be compared by
    model = find_model(options.model, options.lock)
    numbers = load_encoder(model).vectors([EXAMPLE]).shape[1]
    return f"{model.card.name} {model.revision[:12]} on transformers, float32, vectors of {numbers} numbers"


def _tried(name: str) -> str:
    from pipeline.engines.load import load_generator

    model = find_model(name)
    start = time.perf_counter()
    generator = load_generator(model, TranslateConfig(max_new_tokens=64))
    loaded = time.perf_counter()
    (output,) = generator.generate([EXAMPLE])
    done = time.perf_counter()
    return f"loads in {loaded - start:.1f} s; {EXAMPLE} -> {output} ({done - loaded:.2f} s)"
