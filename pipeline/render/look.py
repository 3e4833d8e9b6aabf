"""How the digest looks: templates, style and script; a newsroom's own folder wins over what travels with Tezy.

A folder may hold any of the files in `pipeline/render/templates` under the same name; what it lacks is taken from
there. `docs/output.md` says what each file is for.
"""

import functools
import hashlib
import sqlite3
import traceback
from collections.abc import Iterator
from pathlib import Path

import jinja2

from pipeline.errors import ConfigError, TezyError
from pipeline.render.dates import long_date, machine_date
from pipeline.render.neutral import neutralise
from pipeline.render.tally import count

TEMPLATES = Path(__file__).parent / "templates"


class Look:
    """The templates in force; `folder` is a newsroom's own, None if it has none. `own` says whether it has."""

    def __init__(self, folder: Path | None = None) -> None:
        """Find the templates. Raises: ConfigError for a file of another name, or one that is no template."""
        self.own = folder is not None
        self._folders = [*([folder] if folder else []), TEMPLATES]
        self.fingerprint = _fingerprint(folder) if folder else ""
        if folder:
            self._check(folder)

    def generate(self, name: str, **values: object) -> Iterator[str]:
        """Yield the template `name` as it is rendered, piece by piece.

        Raises: ConfigError naming file and line if a newsroom's own templates are in force and this cannot be rendered.
        """
        try:
            yield from self._environment.get_template(name).generate(**values)
        except Exception as error:  # a template is a program: it can raise anything
            of_input = isinstance(error, (TezyError, OSError, sqlite3.Error))  # what is read while it is rendered
            if not self.own or (of_input and not isinstance(error, jinja2.TemplateError)):
                raise
            frames = traceback.extract_tb(error.__traceback__)
            places = [f"{one.filename}:{one.lineno}" for one in frames if one.filename.endswith(".j2")]
            raise ConfigError(
                f"{places[-1] if places else name}: cannot be rendered with the templates in {self._folders[0]} "
                f"({type(error).__name__}: {error}). Correct them; docs/output.md says what templates get."
            ) from error

    @functools.cached_property
    def _environment(self) -> jinja2.Environment:
        """What renders the templates: every value is escaped, an unknown name is an error."""
        made = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self._folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        made.filters["neutral"] = neutralise
        made.globals |= {"long_date": long_date, "machine_date": machine_date, "count": count}
        return made

    def text(self, name: str) -> str:
        """Return the content of the style sheet or script `name`."""
        path = next(path for folder in self._folders if (path := folder / name).is_file())
        return path.read_text(encoding="utf-8")

    def _check(self, folder: Path) -> None:
        known = sorted(path.name for path in TEMPLATES.iterdir())
        for path in _files(folder):
            if path.name not in known:
                raise ConfigError(f"{path}: not a file of the digest. Known names: {', '.join(known)}.")
            try:
                if path.suffix == ".j2":
                    self._environment.get_template(path.name)
                else:
                    path.read_text(encoding="utf-8")
            except jinja2.TemplateSyntaxError as error:
                raise ConfigError(f"{path}:{error.lineno}: not a template ({error.message}).") from error
            except (OSError, UnicodeDecodeError) as error:
                raise ConfigError(f"{path}: cannot be read ({error}).") from error


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
