"""Fetch one file of a repository, or what is still missing of it.

huggingface_hub itself begins a file anew when the process that was fetching it was killed, which hurts where one file
has 8 GB; so its transfer is used here, on a file that stays.
"""

import hashlib
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pipeline.catalogue.hub import HubFile, HubRepo, explained
from pipeline.catalogue.verify import sha256_of
from pipeline.errors import ModelError, OutputError
from pipeline.progress import Advance

INCOMPLETE = ".incomplete"


def download(repo: HubRepo, file: HubFile, folder: Path, advance: Advance, endpoint: str | None = None) -> str:
    """Fetch `file` into `folder`, or the rest of it, and return its sha256.

    What was fetched must be what the hub says the file is; if it is not, it is thrown away.

    Raises: ModelError as `look_up`, or if the file is not what the hub says; OutputError if it cannot be written.
    """
    target = folder / file.name
    if target.exists():
        if found := _hash_if_right(target, file):
            advance(file.size)
            return found
        target.unlink()
    partial = folder / (file.name + INCOMPLETE)
    try:
        _fetch(repo, file, partial, advance, endpoint)
        partial.replace(target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written ({error}). Free space there and pull again.") from error
    if found := _hash_if_right(target, file):
        return found
    target.unlink()
    raise ModelError(f"{repo.name}: {file.name} did not arrive as the hub has it. Pull again.")


def _hash_if_right(path: Path, file: HubFile) -> str:
    """Return the sha256 of the file at `path` if it is `file` as the hub states it, else nothing."""
    found = sha256_of(path)
    return found if (found == file.sha256 if file.sha256 else _git_sha1_of(path) == file.git_sha1) else ""


def _fetch(repo: HubRepo, file: HubFile, partial: Path, advance: Advance, endpoint: str | None) -> None:
    """Append to `partial` what is missing of `file`."""
    from huggingface_hub import get_hf_file_metadata, hf_hub_url
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]

    url = hf_hub_url(repo.name, file.name, revision=repo.commit, endpoint=endpoint)
    with partial.open("ab") as output, explained(repo.name, repo.commit):
        here = output.tell()
        if here > file.size:
            output.truncate(0)
            here = 0
        advance(here)
        if here == file.size:
            return
        location = get_hf_file_metadata(url, endpoint=endpoint).location
        # The token is for the hub only: a large file often lies elsewhere, at an address that is signed.
        at_hub = urlsplit(location).netloc == urlsplit(url).netloc
        headers = build_hf_headers(token=None if at_hub else False)
        http_get(
            location,
            output,
            resume_size=here,
            headers={**headers, "Accept-Encoding": "identity"},  # the rest of a compressed file is no use
            expected_size=file.size,
            tqdm_class=_bar_class(advance),
        )


def _bar_class(advance: Advance) -> type:
    """Return what stands in for tqdm where huggingface_hub wants to draw: it hands on how many bytes came."""

    class Bar:
        def __init__(self, **_: object) -> None:
            self.update = advance

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            return None

    return Bar


def _git_sha1_of(path: Path) -> str:
    content = path.read_bytes()  # a small file: large ones have a sha256
    return hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()
