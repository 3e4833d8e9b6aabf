"""Read a test set: JSON lines, our gold articles, line files as of WMT, or a finished run.

Told apart by name: a folder with `briefs.jsonl` is a run, one with `.txt` files or such a file is gold, `.jsonl` is
JSON lines, `x.uk` has `x.en` beside it, and a folder may hold `source.uk` and `reference.en`.
"""

import hashlib
import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.corpus.gold import GoldArticle, read_articles
from pipeline.errors import InputError
from pipeline.evaluate.aligned import check_languages, check_shapes, json_objects, read_texts
from pipeline.evaluate.example import Example, TestSet, article_example
from pipeline.line_files import read_lines
from pipeline.records import Language, SentenceRole
from pipeline.render.records_json import brief_from_json
from pipeline.resources import data_folder
from pipeline.score.reference import reference_of
from pipeline.text.sentences import sentence_spans

_FORMATS = (
    "a .jsonl file, a .txt file or folder of our articles, x.uk with x.en beside it, a folder with source.uk and "
    "reference.en, or a finished run"
)


def bundled_test_set() -> Path:
    """Return the folder of the small test set that travels with Tezy."""
    return data_folder("evaluation")


def read_test_set(path: Path) -> TestSet:
    """Read the test set in the file or folder `path`.

    Raises: InputError if it cannot be read, is of no known format, or holds nothing to measure on.
    """
    if not path.exists():
        raise InputError(f"{path}: no such file or folder. --data takes {_FORMATS}.")
    translations, summaries = _read(path)
    if not translations and not any(summaries.values()):
        raise InputError(f"{path}: nothing to measure on: no source with a reference, no article with key points.")
    stated = [(e.source, e.reference, e.document, e.outlet) for e in itertools.chain(translations, *summaries.values())]
    digest = hashlib.sha256(json.dumps(stated, ensure_ascii=False).encode()).hexdigest()
    return TestSet(path.resolve().name, digest, tuple(translations), {k: tuple(v) for k, v in summaries.items()})


_Found = tuple[list[Example], dict[Language, list[Example]]]


def _read(path: Path) -> _Found:
    if path.is_dir():
        if (path / "briefs.jsonl").is_file():
            return _run(path / "briefs.jsonl")
        if (path / "source.uk").is_file() and (path / "reference.en").is_file():
            return _lines(path / "source.uk", path / "reference.en")
        if articles := sorted(path.glob("*.txt")):
            return _gold(articles)
        pairs = [uk for uk in sorted(path.glob("*.uk")) if uk.with_suffix(".en").is_file()]
        if len(pairs) == 1:
            return _lines(pairs[0], pairs[0].with_suffix(".en"))
        several = f" It holds several: name one, as {pairs[0]}." if pairs else ""
        raise InputError(f"{path}: expected {_FORMATS}.{several}")
    if path.suffix == ".jsonl":
        return _run(path) if path.name == "briefs.jsonl" else _jsonl(path)
    if path.suffix == ".txt":
        return _gold([path])
    if path.suffix in (".uk", ".en") and path.with_suffix(".uk").is_file() and path.with_suffix(".en").is_file():
        return _lines(path.with_suffix(".uk"), path.with_suffix(".en"))
    raise InputError(f"{path}: expected {_FORMATS}.")


def _gold(paths: Sequence[Path]) -> _Found:
    """Take the held-out articles; where none is held out, all."""
    articles = [article for path in paths for article in read_articles(path)]
    articles = [article for article in articles if article.held_out] or articles
    translations = [
        Example(f"{article.name}.{number}", pair.uk, pair.en, article.name)
        for article in articles
        for number, pair in enumerate(article.text)
    ]
    told = [article for article in articles if article.key_points]
    return translations, {"uk": [_gold_summary(a, "uk") for a in told], "en": [_gold_summary(a, "en") for a in told]}


