"""Our parallel corpus for the benchmarks: articles with odd numbers are tuned on, those with even numbers reported."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.corpus.gold import GoldArticle, read_articles
from pipeline.corpus.pair import Pair

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"


def gold_articles(folder: Path, *, odd: bool) -> Iterator[GoldArticle]:
    """Yield the articles in `folder`/news whose number is odd, or even. Exits if there is no such folder."""
    if not (folder / "news").is_dir():
        raise SystemExit(f"{folder}: expected the folder of the parallel corpus. Give its path with --gold.")
    for path in sorted((folder / "news").glob("*.txt")):
        yield from (article for article in read_articles(path) if int(article.name.split("#")[1]) % 2 == odd)


def pairs_of(articles: Iterable[GoldArticle]) -> list[Pair]:
    """Return every line of the articles."""
    return [pair for article in articles for pair in (*article.text, *article.key_points)]
