"""Articles compared by their terms: no model is needed."""

from collections.abc import Iterable, Sequence

import numpy as np

from pipeline.names.glossary import Glossary
from pipeline.records import Brief
from pipeline.stories.comparison import Compared
from pipeline.stories.days import day_number
from pipeline.stories.likeness import log_odds
from pipeline.stories.pairs import compare_pairs
from pipeline.stories.table import Table, Terms, from_bytes, pack, to_bytes
from pipeline.stories.terms import article_terms

NAME = "terms"
"""The name that stands for it where a model card could be named."""


class ByTerms:
    """See `pipeline.stories.comparison.Comparison`."""

    made_by = NAME

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._table = Table()

    @property
    def days(self) -> Sequence[int]:
        """The days of the articles, and after them, once they were compared, of the earlier stories."""
        return self._table.days

    def add(self, brief: Brief) -> None:
        """Take an article's terms."""
        self._table.add(make_terms(brief, self._glossary))

    def compare(self, earlier: Sequence[bytes] = ()) -> Compared:
        """Compare those that share rare terms."""
        for kept in earlier:
            self._table.add(from_bytes(kept))
        pairs = compare_pairs(self._table)
        return Compared(pairs.first, pairs.second, log_odds(pairs))

    def merged(self, members: Sequence[int]) -> bytes:
        """Return the mean of the terms of these articles."""
        return to_bytes(merged(self._table.terms(one) for one in members))


def make_terms(brief: Brief, glossary: Glossary) -> Terms:
    """Return the terms that an article is compared by."""
    return pack(article_terms(brief, glossary), brief.article.language, day_number(brief.article.date))


def merged(members: Iterable[Terms]) -> Terms:
    """Return the terms of a whole story, as one article would have them: for comparing it with the next night's.

    Weights are means over the articles. It is Ukrainian only if all of them are; its day is the last.
    """
    every = list(members)
    language = "uk" if all(one.language == "uk" for one in every) else "en"
    ids, weights = [], []
    for view in range(len(every[0].ids)):
        known, where = np.unique(np.concatenate([one.ids[view] for one in every]), return_inverse=True)
        total = np.bincount(where, np.concatenate([one.weights[view] for one in every]), len(known)) / len(every)
        kept = np.sort(np.lexsort((known, -total))[:150])
        ids.append(known[kept].astype(np.uint32))
        weights.append(total[kept].astype(np.float32))
    return Terms(language, max(one.day for one in every), tuple(ids), tuple(weights))
