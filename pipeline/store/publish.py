"""Publishing: a run is worked on beside the published ones and moved among them only when it is whole.

outputs/2026-11-27-3fa9c1d2/   a published run
outputs/latest                 a link to the last one
outputs/.work-3fa9c1d2/        a run that is not finished; the same command goes on with it
outputs/.lock                  held while a run works here
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import OutputError

LATEST = "latest"


def published_run(out: Path, fingerprint: str) -> Path | None:
    """Return the folder of the published run with this fingerprint, the newest if there are several."""
    return max(out.glob(f"????-??-??-{fingerprint}*"), default=None)


def work_folder(out: Path, fingerprint: str) -> Path:
    """Return the folder in which the run with this fingerprint is worked on, made if it is not there."""
    folder = out / f".work-{fingerprint}"
    folder.mkdir(exist_ok=True)
    return folder


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
    link = out / f".{LATEST}"
    link.unlink(missing_ok=True)
    link.symlink_to(target.name)
    link.replace(out / LATEST)
    _flush(out)
    return target


def remove_work(folder: Path) -> None:
    """Remove a work folder whose run is published."""
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
