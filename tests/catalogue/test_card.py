"""What a card must say of a model to embed with and of a writer, and what no other may."""

import pytest

from pipeline.catalogue.cards import read_card
from pipeline.errors import ModelError

ENCODER = """
name = "our-encoder"
title = "Our encoder"
family = "bert"
job = "embed"
pooling = "mean"
same_story = 0.8
related = 0.6
languages = ["uk", "en"]
license = "CC0-1.0"
commercial_use = true
about = "For tests."
"""


def test_a_card_to_embed_with_states_pooling_and_two_cosines(tmp_path):
    (tmp_path / "card.toml").write_text(ENCODER)
    card = read_card(tmp_path)
    assert (card.job, card.pooling, card.same_story, card.related) == ("embed", "mean", 0.8, 0.6)


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ('family = "bert"', 'family = "marian"', 'family must be one of: bert, xlm-roberta, for job = "embed"'),
        ('job = "embed"', 'job = "translate"', 'family must be a family that writes, for job = "translate"'),
        ('pooling = "mean"', "", 'needs its pooling, as its authors use it. Add: pooling = "mean"'),
        ('pooling = "mean"', 'pooling = "max"', 'pooling must be one of: mean, cls, pooler, got "max"'),
        ("related = 0.6", "related = 0.8", "related must be less than same_story (0.8), got 0.8."),
        ("same_story = 0.8", "same_story = 80", "same_story must be -1 to 1, got 80."),
        ("about", 'prompt = "query: {text}"\nabout', "Leave {text} and what follows it out."),
        (
            'family = "bert"\njob = "embed"\npooling = "mean"\nsame_story = 0.8\n',
            'family = "marian"\njob = "translate"\n',
            'pooling, same_story and related are for job = "embed". Leave them out.',
        ),
    ],
)
def test_a_wrong_card_is_answered_with_what_to_write(tmp_path, line, instead, said):
    assert_refused(tmp_path, ENCODER, line, instead, said)


def assert_refused(folder, card, line, instead, said):
    assert line in card
    (folder / "card.toml").write_text(card.replace(line, instead))
    with pytest.raises(ModelError) as caught:
        read_card(folder)
    assert said in str(caught.value)
    assert str(folder / "card.toml") in str(caught.value)


SUMMARIZER = """
name = "our-writer"
title = "Our writer"
family = "marian"
job = "summarize"
reads = "sentences"
target_code = ">>points-{language}<<"
languages = ["uk", "en"]
license = "CC0-1.0"
commercial_use = true
about = "For tests."
"""


def test_a_card_of_a_writer_is_asked_for_a_language(tmp_path):
    (tmp_path / "card.toml").write_text(SUMMARIZER)
    card = read_card(tmp_path)
    assert card.reads == "sentences"
    assert card.asked_for("en").target_code == ">>points-en<<"
    assert card.target_code == ">>points-{language}<<"


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ('job = "summarize"', 'job = "translate"', 'reads = "sentences" is for job = "summarize". Leave it out.'),
        ('family = "marian"', 'family = "causal"', "needs a prompt that says what to write of them."),
        ('reads = "sentences"', 'reads = "words"', 'reads must be one of: article, sentences, got "words"'),
    ],
)
def test_a_wrong_card_of_a_writer_is_answered(tmp_path, line, instead, said):
    assert_refused(tmp_path, SUMMARIZER, line, instead, said)
