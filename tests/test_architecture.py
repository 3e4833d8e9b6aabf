"""Imports point one way; `docs/architecture.md` says which."""

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

PIPELINE = Path(__file__).parents[1] / "pipeline"

# Every layer may import what stands above it in this list, and nothing below or beside.
LAYERS = (
    {"__version__", "errors", "records", "progress", "resources", "versions", "cores", "json_lines"},
    {"explain", "held", "line_files"},
    {"config_stories"},
    {"config"},
    {"text", "store", "catalogue"},
    {"engines", "names", "ingest", "score", "render"},
    {"check", "corpus", "translate"},
    {"summarize"},
    {"mending", "stories"},
    {"reading", "lines", "writer", "grouping", "one_spelling", "one_story", "train"},
    {"night", "doctor", "evaluate"},
    {"dry_run"},
    {"cli"},
    {"__main__"},
)


@cache
def imports() -> dict[str, set[str]]:
    """Return, for each part of `pipeline`, the other parts it imports anywhere in its files."""
    found = defaultdict(set)
    for path in PIPELINE.rglob("*.py"):
        parts = path.relative_to(PIPELINE).parts
        importer = parts[0] if len(parts) > 1 else path.stem
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module == "pipeline":
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pipeline."):
                names = [node.module.split(".")[1]]
            elif isinstance(node, ast.Import):
                names = [alias.name.split(".")[1] for alias in node.names if alias.name.startswith("pipeline.")]
            found[importer].update(name for name in names if name != importer)
    return found


@pytest.mark.parametrize("part", sorted(part for part in imports() if part != "__init__"))
def test_a_part_imports_only_what_stands_above_it(part):
    above: set[str] = set()
    for layer in LAYERS:
        if part in layer:
            break
        above |= layer
    else:
        pytest.fail(f"{part} stands in no layer: say where in LAYERS and in docs/architecture.md")
    assert imports()[part] <= above
