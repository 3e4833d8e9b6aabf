"""Fit what tells whether two articles are of one story, on our own corpus, and show how the threshold was chosen.

    python benchmarks/story_weights.py [--gold ../shared/gold] [--memory FILE]
    python benchmarks/story_weights.py --frequencies    writes pipeline/stories/frequencies.tsv

Frequencies come from all articles that are not held out, in both languages. Weights and thresholds come from 212 of
them (every other article with an even number; the lexicon was learned from the odd ones), each as four reports of one
event: see `benchmarks/story_nights.py`. Articles of the corpus that happen to tell one event are named in `SAME_EVENT`;
they were found by looking through the pairs that came out likeliest. What is printed goes into
`pipeline/stories/weights.py` by hand. Nothing here sees ../shared/eval.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.story_nights import GOLD, ROOT, Labelled, Side, gold_articles, labelled_briefs, reports
from benchmarks.story_scores import b_cubed, labels
from pipeline.config import GlossaryConfig
from pipeline.corpus.gold import GoldArticle
from pipeline.names.glossary import load_glossary
from pipeline.records import Brief, Translation
from pipeline.stories.by_terms import make_terms
from pipeline.stories.cluster import cluster
from pipeline.stories.frequencies import LEAST
from pipeline.stories.likeness import kinds, log_odds
from pipeline.stories.pairs import Pairs, compare_pairs
from pipeline.stories.table import Table, Terms, term_id
from pipeline.stories.terms import VIEWS, article_terms
from pipeline.text.sentences import split_sentences

FREQUENCIES = ROOT / "pipeline/stories/frequencies.tsv"
HEADER = "# hash of a term (base 36), share of articles in thousandths; written by benchmarks/story_weights.py\n"
SAME_EVENT = {
    "m05#42": "h03#26",
    "n03#22": "c03#26",
    "l04#32": "c03#26",
    "l02#16": "b08#72",
    "f05#42": "b03#22",
}
USED = {"english": (0, 3, 4, 5), "ukrainian": (1, 2, 4, 5), "across": (0, 1, 3, 4, 5)}
RIDGE = 3.0
THRESHOLDS = (-2.5, -2.0, -1.5, -1.0, -0.5)
SEED = 1
KEPT = 0.45  # of the reports in the night that is a sample of them


def main() -> None:
    """Print weights for each kind of pair, then B-cubed precision and recall at each threshold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--config", default="starter")
    parser.add_argument("--memory", type=Path, help="keeps translations for the next time")
    parser.add_argument("--frequencies", action="store_true")
    options = parser.parse_args()
    if options.frequencies:
        write_frequencies(options.gold)
        return
    found = training_reports(options.gold, options.memory or ":memory:", options.config)
    glossary = load_glossary(GlossaryConfig())
    terms = [make_terms(one.brief, glossary) for one in found]
    _print_weights(compare_pairs(_table(terms)), [one.event for one in found])
    _print_thresholds(terms, found)


def training_reports(gold: Path, memory: Path | str, config: str) -> list[Labelled]:
    """Return the reports that are fitted on."""
    articles = [one for one in gold_articles(gold) if not one.held_out and _number(one) % 2 == 0][::2]
    sides: list[tuple[Side, int]] = [("en", 0), ("en", 1), ("uk", 0), ("uk", 1)]
    named = [(SAME_EVENT.get(one.name, one.name), report) for one in articles for report in reports(one, sides)]
    return list(labelled_briefs(named, memory, config))


def mixes(found: Sequence[Labelled]) -> dict[str, npt.NDArray[np.bool_]]:
    """Return which of the reports are in each night: all of them, a sample, those of each language."""
    chance = np.random.default_rng(SEED)
    languages = np.array([one.brief.article.language for one in found])
    return {
        "all": np.ones(len(found), dtype=bool),
        "sample": chance.random(len(found)) < KEPT,
        "English": languages == "en",
        "Ukrainian": languages == "uk",
    }


