"""Build only what search needs of a site: its files, the scripts and styles, the search page and the home page.

    python benchmarks/search/made_site.py CONTENT OUT

Reads the content folder, merges, classifies and plans as `sitegen build` does, then leaves out the pages of papers,
topics, authors and so on: at 100,000 papers they take most of the time and have no part in search. Prints the seconds
of each step and the highest memory so far.
"""

import argparse
import resource
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from serving import COLUMNS

sys.path.insert(0, str(Path(__file__).parents[2]))

from sitegen.build.content import load_content
from sitegen.build.pipeline import load_catalogue, plan
from sitegen.build.resources import load_static, template_folders
from sitegen.model.artifact import Artifact
from sitegen.render.pages import make_environment, render_page
from sitegen.search.index import search_artifacts, with_search
from sitegen.site.assets import FOLDER
from sitegen.site.pages import PageKind, Site

RENDERED = (PageKind.HOME, PageKind.SEARCH)
KINDS = {"t": "terms", "v": "vocabulary", "h": "cards", "b": "texts", "r": "ids", "index": "manifest"}
KINDS |= dict.fromkeys(COLUMNS, "columns")


class Clock:
    """Prints how long each step took, and keeps it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time the block; its seconds are printed with the memory of the process so far."""
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stderr.write(f"{name}: {self.seconds[name]:.1f} s, at most {memory:.0f} MB so far\n")


def plan_content(folder: Path, clock: Clock) -> Site:
    """The plan of a content folder."""
    with clock.step("read"):
        content = load_content(folder)
    with clock.step("merge and classify"):
        classified = load_catalogue(content)
    with clock.step("plan"):
        return plan(content, classified, load_static(folder))


def write(artifact: Artifact, out: Path) -> None:
    """Write one file of the site."""
    path = out / artifact.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(artifact.content)


def write_site(site: Site, content: Path, out: Path, clock: Clock) -> None:
    """Write the files of search and what its page loads; what was in `out` goes."""
    shutil.rmtree(out, ignore_errors=True)
    with clock.step("index"):
        files = tuple(search_artifacts(site))
    for artifact in files:
        write(artifact, out)
    environment, started = make_environment(template_folders(content)), with_search(site, files)
    for page in started.pages:
        if page.kind in RENDERED:
            write(render_page(environment, started, page), out)
    for artifact in site.lookups.assets.artifacts:
        write(artifact, out)
    for name, data in load_static(content).own.items():
        write(Artifact(f"{FOLDER}/{name}", data), out)


def sizes(out: Path) -> dict[str, tuple[int, int]]:
    """The files below `search/` by kind (a part's name without its number): how many, and their bytes on disk."""
    found: dict[str, tuple[int, int]] = {}
    for path in sorted((out / "search").rglob("*.js")):
        kind = KINDS.get(path.stem.rstrip("0123456789"), "client")
        files, size = found.get(kind, (0, 0))
        found[kind] = (files + 1, size + path.stat().st_size)
    return found


def main() -> None:
    """Build what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("content", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    clock = Clock()
    site = plan_content(options.content, clock)
    write_site(site, options.content, options.out, clock)
    for kind, (files, size) in sizes(options.out).items():
        sys.stdout.write(f"{kind}: {files:,} files, {size:,} bytes\n")


if __name__ == "__main__":
    main()
