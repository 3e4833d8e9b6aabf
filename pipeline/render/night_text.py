"""What a digest is rendered from, read from disk as often as it is asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.records import Brief, Story


@dataclass(frozen=True, slots=True)
class NightText:
    """The briefs in the order of the input, the stories in theirs, and the brief of the article with an id."""

    briefs: Callable[[], Iterator[Brief]]
    stories: Callable[[], Iterator[Story]]
    brief_of: Callable[[str], Brief]
