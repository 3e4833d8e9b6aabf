"""Count what the metrics need of every segment; sacrebleu and `rouge_score` do the counting."""

import functools
import importlib.metadata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pipeline.score.corpus_metrics import WORD_ORDER
from pipeline.score.many_cores import RunParts, one_by_one
from pipeline.score.tezy_rouge.rouge import METRICS, RougeLanguage, rouge, signature

if TYPE_CHECKING:
    from pipeline.score.corpus_metrics import Array

Task = Literal["translation", "summary"]

_AT_ONCE = 500


def segment_statistics(
    systems: Sequence[Sequence[str]],
    references: Sequence[str],
    language: RougeLanguage,
    keys: Collection[str],
    run: RunParts = one_by_one,
) -> "list[dict[str, Array]]":
    """Return of each system the statistics of every segment for each metric of `keys`.

    `systems` has a list of hypotheses for each. *Shape* of a metric's statistics: (segments, columns of the metric).

    `findings` is not among them: it takes the sources (see `pipeline.evaluate.fidelity`).
    Raises: ValueError if the numbers of texts differ, or a reference has no word.
    """
    for hypotheses in systems:
        if len(hypotheses) != len(references):
            raise ValueError(f"expected as many hypotheses as references, got {len(hypotheses)} and {len(references)}.")
    import numpy

    parts = [
        _Part(
            tuple(tuple(hypotheses[s : s + _AT_ONCE]) for hypotheses in systems),
            tuple(references[s : s + _AT_ONCE]),
            language,
            frozenset(keys),
        )
        for s in range(0, len(references), _AT_ONCE)
    ]
    counted = list(zip(*run(_count, parts), strict=True))
    return [{key: numpy.concatenate([one[key] for one in own]) for key in own[0]} for own in counted]


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
    systems: tuple[tuple[str, ...], ...]
    references: tuple[str, ...]
    language: RougeLanguage
    keys: frozenset[str]


def _count(part: _Part) -> "list[dict[str, Array]]":
    """Count a part of each system's hypotheses; the references are counted once for all of them."""
    import numpy
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    systems: list[dict[str, Any]] = [{} for _ in part.systems]
    references = [[_line(text) for text in part.references]]
    scorers: tuple[tuple[Callable[..., Any], set[str]], ...] = (
        (BLEU, {"bleu", "length_ratio"}),
        (functools.partial(CHRF, word_order=WORD_ORDER), {"chrf", "chrf++"}),
        (TER, {"ter"}),
    )
    for scorer_of, keys in scorers:
        if wanted := part.keys & keys:
            scorer = scorer_of(references=references)
            for counted, hypotheses in zip(systems, part.systems, strict=True):
                # The statistics are sacrebleu's own business, but its significance tests work on them in the same way.
                found = scorer._extract_corpus_statistics([_line(text) for text in hypotheses], None)
                counted |= dict.fromkeys(wanted, numpy.asarray(found, dtype=numpy.float64))
    for counted, hypotheses in zip(systems, part.systems, strict=True):
        if "length_ratio" in counted:
            counted["length_ratio"] = counted["length_ratio"][:, :2]
        if wanted := part.keys & set(METRICS):
            pairs = zip(hypotheses, part.references, strict=True)
            scores = [rouge(hypothesis, reference, part.language) for hypothesis, reference in pairs]
            counted |= {key: numpy.array([(score[key], 1.0) for score in scores]) for key in wanted}
    return systems


def _line(text: str) -> str:
    """Return `text` as one line: sacrebleu takes a line for a segment."""
    return " ".join(text.split("\n"))
