"""The terms of a night's articles in little memory: numbers instead of words, a few kilobytes an article.

Terms are known by a 32-bit hash of view and spelling (CRC-32): no vocabulary is held, and those of another night mean
the same. Two of 100,000 terms share one about once; that changes a similarity by nothing worth the words.
"""

import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.stories.frequencies import information
from pipeline.stories.terms import VIEWS, Bag

MAX_TERMS: Mapping[str, int] = {
    "words": 150, "bridge": 150, "source": 150, "letters": 120, "names": 50, "numbers": 30,
}  # fmt: skip
_SAME_AS_WORDS = "bridge"

Ids = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Terms:
    """An article's terms: for each view the hashes, ascending, and how often each occurs, logarithmic; of equal length.

    `day` counts from 1 January of year 1; 0 if the date is not known. `language` is uk or en.
    """

    language: str
    day: int
    ids: tuple[Ids, ...]
    weights: tuple[Weights, ...]


def pack(bags: Mapping[str, Bag], language: str, day: int) -> Terms:
    """Return the weightiest terms of each view (`MAX_TERMS`), hashed."""
    ids, weights = [], []
    for view in VIEWS:
        hashes = {term: term_id(view, term) for term in bags[view]}
        best = sorted(bags[view].items(), key=lambda one: (-one[1] * (1 + information(hashes[one[0]])), one[0]))
        hashed = {hashes[term]: weight for term, weight in reversed(best[: MAX_TERMS[view]])}
        order = sorted(hashed)
        ids.append(np.array(order, dtype=np.uint32))
        weights.append(np.array([hashed[one] for one in order], dtype=np.float32))
    return Terms(language, day, tuple(ids), tuple(weights))


def term_id(view: str, term: str) -> int:
    """Return the hash of a term; of `bridge` and `words` the same, for the one is compared with the other."""
    space = "words" if view == _SAME_AS_WORDS else view
    return zlib.crc32(f"{space} {term}".encode())


class Table:
    """Terms of many articles, appended one after the other into a few flat arrays."""

    def __init__(self) -> None:
        self.days: list[int] = []
        self.languages = bytearray()
        self._ids = [array("I") for _ in VIEWS]
        self._weights = [array("f") for _ in VIEWS]
        self._ends = [array("q", [0]) for _ in VIEWS]

    def __len__(self) -> int:
        return len(self.days)

    def add(self, terms: Terms) -> None:
        """Append an article's terms."""
        self.days.append(terms.day)
        self.languages.append(terms.language == "uk")
        for view, (ids, weights) in enumerate(zip(terms.ids, terms.weights, strict=True)):
            self._ids[view].frombytes(ids.tobytes())
            self._weights[view].frombytes(weights.tobytes())
            self._ends[view].append(len(self._ids[view]))

    def terms(self, article: int) -> Terms:
        """Return what was added as number `article`."""
        ids, weights = [], []
        for view in range(len(VIEWS)):
            start, end = self._ends[view][article], self._ends[view][article + 1]
            ids.append(np.array(self._ids[view][start:end], dtype=np.uint32))
            weights.append(np.array(self._weights[view][start:end], dtype=np.float32))
        return Terms("uk" if self.languages[article] else "en", self.days[article], tuple(ids), tuple(weights))

    def columns(self, view: int) -> tuple[Ids, Weights, npt.NDArray[np.int64]]:
        """Return hashes and weights of a view, all articles on end, and where each article's begin, and the end."""
        return (
            np.frombuffer(self._ids[view], dtype=np.uint32) if self._ids[view] else np.empty(0, np.uint32),
            np.frombuffer(self._weights[view], dtype=np.float32) if self._weights[view] else np.empty(0, np.float32),
            np.frombuffer(self._ends[view], dtype=np.int64),
        )


def to_bytes(terms: Terms) -> bytes:
    """Return the terms as bytes, for keeping."""
    head = np.array([terms.language == "uk", terms.day, *map(len, terms.ids)], dtype="<u4")
    parts: Sequence[bytes] = [
        part.tobytes()
        for ids, weights in zip(terms.ids, terms.weights, strict=True)
        for part in (ids.astype("<u4"), weights.astype("<f4"))
    ]
    return b"".join([head.tobytes(), *parts])


def from_bytes(kept: bytes) -> Terms:
    """Read what `to_bytes` wrote. Raises: ValueError if it is cut off."""
    head = np.frombuffer(kept, dtype="<u4", count=2 + len(VIEWS))
    place = head.nbytes
    ids, weights = [], []
    for count in head[2:]:
        ids.append(np.frombuffer(kept, dtype="<u4", count=count, offset=place).astype(np.uint32))
        weights.append(np.frombuffer(kept, dtype="<f4", count=count, offset=place + 4 * count).astype(np.float32))
        place += 8 * int(count)
    return Terms("uk" if head[0] else "en", int(head[1]), tuple(ids), tuple(weights))
