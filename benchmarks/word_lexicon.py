"""Learn which English words translate which Ukrainian ones, and show how well that links translations.

    python benchmarks/word_lexicon.py [../shared/gold] [--write]

Learned from the articles with odd numbers and the one-word entries of the glossary, measured on the articles with even
numbers. `--write` replaces pipeline/check/alignment/lexicon.tsv; without it the file as it is gets measured.
Source: P. Brown et al., The mathematics of statistical machine translation, 1993: model 1.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from gold_pairs import GOLD, ROOT, gold_articles, pairs_of

from pipeline.check.alignment.lexicon import english_key, lexicon, ukrainian_key
from pipeline.check.alignment.links import find_words, link_words
from pipeline.corpus.pair import Pair

LEXICON = ROOT / "pipeline/check/alignment/lexicon.tsv"
HEADER = "# Ukrainian stem, English stems; written by benchmarks/word_lexicon.py from our own corpus\n"
GLOSSARY = ("words", "terms", "military", "places", "organisations")
ROUNDS = 5
LEAST_COUNT = 0.9  # a translation seen once, and not shared with other words
LEAST_SHARE = 0.04
LEAST_LETTERS = 3
SEED = 12345


def learn(pairs: Sequence[Pair]) -> dict[tuple[str, str], float]:
    """Return how often each English stem stood for each Ukrainian one, as model 1 expects it."""
    texts = [
        (
            [
                ukrainian_key(word.folded)
                for word in find_words(pair.uk, "uk")
                if _learnable(word.folded, word.is_content)
            ],
            ["", *(english_key(w.folded) for w in find_words(pair.en, "en") if _learnable(w.folded, w.is_content))],
        )
        for pair in pairs
    ]
    probability: dict[tuple[str, str], float] = {}
    counts: dict[tuple[str, str], float] = {}
    for _ in range(ROUNDS):
        counts, totals = defaultdict(float), defaultdict(float)
        for ukrainian, english in texts:
            for one in ukrainian:
                weights = [probability.get((one, other), 1e-7) if probability else 1.0 for other in english]
                whole = sum(weights)
                for other, weight in zip(english, weights, strict=True):
                    if weight > 0.002 * whole:
                        counts[one, other] += weight / whole
                        totals[other] += weight / whole
        probability = {key: count / totals[key[1]] for key, count in counts.items()}
    return counts


def _learnable(word: str, is_content: bool) -> bool:
    return is_content and not word.isdigit()


def choose(counts: dict[tuple[str, str], float]) -> dict[str, set[str]]:
    """Keep the translations that are frequent enough to believe."""
    totals: dict[str, float] = defaultdict(float)
    for (one, _), count in counts.items():
        totals[one] += count
    chosen: dict[str, set[str]] = defaultdict(set)
    for (one, other), count in counts.items():
        if other and len(one) >= LEAST_LETTERS and count >= LEAST_COUNT and count >= LEAST_SHARE * totals[one]:
            chosen[one].add(other)
    return chosen


def add_glossary(chosen: dict[str, set[str]], folder: Path) -> None:
    """Add the entries of one Ukrainian word and at most two English ones, in all their forms."""
    for name in GLOSSARY:
        for line in (folder / "lex" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            english, nominative, forms, *_ = [*line.split("\t"), "", ""]
            stems = {english_key(word.folded) for word in find_words(english, "en") if word.is_content}
            for form in (nominative, *forms.split("|")):
                found = [word for word in find_words(form, "uk") if word.is_content]
                if len(found) == 1 and len(form.split()) == 1 and len(stems) <= 2:
                    chosen[ukrainian_key(found[0].folded)] |= stems


def share_linked(sources: Sequence[str], targets: Sequence[str]) -> tuple[float, float]:
    """Return the share of content words that can be judged, and of those the share that is linked."""
    content = judged = linked = 0
    for source, target in zip(sources, targets, strict=True):
        links = link_words(source, target)
        content += sum(word.is_content for word in links.source)
        judged += sum(partners is not None for partners in links.partners)
        linked += sum(bool(partners) for partners in links.partners)
    return judged / content, linked / judged


def main() -> None:
    """Write the lexicon if asked to, and print how it does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not (options.folder / "news").is_dir():
        raise SystemExit(f"{options.folder}: expected the folder of the parallel corpus. Give its path.")
    if options.write:
        chosen = choose(learn(pairs_of(gold_articles(options.folder, odd=True))))
        add_glossary(chosen, options.folder)
        rows = (
            f"{ukrainian}\t{' '.join(sorted(english))}\n" for ukrainian, english in sorted(chosen.items()) if english
        )
        LEXICON.write_text(HEADER + "".join(rows), encoding="utf-8")
    measured = pairs_of(gold_articles(options.folder, odd=False))
    sources, targets = [pair.uk for pair in measured], [pair.en for pair in measured]
    print(f"{len(lexicon()):,} stems; {len(measured):,} pairs   judged  linked")
    print(
        f"translations               {share_linked(sources, targets)[0]:8.3f}{share_linked(sources, targets)[1]:8.3f}"
    )
    random.Random(SEED).shuffle(targets)
    print(
        f"put together at random     {share_linked(sources, targets)[0]:8.3f}{share_linked(sources, targets)[1]:8.3f}"
    )


if __name__ == "__main__":
    main()
