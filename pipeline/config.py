"""The configuration of a run: one TOML file, every key typed, unknown keys refused.

Each key is explained in place in `configs/starter.toml`. What a file leaves out has the default given here, which is
the starter's. What is said of a wrong value is in `pipeline.explain`.
"""

import difflib
import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from pipeline.config_stories import StoriesConfig
from pipeline.errors import ConfigError
from pipeline.explain import explain
from pipeline.resources import data_folder

EngineName = Literal["ctranslate2", "transformers"]
Device = Literal["auto", "cpu", "cuda"]
ComputeType = Literal["auto", "float32", "bfloat16", "float16", "int8", "int8_float16"]


LOCK_FILE = "tezy.lock"


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Columns(_Section):
    """Which column or JSON key of a table holds what; a name that the table lacks is an empty field."""

    text: str = "text"
    title: str = "title"
    lead: str = "lead"
    key_points: str = "key_points"
    outlet: str = "outlet"
    date: str = "date"
    url: str = "url"
    language: str = "language"


class InputConfig(_Section):
    """What is read."""

    columns: Columns = Columns()
    max_megabytes: Annotated[float, Field(gt=0, le=1000)] = 10.0
    max_paragraph_characters: Annotated[int, Field(ge=1000)] = 50_000


class GenerationConfig(_Section):
    """How a model is run; the same options mean the same on both engines.

    `lock` is no key: it is the lock beside the file that this was read from, which `find_model` wants to know.
    """

    _lock: Path | None = PrivateAttr(default=None)

    engine: EngineName = "ctranslate2"
    device: Device = "auto"
    compute_type: ComputeType = "auto"
    beam_size: Annotated[int, Field(ge=1, le=10)] = 4
    length_penalty: Annotated[float, Field(ge=0, le=5)] = 1.0
    repetition_penalty: Annotated[float, Field(ge=1, le=5)] = 1.0
    no_repeat_ngram_size: Annotated[int, Field(ge=0, le=20)] = 0
    max_source_tokens: Annotated[int, Field(ge=16, le=16_384)] = 200
    max_new_tokens: Annotated[int, Field(ge=8, le=4096)] = 256
    batch_tokens: Annotated[int, Field(ge=64, le=1_000_000)] = 4096

    @property
    def lock(self) -> Path | None:
        """The lock of the models named here; None is the one that the bundled configurations share."""
        return self._lock


class TranslateConfig(GenerationConfig):
    """The translator: a model card's name and how it is run."""

    model: str = "starter-uk-en"


class SummarizerConfig(GenerationConfig):
    """The key-point writer of one language: `extractive`, or a model card's name and how it is run."""

    model: str = "extractive"
    max_source_tokens: Annotated[int, Field(ge=16, le=16_384)] = 512


class SummarizeConfig(_Section):
    """Key points. `english_points` says where a Ukrainian article's English points come from:

    `translate`: its Ukrainian points are translated; `summarize`: the English summarizer reads the translation.
    """

    points: Annotated[int, Field(ge=1, le=10)] = 3
    english_points: Literal["translate", "summarize"] = "translate"
    uk: SummarizerConfig = SummarizerConfig()
    en: SummarizerConfig = SummarizerConfig()


class GlossaryConfig(_Section):
    """How names are spelled: files that are laid over the house glossary.

    `folder` is no key: it is where the file lies that this was read from; None for a bundled one.
    """

    _folder: Path | None = PrivateAttr(default=None)

    files: list[str] = []

    @property
    def paths(self) -> list[Path]:
        """The files, relative to the configuration file that names them."""
        return [(self._folder or Path()) / name for name in self.files]


class RenderConfig(_Section):
    """How the digest looks. `folder` is no key: it is where the configuration file lies; None for a bundled one."""

    _folder: Path | None = PrivateAttr(default=None)

    templates: str = ""

    @property
    def templates_folder(self) -> Path | None:
        """The newsroom's own templates and style, relative to the configuration file; None if there are none.

        Raises: ConfigError if there is no such folder.
        """
        if not self.templates:
            return None
        folder = (self._folder or Path()) / self.templates
        if not folder.is_dir():
            raise ConfigError(
                f"render.templates must be a folder, but there is none at {folder}. Make it, or leave the key out."
            )
        return folder


class Config(_Section):
    """The whole configuration, resolved. `lock`: see `GenerationConfig`."""

    _lock: Path | None = PrivateAttr(default=None)

    input: InputConfig = InputConfig()
    translate: TranslateConfig = TranslateConfig()
    second_translator: TranslateConfig | None = None
    summarize: SummarizeConfig = SummarizeConfig()
    glossary: GlossaryConfig = GlossaryConfig()
    stories: StoriesConfig = StoriesConfig()
    render: RenderConfig = RenderConfig()

    @property
    def lock(self) -> Path | None:
        """The lock of the models named here; None is the one that the bundled configurations share."""
        return self._lock

    def models(self) -> dict[str, TranslateConfig | SummarizerConfig | StoriesConfig]:
        """Return each part that names a model, by its key; `second_translator` if there is one."""
        second = {"second_translator": self.second_translator} if self.second_translator else {}
        return {
            "translate": self.translate,
            **second,
            "summarize.uk": self.summarize.uk,
            "summarize.en": self.summarize.en,
            "stories": self.stories,
        }


def load_config(name: str) -> Config:
    """Read a configuration by path, or by the name of a bundled one (`starter`, `newsroom`, `gpu`).

    Raises: ConfigError naming file, key, what was expected, what was found, and the nearest known key.
    """
    path = config_path(name)
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}.") from error
    try:
        config = Config.model_validate(found)
    except ValidationError as error:
        raise ConfigError("\n".join(explain(path, Config, error))) from error
    return _with_lock(config, lock_beside(path))


def config_path(name: str) -> Path:
    """Return the file that `name` stands for: a path that exists, or a bundled configuration.

    Raises: ConfigError with the names that exist.
    """
    if Path(name).is_file():
        return Path(name)
    bundled = {path.stem: path for path in sorted(data_folder("configs").glob("*.toml"))}
    if name in bundled:
        return bundled[name]
    near = difflib.get_close_matches(name, bundled, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Give a file, or one of: {', '.join(bundled)}."
    raise ConfigError(f"no configuration {name}: neither a file nor a bundled name. {hint}")


def lock_beside(path: Path) -> Path | None:
    """Return where the lock of the configuration file `path` lies: beside it, so that the two travel together.

    None for a bundled configuration: its folder belongs to the installation and may not be writable.
    """
    bundled = data_folder("configs").resolve()
    return None if path.resolve().parent == bundled else path.parent / LOCK_FILE


def _with_lock(config: Config, lock: Path | None) -> Config:
    """Return a copy of `config` whose sections know the lock; the defaults, which all configurations share, do not."""
    translate, summarize, glossary = config.translate.model_copy(), config.summarize, config.glossary.model_copy()
    uk, en = summarize.uk.model_copy(), summarize.en.model_copy()
    second = config.second_translator.model_copy() if config.second_translator else None
    for section in filter(None, (translate, second, uk, en)):
        section._lock = lock
    summarize = summarize.model_copy(update={"uk": uk, "en": en})
    glossary._folder = lock.parent if lock else None
    stories = config.stories.model_copy()
    stories._lock = lock
    sections: dict[str, object] = {
        "translate": translate,
        "second_translator": second,
        "summarize": summarize,
        "glossary": glossary,
        "stories": stories,
    }
    sections["render"] = render = config.render.model_copy()
    render._folder = lock.parent if lock else None
    config = config.model_copy(update=sections)
    config._lock = lock
    return config
