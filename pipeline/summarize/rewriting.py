"""Key points chosen, then written: a model is given the sentences of each chosen point and writes them anew.

What it writes takes the place of a sentence only if that sentence alone supports it (`written.rewritten`). Such models
are what `tezy train writer` trains. The model is loaded when a sentence asks for it that the memory does not know.
"""

from collections.abc import Iterable, Sequence

from pipeline.engines.batches import token_batches
from pipeline.engines.identity import generator_identity
from pipeline.records import KeyPoint
from pipeline.store.memory import memory_key
from pipeline.summarize import extractive, written
from pipeline.summarize.document import Document
from pipeline.summarize.model_summarizer import ModelSummarizer
from pipeline.summarize.parse import parse_point
from pipeline.summarize.rules import repeats_any


class RewritingSummarizer(ModelSummarizer):
    """A summarizer that chooses, and has a model write; see `pipeline.summarize.protocol.Summarizer`."""

    def key_points(self, documents: Sequence[Document], points: int) -> list[tuple[KeyPoint, ...]]:
        """Choose the key points of each document and write them anew.

        Raises: ModelError if the model cannot be loaded; OutputError if the memory cannot be written.
        """
        chosen = [extractive.choose(document, points) for document in documents]
        sources = [[_source(document, point) for point in own] for document, own in zip(documents, chosen, strict=True)]
        outputs = self._outputs(source for own in sources for source in own)
        return [
            self._written(document, own, [outputs[text] for text in texts])
            for document, own, texts in zip(documents, chosen, sources, strict=True)
        ]

    def _written(self, document: Document, chosen: Sequence[KeyPoint], outputs: Sequence[str]) -> tuple[KeyPoint, ...]:
        """Put each output where its sentences support it and no other point says it."""
        points = list(chosen)
        for number, output in enumerate(outputs):
            point = written.rewritten(document, points[number], parse_point(output, self._language))
            others = (other.text for other in (*points[:number], *points[number + 1 :]))
            if point and not repeats_any(point.text, others, self._language):
                points[number] = point
        return tuple(points)

    def _text_identity(self) -> dict[str, object]:
        return {"stage": "rewrite", "language": self._language, **generator_identity(self._model, self._options)}

    def _outputs(self, sources: Iterable[str]) -> dict[str, str]:
        """Return what the model writes of each source, remembered or written now; nothing of one that is too long."""
        identity = self._text_identity()
        keys = {source: memory_key(identity, source) for source in sources}
        known = self._memory.get(list(keys.values())) if self._memory else {}
        outputs = {source: known[key] for source, key in keys.items() if key in known}
        unknown = [source for source in keys if source not in outputs]
        if not unknown:
            return outputs
        generator = self._generator
        counts = dict(zip(unknown, generator.count_tokens(unknown), strict=True))
        outputs |= {source: "" for source in unknown if counts[source] > generator.max_source_tokens}
        fitting = [source for source in unknown if source not in outputs]
        for batch in token_batches([counts[source] for source in fitting], self._options.batch_tokens):
            texts = [fitting[number] for number in batch]
            done = dict(zip(texts, generator.generate(texts), strict=True))
            if self._memory:
                self._memory.put((keys[source], output) for source, output in done.items())
            outputs |= done
        return outputs


def _source(document: Document, point: KeyPoint) -> str:
    """Return what the model is given for a point: its sentences whole, as the article has them."""
    return " ".join(sentence.text for sentence in document.sentences if sentence.index in point.sentences)
