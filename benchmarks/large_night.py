"""Seconds and memory of a night of 10,000 articles from briefs to published files: grouped, told, written, read back.

    python -m benchmarks.large_night [--articles 10000] [--gold ../shared/gold]

Reading and translating are not in it (`benchmarks/memory.py`, `benchmarks/throughput.py`). The articles are made up: an
event is twenty sentences of our corpus, an article twelve of them, and every third retells the event of the one before
it. Half are Ukrainian, with our translations and a mark on every second sentence.
"""

import argparse
import contextlib
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.story_nights import GOLD, gold_articles
from pipeline.config import load_config
from pipeline.corpus.gold import GoldArticle
from pipeline.corpus.pair import Pair
from pipeline.grouping import StoryWriter
from pipeline.names.glossary import load_glossary
from pipeline.records import Article, Block, Brief, Finding, KeyPoint, RunInfo, Translation
from pipeline.render import NightText, verify_digest, write_digest
from pipeline.render.records_json import article_to_json, brief_from_json, brief_to_json, story_from_json
from pipeline.score.aggregate import ScoreTable
from pipeline.store.archive import StoryArchive
from pipeline.store.ledger import Ledger
from pipeline.text.sentences import split_sentences

NIGHT = "2025-10-31"
SENTENCES, EVENT_SENTENCES = 12, 20
MESSAGE = "source says Ніколас Мадуро, translation has no such name; it should be Nicolas Maduro (configs/glossary/)"


def main() -> None:
    """Print a line a stage: seconds, those of one core, the peak of the process so far; then the sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--gold", type=Path, default=GOLD)
    options = parser.parse_args()
    config = load_config("starter")
    glossary = load_glossary(config.glossary)
    print(f"{'stage':<16} {'seconds':>8} {'of one core':>11} {'peak MiB':>9}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Ledger(folder / "ledger.sqlite") as ledger, StoryArchive(folder / "stories.sqlite") as archive:
            with _stage("fill the ledger"):
                _fill(ledger, options.articles, gold_articles(options.gold))
            with _stage("group and tell"):
                StoryWriter(config.stories, glossary, None).write(ledger, archive, archive, NIGHT, "benchmark")
            (digest := folder / "digest").mkdir()
            order = ledger.story_order()
            night = NightText(
                lambda: map(brief_from_json, ledger.briefs()),
                len(order),
                lambda place: story_from_json(ledger.story(order[place])),
                lambda article: brief_from_json(ledger.brief(article)),
            )
            run = RunInfo("large", f"{NIGHT}T04:00:00+00:00", "", "0", config.model_dump(mode="json"), *({},) * 6)
            with _stage("write the digest"):
                write_digest(digest, night, run, ScoreTable())
            with _stage("read it back"):
                verify_digest(digest, options.articles)
            print(f"{options.articles:,} articles, {ledger.story_count:,} stories")
        for path in sorted(digest.iterdir()):
            print(f"{path.name:<16} {path.stat().st_size / 2**20:>8.1f} MiB")


@contextlib.contextmanager
def _stage(name: str) -> Iterator[None]:
    start, start_cpu = time.monotonic(), time.process_time()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cpu = time.process_time() - start_cpu
    print(f"{name:<16} {time.monotonic() - start:>8.1f} {cpu:>11.1f} {peak:>9.0f}", flush=True)


def _fill(ledger: Ledger, count: int, pool: list[GoldArticle]) -> None:
    chunk: list[Brief] = []
    for brief in _briefs(count, pool):
        chunk.append(brief)
        if len(chunk) == 100:
            _put(ledger, chunk)
            chunk = []
    _put(ledger, chunk)


def _put(ledger: Ledger, chunk: list[Brief]) -> None:
    first = ledger.read_count
    ledger.add_read([(one.article.source, article_to_json(one.article)) for one in chunk])
    ledger.add_briefs([(first + n, brief_to_json(one)) for n, one in enumerate(chunk)])


def _briefs(count: int, pool: list[GoldArticle]) -> Iterator[Brief]:
    chance = random.Random(12345)
    for number in range(count):
        if number % 3 != 2:
            event = [pair for one in chance.sample(pool, 5) for pair in chance.sample(one.text, EVENT_SENTENCES // 5)]
        yield _brief(number, chance.sample(event, SENTENCES), ukrainian=chance.random() < 0.5)


def _brief(number: int, told: list[Pair], *, ukrainian: bool) -> Brief:
    title, *body = (pair.uk if ukrainian else pair.en for pair in told)
    article = Article(
        f"{number:016x}",
        f"{number}.txt",
        "uk" if ukrainian else "en",
        1.0,
        title,
        "",
        tuple(Block("paragraph", text) for text in body),
        outlet=f"Outlet {number % 40}",
        date=NIGHT,
    )
    sentences = split_sentences(article)
    english = [told[sentence.block].en if ukrainian else sentence.text for sentence in sentences]
    points = [KeyPoint(sentences[n].text, article.language, (n,)) for n in range(1, 4)]
    if not ukrainian:
        return Brief(article, sentences, (), tuple(points))
    points += [KeyPoint(english[n], "en", (n,)) for n in range(1, 4)]
    return Brief(
        article,
        sentences,
        tuple(Translation(n, text, "model") for n, text in enumerate(english)),
        tuple(points),
        tuple(Finding("names", n, MESSAGE, "error", 0.9, (0, 7)) for n in range(0, len(sentences), 2)),
    )


if __name__ == "__main__":
    main()
