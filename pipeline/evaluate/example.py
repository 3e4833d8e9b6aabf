"""What systems are evaluated on: examples with references, gathered into a test set.

An example is a sentence with its translation, or an article with its own key points. The key points are references and
nothing else: they stand in no field that a summarizer is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.records import BLOCK_SEPARATOR, Language, Sentence, SentenceRole, TextLanguage
from pipeline.score.reference import as_lines
from pipeline.score.segment_statistics import Task


@dataclass(frozen=True, slots=True)
class Example:
    """One thing to translate or to sum up.

    `source` is the sentence, or the text of the article with a sentence a line; `reference` holds a key point a line.
    `sentences` and `title` are what a summarizer is given, empty for a translation. `document` and `outlet` may be
    empty.
    """

    id: str
    source: str
    reference: str
    document: str = ""
    outlet: str = ""
    title: str = ""
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class TestSet:
    """Examples by task, and for summaries by the language of article and key points.

    `digest` is a sha256 of everything that could change a score.
    """

    __test__ = False  # no class of tests, whatever pytest thinks of its name

    name: str
    digest: str
    translations: tuple[Example, ...] = ()
    summaries: Mapping[Language, tuple[Example, ...]] = field(default_factory=dict)

    def examples(self, task: Task, language: TextLanguage) -> tuple[Example, ...]:
        """Return the examples of a task; `language` is that of the summaries."""
        return self.translations if task == "translation" else self.summaries.get(language, ())


def article_example(
    name: str, parts: list[tuple[SentenceRole, str]], key_points: list[str], outlet: str = ""
) -> Example:
    """Make the example of an article from its sentences, each with its role, and its own key points."""
    sentences, start = [], 0
    for index, (role, text) in enumerate(parts):
        sentences.append(Sentence(index, text, start, start + len(text), index, role))
        start += len(text) + len(BLOCK_SEPARATOR)
    title = " ".join(text for role, text in parts if role == "title")
    return Example(
        name, as_lines([text for _, text in parts]), as_lines(key_points), name, outlet, title, tuple(sentences)
    )
