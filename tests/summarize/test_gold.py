from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.corpus.gold import GoldArticle, read_articles
from pipeline.records import Sentence, SentenceRole
from pipeline.score.tezy_rouge.rouge import RougeLanguage, rouge
from pipeline.summarize.document import Document
from pipeline.summarize.extractive import choose

NEWS = Path(__file__).parents[2] / "../shared/gold/news"


@pytest.fixture(scope="module")
def held_out() -> list[GoldArticle]:
    found = [article for path in sorted(NEWS.glob("*.txt")) for article in read_articles(path) if article.held_out]
    if not found:
        pytest.skip("our own corpus is not beside the checkout")
    return found


def shown(article: GoldArticle, language: RougeLanguage) -> Document:
    parts: list[tuple[SentenceRole, str]] = [("lead", getattr(pair, language)) for pair in article.leads]
    parts += [("paragraph", getattr(pair, language)) for pair in article.sentences]
    sentences = [Sentence(n, text, 0, len(text), n, role) for n, (role, text) in enumerate(parts, 1)]
    return Document(language, getattr(article.titles[0], language), tuple(sentences))


def score(texts: Sequence[str], article: GoldArticle, language: RougeLanguage) -> float:
    reference = "\n".join(getattr(pair, language) for pair in article.key_points)
    scores = rouge("\n".join(texts), reference, language)
    return scores["rouge1"] + scores["rouge2"] + scores["rougeLsum"]


@pytest.mark.parametrize("language", ["uk", "en"])
def test_chosen_points_are_nearer_to_the_editors_than_the_first_three_sentences(
    held_out: list[GoldArticle], language: RougeLanguage
) -> None:
    ours = theirs = 0.0
    for article in held_out:
        document = shown(article, language)
        points = choose(document, 3)
        assert len(points) == 3
        ours += score([point.text for point in points], article, language)
        theirs += score([sentence.text for sentence in document.sentences[:3]], article, language)
    assert ours > theirs
