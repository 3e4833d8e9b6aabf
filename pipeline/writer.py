"""From articles to briefs: every stage that works on the text of articles, in order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.check.key_points import check_key_points
from pipeline.check.names import Spelled, check_consistency, mark_unknown_names, spelled_in
from pipeline.check.sureness import CHECK as SURENESS
from pipeline.config import Config, SummarizerConfig
from pipeline.mending import Mended, MendingTranslator
from pipeline.names.glossary import Glossary
from pipeline.records import (
    Article,
    Brief,
    Finding,
    KeyPoint,
    Language,
    NameSpelling,
    Score,
    Sentence,
    TextLanguage,
    Translation,
)
from pipeline.score.baselines import EXTRACTIVE, LEAD_3, lead_3
from pipeline.score.brief_scores import score_points
from pipeline.score.reference import Reference, hidden_roles, reference_of
from pipeline.store.memory import Memory
from pipeline.summarize.document import Document
from pipeline.summarize.make import make_summarizer
from pipeline.summarize.protocol import Summarizer
from pipeline.text.sentences import split_sentences
from pipeline.translate.translator import Progress


@dataclass(slots=True)
class _Draft:
    """A brief in the making."""

    article: Article
    sentences: tuple[Sentence, ...]
    reference: Reference | None
    translations: tuple[Translation, ...] = ()
    points: tuple[KeyPoint, ...] = ()
    english_points: tuple[KeyPoint, ...] = ()
    findings: tuple[Finding, ...] = ()
    scores: tuple[Score, ...] = ()
    spellings: tuple[NameSpelling, ...] = ()

    def document(self) -> Document:
        """What a summarizer may see: not what it will be scored against."""
        hidden = hidden_roles(self.reference)
        seen = tuple(sentence for sentence in self.sentences if sentence.role not in hidden)
        return Document(self.article.language, "" if "title" in hidden else self.article.title, seen)

    def english_document(self) -> Document:
        """The same in English, of a Ukrainian article: each sentence in its translation."""
        own = self.document()
        title = " ".join(self.translations[s.index].text for s in own.sentences if s.role == "title")
        seen = tuple(replace(sentence, text=self.translations[sentence.index].text) for sentence in own.sentences)
        return Document("en", title, seen)

    def brief(self) -> Brief:
        return Brief(
            self.article,
            self.sentences,
            self.translations,
            self.points + self.english_points,
            self.findings,
            reference=self.reference.kind if self.reference else None,
            scores=self.scores,
            spellings=self.spellings,
        )


def _draft(article: Article) -> _Draft:
    """Begin a brief. If the lead is all the text there is, it is for the summarizer, and nothing is scored."""
    sentences, reference = split_sentences(article), reference_of(article)
    hidden = hidden_roles(reference)
    readable = any(s.role not in hidden and s.role not in ("title", "heading") for s in sentences)
    return _Draft(article, sentences, reference if readable else None)


def _spelling(spelled: Spelled) -> NameSpelling:
    sentence, one = spelled
    return NameSpelling(sentence, one.part, one.english, (one.name.word.start, one.name.word.end), one.span)


class BriefWriter:
    """Writes briefs with the models that a configuration names; each is loaded when it is first needed.

    `glossary` is the one in force; `work` counts the sentences that went to the translator, by what was done with them:
    `model`, `memory`, `passed`.
    """

    def __init__(self, config: Config, memory: Memory, progress: Progress | None = None) -> None:
        """Find the models, read the glossary. `progress` is told how many of the sentences of a `write` are translated.

        Raises: ModelError if a model is not here; ConfigError.
        """
        self._config = config.summarize
        self._translator = MendingTranslator(config, memory, progress)
        self.glossary: Glossary = self._translator.glossary
        self._summarizers: dict[Language, Summarizer] = {
            "uk": make_summarizer(config.summarize.uk, "uk", memory),
            "en": make_summarizer(config.summarize.en, "en", memory),
        }
        self._baselines: dict[Language, Summarizer] = {
            "uk": make_summarizer(SummarizerConfig(), "uk", None),
            "en": make_summarizer(SummarizerConfig(), "en", None),
        }
        self.work: Counter[str] = Counter()

    def identities(self) -> dict[str, dict[str, object]]:
        """Return each job's model, with everything that could change what it writes."""
        jobs = {f"summarize.{language}": summarizer.identity() for language, summarizer in self._summarizers.items()}
        return {**self._translator.identities(), **jobs}

    def write(self, articles: Sequence[Article]) -> list[Brief]:
        """Return the brief of each article, in order."""
        drafts = [_draft(article) for article in articles]
        ukrainian = [draft for draft in drafts if draft.article.language == "uk"]
        self._translate(ukrainian)
        self._point(drafts)
        self._point_in_english(ukrainian)
        self._check(drafts)
        self._score(drafts)
        return [draft.brief() for draft in drafts]

    def _translate(self, drafts: Sequence[_Draft]) -> None:
        english = iter(self._english([sentence.text for draft in drafts for sentence in draft.sentences]))
        for draft in drafts:
            findings: list[Finding] = []
            translations = []
            for sentence in draft.sentences:
                one = next(english)
                translations.append(
                    Translation(sentence.index, one.text, "passed" if one.origin == "passed" else "model")
                )
                findings += [replace(finding, sentence=sentence.index) for finding in one.findings]
            draft.translations, draft.findings = tuple(translations), tuple(findings)

    def _check(self, drafts: Sequence[_Draft]) -> None:
        """Check what only a whole brief shows: a name spelled two ways, and key points against their sentences."""
        for draft in drafts:
            if draft.translations:
                pairs = [(s.text, t.text) for s, t in zip(draft.sentences, draft.translations, strict=True)]
                spelled = spelled_in(pairs, self.glossary)
                draft.findings += (*check_consistency(spelled), *mark_unknown_names(spelled))
                draft.spellings = tuple(map(_spelling, spelled))
            language: TextLanguage = "uk" if draft.article.language == "uk" else "en"
            found = check_key_points(draft.points + draft.english_points, draft.sentences, language, self.glossary)
            draft.findings += tuple(replace(finding, key_point=index) for index, finding in found)

    def _point(self, drafts: Sequence[_Draft]) -> None:
        points = self._points([draft.document() for draft in drafts], self._summarizers)
        for draft, own in zip(drafts, points, strict=True):
            draft.points = own

    def _point_in_english(self, drafts: Sequence[_Draft]) -> None:
        if self._config.english_points == "summarize":
            points = self._points([draft.english_document() for draft in drafts], self._summarizers)
            for draft, own in zip(drafts, points, strict=True):
                draft.english_points = own
            return
        english = iter(self._english([point.text for draft in drafts for point in draft.points]))
        for draft in drafts:
            written = [(point.sentences, next(english)) for point in draft.points]
            draft.english_points = tuple(KeyPoint(one.text, "en", sentences) for sentences, one in written)
            # What else was found is found again, with more to compare, where key points are checked.
            draft.findings += tuple(
                replace(finding, sentence=sentences[0], key_point=number)
                for number, (sentences, one) in enumerate(written, len(draft.points))
                for finding in one.findings
                if finding.check == SURENESS
            )

    def _score(self, drafts: Sequence[_Draft]) -> None:
        """Score the points in the article's own language, beside baselines that saw the same sentences."""
        written = [draft for draft in drafts if draft.reference and self._model(draft) != EXTRACTIVE]
        chosen = self._points([draft.document() for draft in written], self._baselines)
        extractive = {draft.article.id: points for draft, points in zip(written, chosen, strict=True)}
        for draft in drafts:
            if draft.reference is None:
                continue
            systems = {
                LEAD_3: lead_3(draft.sentences, hidden_roles(draft.reference)),
                EXTRACTIVE: [point.text for point in extractive.get(draft.article.id, draft.points)],
                self._model(draft): [point.text for point in draft.points],
            }
            language: TextLanguage = "uk" if draft.article.language == "uk" else "en"
            draft.scores = score_points(draft.reference, systems, language)

    def _model(self, draft: _Draft) -> str:
        return str(self._summarizers[draft.article.language].identity()["model"])

    def _points(
        self, documents: Sequence[Document], summarizers: dict[Language, Summarizer]
    ) -> list[tuple[KeyPoint, ...]]:
        found: dict[int, tuple[KeyPoint, ...]] = {}
        for language, summarizer in summarizers.items():
            mine = [n for n, document in enumerate(documents) if document.language == language]
            points = summarizer.key_points([documents[n] for n in mine], self._config.points)
            found.update(zip(mine, points, strict=True))
        return [found[n] for n in range(len(documents))]

    def _english(self, texts: Sequence[str]) -> list[Mended]:
        translated = self._translator.translate(texts)
        self.work.update(one.origin for one in translated)
        return translated
