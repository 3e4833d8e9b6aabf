"""Translate sentences: what needs no model passes, what is known is remembered, the rest goes through a model."""

from collections.abc import Callable, Iterable, Sequence

from pipeline.catalogue.find import find_model
from pipeline.config import TranslateConfig
from pipeline.engines.batches import token_batches
from pipeline.engines.generator import Generator, Output
from pipeline.engines.identity import generator_identity
from pipeline.engines.load import load_generator
from pipeline.errors import ModelError
from pipeline.store.memory import Memory, memory_key
from pipeline.translate.clauses import CLAUSES_VERSION, join_clauses, split_clauses
from pipeline.translate.passing import nothing_to_translate
from pipeline.translate.source_text import SOURCE_TEXT_VERSION, source_text
from pipeline.translate.translated import Translated

STAGE = "translate/2"
"""Stands in every key of the memory: raise it whenever this file makes another text of the same model's output."""

_DIGITS = 4
"""So exactly is a sureness kept: what is remembered is what was written."""

Progress = Callable[[int, int], None]
"""Called after each batch with how many of the unknown texts are translated, and how many there are."""


class Translator:
    """A translator with its memory; the model is loaded when the first sentence needs it."""

    def __init__(self, config: TranslateConfig, memory: Memory | None = None, progress: Progress | None = None) -> None:
        """Find the model.

        Raises: ModelError if it is not here or does not translate; ConfigError if this machine cannot run it so.
        """
        self._config = config
        self._memory = memory
        self._progress = progress
        self._model = find_model(config.model, config.lock)
        if self._model.card.job != "translate":
            raise ModelError(
                f"{config.model} is a model to {self._model.card.job} with; translate.model must be one to translate "
                f"with (tezy models list)."
            )
        self._identity: dict[str, object] = {
            "stage": STAGE,
            "source_text": SOURCE_TEXT_VERSION,
            "clauses": CLAUSES_VERSION,
            **generator_identity(self._model, config),
        }
        self._generator: Generator | None = None

    @property
    def loaded(self) -> bool:
        """Whether the model's weights are in memory."""
        return self._generator is not None

    @property
    def unsure_below(self) -> float | None:
        """Below which sureness a translation of this model is worth a look; None if its card does not say."""
        return self._model.card.unsure_below

    def identity(self) -> dict[str, object]:
        """Return everything that could change a translation; part of each memory key. Batch sizes cannot."""
        return dict(self._identity)

    def translate(self, sentences: Sequence[str]) -> list[Translated]:
        """Return the translation of each sentence, in order, as many as were given. One sentence is translated once.

        What is finished is in the memory before the next batch begins. No translation is empty unless its sentence is.
        """
        sources = _sources(sentences)
        wanted = list(dict.fromkeys(sources.values()))
        known = self._known(wanted)
        missing = [source for source in wanted if source not in known]
        written = self._write(missing) if missing else {}
        return [self._result(sentence, sources.get(sentence), known, written) for sentence in sentences]

    def alternatives(self, sentences: Sequence[str]) -> list[list[str]]:
        """Return what else the beam search found for each sentence, the best first; the translation is not among it.

        Nothing for a sentence that was passed through or translated clause by clause, nor without a beam. What is
        finished is in the memory, as translations are.
        """
        sources = _sources(sentences)
        if self._config.beam_size < 2 or not sources:
            return [[] for _ in sentences]
        identity = {**self._identity, "hypotheses": self._config.beam_size}
        wanted = list(dict.fromkeys(sources.values()))
        known = self._recall(wanted, identity)
        if missing := [source for source in wanted if source not in known]:
            known |= self._search(missing, identity)
        return [known[sources[s]].splitlines() if s in sources else [] for s in sentences]

    def _search(self, sources: Sequence[str], identity: dict[str, object]) -> dict[str, str]:
        """Return the other hypotheses of each source, one a line; of one that is too long, none."""
        generator = self.load()
        counts = dict(zip(sources, generator.count_tokens(sources), strict=True))
        found = {source: "" for source in sources if counts[source] > generator.max_source_tokens}
        short = [source for source in sources if source not in found]
        for batch in token_batches([counts[source] for source in short], self._config.batch_tokens):
            texts = [short[number] for number in batch]
            others = ([_line(one) for one in own[1:]] for own in generator.hypotheses(texts))
            lines = {text: "\n".join(filter(None, own)) for text, own in zip(texts, others, strict=True)}
            self._keep(lines, identity)
            found |= lines
        return found

    @staticmethod
    def _result(sentence: str, source: str | None, known: dict[str, Output], written: dict[str, Output]) -> Translated:
        if source is None:
            return Translated(sentence, "passed")
        output = known[source] if source in known else written[source]
        return Translated(output.text, "memory" if source in known else "model", output.sureness)

    def _write(self, sources: Sequence[str]) -> dict[str, Output]:
        """Translate each of `sources`, those that are too long clause by clause."""
        generator = self.load()
        parts = self._parts(sources, generator)
        # Clauses of a long sentence are known from a run that was killed between two of its batches.
        done = self._known(part for own in parts.values() for part in own)
        own_texts = [source for source in sources if source not in parts]
        texts = [text for text in dict.fromkeys([*own_texts, *_flat(parts.values())]) if text not in done]
        finished = 0
        for batch in token_batches(generator.count_tokens(texts), self._config.batch_tokens):
            targets = self._generate(generator, [texts[number] for number in batch])
            self._keep(_as_texts(targets))
            done |= targets
            finished += len(batch)
            if self._progress:
                self._progress(finished, len(texts))
        joined = {source: _joined(own, [done[part] for part in own]) for source, own in parts.items()}
        self._keep(_as_texts(joined))
        return done | joined

    @staticmethod
    def _parts(sources: Sequence[str], generator: Generator) -> dict[str, list[str]]:
        """Return the clauses of each source that is too long for the model; the others are left out."""
        longest = generator.max_source_tokens
        counts = zip(sources, generator.count_tokens(sources), strict=True)
        return {
            source: split_clauses(source, lambda text: generator.count_tokens([text])[0] <= longest)
            for source, count in counts
            if count > longest
        }

    @staticmethod
    def _generate(generator: Generator, texts: Sequence[str]) -> dict[str, Output]:
        """Translate one batch. What comes back empty is tried again greedily, and else stays as it was written."""
        targets = {
            text: Output(_line(output.text), None if output.sureness is None else round(output.sureness, _DIGITS))
            for text, output in zip(texts, generator.outputs(texts), strict=True)
        }
        if empty := [text for text, target in targets.items() if not target.text]:
            again = generator.generate(empty, greedy=True)
            targets |= {text: Output(_line(target) or text, None) for text, target in zip(empty, again, strict=True)}
        return targets

    def _known(self, sources: Iterable[str]) -> dict[str, Output]:
        return {source: _from_text(text) for source, text in self._recall(sources).items()}

    def _recall(self, sources: Iterable[str], identity: dict[str, object] | None = None) -> dict[str, str]:
        if self._memory is None:
            return {}
        keys = {memory_key(identity or self._identity, source): source for source in sources}
        return {keys[key]: text for key, text in self._memory.get(list(keys)).items()}

    def _keep(self, targets: dict[str, str], identity: dict[str, object] | None = None) -> None:
        if self._memory is not None and targets:
            entries = [(memory_key(identity or self._identity, source), text) for source, text in targets.items()]
            self._memory.put(entries)

    def load(self) -> Generator:
        """Return the model, loaded now if it was not yet."""
        if self._generator is None:
            self._generator = load_generator(self._model, self._config)
        return self._generator


def _sources(sentences: Sequence[str]) -> dict[str, str]:
    """Return what the model is given for each sentence; those that are passed through are left out."""
    return {sentence: source_text(sentence) for sentence in sentences if not nothing_to_translate(sentence)}


def _line(output: str) -> str:
    """Return an output on one line: a sentence in, a line out."""
    return " ".join(output.split())


def _joined(clauses: Sequence[str], outputs: Sequence[Output]) -> Output:
    """Join the translations of clauses; the whole is as sure as the least sure of them."""
    known = [output.sureness for output in outputs if output.sureness is not None]
    return Output(join_clauses(clauses, [output.text for output in outputs]), min(known, default=None))


def _as_texts(outputs: dict[str, Output]) -> dict[str, str]:
    """Return outputs as the memory keeps them: the sureness, a tab, the text."""
    return {source: f"{'' if one.sureness is None else one.sureness}\t{one.text}" for source, one in outputs.items()}


def _from_text(kept: str) -> Output:
    sureness, _, text = kept.partition("\t")
    return Output(text, float(sureness) if sureness else None)


def _flat(lists: Iterable[Sequence[str]]) -> list[str]:
    return [text for texts in lists for text in texts]
