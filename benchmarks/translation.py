"""Measure a translator: BLEU, chrF, number and name errors, sentences a second; both engines, beam and greedy.

    python benchmarks/translation.py MODEL [--limit N] [--beams 4] [--engines ctranslate2 transformers] [--set NAME]
    python benchmarks/translation.py starter-uk-en --limit 200 --engines ctranslate2

MODEL is a card's name or a folder with a card.toml. Test sets lie in ../shared: FLORES devtest, and every tenth of our
articles, which no training reads. `--set name=path.uk` measures on a file with its `.en` beside it as well.

A row's errors are sentences in a hundred in which our own checks find a number that was lost, added or changed, and a
name that is not as the glossary and romanisation have it. The last row of a test set is what they find in the
reference, which is not zero: checks err, and editors round and rename.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from pipeline.check.numbers import check_numbers
from pipeline.cli.options import go_offline
from pipeline.config import EngineName, GlossaryConfig, TranslateConfig
from pipeline.corpus.pair import Pair
from pipeline.corpus.read import read_pairs
from pipeline.corpus.report import table
from pipeline.engines.devices import resolve_runtime
from pipeline.errors import TezyError
from pipeline.names.compare import compare_names
from pipeline.names.glossary import Glossary, load_glossary
from pipeline.translate.translator import Translator

SHARED = Path(__file__).parents[1] / ".." / "shared"
HEADER = ("test set", "engine", "computed in", "beams", "n", "BLEU", "chrF", "wrong numbers", "wrong names", "a second")


@dataclass(frozen=True)
class TestSet:
    """Sentences with their references."""

    name: str
    pairs: Sequence[Pair]


def test_sets(limit: int | None, others: Sequence[str]) -> Iterator[TestSet]:
    """Yield the test sets that are here, each cut to its first `limit` pairs."""
    devtest = SHARED / "eval" / "flores" / "devtest.uk"
    if devtest.is_file():
        yield TestSet("FLORES devtest", list(read_pairs([devtest]))[:limit])
    news = sorted((SHARED / "gold" / "news").glob("*.txt"))
    if held_out := [pair for pair in read_pairs(news, held_out=True) if pair.held_out]:
        # All topics, also where only the first are asked for.
        step = max(1, len(held_out) // limit) if limit else 1
        yield TestSet("own news, held out", held_out[::step][:limit])
    for other in others:
        name, _, path = other.partition("=")
        yield TestSet(name, list(read_pairs([Path(path)]))[:limit])


def outputs_of(model: str, engine: EngineName, beams: int, sources: Sequence[str]) -> tuple[list[str], float, str]:
    """Return the translations, sentences a second without loading, and the numbers the engine computes with."""
    config = TranslateConfig(model=model, engine=engine, beam_size=beams)
    translator = Translator(config)
    translator.translate(["Доброго ранку."])
    began = time.perf_counter()
    outputs = [translated.text for translated in translator.translate(sources)]
    return outputs, len(sources) / (time.perf_counter() - began), resolve_runtime(config).compute_type


def errors(pairs: Sequence[Pair], outputs: Sequence[str], glossary: Glossary) -> tuple[str, str]:
    """Return how many sentences in a hundred have a number error, and a name error."""
    numbers = sum(bool(check_numbers(pair.uk, output)) for pair, output in zip(pairs, outputs, strict=True))
    names = sum(bool(compare_names(pair.uk, output, glossary)) for pair, output in zip(pairs, outputs, strict=True))
    return f"{100 * numbers / len(pairs):.1f}", f"{100 * names / len(pairs):.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--limit", type=int, help="only so many sentences of each test set")
    parser.add_argument("--beams", type=int, default=4)
    parser.add_argument("--engines", nargs="+", default=["ctranslate2", "transformers"])
    parser.add_argument("--set", action="append", default=[], metavar="NAME=PATH", dest="others")
    arguments = parser.parse_args()
    go_offline()
    glossary = load_glossary(GlossaryConfig())
    rows = [HEADER]
    bleu, chrf = BLEU(), CHRF()
    for test_set in test_sets(arguments.limit, arguments.others):
        sources = [pair.uk for pair in test_set.pairs]
        references = [[pair.en for pair in test_set.pairs]]
        count = str(len(sources))
        for engine in arguments.engines:
            for beams in (arguments.beams, 1):
                outputs, speed, compute_type = outputs_of(arguments.model, engine, beams, sources)
                scores = (bleu.corpus_score(outputs, references).score, chrf.corpus_score(outputs, references).score)
                found = errors(test_set.pairs, outputs, glossary)
                measured = (*(f"{score:.1f}" for score in scores), *found, f"{speed:.1f}")
                rows.append((test_set.name, engine, compute_type, str(beams), count, *measured))
        found = errors(test_set.pairs, references[0], glossary)
        rows.append((test_set.name, "the reference", "", "", count, "", "", *found, ""))
    print(f"{arguments.model}")
    print("\n".join(table(rows)))
    if len(rows) > 1:
        print(f"BLEU {bleu.get_signature()}\nchrF {chrf.get_signature()}")
    else:
        print(f"no test set: expected {SHARED / 'eval' / 'flores'} or {SHARED / 'gold' / 'news'}, or --set NAME=PATH")


if __name__ == "__main__":
    try:
        main()
    except TezyError as error:
        raise SystemExit(f"translation.py: {error}") from error
