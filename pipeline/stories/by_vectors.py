"""Articles compared by the vectors of a model."""

from array import array
from collections.abc import Sequence

import numpy as np

from pipeline.engines.encoder import Vectors
from pipeline.records import Brief
from pipeline.stories.cluster import ABSENT
from pipeline.stories.comparison import Compared
from pipeline.stories.days import day_number, days_apart
from pipeline.stories.embedder import Embedder
from pipeline.stories.likeness import LogOdds, lateness
from pipeline.stories.nearest import nearest
from pipeline.stories.weights import RELATED, SAME_STORY

_CHUNK = 64  # articles that are embedded together: enough for batches of one length, small in memory


class ByVectors:
    """See `pipeline.stories.comparison.Comparison`. Held is an article's vector: four bytes a number."""

    def __init__(self, embedder: Embedder) -> None:
        """Begin without articles. Raises: ModelError if the model's card does not state its cosines."""
        self._embedder = embedder
        self._same_story, self._related = embedder.thresholds()
        self.made_by = embedder.made_by
        self.days: list[int] = []
        self._waiting: list[str] = []
        self._numbers = array("f")

    def add(self, brief: Brief) -> None:
        """Take an article's text; it is embedded together with others."""
        self.days.append(day_number(brief.article.date))
        self._waiting.append(self._embedder.text(brief))
        if len(self._waiting) == _CHUNK:
            self._embed()

    def compare(self, earlier: Sequence[bytes] = ()) -> Compared:
        """Compare each article with its nearest of tonight, and with its nearest of the earlier stories."""
        self._embed()
        self._embedder.release()
        own, tonight = self._vectors(), len(self.days)
        before = [_from_bytes(kept) for kept in earlier]
        row, other, cosine = nearest(own)
        first, second = np.minimum(row, other), np.maximum(row, other)
        _, once = np.unique(first * tonight + second, return_index=True)
        first, second, cosine = first[once], second[once], cosine[once]
        if before and tonight:
            row, other, near = nearest(own, np.stack([vector for _, vector in before]))
            first, second = np.concatenate((first, row)), np.concatenate((second, tonight + other))
            cosine = np.concatenate((cosine, near))
        days = [*self.days, *(day for day, _ in before)]
        odds = self._odds(cosine) - lateness(days_apart(days, first, second)).astype(np.float32)
        kept = odds > ABSENT  # the others count as that anyway
        return Compared(first[kept], second[kept], odds[kept])

    def merged(self, members: Sequence[int]) -> bytes:
        """Return the direction of the mean of the vectors; its day is the last."""
        mean = self._vectors()[list(members)].mean(axis=0)
        length = np.linalg.norm(mean)
        return _to_bytes(max(self.days[one] for one in members), mean / length if length > 0 else mean)

    def _embed(self) -> None:
        if self._waiting:
            self._numbers.frombytes(self._embedder.vectors(self._waiting).tobytes())
            self._waiting = []

    def _vectors(self) -> Vectors:
        if not self._numbers:
            return np.empty((0, 0), np.float32)
        return np.frombuffer(self._numbers, dtype=np.float32).reshape(len(self.days), -1)

    def _odds(self, cosine: Vectors) -> LogOdds:
        """Return log-odds: a straight line through the card's two cosines, which are at the two thresholds."""
        slope = (SAME_STORY - RELATED) / (self._same_story - self._related)
        odds: LogOdds = (SAME_STORY + slope * (cosine - self._same_story)).astype(np.float32)
        return odds


def _to_bytes(day: int, vector: Vectors) -> bytes:
    return np.array([day], dtype="<u4").tobytes() + vector.astype("<f4").tobytes()


def _from_bytes(kept: bytes) -> tuple[int, Vectors]:
    day = int(np.frombuffer(kept, dtype="<u4", count=1)[0])
    return day, np.frombuffer(kept, dtype="<f4", offset=4).astype(np.float32)
