"""Peak memory of a night of 5,000 articles against one of 500: it must not grow with the articles.

    python benchmarks/memory.py [--small 500] [--large 5000]

Both nights run in processes of their own with the same tiny translator of random weights, so that what is measured is
everything around the model. The articles are made up, no two the same. Exit status 3 if the ratio is over 1.2.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.night.nights import build_own_model, environment, write_articles, write_config

ALLOWED = 1.2


def main() -> int:
    """Run both nights and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", type=int, default=500)
    parser.add_argument("--large", type=int, default=5000)
    counts = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        config = write_config(place / "night.toml", build_own_model(place / "model"))
        print(f"{'articles':>8}  {'seconds':>8}  {'peak MiB':>8}")
        peaks = [_night(place, config, count) for count in (counts.small, counts.large)]
    ratio = peaks[1] / peaks[0]
    print(f"ratio {ratio:.2f} (allowed {ALLOWED})")
    return 0 if ratio <= ALLOWED else 3


def _night(place: Path, config: Path, count: int) -> float:
    """Return the peak resident memory in MiB of a night of `count` articles."""
    articles = write_articles(place / f"in-{count}", count)
    command = [sys.executable, "-m", "pipeline", "run", articles, "--config", config, "--out", place / f"out-{count}"]
    start = time.monotonic()
    log = os.open(place / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    actions = [(os.POSIX_SPAWN_DUP2, log, 1), (os.POSIX_SPAWN_DUP2, log, 2)]
    own = {**environment(place / f"home-{count}"), "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    process = os.posix_spawn(sys.executable, [str(part) for part in command], own, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit((place / "log").read_text())
    peak = usage.ru_maxrss / 1024
    print(f"{count:>8}  {time.monotonic() - start:>8.1f}  {peak:>8.0f}", flush=True)
    return peak


if __name__ == "__main__":
    sys.exit(main())
