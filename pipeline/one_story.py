"""A story outside a night: of articles that someone says belong together, or out of a published digest."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.config import Config
from pipeline.errors import InputError
from pipeline.names.glossary import Glossary
from pipeline.records import Brief, Story
from pipeline.render.records_json import story_from_json
from pipeline.stories.days import day_number, iso_day
from pipeline.stories.tell import story_article, tell_story

FILE = "stories.jsonl"


def story_of(briefs: Sequence[Brief], config: Config, glossary: Glossary) -> Story:
    """Return the story that the articles tell together, in the order in which they are given."""
    latest = max(day_number(brief.article.date) for brief in briefs)
    articles = [story_article(brief) for brief in briefs]
    night = iso_day(latest) or "0001-01-01"
    return tell_story(briefs, articles, config.stories, glossary, night=night, latest=latest)


def published_story(folder: Path, wanted: str) -> Story:
    """Return a story of the published run in `folder`: by its place on the page, from 1, or by its id.

    Raises: InputError if there is no such run or story.
    """
    try:
        with (folder / FILE).open(encoding="utf-8", newline="\n") as file:
            number = 0
            for number, line in enumerate(file, start=1):
                story = story_from_json(line)
                if wanted in (str(number), story.id):
                    return story
    except OSError as error:
        raise InputError(f"{folder}: not a published run ({FILE}: {error.strerror}). Give outputs/latest.") from error
    except ValueError as error:
        raise InputError(f"{folder / FILE}: line {number} is not a story ({str(error).splitlines()[0]}).") from error
    raise InputError(f"{folder}: no story {wanted}. There are {number}: give 1 to {number}, or an id from {FILE}.")
