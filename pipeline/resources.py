"""Where the files that travel with Tezy lie, and where it keeps its own.

In a wheel the top-level folders `models/`, `configs/` and `seeds/` are packed as `pipeline/_data/`; in a checkout they
are beside `pipeline/`. Importing this module touches no disk.
"""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """Return the packaged folder `name` ("models", "configs"), from the wheel or the checkout."""
    packed = PACKAGE / "_data" / name
    return packed if packed.is_dir() else PACKAGE.parent / name


def home() -> Path:
    """Return the folder for what must outlast a run: translation memory, pulled and converted models.

    `$TEZY_HOME` if set, else the platform's folder for user data. Not created here.
    """
    if stated := os.environ.get("TEZY_HOME"):
        return Path(stated).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("tezy", appauthor=False))


def memory_path() -> Path:
    """Return the file of the memory (see `pipeline.store.memory`)."""
    return home() / "memory.sqlite"
