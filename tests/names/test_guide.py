from pathlib import Path
from typing import get_args

import pytest

from pipeline.names.entry import Kind, Use
from pipeline.names.glossary_file import COLUMNS

GUIDE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", [*COLUMNS, *get_args(Kind), *filter(None, get_args(Use))])
def test_the_guide_explains_every_column_and_value(word: str) -> None:
    assert f"`{word}`" in GUIDE


def test_the_examples_of_the_guide_can_be_read(tmp_path: Path) -> None:
    from pipeline.names.glossary_file import read_glossary_file

    example = GUIDE.split("```\nenglish\t")[1].split("```")[0]
    (tmp_path / "g.tsv").write_text("english\t" + example, encoding="utf-8")
    assert read_glossary_file(tmp_path / "g.tsv")[0].english == "Kharkov"
