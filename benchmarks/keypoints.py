"""Score the extractive summarizer against baselines and oracles on our own corpus, in Ukrainian and English.

    python benchmarks/keypoints.py [FOLDER]              the report, on the held-out articles
    python benchmarks/keypoints.py [FOLDER] --tuned      the same on the others, where it has to be better
    python benchmarks/keypoints.py [FOLDER] --model NAME the report with a row for a summarizer, or its folder
    python benchmarks/keypoints.py [FOLDER] --support    what the threshold of support lets through, on the others

FOLDER holds the articles; left out, it is ../shared/gold/news. Their own key points are the reference. Held out is
every tenth article; weights (`keypoint_weights.py`) and threshold were chosen on the others.

`uncut` is our chooser without shortening. `the model` is what --model names, used as in a night. `oracle` chooses three
sentences knowing the reference, `cut oracle` three of the texts that ours chooses from. TextRank and LexRank are
sumy's: pip install '.[dev]'.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import keypoint_systems as systems

from pipeline.check.key_points import check_key_point, check_key_points
from pipeline.config import SummarizerConfig
from pipeline.corpus.gold import GoldArticle, read_articles
from pipeline.names.glossary import Glossary
from pipeline.records import KeyPoint, Sentence, SentenceRole
from pipeline.score.bootstrap import confidence_interval, mean
from pipeline.score.tezy_rouge.rouge import RougeLanguage, rouge
from pipeline.store.memory import Memory
from pipeline.summarize.document import Document
from pipeline.summarize.extractive import choose
from pipeline.summarize.make import make_summarizer
from pipeline.summarize.protocol import Summarizer
from pipeline.summarize.support import SupportFinder
from pipeline.text.words import words

LANGUAGES: tuple[RougeLanguage, ...] = ("uk", "en")
METRICS = ("rouge1", "rouge2", "rougeLsum")
POINTS = systems.POINTS
OURS = "extractive"
MODEL = "the model"
BASELINES = ("lead-3", "TextRank", "LexRank")
SEED = 12345
Values = dict[str, list[float]]


def document_of(article: GoldArticle, language: RougeLanguage, *, lead: bool = True) -> Document:
    """Return what a summarizer would be shown of `article`, its lead left out if not `lead`."""
    parts: list[tuple[SentenceRole, str]] = [("title", getattr(pair, language)) for pair in article.titles]
    parts += [("lead", getattr(pair, language)) for pair in article.leads if lead]
    parts += [("paragraph", getattr(pair, language)) for pair in article.sentences]
    sentences, start = [], 0
    for index, (role, text) in enumerate(parts):
        sentences.append(Sentence(index, text, start, start + len(text), index, role))
        start += len(text) + 2
    return Document(language, parts[0][1], tuple(sentences))


def reference_of(article: GoldArticle, language: RougeLanguage) -> list[str]:
    """Return the article's own key points."""
    return [getattr(pair, language) for pair in article.key_points]


def novelty(points: Sequence[str], document: Document, size: int) -> float:
    """Return the share of the n-grams of `points` that are nowhere in the document."""
    known = {gram for sentence in document.sentences for gram in grams(sentence.text, size)}
    found = [gram for point in points for gram in grams(point, size)]
    return sum(gram not in known for gram in found) / len(found) if found else 0.0


def grams(text: str, size: int) -> Iterator[tuple[str, ...]]:
    """Yield the word n-grams of `text`."""
    said = words(text)
    return zip(*(said[start:] for start in range(size)), strict=False)


def measure(found: Values, points: Sequence[str], reference: Sequence[str], document: Document) -> None:
    """Add the scores, lengths and novelty of one article's points to `found`."""
    scores = rouge("\n".join(points), "\n".join(reference), document.language)  # type: ignore[arg-type]
    row = {metric: 100 * scores[metric] for metric in METRICS}
    row["words"] = len(words(" ".join(points))) / max(1, len(points))
    row["new 2-grams"] = 100 * novelty(points, document, 2)
    row["points"] = float(len(points))
    for name, value in row.items():
        found.setdefault(name, []).append(value)


def report(articles: Sequence[GoldArticle], model: str) -> None:
    """Print the scores of every system, with and without the lead, and what is unsupported in ours and the model's."""
    with Memory(":memory:") as memory:
        ours: dict[RougeLanguage, dict[str, Summarizer]] = {}
        for language in LANGUAGES:
            names = {OURS: OURS} | ({MODEL: model} if model else {})
            ours[language] = {
                name: make_summarizer(SummarizerConfig(model=one), language, memory) for name, one in names.items()
            }
        _report(articles, ours)


def _report(articles: Sequence[GoldArticle], ours: Mapping[RougeLanguage, Mapping[str, Summarizer]]) -> None:
    print(f"{len(articles)} articles; F1 x 100; words: mean length of a point; new 2-grams: % not in the article")
    for lead in (True, False):
        for language in LANGUAGES:
            scored: dict[str, Values] = {}
            for article in articles:
                document = document_of(article, language, lead=lead)
                reference = reference_of(article, language)
                for name, points in points_of(document, reference, language, ours[language]).items():
                    measure(scored.setdefault(name, {}), points, reference, document)
            show(f"{language}, {'the lead is seen' if lead else 'the lead is hidden'}", scored)
    for language in LANGUAGES:
        for name, summarizer in ours[language].items():
            check([document_of(article, language) for article in articles], language, name, summarizer)


