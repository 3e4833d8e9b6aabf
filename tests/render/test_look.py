"""A newsroom's own templates."""

import io
import shutil
from dataclasses import fields, replace

import jinja2
import pytest

from pipeline.config import Config
from pipeline.errors import ConfigError, OutputError
from pipeline.render import sample
from pipeline.render.item import item
from pipeline.render.look import TEMPLATES, Look
from pipeline.render.mail import write_mail
from pipeline.render.page import write_page
from tests.render.conftest import night_of, tally_of


def page(look, run_info, *stories):
    night, file = night_of(*stories), io.StringIO()
    write_page(file, night, run_info, (), tally_of(night), look)
    return file.getvalue()


def test_a_template_of_the_folder_wins_and_the_others_stay(tmp_path, make_brief, run_info):
    (tmp_path / "colophon.html.j2").write_text("<footer>Наша редакція</footer>\n", encoding="utf-8")
    written = page(Look(tmp_path), run_info, make_brief(1))
    assert "<footer>Наша редакція</footer>" in written
    assert 'class="story"' in written


def test_a_file_of_another_name_is_refused_with_the_names_that_are_known(tmp_path):
    (tmp_path / "style.css").write_text("")
    with pytest.raises(ConfigError, match=r"style\.css: not a file of the digest\. Known names: .*digest\.css"):
        Look(tmp_path)


def test_a_broken_template_is_refused_with_its_line(tmp_path):
    (tmp_path / "story.html.j2").write_text("ok\n{% for %}")
    with pytest.raises(ConfigError, match=r"story\.html\.j2:2: not a template"):
        Look(tmp_path)


def mail(look, run_info, *stories):
    night = night_of(*stories)
    write_mail(io.StringIO(), night, run_info, tally_of(night), look)


@pytest.mark.parametrize(("name", "write"), [("digest.html.j2", page), ("mail.html.j2", mail)])
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("{{ run.nothing }}", "UndefinedError: .* no attribute 'nothing'"),
        ("{{ run.counts + 1 }}", "TypeError: "),
        ("{{ 1 // 0 }}", "ZeroDivisionError: "),
        ("{{ count('x', 'y') }}", "ValueError: "),
        ("{% include 'other.html.j2' %}", "TemplateNotFound: 'other.html.j2'"),
        ("{% from 'words.html.j2' import nothing %}{{ nothing() }}", "UndefinedError: .*does not export .*nothing"),
    ],
)
def test_whatever_a_template_raises_is_told_with_file_and_line(
    tmp_path, make_brief, run_info, name, write, wrong, said
):
    (tmp_path / name).write_text(f"ok\n{wrong}\n")
    with pytest.raises(ConfigError, match=rf"/{name}:2: cannot be rendered .*\({said}"):
        write(Look(tmp_path), run_info, make_brief(1))


def test_what_is_taken_from_a_file_that_others_need_is_told_too(tmp_path, make_brief, run_info):
    (tmp_path / "words.html.j2").write_text("{% macro say(english, ukrainian) %}{{ english }}{% endmacro %}")
    with pytest.raises(ConfigError, match=rf"cannot be rendered with the templates in {tmp_path} .*'both'"):
        page(Look(tmp_path), run_info, make_brief(1))


@pytest.mark.parametrize("error", [OutputError("the ledger cannot be read"), OSError("disk")])
def test_what_cannot_be_read_while_rendering_is_not_laid_on_a_newsrooms_template(tmp_path, make_brief, run_info, error):
    def broken(place):
        raise error

    (tmp_path / "colophon.html.j2").write_text("")
    night = replace(night_of(make_brief(1)), story=broken)
    with pytest.raises(type(error), match=str(error)):
        write_page(io.StringIO(), night, run_info, (), tally_of(night_of(make_brief(1))), Look(tmp_path))


def test_a_fault_of_our_own_templates_is_no_users_error(make_brief, run_info):
    with pytest.raises(jinja2.UndefinedError):
        write_page(io.StringIO(), night_of(make_brief(1)), run_info, (), None)


def try_sample(folder):
    sample.try_templates(Look(folder), Config().model_dump(mode="json"), {"translate": {"model": "m"}})


def test_the_sample_has_everything_that_a_template_can_show():
    shown = item(sample._story())
    assert [field.name for field in fields(shown) if not getattr(shown, field.name)] == ["section"]
    assert {one.kind for one in shown.differences} == {"number", "date", "name"}
    brief = sample._brief("a")
    assert {sentence.role for sentence in brief.sentences} == {"title", "lead", "heading", "item", "paragraph"}
    assert all(brief.article.text[one.start : one.end] == one.text for one in brief.sentences)
    assert {finding.severity for finding in brief.findings} == {"error", "warning", "note"}


def test_templates_that_can_be_rendered_pass_before_the_night(tmp_path):
    for path in TEMPLATES.iterdir():
        shutil.copy(path, tmp_path)
    try_sample(tmp_path)


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.glob("*.j2")))
def test_a_fault_in_any_template_is_found_before_the_night(tmp_path, name):
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(
        text + "{{ nothing_of_the_kind }}" if name != "words.html.j2" else "", encoding="utf-8"
    )
    with pytest.raises(ConfigError, match="cannot be rendered with the templates in"):
        try_sample(tmp_path)


@pytest.mark.parametrize(
    ("name", "text"), [("article.html.j2", "<p>{{ story.entry.id }}</p>"), ("digest.html.j2", "Hi")]
)
def test_a_page_that_would_not_be_published_is_found_before_the_night(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    with pytest.raises(ConfigError, match='must have every article as <article id="a-ID">'):
        try_sample(tmp_path)


def test_the_fingerprint_tells_one_content_from_another(tmp_path):
    assert Look().fingerprint == ""
    (tmp_path / "digest.css").write_text("a {}")
    first = Look(tmp_path).fingerprint
    (tmp_path / "digest.css").write_text("b {}")
    assert Look(tmp_path).fingerprint != first