def _print_weights(pairs: Pairs, events: Sequence[str]) -> None:
    label = {event: number for number, event in enumerate(dict.fromkeys(events))}
    number = np.array([label[event] for event in events])
    same = (number[pairs.first] == number[pairs.second]).astype(float)
    print(f"{'pairs':<10} {'number':>7} {'of one':>6}  {'bias':>5}  {'  '.join(VIEWS)}")
    for kind, chosen in kinds(pairs).items():
        features, wanted = pairs.cosines[chosen].astype(float), same[chosen]
        columns = list(USED[kind])
        fitted = fit(features[:, columns], wanted)
        columns = [column for column, weight in zip(columns, fitted[1:], strict=True) if weight > 0]
        fitted = fit(features[:, columns], wanted)
        weights = np.zeros(len(VIEWS))
        weights[columns] = fitted[1:]
        shown = ", ".join(f"{weight:.1f}" for weight in weights)
        print(f"{kind:<10} {len(wanted):>7} {int(wanted.sum()):>6}  {fitted[0]:>5.2f}  ({shown})")


def fit(features: npt.NDArray[np.float64], wanted: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return bias and weights of a ridge logistic regression, by Newton's method."""
    rows = np.c_[np.ones(len(features)), features]
    weights, ridge = np.zeros(rows.shape[1]), np.eye(rows.shape[1]) * RIDGE
    ridge[0, 0] = 0
    for _ in range(50):
        likely = 1 / (1 + np.exp(-rows @ weights))
        curvature = rows.T @ (rows * (likely * (1 - likely))[:, None]) + ridge
        weights += np.linalg.solve(curvature, rows.T @ (wanted - likely) - ridge @ weights)
    return weights


def _print_thresholds(terms: Sequence[Terms], reported: Sequence[Labelled]) -> None:
    """Cluster each mix with the weights that are in force."""
    print(f"\n{'threshold':<10} " + "  ".join(f"{threshold:^11}" for threshold in THRESHOLDS))
    for name, chosen in mixes(reported).items():
        numbers = np.flatnonzero(chosen)
        pairs = compare_pairs(_table([terms[number] for number in numbers]))
        odds = list(zip(pairs.first.tolist(), pairs.second.tolist(), log_odds(pairs).tolist(), strict=True))
        shown = []
        for threshold in THRESHOLDS:
            found = labels(cluster(len(numbers), odds, threshold), len(numbers))
            precision, recall, _ = b_cubed(found, [reported[number].event for number in numbers])
            shown.append(f"{precision:.3f} {recall:.3f}")
        print(f"{name:<10} " + "  ".join(shown), flush=True)


def _table(terms: Sequence[Terms]) -> Table:
    table = Table()
    for one in terms:
        table.add(one)
    return table


def _number(article: GoldArticle) -> int:
    return int(article.name.partition("#")[2])


def write_frequencies(gold: Path) -> None:
    """Count in how many articles each term occurs, and write the common ones."""
    glossary = load_glossary(GlossaryConfig())
    counts: Counter[int] = Counter()
    articles = [article for article in gold_articles(gold) if not article.held_out]
    for article in articles:
        terms: set[int] = set()
        for brief in _both_sides(article):
            terms.update(term_id(view, term) for view, bag in article_terms(brief, glossary).items() for term in bag)
        counts.update(terms)
    shares = {term: round(1000 * count / len(articles)) for term, count in counts.items()}
    rows = (f"{_base36(term)}\t{share}\n" for term, share in sorted(shares.items()) if share >= LEAST)
    FREQUENCIES.write_text(HEADER + "".join(rows), encoding="utf-8")


def _both_sides(article: GoldArticle) -> Iterator[Brief]:
    """Yield the article in each language; the Ukrainian one without a translation, for its own terms."""
    english, ukrainian = (list(reports(article, [(side, 0), (side, 1)])) for side in ("en", "uk"))
    for one in english:
        yield Brief(one, split_sentences(one))
    for one in ukrainian:
        sentences = split_sentences(one)
        yield Brief(one, sentences, tuple(Translation(s.index, "", "model") for s in sentences))


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


if __name__ == "__main__":
    main()
