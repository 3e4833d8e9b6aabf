"""Learn `pipeline/summarize/weights.json` from the articles of our own corpus that are not held out.

    python benchmarks/keypoint_weights.py [FOLDER]             in five parts, each scored with weights of the others
    python benchmarks/keypoint_weights.py [FOLDER] --write     from all of them, written to the file

First, by logistic regression, which words of an article stand in its key points; then, by ridge regression, how many
more words of them a sentence holds than the sum over its words says. Each article counts with its lead shown and
hidden. FOLDER is ../shared/gold/news if left out. Nothing but numpy is needed, and the result is the same each time.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np
from keypoints import LANGUAGES, POINTS, document_of, read, reference_of
from numpy.typing import NDArray

from pipeline.corpus.gold import GoldArticle
from pipeline.score.bootstrap import mean
from pipeline.score.tezy_rouge.rouge import RougeLanguage, rouge
from pipeline.summarize import chances, extractive, features
from pipeline.summarize.document import Document
from pipeline.summarize.quotations import find_quoted
from pipeline.summarize.weights import Weights
from pipeline.text.words import words

FILE = Path(__file__).parents[1] / "pipeline/summarize/weights.json"
LENGTH = {"uk": 0.08, "en": 0.16}
"""Half of the ROUGE-1 F1 that the chosen sentences reach."""

WORD_PENALTY, SENTENCE_PENALTY = 1.0, 100.0
PARTS = 5
Case = tuple[Document, list[str]]
Matrix = NDArray[np.float64]


def cases_of(articles: Iterable[GoldArticle], language: RougeLanguage) -> list[Case]:
    return [
        (document_of(article, language, lead=lead), reference_of(article, language))
        for article in articles
        for lead in (True, False)
    ]


def learn(cases: Sequence[Case], length: float) -> Weights:
    """Return the weights learnt from articles of one language."""
    rows, hits = [], []
    for document, reference in cases:
        wanted = set(words(" ".join(reference)))
        for word, measured in chances.word_features(document, find_quoted(document.sentences)).items():
            rows.append(measured)
            hits.append(float(word in wanted))
    names = sorted({name for row in rows for name in row})
    table = np.array([[1.0, *(float(row.get(name, 0)) for name in names)] for row in rows])
    of_words = dict(zip(["any", *names], logistic(table, np.array(hits)), strict=True))
    return Weights(of_words, learn_sentences(cases, Weights(of_words, {}, length)), length)


def learn_sentences(cases: Sequence[Case], weights: Weights) -> dict[str, float]:
    """Return the weights of sentence features: what the sum over the words of a sentence leaves unsaid."""
    rows, rest = [], []
    with using(weights):
        for document, reference in cases:
            wanted = Counter(words(" ".join(reference)))
            for candidate in features.find_candidates(document):
                rows.append(candidate.features)
                held = (Counter(words(candidate.text)) & wanted).total()
                rest.append(held - sum(candidate.chances.values()))
    names = sorted(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    return dict(zip(names, ridge(table, np.array(rest)), strict=True))


@contextmanager
def using(weights: Weights) -> Iterator[None]:
    """Let the summarizer work with `weights`."""
    with ExitStack() as stack:
        for module in (chances, features, extractive):
            stack.enter_context(patch.object(module, "weights_of", lambda _language: weights))
        yield


def logistic(table: Matrix, hits: Matrix) -> list[float]:
    """Fit a logistic regression by Newton's method; the columns are scaled, the first is the constant."""
    scale = table.std(axis=0)
    scale[0] = 1.0
    scaled = table / scale
    penalty = np.full(table.shape[1], WORD_PENALTY)
    penalty[0] = 0.0
    found = np.zeros(table.shape[1])
    for _ in range(15):
        chance = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (hits - chance) - penalty * found
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + np.diag(penalty)
        found = found + np.linalg.solve(curve, slope)
    return [round(float(value), 4) for value in found / scale]


def ridge(table: Matrix, values: Matrix) -> list[float]:
    """Fit a linear regression with scaled columns; the constant is left out, being the same for every sentence."""
    scale = table.std(axis=0)
    scale[scale == 0] = 1.0
    scaled = (table - table.mean(axis=0)) / scale
    penalty = SENTENCE_PENALTY * np.eye(table.shape[1])
    found = np.linalg.solve(scaled.T @ scaled + penalty, scaled.T @ (values - values.mean()))
    return [round(float(value), 4) for value in found / scale]


def score(cases: Sequence[Case], weights: Weights, language: RougeLanguage) -> list[float]:
    """Return the ROUGE-1 F1 x 100 of each article's points."""
    with using(weights):
        chosen = [extractive.choose(document, POINTS) for document, _ in cases]
    return [
        100 * rouge("\n".join(point.text for point in points), "\n".join(reference), language)["rouge1"]
        for points, (_, reference) in zip(chosen, cases, strict=True)
    ]


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[2] / "shared/gold/news")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(list(arguments) if arguments is not None else None)
    articles = [article for article in read(options.folder) if not article.held_out]
    if options.write:
        learnt = {language: learn(cases_of(articles, language), LENGTH[language]) for language in LANGUAGES}
        table = {
            language: {"words": one.words, "sentences": one.sentences, "length": one.length}
            for language, one in learnt.items()
        }
        FILE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
        return
    for language in LANGUAGES:
        scores: list[float] = []
        for part in range(PARTS):
            others = [article for place, article in enumerate(articles) if place % PARTS != part]
            cases = cases_of(articles[part::PARTS], language)
            scores += score(cases, learn(cases_of(others, language), LENGTH[language]), language)
        shown, hidden = mean(scores[::2]), mean(scores[1::2])
        print(f"{language}: ROUGE-1 {shown:.2f} with the lead shown, {hidden:.2f} with it hidden", flush=True)


if __name__ == "__main__":
    main()
