"""How often does a sentence's translation depend on what is translated beside it?

    python benchmarks/invariance.py [--model NAME] [--engine NAME] [--compute-type NAME] [--sentences 1000] [FILE]

FILE holds Ukrainian sentences, one a line; left out, the corpus beside the checkout is read (../shared/gold). Each
sentence is translated alone, then in batches of several sizes: as Tezy batches them, and for CTranslate2 also padded to
the longest of the batch, as Tezy does not.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.catalogue.find import find_model
from pipeline.config import TranslateConfig
from pipeline.engines import ctranslate2_engine
from pipeline.engines.batches import token_batches
from pipeline.engines.generator import Generator
from pipeline.engines.load import load_generator
from pipeline.translate.source_text import source_text

GOLD = Path(__file__).parents[1] / ".." / "shared" / "gold" / "news"
BATCH_TOKENS = (256, 1024, 8192)


def read_sentences(file: Path | None, count: int) -> list[str]:
    """Return `count` different sentences in an order that has nothing to do with their length."""
    if file:
        lines = file.read_text(encoding="utf-8").splitlines()
    else:
        found = (line for path in sorted(GOLD.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines())
        lines = [line.split("|||")[0][2:].strip() for line in found if line[:2] in ("T:", "L:", "S:", "K:")]
    sentences = list(dict.fromkeys(source_text(line) for line in lines if line.strip()))
    random.Random(1).shuffle(sentences)
    return sentences[:count]


def translate(generator: Generator, sentences: Sequence[str], batch_tokens: int) -> tuple[list[str], float]:
    """Return the translations in order and the seconds of processor time that they took."""
    outputs = [""] * len(sentences)
    began = time.process_time()
    for batch in token_batches(generator.count_tokens(sentences), batch_tokens):
        for index, output in zip(batch, generator.generate([sentences[i] for i in batch]), strict=True):
            outputs[index] = output
    return outputs, time.process_time() - began


@contextmanager
def padded() -> Iterator[None]:
    """Let sentences of different length share CTranslate2's batches."""
    groups = ctranslate2_engine.equal_lengths
    ctranslate2_engine.equal_lengths = lambda lengths: [list(range(len(lengths)))]
    try:
        yield
    finally:
        ctranslate2_engine.equal_lengths = groups


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="?", type=Path)
    arguments.add_argument("--model", default="starter-uk-en")
    arguments.add_argument("--engine", default="ctranslate2")
    arguments.add_argument("--compute-type", default="auto")
    arguments.add_argument("--sentences", type=int, default=1000)
    arguments.add_argument("--max-new-tokens", type=int, default=100)
    given = arguments.parse_args()
    config = TranslateConfig.model_validate(
        {
            "model": given.model,
            "engine": given.engine,
            "compute_type": given.compute_type,
            "max_new_tokens": given.max_new_tokens,
        }
    )
    generator = load_generator(find_model(config.model), config)
    sentences = read_sentences(given.file, given.sentences)
    sentences = [text for text in sentences if generator.count_tokens([text])[0] <= generator.max_source_tokens]
    alone, seconds = translate(generator, sentences, 1)
    print(f"{given.model}, {given.engine} {given.compute_type}, {len(sentences)} sentences, beam {config.beam_size}")
    print(f"{'batches':<24}{'differ from alone':>20}{'processor seconds':>20}")
    print(f"{'alone':<24}{'-':>20}{seconds:>20.1f}", flush=True)
    for batch_tokens in BATCH_TOKENS:
        together, seconds = translate(generator, sentences, batch_tokens)
        _row(f"{batch_tokens} tokens", alone, together, seconds)
    if given.engine == "ctranslate2":
        for batch_tokens in BATCH_TOKENS:
            with padded():
                together, seconds = translate(generator, sentences, batch_tokens)
            _row(f"{batch_tokens} tokens, padded", alone, together, seconds)


def _row(name: str, alone: Sequence[str], together: Sequence[str], seconds: float) -> None:
    differ = sum(one != other for one, other in zip(alone, together, strict=True))
    print(f"{name:<24}{differ:>20}{seconds:>20.1f}", flush=True)


if __name__ == "__main__":
    main()
