"""The published systems of WMT22 uk-en, where they lie beside the repository."""

from pathlib import Path

import pytest

from pipeline.evaluate.aligned import read_texts
from pipeline.score.corpus_metrics import BLEU
from pipeline.score.segment_statistics import segment_statistics

FOLDER = Path(__file__).parents[2] / ".." / "shared" / "eval" / "wmt22"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the WMT22 outputs are not beside the repository")

# BLEU by sacrebleu 2.6 on the whole set, in the order of the table beside it.
PUBLISHED = {
    "Lan-Bridge": 44.6,
    "Online-B": 44.4,
    "GTCOM": 43.9,
    "Online-G": 43.2,
    "Online-A": 42.3,
    "PROMT": 42.1,
    "ARC-NKUA": 41.9,
    "Online-Y": 41.8,
    "HuaweiTSC": 41.6,
    "ALMAnaCH-Inria": 30.0,
}


def test_the_published_systems_come_in_the_published_order():
    references = read_texts(str(FOLDER / "reference.en"), "reference")
    found = {}
    for name in PUBLISHED:
        outputs = read_texts(str(FOLDER / f"{name}.en"), "hypothesis")
        (counted,) = segment_statistics([outputs], references, "en", ["bleu"])
        found[name] = float(BLEU.score(counted["bleu"].sum(axis=0)))
    assert sorted(found, key=lambda name: -found[name]) == list(PUBLISHED)
    assert {name: round(score, 1) for name, score in found.items()} == PUBLISHED
