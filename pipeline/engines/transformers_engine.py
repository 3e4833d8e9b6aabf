"""Models on PyTorch: float32, bfloat16 where the processor has it, float16 and bfloat16 on a GPU."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pipeline.catalogue.model import Model
from pipeline.config import GenerationConfig
from pipeline.engines.causal import ChatCodec
from pipeline.engines.codec import Codec
from pipeline.engines.devices import Runtime
from pipeline.engines.generator import Output
from pipeline.engines.limits import check_lengths, longest_source
from pipeline.errors import ModelError


class TransformersGenerator:
    """A checkpoint loaded by transformers, with its decoding options fixed.

    What a text becomes depends on its batch in the last bits of floating-point numbers: matrix products of another
    shape are summed in another order. See `docs/engines.md` for how often that was seen to change an output.
    """

    def __init__(self, model: Model, options: GenerationConfig, runtime: Runtime, codec: Codec) -> None:
        """Load the weights of `model`. Raises: ModelError if they cannot be loaded."""
        self._codec = codec
        self._device = runtime.device
        self._model = load_weights(model, runtime.compute_type).to(runtime.device).eval()
        self.max_source_tokens = longest_source(model, options, codec)
        # The checkpoint's own settings fill whatever is not given to generate(); so none of them may stay.
        self._model.generation_config = self._decoding(options, options.beam_size, 1)
        self._greedy = self._decoding(options, 1, 1)
        self._all = self._decoding(options, options.beam_size, options.beam_size)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text is, special tokens and prompt included."""
        return [len(ids) for ids in self._codec.encode(texts)]

    def generate(self, texts: Sequence[str], *, greedy: bool = False) -> list[str]:
        """Return one output for each text, in order, from one batch. `greedy` looks at one hypothesis only.

        Raises: ValueError if a text is longer than `max_source_tokens`.
        """
        return [best for (best,) in self._search(texts, self._greedy if greedy else None, 1)]

    def outputs(self, texts: Sequence[str]) -> list[Output]:
        """Return what `generate` returns, each with how sure the model was of it. Of a chat model that is not known.

        Raises: see `generate`.
        """
        if isinstance(self._codec, ChatCodec):
            return [Output(text, None) for text in self.generate(texts)]
        sources = self._sources(texts)
        written = [best for (best,) in self._sequences(sources, None, 1)]
        return [
            Output(self._codec.decode(ids), self._sureness(source, ids))
            for source, ids in zip(sources, written, strict=True)
        ]

    def hypotheses(self, texts: Sequence[str]) -> list[list[str]]:
        """Return all that the beam search ended with for each text, the best first: as many as the beam is wide.

        Raises: see `generate`.
        """
        return self._search(texts, self._all, self._all.num_return_sequences)

    def _search(self, texts: Sequence[str], decoding: Any, count: int) -> list[list[str]]:
        """Return the `count` best outputs of each text; `decoding` None is the model's own."""
        found = self._sequences(self._sources(texts), decoding, count)
        if isinstance(self._codec, ChatCodec):
            chat = self._codec
            return [[chat.answer(text, ids) for ids in own] for text, own in zip(texts, found, strict=True)]
        return [[self._codec.decode(ids) for ids in own] for own in found]

    def _sources(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the tokens of each text. Raises: ValueError if they are more than `max_source_tokens`."""
        sources = self._codec.encode(texts) if texts else []
        check_lengths(sources, self.max_source_tokens)
        return sources

    def _sequences(self, sources: list[list[int]], decoding: Any, count: int) -> list[list[list[int]]]:
        """Return what is written as tokens, without those that were given, but with what fills a batch up."""
        import torch

        if not sources:
            return []
        ids, mask = self._padded(sources)
        with torch.inference_mode():
            options = {"generation_config": decoding} if decoding else {}
            outputs = self._model.generate(
                input_ids=torch.tensor(ids, device=self._device),
                attention_mask=torch.tensor(mask, device=self._device),
                **options,
            ).tolist()
        start = len(ids[0]) if isinstance(self._codec, ChatCodec) else 1 + len(self._codec.first_target)
        tokens = [output[start:] for output in outputs]
        return [tokens[first : first + count] for first in range(0, len(tokens), count)]

    def _sureness(self, source: list[int], written: list[int]) -> float:
        """Return the mean log-probability of the tokens written, one forward pass; what fills the batch up is not one.

        Generation keeps no probabilities: those of all tokens at all steps of all beams would not fit into memory.
        """
        import torch

        end = self._codec.end
        ids = written[: written.index(end) + 1] if end in written else written
        given = [self._start, *self._codec.first_target]
        with torch.inference_mode():
            logits = self._model(
                input_ids=torch.tensor([source], device=self._device),
                decoder_input_ids=torch.tensor([[*given, *ids[:-1]]], device=self._device),
            ).logits[0, len(given) - 1 :]
            logits[:, self._unwanted] = -torch.inf
            chosen = logits.float().log_softmax(-1)[range(len(ids)), ids]
        return float(chosen.mean())

    def _padded(self, sources: list[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
        pad = self._pad_id
        longest = max(map(len, sources))
        ids, mask = [], []
        for source in sources:
            empty = longest - len(source)
            if isinstance(self._codec, ChatCodec):  # what is written on must stand at the end
                ids.append([pad] * empty + source)
                mask.append([0] * empty + [1] * len(source))
            else:
                ids.append(source + [pad] * empty)
                mask.append([1] * len(source) + [0] * empty)
        return ids, mask

    @property
    def _pad_id(self) -> int:
        pad: int | None = self._codec.tokenizer.pad_token_id
        return self._codec.end if pad is None else pad

    @property
    def _start(self) -> int:
        return decoder_start(self._codec.settings, self._codec)

    @property
    def _unwanted(self) -> list[int]:
        """The tokens that must never be written."""
        codec = self._codec
        if isinstance(codec, ChatCodec):
            return []
        return sorted({self._pad_id, *([] if codec.unknown is None else [codec.unknown])} - {codec.end})

    def _decoding(self, options: GenerationConfig, beam_size: int, count: int) -> Any:
        """Return every setting of generate(), chosen so that CTranslate2 with the same options does the same."""
        import transformers

        codec = self._codec
        first = codec.first_target
        decoding: Any = transformers.GenerationConfig
        return decoding(
            max_new_tokens=options.max_new_tokens + len(first),
            min_new_tokens=1 + len(first),
            num_beams=beam_size,
            num_return_sequences=count,
            do_sample=False,
            # CTranslate2 stops when as many hypotheses as beams have ended.
            early_stopping=beam_size > 1,
            length_penalty=options.length_penalty if beam_size > 1 else None,
            repetition_penalty=options.repetition_penalty,
            no_repeat_ngram_size=options.no_repeat_ngram_size,
            # Nothing is lost in decoding that way: an unknown token would be left out of the text.
            suppress_tokens=self._unwanted or None,
            # Probabilities are those among the tokens that are allowed, as CTranslate2 counts them.
            renormalize_logits=True,
            forced_bos_token_id=first[0] if first else None,
            decoder_start_token_id=None if isinstance(codec, ChatCodec) else self._start,
            eos_token_id=codec.ends if isinstance(codec, ChatCodec) else codec.end,
            pad_token_id=self._pad_id,
            use_cache=True,
        )


def decoder_start(settings: dict[str, Any], codec: Codec) -> int:
    """Return the token the decoder starts from: the one stated, else what the family's always is."""
    stated: int | None = settings.get("decoder_start_token_id")
    if stated is not None:
        return stated
    by_end = codec.card.family in ("bart", "nllb", "m2m100")
    start: int = codec.end if by_end else codec.tokenizer.pad_token_id
    return start


def load_weights(model: Model, dtype: str) -> Any:
    """Load the weights of `model` from its folder alone, as `dtype` ("auto": as they are stored), attention as sdpa.

    Safetensors are preferred; a pickled file is read for its tensors only and cannot run code.

    Raises: ModelError if the files are no such model.
    """
    import torch
    import transformers

    chat = model.card.family == "causal"
    loader = transformers.AutoModelForCausalLM if chat else transformers.AutoModelForSeq2SeqLM
    try:
        with quiet():
            return loader.from_pretrained(
                model.folder,
                dtype=dtype if dtype == "auto" else getattr(torch, dtype),
                attn_implementation="sdpa",
                local_files_only=True,
                trust_remote_code=False,
                weights_only=True,
            )
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError) as error:
        raise ModelError(f"{model.card.name}: its weights cannot be loaded from {model.folder} ({error}).") from error


@contextmanager
def quiet() -> Iterator[None]:
    """Keep transformers' progress bars and advice off the terminal; errors are raised, not printed."""
    import transformers

    logging: Any = transformers.utils.logging
    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()
