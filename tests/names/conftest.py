from pathlib import Path

import pytest

from pipeline.config import GlossaryConfig
from pipeline.names.glossary import Glossary, load_glossary, read_glossary

HEADER = "english\tukrainian\tforms\tkind\tuse\talso\tavoid\tnote\n"


@pytest.fixture(scope="session")
def house() -> Glossary:
    return load_glossary(GlossaryConfig())


@pytest.fixture
def glossary_of(tmp_path: Path):
    """Write rows into a file of their own and read it as the only glossary."""

    def write(*rows: str, ours: str = "") -> Glossary:
        path = tmp_path / "house.tsv"
        path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
        if not ours:
            return read_glossary([path])
        (tmp_path / "ours.tsv").write_text(ours, encoding="utf-8")
        return read_glossary([path], [tmp_path / "ours.tsv"])

    return write
