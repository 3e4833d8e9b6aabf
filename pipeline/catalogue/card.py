"""A model card: what a model is, where it comes from, and under which licence. No weights are touched here."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Family = Literal["marian", "nllb", "m2m100", "t5", "mt5", "bart", "pegasus", "causal"]
Job = Literal["translate", "summarize"]

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
# A file's name and never a path: what a card or a lock says must not lead out of the model's folder.
FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9._-]*$")]


class CardScore(BaseModel):
    """A score that was seen: on which test set, of which metric, and who measured it with what."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    test: str
    metric: str
    value: float
    source: str


class Card(BaseModel):
    """`models/<name>/card.toml`, as written.

    `repo` and `revision` say where a hub model is pulled from (`main` until a lock pins the commit). A bundled model
    has no repo; its files lie beside the card, with their sha256 in `files`. `languages` are the source and the target
    of a translator, and what a summarizer reads and writes. `source_code` and `target_code` are the family's own
    language codes (`ukr_Cyrl`, `>>eng<<`, `uk`); `prompt` is put before the source text, or around it where it holds
    `{text}`; in that of a causal summarizer `{points}` is how many key points are wanted. `max_source_tokens` is what
    the model was made for, whatever a configuration says. `data` is what it learnt from.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
    title: str
    family: Family
    job: Job
    languages: tuple[str, ...]
    license: str = Field(min_length=1)
    commercial_use: bool
    about: str
    repo: Annotated[str, Field(pattern=r"^$|^[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*$")] = ""
    revision: str = ""
    source_code: str = ""
    target_code: str = ""
    prompt: str = ""
    max_source_tokens: Annotated[int, Field(ge=16)] = 512
    data: str = ""
    files: dict[FileName, Sha256] = {}
    scores: tuple[CardScore, ...] = ()

    @model_validator(mode="after")
    def _repo_or_files(self) -> "Card":
        if self.repo and not self.revision:
            raise ValueError('repo needs a revision. Add: revision = "main"')
        if self.repo and self.files:
            raise ValueError("repo and files exclude each other: the files of a hub model are stated in the lock.")
        return self
