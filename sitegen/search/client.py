"""The scripts of search as one file: a query then waits for one script, on a page from disk as in a worker."""

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
    "search-terms.js",
    "search-engine.js",
    "search-facts.js",
    "search-store.js",
    "search-authors.js",
    "search-columns.js",
    "search-plan.js",
    "search-phrase.js",
    "search-meant.js",
    "search-people.js",
    "search-work.js",
)
PATH = "search/client.js"


def client_artifact(assets: Assets) -> Artifact:
    """All scripts of the client behind one another, under a name that carries a digest of them.

    A content folder's own script of such a name takes the place of ours, as everywhere. Raises KeyError where one is
    missing.
    """
    scripts = (assets.content(name).rstrip() for name in SCRIPTS)
    content = b"\n;\n".join(scripts) + b"\n"
    return Artifact(fingerprinted(PATH, content), content)
