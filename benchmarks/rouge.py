"""Time the scoring of articles, and say what share of it is rouge_score's own counting.

    python benchmarks/rouge.py [--articles 300]

Texts are random words, of the length that leads, key points and lead-3 have in the news. English scores are compared
with rouge_score's own on the way; the first difference ends the benchmark.
"""

import argparse
import random
import time

from rouge_score.rouge_scorer import RougeScorer

from pipeline.score.aggregate import ScoreTable
from pipeline.score.brief_scores import score_points
from pipeline.score.reference import Reference
from pipeline.score.tezy_rouge.rouge import METRICS, RougeLanguage

UKRAINIAN = [
    "рада",
    "бюджет",
    "рік",
    "депутат",
    "закон",
    "міністр",
    "область",
    "енергетика",
    "ремонт",
    "мер",
    "п'ять",
    "на",
    "у",
]
ENGLISH = [
    "council",
    "budget",
    "year",
    "member",
    "law",
    "minister",
    "region",
    "energy",
    "repair",
    "mayor",
    "five",
    "the",
    "of",
]


def lines(chosen: random.Random, vocabulary: list[str], number: int, words: int) -> tuple[str, ...]:
    """Return `number` lines of `words` random words."""
    return tuple(" ".join(chosen.choices(vocabulary, k=words)) for _ in range(number))


def benchmark(language: RougeLanguage, vocabulary: list[str], articles: int) -> None:
    """Score as many articles with three systems each, and print the time an article takes."""
    chosen = random.Random(0)
    plain = RougeScorer(list(METRICS))
    table = ScoreTable()
    ours_s = plain_s = 0.0
    for index in range(articles):
        reference = Reference("key points", lines(chosen, vocabulary, 3, 14))
        systems = {
            "model": lines(chosen, vocabulary, 3, 16),
            "extractive": lines(chosen, vocabulary, 3, 22),
            "lead-3": lines(chosen, vocabulary, 3, 24),
        }
        start = time.perf_counter()
        scores = score_points(reference, systems, language)
        table.add(f"{index:016x}", scores)
        ours_s += time.perf_counter() - start
        if language == "en":
            start = time.perf_counter()
            expected = [plain.score(reference.text, "\n".join(points)) for points in systems.values()]
            plain_s += time.perf_counter() - start
            values = [found[metric].fmeasure for found in expected for metric in METRICS]
            if values != [score.value for score in scores]:
                raise SystemExit(f"article {index}: {scores} differ from rouge_score's {values}")
    start = time.perf_counter()
    table.rows()
    rows_s = time.perf_counter() - start
    line = f"{language}: {1000 * ours_s / articles:.1f} ms an article of three systems"
    if plain_s:
        line += f", rouge_score alone {1000 * plain_s / articles:.1f} ms, all equal"
    print(f"{line}; the table with its intervals {rows_s:.2f} s")


def main() -> None:
    """Run the benchmark in both languages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300)
    articles: int = parser.parse_args().articles
    benchmark("uk", UKRAINIAN, articles)
    benchmark("en", ENGLISH, articles)


if __name__ == "__main__":
    main()
