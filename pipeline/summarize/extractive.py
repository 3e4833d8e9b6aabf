"""Key points chosen from the article's own sentences: no model, nothing written that the article does not say.

The sentence is taken that likely holds most words of an editor's key points for its length, then the one that adds most
to it, and so on: a word that was said counts less. The chosen ones are printed in the article's order, without the
connectives that tied them to sentences the reader does not see, and without clauses they can do without. What it does
not do: join two sentences into one, or resolve a pronoun.
"""

from collections import Counter
from collections.abc import Sequence

from pipeline.records import KeyPoint
from pipeline.summarize.document import Document
from pipeline.summarize.features import Candidate, Vector, find_candidates
from pipeline.summarize.rules import share_words
from pipeline.summarize.weights import weights_of
from pipeline.text.words import content_words, words

NAME = "extractive"
"""The name that stands for it where a model card could be named."""

VERSION = 2
"""Goes up when the same article could get other key points."""

_AGAIN = 0.35
"""What a word is worth in a further point: editors name the same person twice. Swept 0 to 0.8 on a third of the
articles that are not held out; 0.2 to 0.35 is best."""


class ExtractiveSummarizer:
    """The summarizer that needs no model; see `pipeline.summarize.protocol.Summarizer`."""

    @property
    def loaded(self) -> bool:
        """False: there is no model to load."""
        return False

    def identity(self) -> dict[str, object]:
        """Return the stage, its name and its version."""
        return {"stage": "summarize", "version": VERSION, "model": NAME}

    def key_points(self, documents: Sequence[Document], points: int) -> list[tuple[KeyPoint, ...]]:
        """Choose `points` sentences of each document; fewer where fewer can stand alone as a key point."""
        return [choose(document, points) for document in documents]


def choose(
    document: Document,
    points: int,
    written: Sequence[KeyPoint] = (),
    *,
    candidates: Sequence[Candidate] | None = None,
) -> tuple[KeyPoint, ...]:
    """Choose up to `points` sentences that say something else than the points already `written`, in article order.

    `candidates` are those of the document (`find_candidates`), if they are at hand.
    """
    weights = weights_of(document.language)
    said: list[Vector] = [dict(Counter(content_words(point.text, document.language))) for point in written]
    left = [
        one
        for one in (find_candidates(document) if candidates is None else candidates)
        if not any(share_words(one.vector.keys(), vector.keys()) for vector in said)
    ]
    told = Counter(word for point in written for word in set(words(point.text)))
    chosen: list[Candidate] = []

    def gain(candidate: Candidate) -> tuple[bool, float]:
        new = sum(chance * _AGAIN ** told[word] for word, chance in candidate.chances.items())
        whole = sum(weights.sentences[name] * value for name, value in candidate.features.items())
        return not candidate.comes_last, new + whole - weights.length * len(words(candidate.text))

    while left and len(chosen) < points:
        best = max(left, key=gain)
        chosen.append(best)
        told.update(best.chances.keys())
        left = [one for one in left if one is not best and not share_words(one.vector.keys(), best.vector.keys())]
    chosen.sort(key=lambda candidate: candidate.sentence.index)
    return tuple(KeyPoint(one.text, document.language, (one.sentence.index,)) for one in chosen)
