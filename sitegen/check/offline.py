"""What is read without a connection, and what an installed list shows: as stated, and there."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from sitegen.check.tree import Tree
from sitegen.model.problems import Location, Problem

WORKER = "service-worker.js"
FILES = "offline/files.json"
WEB_MANIFEST = "manifest.webmanifest"
# Both name files of the site without leading anybody to them.
LISTINGS = frozenset({WORKER, FILES})


def check_offline(out: Path, tree: Tree) -> Iterator[Problem]:
    """Problems of the files that work without a page: the list of what can be kept, and the web manifest.

    A file that was changed after the build is an error: whoever keeps the list would have a mix of two sites.
    """
    if WORKER in tree.files:
        yield from _listed(out, tree)
    if WEB_MANIFEST in tree.files:
        yield from _icons(tree)


def _listed(out: Path, tree: Tree) -> Iterator[Problem]:
    try:
        entries = [
            (unquote(str(address)), int(size), str(digest))
            for address, size, digest in json.loads(tree.texts.get(FILES, ""))["files"]
        ]
    except (ValueError, KeyError, TypeError):
        yield Problem(Location(FILES), "offline-list", "the list of what can be kept is missing or cannot be read")
        return
    for path, size, digest in entries:
        if path not in tree.files:
            yield Problem(Location(FILES), "dead-link", f"no such file: {path}")
        elif not _is_as_stated(out / path, size, digest):
            yield Problem(Location(path), "changed-file", "was changed after the build; build the site again")


def _is_as_stated(path: Path, size: int, digest: str) -> bool:
    try:
        content = path.read_bytes()
    except OSError:
        return True  # which is a problem of its own, told elsewhere
    return len(content) == size and hashlib.sha256(content).hexdigest().startswith(digest)


def _icons(tree: Tree) -> Iterator[Problem]:
    try:
        sources = [str(icon["src"]) for icon in json.loads(tree.texts.get(WEB_MANIFEST, ""))["icons"]]
    except (ValueError, KeyError, TypeError):
        yield Problem(Location(WEB_MANIFEST), "web-manifest", "cannot be read, or names no icons")
        return
    for source in sources:
        if unquote(source) not in tree.files:
            yield Problem(Location(WEB_MANIFEST), "dead-link", f"no such file: {source}")
