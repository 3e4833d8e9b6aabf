"""Tokens a second of Tezy's default engine against transformers, and what the checks cost beside translating.

    python benchmarks/throughput.py [--sentences 160] [--new-tokens 32]

The model has the size of OPUS-MT's (6 + 6 layers of 512, a vocabulary of 32,000) and random weights. It can never end
a sentence, so every way of running it writes the same number of tokens: what differs is the time. Sentences are made up
of our own words, about 10 to 60 tokens long. Beam 4 everywhere, and all processors.

Then the bundled translator translates the articles of seeds/, and all checks run on what it wrote. Exit status 3 if (c)
is not 8 times (a), or the checks take a tenth of the translation's processor time or more.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipeline.catalogue.find import find_model
from pipeline.catalogue.verify import hash_files
from pipeline.check.sentence_checks import check_sentence
from pipeline.config import GlossaryConfig, InputConfig, TranslateConfig
from pipeline.engines.batches import token_batches
from pipeline.engines.load import load_generator
from pipeline.engines.transformers_engine import quiet
from pipeline.names.glossary import load_glossary
from pipeline.reading import read_articles
from pipeline.records import Article
from pipeline.text.sentences import split_sentences
from pipeline.translate.translator import Translator
from tests.tiny_models.pieces import train_pieces
from tests.tiny_models.text import UKRAINIAN

WANTED = 8.0
CHECKS_SHARE = 0.1
VOCABULARY = 32_000
CARD = """\
name = "marian-base"
title = "Random weights of OPUS-MT's size"
family = "marian"
job = "translate"
languages = ["uk", "en"]
license = "CC0-1.0"
commercial_use = true
about = "For benchmarks."

[files]
"""


@dataclass(frozen=True)
class Row:
    """How long one way of translating took: `seconds` by the clock, `processor_s` of all processors together."""

    name: str
    tokens: int
    seconds: float
    processor_s: float


def build_marian_base(folder: Path) -> str:
    """Write the model with its card into `folder` and return the folder's name as `find_model` takes it."""
    import torch
    from transformers import MarianConfig, MarianMTModel

    folder.mkdir()
    vocabulary = {"</s>": 0, "<unk>": 1}
    for side, language in (("source", "uk"), ("target", "en")):
        for piece, _ in train_pieces(folder / f"{side}.spm", 260, language=language):
            if piece != "<s>":
                vocabulary.setdefault(piece, len(vocabulary))
    while len(vocabulary) < VOCABULARY - 1:
        vocabulary[f"▁filler{len(vocabulary)}"] = len(vocabulary)
    pad = vocabulary["<pad>"] = len(vocabulary)
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text('{"tokenizer_class": "MarianTokenizer"}', encoding="utf-8")
    torch.manual_seed(1)
    config = MarianConfig(
        vocab_size=VOCABULARY,
        d_model=512,
        encoder_layers=6,
        decoder_layers=6,
        encoder_attention_heads=8,
        decoder_attention_heads=8,
        encoder_ffn_dim=2048,
        decoder_ffn_dim=2048,
        activation_function="swish",
        scale_embedding=True,
        max_position_embeddings=512,
        pad_token_id=pad,
        eos_token_id=0,
        bos_token_id=0,
        decoder_start_token_id=pad,
    )
    model = MarianMTModel(config)
    model.final_logits_bias[0, 0] = -1e4  # no sentence ends before its last token
    with quiet():
        model.save_pretrained(folder)
    files = "".join(f'"{name}" = "{sha256}"\n' for name, sha256 in hash_files(folder).items())
    (folder / "card.toml").write_text(CARD + files, encoding="utf-8")
    return str(folder)


def make_sentences(count: int) -> list[str]:
    """Return `count` different sentences of Ukrainian words.

    The vocabulary is small and cuts a word into three pieces, so that 2 to 14 words have the tokens of a news sentence.
    """
    words = UKRAINIAN.split()
    chance = random.Random(7)
    return [
        f"{number}: " + " ".join(chance.choices(words, k=round(chance.triangular(2, 14, 6)))) for number in range(count)
    ]


