"""How often a key point is found in the article that says it, and in one that does not.

    python benchmarks/story_points.py [--gold ../shared/gold]

For each language of the point and of the article: the share of key points of our own corpus (articles that are not
held out) that some sentence of their own article is taken to say, and how often some sentence of an article on another
matter, from the same file or folder of topics, is. Translations are left empty, so that only a Ukrainian text's own
words count.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from benchmarks.story_nights import GOLD, gold_articles
from pipeline.config import GlossaryConfig
from pipeline.corpus.gold import GoldArticle
from pipeline.corpus.pair import Pair
from pipeline.names.glossary import Glossary, load_glossary
from pipeline.records import Place, Sentence
from pipeline.stories.telling import Told, comparable, says

EVERY = 6
OTHERS = 3


def main() -> None:
    """Print a line for each pair of languages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    glossary = load_glossary(GlossaryConfig())
    articles = [article for article in gold_articles(parser.parse_args().gold) if not article.held_out][::EVERY]
    print(f"{'point':>5} {'article':>7}  {'found':>6} {'wrongly':>7}")
    for point_language in ("en", "uk"):
        for language in ("en", "uk"):
            found, wrongly = _shares(articles, point_language, language, glossary)
            print(f"{point_language:>5} {language:>7}  {found:>6.1%} {wrongly:>7.1%}", flush=True)


def _shares(articles: list[GoldArticle], point_language: str, language: str, glossary: Glossary) -> tuple[float, float]:
    by_file: dict[str, list[int]] = defaultdict(list)
    by_folder: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        by_file[article.name[:3]].append(number)
        by_folder[article.name[0]].append(number)
    points = [[_told(one, point_language, glossary) for one in article.key_points] for article in articles]
    texts = [[_told(one, language, glossary) for one in (*a.leads, *a.sentences)] for a in articles]
    found, wrongly = [], []
    for number, article in enumerate(articles):
        near = [*by_file[article.name[:3]], *by_folder[article.name[0]]]
        others = [other for other in dict.fromkeys(near) if other != number][:OTHERS]
        for point in points[number]:
            found.append(any(says(one, point) >= 1 for one in texts[number]))
            wrongly += [any(says(one, point) >= 1 for one in texts[other]) for other in others]
    return sum(found) / len(found), sum(wrongly) / len(wrongly)


def _told(pair: Pair, language: str, glossary: Glossary) -> Told:
    english, ukrainian = (pair.en, "") if language == "en" else ("", pair.uk)
    sentence = Sentence(0, english or ukrainian, 0, 0, 0, "paragraph")
    return Told(Place("", 0), sentence, english, ukrainian, 0, *comparable(english, ukrainian, glossary))


if __name__ == "__main__":
    main()
