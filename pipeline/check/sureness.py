"""The check that the translator was sure of what it wrote.

A model that guesses gives its words low probabilities, which says more of a poor sentence than any rule: where it is
wrong throughout, no single fact is. It does not say what is wrong, and a model can be sure and wrong.
"""

from pipeline.records import Finding

CHECK = "sureness"


def check_sureness(sureness: float | None, unsure_below: float | None, *, sentence: int = 0) -> list[Finding]:
    """Report a translation whose mean log-probability a token is below what the model's card states.

    Nothing to report, also where either is not known, is an empty list.
    """
    if sureness is None or unsure_below is None or sureness >= unsure_below:
        return []
    message = "the translator was unsure of this sentence: read it against the source"
    return [Finding(CHECK, sentence, message, "warning", round(min(1.0, 0.5 + unsure_below - sureness), 2))]
