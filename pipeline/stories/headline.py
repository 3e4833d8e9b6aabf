"""The headline of a story: that of its most telling article in each language, a translation where there is no other."""

from collections.abc import Sequence

from pipeline.records import Brief

_WORDS = 14  # of the first sentence, where no article has a title


def headlines(briefs: Sequence[Brief]) -> tuple[str, str]:
    """Return the headline in English and in Ukrainian, the latter empty if all articles are English.

    `briefs` are in order of preference. An English outlet's own headline is preferred to a translation.
    """
    english = [brief for brief in briefs if not brief.translations]
    ukrainian = [brief for brief in briefs if brief.translations]
    return _headline([*english, *ukrainian], source=False), _headline(ukrainian, source=True)


def _headline(briefs: Sequence[Brief], *, source: bool) -> str:
    for brief in briefs:
        title = brief.article.title if source else brief.english_title
        if title.strip():
            return title.strip()
    for brief in briefs:
        first = next((s for s in brief.sentences if s.role != "heading"), None)
        words = (first.text if source else brief.english(first.index)).split() if first else []
        if words:
            short = " ".join(words[:_WORDS])
            return short if len(words) <= _WORDS else short.rstrip(".,;:—–- ") + "…"
    return briefs[0].article.source if briefs else ""
