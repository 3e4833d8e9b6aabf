"""Which sentences of an article a key point rests on, by the words they share: what a writer learns to read."""

from collections import Counter
from collections.abc import Sequence

from pipeline.records import Language
from pipeline.text.words import content_words

MAX_SENTENCES = 3
_MIN_GAIN = 0.15  # of the point's words: a further sentence must explain at least so much more
_MIN_COVERED = 0.3  # a point of which so little is found in the article is no example of compressing it


def supporting(point: str, sentences: Sequence[str], language: Language) -> tuple[int, ...]:
    """Return the indices of the sentences that hold the words of `point`, in order; none if too few are found.

    Taken greedily: the sentence that holds most, then what adds most to it, three at most.
    """
    wanted = Counter(content_words(point, language))
    total = wanted.total()
    if not total:
        return ()
    bags = [Counter(content_words(sentence, language)) for sentence in sentences]
    chosen: list[int] = []
    missing = wanted
    while len(chosen) < MAX_SENTENCES:
        gains = [(missing & bag).total() if index not in chosen else -1 for index, bag in enumerate(bags)]
        best = max(range(len(gains)), key=gains.__getitem__, default=-1)
        if best < 0 or gains[best] < max(1, _MIN_GAIN * total):
            break
        chosen.append(best)
        missing = missing - bags[best]
    covered = 1 - missing.total() / total
    return tuple(sorted(chosen)) if covered >= _MIN_COVERED else ()
