"""Key points written by a model: mT5, T5, BART and PEGASUS summarizers, and instruction models.

What a model writes is read as sentences, and each is kept only if the article supports it (`written`); what is missing
then is chosen from the article. Long articles are read in pieces, and every piece's first point comes before any
piece's second. The model is loaded when the first article asks for it that the memory does not know.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from pipeline.catalogue.model import Model
from pipeline.engines.batches import token_batches
from pipeline.engines.identity import generator_identity
from pipeline.records import KeyPoint
from pipeline.store.memory import memory_key
from pipeline.summarize import written
from pipeline.summarize.chunks import chunk_sentences
from pipeline.summarize.document import Document
from pipeline.summarize.model_summarizer import ModelSummarizer
from pipeline.summarize.parse import parse_points
from pipeline.summarize.question import ask, question_of

VERSION = 1
"""Goes up when a model could be given another text for the same article."""


class AbstractiveSummarizer(ModelSummarizer):
    """A summarizer with a model behind it; see `pipeline.summarize.protocol.Summarizer`."""

    @property
    def _asked(self) -> bool:
        """Whether the model is asked in words."""
        return self._model.card.family == "causal"

    def key_points(self, documents: Sequence[Document], points: int) -> list[tuple[KeyPoint, ...]]:
        """Write the key points of each document.

        Raises: ModelError if the model cannot be loaded; OutputError if the memory cannot be written.
        """
        outputs = self._outputs(documents, points)
        return [
            written.key_points_of(document, _in_turn([parse_points(one, self._language) for one in own]), points)
            for document, own in zip(documents, outputs, strict=True)
        ]

    def _text_identity(self) -> dict[str, object]:
        identity = {
            "stage": "summarize",
            "version": VERSION,
            "language": self._language,
            **generator_identity(self._model, self._options),
        }
        return identity | {"prompt": question_of(self._model.card.prompt, self._language)} if self._asked else identity

    def _loadable(self) -> Model:
        if not self._asked:
            return self._model
        # The question holds the prompt, for only the summarizer knows how many points are wanted.
        return replace(self._model, card=self._model.card.model_copy(update={"prompt": ""}))

    def _outputs(self, documents: Sequence[Document], points: int) -> list[list[str]]:
        """Return what the model wrote about each document, one text for each piece: remembered, or written now."""
        identity = self._text_identity() | ({"points": points} if self._asked else {})
        keys = [memory_key(identity, _shown(document)) for document in documents]
        known = self._memory.get(keys) if self._memory else {}
        remembered: dict[str, list[str]] = {key: json.loads(text) for key, text in known.items()}
        unknown = {key: doc for key, doc in zip(keys, documents, strict=True) if key not in remembered}
        if unknown:
            remembered |= self._write(unknown, points)
        return [remembered[key] for key in keys]

    def _write(self, unknown: dict[str, Document], points: int) -> dict[str, list[str]]:
        """Let the model write; what it wrote of a document is kept as soon as the last of its pieces is done."""
        pieces = {key: self._pieces(document, points) for key, document in unknown.items()}
        places = [(key, number) for key, texts in pieces.items() for number in range(len(texts))]
        texts = [text for piece in pieces.values() for text in piece]
        outputs = {key: [""] * len(piece) for key, piece in pieces.items()}
        missing = {key: len(piece) for key, piece in pieces.items()}
        self._keep({key: [] for key, count in missing.items() if not count})
        for batch in token_batches(self._generator.count_tokens(texts), self._options.batch_tokens):
            done = {}
            for place, output in zip(batch, self._generator.generate([texts[n] for n in batch]), strict=True):
                key, number = places[place]
                outputs[key][number] = output
                missing[key] -= 1
                if not missing[key]:
                    done[key] = outputs[key]
            self._keep(done)
        return outputs

    def _keep(self, done: dict[str, list[str]]) -> None:
        if self._memory and done:
            self._memory.put((key, json.dumps(outputs, ensure_ascii=False)) for key, outputs in done.items())

    def _pieces(self, document: Document, points: int) -> list[str]:
        """Return the texts that the model is given of one document."""
        sentences = [sentence.text for sentence in document.sentences if sentence.role not in ("title", "heading")]

        def given(text: str) -> str:
            if not self._asked:
                return text
            article = f"{document.title}\n\n{text}" if document.title else text
            return ask(self._model.card.prompt, article, points, document.language)

        generator = self._generator
        chunks = chunk_sentences(
            sentences,
            generator.max_source_tokens,
            lambda texts: generator.count_tokens([given(text) for text in texts]),
        )
        return [given(chunk) for chunk in chunks]


def _shown(document: Document) -> str:
    return json.dumps(
        [document.title, [[sentence.role, sentence.text] for sentence in document.sentences]], ensure_ascii=False
    )


def _in_turn(written: Sequence[Sequence[str]]) -> list[str]:
    """Take the first point of every piece, then the second of every piece, and so on."""
    return [point for point in chain.from_iterable(zip_longest(*written)) if point is not None]
