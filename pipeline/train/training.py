"""A training from its examples to a model folder: what `tezy train` does, whatever is trained."""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.catalogue.card import Job
from pipeline.catalogue.find import find_model
from pipeline.catalogue.model import Model
from pipeline.corpus.report import table
from pipeline.corpus.weights import weight_of
from pipeline.errors import InputError
from pipeline.held import held_folder
from pipeline.train.building import add_tasks, load_base, new_marian
from pipeline.train.cards import Learnt, make_card, name_from
from pipeline.train.checkpoint import Progress
from pipeline.train.codec import FamilyCodec, MarianCodec, TrainingCodec
from pipeline.train.config import TrainConfig
from pipeline.train.curves import write_curves
from pipeline.train.encoded import Encoded, encode
from pipeline.train.evaluation import DevSet, Evaluation
from pipeline.train.example import Example, Examples
from pipeline.train.export import mend_model, tokenizer_files, write_model
from pipeline.train.folder import CURVES, MODEL, VOCABULARY
from pipeline.train.identity import claim_folder
from pipeline.train.log import TrainingLog, read_log
from pipeline.train.network import Network, allowed_pieces, make_deterministic, resolve_device
from pipeline.train.parity import check_parity, task_heading
from pipeline.train.preparation import Prepared, prepare
from pipeline.train.trainer import LOG, Course, Trainer
from pipeline.train.vocabulary import train_vocabulary

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Training:
    """What is to be trained: examples, dev examples (None: some are set aside), tasks, the files all this came from.

    `languages` is what the card will say; of a model of several `tasks`, `asked` is the one its card will ask for.
    `base` names the model whose weights are gone on with; empty is from scratch.
    """

    job: Job
    examples: Examples
    dev: Sequence[Example] | None
    languages: tuple[str, ...]
    tasks: Sequence[str]
    asked: str
    data_files: Sequence[Path]
    dev_files: Sequence[Path]
    base: str
    config: TrainConfig


def train(training: Training, out: Path, say: Say) -> Path:
    """Train in the folder `out`, or go on with what was begun there, and return the folder of the model.

    Raises: InputError, ConfigError, ModelError, OutputError before hours are spent; KeyboardInterrupt when stopped.
    """
    began = time.monotonic()
    config = training.config
    with held_folder(out, "training", "give another --out DIR"):
        mend_model(out / MODEL)
        base = find_model(training.base) if training.base else None
        identity = {"name": base.card.name, "weights": base.weights_sha256} if base else {}
        claim_folder(out, training.job, config, training.data_files, training.dev_files, identity)
        prepared = prepare(training.examples, training.dev, config.evaluation.dev_examples, from_scratch=base is None)
        say(f"{prepared.number:,} examples to learn from, {len(prepared.dev):,} to steer by.")
        make_deterministic(config.seed, config.threads)
        model, codec = _network_parts(training, base, prepared, out, say)
        max_tokens = _longest(model, codec, config, say)
        encoded = encode(prepared.training, codec, max_tokens)
        learnt = _learnt(encoded, config)
        _say_corpora(encoded, learnt, say)
        dev = _dev_set(prepared.dev, codec, max_tokens)
        network = Network(model, codec, _allowed(model, codec, encoded, base), config)
        say(_described(network))

        def keep(found: Evaluation, progress: Progress) -> None:
            base_card = base.card if base else None
            heading = task_heading(base.card.family if base else "marian", training.asked) if training.tasks else {}
            card = make_card(
                config, name_from(out), training.job, training.languages, heading, base_card, learnt, progress, found
            )
            card = card.model_copy(update={"max_source_tokens": max(16, max_tokens)})
            write_model(network.model, codec, out / VOCABULARY, card, out / MODEL, max_tokens)

        course = Course(encoded, [one.weight for one in learnt], dev)
        progress = Trainer(network, course, config, out, say, keep, began).run()
        _finish(out, dev, config, progress, max_tokens, say)
    return out / MODEL


