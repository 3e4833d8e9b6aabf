"""A text in both languages, neutralised and typeset."""

from dataclasses import dataclass

from pipeline.render.neutral import neutralise
from pipeline.render.typography import typeset, typeset_headline


@dataclass(frozen=True, slots=True)
class Both:
    """A text in both languages; `ukrainian` is empty where there is only the English."""

    english: str
    ukrainian: str = ""


def both(english: str, ukrainian: str) -> Both:
    """Return scraped text as it is shown."""
    return Both(typeset(neutralise(english), "en"), typeset(neutralise(ukrainian), "uk"))


def headline(english: str, ukrainian: str) -> Both:
    """Return a scraped headline as it is shown."""
    return Both(typeset_headline(neutralise(english), "en"), typeset_headline(neutralise(ukrainian), "uk"))
