"""How much each view counts, by the languages of the two articles, and where a story ends.

Fitted by `benchmarks/story_weights.py` on 212 articles of our own corpus that are not held out, each as four reports of
one event that share no sentence within a language: a ridge logistic regression for each kind of pair, views that came
out negative left out. Order as in `pipeline.stories.terms.VIEWS`.

The weights across languages are those fitted with an earlier, weaker translator than the bundled one, with which they
come out as (5.5, 4.3, 0.0, 8.1, 0.0, 3.3) and -4.80: kept, for they lean less on the translation.

The threshold is the lowest, in steps of one half, at which B-cubed precision on these is at least 0.965 in every mix of
languages (recall 0.76 to 0.87; at -2 it is 0.84 to 0.96, at a precision of 0.93): an editor forgives one event printed
twice sooner than two in one item. Real reports of one event share more than these do.
"""

from collections.abc import Mapping
from typing import Final, Literal

PairKind = Literal["english", "ukrainian", "across"]

BIAS: Final[Mapping[PairKind, float]] = {"english": -4.81, "ukrainian": -5.27, "across": -4.58}
WEIGHTS: Final[Mapping[PairKind, tuple[float, ...]]] = {
    #             words bridge source letters names numbers
    "english": (5.7, 0.0, 0.0, 7.7, 0.2, 2.7),
    "ukrainian": (0.0, 6.1, 5.6, 0.0, 3.8, 3.4),
    "across": (4.2, 6.5, 0.0, 7.0, 0.8, 4.0),
}

SAME_STORY: Final = -1.0
"""Mean log-odds above which clusters are one story."""
RELATED: Final = -2.5
"""Mean log-odds above which two stories are related: the same matter, another event."""

# Our corpus has no dates; these are judgement: an event is reported within two days of it, a week later hardly ever.
FREE_DAYS: Final = 2
DAY_PENALTY: Final = 0.5
MOST_DAY_PENALTY: Final = 4.0
