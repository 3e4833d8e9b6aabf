from pathlib import Path

import pytest

from pipeline.cli.inputs import one_article
from pipeline.config import load_config


def test_a_table_without_a_single_cell_is_skipped_with_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text("{}\n{}\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        one_article(str(path), load_config("starter"))
    assert ended.value.code == 1
    assert 'skipped wire.jsonl: The table has no column "text".' in capsys.readouterr().err
