import json

import pytest
from click.testing import CliRunner

from pipeline.cli.check import check
from pipeline.errors import InputError

UKRAINIAN = "За добу загинуло 14 людей.\n\nВін не підтвердив цього.\nМіст стоїть.\n"


@pytest.fixture
def files(tmp_path):
    def write(english, ukrainian=UKRAINIAN):
        (tmp_path / "source").write_text(ukrainian, encoding="utf-8")
        (tmp_path / "target").write_text(english, encoding="utf-8")
        return str(tmp_path / "source"), str(tmp_path / "target")

    return write


def tezy_check(*arguments, **options):
    return CliRunner().invoke(check, arguments, **options)


def test_lines_that_agree_raise_nothing_and_end_with_status_0(files):
    ran = tezy_check(*files("Over the past day 14 people were killed.\n\nHe did not confirm it.\nThe bridge stands.\n"))
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert ran.stderr == "nothing to report in 4 lines\n"


def test_an_error_is_shown_under_its_lines_and_ends_with_status_3(files):
    ran = tezy_check(*files("Over the past day 40 people were killed.\n\nHe did not confirm it.\nThe bridge stands.\n"))
    assert ran.exit_code == 3
    assert ran.stdout.splitlines() == [
        "line 1",
        "  uk  За добу загинуло 14 людей.",
        "  en  Over the past day 40 people were killed.",
        "  error: source says 14, translation says 40 (numbers)",
    ]
    assert ran.stderr == "1 error in 1 of 4 lines\n"


def test_a_warning_alone_leaves_the_status_0(files):
    ran = tezy_check(*files("Over the past day 14 people were killed.\n\nHe confirmed it.\nThe bridge stands.\n"))
    assert ran.exit_code == 0
    assert "line 3" in ran.stdout
    assert ran.stderr == "1 warning in 1 of 4 lines\n"


def test_json_is_one_object_a_finding_with_its_line(files):
    ran = tezy_check(*files("40 people were killed.\n\nHe confirmed it.\n\n"), "--json")
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [(one["line"], one["check"]) for one in found if one["check"] in ("numbers", "negation")] == [
        (1, "numbers"),
        (3, "negation"),
    ]
    assert found[-1]["line"] == 4
    assert found[-1]["message"] == "there is no translation"
    assert set(found[0]) == {"line", "check", "severity", "confidence", "message", "source_span", "target_span"}


def test_names_are_checked_by_the_house_glossary(files):
    ran = tezy_check(*files("Zelenski came.\n", "Зеленський приїхав.\n"))
    assert "Zelenskyy" in ran.stdout


def test_files_of_different_length_are_refused_with_both_counts(files):
    ran = tezy_check(*files("14 people were killed.\n"))
    assert isinstance(ran.exception, InputError)
    assert ran.exception.exit_status == 2
    assert "has 4 lines" in str(ran.exception)
    assert "has 1: expected as many" in str(ran.exception)


def test_standard_input_can_be_one_of_the_two(files):
    source, _ = files("")
    ran = tezy_check(source, "-", input="40 people were killed.\n\nHe did not confirm it.\nThe bridge stands.\n")
    assert "translation says 40" in ran.stdout
    assert isinstance(tezy_check("-", "-").exception, InputError)


def test_control_characters_are_shown_not_obeyed(files):
    ran = tezy_check(*files("The bridge \x1b[31mstands.\n", "Міст стоїть.\n"))
    assert "\x1b" not in ran.stdout
    assert "\\x1b[31m" in ran.stdout
