"""Propose the two cosines that the card of a model to embed with must state, and show what they do.

    python -m benchmarks.story_thresholds --model NAME [--gold ../shared/gold] [--memory FILE]

On the reports that the weights of terms are fitted on (`benchmarks/story_weights.py`); none is of a held-out article. A
logistic regression says which log-odds a cosine stands for. Each line has the cosines at some log-odds and at what a
related story may have less, and B-cubed precision and recall with them; the proposal is the lowest that has a precision
of `LEAST_PRECISION` in every mix of languages.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.story_nights import GOLD, Labelled
from benchmarks.story_scores import b_cubed, labels
from benchmarks.story_weights import fit, mixes, training_reports
from pipeline.catalogue.find import find_model
from pipeline.config import load_config
from pipeline.store.memory import Memory
from pipeline.stories.by_vectors import ByVectors
from pipeline.stories.embedder import Embedder
from pipeline.stories.group import group
from pipeline.stories.nearest import nearest
from pipeline.stories.weights import RELATED, SAME_STORY

LOG_ODDS = (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0)
LEAST_PRECISION = 0.965


def main() -> None:
    """Print a line for each pair of cosines, then the two lines for the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True, help="a model to embed with, or the folder of its card")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--config", default="starter", help="translates, and says where the lock lies")
    parser.add_argument("--memory", type=Path, help="keeps translations and vectors for the next time")
    options = parser.parse_args()
    model = find_model(options.model, load_config(options.config).lock)
    memory = options.memory or ":memory:"
    reports = training_reports(options.gold, memory, options.config)
    with Memory(memory) as vectors:
        embedder = Embedder(model, vectors)
        bias, slope = _line(embedder, reports)
        print(f"log-odds = {bias:.2f} + {slope:.2f} cosine\n")
        if slope <= 0:
            raise SystemExit("Reports of one event are no nearer than others: this model cannot tell them apart.")
        print(f"{'same_story':<10} {'related':<8} " + "  ".join(f"{name:^11}" for name in mixes(reports)))
        chosen = None
        for odds in LOG_ODDS:
            same, related = (round((at - bias) / slope, 3) for at in (odds, odds + RELATED - SAME_STORY))
            if not -1 <= related < same <= 1:
                continue
            card = model.card.model_copy(update={"same_story": same, "related": related})
            found = _b_cubed(Embedder(replace(model, card=card), vectors), reports)
            print(f"{same:<10} {related:<8} " + "  ".join(f"{p:.3f} {r:.3f}" for p, r in found), flush=True)
            if chosen is None and min(precision for precision, _ in found) >= LEAST_PRECISION:
                chosen = same, related
    print(f"\nsame_story = {chosen[0]}\nrelated = {chosen[1]}" if chosen else f"\nNone is {LEAST_PRECISION} precise.")


def _line(embedder: Embedder, reports: Sequence[Labelled]) -> tuple[float, float]:
    """Return bias and slope of the log-odds that a report and one of its nearest are of one event."""
    event = np.array([one.event for one in reports])
    row, other, cosine = nearest(embedder.vectors([embedder.text(one.brief) for one in reports]))
    middle, spread = cosine.mean(), cosine.std()
    bias, slope = fit(((cosine - middle) / spread)[:, None].astype(float), (event[row] == event[other]).astype(float))
    return float(bias - slope * middle / spread), float(slope / spread)


def _b_cubed(embedder: Embedder, reports: Sequence[Labelled]) -> list[tuple[float, float]]:
    """Return B-cubed precision and recall of the stories in each mix."""
    scores = []
    for chosen in mixes(reports).values():
        night = [one for one, taken in zip(reports, chosen, strict=True) if taken]
        articles = ByVectors(embedder)
        for one in night:
            articles.add(one.brief)
        found = labels(group(len(night), articles.compare(())).stories, len(night))
        scores.append(b_cubed(found, [one.event for one in night])[:2])
    return scores


if __name__ == "__main__":
    main()
