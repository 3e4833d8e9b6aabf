"""Real sentencepiece models trained in a fraction of a second on our own text."""

from collections.abc import Sequence
from pathlib import Path

import sentencepiece

from tests.tiny_models.text import ENGLISH, UKRAINIAN


def train_pieces(path: Path, size: int, *, language: str = "both", **options: object) -> list[tuple[str, float]]:
    """Train a sentencepiece model, write it to `path`, and return its pieces with their scores, in the order of ids."""
    text = {"uk": UKRAINIAN, "en": ENGLISH, "both": UKRAINIAN + ENGLISH}[language]
    with path.open("wb") as file:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(text.splitlines()),
            model_writer=file,
            vocab_size=size,
            character_coverage=1.0,
            minloglevel=2,
            num_threads=1,
            **options,
        )
    model = sentencepiece.SentencePieceProcessor(model_file=str(path))
    return [(model.id_to_piece(number), model.get_score(number)) for number in range(len(model))]


def merges_of(pieces: Sequence[tuple[str, float]]) -> list[tuple[str, str]]:
    """Return the merges of a BPE sentencepiece model, best first.

    A piece's score is minus its rank; which two halves made it is found among the pieces of better rank, as
    transformers' own converter does.
    """
    rank = {piece: -score for piece, score in pieces}
    merges = []
    for piece, _ in sorted(pieces, key=lambda item: -item[1]):
        halves = [(piece[:cut], piece[cut:]) for cut in range(1, len(piece))]
        known = [pair for pair in halves if pair[0] in rank and pair[1] in rank]
        merges += sorted(known, key=lambda pair: (rank[pair[0]], rank[pair[1]]))
    return merges
