from dataclasses import replace

import pytest

from pipeline.records import Article, Block, Sentence, SentenceRole
from pipeline.score.baselines import lead_3
from pipeline.score.reference import Reference, hidden_roles, reference_of

ARTICLE = Article(
    id="0" * 16,
    source="a.txt",
    language="uk",
    language_confidence=1.0,
    title="Рада ухвалила бюджет",
    lead="Депутати підтримали бюджет на 2026 рік.",
    body=(Block("paragraph", "За проголосували 245 депутатів."),),
    key_points=("Бюджет ухвалено.", "На оборону піде більше."),
)


def sentences(*roles: SentenceRole) -> list[Sentence]:
    return [Sentence(index, f"{role} {index}", 0, 1, index, role) for index, role in enumerate(roles)]


def test_own_key_points_come_first_and_keep_their_lines() -> None:
    assert reference_of(ARTICLE) == Reference("key points", ("Бюджет ухвалено.", "На оборону піде більше."))


def test_the_lead_comes_next_then_the_title() -> None:
    without_points = replace(ARTICLE, key_points=())
    assert reference_of(without_points) == Reference("lead", (ARTICLE.lead,))
    assert reference_of(replace(without_points, lead="")) == Reference("title", (ARTICLE.title,))


def test_what_has_no_word_is_no_reference() -> None:
    assert reference_of(replace(ARTICLE, key_points=("—", "***"))) == Reference("lead", (ARTICLE.lead,))
    assert reference_of(replace(ARTICLE, key_points=(), lead="…", title="")) is None


def test_what_the_reference_is_made_of_is_hidden() -> None:
    assert hidden_roles(Reference("key points", ("x",))) == frozenset()
    assert hidden_roles(Reference("lead", ("x",))) == {"lead"}
    assert hidden_roles(Reference("title", ("x",))) == {"title"}
    assert hidden_roles(None) == frozenset()


def test_a_line_break_within_a_key_point_does_not_make_two() -> None:
    assert Reference("key points", ("Бюджет\n ухвалено.", "Закон діє.")).text == "Бюджет ухвалено.\nЗакон діє."


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [
        (frozenset(), ("lead 1", "paragraph 3", "item 4")),
        (frozenset({"lead"}), ("paragraph 3", "item 4", "paragraph 5")),
        (frozenset({"title"}), ("lead 1", "paragraph 3", "item 4")),
    ],
)
def test_lead_3_takes_the_first_sentences_that_a_summarizer_may_see(
    hidden: frozenset[SentenceRole], expected: tuple[str, ...]
) -> None:
    roles: tuple[SentenceRole, ...] = ("title", "lead", "heading", "paragraph", "item", "paragraph", "paragraph")
    assert lead_3(sentences(*roles), hidden) == expected


def test_lead_3_of_a_short_article_is_what_there_is() -> None:
    assert lead_3(sentences("title", "paragraph"), frozenset()) == ("paragraph 1",)
    assert lead_3([], frozenset()) == ()
