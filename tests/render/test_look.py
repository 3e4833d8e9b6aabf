"""A newsroom's own templates."""

import io

import pytest

from pipeline.errors import ConfigError
from pipeline.render.look import Look
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


def test_a_name_that_there_is_not_is_an_error_and_no_empty_place(tmp_path, make_brief, run_info):
    (tmp_path / "story.html.j2").write_text("{{ item.nothing }}")
    with pytest.raises(ConfigError, match="a template cannot be rendered"):
        page(Look(tmp_path), run_info, make_brief(1))


def test_the_fingerprint_tells_one_content_from_another(tmp_path):
    assert Look().fingerprint == ""
    (tmp_path / "digest.css").write_text("a {}")
    first = Look(tmp_path).fingerprint
    (tmp_path / "digest.css").write_text("b {}")
    assert Look(tmp_path).fingerprint != first
