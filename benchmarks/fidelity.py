"""Plant errors one at a time in the English of our parallel news, and report which the checks find.

    python benchmarks/fidelity.py [numbers names quotations ...] [--half tune|report] [--gold ../shared/gold] [--show]

Articles with odd numbers are there to tune on, those with even numbers to report on. An error counts as found if its
check says something that it does not say of the clean pair; as mended if the repair gives back what was there. A false
alarm is a clean pair that raises anything. `--show` prints the false alarms.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import planted_numbers
import planted_text
from gold_pairs import GOLD, gold_articles, pairs_of
from planted_names import NamePlanter

from pipeline.check.coverage import check_coverage
from pipeline.check.loops import check_loops
from pipeline.check.names import check_names, repair_names
from pipeline.check.negation import check_negation
from pipeline.check.numbers import check_numbers
from pipeline.check.quotations import check_quotations
from pipeline.check.script import check_script
from pipeline.check.sentence_checks import check_sentence
from pipeline.config import GlossaryConfig
from pipeline.corpus.gold import GoldArticle
from pipeline.names.given_names import english_given_names
from pipeline.names.glossary import Glossary, load_glossary
from pipeline.records import Finding

SEED = 7
SHORTEST, LONGEST = 2, 5  # sentences of a paragraph
OTHERWISE = "romanised otherwise"
"""No error where another standard is right as well, so it does not count among the rest."""

Case = tuple[str, str]
Check = Callable[[str, str], list[Finding]]


@dataclass(frozen=True)
class Trial:
    """A check, the errors planted for it, and what it is to reach; no aims where nothing was promised."""

    name: str
    check: Check
    plants: dict[str, planted_text.Plant]
    recall_aim: float | None = None
    alarms_aim: float | None = None
    repair: Callable[[str, str], str] | None = None
    every: int = 1  # errors are planted in every so many-th pair


def check_text(source: str, target: str) -> list[Finding]:
    """Run the checks of whole texts: loops, coverage, script."""
    return [finding for check in (check_loops, check_coverage, check_script) for finding in check(source, target)]


def of_english(plant: planted_numbers.Plant) -> planted_text.Plant:
    """Return a plant that needs no source as one that is given it."""
    return lambda chosen, _, english: plant(chosen, english)


def trials(glossary: Glossary, cases: Sequence[Case]) -> Iterator[Trial]:
    """Yield what is tried, with the aims of each check."""
    numbers = {kind: of_english(plant) for kind, plant in planted_numbers.PLANTS.items()}
    yield Trial("numbers", check_numbers, numbers, 0.98, 0.01)
    planter = NamePlanter([english for _, english in cases], set(glossary.english_names) | english_given_names())
    yield Trial(
        "names",
        partial(check_names, glossary=glossary),
        {kind: of_english(plant) for kind, plant in planter.plants.items()},
        0.95,
        0.03,
        lambda source, target: repair_names(source, target, glossary).text,
        every=3,
    )
    yield Trial("quotations", check_quotations, planted_text.QUOTATIONS, 0.95, 0.01)
    yield Trial("negation", check_negation, planted_text.DENIALS, 0.7, 0.02)
    yield Trial("text", check_text, planted_text.TEXT, 0.99, 0.005)
    yield Trial("parts of a sentence left out", check_text, planted_text.PARTS)


def report(trial: Trial, cases: Sequence[Case], *, show: bool) -> None:
    """Print recall by kind of error, and the false alarms."""
    clean = [messages(trial.check(*case)) for case in cases]
    header(trial.name)
    totals: Counter[str] = Counter()
    for kind, plant in trial.plants.items():
        chosen = random.Random(SEED)
        count: Counter[str] = Counter()
        for (source, target), said in list(zip(cases, clean, strict=True))[:: trial.every]:
            wrong = plant(chosen, source, target)
            if wrong is None or wrong == target:
                continue
            found = bool(messages(trial.check(source, wrong)) - said)
            count["cases"] += 1
            count["found"] += found
            count["mended"] += bool(found and trial.repair and trial.repair(source, wrong) == target)
        row(kind, count, mended=bool(trial.repair))
        if kind != OTHERWISE:
            totals.update(count)
    if len(trial.plants) > 1:
        row("all" if OTHERWISE not in trial.plants else "all but the last", totals, aim=trial.recall_aim)
    row("clean pairs that raise it", Counter(cases=len(cases), found=sum(map(bool, clean))), aim=trial.alarms_aim)
    if show:
        for case, said in zip(cases, clean, strict=True):
            for message in sorted(said):
                print(f"    {message} | {case[0]} | {case[1]}")


def messages(findings: Sequence[Finding]) -> set[str]:
    """Return what findings say."""
    return {finding.message for finding in findings}


def paragraphs(articles: Sequence[GoldArticle]) -> Iterator[list[Case]]:
    """Yield the bodies of the articles cut into paragraphs of two to five sentences."""
    chosen = random.Random(SEED)
    for article in articles:
        left = [(pair.uk, pair.en) for pair in article.sentences]
        while len(left) >= SHORTEST:
            size = chosen.randint(SHORTEST, LONGEST)
            yield left[:size] if len(left[:size]) >= SHORTEST else left
            left = left[size:]


def report_dropped(articles: Sequence[GoldArticle]) -> None:
    """Print how often a sentence left out of a paragraph is noticed."""
    chosen = random.Random(SEED)
    dropped, clean, joined = Counter[str](), Counter[str](), Counter[str]()
    for case in paragraphs(articles):
        source = " ".join(uk for uk, _ in case)
        english = [en for _, en in case]
        gone = chosen.randrange(len(case))
        for count, target in (
            (dropped, " ".join(text for i, text in enumerate(english) if i != gone)),
            (clean, " ".join(english)),
            (joined, join(english)),
        ):
            count["cases"] += 1
            count["found"] += bool(check_text(source, target))
    header("paragraphs of 2 to 5 sentences")
    row("sentence left out", dropped, aim=0.99)
    row("clean ones that raise it", clean, aim=0.005)
    row("two sentences made one that raise it", joined)


def join(sentences: Sequence[str]) -> str:
    """Return a paragraph whose first two sentences became one."""
    first, second, *others = sentences
    return " ".join([f"{first.rstrip('.')}, and {second[:1].lower()}{second[1:]}", *others])


def report_all(cases: Sequence[Case], glossary: Glossary) -> None:
    """Print how many clean pairs raise anything with all checks, and what the checks cost together."""
    start = time.process_time()
    alarms = sum(any(one.severity != "note" for one in check_sentence(0, *case, glossary)) for case in cases)
    seconds = time.process_time() - start
    header("all checks together")
    row("clean pairs that raise anything", Counter(cases=len(cases), found=alarms))
    print(f"  {1000 * seconds / len(cases):.2f} s of processor time for 1,000 pairs")


def header(name: str) -> None:
    """Print the head of a table."""
    print(f"\n{name:40}{'cases':>9}{'found':>9}{'share':>9}")


def row(name: str, count: Counter[str], *, mended: bool = False, aim: float | None = None) -> None:
    """Print a row of a table."""
    number = max(count["cases"], 1)
    said = f"  {name:38}{count['cases']:9,}{count['found']:9,}{count['found'] / number:9.4f}"
    if mended:
        said += f"   mended {count['mended'] / number:.3f}"
    if aim is not None:
        said += f"   aim {aim}" if aim > 0.5 else f"   aim below {aim}"
    print(said, flush=True)


def main() -> None:
    """Run every trial on one half of the articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("only", nargs="*", help="names of trials; all of them if none is given")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--half", choices=("tune", "report"), default="report")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    articles = list(gold_articles(arguments.gold, odd=arguments.half == "tune"))
    cases = [(pair.uk, pair.en) for pair in pairs_of(articles)]
    glossary = load_glossary(GlossaryConfig())
    print(f"{len(articles)} articles, {len(cases):,} pairs")
    for trial in trials(glossary, cases):
        if not arguments.only or trial.name in arguments.only:
            report(trial, cases, show=arguments.show)
    if not arguments.only:
        report_dropped(articles)
        report_all(cases, glossary)


if __name__ == "__main__":
    main()