def _gold_summary(article: GoldArticle, language: Language) -> Example:
    kinds: tuple[tuple[SentenceRole, Any], ...] = (
        ("title", article.titles),
        ("lead", article.leads),
        ("paragraph", article.sentences),
    )
    parts = [(role, getattr(pair, language)) for role, pairs in kinds for pair in pairs]
    return article_example(article.name, parts, [getattr(pair, language) for pair in article.key_points])


def _lines(source: Path, reference: Path) -> _Found:
    sources, references = read_texts(str(source), "source"), read_texts(str(reference), "reference")
    check_shapes(sources, references, (str(source), str(reference)))
    check_languages({str(source): (sources, "uk"), str(reference): (references, "en")})
    pairs = enumerate(zip(sources, references, strict=True), start=1)
    return [Example(f"line {number}", uk, en) for number, (uk, en) in pairs], {}


def _jsonl(path: Path) -> _Found:
    """Read `source`, and `reference` or `key_points` or both; rows with the same `document` are one article."""
    translations: list[Example] = []
    documents: dict[str, tuple[list[str], list[str], str, str]] = {}
    with read_lines(str(path)) as lines:
        for number, (place, row) in enumerate(json_objects(path, lines), start=1):
            source, document = _string(place, row, "source"), _string(place, row, "document", optional=True)
            outlet = _string(place, row, "outlet", optional=True)
            if not source:
                raise InputError(f"{place}: expected a source, found an empty one. Leave the line out.")
            if reference := _string(place, row, "reference", optional=True):
                translations.append(Example(f"line {number}", source, reference, document, outlet))
            points = row.get("key_points") or []
            if not isinstance(points, list) or not all(isinstance(point, str) for point in points):
                raise InputError(f"{place}: key_points must be a list of texts, got {points!r:.60}.")
            known = documents.setdefault(document or f"line {number}", ([], [], outlet, _language(place, row, source)))
            known[0].append(source)
            known[1].extend(points)
    summaries: dict[Language, list[Example]] = {"uk": [], "en": []}
    for name, (sources, key_points, outlet, language) in documents.items():
        if key_points:
            own: Language = "en" if language == "en" else "uk"
            split = [text[start:end] for text in sources for start, end in sentence_spans(text, own)]
            parts: list[tuple[SentenceRole, str]] = [("paragraph", sentence) for sentence in split]
            summaries[own].append(article_example(name, parts, key_points, outlet))
    return translations, summaries


def _run(path: Path) -> _Found:
    """Take the articles of a finished run that came with key points of their own."""
    summaries: dict[Language, list[Example]] = {"uk": [], "en": []}
    with read_lines(str(path)) as lines:
        for number, line in enumerate(lines, start=1):
            try:
                brief = brief_from_json(line)
            except (ValueError, TypeError, KeyError) as error:
                raise InputError(
                    f"{path}:{number}: expected an article of a finished run, found something else "
                    f"({str(error).splitlines()[0]}). Name the folder of a run, or another --data."
                ) from error
            reference = reference_of(brief.article)
            if reference and reference.kind == "key points" and brief.article.language in summaries:
                parts = [(sentence.role, sentence.text) for sentence in brief.sentences]
                own = article_example(brief.article.source, parts, list(reference.lines), brief.article.outlet)
                summaries[brief.article.language].append(own)
    return [], summaries


def _string(place: str, row: dict[str, Any], key: str, *, optional: bool = False) -> str:
    value = row.get(key, "" if optional else None)
    if not isinstance(value, str):
        raise InputError(f"{place}: {key} must be a text, got {value!r:.60}.")
    return value.strip()


def _language(place: str, row: dict[str, Any], source: str) -> str:
    from pipeline.evaluate.aligned import script_language

    stated = row.get("language") or script_language([source]) or "uk"
    if stated not in ("uk", "en"):
        raise InputError(f"{place}: language must be 'uk' or 'en', got {stated!r}.")
    return str(stated)
