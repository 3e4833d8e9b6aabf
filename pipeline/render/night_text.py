"""What a digest is rendered from, read from disk as often as it is asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.records import Brief, Story


@dataclass(frozen=True, slots=True)
class NightText:
    """The briefs in the order of the input, how many stories there are, the story in a place, from 0, the most
    important first, and the brief of the article with an id.
    """

    briefs: Callable[[], Iterator[Brief]]
    story_count: int
    story: Callable[[int], Story]
    brief_of: Callable[[str], Brief]
