"""Read key points out of what a model wrote: prose, one sentence a line, or a list with whatever marks it likes."""

import regex

from pipeline.records import Language
from pipeline.text.sentences import sentence_spans

_THOUGHT = regex.compile(r"<think>.*?(?:</think>|\Z)", regex.DOTALL)
_LINE_BREAK = regex.compile(r"\r?\n|<n>")  # PEGASUS writes <n> for a line break
_FENCE = regex.compile(r"^\s*```")
_MARK = regex.compile(r"^\s*(?:[-–—*•●▪◦‣·➤►✓]+\s+|(?:№\s*)?\(?\d{1,2}[.):]\)?\s+|#{1,6}\s+|>\s+)+")
_BOLD = regex.compile(r"(\*\*|__)(.+?)\1")
_LABEL = regex.compile(r"^(?:теза|факт|пункт|key\s?point|point|fact)\s*№?\s*\d{0,2}\s*[:.–—-]\s*", regex.IGNORECASE)
_TERMINAL = (".", "!", "?", "…")
_CLOSING = "»”\"'’)"


def parse_points(output: str, language: Language) -> list[str]:
    """Return the finished sentences of a model's output, one for each line that is a list item, in order.

    A line that announces the list (`Here are three key points:`) is none. Of an item of several sentences the first is
    taken. A last sentence without its end is dropped as unfinished, unless no item of the list has one.
    """
    lines = _lines(output)
    marked = [line for line in lines if _MARK.match(line)]
    if len(marked) > 1 or (marked and len(lines) == 2):
        lines = marked
    lines = [line for line in (_bare(line) for line in lines) if line and not line.endswith(":")]
    if len(lines) > 1:
        unstopped = not any(_is_finished(line) for line in lines)
        return [point for line in lines for point in _first_sentence(f"{line}." if unstopped else line, language)]
    return [sentence for line in lines for sentence in _sentences(line, language) if _is_finished(sentence)]


def parse_point(output: str, language: Language) -> str:
    """Return the one key point of an output, empty if there is none: the first sentence of its first line.

    Many editors write key points without a full stop, and models that learnt from them do; here it gets one.
    """
    first = next(filter(None, map(_bare, _lines(output))), "")
    for sentence in _sentences(first, language):
        return sentence if _is_finished(sentence) else f"{sentence}."
    return ""


def _lines(output: str) -> list[str]:
    """Return the lines of an output that hold something, without what only makes them look nice."""
    lines = [_BOLD.sub(r"\2", line).strip() for line in _LINE_BREAK.split(_THOUGHT.sub("", output))]
    return [line for line in lines if line and not _FENCE.match(line)]


def _bare(line: str) -> str:
    return str(_LABEL.sub("", _MARK.sub("", line))).strip()


def _first_sentence(line: str, language: Language) -> list[str]:
    first = _sentences(line, language)[:1]
    return [sentence for sentence in first if _is_finished(sentence)]


def _sentences(text: str, language: Language) -> list[str]:
    return [text[start:end].strip() for start, end in sentence_spans(text, language)]


def _is_finished(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_TERMINAL)
