"""Examples as integers, end to end in four flat arrays: a million pairs are about 150 MB, not 15 GB of lists."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from pipeline.train.codec import TrainingCodec
from pipeline.train.example import Example

_BLOCK = 20_000


class Encoded:
    """Examples by number. `corpus_of[n]` is the index in `corpora` of the tag of example n."""

    def __init__(
        self,
        sources: tuple[NDArray[np.unsignedinteger], NDArray[np.int64]],
        targets: tuple[NDArray[np.unsignedinteger], NDArray[np.int64]],
        corpus_of: NDArray[np.int32],
        corpora: Sequence[str],
        too_long: int,
    ) -> None:
        """Take tokens and offsets of either side: example n is `tokens[offsets[n]:offsets[n + 1]]`."""
        self._sources, self._source_offsets = sources
        self._targets, self._target_offsets = targets
        self.corpus_of = corpus_of
        self.corpora = corpora
        self.too_long = too_long
        self.source_lengths = np.diff(self._source_offsets)
        self.target_lengths = np.diff(self._target_offsets)

    def __len__(self) -> int:
        """Return how many examples there are."""
        return len(self.corpus_of)

    def source(self, number: int) -> NDArray[np.unsignedinteger]:
        """Return the source ids of an example, a view."""
        return self._sources[self._source_offsets[number] : self._source_offsets[number + 1]]

    def target(self, number: int) -> NDArray[np.unsignedinteger]:
        """Return the target ids of an example, a view."""
        return self._targets[self._target_offsets[number] : self._target_offsets[number + 1]]

    def members(self) -> list[NDArray[np.int64]]:
        """Return the numbers of the examples of each corpus, in the order of `corpora`."""
        return [np.flatnonzero(self.corpus_of == index) for index in range(len(self.corpora))]

    def target_tokens(self) -> NDArray[np.int64]:
        """Return how often each id occurs in the targets."""
        return np.bincount(self._targets)

    @property
    def megabytes(self) -> float:
        """How much memory the arrays take."""
        arrays = (self._sources, self._source_offsets, self._targets, self._target_offsets, self.corpus_of)
        return sum(one.nbytes for one in arrays) / 1e6


def encode(examples: Iterable[Example], codec: TrainingCodec, max_tokens: int) -> Encoded:
    """Encode `examples` block by block; those with more than `max_tokens` on a side are left out and counted."""
    code = "H" if codec.size <= 1 << 16 else "I"
    sources, targets = array(code), array(code)
    source_lengths, target_lengths, corpus_of = array("i"), array("i"), array("i")
    corpora: dict[str, int] = {}
    too_long = 0
    remaining = iter(examples)
    while block := list(islice(remaining, _BLOCK)):
        encoded_sources = codec.encode_sources([one.source for one in block], [one.task for one in block])
        encoded_targets = codec.encode_targets([one.target for one in block])
        for example, source, target in zip(block, encoded_sources, encoded_targets, strict=True):
            if len(source) > max_tokens or len(target) > max_tokens:
                too_long += 1
                continue
            sources.extend(source)
            targets.extend(target)
            source_lengths.append(len(source))
            target_lengths.append(len(target))
            corpus_of.append(corpora.setdefault(example.corpus, len(corpora)))
    return Encoded(
        _flat(sources, source_lengths),
        _flat(targets, target_lengths),
        np.frombuffer(corpus_of, dtype=np.int32) if corpus_of else np.empty(0, dtype=np.int32),
        list(corpora),
        too_long,
    )


def _flat(tokens: "array[int]", lengths: "array[int]") -> tuple[NDArray[np.unsignedinteger], NDArray[np.int64]]:
    offsets = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(np.array(lengths, dtype=np.int64), out=offsets[1:])
    dtype = np.uint16 if tokens.typecode == "H" else np.uint32
    return (np.frombuffer(tokens, dtype=dtype) if tokens else np.empty(0, dtype=dtype)), offsets
