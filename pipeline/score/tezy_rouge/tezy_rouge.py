"""ROUGE as an `evaluate.Metric`: the scores of Tezy's own tables, for other people's evaluations.

Works without a hub, and keeps what it is given in memory: no file is written where `evaluate` has its cache.
"""

from collections.abc import Sequence
from typing import Any

import datasets
import evaluate

from .rouge import METRICS, RougeLanguage, rouge, signature

_DESCRIPTION = """\
ROUGE-1, ROUGE-2, ROUGE-L and ROUGE-Lsum of Ukrainian and English summaries. English scores equal Google's rouge_score
to the last digit; Ukrainian ones use a tokeniser that knows Cyrillic letters and apostrophes.
"""

_INPUTS = """
Arguments:
    predictions: texts to score, one key point or sentence a line.
    references: as many texts, each with at least one word.
    language: "uk" or "en"; left out, "uk" if there is a Cyrillic letter in any reference, else "en".
    use_stemmer: Porter's stemmer, English only. False, as in rouge_score.
    use_aggregator: True for means, False for one score a pair.
Returns:
    rouge1, rouge2, rougeL, rougeLsum: F1 from 0 to 1, a mean or a list; signatures: the same keys.
"""

_CITATION = """\
@inproceedings{lin-2004-rouge,
    title = "{ROUGE}: A Package for Automatic Evaluation of Summaries",
    author = "Lin, Chin-Yew",
    booktitle = "Text Summarization Branches Out",
    year = "2004",
    pages = "74--81",
}
"""


class TezyRouge(evaluate.Metric):  # type: ignore[misc]  # evaluate has no types
    """ROUGE for Ukrainian and English."""

    def __init__(self, *, keep_in_memory: bool = True, num_process: int = 1, **arguments: Any) -> None:
        # Several processes meet over files; one process has no need of any, whatever evaluate.load asked for.
        super().__init__(keep_in_memory=keep_in_memory or num_process == 1, num_process=num_process, **arguments)

    def _build_data_dir(self) -> str:
        return str(self._data_dir_root) if self.num_process == 1 else str(super()._build_data_dir())

    def _info(self) -> Any:
        text = datasets.Value("string")
        return evaluate.MetricInfo(
            description=_DESCRIPTION,
            citation=_CITATION,
            inputs_description=_INPUTS,
            features=datasets.Features({"predictions": text, "references": text}),
            reference_urls=["https://aclanthology.org/W04-1013/"],
        )

    def _compute(
        self,
        *,
        predictions: Sequence[str],
        references: Sequence[str],
        language: RougeLanguage | None = None,
        use_stemmer: bool = False,
        use_aggregator: bool = True,
    ) -> dict[str, Any]:
        chosen = language or _language_of(references)
        pairs = zip(predictions, references, strict=True)
        scores = [rouge(hypothesis, reference, chosen, use_stemmer=use_stemmer) for hypothesis, reference in pairs]
        result: dict[str, Any] = {}
        for metric in METRICS:
            values = [score[metric] for score in scores]
            result[metric] = sum(values) / len(values) if use_aggregator else values
        signatures = {metric: signature(metric, chosen, len(scores), use_stemmer=use_stemmer) for metric in METRICS}
        return result | {"signatures": signatures}


def _language_of(references: Sequence[str]) -> RougeLanguage:
    cyrillic = any("\u0400" <= character <= "\u04ff" for text in references for character in text)
    return "uk" if cyrillic else "en"
