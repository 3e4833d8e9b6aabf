"""How good the model is now: loss and chrF of greedy output on the dev set."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pipeline.engines.transformers_engine import quiet
from pipeline.train.batches import sorted_batches
from pipeline.train.codec import TrainingCodec
from pipeline.train.encoded import Encoded
from pipeline.train.example import Example
from pipeline.train.network import Network

_GREEDY_BATCH_TOKENS = 4000


@dataclass(frozen=True, slots=True)
class DevSet:
    """The examples that training is steered by: encoded, and as text for chrF.

    `max_tokens` is how long an output may become: as long as any example of the training.
    """

    encoded: Encoded
    examples: Sequence[Example]
    max_tokens: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Cross-entropy in nats a token, without smoothing; chrF of greedy output, 0 to 100."""

    loss: float
    chrf: float


def evaluate(network: Network, dev: DevSet, batch_tokens: int, chrf_examples: int) -> Evaluation:
    """Measure `network` on `dev`; chrF on its first `chrf_examples`. Draws no random numbers."""
    import torch
    from sacrebleu.metrics.chrf import CHRF

    network.model.eval()
    total, tokens = 0.0, 0
    with torch.inference_mode():
        for batch in sorted_batches(np.arange(len(dev.encoded)), dev.encoded, batch_tokens):
            loss, count = network.loss(dev.encoded, batch)
            total, tokens = total + loss.item(), tokens + count
        chosen = dev.examples[:chrf_examples]
        outputs = greedy(network, dev, len(chosen))
    network.model.train()
    chrf = CHRF().corpus_score(outputs, [[example.target for example in chosen]]).score
    return Evaluation(total / tokens, chrf)


def greedy(network: Network, dev: DevSet, number: int) -> list[str]:
    """Return what the model writes for the first `number` examples, taking the likeliest piece each time."""
    import torch

    outputs = [""] * number
    options = decoding(network.codec, network.model)
    for batch in sorted_batches(np.arange(number), dev.encoded, _GREEDY_BATCH_TOKENS):
        sources = [dev.encoded.source(index) for index in batch]
        options.max_new_tokens = min(dev.max_tokens, 2 * max(map(len, sources)) + 20)
        with network.computing(), torch.inference_mode(), quiet():
            ids = network.model.generate(
                input_ids=network.padded(sources), attention_mask=network.mask(sources), generation_config=options
            )
        for index, row in zip(batch, ids.tolist(), strict=True):
            outputs[index] = network.codec.decode([one for one in row[1:] if one != network.codec.pad])
    return outputs


def decoding(codec: TrainingCodec, model: Any) -> Any:
    """Return settings of generate() for greedy search, whatever the model's own say."""
    from transformers import GenerationConfig

    return GenerationConfig(  # type: ignore[no-untyped-call]
        num_beams=1,
        do_sample=False,
        pad_token_id=codec.pad,
        eos_token_id=codec.end,
        decoder_start_token_id=codec.start,
        forced_bos_token_id=codec.first[0] if codec.first else None,
        suppress_tokens=[codec.pad] if codec.pad != codec.end else None,
        use_cache=True,
    )
