"""What a run reads, as one short value: the same files with the same bytes have the same fingerprint."""

import hashlib
from collections.abc import Sequence

from pipeline.ingest.files import find_files

_BLOCK_BYTES = 1 << 20


def input_fingerprint(inputs: Sequence[str]) -> str:
    """Return 64 hexadecimal digits, a digest of the label and the SHA-256 of every input file in order.

    A file that cannot be read counts as such. Standard input has to be in a file by now (`spool_standard_input`).
    Raises: InputError if there is nothing to read.
    """
    whole = hashlib.sha256()
    for file in find_files(inputs):
        whole.update(f"{file.label}\0".encode("utf-8", "surrogateescape"))
        own = hashlib.sha256()
        try:
            if not file.path.is_file():
                raise FileNotFoundError(file.path)
            with file.path.open("rb") as stream:
                while block := stream.read(_BLOCK_BYTES):
                    own.update(block)
            whole.update(own.digest())
        except OSError:
            whole.update(b"unreadable")
    return whole.hexdigest()
