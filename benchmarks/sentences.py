"""Measure sentence boundaries against our parallel corpus, where every line is one sentence.

    python benchmarks/sentences.py [../shared/gold/news]

Lead and body of each article are joined by spaces, cut again, and the offsets at which sentences end compared. Most of
what is counted as wrong is a question and its answer that the corpus has on one line.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tokenize_uk import tokenize_sents_with_spans

from pipeline.text.sentences import sentence_spans

Splitter = Callable[[str], list[int]]
LANGUAGES = ("uk", "en")


def articles(folder: Path, column: int) -> Iterator[list[str]]:
    """Yield the sentences of each article's lead and body in one language."""
    for path in sorted(folder.glob("*.txt")):
        for article in path.read_text(encoding="utf-8").split("#A ")[1:]:
            lines = [line[3:].split(" ||| ") for line in article.splitlines() if line[:3] in ("L: ", "S: ")]
            yield [line[column].strip() for line in lines]


def boundary_scores(articles: Iterator[list[str]], ends_of: Splitter) -> tuple[int, float, float, float, int]:
    """Return the number of sentences, precision, recall and F1 of their ends, and how many articles came back whole."""
    right = found = wanted = whole = 0
    for sentences in articles:
        expected, position = set(), 0
        for sentence in sentences:
            expected.add(position + len(sentence))
            position += len(sentence) + 1
        ends = set(ends_of(" ".join(sentences)))
        right, found, wanted = right + len(ends & expected), found + len(ends), wanted + len(expected)
        whole += ends == expected
    precision, recall = right / found, right / wanted
    return wanted, precision, recall, 2 * precision * recall / (precision + recall), whole


def main() -> None:
    """Print a table for both languages, ours against tokenize_uk's rules alone."""
    here = Path(__file__).resolve().parents[1]
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here.parent / "shared" / "gold" / "news"
    if not folder.is_dir():
        raise SystemExit(f"{folder}: expected the folder of the parallel corpus. Give its path.")
    print(f"{'':26}{'sentences':>10}{'precision':>11}{'recall':>9}{'F1':>9}{'whole articles':>16}")
    for column, language in enumerate(LANGUAGES):
        splitters: dict[str, Splitter] = {
            "tezy": lambda text, code=language: [end for _, end in sentence_spans(text, code)],
            "tokenize_uk": lambda text, code=f"{language}_two": [
                end for _, _, end in tokenize_sents_with_spans(text, language_code=code)
            ],
        }
        for name, ends_of in splitters.items():
            n, precision, recall, f1, whole = boundary_scores(articles(folder, column), ends_of)
            print(f"{language} {name:23}{n:10,}{precision:11.4f}{recall:9.4f}{f1:9.4f}{whole:16,}")


if __name__ == "__main__":
    main()
