import pytest

from pipeline.engines.causal import ChatCodec, strip_answer
from pipeline.errors import ModelError
from tests.tiny_models.models import model_at


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("  The council voted.\n", "The council voted."),
        ('"The council voted."', "The council voted."),
        ("Translation: The council voted.", "The council voted."),
        ("**Translation:** “The council voted.”", "The council voted."),
        ("<think>Рада is a council.</think>\n\nThe council voted.", "The council voted."),
        ("<think>and on until the tokens ended", ""),
        ('"Yes," he said, "we voted."', '"Yes," he said, "we voted."'),
        ("The answer: yes.", "The answer: yes."),
    ],
)
def test_what_a_chat_model_puts_around_its_answer_is_taken_off(answer, expected):
    assert strip_answer(answer, "Рада проголосувала.") == expected


def test_quotation_marks_stay_where_the_source_has_them():
    assert strip_answer('"We voted."', "«Ми проголосували».") == '"We voted."'


@pytest.mark.models
def test_the_prompt_is_the_users_turn_and_the_text_stands_in_it(tiny_model):
    codec = ChatCodec(tiny_model("qwen2"))
    (ids,) = codec.encode(["Рада проголосувала."])
    assert codec.tokenizer.decode(ids) == (
        "<|im_start|>user\nTranslate from Ukrainian into English.\n\nРада проголосувала.<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


@pytest.mark.models
def test_every_token_that_ends_an_answer_is_known(tiny_model):
    assert ChatCodec(tiny_model("qwen2")).ends == [0, 2]


@pytest.mark.models
def test_a_model_without_a_chat_template_is_refused(tiny_model):
    with pytest.raises(ModelError, match="no chat template"):
        ChatCodec(model_at(tiny_model("bart").folder, "bart", family="causal"))
