"""A model card: what a model is, where it comes from, and under which licence. No weights are touched here."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Family = Literal["marian", "nllb", "m2m100", "t5", "mt5", "bart", "pegasus", "causal"]
Job = Literal["translate", "summarize"]


class Card(BaseModel):
    """`models/<name>/card.toml`, as written.

    `repo` and `revision` say where a hub model is pulled from (`main` until a lock pins the commit). A bundled model
    has no repo; its files lie beside the card, with their sha256 in `files`. `source_code` and `target_code` are the
    family's own language codes (`ukr_Cyrl`, `>>eng<<`, `uk`); `prompt` is put before the source text, or around it
    where it holds `{text}`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str
    family: Family
    job: Job
    languages: tuple[str, ...]
    license: str = Field(min_length=1)
    commercial_use: bool
    about: str
    repo: str = ""
    revision: str = ""
    source_code: str = ""
    target_code: str = ""
    prompt: str = ""
    max_source_tokens: int = 512
    files: dict[str, str] = {}
