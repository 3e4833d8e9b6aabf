"""How large the page is for a hundred articles as long and as often marked as real ones.

Five real ones, three of them Ukrainian, have 5,700 bytes of source and translation and 14 marks each.
"""

import hashlib
import io
from itertools import chain

import pytest

from pipeline.config_stories import StoriesConfig
from pipeline.corpus.gold import read_articles
from pipeline.evaluate.test_sets import bundled_test_set
from pipeline.names.glossary import Glossary
from pipeline.records import Article, Block, Brief, Finding, KeyPoint, Translation
from pipeline.render.night_text import NightText
from pipeline.render.page import write_page
from pipeline.render.tally import Tally
from pipeline.stories.tell import story_article, tell_story
from pipeline.text.sentences import split_sentences

ARTICLES = 100
MARKS = 23  # of a Ukrainian article: 14 in the mean over all
MOST_BYTES = 1_900_000
MESSAGE = "source says Ніколас Мадуро, translation has no such name; it should be Nicolas Maduro (configs/people.tsv)"


def pairs():
    """Two of our own articles after another, which together are as long as a real one."""
    found = list(chain.from_iterable(read_articles(path) for path in sorted(bundled_test_set().glob("?.txt"))))
    return [(one, other) for one, other in zip(found[::2], found[1::2], strict=True)]


def long_brief(number, articles):
    ukrainian = number % 5 < 3
    side = "uk" if ukrainian else "en"
    title = articles[0].titles[0]
    body = [pair for one in articles for pair in (*one.leads, *one.sentences)]
    article = Article(
        hashlib.sha256(str(number).encode()).hexdigest()[:16],
        f"{number}.txt",
        side,
        1.0,
        getattr(title, side),
        "",
        tuple(Block("paragraph", getattr(pair, side)) for pair in body),
        outlet="Новинарня",
        cited_source="The Times",
        date="2025-10-31",
    )
    sentences = split_sentences(article)
    english = [[title, *body][sentence.block].en if ukrainian else sentence.text for sentence in sentences]
    points = [KeyPoint(sentences[n].text, side, (n,)) for n in range(1, 4)]
    if not ukrainian:
        return Brief(article, sentences, (), tuple(points))
    points += [KeyPoint(english[n], "en", (n,)) for n in range(1, 4)]
    marks = [Finding("names", n % len(sentences), MESSAGE, "error", 0.9, (0, 7)) for n in range(MARKS)]
    translations = tuple(Translation(n, text, "model") for n, text in enumerate(english))
    return Brief(article, sentences, translations, tuple(points), tuple(marks))


@pytest.fixture(scope="module")
def briefs():
    known = pairs()
    return [long_brief(number, known[number % len(known)]) for number in range(ARTICLES)]


def test_the_articles_are_as_long_as_real_ones(briefs):
    texts = [one.text for brief in briefs for one in (*brief.sentences, *brief.translations)]
    assert sum(len(text.encode()) for text in texts) > 5_600 * ARTICLES
    assert sum(len(brief.findings) for brief in briefs) >= 13.6 * ARTICLES


def test_a_page_of_a_hundred_articles_each_its_own_story_is_under_two_megabytes(briefs, run_info):
    told = [
        tell_story([brief], [story_article(brief)], StoriesConfig(), Glossary(()), night="2025-10-31", latest=0)
        for brief in briefs
    ]
    known = {brief.article.id: brief for brief in briefs}
    tally, file = Tally(stories=len(told)), io.StringIO()
    for brief in briefs:
        tally.add(brief)
    night = NightText(lambda: iter(briefs), len(told), told.__getitem__, known.__getitem__)
    write_page(file, night, run_info, (), tally)
    assert len(file.getvalue().encode()) < MOST_BYTES
