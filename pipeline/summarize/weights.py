"""How much each feature of a sentence counts when key points are chosen.

Chosen on the 954 articles of our own corpus that are not held out, in both languages, with the lead shown and hidden,
by trying each weight up and down until none gained. `benchmarks/keypoints.py --weights` shows what is left to gain:
the mean of ROUGE-1, -2 and -Lsum against the articles' own key points is 15.12 (lead-3: 13.73), and moving any one
weight by 0.2 or 0.4 changes it by at most +0.006. What matters most: numbers (-0.26 if 0.4 less), title, neighbour,
central. `unresolved` and `first_person` are not from there: such sentences are to come last, whatever ROUGE says of
them.
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
