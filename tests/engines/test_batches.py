from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.batches import equal_lengths, token_batches

lengths = st.lists(st.integers(1, 300), max_size=60)


@given(lengths, st.integers(64, 2000))
def test_every_text_stands_in_one_batch_and_no_batch_is_too_large(lengths, batch_tokens):
    batches = token_batches(lengths, batch_tokens)
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[index] for index in batch) <= batch_tokens


@given(lengths)
def test_batches_go_from_the_longest_text_to_the_shortest(lengths):
    order = [lengths[index] for batch in token_batches(lengths, 500) for index in batch]
    assert order == sorted(order, reverse=True)


def test_texts_of_one_length_keep_their_order():
    assert token_batches([5, 7, 5, 5], 12) == [[1], [0, 2], [3]]


@given(lengths)
def test_groups_hold_one_length_each(lengths):
    groups = equal_lengths(lengths)
    assert sorted(index for group in groups for index in group) == list(range(len(lengths)))
    found = [{lengths[index] for index in group} for group in groups]
    assert all(len(one) == 1 for one in found)
    assert len(found) == len(set(lengths))
