"""The service worker, and the files by which it knows which version of the site it has.

The version is a digest over every file, so it can only be made last, when all others are there.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.resources import files

from sitegen.model.artifact import Artifact
from sitegen.site import urls
from sitegen.site.pages import Site

# Of use to servers and crawlers only. The page of addresses that do not exist is the server's to show.
_NOT_KEPT = (".nojekyll", "robots.txt", "sitemap*.xml", urls.FEED, urls.NOT_FOUND)
# What every page needs; pictures come when they are looked at.
_CORE_ENDINGS = (".css", ".js", ".svg")
# The parts of the worker, in the order in which they build on one another.
_PARTS = ("kept.js", "answers.js", "versions.js", "messages.js")
_DIGEST_LENGTH = 10
_VERSION_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineFile:
    """A file that can be kept: its address from the site's root, its size in bytes, and a digest of them."""

    address: str
    size: int
    digest: str


def offline_file(artifact: Artifact) -> OfflineFile | None:
    """The entry of a file of the site; None for one that nobody reads without a connection."""
    if any(fnmatchcase(artifact.path, pattern) for pattern in _NOT_KEPT):
        return None
    digest = hashlib.sha256(artifact.content).hexdigest()[:_DIGEST_LENGTH]
    return OfflineFile(address=urls.quoted(artifact.path), size=len(artifact.content), digest=digest)


def export_service_worker(site: Site, entries: Iterable[OfflineFile]) -> Iterator[Artifact]:
    """The worker, the state of the site (its version, and how much there is to keep), and the list of all its files.

    `entries` are all other files of the site, in any order. The list is a file of its own, since it grows with the
    site and only who keeps the whole site needs it.
    """
    listed = sorted(entries, key=lambda each: each.address)
    code = "".join(files("sitegen.exports").joinpath("worker", name).read_text(encoding="utf-8") for name in _PARTS)
    version = _version(code, listed)
    state = {"version": version, "files": len(listed), "bytes": sum(each.size for each in listed)}
    listing = {"version": version, "files": [[each.address, each.size, each.digest] for each in listed]}
    known = {
        "version": version,
        "core": _core(site),
        "offline": urls.OFFLINE,
        "state": urls.OFFLINE_STATE,
        "files": urls.OFFLINE_FILES,
    }
    yield Artifact(urls.OFFLINE_STATE, _json(state))
    yield Artifact(urls.OFFLINE_FILES, _json(listing))
    yield Artifact(urls.SERVICE_WORKER, b"var SITE = " + _json(known).strip() + b";\n" + code.encode())


def _core(site: Site) -> list[str]:
    """What is kept from the first visit on: the page that stands in for others, the home page, styles and scripts."""
    static = sorted(path for path in site.assets.paths.values() if path.endswith(_CORE_ENDINGS))
    return [urls.OFFLINE, urls.HOME, *(urls.quoted(path) for path in static)]


def _version(code: str, listed: Iterable[OfflineFile]) -> str:
    lines = (f"{each.address} {each.size} {each.digest}\n" for each in listed)
    return hashlib.sha256("".join([code, *lines]).encode()).hexdigest()[:_VERSION_LENGTH]


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"