def run(name: str, count: int, new_tokens: int, translate: Callable[[], list[str]]) -> Row:
    """Time `translate`, which gives `count` outputs of `new_tokens` tokens each."""
    began, processor = time.perf_counter(), time.process_time()
    outputs = translate()
    row = Row(name, count * new_tokens, time.perf_counter() - began, time.process_time() - processor)
    if len(outputs) != count or not all(outputs):
        raise SystemExit(f"{name}: {count} outputs were expected, {len(list(filter(None, outputs)))} came.")
    print(f"  {name}: {row.seconds:.1f} s", file=sys.stderr)
    return row


def measure(model: str, sentences: list[str], new_tokens: int) -> list[Row]:
    """Translate `sentences` in the three ways, each loaded and warmed up before its clock starts."""
    shared = {"model": model, "device": "cpu", "max_new_tokens": new_tokens}
    count = len(sentences)
    config = TranslateConfig.model_validate(shared | {"engine": "transformers", "compute_type": "float32"})
    generator = load_generator(find_model(model), config)
    generator.generate(sentences[:2])

    def batched() -> list[str]:
        lengths = generator.count_tokens(sentences)
        batches = token_batches(lengths, 1024)
        return [output for batch in batches for output in generator.generate([sentences[i] for i in batch])]

    one_by_one = lambda: [generator.generate([text])[0] for text in sentences]  # noqa: E731
    rows = [
        run("(a) transformers float32, one sentence at a time", count, new_tokens, one_by_one),
        run("(b) transformers float32, batches of 1,024 tokens", count, new_tokens, batched),
    ]
    translator = Translator(TranslateConfig.model_validate(shared))
    translator.translate(["Рада голосує."])
    name = f"(c) Tezy's default: CTranslate2 {translator.identity()['compute_type']}"
    rows.append(run(name, count, new_tokens, lambda: [one.text for one in translator.translate(sentences)]))
    return rows


def measure_checks() -> tuple[int, float, float]:
    """Return the sentences of seeds/, and the processor time in seconds of translating and of checking them.

    Model, glossary and word lists are loaded before, as they are once a night; no sentence was checked before.
    """
    glossary = load_glossary(GlossaryConfig())
    read = read_articles([str(Path(__file__).resolve().parents[1] / "seeds")], InputConfig())
    articles = [one for one in read if isinstance(one, Article) and one.language == "uk"]
    sources = list(dict.fromkeys(sentence.text for article in articles for sentence in split_sentences(article)))
    translator = Translator(TranslateConfig(device="cpu"))
    translator.translate(["Рада голосує."])
    check_sentence(0, "Рада Києва голосує.", "The Kyiv council votes.", glossary)  # loads word lists and dictionary
    began = time.process_time()
    targets = [one.text for one in translator.translate(sources)]
    translated = time.process_time()
    for source, target in zip(sources, targets, strict=True):
        check_sentence(0, source, target, glossary)
    return len(sources), translated - began, time.process_time() - translated


def main() -> int:
    """Build the model, measure, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=160)
    parser.add_argument("--new-tokens", type=int, default=32)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["TEZY_HOME"] = str(Path(place) / "home")
        model = build_marian_base(Path(place) / "marian-base")
        rows = measure(model, make_sentences(given.sentences), given.new_tokens)
    first = rows[0]
    print(f"{given.sentences} sentences, {given.new_tokens} tokens each, beam 4, {os.cpu_count()} processors")
    print(f"{'':<52}{'tokens/s':>10}{'x (a)':>8}{'tokens/processor s':>20}{'x (a)':>8}")
    for row in rows:
        by_clock, by_processor = row.tokens / row.seconds, row.tokens / row.processor_s
        print(
            f"{row.name:<52}{by_clock:>10.0f}{first.seconds / row.seconds:>8.1f}"
            f"{by_processor:>20.0f}{first.processor_s / row.processor_s:>8.1f}"
        )
    count, translating, checking = measure_checks()
    print(
        f"{count} sentences of seeds/: translated in {translating:.2f} s of processor time, checked in {checking:.2f} s"
    )
    print(f"the checks take {100 * checking / translating:.1f}% of the translation")
    return 0 if first.seconds / rows[-1].seconds >= WANTED and checking < CHECKS_SHARE * translating else 3


if __name__ == "__main__":
    sys.exit(main())