def _network_parts(
    training: Training, base: Model | None, prepared: Prepared, out: Path, say: Say
) -> tuple[Any, TrainingCodec]:
    """Return the network and its codec, and see to the tokenizer files in `out`."""
    config, folder = training.config, out / VOCABULARY
    device = resolve_device(config.device)
    if base is None:
        if not folder.is_dir():
            say("learning the vocabulary ...")
            part = _empty(folder.with_name(f"{VOCABULARY}.part"))
            train_vocabulary(part, prepared.training, training.tasks, config)
            part.rename(folder)
        codec = MarianCodec(folder)
        return new_marian(codec, config, device), codec
    model = load_base(base, config, device)
    part = _empty(folder.with_name(f"{VOCABULARY}.part"))
    for path in tokenizer_files(base.folder):
        shutil.copyfile(path, part / path.name)
    if base.card.family == "marian":
        add_tasks(model, base.folder, part, training.tasks)
    shutil.rmtree(folder, ignore_errors=True)
    part.rename(folder)
    if base.card.family == "marian":
        return model, MarianCodec(folder, "" if training.tasks else base.card.target_code)
    from pipeline.engines.codec import Codec
    from pipeline.engines.transformers_engine import decoder_start

    if training.tasks:  # a task takes the place of what the base was asked by
        base = replace(base, card=base.card.model_copy(update={"prompt": ""}))
    engine_codec = Codec(base)
    start = decoder_start(engine_codec.settings, engine_codec)
    return model, FamilyCodec(engine_codec, start, model.config.vocab_size)


def _longest(model: Any, codec: TrainingCodec, config: TrainConfig, say: Say) -> int:
    """Return how many tokens an example may have: what is configured, or what the model has positions for."""
    stated = config.data.max_tokens
    positions = codec.max_positions if isinstance(codec, FamilyCodec) else model.config.max_position_embeddings
    if positions is None or positions >= stated:
        return stated
    say(f"the model has {positions} positions, so no example may have more tokens (data.max_tokens is {stated}).")
    return int(positions)


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _allowed(model: Any, codec: TrainingCodec, encoded: Encoded, base: Model | None) -> list[int] | None:
    if not isinstance(codec, MarianCodec):
        return None
    return allowed_pieces(codec, encoded, model.final_logits_bias if base else None)


def _dev_set(examples: Sequence[Example], codec: TrainingCodec, max_tokens: int) -> DevSet:
    """Encode the dev set, without examples that are longer than what is trained on."""
    whole = encode(examples, codec, 1 << 30)
    short = [
        example
        for example, source, target in zip(examples, whole.source_lengths, whole.target_lengths, strict=True)
        if max(source, target) <= max_tokens
    ]
    if not short:
        raise InputError(f"every dev example has more than {max_tokens} tokens. Set data.max_tokens higher.")
    return DevSet(encode(short, codec, max_tokens), short, max_tokens)


def _learnt(encoded: Encoded, config: TrainConfig) -> list[Learnt]:
    return [
        Learnt(corpus, len(members), weight_of(corpus, config.data.weights, config.data.other_weight))
        for corpus, members in zip(encoded.corpora, encoded.members(), strict=True)
    ]


def _say_corpora(encoded: Encoded, learnt: Sequence[Learnt], say: Say) -> None:
    if not len(encoded):
        raise InputError("no example is left within data.max_tokens. Set it higher.")
    seen = sum(one.examples * one.weight for one in learnt)
    rows = [("corpus", "examples", "weight", "of a pass")]
    for one in sorted(learnt, key=lambda one: -one.examples * one.weight):
        rows.append((one.corpus, f"{one.examples:,}", f"{one.weight:g}", f"{one.examples * one.weight / seen:.1%}"))
    say("\n".join(table(rows)))
    say(f"{encoded.too_long:,} examples are too long and left out; {encoded.megabytes:,.0f} MB in memory.")


def _described(network: Network) -> str:
    millions = sum(weight.numel() for weight in network.model.parameters()) / 1e6
    precision = "bfloat16" if network.autocast else "float32"
    return f"{millions:.1f} million weights, {network.codec.size:,} pieces, {network.device}, {precision}."


def _finish(out: Path, dev: DevSet, config: TrainConfig, progress: Progress, max_tokens: int, say: Say) -> None:
    """Draw the curves, and make sure that the model does on both engines what it did here."""
    write_curves(out / CURVES, f"{config.card.title or name_from(out)}: {progress.step:,} steps", read_log(out / LOG))
    say("comparing the engines on sentences of the dev set ...")
    parity = check_parity(out / MODEL, dev.examples, max_tokens)
    say(f"{parity}.")
    records = [record for record in read_log(out / LOG) if record["kind"] == "parity"]
    if not records:
        TrainingLog(out / LOG, progress.step).add(
            {
                "kind": "parity",
                "step": progress.step,
                "identical": parity.identical,
                "chrf_transformers": parity.chrf_transformers,
                "chrf_int8": parity.chrf_int8,
            }
        )
