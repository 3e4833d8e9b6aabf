"""Pull a model from the hub: say what would come, bring it, and lock it.

    plan_pull     one question to the hub: which commit, which files, how large, under which licence
    carry_out     download into <commit>.partial, convert pickles, hash, move to <commit>, write the lock

Killed at any moment, the same command goes on where it was; the lock names a model only when all of it is there.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from pipeline.catalogue.card import Card
from pipeline.catalogue.cards import card_folder, read_card
from pipeline.catalogue.choose import is_pickle, needed_files
from pipeline.catalogue.convert import convert_pickles
from pipeline.catalogue.download import download
from pipeline.catalogue.find import find_model, pulled_folder, pulled_model
from pipeline.catalogue.hub import HubFile, HubRepo, look_up
from pipeline.catalogue.lock import LockedFile, LockedModel, default_lock_path, read_lock, write_lock
from pipeline.catalogue.model import Model
from pipeline.catalogue.verify import NOT_LOADED, sha256_of, verify_files
from pipeline.errors import ModelError, OutputError
from pipeline.held import held_folder
from pipeline.progress import Advance, Progress
from pipeline.resources import home

MEGABYTE = 1_000_000
RECORD = ".pulled.json"  # in a model's folder: what its entry in a lock says, for another configuration's lock


@dataclass(frozen=True, slots=True)
class PullPlan:
    """What a pull would bring. `locked` is what the lock said before, if it is to be kept to."""

    card: Card
    repo: HubRepo
    files: tuple[HubFile, ...]
    lock: Path
    locked: LockedModel | None
    endpoint: str | None

    @property
    def folder(self) -> Path:
        """Where the files will lie."""
        return pulled_folder(self.card.repo, self.repo.commit)

    @property
    def size(self) -> int:
        """How many bytes the files have together."""
        return sum(file.size for file in self.files)

    @property
    def license_differs(self) -> bool:
        """Whether the hub states another licence than the card, or none."""
        return self.repo.license.casefold() != self.card.license.casefold()


def already_here(name: str, lock: Path | None = None) -> Model | None:
    """Return the model if it needs no pull: every file is here and is what card or lock states. Asks no hub.

    Raises: ModelError if there is no such model, or if it is not one of the hub's and is damaged.
    """
    card = read_card(card_folder(name))
    try:
        model = find_model(name, lock)
        verify_files(model)
    except ModelError:
        if card.repo:
            return None
        raise
    return model


def plan_pull(name: str, lock: Path | None = None, endpoint: str | None = None, update: bool = False) -> PullPlan:
    """Ask the hub what a pull of the model `name` would bring.

    The commit is the locked one, if `lock` has one and `update` is not asked for; else what the card's revision is now.

    Raises: ModelError if the card names no hub model, or as `hub.look_up`.
    """
    card = read_card(card_folder(name))
    if not card.repo:
        raise ModelError(f"{card.name} is not a hub model: its files lie beside its card. There is nothing to pull.")
    lock = lock or default_lock_path()
    locked = None if update else read_lock(lock).models.get(card.repo)
    repo = look_up(card.repo, locked.commit if locked else card.revision, endpoint)
    return PullPlan(card, repo, tuple(needed_files(card.repo, repo.files)), lock, locked, endpoint)


def carry_out(plan: PullPlan, progress: Progress) -> Model:
    """Bring the files of `plan`, verify them and write the lock; return the model.

    Raises: ModelError if a file is not what hub or lock states; OutputError if they cannot be written.
    """
    with _one_pull_at_a_time():
        entry = _from_record(plan)
        if entry is None:
            _check_space(plan)
            partial = plan.folder.with_name(f"{plan.repo.commit}.partial")
            partial.mkdir(parents=True, exist_ok=True)
            if plan.folder.exists():
                _take_over(plan.folder, partial)  # something in it is damaged: what is not will be kept
            entry = _fill(partial, plan, progress)
            partial.replace(plan.folder)
        if plan.locked and entry.files != plan.locked.files:
            raise ModelError(
                f"{plan.card.name}: what came differs from {plan.lock}, which locks other files of the same commit. If "
                f"you want these, type: tezy models pull {plan.card.name} --update"
            )
        lock = read_lock(plan.lock)
        write_lock(plan.lock, lock.model_copy(update={"models": {**lock.models, plan.card.repo: entry}}))
    return pulled_model(plan.card, entry)


def _take_over(folder: Path, partial: Path) -> None:
    """Move the files of `folder` into `partial`, which keeps what it has of an earlier pull, and remove `folder`."""
    for path in folder.iterdir():
        if not (partial / path.name).exists():
            path.replace(partial / path.name)
    shutil.rmtree(folder)


def _fill(folder: Path, plan: PullPlan, progress: Progress) -> LockedModel:
    """Bring every file into `folder`, convert what is pickled, and leave there nothing but what is stated."""
    hub_files: dict[str, LockedFile] = {}
    with progress.step(f"pull {plan.card.name}", -(-plan.size // MEGABYTE), "megabyte") as advance:
        count = _in_megabytes(advance)
        for file in plan.files:
            sha256 = download(plan.repo, file, folder, count, plan.endpoint)
            hub_files[file.name] = LockedFile(sha256=sha256, size=file.size)
    if any(is_pickle(file.name) for file in plan.files):
        progress.say("converting the weights to safetensors")
    files = {name: file for name, file in hub_files.items() if not is_pickle(name) and name not in NOT_LOADED}
    for name in convert_pickles(folder):
        files[name] = LockedFile(sha256=sha256_of(folder / name), size=(folder / name).stat().st_size)
    entry = LockedModel(
        commit=plan.repo.commit,
        license=plan.repo.license,
        pulled=datetime.now(UTC).date().isoformat(),
        hub_files=hub_files,
        files=files,
    )
    (folder / RECORD).write_text(entry.model_dump_json(indent=1) + "\n", encoding="utf-8")
    for path in folder.iterdir():
        if path.name not in {RECORD, *files, *(NOT_LOADED & {*hub_files})}:
            path.unlink()
    return entry


def _in_megabytes(advance: Advance) -> Advance:
    """Return what counts bytes and hands on full megabytes."""
    left = 0

    def count(size: int) -> None:
        nonlocal left
        full, left = divmod(left + size, MEGABYTE)
        advance(full)

    return count


def _from_record(plan: PullPlan) -> LockedModel | None:
    """Return the entry of a commit that was pulled before, for another lock, if nothing about it has changed."""
    try:
        entry = LockedModel.model_validate_json((plan.folder / RECORD).read_text(encoding="utf-8"))
        verify_files(pulled_model(plan.card, entry))
    except (OSError, ValidationError, ModelError):
        return None
    return entry if entry.commit == plan.repo.commit else None


def _check_space(plan: PullPlan) -> None:
    pickled = sum(file.size for file in plan.files if is_pickle(file.name))
    partial = plan.folder.with_name(f"{plan.repo.commit}.partial")
    here = sum(path.stat().st_size for path in partial.glob("*")) if partial.is_dir() else 0
    needed = max(0, plan.size + pickled - here)
    free = shutil.disk_usage(home()).free
    if needed > free:
        raise OutputError(
            f"{home()}: {plan.card.name} needs {needed / 1e9:.1f} GB, {free / 1e9:.1f} GB are free. Free space, or set "
            f"TEZY_HOME to a folder on another disk."
        )


@contextmanager
def _one_pull_at_a_time() -> Iterator[None]:
    folder = home() / "models"
    with held_folder(folder, "pull", "set TEZY_HOME to another folder"):
        try:
            yield
        except OSError as error:
            raise OutputError(f"{folder}: cannot be written ({error}). Free space there and pull again.") from error
