"""Key points of a story: what most of its sources say, chosen from the points and the leads of its articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.names.glossary import Glossary
from pipeline.records import Brief, KeyPoint, Place, StoryPoint
from pipeline.stories.telling import Told, comparable, damp, says

_OWN_ENGLISH = 0.6  # an English point of an English article is preferred to a translation unless fewer sources say it
_EARLIER = 0.1
_MARK = 0.15
_LONGEST_LEAD = 40  # words


@dataclass(frozen=True, slots=True)
class _Candidate:
    article: str
    told: Told
    sources: tuple[Place, ...]
    score: float


def story_points(
    briefs: Sequence[Brief],
    told: Mapping[str, Sequence[Told]],
    factors: Mapping[str, float],
    glossary: Glossary,
    count: int,
) -> tuple[StoryPoint, ...]:
    """Return the `count` points that most sources say, each with every source that says it, the first its own.

    `briefs` stand in the order of importance; `told` holds the sentences of each by its article's id, and
    `factors` the factors of their terms (see `within_story`).
    """
    candidates = [one for rank, brief in enumerate(briefs) for one in _candidates(brief, rank, told, factors, glossary)]
    candidates.sort(key=lambda one: -one.score)  # stable: equal ones keep the articles' order
    chosen: list[_Candidate] = []
    for one in candidates:
        if len(chosen) < count and not any(_alike(one.told, other.told) for other in chosen):
            chosen.append(one)
    return tuple(_point(one, candidates, told) for one in chosen)


def _candidates(
    brief: Brief,
    rank: int,
    told: Mapping[str, Sequence[Told]],
    factors: Mapping[str, float],
    glossary: Glossary,
) -> list[_Candidate]:
    english = brief.points("en")
    ukrainian = brief.points("uk") if brief.translations else ()
    paired = len(english) == len(ukrainian)
    told_here = told.get(brief.article.id, ())
    texts = [(one.english, one.ukrainian, one.place.sentence, one.marks) for one in told_here[:1] if _is_short(one)]
    texts += [
        (point.text, ukrainian[number].text if paired else "", point.sentences[0], _marks(brief, point))
        for number, point in enumerate(english)
    ]
    known = {(one.english, one.ukrainian): one for one in told_here}
    found = []
    for number, (text, source, index, marks) in enumerate(texts):
        place = Place(brief.article.id, index)
        if whole_sentence := known.get((text, source)):
            one = replace(whole_sentence, place=place, sentence=brief.sentences[index], marks=marks)
        else:
            terms = comparable(text, source, glossary)
            one = damp(Told(place, brief.sentences[index], text, source, marks, *terms), factors)
        sources = (place, *_others_saying(one, told))
        score = len(sources) + _OWN_ENGLISH * (not brief.translations) - _EARLIER * (number + rank) - _MARK * marks
        found.append(_Candidate(brief.article.id, one, sources, score))
    return found


def _marks(brief: Brief, point: KeyPoint) -> int:
    """Count what checks doubt in a key point, and in the translation of what it rests on."""
    own = brief.key_points.index(point)
    return sum(
        finding.to_check
        and (finding.key_point == own or (finding.key_point is None and finding.sentence in point.sentences))
        for finding in brief.findings
    )


def _is_short(one: Told) -> bool:
    return len(one.english.split()) <= _LONGEST_LEAD


def _others_saying(point: Told, told: Mapping[str, Sequence[Told]]) -> list[Place]:
    """Return for each other article that says what `point` says the sentence that does so best."""
    found = []
    for article, sentences in told.items():
        if article == point.place.article:
            continue
        sure, best = max(((says(one, point), one) for one in sentences), key=lambda pair: pair[0], default=(0.0, None))
        if best is not None and sure >= 1:
            found.append(best.place)
    return found


def _alike(one: Told, other: Told) -> bool:
    return says(one, other) >= 1 or says(other, one) >= 1


def _point(one: _Candidate, candidates: Sequence[_Candidate], told: Mapping[str, Sequence[Told]]) -> StoryPoint:
    """Return a point with the texts that its sources themselves have, in each language, before a translation of one.

    Ukrainian is taken from the point itself, a point that says the same, or a source's sentence; English likewise.
    """
    said = [s for place in one.sources for s in told.get(place.article, ()) if s.place == place]
    english, marks = one.told.english, one.told.marks
    if one.told.ukrainian:
        english, marks = next(
            ((s.english, s.marks) for s in said if not s.ukrainian and _is_short(s)), (english, marks)
        )
    ukrainian = one.told.ukrainian or next(
        (other.told.ukrainian for other in candidates if other.told.ukrainian and _alike(one.told, other.told)), ""
    )
    if not ukrainian:
        ukrainian = next((s.ukrainian for s in said if s.ukrainian), "")
    return StoryPoint(english, ukrainian, one.sources, marks)
