"""How much two articles look like reports of one event, in log-odds: above 0 they more likely are than not."""

import numpy as np
import numpy.typing as npt

from pipeline.stories.pairs import Pairs
from pipeline.stories.weights import BIAS, DAY_PENALTY, FREE_DAYS, MOST_DAY_PENALTY, WEIGHTS, PairKind

LogOdds = npt.NDArray[np.float32]


def log_odds(pairs: Pairs) -> LogOdds:
    """Return the log-odds of each pair. Shape: (pairs,). The days between two articles count against them."""
    odds = np.zeros(len(pairs.first), dtype=np.float32)
    for kind, chosen in kinds(pairs).items():
        odds[chosen] = BIAS[kind] + pairs.cosines[chosen] @ np.array(WEIGHTS[kind], dtype=np.float32)
    together: LogOdds = (odds - lateness(pairs.days_apart)).astype(np.float32)
    return together


def lateness(days_apart: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return what so many days between two articles take from their log-odds."""
    late = np.clip(days_apart - FREE_DAYS, 0, None)
    penalty: npt.NDArray[np.float64] = np.minimum(DAY_PENALTY * late, MOST_DAY_PENALTY)
    return penalty


def kinds(pairs: Pairs) -> dict[PairKind, npt.NDArray[np.bool_]]:
    """Return which pairs are of each kind: two languages are compared otherwise than one."""
    return {
        "english": pairs.both_english,
        "ukrainian": pairs.both_ukrainian,
        "across": ~pairs.both_english & ~pairs.both_ukrainian,
    }
