"""Records as JSON, one a line, and back; and the JSON Schema of briefs.jsonl.

Every field is written, also the empty ones, so that a reader needs no defaults. Text is written as it is, not as
`\\u0456` escapes; only the line ends that Unicode knows beside the newline are escaped: a record is one line for every
reader.
"""

import json
import re

from pydantic import TypeAdapter

from pipeline.records import Article, Brief, RunInfo, Story
from pipeline.render.schema import BRIEF_TITLE, STORY_TITLE, describe

_ARTICLE = TypeAdapter(Article)
_BRIEF = TypeAdapter(Brief)
_RUN = TypeAdapter(RunInfo)
_STORY = TypeAdapter(Story)

_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")  # a JSON input may hold them; no UTF-8 file can


def brief_to_json(brief: Brief) -> str:
    """Return the brief as one line of JSON, without a line end."""
    return _line(_BRIEF.dump_python(brief, mode="json"))


def brief_from_json(line: str) -> Brief:
    """Read what `brief_to_json` wrote. Raises: ValueError saying which field is wrong."""
    return _BRIEF.validate_json(line)


def article_to_json(article: Article) -> str:
    """Return the article as one line of JSON, without a line end."""
    return _line(_ARTICLE.dump_python(article, mode="json"))


def article_from_json(line: str) -> Article:
    """Read what `article_to_json` wrote. Raises: ValueError saying which field is wrong."""
    return _ARTICLE.validate_json(line)


def story_to_json(story: Story) -> str:
    """Return the story as one line of JSON, without a line end."""
    return _line(_STORY.dump_python(story, mode="json"))


def story_from_json(line: str) -> Story:
    """Read what `story_to_json` wrote. Raises: ValueError saying which field is wrong."""
    return _STORY.validate_json(line)


def run_to_json(run: RunInfo) -> str:
    """Return the content of run.json, indented for people."""
    return whole_characters(json.dumps(_RUN.dump_python(run, mode="json"), ensure_ascii=False, indent=2)) + "\n"


def run_from_json(text: str) -> RunInfo:
    """Read what `run_to_json` wrote. Raises: ValueError saying which field is wrong."""
    return _RUN.validate_json(text)


def briefs_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a line of briefs.jsonl; published as docs/briefs.schema.json."""
    return describe(_BRIEF.json_schema(mode="serialization"), BRIEF_TITLE)


def stories_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a line of stories.jsonl; published as docs/stories.schema.json."""
    return describe(_STORY.json_schema(mode="serialization"), STORY_TITLE)


def whole_characters(text: str) -> str:
    """Return `text` with U+FFFD for each half of a surrogate pair, which no file can hold; offsets stay."""
    return _HALF_CHARACTERS.sub("\ufffd", text)


def _line(record: object) -> str:
    line = whole_characters(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
    for character, escape in _LINE_ENDS.items():
        line = line.replace(character, escape)
    return line
