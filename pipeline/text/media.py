"""Know media by name: canonical names, their other forms and cases, their web domains. The list is `media.tsv`.

A name is looked up only where the text around it says that it is a medium (`citations`), so that names which are words
too (Фокус, Time, The Independent) do no harm.
"""

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

_TABLE = Path(__file__).with_name("media.tsv")
_TOKEN = re.compile(r"\w+(?:[.'’&-]\w+)*")
_ACRONYM_CHARACTERS = 4  # names this short count only as they are written, or "час" were ЧАС


@dataclass(frozen=True, slots=True)
class Medium:
    """A newspaper, agency, broadcaster or site; `home` says whether it is one of Ukraine's."""

    name: str
    home: Literal["uk", "world"]


@dataclass(frozen=True, slots=True)
class FoundMedium:
    """A medium named in a text, and where."""

    medium: Medium
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Directory:
    by_form: dict[str, Medium]
    by_domain: dict[str, Medium]
    longest_form_tokens: int


def find_media(text: str) -> list[FoundMedium]:
    """Return the known media named in `text`, the longest name at each place, in order."""
    directory = _directory()
    tokens = list(_TOKEN.finditer(text))
    found: list[FoundMedium] = []
    index = 0
    while index < len(tokens):
        for length in range(min(directory.longest_form_tokens, len(tokens) - index), 0, -1):
            start, end = tokens[index].start(), tokens[index + length - 1].end()
            medium = directory.by_form.get(_key(" ".join(token[0] for token in tokens[index : index + length])))
            if medium and (text[start].isupper() or text[start].isdigit() or medium.name[0].islower()):
                found.append(FoundMedium(medium, start, end))
                index += length - 1
                break
        index += 1
    return found


def is_medium(text: str) -> bool:
    """Say whether `text` is the name of a known medium and nothing else."""
    return any(found.end - found.start == len(text) for found in find_media(text))


def is_ukrainian_medium(text: str) -> bool:
    """Say whether `text` is the name of one of Ukraine's media and nothing else."""
    return any(found.medium.home == "uk" and found.end - found.start == len(text) for found in find_media(text))


def medium_of_url(url: str) -> str:
    """Return the name of the medium whose domain `url` is under, empty if it is not known."""
    try:
        host = (urlsplit(url).hostname or "").casefold()
    except ValueError:
        return ""
    parts = host.split(".")
    for start in range(len(parts) - 1):
        if medium := _directory().by_domain.get(".".join(parts[start:])):
            return medium.name
    return ""


@functools.cache
def _directory() -> _Directory:
    by_form: dict[str, Medium] = {}
    by_domain: dict[str, Medium] = {}
    for row in _TABLE.read_text(encoding="utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        name, home, forms, domains = [*row.split("\t"), "", ""][:4]
        medium = Medium(name, "uk" if home == "uk" else "world")
        for form in (name, *filter(None, forms.split("|"))):
            by_form.setdefault(_key(" ".join(_TOKEN.findall(form))), medium)
        for domain in filter(None, domains.split("|")):
            by_domain.setdefault(domain, medium)
    return _Directory(by_form, by_domain, max(form.count(" ") for form in by_form) + 1)


def _key(form: str) -> str:
    return form if len(form) <= _ACRONYM_CHARACTERS else form.casefold()
