"""Measure the house glossary on our own parallel news.

    python benchmarks/glossary.py [--gold ../shared/gold]

Four tables: whether every spelling of every entry is found in carrier sentences; how often the glossary finds a name
that the English has not; how far right spellings, misspelt ones and other names are from the Ukrainian; and the cost.
Articles with odd numbers are there to tune on, those with even numbers to report on. How many planted errors the check
of names finds is in `fidelity.py`.
"""

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

from gold_pairs import GOLD, gold_articles, pairs_of
from planted_names import change_consonant, change_vowel

from pipeline.check.names import check_names
from pipeline.config import GlossaryConfig
from pipeline.corpus.pair import Pair
from pipeline.names.compare_glossary import forms_of
from pipeline.names.english_words import EnglishText, letters_of
from pipeline.names.entry import Entry
from pipeline.names.glossary import Glossary, load_glossary
from pipeline.names.likeness import GOOD, NEAR, relative_cost, spelling_cost
from pipeline.names.matcher import Mention
from pipeline.names.ukrainian_words import ukrainian_words

SEED = 7
CARRIERS = (
    "Учора редакція згадала про {} лише раз.",
    "Редакція знову пише про {}, бо читачі питають.",
    "Як пояснили в редакції, ідеться про {}.",
    "У звіті тричі трапляється {} та двічі щось інше.",
)
Halves = dict[str, Sequence[Pair]]


def forms(glossary: Glossary) -> None:
    """Print whether each spelling is found: as listed, and where a name may be, in small or capital letters."""
    print(f"{'spellings in carrier sentences':34}{'entries':>9}{'spellings':>11}{'sentences':>11}{'found':>9}")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in glossary.entries:
        count = counts[entry.file.rpartition("/")[2]]
        count["entries"] += 1
        for spelling in entry.spellings:
            count["spellings"] += 1
            for written in _written(entry, spelling):
                for carrier in CARRIERS:
                    count["sentences"] += 1
                    mentions = glossary.whole_matcher.find(carrier.format(written))
                    count["found"] += any(entry in mention.entries for mention in mentions)
    for name, count in counts.items():
        share = count["found"] / count["sentences"]
        print(f"  {name:32}{count['entries']:9,}{count['spellings']:11,}{count['sentences']:11,}{share:9.4f}")


def _written(entry: Entry, spelling: str) -> list[str]:
    if entry.use == "homograph" and '"' not in spelling:
        return [f"«{spelling}»"]
    return [spelling, spelling.lower()] if entry.use == "small" else [spelling]


def false_matches(glossary: Glossary, halves: Halves) -> None:
    """Print how often a required name is found whose English the pair has in no accepted form."""
    print(f"\n{'found, and not in the English':34}{'found':>9}{'not there':>11}{'share':>11}")
    for half, pairs in halves.items():
        found: Counter[str] = Counter()
        absent: Counter[str] = Counter()
        for pair in pairs:
            english = EnglishText(pair.en)
            for mention in glossary.matcher.find(pair.uk):
                if mention.required:
                    found[mention.entries[0].kind] += 1
                    absent[mention.entries[0].kind] += not _is_there(mention, english)
        for kind, number in sorted(found.items()):
            print(f"  {half + ', ' + kind:32}{number:9,}{absent[kind]:11,}{absent[kind] / number:11.4f}")
        print(f"  {half + ', all':32}{found.total():9,}{absent.total():11,}{absent.total() / found.total():11.4f}")


def _is_there(mention: Mention, english: EnglishText) -> bool:
    person = mention.entries[0].kind == "person"
    return any(
        next(english.find(form), None) or (not person and " " in form and english.holds_words(form))
        for form in forms_of(mention)
    )


def distances(glossary: Glossary) -> None:
    """Print how many spellings are good, near and far (see `likeness`): right ones, misspelt ones, other names."""
    right = []
    for entry in glossary.entries:
        mine, theirs = ukrainian_words(entry.ukrainian), entry.english.split()
        if entry.kind == "person" and len(mine) == len(theirs):
            right += [(word.key, letters_of(other)) for word, other in zip(mine, theirs, strict=True)]
    chosen = Random(SEED)
    spoilt = [
        (key, wrong)
        for key, english in right
        for change in (change_vowel, change_consonant)
        if (wrong := change(chosen, english))
    ]
    others = [(key, chosen.choice(right)[1]) for key, _ in right]
    print(f"\n{'spellings by distance':34}{'names':>9}{'good':>9}{'near':>9}{'far':>9}")
    for name, names in (("right", right), ("one letter changed", spoilt), ("another name", others)):
        number = max(len(names), 1)
        good = sum(spelling_cost(*name) <= GOOD for name in names) / number
        far = sum(spelling_cost(*name) > GOOD and relative_cost(*name) > NEAR for name in names) / number
        print(f"  {name:32}{len(names):9,}{good:9.3f}{1 - good - far:9.3f}{far:9.3f}")


def cost(glossary: Glossary, pairs: Sequence[Pair]) -> None:
    """Print pairs a second of processor time: when every word is new, and when most have been seen."""
    some = pairs[:4000]
    print(f"\n{'cost, pairs a second of processor time':34}")
    for name, end in (("every word new", ""), ("seen before", " ")):  # a pair itself is remembered
        start = time.process_time()
        for pair in some:
            check_names(pair.uk, pair.en + end, glossary)
        print(f"  {name:32}{len(some) / (time.process_time() - start):9,.0f}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    folder = parser.parse_args().gold
    start = time.process_time()
    glossary = load_glossary(GlossaryConfig())
    halves = {name: pairs_of(gold_articles(folder, odd=odd)) for name, odd in (("tuned on", True), ("reported", False))}
    check_names("Київ", "Kyiv", glossary)
    print(f"{len(glossary.entries):,} entries, loaded in {time.process_time() - start:.1f} s\n")
    cost(glossary, halves["tuned on"])
    print()
    forms(glossary)
    false_matches(glossary, halves)
    distances(glossary)


if __name__ == "__main__":
    main()
