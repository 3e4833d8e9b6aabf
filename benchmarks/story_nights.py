"""Nights of articles whose stories are known, made from our own parallel corpus.

An article of the corpus becomes up to four reports of one event that share no sentence within a language: one outlet
has headline, lead and every other sentence, another has the key points as its headline and lead and the remaining
sentences; each of the two in English and in Ukrainian. The Ukrainian ones are translated by the configuration's
translator, as in any night.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.config import load_config
from pipeline.corpus.gold import GoldArticle, read_articles
from pipeline.corpus.pair import Pair
from pipeline.records import Article, Block, Brief
from pipeline.store.memory import Memory
from pipeline.writer import BriefWriter

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"

Side = Literal["en", "uk"]
CHUNK = 64


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article and the event that it tells."""

    event: str
    brief: Brief


def gold_articles(gold: Path) -> list[GoldArticle]:
    """Return the articles of the corpus in the folder `gold`."""
    return [article for path in sorted((gold / "news").glob("*.txt")) for article in read_articles(path)]


def reports(article: GoldArticle, sides: Sequence[tuple[Side, int]]) -> Iterator[Article]:
    """Yield the reports of an article: language and which of its two halves."""
    for side, half in sides:
        yield _report(article, side, half)


def whole(article: GoldArticle) -> Iterator[Article]:
    """Yield an article's English side and its Ukrainian one, each whole, as two outlets would have it."""
    for side in ("en", "uk"):
        yield _article(f"{article.name}/{side}", side, article.titles[0], article.leads, article.sentences)


def _report(article: GoldArticle, side: Side, half: int) -> Article:
    points = article.key_points
    title = points[0] if half and points else article.titles[0]
    lead = points[1:2] if half else article.leads
    return _article(f"{article.name}/{side}{half}", side, title, lead, article.sentences[half::2])


def _article(name: str, side: Side, title: Pair, lead: Sequence[Pair], body: Sequence[Pair]) -> Article:
    def say(pair: Pair) -> str:
        return pair.uk if side == "uk" else pair.en

    return Article(
        id=hashlib.sha256(name.encode()).hexdigest()[:16],
        source=name,
        language=side,
        language_confidence=1.0,
        title=say(title),
        lead=" ".join(map(say, lead)),
        body=tuple(Block("paragraph", say(pair)) for pair in body),
        outlet=f"{name[-3:]} outlet",
    )


def labelled_briefs(articles: Iterable[tuple[str, Article]], memory: Path | str, config: str) -> Iterator[Labelled]:
    """Yield the brief of each (event, article), translated with the configuration named."""
    pairs = list(articles)
    with Memory(memory) as known:
        writer = BriefWriter(load_config(config), known)
        for start in range(0, len(pairs), CHUNK):
            chunk = pairs[start : start + CHUNK]
            for (event, _), brief in zip(chunk, writer.write([one for _, one in chunk]), strict=True):
                yield Labelled(event, brief)
