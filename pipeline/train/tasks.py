"""Examples of several tasks for one writer: translation, key points and headlines, in either language.

Of each of our articles: every line as a translation; every key point from the sentences it rests on, in Ukrainian from
Ukrainian, in English from English and from Ukrainian; the headline from the lead and the first sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from pipeline.corpus.gold import GoldArticle, read_articles
from pipeline.corpus.opening import kind, numbered_lines, plain_stem
from pipeline.corpus.pair import Pair
from pipeline.corpus.read import read_pairs
from pipeline.corpus.tables import HALF_CHARACTER
from pipeline.corpus.weights import weight_of
from pipeline.errors import InputError
from pipeline.json_lines import json_object
from pipeline.records import Language
from pipeline.train.config import TrainConfig
from pipeline.train.example import Example
from pipeline.train.support import supporting

TRANSLATE, POINTS_UK, POINTS_EN, HEADLINE_UK, HEADLINE_EN = (
    "translate",
    "points-uk",
    "points-en",
    "headline-uk",
    "headline-en",
)
TASKS = (POINTS_UK, POINTS_EN, HEADLINE_UK, HEADLINE_EN, TRANSLATE)
POINTS: Final[Mapping[Language, str]] = {"uk": POINTS_UK, "en": POINTS_EN}
POINTS_ASKED = "points-{language}"
"""The task of key points in whichever language, as a card asks for it."""

_TASK_KEY = '"task"'


class TaskExamples:
    """The examples that files hold; a corpus that weighs nothing is left out.

    The corpus of an example made of an article is its task, so that `data.weights` can weigh tasks; of a translation,
    it is the tag of the pair.
    """

    def __init__(self, paths: Sequence[Path], config: TrainConfig) -> None:
        """Read from `paths`."""
        self._paths, self._config = paths, config

    def __iter__(self) -> Iterator[Example]:
        """Begin again. Raises: InputError if a file cannot be read or a line is no example."""
        data = self._config.data
        for example in _examples(self._paths):
            if weight_of(example.corpus, data.weights, data.other_weight) > 0:
                yield example


def _examples(paths: Sequence[Path]) -> Iterator[Example]:
    translations: list[Path] = []
    for path in paths:
        if kind(path) == ".txt":
            for article in read_articles(path):
                if not article.held_out:
                    yield from article_examples(article)
        elif kind(path) == ".jsonl" and _has_tasks(path):
            yield from _tagged(path)
        else:
            translations.append(path)
    yield from (Example(pair.uk, pair.en, pair.corpus, TRANSLATE) for pair in read_pairs(translations))


def article_examples(article: GoldArticle) -> Iterator[Example]:
    """Yield what a writer can learn from one of our articles."""
    for pair in (*article.text, *article.key_points):
        yield Example(pair.uk, pair.en, pair.corpus, TRANSLATE)
    body = (*article.leads, *article.sentences)
    for point in article.key_points:
        yield from _point_examples(point, body)
    for title in article.titles:
        opening = body[:2]
        uk, en = " ".join(pair.uk for pair in opening), " ".join(pair.en for pair in opening)
        if opening:
            yield Example(uk, title.uk, HEADLINE_UK, HEADLINE_UK)
            yield Example(en, title.en, HEADLINE_EN, HEADLINE_EN)
            yield Example(uk, title.en, HEADLINE_EN, HEADLINE_EN)


def _point_examples(point: Pair, body: Sequence[Pair]) -> Iterator[Example]:
    """Yield a key point from the sentences it rests on; what English and Ukrainian agree on is read in both."""
    chosen = supporting(point.uk, [pair.uk for pair in body], "uk")
    if chosen:
        uk = " ".join(body[index].uk for index in chosen)
        yield Example(uk, point.uk, POINTS_UK, POINTS_UK)
        yield Example(uk, point.en, POINTS_EN, POINTS_EN)
        yield Example(" ".join(body[index].en for index in chosen), point.en, POINTS_EN, POINTS_EN)


def _has_tasks(path: Path) -> bool:
    return any(_TASK_KEY in line for _, line in numbered_lines(path) if line.strip())


def _tagged(path: Path) -> Iterator[Example]:
    stem = plain_stem(path)
    for number, line in numbered_lines(path):
        if not line.strip():
            continue
        try:
            record = json_object(line)
            task, source, target = (record[key] for key in ("task", "source", "target"))
        except (ValueError, KeyError) as error:
            found = f"no {error}" if isinstance(error, KeyError) else f"{error}"
            raise InputError(f'{path}:{number}: expected "task", "source" and "target", found {found}.') from error
        if task not in TASKS:
            raise InputError(f"{path}:{number}: expected a task among {', '.join(TASKS)}, found {task!r}.")
        if not isinstance(source, str) or not isinstance(target, str) or not source.strip() or not target.strip():
            raise InputError(f"{path}:{number}: expected texts under source and target, found an empty one.")
        if half := HALF_CHARACTER.search(source + target):
            raise InputError(f"{path}:{number}: expected whole characters, found half of one ({half[0]!a}).")
        yield Example(source, target, str(record.get("corpus") or stem), task)
