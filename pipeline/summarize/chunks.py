"""Cut a long article into pieces that a model takes, between sentences only."""

from collections.abc import Callable, Sequence

CountTokens = Callable[[Sequence[str]], list[int]]


def chunk_sentences(sentences: Sequence[str], most_tokens: int, count_tokens: CountTokens) -> list[str]:
    """Join sentences into as few pieces of at most `most_tokens` as will do, of about equal length, in order.

    `count_tokens` counts what a model would be given for a text, with whatever it puts around it. A sentence that alone
    is longer than a piece is in none: no model could read it whole, and half of one misleads.
    """
    around, *lengths = count_tokens(["", *sentences])
    sizes = [length - around for length in lengths]
    room = most_tokens - around
    while True:
        pieces = _join(sentences, sizes, room)
        # Joined text may have more tokens than its sentences: a word can be cut otherwise where it follows a space.
        if all(count <= most_tokens for count in count_tokens(pieces)):
            return pieces
        room -= max(1, room // 16)


def _join(sentences: Sequence[str], sizes: Sequence[int], room: int) -> list[str]:
    fitting = [(text, size) for text, size in zip(sentences, sizes, strict=True) if text.strip() and size <= room]
    if not fitting:
        return []
    total = sum(size for _, size in fitting)
    aim = total / max(1, -(-total // room))
    pieces: list[list[str]] = [[]]
    held = done = 0
    for text, size in fitting:
        if pieces[-1] and (held + size > room or done + size / 2 > aim * len(pieces)):
            pieces.append([])
            held = 0
        pieces[-1].append(text)
        held += size
        done += size
    return [" ".join(piece) for piece in pieces]
