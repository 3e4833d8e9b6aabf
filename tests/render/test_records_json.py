"""Records as JSON and back, and the published schema."""

import json
from dataclasses import fields, replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import records
from pipeline.records import Article, Block, Brief, Finding, KeyPoint, Score, Sentence, Translation
from pipeline.render.records_json import (
    article_from_json,
    article_to_json,
    brief_from_json,
    brief_to_json,
    briefs_schema,
    run_from_json,
    run_to_json,
    stories_schema,
    story_from_json,
    story_to_json,
)
from pipeline.render.schema import FIELDS
from tests.render.conftest import story_of

PUBLISHED = Path(__file__).parents[2] / "docs" / "briefs.schema.json"

texts = st.text(max_size=20)
spans = st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9))
blocks = st.builds(Block, st.sampled_from(["paragraph", "heading", "item"]), texts)
articles = st.builds(
    Article, texts, texts, st.sampled_from(["uk", "en"]), st.floats(0, 1), texts, texts, st.tuples(blocks)
)
findings = st.builds(
    Finding, texts, st.integers(0), texts, st.sampled_from(["error", "note"]), st.floats(0, 1), spans, spans
)
briefs = st.builds(
    Brief,
    articles,
    st.tuples(st.builds(Sentence, st.just(0), texts, st.just(0), st.integers(0, 20), st.just(0), st.just("lead"))),
    st.tuples(st.builds(Translation, st.just(0), texts, st.sampled_from(["model", "passed"]))),
    st.tuples(st.builds(KeyPoint, texts, st.sampled_from(["uk", "en"]), st.tuples(st.integers(0, 9)))),
    st.tuples(findings),
    st.sampled_from([None, "lead", "key points"]),
    st.tuples(st.builds(Score, texts, st.floats(0, 1), st.just(1), texts)),
)


@given(briefs)
def test_a_brief_survives_the_round_trip_on_one_line(brief):
    line = brief_to_json(brief)
    assert len(line.splitlines()) == 1
    assert brief_from_json(line) == brief


@given(briefs)
def test_every_line_fits_the_schema(brief):
    jsonschema.Draft202012Validator(briefs_schema()).validate(json.loads(brief_to_json(brief)))


def test_the_published_schema_is_the_one_the_code_writes():
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == briefs_schema()


def test_every_story_fits_its_schema_which_is_the_published_one(make_brief, hostile_brief):
    schema = stories_schema()
    assert json.loads((PUBLISHED.parent / "stories.schema.json").read_text(encoding="utf-8")) == schema
    for story in (story_of(make_brief(1), make_brief(2, english=True)), story_of(hostile_brief)):
        line = story_to_json(story)
        assert len(line.splitlines()) == 1
        jsonschema.Draft202012Validator(schema).validate(json.loads(line))
    assert story_from_json(line).id == story.id


def test_the_schema_is_a_valid_schema():
    jsonschema.Draft202012Validator.check_schema(briefs_schema())


def test_the_schema_refuses_a_field_it_does_not_know(make_brief):
    record = json.loads(brief_to_json(make_brief()))
    record["article"]["headline"] = "x"
    with pytest.raises(jsonschema.ValidationError, match="headline"):
        jsonschema.validate(record, briefs_schema())


def test_every_field_of_a_record_is_described_and_nothing_else():
    described = {name: set(meanings) for name, meanings in FIELDS.items()}
    assert described == {name: {field.name for field in fields(getattr(records, name))} for name in FIELDS}


def test_text_is_written_as_it_is(make_brief):
    assert "Загинуло 14 людей" in brief_to_json(make_brief())


def test_half_characters_are_replaced_so_that_the_line_can_be_written(make_brief):
    line = brief_to_json(make_brief(outlet="a\ud800b"))
    line.encode("utf-8")
    assert brief_from_json(line).article.outlet == "a\ufffdb"


def test_an_article_survives_the_round_trip(make_brief):
    article = make_brief().article
    assert article_from_json(article_to_json(article)) == article


def test_a_run_survives_the_round_trip(run_info):
    assert run_from_json(run_to_json(run_info)) == run_info


def test_a_wrong_field_is_named(make_brief):
    line = brief_to_json(replace(make_brief(), reference=None)).replace('"reference":null', '"reference":"gossip"')
    with pytest.raises(ValueError, match="reference"):
        brief_from_json(line)
