"""Find a model by its name: which weights are meant and where they lie. Cheap, for nothing is hashed or loaded."""

from pathlib import Path

from pipeline.catalogue.card import Card
from pipeline.catalogue.cards import bundled_folders, card_folder, read_card
from pipeline.catalogue.lock import LockedModel, default_lock_path, read_lock
from pipeline.catalogue.model import Model, combined_sha256
from pipeline.errors import ModelError
from pipeline.resources import home


def find_model(name: str, lock: Path | None = None) -> Model:
    """Return the model called `name`, or the one whose card.toml lies in the folder `name`.

    A bundled or own model is what its card states, a hub model what `lock` states (default: the lock in
    `resources.home()`). Files are looked for but not hashed: see `verify.verify_files`.

    Raises: ModelError if there is no such model, it was not pulled, or a file of it is missing or of another size.
    """
    folder = card_folder(name)
    card = read_card(folder)
    if card.repo:
        return _find_pulled(name, card, lock or default_lock_path())
    for file in card.files:
        if not (folder / file).is_file():
            raise ModelError(f"{card.name}: {folder / file} is stated in its card and is missing. Restore it.")
    revision = "bundled" if bundled_folders().get(name) == folder else "local"
    return Model(card, folder, revision, combined_sha256(card.files), card.files)


def is_here(name: str, lock: Path | None = None) -> bool:
    """Say whether the model could be loaded, as far as that can be told without reading its weights."""
    try:
        return bool(find_model(name, lock).files)
    except ModelError:
        return False


def pulled_folder(repo: str, commit: str) -> Path:
    """Return the folder that holds `commit` of the repository `repo` once it is pulled."""
    return home() / "models" / repo.replace("/", "--") / commit


def pulled_model(card: Card, locked: LockedModel) -> Model:
    """Return the model of `card` as it is locked, wherever its files are now."""
    files = {file: stated.sha256 for file, stated in locked.files.items()}
    return Model(card, pulled_folder(card.repo, locked.commit), locked.commit, combined_sha256(files), files)


def pull_command(name: str, lock: Path) -> str:
    """Return what to type to pull the model `name` into `lock`, which lies beside its configuration or in home."""
    if lock == default_lock_path():
        return f"tezy models pull {name}"
    configurations = sorted(lock.parent.glob("*.toml"))
    return f"tezy models pull {name} --config {configurations[0] if len(configurations) == 1 else 'FILE'}"


def _find_pulled(name: str, card: Card, lock: Path) -> Model:
    locked = read_lock(lock).models.get(card.repo)
    command = pull_command(name, lock)
    if locked is None:
        raise ModelError(f"{card.name} is a hub model that is not pulled: {lock} does not name it. Type: {command}")
    model = pulled_model(card, locked)
    if not model.folder.is_dir():
        raise ModelError(
            f"{card.name} is locked at {locked.commit[:12]}, but its files are not here: {model.folder}. "
            f"Type: {command}"
        )
    for file, stated in locked.files.items():
        path = model.folder / file
        if not path.is_file():
            raise ModelError(f"{card.name}: {path} is missing. Pull it again: {command}")
        if (size := path.stat().st_size) != stated.size:
            raise ModelError(
                f"{card.name}: {path} is not the file that was pulled: {stated.size:,} bytes are locked, {size:,} were "
                f"found. Pull it again: {command}"
            )
    return model
