"""A line of JSON that should hold an object, read so that whatever it holds instead is one kind of error."""

import json
from typing import Any


def json_object(line: str) -> dict[str, Any]:
    """Return the object that `line` holds.

    Raises: ValueError saying what the line is instead, also where Python's reader would give up otherwise (nested a
    thousand deep, a number of 5,000 digits). Example: "not valid JSON: Expecting value at character 9".
    """
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not valid JSON: {error.msg.removesuffix(' at')} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ValueError("JSON that nests too deep") from error
    except ValueError as error:
        raise ValueError("JSON with a number of more digits than can be read") from error
    if not isinstance(found, dict):
        raise ValueError("valid JSON, but not an object")
    return found
