"""Count what the metrics need of every segment; sacrebleu and `rouge_score` do the counting.

Long corpora are counted by as many processes as there are cores: the counting is all of the time.
"""

import importlib.metadata
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pipeline.score.corpus_metrics import WORD_ORDER
from pipeline.score.tezy_rouge.rouge import METRICS, RougeLanguage, rouge, signature

if TYPE_CHECKING:
    from pipeline.score.corpus_metrics import Array

Task = Literal["translation", "summary"]

_FEW = 2000  # segments; below, starting processes takes longer than counting
_AT_ONCE = 500


def segment_statistics(
    hypotheses: Sequence[str], references: Sequence[str], language: RougeLanguage, *, with_rouge: bool
) -> "dict[str, Array]":
    """Return for each metric the statistics of every segment. *Shape*: (segments, columns of the metric).

    `findings` is not among them: it takes the sources (see `pipeline.evaluate.fidelity`).
    Raises: ValueError if the numbers of texts differ, or a reference has no word.
    """
    if len(hypotheses) != len(references):
        raise ValueError(f"expected as many hypotheses as references, got {len(hypotheses)} and {len(references)}.")
    import numpy

    starts = range(0, len(hypotheses), _AT_ONCE)
    parts = [
        _Part(tuple(hypotheses[s : s + _AT_ONCE]), tuple(references[s : s + _AT_ONCE]), language, with_rouge)
        for s in starts
    ]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(hypotheses) < _FEW or cores == 1:
        counted = [_count(part) for part in parts]
    else:
        import multiprocessing

        with ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("spawn")) as processes:
            counted = list(processes.map(_count, parts))
    return {key: numpy.concatenate([one[key] for one in counted]) for key in counted[0]}


def signatures(language: RougeLanguage, n: int, details: str) -> dict[str, str]:
    """Return what one needs to know to compute each score again; `details` are further `key:value` pairs."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    found = {metric: signature(metric, language, n, details=details) for metric in METRICS}
    for key, scorer in (("bleu", BLEU()), ("chrf", CHRF()), ("chrf++", CHRF(word_order=WORD_ORDER)), ("ter", TER())):
        scorer.corpus_score(["a"], [["a"]])  # a scorer has no number of references before it has scored
        found[key] = f"{key}|n:{n}|{details}|{scorer.get_signature()}"
    found["length_ratio"] = f"length_ratio|tok:13a|n:{n}|{details}|version:{importlib.metadata.version('sacrebleu')}"
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    hypotheses: tuple[str, ...]
    references: tuple[str, ...]
    language: RougeLanguage
    with_rouge: bool


def _count(part: _Part) -> "dict[str, Array]":
    import numpy
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    counted: dict[str, Any] = {}
    for key, scorer in (("bleu", BLEU()), ("chrf++", CHRF(word_order=WORD_ORDER)), ("ter", TER())):
        # The statistics are sacrebleu's own business, but its significance tests work on them in the same way.
        found = scorer._extract_corpus_statistics(
            [_line(h) for h in part.hypotheses], [[_line(r) for r in part.references]]
        )
        counted[key] = numpy.asarray(found, dtype=numpy.float64)
    counted["chrf"] = counted["chrf++"]
    counted["length_ratio"] = counted["bleu"][:, :2]
    if part.with_rouge:
        scores = [rouge(h, r, part.language) for h, r in zip(part.hypotheses, part.references, strict=True)]
        for metric in METRICS:
            counted[metric] = numpy.array([(score[metric], 1.0) for score in scores])
    return counted


def _line(text: str) -> str:
    """Return `text` as one line: sacrebleu takes a line for a segment."""
    return " ".join(text.split("\n"))
