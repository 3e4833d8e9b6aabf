"""What is said of a wrong configuration or card: file, key, what was expected, what was found, what to type."""

import difflib
import types
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

_TYPES: dict[type, str] = {
    int: "a whole number",
    float: "a number",
    str: "a text in quotation marks",
    bool: "true or false",
    list: 'a list of texts in quotation marks: ["one", "two"]',
}


def explain(path: Path, model: type[BaseModel], error: ValidationError) -> list[str]:
    """Return a sentence for each thing that is wrong in the file `path`, which should hold a `model`.

    Example: `configs/night.toml: translate.beam_size must be 1 to 10, got 0. Set it to 4, the default.`
    """
    return [f"{path}: {_sentence(model, [str(part) for part in one['loc']], one)}" for one in error.errors()]


def _sentence(model: type[BaseModel], place: list[str], problem: Any) -> str:
    key = ".".join(place)
    section = _section(model, place[:-1])
    if place and problem["type"] == "extra_forbidden":
        return f"unknown key {key}. {nearest(place[-1], section.model_fields)}"
    if not place or place[-1] not in section.model_fields:  # a rule of the whole section, or an entry of a table
        return f"{key + ': ' if key else ''}{problem['msg'].removeprefix('Value error, ')}"
    field = section.model_fields[place[-1]]
    if problem["type"] == "missing":
        return f"{key} is missing. It must be {expected(field)}."
    found = problem["input"]
    if get_origin(field.annotation) is list and _model_of(field):
        return f'{key} must be a list of tables, [{{name = "Energy", words = ["gas"]}}], got {_shown(found)}.'
    if _model_of(field):
        return f"{key} must be a section, [{key}] on a line of its own, got {_shown(found)}."
    default = (
        "" if field.is_required() or field.default is None else f" Set it to {_shown(field.default)}, the default."
    )
    return f"{key} must be {expected(field)}, got {_shown(found)}.{default}"


def nearest(name: str, known: Any) -> str:
    """Return a hint for the unknown key `name`: the nearest of the `known` ones, or all of them."""
    near = difflib.get_close_matches(name, known, n=1)
    return f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."


def expected(field: FieldInfo) -> str:
    """Say in words what a field takes. Example: `1 to 10`, `one of: auto, cpu, cuda`."""
    annotation = _without_none(field.annotation)
    if get_origin(annotation) is Literal:
        return f"one of: {', '.join(str(choice) for choice in get_args(annotation))}"
    low = next((bound for bound in field.metadata if isinstance(bound, (Ge, Gt))), None)
    high = next((bound for bound in field.metadata if isinstance(bound, (Le, Lt))), None)
    noun = "" if annotation is int else "a number "
    if isinstance(low, Ge) and isinstance(high, Le):
        return f"{_number(low.ge)} to {_number(high.le)}"
    if isinstance(low, Gt) and isinstance(high, Le):
        return f"{noun}above {_number(low.gt)} and at most {_number(high.le)}"
    if isinstance(low, Ge):
        return f"{_number(low.ge)} or more"
    kind = annotation if not isinstance(annotation, types.GenericAlias) else get_origin(annotation)
    return _TYPES.get(kind, "something else") if isinstance(kind, type) else "something else"


def _without_none(annotation: Any) -> Any:
    """Return the X of `X | None`; anything else as it is."""
    kinds = get_args(annotation)
    return next(kind for kind in kinds if kind is not types.NoneType) if types.NoneType in kinds else annotation


def _section(model: type[BaseModel], place: list[str]) -> type[BaseModel]:
    for part in place:
        if part.isdigit():  # the number of an entry in a list
            continue
        inner = _model_of(model.model_fields[part])
        if not inner:
            break
        model = inner
    return model


def _model_of(field: FieldInfo) -> type[BaseModel] | None:
    """Return the model of a section, also of one that may be absent; None if the field is no section."""
    kinds = (field.annotation, *get_args(field.annotation))
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def _number(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
