"""Translations that were checked and, where a check found something, mended as far as that can be done.

Names are set right by the glossary. Then, for the sentences in which something is still wrong, other translations are
looked at, the cheapest first: the other hypotheses of the beam search, the sentence translated in two parts, the second
translator if the configuration names one. One is taken only if it removes something and adds nothing; what remains is
marked.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.check.names import repair_names
from pipeline.check.sentence_checks import check_sentence, every_finding, gravest_first, is_about_all
from pipeline.check.sureness import check_sureness
from pipeline.config import Config
from pipeline.names.glossary import Glossary, load_glossary
from pipeline.records import Finding
from pipeline.store.memory import Memory
from pipeline.translate.clauses import join_clauses, split_clauses
from pipeline.translate.translated import Translated
from pipeline.translate.translator import Progress, Translator

MENDING = "mending/4"
"""Stands in the identity of every run: raise it whenever this file, or a check, makes another text of a translation."""

_SHORTEST_TO_SPLIT = 60  # characters; below it parts are torn out of their context
_PART = 0.65
"""The longest part of a sentence that is translated in two parts, as a share of the sentence."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A translation, where it is from (see `Translated`), and what was found in it.

    Findings that are marked are about `text`; those that are repaired say what was wrong before. Their sentence is 0.
    """

    text: str
    origin: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One translation of a sentence, names set right. `repaired` is what the glossary set right in it."""

    text: str
    repaired: tuple[Finding, ...]
    found: tuple[Finding, ...]

    def faults(self) -> frozenset[tuple[str, object]]:
        """What a better attempt must have less of."""
        return frozenset(map(_fault, (one for one in self.found if one.severity != "note")))


_Other = Callable[[Sequence[str]], list[list[str]]]
"""From sentences to other translations of each."""


class MendingTranslator:
    """A translator that checks what it writes. `translate` is as repeatable as the translator's."""

    def __init__(self, config: Config, memory: Memory | None, progress: Progress | None = None) -> None:
        """Find the models and read the glossary.

        Raises: ModelError if a model is not here; ConfigError if the glossary is broken or this machine cannot run a
        model as asked.
        """
        self.glossary: Glossary = load_glossary(config.glossary)
        self._translator = Translator(config.translate, memory, progress)
        self._second = Translator(config.second_translator, memory) if config.second_translator else None

    def identities(self) -> dict[str, dict[str, object]]:
        """Return each translator's identity, and with it everything that could change what is written."""
        own = {"mending": MENDING, "unsure_below": self._translator.unsure_below}
        first = {"translate": {**self._translator.identity(), **own}}
        return first | ({"second_translator": self._second.identity()} if self._second else {})

    def translate(self, sentences: Sequence[str]) -> list[Mended]:
        """Return the translation of each sentence, in order, as many as were given."""
        translated = self._translator.translate(sentences)
        first = dict(zip(sentences, translated, strict=True))
        attempts = {source: self._attempt(source, one.text) for source, one in first.items()}
        removed: dict[str, tuple[Finding, ...]] = {}
        for others in self._ways():
            faulty = [s for s, attempt in attempts.items() if first[s].origin != "passed" and attempt.faults()]
            for source, candidates in zip(faulty, others(faulty), strict=True):
                better = self._best(source, attempts[source], candidates)
                if better is not attempts[source]:
                    gone = attempts[source].faults() - better.faults()
                    removed[source] = removed.get(source, ()) + _as_repaired(attempts[source].found, gone)
                    attempts[source] = better
        done = {
            source: Mended(
                attempt.text,
                first[source].origin,
                self._findings(source, first[source], attempt, removed.get(source, ())),
            )
            for source, attempt in attempts.items()
        }
        # Said of each sentence by itself: the same one may be known from earlier in this very call.
        return [replace(done[source], origin=one.origin) for source, one in zip(sentences, translated, strict=True)]

    def _ways(self) -> Iterable[_Other]:
        yield self._translator.alternatives
        yield self._in_two_parts
        if second := self._second:
            yield lambda sentences: [[one.text] for one in second.translate(sentences)]

    def _in_two_parts(self, sentences: Sequence[str]) -> list[list[str]]:
        parts = [_two_parts(sentence) for sentence in sentences]
        texts = iter(self._translator.translate([part for own in parts for part in own]))
        return [[join_clauses(own, [next(texts).text for _ in own])] if own else [] for own in parts]

    def _best(self, source: str, attempt: _Attempt, candidates: Sequence[str]) -> _Attempt:
        """Return the candidate that removes most and adds nothing, the first of several; else `attempt`."""
        best = attempt
        for text in candidates:
            other = self._attempt(source, text)
            if other.faults() < attempt.faults() and len(other.faults()) < len(best.faults()):
                best = other
        return best

    def _attempt(self, source: str, text: str) -> _Attempt:
        repair = repair_names(source, text, self.glossary)
        return _Attempt(repair.text, repair.findings, every_finding(source, repair.text, self.glossary))

    def _findings(
        self, source: str, first: Translated, attempt: _Attempt, removed: tuple[Finding, ...]
    ) -> tuple[Finding, ...]:
        """Return what is to be said of a translation. How sure the model was of the first one holds for any other."""
        marked = attempt.found
        if any(map(is_about_all, marked)):
            marked = check_sentence(0, source, attempt.text, self.glossary)
        else:
            marked = tuple(gravest_first([*marked, *check_sureness(first.sureness, self._translator.unsure_below)]))
        known = {(one.check, one.source_span) for one in attempt.repaired}
        removed = tuple(one for one in removed if (one.check, one.source_span) not in known)
        return (*marked, *attempt.repaired, *removed)


def _fault(finding: Finding) -> tuple[str, object]:
    """Return what makes it the same fault in another translation: what of the source is wrong, however it is wrong."""
    return finding.check, finding.source_span or finding.message


def _as_repaired(found: Iterable[Finding], gone: frozenset[tuple[str, object]]) -> tuple[Finding, ...]:
    """Return the findings that are no more; their places in a translation that is no more are left out."""
    return tuple(replace(one, action="repaired", target_span=None) for one in found if _fault(one) in gone)


def _two_parts(sentence: str) -> list[str]:
    """Return a sentence in parts of about half its length, cut where a reader would breathe; none if it is short."""
    if len(sentence) < _SHORTEST_TO_SPLIT:
        return []
    return split_clauses(sentence, lambda part: len(part) <= _PART * len(sentence))
