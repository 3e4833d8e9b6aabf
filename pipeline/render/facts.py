"""What a digest says of the models it was made with."""

import json
from collections.abc import Iterator, Mapping

from pipeline.render.neutral import neutralise


def model_facts(models: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each job with the facts of its model's identity, in words: ("weights sha256", "3f...")."""
    for job, identity in models.items():
        yield job, [(name.replace("_", " "), neutralise(_say(fact))) for name, fact in identity.items()]


def _say(fact: object) -> str:
    return fact if isinstance(fact, str) else json.dumps(fact, ensure_ascii=False)
