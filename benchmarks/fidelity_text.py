"""Plant errors of text in the English of our parallel news, one at a time, and report which the checks find.

    python benchmarks/fidelity_text.py [--half tune|report] [--gold ../shared/gold]

Quotations, denials, loops, text left out, not translated, or not English; `fidelity.py` does the same for numbers.
Articles with odd numbers are there to tune on, those with even numbers to report on. An error counts as found if its
checks say something that they do not say of the clean pair. A false alarm is a clean pair that raises anything.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import planted_text
from word_lexicon import pairs_of, read_gold

from pipeline.check.coverage import check_coverage
from pipeline.check.loops import check_loops
from pipeline.check.negation import check_negation
from pipeline.check.quotations import check_quotations
from pipeline.check.script import check_script
from pipeline.check.sentence_checks import check_sentence
from pipeline.config import GlossaryConfig
from pipeline.corpus.gold import GoldArticle
from pipeline.names.glossary import load_glossary

SEED = 7
SHORTEST, LONGEST = 2, 5  # sentences of a paragraph
Case = tuple[str, str]
Check = Callable[[str, str], set[str]]


@dataclass(frozen=True)
class Trial:
    """Checks, the errors planted for them, and what they are to reach; no aims where nothing was promised."""

    name: str
    check: Check
    plants: dict[str, planted_text.Plant]
    recall_aim: float | None = None
    alarms_aim: float | None = None


def check_text(source: str, target: str) -> set[str]:
    """Return what the checks of whole texts say: loops, coverage, script."""
    checks = (check_loops, check_coverage, check_script)
    return {finding.message for check in checks for finding in check(source, target)}


TRIALS = (
    Trial(
        "quotations",
        lambda source, target: {finding.message for finding in check_quotations(source, target)},
        planted_text.QUOTATIONS,
        0.95,
        0.01,
    ),
    Trial(
        "negation",
        lambda source, target: {finding.message for finding in check_negation(source, target)},
        planted_text.DENIALS,
        0.7,
        0.02,
    ),
    Trial("loops, not translated, not English", check_text, planted_text.TEXT, 0.99, 0.005),
    Trial("parts of a sentence left out", check_text, planted_text.PARTS),
)


def paragraphs(articles: Sequence[GoldArticle]) -> Iterator[list[Case]]:
    """Yield the bodies of the articles cut into paragraphs of two to five sentences."""
    chosen = random.Random(SEED)
    for article in articles:
        left = [(pair.uk, pair.en) for pair in article.sentences]
        while len(left) >= SHORTEST:
            size = chosen.randint(SHORTEST, LONGEST)
            yield left[:size] if len(left[:size]) >= SHORTEST else left
            left = left[size:]


def report(trial: Trial, cases: Sequence[Case]) -> None:
    """Print recall by kind of error, and the false alarms."""
    clean = [trial.check(*case) for case in cases]
    header(trial.name)
    totals = [0, 0]
    for kind, plant in trial.plants.items():
        chosen = random.Random(SEED)
        planted = found = 0
        for (source, target), said in zip(cases, clean, strict=True):
            wrong = plant(chosen, source, target)
            if wrong is not None and wrong != target:
                planted += 1
                found += bool(trial.check(source, wrong) - said)
        totals = [totals[0] + planted, totals[1] + found]
        line(kind, planted, found)
    if len(trial.plants) > 1:
        line("all", *totals, aim=trial.recall_aim)
    line("clean ones that raise it", len(cases), sum(map(bool, clean)), aim=trial.alarms_aim)


def report_dropped(articles: Sequence[GoldArticle]) -> None:
    """Print how often a sentence left out of a paragraph is noticed."""
    chosen = random.Random(SEED)
    cases = list(paragraphs(articles))
    found = alarms = joined = 0
    for case in cases:
        source = " ".join(uk for uk, _ in case)
        english = [en for _, en in case]
        gone = chosen.randrange(len(case))
        found += bool(check_text(source, " ".join(text for i, text in enumerate(english) if i != gone)))
        alarms += bool(check_text(source, " ".join(english)))
        joined += bool(check_text(source, join(english)))
    header("paragraphs of 2 to 5 sentences")
    line("sentence left out", len(cases), found, aim=0.99)
    line("clean ones that raise it", len(cases), alarms, aim=0.005)
    line("two sentences made one that raise it", len(cases), joined)


def join(sentences: Sequence[str]) -> str:
    """Return a paragraph whose first two sentences became one."""
    first, second, *others = sentences
    return " ".join([f"{first.rstrip('.')}, and {second[:1].lower()}{second[1:]}", *others])


def report_cost(cases: Sequence[Case]) -> None:
    """Print what all checks cost together."""
    glossary = load_glossary(GlossaryConfig())
    start = time.process_time()
    for source, target in cases:
        check_sentence(0, source, target, glossary)
    seconds = time.process_time() - start
    print(f"\nall checks of a sentence: {1000 * seconds / len(cases):.2f} s of processor time for 1,000 pairs")


def header(name: str) -> None:
    """Print the head of a table."""
    print(f"\n{name:40}{'cases':>9}{'found':>9}{'share':>9}")


def line(name: str, cases: int, found: int, aim: float | None = None) -> None:
    """Print a row of a table."""
    goal = "" if aim is None else f"   aim {aim}" if aim > 0.5 else f"   aim below {aim}"
    print(f"  {name:38}{cases:9,}{found:9,}{found / max(cases, 1):9.4f}{goal}", flush=True)


def main() -> None:
    """Run every trial on one half of the articles."""
    here = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=here.parent / "shared" / "gold")
    parser.add_argument("--half", choices=("tune", "report"), default="report")
    arguments = parser.parse_args()
    if not (arguments.gold / "news").is_dir():
        raise SystemExit(f"{arguments.gold}: expected the folder of the parallel corpus. Give its path with --gold.")
    articles = list(read_gold(arguments.gold, odd=arguments.half == "tune"))
    cases = [(pair.uk, pair.en) for pair in pairs_of(articles)]
    print(f"{len(articles)} articles, {len(cases):,} pairs")
    for trial in TRIALS:
        report(trial, cases)
    report_dropped(articles)
    report_cost(cases)


if __name__ == "__main__":
    main()
