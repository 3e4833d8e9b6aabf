"""How well a translator's own sureness tells its poor sentences from its good ones, at several thresholds.

    python benchmarks/sureness.py MODEL [--pairs ../shared/eval/flores/dev.uk]

A sentence counts as poor if its chrF against the reference is in the lowest third. Choose a threshold that marks most
poor sentences and few of the others, and put it into the card as `unsure_below`. Use a development set, no test set.
"""

import argparse
from pathlib import Path

import numpy as np
import sacrebleu

from pipeline.config import TranslateConfig
from pipeline.translate.translator import Translator

PAIRS = Path(__file__).parents[2] / "shared/eval/flores/dev.uk"
THRESHOLDS = (-0.3, -0.4, -0.5, -0.6, -0.7, -0.8, -1.0)


def main() -> None:
    """Print a line a threshold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--pairs", type=Path, default=PAIRS, help="NAME.uk, with NAME.en beside it")
    options = parser.parse_args()
    sources = options.pairs.read_text(encoding="utf-8").splitlines()
    references = options.pairs.with_suffix(".en").read_text(encoding="utf-8").splitlines()
    translated = Translator(TranslateConfig(model=options.model)).translate(sources)
    known = [number for number, one in enumerate(translated) if one.sureness is not None]
    if not known:
        raise SystemExit(f"{options.model}: nothing is known of its sureness; a chat model does not say it.")
    sureness = np.array([translated[number].sureness for number in known])
    chrf = np.array([sacrebleu.sentence_chrf(translated[number].text, [references[number]]).score for number in known])
    poor = chrf <= np.quantile(chrf, 1 / 3)
    higher = np.mean(sureness[~poor][:, None] > sureness[poor])
    print(f"{len(known)} sentences; chrF {chrf.mean():.1f} on average, {chrf[poor].max():.1f} and less is poor")
    print(f"a good sentence is the surer of a good and a poor one: {100 * higher:.1f}%")
    print(f"{'below':>6} {'marked':>7} {'of poor':>8} {'of others':>10} {'chrF marked':>12} {'chrF others':>12}")
    for threshold in THRESHOLDS:
        marked = sureness < threshold
        inside = chrf[marked].mean() if marked.any() else float("nan")
        outside = chrf[~marked].mean() if not marked.all() else float("nan")
        shares = (100 * part.mean() for part in (marked, marked[poor], marked[~poor]))
        print("{:>6} {:>6.1f}% {:>7.1f}% {:>9.1f}% {:>12.1f} {:>12.1f}".format(threshold, *shares, inside, outside))


if __name__ == "__main__":
    main()
