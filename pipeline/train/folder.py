"""The folder of a training: held by one process, and what lies where in it.

OUT/training.json       which training this is
OUT/vocabulary/         tokenizer files
OUT/checkpoint.pt       to go on from; OUT/before-cooling.pt: from where the rate had not begun to fall
OUT/log.jsonl           what happened; OUT/curves.svg the same to look at
OUT/model/              the best model so far, ready for use
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import OutputError

VOCABULARY, MODEL, CURVES = "vocabulary", "model", "curves.svg"


@contextmanager
def training_folder(out: Path) -> Iterator[None]:
    """Hold `out` for one training, making it if needed.

    Raises: OutputError if it cannot be made or written, or another training is at work in it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = (out / ".lock").open("a+")
    except OSError as error:
        raise OutputError(f"{out}: not writable ({error.strerror}). Give another with --out DIR.") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OutputError(
                f"{out}: another training is at work here. Wait for it, or give another --out."
            ) from error
        yield
