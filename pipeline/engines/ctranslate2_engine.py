"""Models on CTranslate2: int8 on a processor, int8 and float16 on a GPU."""

from collections.abc import Sequence
from typing import Any

from pipeline.catalogue.model import Model
from pipeline.config import GenerationConfig
from pipeline.cores import cores
from pipeline.engines.batches import equal_lengths
from pipeline.engines.causal import ChatCodec
from pipeline.engines.codec import Codec
from pipeline.engines.conversion import converted
from pipeline.engines.devices import Runtime
from pipeline.engines.generator import Output
from pipeline.engines.limits import check_lengths, longest_source
from pipeline.errors import ModelError


class CTranslate2Generator:
    """A converted checkpoint, with its decoding options fixed.

    Only texts of equal length share a batch. Padding changes an attention's sums in their last bits, and int8 rounds
    such a difference up to the next step; see `benchmarks/invariance.py`.
    """

    def __init__(self, model: Model, options: GenerationConfig, runtime: Runtime, codec: Codec) -> None:
        """Convert `model` if that was not done yet, and load it. Raises: ModelError if that cannot be."""
        import ctranslate2

        self._codec = codec
        self._options = options
        self.max_source_tokens = longest_source(model, options, codec)
        self._chat = isinstance(codec, ChatCodec)
        # Nothing else keeps padding from being written, except that Marian's converted vocabulary has none.
        pad = codec.tokenizer.pad_token
        no_padding = self._chat or not pad or pad == codec.tokenizer.eos_token or model.card.family == "marian"
        self._padding = None if no_padding else [[pad]]
        folder = converted(model, runtime.compute_type, codec)
        loader = ctranslate2.Generator if self._chat else ctranslate2.Translator
        workers, threads = workers_and_threads(runtime.device, chat=self._chat)
        try:
            self._engine = loader(
                str(folder),
                device=runtime.device,
                compute_type=runtime.compute_type,
                inter_threads=workers,
                intra_threads=threads,
                max_queued_batches=-1,  # a batch's groups all queue at once; texts are small
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"{model.card.name}: CTranslate2 cannot load {folder} ({error}).") from error

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text is, special tokens and prompt included."""
        return [len(ids) for ids in self._codec.encode(texts)]

    def generate(self, texts: Sequence[str], *, greedy: bool = False) -> list[str]:
        """Return one output for each text, in order, from one batch. `greedy` looks at one hypothesis only.

        Raises: ValueError if a text is longer than `max_source_tokens`.
        """
        beam_size = 1 if greedy else self._options.beam_size
        return [best.text for (best,) in self._search(texts, beam_size, 1)]

    def outputs(self, texts: Sequence[str]) -> list[Output]:
        """Return what `generate` returns, each with how sure the model was of it.

        Raises: see `generate`.
        """
        return [best for (best,) in self._search(texts, self._options.beam_size, 1)]

    def hypotheses(self, texts: Sequence[str]) -> list[list[str]]:
        """Return all that the beam search ended with for each text, the best first: as many as the beam is wide.

        Raises: see `generate`.
        """
        count = self._options.beam_size
        return [[one.text for one in own] for own in self._search(texts, count, count)]

    def _search(self, texts: Sequence[str], beam_size: int, count: int) -> list[list[Output]]:
        """Return the `count` best outputs of each text."""
        sources = self._codec.encode(texts) if texts else []
        check_lengths(sources, self.max_source_tokens)
        found: list[Any] = [None] * len(texts)
        groups = equal_lengths([len(ids) for ids in sources])
        running = [(group, self._start([sources[index] for index in group], beam_size, count)) for group in groups]
        for group, results in running:
            for index, result in zip(group, results, strict=True):
                found[index] = result.result()
        return [self._outputs(text, result) for text, result in zip(texts, found, strict=True)]

    def _start(self, sources: list[list[int]], beam_size: int, count: int) -> Any:
        """Hand one batch of equally long sources to the workers; its results are waited for later."""
        tokens = [self._codec.tokens(ids) for ids in sources]
        if isinstance(self._codec, ChatCodec):
            return self._engine.generate_batch(
                tokens,
                max_length=self._options.max_new_tokens,
                min_length=1,
                include_prompt_in_result=False,
                end_token=self._codec.ends,
                **self._decoding(beam_size, count),
            )
        first = self._codec.tokens(self._codec.first_target)
        return self._engine.translate_batch(
            tokens,
            target_prefix=[first] * len(tokens) if first else None,
            max_input_length=0,  # its own default cuts a text at 1,024 tokens without a word
            max_decoding_length=self._options.max_new_tokens + len(first),
            min_decoding_length=1 + len(first),
            coverage_penalty=0,
            prefix_bias_beta=0,
            use_vmap=False,
            replace_unknowns=False,
            return_end_token=True,
            **self._decoding(beam_size, count),
        )

    def _outputs(self, text: str, result: Any) -> list[Output]:
        """Return the outputs of one text, the best first."""
        if isinstance(self._codec, ChatCodec):
            return [Output(self._codec.answer(text, ids), None) for ids in result.sequences_ids]
        pairs = zip(result.hypotheses, result.scores, strict=True)
        return [self._output(self._codec.ids(tokens), score) for tokens, score in pairs]

    def _output(self, tokens: list[int], score: float) -> Output:
        """Return a hypothesis; `tokens` have what was given first, and the end if it was written.

        The score is the sum of the log-probabilities over a power of the length, all tokens counted.
        """
        ids = tokens[len(self._codec.first_target) :]
        total = score * float(len(tokens) ** self._options.length_penalty)
        return Output(self._codec.decode(ids[:-1] if ids[-1:] == [self._codec.end] else ids), total / len(ids))

    def _decoding(self, beam_size: int, count: int) -> dict[str, Any]:
        """Return every option both kinds of model share; CTranslate2's defaults are not transformers'."""
        return {
            "asynchronous": True,
            "max_batch_size": 0,
            "batch_type": "examples",
            "beam_size": beam_size,
            "patience": 1,
            "num_hypotheses": count,
            "length_penalty": self._options.length_penalty,
            "repetition_penalty": self._options.repetition_penalty,
            "no_repeat_ngram_size": self._options.no_repeat_ngram_size,
            "disable_unk": not self._chat,  # an unknown token would be left out of the text
            "suppress_sequences": self._padding,
            "sampling_topk": 1,
            "sampling_temperature": 1,
            "return_scores": not self._chat,
        }


def workers_and_threads(device: str, *, chat: bool) -> tuple[int, int]:
    """Return how many groups of texts are worked on at once, and by how many threads each.

    Groups of equal length are many and small: a thread for each wastes nothing on waiting for the others. A chat model
    is large and mostly has one text at a time, which all threads must share.
    """
    if device == "cuda":
        return 1, 1
    if chat:
        return 1, cores()
    workers = min(cores(), 8)
    return workers, max(1, cores() // workers)
