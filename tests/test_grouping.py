"""From the briefs in a ledger to the stories in it."""

import pytest

from pipeline.config_stories import StoriesConfig
from pipeline.grouping import StoryWriter
from pipeline.render.records_json import article_to_json, brief_to_json, story_from_json
from pipeline.store.archive import StoryArchive
from pipeline.store.ledger import Ledger
from pipeline.stories.group import Grouping
from tests.stories.conftest import BREAD, BRIDGE, glossary, report

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
        StoryWriter(StoriesConfig(), glossary, None).write(ledger, archive, "2025-05-12", "this")
    first, second = (story_from_json(ledger.story(number)) for number in range(2))
    assert [(link.id, link.order) for link in first.related] == [(second.id, "later")]
    assert [(link.id, link.order) for link in second.related] == [(first.id, "earlier")]
