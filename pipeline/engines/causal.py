"""Instruction-tuned causal models: the question goes through the chat template, the answer is cut out."""

import re
from collections.abc import Sequence

from pipeline.catalogue.model import Model
from pipeline.engines.codec import Codec
from pipeline.errors import ModelError

_THOUGHTS = re.compile(r"<think>.*?(</think>|\Z)", re.DOTALL)
_LABEL = re.compile(
    r"\A(?:\*\*)?(?:translation|answer|english|переклад|відповідь)(?:\*\*)?\s*:(?:\*\*)?\s*", re.IGNORECASE
)
_PAIRS = {'"': '"', "“": "”", "«": "»", "'": "'"}


class ChatCodec(Codec):
    """The tokenizer of a chat model. The card's prompt is the user's turn, the text inside it."""

    def __init__(self, model: Model) -> None:
        """Load the tokenizer of `model`. Raises: ModelError if it has no chat template."""
        super().__init__(model)
        if not self.tokenizer.chat_template:
            raise ModelError(f"{self.card.name}: its tokenizer has no chat template, so it is no instruction model.")

    @property
    def ends(self) -> list[int]:
        """Every token that ends an answer; chat models have several."""
        stated = self.settings.get("eos_token_id")
        several = stated if isinstance(stated, list) else [stated]
        return sorted({number for number in (*several, self.end) if number is not None})

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the ids of the whole conversation up to where the answer begins."""
        return [self._body(self._conversation(text)) for text in texts]

    def answer(self, text: str, ids: Sequence[int]) -> str:
        """Return the answer to `text` without thoughts, label or quotation marks that the model put around it."""
        return strip_answer(self.decode(ids), text)

    def _conversation(self, text: str) -> str:
        turn = [{"role": "user", "content": self.card_prompt(self.plain(text))}]
        conversation: str = self.tokenizer.apply_chat_template(
            turn, tokenize=False, add_generation_prompt=True, enable_thinking=False
        )
        return conversation


def strip_answer(answer: str, text: str) -> str:
    """Return what was asked for out of a chat model's answer to `text`.

    Example: `strip_answer('Translation: "Hello."', 'Вітаю.') == 'Hello.'`
    """
    answer = _THOUGHTS.sub("", answer).strip()
    answer = _LABEL.sub("", answer)
    closing = _PAIRS.get(answer[:1])
    if closing and len(answer) > 2 and answer.endswith(closing) and answer[1:-1].count(closing) == 0:
        opens = text.lstrip()[:1]
        if opens not in {*_PAIRS, "„"}:
            answer = answer[1:-1]
    return answer.strip()
