"""Write tests/golden/site anew: `python -m tests.golden.regenerate`; then read the diff before you commit it."""

import shutil
import tempfile
from pathlib import Path

from tests.golden.building import SITE, build_golden, tree


def main() -> None:
    """Build the golden content and keep what comes out."""
    with tempfile.TemporaryDirectory() as work:
        built, _ = build_golden(Path(work) / "golden")
        shutil.rmtree(SITE, ignore_errors=True)
        for name, content in tree(built).items():
            target = SITE / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


if __name__ == "__main__":
    main()
