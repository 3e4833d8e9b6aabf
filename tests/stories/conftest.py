"""Reports of invented events, written as briefs without a model."""

from collections.abc import Callable, Sequence

import pytest

from pipeline.config import GlossaryConfig
from pipeline.names.glossary import Glossary, load_glossary
from pipeline.records import Article, Block, Brief, KeyPoint, Translation
from pipeline.text.sentences import split_sentences

Pairs = Sequence[tuple[str, str]]

BRIDGE: Pairs = (
    ("У Чернігові відкрили міст через Десну", "Bridge across the Desna opens in Chernihiv"),
    ("Міст завдовжки 480 метрів будували три роки.", "The bridge, 480 meters long, took three years to build."),
    (
        "Роботи коштували 620 млн гривень, повідомив мер Орест Калина.",
        "The works cost 620 million hryvnias, Mayor Orest Kalyna said.",
    ),
    ("Автобуси підуть мостом 12 травня.", "Buses will cross the bridge on May 12."),
    ("Старий міст зруйнував обстріл у 2022 році.", "The old bridge was destroyed by shelling in 2022."),
)
BRIDGE_RETOLD: Pairs = (
    ("Новий міст через Десну запрацював у Чернігові", "Chernihiv gets its new bridge over the Desna"),
    (
        "Споруда завдовжки 480 метрів обійшлася у 640 млн гривень, сказав мер Орест Калина.",
        "The 480-meter bridge cost 640 million hryvnias, Mayor Orest Kalyna said.",
    ),
    ("Першими мостом проїдуть автобуси 14 травня.", "Buses will be the first to cross the bridge on May 14."),
    (
        "Попередній міст через річку знищили обстрілом.",
        "The previous bridge over the river was destroyed by shelling.",
    ),
)
BREAD: Pairs = (
    ("У Луцьку подорожчав житній хліб", "Rye bread becomes dearer in Lutsk"),
    (
        "Буханець коштує 38 гривень, на чверть більше, ніж торік.",
        "A loaf costs 38 hryvnias, a quarter more than last year.",
    ),
    ("Пекарі пояснюють це цінами на борошно та газ.", "Bakers put it down to the prices of flour and gas."),
)


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    """Return the house glossary."""
    return load_glossary(GlossaryConfig())


@pytest.fixture
def report() -> Callable[..., Brief]:
    """Return a maker of briefs: a report of an event by an outlet, in Ukrainian unless `english`."""

    def make(name: str, pairs: Pairs, *, english: bool = False, points: Sequence[int] = (1, 2), **fields: str) -> Brief:
        side = 1 if english else 0
        (title, *body) = (pair[side] for pair in pairs)
        article = Article(
            id=name,
            source=f"{name}.txt",
            language="en" if english else "uk",
            language_confidence=1.0,
            title=title,
            lead="",
            body=tuple(Block("paragraph", text) for text in body),
            **{"outlet": name, "date": "2025-05-10", **fields},
        )
        sentences = split_sentences(article)
        assert len(sentences) == len(pairs)
        translations = () if english else tuple(Translation(n, en, "model") for n, (_, en) in enumerate(pairs))
        told = [n for n in points if n < len(pairs)]
        own = () if english else tuple(KeyPoint(pairs[n][0], "uk", (n,)) for n in told)
        return Brief(article, sentences, translations, own + tuple(KeyPoint(pairs[n][1], "en", (n,)) for n in told))

    return make
