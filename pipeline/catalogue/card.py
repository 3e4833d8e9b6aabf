"""A model card: what a model is, where it comes from, and under which licence. No weights are touched here."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Family = Literal["marian", "nllb", "m2m100", "t5", "mt5", "bart", "pegasus", "causal", "bert", "xlm-roberta"]
Job = Literal["translate", "summarize", "embed"]
Reads = Literal["article", "sentences"]
Pooling = Literal["mean", "cls", "pooler"]
Cosine = Annotated[float | None, Field(ge=-1, le=1)]

ENCODERS: Final[tuple[Family, ...]] = ("bert", "xlm-roberta")
"""The families that embed, and do nothing else."""

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
    of a translator, what a summarizer reads and writes, and what a model to embed with reads. `source_code` and
    `target_code` are the family's own language codes (`ukr_Cyrl`, `>>eng<<`, `uk`); `prompt` is put before the source
    text, or around it where it holds `{text}`; in that of a causal summarizer `{points}` is how many key points are
    wanted. `max_source_tokens` is what the model was made for, whatever a configuration says. `data` is what it learnt
    from.

    Of a summarizer, `reads` says what it is given at once: an `article`, for all its points, or the `sentences` that
    one point rests on, for that point. In its target code and prompt `{language}` is the language of the points.

    Of a model to embed with, `pooling` says which part of its output is the vector: the mean over all tokens (`mean`),
    that of the first (`cls`), or what its own last layer makes of the first (`pooler`). `same_story` and `related` are
    the cosines from which two articles are one story, and related ones.

    Of a translator, `unsure_below` is the mean log-probability of a sentence's tokens below which it is marked as one
    that the model was unsure of; None marks none.
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
    reads: Reads = "article"
    unsure_below: Annotated[float | None, Field(le=0)] = None
    pooling: Pooling | None = None
    same_story: Cosine = None
    related: Cosine = None
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

    @model_validator(mode="after")
    def _keys_of_its_job(self) -> "Card":
        embeds = self.job == "embed"
        if self.unsure_below is not None and self.job != "translate":
            raise ValueError('unsure_below is for job = "translate". Leave it out.')
        if self.reads != "article" and self.job != "summarize":
            raise ValueError(f'reads = "{self.reads}" is for job = "summarize". Leave it out.')
        if self.reads == "sentences" and self.family == "causal" and not self.prompt:
            raise ValueError("a causal model that reads sentences needs a prompt that says what to write of them.")
        if embeds is not (self.family in ENCODERS):
            families = f"one of: {', '.join(ENCODERS)}" if embeds else "a family that writes"
            raise ValueError(f'family must be {families}, for job = "{self.job}", got "{self.family}".')
        if embeds and not self.pooling:
            raise ValueError('a model to embed with needs its pooling, as its authors use it. Add: pooling = "mean"')
        if embeds and "{text}" in self.prompt:
            raise ValueError("prompt is put before what is embedded. Leave {text} and what follows it out.")
        if not embeds and (self.pooling or self.same_story is not None or self.related is not None):
            raise ValueError('pooling, same_story and related are for job = "embed". Leave them out.')
        if self.same_story is not None and self.related is not None and self.related >= self.same_story:
            raise ValueError(f"related must be less than same_story ({self.same_story:g}), got {self.related:g}.")
        return self

    def asked_for(self, language: str) -> "Card":
        """Return the card with `language` where target code and prompt leave it open."""
        codes = {"target_code": self.target_code, "prompt": self.prompt}
        return self.model_copy(update={name: text.replace("{language}", language) for name, text in codes.items()})
