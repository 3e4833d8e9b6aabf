"""Line by line translation: for people who keep their text aligned by lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.mending import Mended, MendingTranslator
from pipeline.records import Finding
from pipeline.text.sentences import sentence_spans

LINES_AT_A_TIME = 1000


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
