"""Translate sentences: what needs no model passes, what is known is remembered, the rest goes through a model."""

from collections.abc import Iterator, Sequence

from pipeline.catalogue.find import find_model
from pipeline.config import TranslateConfig
from pipeline.engines.batches import token_batches
from pipeline.engines.devices import resolve_runtime
from pipeline.engines.generator import Generator
from pipeline.errors import ModelError
from pipeline.store.memory import Memory, memory_key
from pipeline.translate.clauses import CLAUSES_VERSION, split_clauses
from pipeline.translate.source_text import SOURCE_TEXT_VERSION, needs_translation, source_text
from pipeline.translate.translated import Translated

STAGE = "translate/1"


class Translator:
    """A translator with its memory; the model is loaded when the first sentence needs it."""

    def __init__(self, config: TranslateConfig, memory: Memory | None = None) -> None:
        """Find the model. Raises: ModelError if it is not here or does not translate; ConfigError (see engines)."""
        self._config = config
        self._memory = memory
        self._model = find_model(config.model, config.lock)
        if self._model.card.job != "translate":
            raise ModelError(
                f"{config.model} is a model to {self._model.card.job} with; translate.model must be one to translate "
                f"with (tezy models list)."
            )
        self._generator: Generator | None = None

    @property
    def loaded(self) -> bool:
        """Whether the model's weights are in memory."""
        return self._generator is not None

    def identity(self) -> dict[str, object]:
        """Return everything that could change a translation; part of each memory key. Batch sizes cannot."""
        options = self._config.model_dump(exclude={"model", "batch_tokens", "device", "compute_type"})
        runtime = resolve_runtime(self._config)
        return {
            "stage": STAGE,
            "source_text": SOURCE_TEXT_VERSION,
            "clauses": CLAUSES_VERSION,
            "model": self._model.card.name,
            "revision": self._model.revision,
            "weights_sha256": self._model.weights_sha256,
            "device": runtime.device,
            "compute_type": runtime.compute_type,
            **options,
        }

    def translate(self, sentences: Sequence[str]) -> list[Translated]:
        """Return the translation of each sentence, in order, as many as were given. One sentence is translated once.

        What is finished is in the memory before the next batch begins.
        """
        sources = {sentence: source_text(sentence) for sentence in sentences if needs_translation(sentence)}
        known = self._known(list(dict.fromkeys(sources.values())))
        missing = [source for source in dict.fromkeys(sources.values()) if source not in known]
        written = dict(self._write(missing)) if missing else {}
        return [self._result(sentence, sources.get(sentence), known, written) for sentence in sentences]

    @staticmethod
    def _result(sentence: str, source: str | None, known: dict[str, str], written: dict[str, str]) -> Translated:
        if source is None:
            return Translated(sentence, "passed")
        return Translated(known[source], "memory") if source in known else Translated(written[source], "model")

    def _known(self, sources: Sequence[str]) -> dict[str, str]:
        if self._memory is None:
            return {}
        identity = self.identity()
        keys = {memory_key(identity, source): source for source in sources}
        return {keys[key]: text for key, text in self._memory.get(list(keys)).items()}

    def _write(self, sources: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Translate each of `sources`, yielding (source, target) batch by batch."""
        generator = self._load()
        parts = {source: self._parts(source, generator) for source in sources}
        waiting = {source: len(own) for source, own in parts.items()}
        owners: dict[str, list[str]] = {}
        for source, own in parts.items():
            for part in own:
                owners.setdefault(part, []).append(source)
        texts = list(owners)
        done: dict[str, str] = {}
        identity = self.identity()
        for batch in token_batches(generator.count_tokens(texts), self._config.batch_tokens):
            some = [texts[n] for n in batch]
            finished = []
            for part, target in zip(some, self._generate(generator, some), strict=True):
                done[part] = target
                for source in owners[part]:
                    waiting[source] -= 1
                    if waiting[source] == 0:
                        finished.append((source, " ".join(done[one] for one in parts[source])))
            if self._memory is not None:
                self._memory.put((memory_key(identity, source), target) for source, target in finished)
            yield from finished

    @staticmethod
    def _parts(source: str, generator: Generator) -> list[str]:
        longest = generator.max_source_tokens
        return split_clauses(source, lambda text: generator.count_tokens([text])[0] <= longest)

    @staticmethod
    def _generate(generator: Generator, texts: Sequence[str]) -> list[str]:
        """Translate one batch. What comes back empty is tried again greedily, and else stays as it was written."""
        targets = [" ".join(target.split()) for target in generator.generate(texts)]
        for n, target in enumerate(targets):
            if not target:
                (again,) = generator.generate([texts[n]], greedy=True)
                targets[n] = " ".join(again.split()) or texts[n]
        return targets

    def _load(self) -> Generator:
        if self._generator is None:
            from pipeline.engines.load import load_generator

            self._generator = load_generator(self._model, self._config)
        return self._generator
