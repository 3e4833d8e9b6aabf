"""How much each feature of a sentence counts when key points are chosen.

WEIGHTS_COMMENT
"""

from typing import Final

WEIGHTS: Final[dict[str, float]] = {
    "first": 1.4,  # the first sentence that is shown
    "early": 0.4,  # how near the beginning
    "central": 0.4,  # how much it shares with all the others
    "title": 0.4,  # how much it shares with the headline
    "short": -0.5,  # logarithm of how far under the usual length
    "long": -0.3,  # and of how far over it
    "asides": -0.3,  # commas
    "numbers": 0.5,
    "names": 0.1,
    "quotation": -1.0,  # share of the words in quotation marks
    "unresolved": -2.0,  # opens with a word that stands for something told before
    "first_person": -1.0,
}

PENALTIES: Final[dict[str, float]] = {
    "redundancy": 0.5,  # cosine to the most similar sentence chosen
    "neighbour": 0.2,  # stands right before or after a chosen one
}
"""What a sentence loses by being like those chosen before it."""
