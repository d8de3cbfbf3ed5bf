"""Where an address leads from a file of the built site."""

import posixpath
import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOSTED = frozenset({"http", "https", "ws", "wss"})
_CODE = frozenset({"javascript", "vbscript", "file"})


class Reach(Enum):
    """How far an address leads."""

    INSIDE = auto()
    ELSEWHERE = auto()
    NOWHERE = auto()
    """Data in the address itself, a mail address, a telephone number."""
    OUTSIDE_BASE = auto()
    MALFORMED = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """What an address means: for one inside the site, the path from the output folder and the fragment, decoded.

    A path that ends in `/` (or is empty) is a folder.
    """

    reach: Reach
    path: str = ""
    fragment: str = ""


def resolve(address: str, *, source: str, base_path: str, base: str = "") -> Target:
    """The target of an address as written in the file `source`.

    `base_path` is the absolute path that the output folder is served under and ends in `/`; `base` is the page's own
    `<base href>`. Backslashes and spaces, which browsers mend each in its own way, make an address malformed.
    """
    reach = _reach(address)
    if reach is not Reach.INSIDE:
        return Target(reach)
    if base and address and not address.startswith(("/", "#")):
        address = posixpath.join(posixpath.dirname(base) + "/", address)
        return resolve(address, source=source, base_path=base_path)
    parts = urlsplit(address)
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return Target(Reach.INSIDE, source, fragment)
    if not path.startswith("/"):
        return _inside(posixpath.join(posixpath.dirname(source), path), fragment)
    if path.startswith(base_path) or path == base_path.rstrip("/"):
        return _inside(path[len(base_path) :], fragment)
    return Target(Reach.OUTSIDE_BASE)


def _reach(address: str) -> Reach:
    """How far an address leads by its form alone; one without scheme or host counts as inside."""
    scheme = _SCHEME.match(address)
    if address.startswith("//") or (scheme and scheme[1].lower() in _HOSTED):
        return Reach.ELSEWHERE
    if scheme:
        return Reach.MALFORMED if scheme[1].lower() in _CODE else Reach.NOWHERE
    try:
        urlsplit(address)
    except ValueError:
        return Reach.MALFORMED
    return Reach.MALFORMED if "\\" in address or any(map(str.isspace, address)) else Reach.INSIDE


def _inside(path: str, fragment: str) -> Target:
    normal = posixpath.normpath(path) if path else "."
    if normal == ".." or normal.startswith("../"):
        return Target(Reach.OUTSIDE_BASE)
    is_folder = normal == "." or path.endswith(("/", "/.", "/.."))
    normal = "" if normal == "." else normal
    return Target(Reach.INSIDE, f"{normal}/" if is_folder and normal else normal, fragment)


def path_of(address: str) -> str:
    """The path in an absolute address; empty when it has none, or cannot be read."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""
