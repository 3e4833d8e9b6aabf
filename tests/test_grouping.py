"""From the briefs in a ledger to the stories in it."""

import pytest

from pipeline.config_stories import StoriesConfig
from pipeline.grouping import StoryWriter
from pipeline.render.records_json import article_to_json, brief_to_json, story_from_json
from pipeline.store.archive import ArchivedStory, StoryArchive
from pipeline.store.ledger import Ledger
from pipeline.stories.by_terms import make_terms, merged
from pipeline.stories.group import Grouping
from pipeline.stories.table import to_bytes
from pipeline.stories.tell import story_article, tell_story
from tests.stories.conftest import BREAD, BRIDGE, BRIDGE_RETOLD, glossary, report

__all__ = ["glossary", "report"]  # fixtures


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def test_a_related_story_whose_reports_all_came_later_is_linked_as_later(
    tmp_path, ledger, glossary, report, monkeypatch
):
    briefs = [report("one", BREAD, date="2025-05-10"), report("two", BRIDGE, date="2025-05-11")]
    ledger.add_read([(one.article.source, article_to_json(one.article)) for one in briefs])
    ledger.add_briefs(list(enumerate(map(brief_to_json, briefs))))
    found = Grouping(((0,), (1,)), ((1,), (0,)), (None, None), (0.0, 0.0))
    monkeypatch.setattr("pipeline.grouping.group", lambda tonight, pairs: found)
    with StoryArchive(tmp_path / "stories.sqlite") as archive:
        StoryWriter(StoriesConfig(), glossary, None).write(ledger, archive, archive, "2025-05-12", "this")
    first, second = (story_from_json(ledger.story(number)) for number in range(2))
    assert [(link.id, link.order) for link in first.related] == [(second.id, "later")]
    assert [(link.id, link.order) for link in second.related] == [(first.id, "earlier")]


def test_two_stories_that_could_go_on_from_one_have_ids_of_their_own_and_link_to_each_other(
    tmp_path, ledger, glossary, report, monkeypatch
):
    briefs = [report("a", BRIDGE), report("b", BRIDGE_RETOLD)]
    ledger.add_read([(one.article.source, article_to_json(one.article)) for one in briefs])
    ledger.add_briefs(list(enumerate(map(brief_to_json, briefs))))
    monkeypatch.setattr("pipeline.stories.group.cluster", lambda articles, pairs, threshold: [[0], [1]])
    id_of_a = tell_story(
        briefs[:1], [story_article(briefs[0])], StoriesConfig(), glossary, night="2025-05-11", latest=0
    ).id
    before = merged([make_terms(briefs[1], glossary)])
    with StoryArchive(tmp_path / "stories.sqlite") as archive:
        kept = ArchivedStory("2025-05-11", id_of_a, "2025-05-10", "Bridge nearly ready", to_bytes(before), "terms")
        archive.keep("that", "2025-05-11", [kept])
        StoryWriter(StoriesConfig(), glossary, None).write(ledger, archive, archive, "2025-05-12", "this")
    first, second = (story_from_json(ledger.story(number)) for number in range(2))
    assert (second.id, second.since, second.day) == (id_of_a, "2025-05-10", 3)
    assert first.id != id_of_a
    assert (first.since, first.day, first.before) == ("2025-05-12", 1, "")
    assert ([one.id for one in first.related], [one.id for one in second.related]) == ([second.id], [first.id])
