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

sys.path.insert(0, str(Path(__file__).parents[2]))

from sitegen.build.content import load_content
from sitegen.build.pipeline import load_catalogue, plan
from sitegen.build.resources import load_static, template_folders
from sitegen.model.artifact import Artifact
from sitegen.render.pages import make_environment, render_page
from sitegen.search.index import search_artifacts
from sitegen.site.assets import FOLDER
from sitegen.site.pages import PageKind, Site

RENDERED = (PageKind.HOME, PageKind.SEARCH)


@contextmanager
def timed(step: str) -> Iterator[None]:
    """Print how long the block took, and the memory of the process so far."""
    start = time.perf_counter()
    yield
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{step}: {time.perf_counter() - start:.1f} s, at most {memory:.0f} MB so far\n")
    sys.stdout.flush()


def plan_content(folder: Path) -> Site:
    """The plan of a content folder."""
    with timed("read"):
        content = load_content(folder)
    with timed("merge and classify"):
        classified = load_catalogue(content)
    with timed(f"plan {len(classified.catalogue.papers):,} papers"):
        return plan(content, classified, load_static(folder))


def write(artifact: Artifact, out: Path) -> None:
    """Write one file of the site."""
    path = out / artifact.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(artifact.content)


def write_site(site: Site, content: Path, out: Path) -> None:
    """Write the files of search and what its page loads."""
    environment = make_environment(template_folders(content))
    for page in site.pages:
        if page.kind in RENDERED:
            write(render_page(environment, site, page), out)
    for artifact in site.lookups.assets.artifacts:
        write(artifact, out)
    for name, data in load_static(content).own.items():
        write(Artifact(f"{FOLDER}/{name}", data), out)
    with timed("index"):
        artifacts = tuple(search_artifacts(site))
    size = sum(len(artifact.content) for artifact in artifacts)
    sys.stdout.write(f"{len(artifacts):,} files of search, {size:,} bytes\n")
    for artifact in artifacts:
        write(artifact, out)


def main() -> None:
    """Build what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("content", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    shutil.rmtree(options.out, ignore_errors=True)
    write_site(plan_content(options.content), options.content, options.out)


if __name__ == "__main__":
    main()
