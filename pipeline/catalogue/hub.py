"""The hub: what a repository holds at which commit, and in words what the hub or the network says against it.

Only this module and `download` open connections.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.errors import ModelError

if TYPE_CHECKING:
    from huggingface_hub.hf_api import ModelInfo


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of a repository as the hub states it: `size` in bytes, `sha256` of a large file, `git_sha1` of a small."""

    name: str
    size: int
    sha256: str = ""
    git_sha1: str = ""


@dataclass(frozen=True, slots=True)
class HubRepo:
    """A repository at one commit; `license` is empty if the hub states none."""

    name: str
    commit: str
    license: str
    files: tuple[HubFile, ...]


def look_up(repo: str, revision: str, endpoint: str | None = None) -> HubRepo:
    """Ask the hub which commit `revision` is and what is in it; files in subfolders are left out.

    Raises: ModelError saying what to do: no such model or revision, not allowed, no network.
    """
    from huggingface_hub import HfApi

    with explained(repo, revision):
        info = HfApi(endpoint=endpoint).model_info(repo, revision=revision, files_metadata=True, timeout=30)
    files = []
    for sibling in info.siblings or []:
        if "/" not in sibling.rfilename:
            sha256 = sibling.lfs.sha256 if sibling.lfs else ""
            git_sha1 = "" if sibling.lfs else sibling.blob_id or ""
            if sibling.size is None or not (sha256 or git_sha1):
                raise ModelError(
                    f"{repo}: the hub does not state size and hash of {sibling.rfilename}. Try again later."
                )
            files.append(HubFile(sibling.rfilename, sibling.size, sha256, git_sha1))
    if not info.sha:
        raise ModelError(f"{repo}: the hub did not say which commit {revision} is. Try again.")
    return HubRepo(repo, info.sha, _license(info), tuple(files))


def _license(info: "ModelInfo") -> str:
    """Return what the hub states, from the model's metadata; `other` is named by `license_name`."""
    metadata = info.card_data
    stated = metadata and (metadata.get("license") or metadata.get("licenses"))
    if metadata and stated == "other":
        stated = metadata.get("license_name") or stated
    if not stated:
        stated = [tag.removeprefix("license:") for tag in info.tags or [] if tag.startswith("license:")]
    return ", ".join(str(one) for one in stated) if isinstance(stated, list) else str(stated)


@contextmanager
def explained(repo: str, revision: str) -> Iterator[None]:
    """Turn what the hub or the network says into a sentence that ends in what to do."""
    from huggingface_hub import errors

    try:
        yield
    except errors.GatedRepoError as error:
        raise ModelError(
            f"{repo}: its owners want their conditions accepted first. Do so on the model's page on the hub, log in "
            f"with `hf auth login`, and pull again."
        ) from error
    except errors.RepositoryNotFoundError as error:
        raise ModelError(
            f"{repo}: the hub has no such model, or it is private. Check the card's repo; if it is private, log in "
            f"with `hf auth login` and pull again."
        ) from error
    except errors.RevisionNotFoundError as error:
        raise ModelError(
            f"{repo}: the hub has no revision {revision}. Check the card's revision, or --update."
        ) from error
    except errors.OfflineModeIsEnabled as error:
        raise ModelError(
            f"{repo}: HF_HUB_OFFLINE is set, so nothing can be pulled. Unset it and pull again."
        ) from error
    except errors.HfHubHTTPError as error:
        status = error.response.status_code
        hint = "Log in with `hf auth login`." if status in (401, 403) else "Try again later."
        raise ModelError(f"{repo}: the hub answered {status}. {hint} What has come is kept.") from error
    except errors.HTTPError as error:  # type: ignore[attr-defined]  # its HTTP library's own
        raise ModelError(
            f"{repo}: the hub cannot be reached ({error}). Check the network and pull again: what has come is kept. "
            f"For a machine that never has a network see docs/models.md, Without a network."
        ) from error
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{repo}: what answered is not a hub. Check HF_ENDPOINT, or a proxy on the way.") from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise ModelError(f"{repo}: the transfer broke off. Pull again: what has come is kept.") from error
