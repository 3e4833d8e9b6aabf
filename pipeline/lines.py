"""Line by line translation: for people who keep their text aligned by lines."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from pipeline.errors import InputError
from pipeline.mending import Mended, MendingTranslator
from pipeline.records import Finding
from pipeline.text.sentences import sentence_spans

LINES_AT_A_TIME = 1000


@contextmanager
def read_lines(path: str) -> Iterator[Iterator[str]]:
    """Open `path` ("-": standard input) and yield its lines without their ends.

    Only a line feed ends a line: the other characters that Python's `splitlines` obeys occur inside scraped sentences.
    Raises: InputError if the file cannot be opened, or (while reading) is not UTF-8.
    """
    if path == "-":
        yield _decoded(path, iter(sys.stdin.buffer))
        return
    try:
        file = open(path, "rb")  # noqa: PTH123, SIM115
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror}). Give a text file, or - for standard input."
        ) from error
    with file:
        yield _decoded(path, iter(file))


@dataclass(frozen=True, slots=True)
class TranslatedLine:
    """The English of a line, and what was found in its sentences; a finding's spans are of its sentence."""

    text: str
    findings: tuple[Finding, ...] = ()


def translate_lines(lines: Iterator[str], translator: MendingTranslator) -> Iterator[TranslatedLine]:
    """Yield one translated line for each of `lines`, in order; a line of several sentences sentence by sentence."""
    while chunk := list(islice(lines, LINES_AT_A_TIME)):
        spans = [sentence_spans(line, "uk") for line in chunk]
        sentences = [line[start:end] for line, own in zip(chunk, spans, strict=True) for start, end in own]
        done = iter(translator.translate(sentences))
        for own in spans:
            yield _line(list(islice(done, len(own))))


def _line(sentences: Sequence[Mended]) -> TranslatedLine:
    text = " ".join(" ".join(one.text.split()) for one in sentences)
    return TranslatedLine(text, tuple(finding for one in sentences for finding in one.findings))


def _decoded(path: str, lines: Iterator[bytes]) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8").removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError as error:
            hint = f"Convert it first: iconv -f windows-1251 -t utf-8 {path}"
            raise InputError(
                f"{path}: line {number} is not UTF-8 (byte {error.start + 1} of the line). {hint}"
            ) from error
