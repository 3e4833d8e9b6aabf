"""What tests of the whole night need: a model folder as a newsroom would have one, a configuration, articles, a run."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from pipeline.catalogue.verify import hash_files
from tests.tiny_models.marian import build_marian

CARD = """\
name = "tiny"
title = "A tiny translator of random weights"
family = "marian"
job = "translate"
languages = ["uk", "en"]
license = "CC0-1.0"
commercial_use = true
about = "Writes nonsense, the same every time."

[files]
"""

_MAIL_TIME = re.compile(rb"^(?:Date|Message-ID): .*$", re.MULTILINE)

TOPICS = ("міст", "трамвай", "музей", "парк", "школа", "лікарня", "ринок", "стадіон")


def build_own_model(folder: Path) -> Path:
    """Write a model folder with its card; return the folder."""
    folder.mkdir(parents=True)
    build_marian(folder)
    files = "".join(f'"{name}" = "{sha256}"\n' for name, sha256 in hash_files(folder).items())
    (folder / "card.toml").write_text(CARD + files, encoding="utf-8")
    return folder


def write_config(path: Path, model: Path) -> Path:
    """Write a configuration that translates with `model`; return its path."""
    path.write_text(f'[translate]\nmodel = "{model}"\nbeam_size = 1\nmax_new_tokens = 16\n', encoding="utf-8")
    return path


def article_text(number: int, paragraphs: int = 6) -> str:
    """Return article number `number`, as scraped: a title, a deck, own key points, paragraphs all its own."""
    topic = TOPICS[number % len(TOPICS)]
    points = "\n".join(f"  • Пункт {n} про {topic} коштує {number * n} гривень." for n in (1, 2, 3))
    body = "\n\n".join(
        f"У місті {number} відкрили {topic} під номером {number * 100 + n}. "
        f"Мер сказав, що {topic} чекали {n + 2} років, і подякував {number + n} будівельникам."
        for n in range(paragraphs)
    )
    return (
        f"У місті {number} відкрили новий {topic}\nСуспільство\n\nДжерело: Вісник {number}\n\n"
        f"Новий {topic} відкрили сьогодні в місті {number} після ремонту, повідомили в мерії.\n\n"
        f"Головні тези:\n\n{points}\n\n{body}\n"
    )


def write_articles(folder: Path, count: int) -> Path:
    """Write `count` articles into `folder`; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(article_text(number), encoding="utf-8")
    return folder


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a command that keeps its own files in `home`."""
    return {**os.environ, "TEZY_HOME": str(home)}


def tezy(*arguments: object, home: Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env=environment(home),
        cwd=Path(__file__).parents[2],
        **options,
    )


def published(out: Path) -> dict[str, object]:
    """Return the files of the last digest in `out` by name, without what differs from start to start: the times."""
    files: dict[str, object] = {path.name: path.read_bytes() for path in sorted((out / "latest").iterdir())}
    run = json.loads(files.pop("run.json"))
    for name, content in files.items():
        files[name] = _MAIL_TIME.sub(b"", content).replace(run["started"].encode(), b"STARTED")
    files["run.json"] = {key: run[key] for key in run if key not in ("started", "finished", "work", "timings_s")}
    return files


def heavy_modules(*arguments: object, home: Path) -> tuple[str, subprocess.CompletedProcess[str]]:
    """Run the command line; return which of the heavy libraries it imported, as Python prints a list, and the run."""
    code = (
        "import sys; sys.argv[0] = 'tezy'\nfrom pipeline.cli.main import main\n"
        "heavy = {'torch', 'transformers'}\n"
        "try: main()\nfinally: print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment(home))
    return ran.stderr.rstrip().rpartition("\n")[2], ran
