"""Files that nothing in the site leads to."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from posixpath import basename

from sitegen.check.offline import LISTINGS
from sitegen.check.tree import Tree
from sitegen.model.problems import Location, Problem, Severity

# Found by their name alone: by servers, hosts, crawlers and browsers.
_KNOWN_BY_NAME = (
    "index.html 404.html robots.txt sitemap*.xml CNAME favicon.ico humans.txt _headers _redirects LICENSE* ads.txt "
    "security.txt offline/state.json apple-touch-icon*.png browserconfig.xml"
).split()
_FILE_NAME = re.compile(r"[\w.~-]+\.[A-Za-z0-9]+")


def check_orphans(tree: Tree, pairs: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    """A warning for each file that no page leads to.

    A file is led to by a link or a load of another file, or by its name in a script, a list or a `data-` attribute.
    Files that are known by their name (`robots.txt`), hidden ones and redirect pages need no link.
    """
    linked = {target for source, target in pairs if source != target}
    named = _named(tree)
    for path in sorted(tree.files - linked):
        page = tree.pages.get(path)
        if not _is_known(path) and basename(path) not in named and not (page and page.is_redirect):
            message = "no page links to this file"
            yield Problem(Location(path), "orphan-file", message, Severity.WARNING)


def _is_known(path: str) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return hidden or any(fnmatchcase(path, pattern) for pattern in _KNOWN_BY_NAME)


def _named(tree: Tree) -> set[str]:
    """Every file name in the scripts, lists and `data-` attributes of the site, but for lists of all its files."""
    words = [word for page in tree.pages.values() for word in set(page.words)]
    texts = (text for path, text in tree.texts.items() if path not in LISTINGS)
    return {name for text in {*texts, *words} for name in _FILE_NAME.findall(text)}
