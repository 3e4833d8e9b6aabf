"""Measure the cleaner on articles whose truth is known: our own, dressed in furniture of news sites.

    python benchmarks/cleaning.py [--pages 400] [--seed 1] [--show 5]

Articles come from ../shared/gold if it is there, else from the sample in tests/text/data. Each page draws its layout
and furniture from a file of `cleaning_furniture`: `development`, which the rules were written with; `examined`, held
out at first, its mistakes looked at since; `heldout`, written when the rules were done, its pages never looked at. The
last two dress held-out articles (every tenth). `--show` prints the pages with the worst bodies.
"""

import argparse
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import ArticleError
from pipeline.records import Article, RawDocument
from pipeline.text.clean import clean
from pipeline.text.normalise import normalise
from pipeline.text.repairs import repair_paragraphs

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "news"
SAMPLE = ROOT / "tests" / "text" / "data" / "articles"
FURNITURE = Path(__file__).with_name("cleaning_furniture")
LANGUAGES = ("uk", "en")
SETS = ("development", "examined", "heldout")

MAY_BE_A_MEDIUM = re.compile(r"[A-Za-z]{2,}|Суспільн|Укрінформ|правд[аиіу]")
BULLETS = ("• ", "  • ", "- ", "– ", "◦ ", "1. ", "1) ", "")
MONTHS = {
    "uk": (
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
NAMES = {
    "uk": ("Ольга Гнатів", "Дмитро Ярош-Кучер", "Ірина Бондар", "Остап Левчук", "Соломія Вітер"),
    "en": ("Olha Hnativ", "Martin Reyes", "Iryna Bondar", "Grace Whitlock", "Tom O'Hara"),
}


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article of our own in one language: what a perfect cleaner would give back."""

    title: str
    lead: str
    sentences: tuple[str, ...]
    key_points: tuple[str, ...]
    cites: bool  # may cite a medium already


@dataclass(slots=True)
class Page:
    """A dressed article and the truth about it."""

    text: str = ""
    title: str = ""
    lead: str = ""
    paragraphs: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    key_points: list[str] = field(default_factory=list)
    date: str = ""
    outlet: str = ""
    cited_source: str = ""


def read_articles(folder: Path, language: str, *, held_out: bool) -> list[GoldArticle]:
    """Read the articles of one language: every tenth if `held_out`, else the others."""
    side = LANGUAGES.index(language)
    articles = []
    for path in sorted(folder.glob("*.txt")):
        for chunk in path.read_text(encoding="utf-8").split("#A ")[1:]:
            if (int(chunk.split("|")[0]) % 10 == 0) != held_out:
                continue
            parts: dict[str, list[str]] = {"T": [], "L": [], "S": [], "K": []}
            for line in chunk.splitlines()[1:]:
                kind, _, pair = line.partition(": ")
                if kind in parts and " ||| " in pair:
                    parts[kind].append(_plain(pair.split(" ||| ")[side]))
            cites = any(MAY_BE_A_MEDIUM.search(line.split(" ||| ")[0][2:]) for line in chunk.splitlines()[1:])
            articles.append(GoldArticle(parts["T"][0], parts["L"][0], tuple(parts["S"]), tuple(parts["K"]), cites))
    return articles


def dress(
    article: GoldArticle,
    others: Sequence[GoldArticle],
    furniture: dict[str, list[str]],
    language: str,
    rng: random.Random,
) -> Page:
    """Put `article` on a page of random layout with random furniture."""
    page = Page(title=article.title, lead=article.lead)
    values = _values(others, furniture, language, rng)

    def some(slot: str, chance: float) -> list[str]:
        return [rng.choice(furniture[slot]).format(**values)] if rng.random() < chance else []

    source_lines = [] if article.cites else some("source_lines", 0.2)
    if rng.random() < 0.4 and not article.cites:
        citation = rng.choice(furniture["citations"])
        page.lead = f"{article.lead} {citation.format(**values)}"
        page.outlet = values["outlet"] if "{outlet}" in citation else ""
    if source_lines or page.lead != article.lead:
        page.cited_source = values["source"]

    between = [[article.title]] if rng.random() < 0.3 else []
    dates, bylines = some("dates", 0.7), some("bylines", 0.4)
    if any(values["yyyy"] in line for line in dates + bylines):
        page.date = f"{values['yyyy']}-{values['mm']}-{values['dd']}"
    between += [dates, bylines, some("counters", 0.4), some("share", 0.3), some("captions", 0.5), source_lines]
    rng.shuffle(between)

    head = [*some("above", 0.6), *some("above", 0.2), article.title, *(text for texts in between for text in texts)]
    key_points = _key_points(article, furniture, page, rng) if rng.random() < 0.5 else []
    opening = [page.lead, *key_points] if rng.random() < 0.7 else [*key_points, page.lead]
    body = _body(article, furniture, values, page, rng)
    below = [text.format(**values) for text in rng.sample(furniture["below"], rng.randint(0, 4))]

    wide, narrow = rng.choice((("\n\n", "\n\n"), ("\n\n", "\n"), ("\n\n", "\n\n"), ("\n", "\n")))
    page.text = narrow.join(head) + wide + wide.join([*opening, *body, *below])
    return page


def _values(
    others: Sequence[GoldArticle], furniture: dict[str, list[str]], language: str, rng: random.Random
) -> dict[str, str]:
    first, second = rng.sample(others, 2)
    day, month = rng.randint(1, 28), rng.randint(1, 12)
    month_name = MONTHS[language][month - 1]
    return {
        "headline": first.title,
        "deck": first.lead,
        "headline2": second.title,
        "deck2": second.lead,
        "source": rng.choice(furniture["sources"]),
        "outlet": rng.choice(furniture["outlets"]),
        "name": rng.choice(NAMES[language]),
        "day": str(day),
        "dd": f"{day:02}",
        "mm": f"{month:02}",
        "yyyy": str(rng.randint(2022, 2026)),
        "month": month_name,
        "mon": month_name if len(month_name) < 5 else month_name[:3] + ".",
        "hh": f"{rng.randint(6, 22):02}",
        "mi": f"{rng.randint(0, 59):02}",
    }


def _key_points(article: GoldArticle, furniture: dict[str, list[str]], page: Page, rng: random.Random) -> list[str]:
    page.key_points = list(article.key_points)
    bullet = rng.choice(BULLETS)
    points = [f"{bullet.replace('1', str(number))}{point}" for number, point in enumerate(article.key_points, start=1)]
    label = rng.choice(furniture["key_labels"])
    return [label, *points] if bullet and rng.random() < 0.3 else [label + "\n" + "\n".join(points)]


def _body(
    article: GoldArticle, furniture: dict[str, list[str]], values: dict[str, str], page: Page, rng: random.Random
) -> list[str]:
    position = 0
    body: list[str] = []
    while position < len(article.sentences):
        size = rng.choice((1, 1, 2, 3))
        page.paragraphs.append(" ".join(article.sentences[position : position + size]))
        position += size
        if body and rng.random() < 0.12 and len(page.headings) < len(furniture["headings"]):
            page.headings.append(next(text for text in furniture["headings"] if text not in page.headings))
            body.append(page.headings[-1])
        elif body and rng.random() < 0.2:
            body.append(rng.choice(furniture["inside"]).format(**values))
        body.append(page.paragraphs[-1])
    return body


@dataclass(slots=True)
class Tally:
    """Counts over many pages: matched, found and true items of each kind."""

    matched: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    refused: int = 0

    def add(self, kind: str, found: Sequence[str], true: Sequence[str]) -> None:
        """Count a multiset of found things against the true ones."""
        self.matched[kind] += sum((Counter(found) & Counter(true)).values())
        self.found[kind] += len(found)
        self.true[kind] += len(true)

    def precision(self, kind: str) -> float:
        """Return the share of found things that are true; 1 if nothing was found."""
        return self.matched[kind] / self.found[kind] if self.found[kind] else 1.0

    def recall(self, kind: str) -> float:
        """Return the share of true things that were found; 1 if there are none."""
        return self.matched[kind] / self.true[kind] if self.true[kind] else 1.0


def compare(page: Page, article: Article, tally: Tally) -> float:
    """Count one page; return the F1 of the words of its body."""
    body = [block.text for block in article.body]
    truth = [*page.paragraphs, *page.headings]
    found_words, true_words = " ".join(body).split(), " ".join(truth).split()
    tally.add("body words", found_words, true_words)
    tally.add("paragraphs", [block.text for block in article.body if block.kind != "heading"], page.paragraphs)
    tally.add("headings", [block.text for block in article.body if block.kind == "heading"], page.headings)
    tally.add("key points", article.key_points, page.key_points)
    for kind in ("title", "lead", "date", *(("outlet", "cited_source") if page.cited_source else ())):
        true, found = getattr(page, kind), getattr(article, kind)
        if kind == "date":
            found = found[: len("2025-10-31")]  # a moment, where the page states its offset
        tally.add(kind, [found] if found else [], [true] if true else [])
    shared = sum((Counter(found_words) & Counter(true_words)).values())
    return 2 * shared / (len(found_words) + len(true_words))


def measure(name: str, language: str, pages: int, seed: int) -> tuple[Tally, list[tuple[float, Page, Article | None]]]:
    """Dress `pages` articles in the furniture of one set, clean them and count."""
    folder = GOLD if GOLD.is_dir() else SAMPLE
    articles = read_articles(folder, language, held_out=name != "development")
    furniture = tomllib.loads((FURNITURE / f"{name}.toml").read_text(encoding="utf-8"))[language]
    rng = random.Random(f"{name} {language} {seed}")
    tally = Tally()
    results: list[tuple[float, Page, Article | None]] = []
    for number in range(pages):
        page = dress(rng.choice(articles), articles, furniture, language, rng)
        tally.pages += 1
        try:
            article = clean(RawDocument(f"{name}-{language}-{number}.txt", page.text))
        except ArticleError:
            tally.refused += 1
            results.append((0.0, page, None))
            continue
        results.append((compare(page, article, tally), page, article))
    return tally, sorted(results, key=lambda result: result[0])


KINDS = ("body words", "paragraphs", "headings", "title", "lead", "key points", "date", "outlet", "cited_source")


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    """Yield the lines of a Markdown table: precision / recall in per cent."""
    yield f"| furniture | pages | refused | {' | '.join(kind.replace('_', ' ') for kind in KINDS)} |"
    yield f"|---|--:|--:|{'--:|' * len(KINDS)}"
    for name, tally in tallies.items():
        cells = (f"{100 * tally.precision(kind):.1f} / {100 * tally.recall(kind):.1f}" for kind in KINDS)
        yield f"| {name} | {tally.pages} | {tally.refused} | {' | '.join(cells)} |"


def _plain(text: str) -> str:
    return repair_paragraphs([normalise(text)])[0]


def _show(results: list[tuple[float, Page, Article | None]], count: int) -> None:
    for score, page, article in results[:count]:
        print(f"\n{'=' * 30} body F1 {score:.2f}\n{page.text}\n{'-' * 30}")
        if article is not None:
            print(f"title: {article.title}\nlead: {article.lead}\npoints: {article.key_points}\ndate: {article.date}")
            print("\n".join(f"{block.kind}: {block.text}" for block in article.body))
            print("\n".join(f"removed ({piece.rule}): {piece.text}" for piece in article.removed))


def main() -> int:
    """Print the table; returns the exit status."""
    parser = argparse.ArgumentParser(
        description="Measure the cleaner on our own articles dressed in furniture of news sites."
    )
    parser.add_argument("--pages", type=int, default=400, help="pages for each set and language (400)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--set", dest="sets", choices=SETS, help="only this furniture")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the N pages with the worst bodies")
    arguments = parser.parse_args()
    tallies = {}
    for name in [arguments.sets] if arguments.sets else SETS:
        for language in LANGUAGES:
            tallies[f"{name}, {language}"], results = measure(name, language, arguments.pages, arguments.seed)
            _show(results, arguments.show)
    print("Precision / recall, %.")
    print("\n".join(table(tallies)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
