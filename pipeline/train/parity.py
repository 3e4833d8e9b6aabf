"""Does the model that was trained say the same on both engines? Without that, what was measured is not what is used."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.catalogue.find import find_model
from pipeline.catalogue.model import Model
from pipeline.config import ComputeType, EngineName, GenerationConfig
from pipeline.engines.batches import token_batches
from pipeline.engines.load import load_generator
from pipeline.errors import EXIT_GATE, TezyError
from pipeline.train.example import Example
from pipeline.train.vocabulary import task_token

SENTENCES = 50
MIN_IDENTICAL = 0.9
"""Of float32 outputs: sums in another order turn a close choice of words now and then."""
MAX_CHRF_LOST = 2.0
"""By int8, against the references. It normally costs well under one."""


class EnginesDisagreeError(TezyError):
    """The model was trained and lies in its folder, but its two engines write different texts."""

    exit_status = EXIT_GATE


@dataclass(frozen=True, slots=True)
class Parity:
    """What CTranslate2 makes of the dev sentences, against transformers in float32, both with beams."""

    sentences: int
    identical: float
    chrf_transformers: float
    chrf_int8: float

    def __str__(self) -> str:
        """Say it in a line."""
        return (
            f"{self.sentences} dev sentences with beam search: CTranslate2 in float32 writes {self.identical:.0%} as "
            f"transformers does; chrF {self.chrf_transformers:.1f} by transformers, {self.chrf_int8:.1f} in int8"
        )


def check_parity(folder: Path, dev: Sequence[Example], max_tokens: int) -> Parity:
    """Run the model in `folder` on both engines.

    Raises: EnginesDisagreeError if CTranslate2 says something else; ModelError if it cannot run the model.
    """
    from sacrebleu.metrics.chrf import CHRF

    chosen = dev[:SENTENCES]
    expected = _outputs(folder, chosen, "transformers", "float32", max_tokens)
    exact = _outputs(folder, chosen, "ctranslate2", "float32", max_tokens)
    quick = _outputs(folder, chosen, "ctranslate2", "int8", max_tokens)
    _forget_conversion(folder)
    references = [[example.target for example in chosen]]
    parity = Parity(
        len(chosen),
        sum(one == other for one, other in zip(expected, exact, strict=True)) / len(chosen),
        CHRF().corpus_score(expected, references).score,
        CHRF().corpus_score(quick, references).score,
    )
    if parity.identical < MIN_IDENTICAL or parity.chrf_transformers - parity.chrf_int8 > MAX_CHRF_LOST:
        raise EnginesDisagreeError(
            f"{folder}: the engines disagree: {parity}. Expected at least {MIN_IDENTICAL:.0%}, and int8 within "
            f'{MAX_CHRF_LOST:g} chrF. Use engine = "transformers" with this model.'
        )
    return parity


def _outputs(
    folder: Path, examples: Sequence[Example], engine: EngineName, compute_type: ComputeType, max_tokens: int
) -> list[str]:
    options = GenerationConfig(
        engine=engine, device="cpu", compute_type=compute_type, max_source_tokens=max(16, max_tokens)
    )
    model = find_model(str(folder))
    outputs = [""] * len(examples)
    for task in dict.fromkeys(example.task for example in examples):
        generator = load_generator(for_task(model, task), options)
        numbers = [number for number, example in enumerate(examples) if example.task == task]
        texts = [examples[number].source for number in numbers]
        for batch in token_batches(generator.count_tokens(texts), options.batch_tokens):
            for index, output in zip(batch, generator.generate([texts[index] for index in batch]), strict=True):
                outputs[numbers[index]] = output
    return outputs


def for_task(model: Model, task: str) -> Model:
    """Return `model` with a card that asks for one task of a model that learnt several."""
    if not task:
        return model
    return replace(model, card=model.card.model_copy(update=task_heading(model.card.family, task)))


def task_heading(family: str, task: str) -> dict[str, str]:
    """Return the field of a card that asks for `task`: the target code of a Marian model, the prompt of any other."""
    return {"target_code": task_token(task)} if family == "marian" else {"prompt": f"{task}: "}


def _forget_conversion(folder: Path) -> None:
    """Remove the conversion in float32, which nobody else will use."""
    from pipeline.engines.conversion import conversion_folder

    shutil.rmtree(conversion_folder(find_model(str(folder)), "float32"), ignore_errors=True)
