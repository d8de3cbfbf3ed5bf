"""A preview of a scratch site, run as a program of its own: `python scratch_site.py FOLDER`.

The build copies `FOLDER/content` into a new folder and puts that in the place of `FOLDER/out`; a file `broken` in the
content makes it fail with the text of that file. Each build adds a line to `FOLDER/builds`.
"""

import shutil
import sys
import time
from pathlib import Path

from sitegen.serve.outcome import BuildOutcome
from sitegen.serve.server import serve_site

BUILD_SECONDS = 0.2


def build(folder: Path) -> BuildOutcome:
    """One build, slow enough for changes to arrive while it runs."""
    content, new, out, old = (folder / name for name in ("content", "new", "out", "old"))
    with (folder / "builds").open("a", encoding="utf-8") as log:
        log.write("build\n")
    broken = content / "broken"
    if broken.exists():
        return BuildOutcome(ok=False, message=broken.read_text(encoding="utf-8"))
    shutil.copytree(content, new)
    time.sleep(BUILD_SECONDS)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    return BuildOutcome(ok=True, message="built")


def main() -> None:
    """Serves until it is interrupted."""
    folder = Path(sys.argv[1])
    serve_site(
        build=lambda: build(folder),
        root=folder / "out",
        watch=(folder / "content", folder / "settings.yaml", folder / "nowhere"),
        announce=say,
    )
    say("ended")


def say(line: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
