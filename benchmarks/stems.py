"""Measure how well equal stems tell the forms of one Ukrainian word, on the case forms of our glossary.

    python benchmarks/stems.py [../shared/gold/lex]

Two forms of one entry should have equal stems, forms of two entries different ones. Entries that are one word in
singular and plural, or a verb and its reflexive, count as different, so precision is a lower bound.
"""

import itertools
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from pipeline.text.morphology import dictionary_form
from pipeline.text.words import ukrainian_stem, words

Stemmer = Callable[[str], str]
STEMMERS: dict[str, Stemmer] = {
    "the form itself": lambda word: word,
    "first five letters": lambda word: word[:5],
    "dictionary form": dictionary_form,
    "dictionary form without ending": ukrainian_stem,
}


def word_families(folder: Path) -> list[set[str]]:
    """Return sets of forms, one a word, of every glossary entry whose forms have equally many words."""
    family_of: dict[str, set[str]] = {}
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            _, nominative, others, *_ = [*line.split("\t"), "", ""]
            forms = [words(form) for form in (nominative, *filter(None, others.split("|")))]
            if len({len(form) for form in forms}) == 1:
                for same in zip(*forms, strict=True):
                    family = set(same).union(*(family_of.get(word, ()) for word in same))
                    family_of.update(dict.fromkeys(family, family))
    return [family for _, family in sorted({id(one): one for one in family_of.values()}.items())]


def pair_scores(families: list[set[str]], stem: Stemmer) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs of forms with equal stems."""
    home = {word: number for number, family in enumerate(families) for word in family}
    by_stem: dict[str, list[str]] = defaultdict(list)
    for word in home:
        by_stem[stem(word)].append(word)
    found = right = 0
    for same in by_stem.values():
        for one, other in itertools.combinations(same, 2):
            found += 1
            right += home[one] == home[other]
    wanted = sum(len(family) * (len(family) - 1) // 2 for family in families)
    precision, recall = right / max(found, 1), right / wanted
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Print a table of the stemmers."""
    here = Path(__file__).resolve().parents[1]
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here.parent / "shared" / "gold" / "lex"
    if not folder.is_dir():
        raise SystemExit(f"{folder}: expected the folder of the glossary. Give its path.")
    families = word_families(folder)
    forms = sum(map(len, families))
    print(f"{forms:,} forms of {len(families):,} words\n{'':32}{'precision':>10}{'recall':>9}{'F1':>9}{'us/word':>9}")
    for name, stem in STEMMERS.items():
        started = time.perf_counter()
        precision, recall, f1 = pair_scores(families, stem)
        each_us = (time.perf_counter() - started) / forms * 1e6
        print(f"{name:32}{precision:10.4f}{recall:9.4f}{f1:9.4f}{each_us:9.1f}")


if __name__ == "__main__":
    main()
