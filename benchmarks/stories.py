"""How well articles are grouped into stories: B-cubed and pairwise F1, false merges and splits listed.

    python benchmarks/stories.py [--clusters ../shared/eval/clusters] [--gold ../shared/gold] [--model NAME] [--list]

Two nights. The English one is a test set of event clusters that nothing was tuned on. The bilingual ones are the
held-out articles of our own corpus: `whole` has each article's Ukrainian side and its English one as another outlet's,
`halves` four reports of each that share no sentence within a language (see `benchmarks/story_nights.py`). With
`--model` articles are compared by the vectors of a model that is here.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.story_nights import GOLD, ROOT, Labelled, gold_articles, labelled_briefs, reports, whole
from benchmarks.story_scores import b_cubed, labels, pairwise
from pipeline.config import GlossaryConfig, load_config
from pipeline.names.glossary import load_glossary
from pipeline.records import Article, Block, Brief
from pipeline.store.memory import Memory
from pipeline.stories.by_terms import ByTerms
from pipeline.stories.by_vectors import ByVectors
from pipeline.stories.comparison import Comparison
from pipeline.stories.embedder import Embedder
from pipeline.stories.group import group
from pipeline.stories.make import make_embedder
from pipeline.text.sentences import split_sentences

CLUSTERS = ROOT.parent / "shared" / "eval" / "clusters"


def main() -> None:
    """Print a line a night, and what is wrong in it on demand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clusters", type=Path, default=CLUSTERS)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--config", default="starter")
    parser.add_argument("--memory", type=Path, help="keeps translations and vectors for the next time")
    parser.add_argument("--model", default="terms", help="a model to embed with, or its card's folder")
    parser.add_argument("--list", action="store_true", help="list false merges and splits")
    options = parser.parse_args()
    memory = options.memory or ":memory:"
    with Memory(memory) as vectors:
        config = load_config(options.config).stories.model_copy(update={"model": options.model})
        _print_nights(options, memory, make_embedder(config, vectors))


def _print_nights(options: argparse.Namespace, memory: Path | str, embedder: Embedder | None) -> None:
    print(f"{'night':<22} articles stories found | B-cubed P R F1        | pairwise P R F1       | seconds")
    english = list(_clusters(options.clusters))
    _report("event clusters", english, options.list, embedder)
    _report("the same, undated", [Labelled(one.event, _undated(one.brief)) for one in english], False, embedder)
    held_out = [article for article in gold_articles(options.gold) if article.held_out]
    sides = [(article.name, one) for article in held_out for one in whole(article)]
    _report("bilingual, whole", list(labelled_briefs(sides, memory, options.config)), options.list, embedder)
    parts = [
        (article.name, one)
        for article in held_out
        for one in reports(article, [("en", 0), ("en", 1), ("uk", 0), ("uk", 1)])
    ]
    halves = list(labelled_briefs(parts, memory, options.config))
    _report("bilingual, halves", halves, options.list, embedder)
    for name, language in (("English halves", "en"), ("Ukrainian halves", "uk")):
        _report(name, [one for one in halves if one.brief.article.language == language], False, embedder)
    across = [one for one in halves if one.brief.article.source.endswith(("en0", "uk1"))]
    _report("en half against uk half", across, False, embedder)


def _clusters(folder: Path) -> Iterator[Labelled]:
    for line in (folder / "giveme5w1h.jsonl").read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        blocks = tuple(Block("paragraph", part) for part in found["text"].split("\n") if part.strip())
        article = Article(found["id"], found["source"], "en", 1.0, found["title"], "", blocks, date=found["date"] or "")
        yield Labelled(str(found["cluster_id"]), Brief(article, split_sentences(article)))


def _undated(brief: Brief) -> Brief:
    from dataclasses import replace

    return replace(brief, article=replace(brief.article, date=""))


def _report(name: str, night: Sequence[Labelled], listed: bool, embedder: Embedder | None) -> None:
    start = time.monotonic()
    articles: Comparison = ByVectors(embedder) if embedder else ByTerms(load_glossary(GlossaryConfig()))
    for one in night:
        articles.add(one.brief)
    stories = group(len(night), articles.compare(())).stories
    found = labels(stories, len(night))
    gold = [one.event for one in night]
    scores = " | ".join(" ".join(f"{100 * v:5.1f}" for v in score(found, gold)) for score in (b_cubed, pairwise))
    counts = f"{len(night):>8} {len(set(gold)):>7} {len(stories):>5}"
    print(f"{name:<22} {counts} | {scores} | {time.monotonic() - start:.1f}", flush=True)
    if listed:
        _list_errors(night, found)


def _list_errors(night: Sequence[Labelled], found: Sequence[int]) -> None:
    stories: dict[int, set[str]] = defaultdict(set)
    events: dict[str, set[int]] = defaultdict(set)
    for one, number in zip(night, found, strict=True):
        stories[number].add(one.event)
        events[one.event].add(number)
    for number, merged in stories.items():
        if len(merged) > 1:
            print(f"  false merge: {', '.join(sorted(merged))}")
            for one, mine in zip(night, found, strict=True):
                if mine == number:
                    print(f"    {one.event:>8}  {one.brief.english_title[:90]}")
    for event, parts in events.items():
        if len(parts) > 1:
            print(f"  split: {event} into {len(parts)}")


if __name__ == "__main__":
    main()
