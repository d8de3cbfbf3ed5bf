"""Where every page stands, and how one page points to another.

Paths are relative to the output folder and written with `/`. Further pages of a list stand in a folder that is named
like its first page, so that no slug (`gans-page-2`) can claim them; `index` is the one name that no slug may have.
"""

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from sitegen.config import TaxonomyKind

# How the address of a page of the site is written on one page.
Href = Callable[[str], str]

HOME = "index.html"
SEARCH = "search.html"
SEARCH_INDEX = "search/index.js"
CHARTS = "charts.html"
MAP = "map.html"
MY_LIST = "my-list.html"
HEALTH = "health.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
OFFLINE = "offline.html"
OFFLINE_STATE = "offline/state.json"
OFFLINE_FILES = "offline/files.json"
SERVICE_WORKER = "service-worker.js"
WEB_MANIFEST = "manifest.webmanifest"
PAPERS_JSON = "papers.json"
PAPERS_BIB = "papers.bib"

_PLAIN = re.compile(r"[A-Za-z0-9/._-]*")


def papers_path(page: int = 1) -> str:
    """The list of all papers, from page 1."""
    return "papers/index.html" if page == 1 else f"papers/page-{page}.html"


def paper_path(paper_id: str) -> str:
    """The page of one paper, or of a redirect to one."""
    return f"papers/{paper_id}.html"


def index_path(kind: TaxonomyKind, page: int = 1, *, by_size: bool = False) -> str:
    """The list of all terms of a kind, in its own order or by number of papers, from page 1."""
    if not by_size:
        return f"{kind}/index.html" if page == 1 else f"{kind}/index/page-{page}.html"
    return f"{kind}/index/by-size.html" if page == 1 else f"{kind}/index/by-size-page-{page}.html"


def term_path(kind: TaxonomyKind, slug: str, page: int = 1) -> str:
    """The papers of one term, from page 1."""
    return f"{kind}/{slug}.html" if page == 1 else f"{kind}/{slug}/page-{page}.html"


def changes_path(slug: str, page: int = 1) -> str:
    """What the dump of a slug brought, from page 1."""
    return (
        f"{TaxonomyKind.DUMPS}/{slug}/changes.html" if page == 1 else f"{TaxonomyKind.DUMPS}/{slug}/changes-{page}.html"
    )


def view_path(slug: str, page: int = 1) -> str:
    """The papers of a saved view, from page 1."""
    return f"views/{slug}.html" if page == 1 else f"views/{slug}/page-{page}.html"


def free_page_path(slug: str) -> str:
    """A page of content/pages."""
    return f"{slug}.html"


def quoted(path: str) -> str:
    """A path as it is written in an address."""
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/")


def relative_url(from_path: str, to_path: str, fragment: str = "") -> str:
    """The shortest address that leads from one page to another under any sub-path and from disk."""
    tail = f"#{quote(fragment)}" if fragment else ""
    if from_path == to_path and tail:
        return tail
    here, there = from_path.split("/")[:-1], to_path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + quoted("/".join(there[shared:])) + tail


def href_from(path: str) -> Href:
    """What writes addresses as they are on the page at `path`."""
    return lambda target: relative_url(path, target)


def base_path(base_url: str) -> str:
    """The path under which the site stands on its server, with a slash at both ends."""
    return urlsplit(base_url).path or "/"


def rooted_url(base_url: str, to_path: str) -> str:
    """The address of a page from the root of its server: it holds at any depth, but not from disk."""
    return base_path(base_url) + quoted(to_path)


def permalink(base_url: str, path: str) -> str:
    """The one absolute address of a page; the index of a folder is the folder."""
    folder, _, name = path.rpartition("/")
    shown = path if name != "index.html" else f"{folder}/" if folder else ""
    return base_url + quoted(shown)
