"""The brief of a story: 120 to 250 words in the order of a newspaper, the news first, every sentence from a source.

Nothing is written here: sentences are chosen, English ones before translations, and those that most sources have.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import regex

from pipeline.records import Passage
from pipeline.stories.telling import Told, likeness, says

LEAST_WORDS, MOST_WORDS = 120, 250
_SAID_BEFORE = 0.5  # cosine from which a sentence repeats one that is chosen
_SUPPORT = 0.25  # and from which another source says the same
_FROM_ENGLISH = 0.6
_MARK = 0.15
_LATE = 0.06  # what a sentence loses for each that stands before it in its article
_UNRESOLVED = regex.compile(
    r"[\"“«]?(?:He|She|It|They|This|That|These|Those|Such|There|Also|But|And|However|In addition|Besides)\b"
)
_SHORT, _LONG = 5, 60  # words; a caption or a list may be outside


def story_brief(told: Mapping[str, Sequence[Told]]) -> tuple[Passage, ...]:
    """Return the sentences of a brief. `told` holds each article's by its id (see `within_story`), the most
    telling article first.

    It opens with the first sentence of the first English article, else of the first; sentences of one article stand
    together and in their order. Shorter than 120 words only if the sources hold no more that is new.
    """
    articles = [list(sentences) for sentences in told.values() if sentences]
    articles.sort(key=lambda sentences: bool(sentences[0].ukrainian))  # stable: else the most telling first
    pool = [one for sentences in articles for one in sentences]
    if not pool:
        return ()
    near = likeness(pool)
    scores = _scores(articles, near)
    chosen = [0]
    length = _length(pool[0])
    for number in sorted(range(1, len(pool)), key=lambda one: -scores[one]):
        one = pool[number]
        size = _length(one)
        if length >= LEAST_WORDS or not _SHORT <= size <= _LONG or length + size > MOST_WORDS:
            continue
        if max(near[number, chosen]) >= _SAID_BEFORE or any(_repeats(one, pool[other]) for other in chosen):
            continue
        if _leans_on_another(pool, number, chosen):
            continue
        chosen.append(number)
        length += size
    order = list(dict.fromkeys(pool[number].place.article for number in chosen))
    chosen.sort(key=lambda number: (order.index(pool[number].place.article), number))
    return tuple(
        Passage(pool[number].english, pool[number].ukrainian, pool[number].place, pool[number].marks)
        for number in chosen
    )


def _scores(articles: Sequence[Sequence[Told]], near: "np.typing.NDArray[np.float32]") -> list[float]:
    """Say how much belongs into the brief what each sentence says."""
    owner = np.repeat(np.arange(len(articles)), [len(one) for one in articles])
    scores = []
    number = 0
    for article, sentences in enumerate(articles):
        for rank, one in enumerate(sentences):
            saying = np.unique(owner[(near[number] >= _SUPPORT) & (owner != article)])
            score = len(saying) - _LATE * rank - _MARK * one.marks + _FROM_ENGLISH * (not one.ukrainian)
            scores.append(float(score))
            number += 1
    return scores


def _leans_on_another(pool: Sequence[Told], number: int, chosen: Sequence[int]) -> bool:
    return bool(_UNRESOLVED.match(pool[number].english)) and number - 1 not in chosen


def _repeats(one: Told, other: Told) -> bool:
    """Say whether one of two sentences of different articles says what the other does."""
    return one.place.article != other.place.article and max(says(one, other), says(other, one)) >= 1


def _length(one: Told) -> int:
    return len(one.english.split())
