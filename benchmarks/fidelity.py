"""Plant errors one at a time in the English of our parallel news, and report which the checks find.

    python benchmarks/fidelity.py [--half tune|report] [--gold ../shared/gold/news]

Articles with odd numbers are there to tune on, those with even numbers to report on. An error counts as found if its
check says something that it does not say of the clean pair. A false alarm is a clean pair that raises anything.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import planted_numbers

from pipeline.check.numbers import check_numbers
from pipeline.corpus.gold import read_articles
from pipeline.corpus.pair import Pair
from pipeline.records import Finding

SEED = 7


@dataclass(frozen=True)
class Trial:
    """A check, the errors planted for it, and what it is to reach."""

    name: str
    check: Callable[[str, str], list[Finding]]
    plants: dict[str, planted_numbers.Plant]
    recall_aim: float
    false_alarm_aim: float


TRIALS = (Trial("numbers", check_numbers, planted_numbers.PLANTS, 0.98, 0.01),)


def pairs_of(folder: Path, half: str) -> Iterator[Pair]:
    """Yield headlines, leads, sentences and key points of one half of the articles."""
    for path in sorted(folder.glob("*.txt")):
        for article in read_articles(path):
            odd = int(article.name.split("#")[1]) % 2 == 1
            if odd == (half == "tune"):
                yield from article.text
                yield from article.key_points


def messages(findings: list[Finding]) -> set[str]:
    """Return what findings say."""
    return {finding.message for finding in findings}


def report(trial: Trial, pairs: list[Pair]) -> None:
    """Print recall by kind of error, and the false alarms."""
    start = time.process_time()
    clean = [messages(trial.check(pair.uk, pair.en)) for pair in pairs]
    cost_us = 1e6 * (time.process_time() - start) / len(pairs)
    planted_in_all = found_in_all = 0
    print(f"{trial.name + ': error':32}{'planted':>9}{'found':>9}{'recall':>9}")
    for kind, plant in trial.plants.items():
        chosen = random.Random(SEED)
        planted = found = 0
        for pair, said in zip(pairs, clean, strict=True):
            wrong = plant(chosen, pair.en)
            if wrong is not None:
                planted += 1
                found += bool(messages(trial.check(pair.uk, wrong)) - said)
        planted_in_all += planted
        found_in_all += found
        print(f"  {kind:30}{planted:9,}{found:9,}{found / max(planted, 1):9.3f}")
    alarms = sum(map(bool, clean))
    print(f"  {'all':30}{planted_in_all:9,}{found_in_all:9,}{found_in_all / max(planted_in_all, 1):9.3f}", end="")
    print(f"   aim {trial.recall_aim}")
    print(f"  {'clean pairs that raise it':30}{len(pairs):9,}{alarms:9,}{alarms / len(pairs):9.4f}", end="")
    print(f"   aim below {trial.false_alarm_aim}")
    print(f"  {cost_us:.0f} microseconds of processor time a pair")


def main() -> None:
    """Run every trial on one half of the articles."""
    here = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=here.parent / "shared" / "gold" / "news")
    parser.add_argument("--half", choices=("tune", "report"), default="report")
    arguments = parser.parse_args()
    if not arguments.gold.is_dir():
        raise SystemExit(f"{arguments.gold}: expected the folder of the parallel corpus. Give its path with --gold.")
    pairs = list(pairs_of(arguments.gold, arguments.half))
    for trial in TRIALS:
        report(trial, pairs)


if __name__ == "__main__":
    main()
