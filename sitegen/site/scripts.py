"""Scripts that run together, as one file each: every request of a page costs time, however little it brings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

# The client of search, in the order in which its scripts build on one another: what the first hits of plain words need.
CLIENT_SCRIPTS = (
    "search-numbers.js",
    "search-text.js",
    "search-query.js",
    "search-snippet.js",
    "search-files.js",
    "search-records.js",
    "search-terms.js",
    "search-engine.js",
    "search-facts.js",
    "search-store.js",
    "search-plan.js",
    "search-found.js",
    "search-people.js",
    "search-work.js",
)
# The rest of it, which comes when it is asked for: filters and counts, patterns, phrases, words that may be meant.
# lunr's licence asks that its notice stays: it begins the file.
_NOTICE = "lunr.min.js"
LATER_SCRIPTS = (
    _NOTICE,
    "search-vocabulary.js",
    "search-names.js",
    "search-column-files.js",
    "search-marks.js",
    "search-orders.js",
    "search-chosen.js",
    "search-facets.js",
    "search-columns.js",
    "search-phrase.js",
    "search-meant.js",
)
# What starts the client as the search page begins to load; it stands in that page.
EARLY_SCRIPT = "search-early.js"
# What every page has: reading marks, the way to the search, to pages without a connection, and to the keys.
PAGE_SCRIPT = "page.js"

_RESULTS = (
    "search-ask.js",
    "search-row.js",
    "search-say.js",
    "search-filters.js",
    "search-chips.js",
    "search-boxes.js",
    "search-list.js",
    "search-results.js",
    "search-address.js",
)
# Files of several scripts, which run in this order.
BUNDLES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        PAGE_SCRIPT: ("marks.js", "marks-row.js", "search-open.js", "offline.js", "keys.js"),
        "paper.js": ("marks-paper.js", "paper.js"),
        "search-dialog.js": ("search-ask.js", "search-row.js", "search-say.js", "search-dialog.js"),
        "search-page.js": (*_RESULTS, "search-page.js"),
        "list-page.js": (*_RESULTS, "list-page.js"),
        "map-page.js": (
            "search-ask.js",
            "map-plane.js",
            "map-points.js",
            "map-canvas.js",
            "map-many.js",
            "map-picture.js",
            "map-card.js",
            "map-hits.js",
            "map-pointer.js",
            "map-page.js",
        ),
        "marks-page.js": ("marks-file.js", "marks-groups.js", "marks-page.js"),
        "marks-titles.js": ("search-ask.js", "marks-titles.js"),
    }
)
# None of these has an address of its own.
PIECES = tuple(
    name
    for name in (*CLIENT_SCRIPTS, *LATER_SCRIPTS, EARLY_SCRIPT, *chain.from_iterable(BUNDLES.values()))
    if name not in BUNDLES
)

_COMMENT = re.compile(rb"^[ \t]*/\*(?!!).*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(rb"^[ \t]+|^\n", re.MULTILINE)


def with_bundles(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, with the BUNDLES; raises KeyError where a script of one of these is missing."""
    bundles = {name: joined_scripts(map(files.__getitem__, scripts)) for name, scripts in BUNDLES.items()}
    return {**files, **bundles}


def all_lean(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, each style sheet and script lean: a page is painted when its own have come."""
    return {
        name: lean_script(content) if name.endswith((".css", ".js")) and name != _NOTICE else content
        for name, content in files.items()
    }


def joined_scripts(scripts: Iterable[bytes]) -> bytes:
    """Scripts behind one another."""
    return b"\n;\n".join(script.rstrip() for script in scripts) + b"\n"


def lean_script(script: bytes) -> bytes:
    """A script or a style without indentation and without comments on lines of their own: a quarter less to send.

    A comment that begins with "!", as notices of licences do, stays.
    One with a backtick outside of such comments, or with a line that ends in a backslash, stays as it is: a text may go
    on over lines.
    """
    short = _COMMENT.sub(b"", script)
    return script if b"`" in short or b"\\\n" in short else _INDENT.sub(b"", short)
