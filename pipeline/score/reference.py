"""What an article's key points are scored against: what its own editors wrote.

Does not decide whether the reference is a good one: key points of a site are written to sum up, a lead is written to
draw in, a title is a few words. Scores of one kind do not compare with those of another.
"""

from dataclasses import dataclass

from pipeline.records import Article, ReferenceKind, SentenceRole
from pipeline.text.words import words


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference of one article; `lines` holds a key point each, or the lead or the title alone."""

    kind: ReferenceKind
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines joined, as ROUGE-Lsum wants them."""
        return as_lines(self.lines)


def reference_of(article: Article) -> Reference | None:
    """Return the article's own key points, else its lead, else its title; None if no word is in any of them."""
    candidates: tuple[tuple[ReferenceKind, tuple[str, ...]], ...] = (
        ("key points", article.key_points),
        ("lead", (article.lead,)),
        ("title", (article.title,)),
    )
    for kind, lines in candidates:
        kept = tuple(line for line in lines if words(line))
        if kept:
            return Reference(kind, kept)
    return None


def hidden_roles(reference: Reference | None) -> frozenset[SentenceRole]:
    """Return the roles of the sentences that no summarizer may see, the reference being made of them.

    Key points are no sentences of the article (see `Article.parts`): with them as the reference nothing is hidden.
    """
    if reference is None or reference.kind == "key points":
        return frozenset()
    return frozenset(("lead",)) if reference.kind == "lead" else frozenset(("title",))


def as_lines(texts: tuple[str, ...] | list[str]) -> str:
    """Join key points one a line; a line break within one becomes a space."""
    return "\n".join(" ".join(text.split()) for text in texts)
