"""Which of two related stories is the later one, where dates of reports or days named in sentences tell.

Not done here: what only someone who knows the world can tell. A story that states no day is neither.
"""

from dataclasses import dataclass

from pipeline.records import Order, Story
from pipeline.stories.days import day_number
from pipeline.stories.event_days import event_days


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a story as numbers (see `pipeline.stories.days`); both 0 if it states none.

    `first` is that of its first report, else the first that it names; `last` the last of either kind.
    """

    first: int
    last: int


def span(story: Story, night: int) -> Span:
    """Return the days of a story: of its reports, and those that its key points, brief and timeline name.

    A story that goes on began on its first night. Days after `night` are left out: they are announced, or a mistake. A
    day without its year takes the one that is nearest to the last report, or to the night.
    """
    reports = [day for one in story.articles if 0 < (day := day_number(one.date)) <= night]
    if story.day > 1:
        reports.append(day_number(story.since))
    texts = [one.ukrainian or one.english for one in story.points]
    texts += [one.ukrainian or one.english for one in story.brief]
    named = {day for text in texts for day in event_days(text, max(reports, default=night))}
    named |= {day_number(moment.day) for moment in story.timeline}
    known = reports + sorted(day for day in named if day <= night)
    return Span(min(reports or known, default=0), max(known, default=0))


def order(story: Span, other: Span) -> Order:
    """Say whether `other` is a later development of what `story` tells, or an earlier one; neither if in doubt.

    It is later if all its reports came after every day of `story`.
    """
    if not story.last or not other.last:
        return ""
    if other.first > story.last:
        return "later"
    return "earlier" if story.first > other.last else ""
