"""The scripts of search as one file: a query then waits for one script, on a page from disk as in a worker."""

import re

from sitegen.model.artifact import Artifact
from sitegen.site.assets import Assets, fingerprinted

# In the order in which they build on one another. lunr's licence asks that its notice stays: it begins the file.
SCRIPTS = (
    "lunr.min.js",
    "search-numbers.js",
    "search-text.js",
    "search-query.js",
    "search-snippet.js",
    "search-files.js",
    "search-vocabulary.js",
    "search-records.js",
    "search-terms.js",
    "search-engine.js",
    "search-facts.js",
    "search-store.js",
    "search-names.js",
    "search-column-files.js",
    "search-marks.js",
    "search-orders.js",
    "search-chosen.js",
    "search-facets.js",
    "search-columns.js",
    "search-plan.js",
    "search-phrase.js",
    "search-meant.js",
    "search-found.js",
    "search-people.js",
    "search-work.js",
)
# What starts them as the search page begins to load; it stands in that page.
EARLY_SCRIPT = "search-early.js"
# None of these has an address of its own.
PIECES = (*SCRIPTS, EARLY_SCRIPT)
PATH = "search/client.js"

_NOTICE = "lunr.min.js"
_COMMENT = re.compile(rb"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(rb"^[ \t]+|^\n", re.MULTILINE)


def client_artifact(assets: Assets) -> Artifact:
    """All scripts of the client behind one another, under a name that carries a digest of them.

    A content folder's own script of such a name takes the place of ours, as everywhere. Raises KeyError where one is
    missing.
    """
    scripts = (assets.content(name) for name in SCRIPTS)
    lean = (script if name == _NOTICE else lean_script(script) for name, script in zip(SCRIPTS, scripts, strict=True))
    content = b"\n;\n".join(script.rstrip() for script in lean) + b"\n"
    return Artifact(fingerprinted(PATH, content), content)


def lean_script(script: bytes) -> bytes:
    """A script without indentation and without the comments that have lines of their own: a quarter less to send.

    One with a backtick outside of such comments stays as it is: what is between two may go on over lines.
    """
    short = _COMMENT.sub(b"", script)
    return script if b"`" in short else _INDENT.sub(b"", short)
