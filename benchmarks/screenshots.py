"""Take the pictures of a published digest that docs/ shows: two widths, light and dark, and a printed page.

    python -m benchmarks.screenshots outputs/latest docs

Needs Chromium. Take them of the sample night in seeds/ only: pictures of others' articles are theirs.
"""

import argparse
import tempfile
from pathlib import Path

from tests.browser import find_chromium, open_browser

SIZES = ((390, 1250, "#front"), (1280, 1350, "body"))  # width, height, where the picture begins


def main() -> None:
    """Write digest-WIDTH-light.png, digest-WIDTH-dark.png and digest-print.pdf."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    browser = find_chromium()
    if browser is None:
        parser.error("no Chromium found: install one")
    with tempfile.TemporaryDirectory() as profile, open_browser(browser, Path(profile)) as page:
        for width, height, begins in SIZES:
            for scheme in ("light", "dark"):
                page.size(width, height, scheme)
                page.open(options.run / "digest.html")
                (options.out / f"digest-{width}-{scheme}.png").write_bytes(page.picture(height, begins))
        page.size(1280, 900)
        page.open(options.run / "digest.html")
        (options.out / "digest-print.pdf").write_bytes(page.print())


if __name__ == "__main__":
    main()
