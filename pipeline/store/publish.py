"""Publishing: a run is worked on beside the published ones and moved among them only when it is whole.

outputs/2026-11-27-3fa9c1d2/   a published run
outputs/latest                 a link to the last one
outputs/.work-3fa9c1d2/        a run that is not finished; the same command goes on with it
outputs/.work-3fa9c1d2-fresh/  the same done anew with --fresh
outputs/.lock                  held while a run works here
"""

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import OutputError

LATEST = "latest"
_WORK, _FRESH = ".work-", "-fresh"


def published_runs(out: Path, fingerprint: str) -> list[Path]:
    """Return the folders of the published runs with this fingerprint, the newest last."""
    name = re.compile(rf"(....-..-..)-{fingerprint}(?:\.([0-9]+))?")
    found = [(name.fullmatch(file.parent.name), file.parent) for file in out.glob(f"*-{fingerprint}*/run.json")]
    return [path for *_, path in sorted((match[1], int(match[2] or 1), path) for match, path in found if match)]


def work_folder(out: Path, fingerprint: str, fresh: bool = False) -> Path:
    """Return the folder in which the run with this fingerprint is worked on, which need not be there.

    What is done anew has another, so that nothing is taken over from a run that was not.
    """
    return out / f"{_WORK}{fingerprint}{_FRESH * fresh}"


def work_folders(out: Path) -> list[tuple[Path, str]]:
    """Return the folders of all runs that are not finished, each with its fingerprint."""
    found = sorted(out.glob(f"{_WORK}*/"))
    return [(path, path.name.removeprefix(_WORK).removesuffix(_FRESH)) for path in found]


def publish(digest: Path, out: Path, name: str) -> Path:
    """Move the complete folder `digest` to `out/name` and point `latest` at it; return where it is now.

    Every file is on disk before the folder moves. If the name is taken (the same night done anew with --fresh) a number
    is added; nothing published is ever replaced.
    """
    for file in sorted(digest.iterdir()):
        _flush(file)
    _flush(digest)
    target, number = out / name, 1
    while target.exists():
        number += 1
        target = out / f"{name}.{number}"
    digest.rename(target)
    point_latest(target)
    return target


def check_latest(out: Path) -> None:
    """Make sure that `latest` can be pointed at a run: it is a link, or not there.

    Raises: OutputError if it is something else, as copying the folder makes of it.
    """
    latest = out / LATEST
    if latest.exists() and not latest.is_symlink():
        raise OutputError(
            f"{latest}: expected the link to the last run that Tezy keeps there, found a folder or file. Move it away, "
            "or give another folder with --out DIR."
        )


def point_latest(run: Path) -> None:
    """Point `latest` at the published folder `run`."""
    link = run.with_name(f".{LATEST}")
    link.unlink(missing_ok=True)
    link.symlink_to(run.name)
    link.replace(run.with_name(LATEST))
    _flush(run.parent)


def remove_work(folder: Path) -> None:
    """Remove a work folder, if it is there, whose run is published or has nothing to publish."""
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def explained_write_errors(place: Path) -> Iterator[None]:
    """Turn the operating system's refusals to write into an OutputError that says what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            hint = "Free space and start the same command again: what was done is kept."
            raise OutputError(f"{place}: no space left. {hint}") from error
        if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
            raise OutputError(
                f"{place}: not writable ({error.strerror}). Give another folder with --out DIR."
            ) from error
        raise


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