def points_of(
    document: Document, reference: Sequence[str], language: RougeLanguage, ours: Mapping[str, Summarizer]
) -> dict[str, list[str]]:
    """Return the points of every system; ours first, then the baselines, then what no system can pass."""
    return {
        **{name: [point.text for point in one.key_points([document], POINTS)[0]] for name, one in ours.items()},
        "uncut": systems.uncut(document),
        "lead-3": systems.lead_3(document),
        "TextRank": systems.text_rank(document),
        "LexRank": systems.lex_rank(document),
        "oracle": systems.oracle(document, reference, language),
        "cut oracle": systems.cut_oracle(document, reference, language),
        "(reference)": list(reference),
    }


def show(title: str, found: dict[str, Values]) -> None:
    """Print a table of systems, and the gain of the first over each baseline with its 95% interval."""
    columns = list(found[OURS])
    print(f"\n{title}\n{'':16}" + "".join(f"{column:>13}" for column in columns))
    for name, values in found.items():
        print(f"{name:16}" + "".join(f"{mean(values[column]):13.2f}" for column in columns))
    for baseline in BASELINES:
        line = f"over {baseline:11}"
        for metric in METRICS:
            gains = [ours - theirs for ours, theirs in zip(found[OURS][metric], found[baseline][metric], strict=True)]
            interval = confidence_interval(gains)
            line += f"{mean(gains):+13.2f}" + (f" [{interval.low:+.2f} {interval.high:+.2f}]" if interval else "")
        print(line)


def check(documents: Sequence[Document], language: RougeLanguage, name: str, summarizer: Summarizer) -> None:
    """Print what the checks find in a summarizer's points, and how many a second it makes.

    Of a model, whose outputs are remembered by now, print how many points it wrote in place of that.
    """
    start = time.perf_counter()
    made = summarizer.key_points(documents, POINTS)
    seconds = time.perf_counter() - start
    chosen = [{point.text for point in choose(document, POINTS)} for document in documents]
    own = sum(point.text not in texts for points, texts in zip(made, chosen, strict=True) for point in points)
    found = Counter(
        re.sub(r" (says|names|fact) .*", r" \1 ...", finding.message)
        for points, document in zip(made, documents, strict=True)
        for _, finding in check_key_points(points, document.sentences, language, Glossary(()))
    )
    total = sum(map(len, made))
    speed = f"{total / seconds:.0f} a second" if name == OURS else f"{own} written anew"
    print(f"\n{language}, {name}: {total} points, {speed}; findings: {dict(found) or 'none'}")


def support_shares(articles: Sequence[GoldArticle]) -> None:
    """Print which share of key points is found supported: in their own article, and in one of the same topics.

    Then, of those found supported by their own, in how many the check on key points finds an error, and in how many a
    warning and no error.
    """
    chosen = random.Random(SEED)
    for language in LANGUAGES:
        own: list[float] = []
        other: list[float] = []
        for article in articles:
            alike = [one for one in articles if one.name[0] == article.name[0] and one is not article]
            finder = SupportFinder(document_of(article, language))
            for source, found in ((article, own), (chosen.choice(alike), other)):
                measured = [finder.measure(text) for text in reference_of(source, language)]
                found += [grounds.overlap if grounds.complete else 0.0 for grounds in measured]
        print(f"\n{language}: {len(own)} key points against their own article, as many against another")
        for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
            shares = [100 * mean([float(value >= threshold) for value in values]) for values in (own, other)]
            print(f"  {threshold:.2f}: own {shares[0]:5.1f}%  other {shares[1]:5.1f}%", flush=True)
        print(f"  of those it supports the check refuses and doubts: {_refused(articles, language)}", flush=True)


def _refused(articles: Sequence[GoldArticle], language: RougeLanguage) -> str:
    found: Counter[str] = Counter()
    for article in articles:
        document = document_of(article, language)
        finder = SupportFinder(document)
        for text in reference_of(article, language):
            if sentences := finder.find(text):
                support = [one.text for one in document.sentences if one.index in sentences]
                findings = check_key_point(KeyPoint(text, language, sentences), support, language, Glossary(()))
                severities = {finding.severity for finding in findings}
                found["error" if "error" in severities else "warning" if severities else "none"] += 1
    return ", ".join(f"{100 * found[name] / found.total():.1f}%" for name in ("error", "warning"))


def read(folder: Path) -> Iterator[GoldArticle]:
    """Yield the articles of a folder that have all it takes."""
    for path in sorted(folder.glob("*.txt")):
        yield from (article for article in read_articles(path) if usable(article))


def usable(article: GoldArticle) -> bool:
    """Say whether an article has a headline, a lead, a body and key points."""
    return all((article.titles, article.leads, article.sentences, article.key_points))


def main(arguments: Iterable[str] | None = None) -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[2] / "shared/gold/news")
    parser.add_argument("--tuned", action="store_true")
    parser.add_argument("--support", action="store_true")
    parser.add_argument("--model", default="")
    options = parser.parse_args(list(arguments) if arguments is not None else None)
    articles = list(read(options.folder))
    if not articles:
        raise SystemExit(f"{options.folder}: expected articles, found none. Name the folder of the corpus.")
    if options.support:
        support_shares([article for article in articles if not article.held_out])
    else:
        report([article for article in articles if article.held_out is not options.tuned], options.model)


if __name__ == "__main__":
    main()
