"""The verdict in plain words, and no more than the numbers carry."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from pipeline.evaluate.evaluation import KIND_PREFIX, SystemResult, TaskResult
from pipeline.score.power import segments_needed
from pipeline.score.significance import Difference

MOST_SIDE_BY_SIDE = 4
"""Systems that a heading names, each with a column of every table; more are counted, and get a row."""

MARGIN = 1.0
"""Points of chrF or ROUGE below which a difference is not worth a switch: ours, chosen for newsrooms, not measured."""

Outcome = Literal["better", "worse", "same", "unknown"]
_COUNTED: dict[Outcome, str] = {
    "better": "better",
    "same": "not detectably different",
    "worse": "worse",
    "unknown": "undecided for want of data",
}

_JOBS = {"translation": "translation", "summary": "key points"}
_UNITS = {"translation": ("sentence", "sentences"), "summary": ("article", "articles")}
_ERRORS = {
    "numbers": "number errors",
    "names": "name errors",
    "quotations": "quotation errors",
    "negation": "denial errors",
    "coverage": "passages left out or added",
    "loops": "repetitions",
    "script": "passages that are not English",
    "key points": "doubtful key points",
}
_TELLING_RATIO = 1.15  # speeds vary by a tenth from run to run


def verdicts(results: Sequence[TaskResult]) -> list[str]:
    """Return one sentence for each system but the first, and before several of them one that sums them up.

    All `results` are of the same systems in the same order.
    """
    first = results[0].systems[0].outputs.name
    found = [_summary(results[0])] if len(results[0].systems) > 2 else []
    for other, system in enumerate(results[0].systems[1:], start=1):
        parts: list[str] = []
        for number, result in enumerate(results):
            parts.append(_quality(result, other, system.outputs.name, first, named=number == 0))
        for result in results:
            parts += _errors(result, other)
        parts += _cost(results, other)
        sentence = "; ".join(parts) + "."
        found.append(sentence[0].upper() + sentence[1:] if sentence.startswith(("no ", "not ")) else sentence)
    return found


def are_many(result: TaskResult) -> bool:
    """Return whether there are too many systems to stand side by side."""
    return len(result.systems) > MOST_SIDE_BY_SIDE


def question(results: Sequence[TaskResult]) -> str:
    """Return what a comparison asks, for a heading."""
    first, *others = (system.outputs.name for system in results[0].systems)
    if are_many(results[0]):
        return f"Is one of {len(others)} systems better than {first}?"
    return f"{', '.join([first, *others[:-1]])} or {others[-1]}?"


def outcome(result: TaskResult, other: int) -> Outcome:
    """Return whether system number `other` is better than the first, worse, as good, or whether nobody can tell."""
    difference = result.differences[other - 1].get(result.primary.key)
    if difference is None:
        return "unknown"
    if difference.significant:
        return "better" if result.primary.direction * difference.value > 0 else "worse"
    return "same" if difference.low >= -MARGIN and difference.high <= MARGIN else "unknown"


def needed(result: TaskResult, difference: Difference) -> int:
    """Return how many examples would show what is looked for: a difference of `MARGIN`, or the one seen if larger.

    Where there are enough for that already, the one seen is what is looked for.
    """
    n = len(result.examples)
    wanted = max(abs(difference.value), MARGIN)
    found = segments_needed(n, difference.standard_error, wanted) or n
    if found <= n:
        found = segments_needed(n, difference.standard_error, difference.value) or n
    return max(found, n + 1)


def number_of_articles(result: TaskResult, examples: int) -> int:
    """Return how many articles hold so many examples, going by those at hand; 0 if they are of no articles."""
    if result.task == "summary" or not result.articles:
        return 0
    return -(-examples * result.articles // len(result.examples))


def say_p(p: float) -> str:
    """Return a p-value as it is printed."""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}" if p < 0.1 else f"p = {p:.2f}"


def signed(value: float, digits: int = 1) -> str:
    """Return a difference with its sign, the minus a true one."""
    text = f"{value:+.{digits}f}".replace("-", "−")
    return text if any(character in "123456789" for character in text) else text.lstrip("+−")


def _summary(result: TaskResult) -> str:
    """Count how many of several systems are better than the first, and say which scores highest."""
    outcomes = [outcome(result, other) for other in range(1, len(result.systems))]
    told = [f"{outcomes.count(kind)} {word}" for kind, word in _COUNTED.items() if kind in outcomes]
    if "better" not in outcomes:
        told.insert(0, "none better")
    key, heading = result.primary.key, result.primary.heading
    best = max(result.systems, key=lambda system: result.primary.direction * system.scores[key].value)
    first, job = result.systems[0].outputs.name, _JOBS[result.task]
    highest = f"{best.outputs.name} scores highest ({heading} {best.scores[key].value:.1f})"
    return f"Of {len(outcomes)} systems, against {first} for {job}: {', '.join(told)}; {highest}."


def _quality(result: TaskResult, other: int, name: str, first: str, *, named: bool) -> str:
    job, n = _JOBS[result.task], len(result.examples)
    counted = f"{n:,} {_UNITS[result.task][n != 1]}"
    difference = result.differences[other - 1].get(result.primary.key)
    subject = f"{name} is" if named else "it is"
    if difference is None:
        return f"not enough data to tell about {job} ({counted})"
    heading, verdict = result.primary.heading, outcome(result, other)
    seen = f"{heading} {signed(difference.value)}"
    if verdict in ("better", "worse"):
        return f"{subject} {verdict} than {first} for {job} ({seen}, {say_p(difference.p_corrected)}, {counted})"
    between = f"{signed(difference.low)} to {signed(difference.high)}"
    against = f" between {name} and {first}" if named else ""
    if verdict == "same":
        return f"no detectable difference in {job}{against} ({seen}, interval {between}, {counted})"
    more = _more(result, difference)
    return f"not enough data to tell about {job}{against} ({seen}, interval {between}, {counted}{more})"


def _more(result: TaskResult, difference: Difference) -> str:
    examples = needed(result, difference)
    articles = number_of_articles(result, examples)
    told = f"about {_rounded(examples)} {_UNITS[result.task][1]}"
    return f"; {told}{f' from {_rounded(articles)} articles' if articles else ''} would be needed"


def _errors(result: TaskResult, other: int) -> Iterator[str]:
    """Name the kinds of findings that surely became more or fewer, the largest change first, two at most."""
    one, two = result.systems[0], result.systems[other]
    found: Mapping[str, Difference] = result.differences[other - 1]
    kinds = [key for key, difference in found.items() if key.startswith(KIND_PREFIX) and difference.significant]
    for key in sorted(kinds, key=lambda key: -abs(found[key].value))[:2]:
        what = _ERRORS[key.removeprefix(KIND_PREFIX)]
        before, after = _segments(one, key), _segments(two, key)
        counts = f"{before} to {after} {_UNITS[result.task][1]}"
        if after > before:
            yield f"it makes {_times(after, before)}more {what} ({counts})"
        else:
            yield f"it makes {_times(before, after)}fewer {what} ({counts})"


def _cost(results: Sequence[TaskResult], other: int) -> Iterator[str]:
    for result in results:
        one, two = result.systems[0].outputs, result.systems[other].outputs
        if one.cost and two.cost:
            ratio = one.cost.texts_a_second / two.cost.texts_a_second
            job = f" to write {_JOBS[result.task]}" if len(results) > 1 and result.task == "summary" else ""
            if ratio > _TELLING_RATIO:
                yield f"it takes about {ratio:.1f} times as long{job}"
            elif ratio < 1 / _TELLING_RATIO:
                yield f"it is about {1 / ratio:.1f} times as fast{job}"
    bound = [r.systems[other].outputs.facts for r in results]
    if any(facts and not facts.commercial_use for facts in bound):
        yield "its licence forbids commercial use"


def _segments(system: SystemResult, key: str) -> int:
    return int(system.statistics[key][:, 0].sum())


def _times(more: int, fewer: int) -> str:
    if not fewer:
        return ""
    return f"{more / fewer:.1f} times ".replace(".0 ", " ") if more / fewer >= 1.5 else ""


def _rounded(number: int) -> str:
    """Return a number with two figures that count: it is an estimate."""
    scale = 10 ** max(0, len(str(number)) - 2)
    return f"{-(-number // scale) * scale:,}"
