"""The timeline of a story: what its sources say happened on which day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.records import Moment
from pipeline.stories.days import iso_day
from pipeline.stories.event_days import event_days
from pipeline.stories.telling import Told

MAX_MOMENTS = 6
_LONGEST_AGO = 400  # days: what was longer ago is background
_LEAST = 2  # a single day is no timeline


def timeline(told: Mapping[str, Sequence[Told]], days: Mapping[str, int], latest: int) -> tuple[Moment, ...]:
    """Return the days that sentences name, in order, each with the sentence that tells of it best.

    `days` are the dates of the articles, `latest` the last of them; where an article has none, it takes that one. Best
    is a sentence that names no other day, of an English source if there is one, and short.
    """
    saying: dict[int, list[tuple[int, bool, int, Told]]] = defaultdict(list)
    for article, sentences in told.items():
        for one in sentences:
            named = event_days(one.ukrainian or one.english, days[article] or latest)
            for day in named:
                saying[day].append((len(named), bool(one.ukrainian), len(one.english), one))
    if latest:
        saying = {day: found for day, found in saying.items() if latest - day <= _LONGEST_AGO}
    if len(saying) < _LEAST:
        return ()
    kept = sorted(saying, key=lambda day: (-len({one.place.article for *_, one in saying[day]}), -day))[:MAX_MOMENTS]
    moments = []
    for day in sorted(kept):
        best = min(saying[day], key=lambda found: found[:3])[-1]
        moments.append(Moment(iso_day(day), best.english, best.ukrainian, best.place))
    return tuple(moments)
