import subprocess
import sys
from pathlib import Path

import pytest


def tezy(*arguments, **options):
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, **options)


def test_help_names_every_command_with_what_it_does():
    shown = tezy("-h").stdout
    for command in (
        "run",
        "brief",
        "translate",
        "summarize",
        "clean",
        "models",
        "doctor",
        "score",
        "compare",
        "gate",
    ):
        assert f"\n  {command} " in shown


@pytest.mark.parametrize(
    "module", ["torch", "transformers", "ctranslate2", "datasets", "evaluate", "lingua", "sacrebleu", "trafilatura"]
)
def test_help_does_not_import_what_only_work_needs(module):
    code = f"import sys; from pipeline.cli.main import main\ntry: main()\nfinally: assert '{module}' not in sys.modules"
    ran = subprocess.run([sys.executable, "-c", code, "-h"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    "command", ["run", "brief", "translate", "summarize", "clean", "models", "doctor", "score", "compare", "gate"]
)
def test_every_command_has_help_with_an_example(command):
    shown = tezy(command, "-h")
    assert shown.returncode == 0
    assert f"tezy {command}" in shown.stdout.split("\n", 1)[1]


def test_an_unknown_command_is_a_usage_error_with_a_suggestion():
    ran = tezy("rnu")
    assert ran.returncode == 2
    assert "rnu" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_unknown_configuration_is_one_clear_line_and_status_2():
    ran = tezy("run", "x", "--config", "startr")
    assert ran.returncode == 2
    assert ran.stderr == "tezy: no configuration startr: neither a file nor a bundled name. Did you mean starter?\n"


def test_input_that_is_not_there_is_one_clear_line_and_status_2(tmp_path):
    ran = tezy("run", "nothing-here", "--out", str(tmp_path / "out"))
    assert ran.returncode == 2
    assert "nothing-here" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_reader_that_closes_early_is_no_error():
    piped = f"set -o pipefail; {sys.executable} -m pipeline models list | true"
    ran = subprocess.run(["bash", "-c", piped], capture_output=True, text=True, check=False)
    assert ran.returncode == 0
    assert ran.stderr == ""


def test_output_that_cannot_be_written_is_one_clear_line_and_status_2():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", "models", "list"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 2
    assert done.stderr.startswith("tezy: the output cannot be written (No space left on device).")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["a.txt", "--json", "--full"], "--full and --json exclude each other"),
        (["a.txt", "--format", "text", "--json"], "--json and --format exclude each other"),
        (["a.txt", "--story", "2"], "--story chooses from a published run"),
        ([".", "--full"], "--full takes one article"),
        (["a.txt", "b.txt", "--full"], "--full takes one article"),
    ],
)
def test_options_of_brief_that_would_do_nothing_are_refused(options, said):
    ran = tezy("brief", *options)
    assert ran.returncode == 2
    assert said in ran.stderr
