"""Articles of our own for the tests of reading, and a short way to read them."""

from pathlib import Path

from pipeline.config import InputConfig
from pipeline.ingest import read_documents
from pipeline.ingest.read import UNFORESEEN
from pipeline.records import RawDocument, Skipped

UKRAINIAN = (
    "Міська рада відкрила новий притулок для лелек\n\n"
    "Притулок на березі Росі прийме до сорока птахів, повідомила речниця ради Ївга Ґудзь.\n\n"
    "Будівництво тривало пів року й коштувало 1,2 млн гривень. «Ми чекали на це десять років», — додала вона.\n"
)
ENGLISH = (
    "Town council opens a shelter for storks\n\n"
    "The shelter on the Ros will take up to forty birds, council spokeswoman Yivha Gudz said.\n\n"
    "The work took half a year and cost 1.2 million hryvnias. Nobody had expected so many birds.\n"
)


def read(*inputs: Path | str, config: InputConfig | None = None) -> list[RawDocument | Skipped]:
    """Read `inputs`, of which none may bring a reader down in a way it did not foresee."""
    found = list(read_documents([str(one) for one in inputs], config or InputConfig()))
    assert not [one for one in found if isinstance(one, Skipped) and one.reason.startswith(UNFORESEEN)]
    return found


def read_one(path: Path, config: InputConfig | None = None) -> RawDocument:
    (found,) = read(path, config=config)
    assert isinstance(found, RawDocument), found
    return found


def skip_one(path: Path, config: InputConfig | None = None) -> Skipped:
    (found,) = read(path, config=config)
    assert isinstance(found, Skipped), found
    return found
