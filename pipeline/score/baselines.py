"""The summarizers that cost nothing; a score means something only beside theirs.

The extractive summarizer is a baseline too, but a stage of its own: whoever runs the night passes its points to
`score_points` as one more system, under `EXTRACTIVE`.
"""

import itertools
from collections.abc import Sequence

from pipeline.records import Sentence, SentenceRole

LEAD_3 = "lead-3"
EXTRACTIVE = "extractive"

_TEXT_ROLES: frozenset[SentenceRole] = frozenset(("lead", "paragraph", "item"))


def lead_3(sentences: Sequence[Sentence], hidden: frozenset[SentenceRole]) -> tuple[str, ...]:
    """Return the first three sentences of the article that are neither hidden nor title nor heading.

    The lead counts where it is not the reference: the summarizers saw it as well.
    Source: the lead-3 baseline of See, Liu and Manning, "Get To The Point", 2017.
    """
    seen = (sentence.text for sentence in sentences if sentence.role in _TEXT_ROLES - hidden)
    return tuple(itertools.islice(seen, 3))
