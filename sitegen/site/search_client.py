"""The client of search: what a worker runs, or a page that was opened from disk."""

from collections.abc import Sequence

from sitegen.model.artifact import Artifact
from sitegen.site.assets import Assets, fingerprinted
from sitegen.site.scripts import CLIENT_SCRIPTS, LATER_SCRIPTS, joined_scripts

PATH = "search/client.js"
LATER_PATH = "search/later.js"


def client_artifact(assets: Assets) -> Artifact:
    """The scripts that every question needs behind one another, under a name that carries a digest of them.

    A content folder's own script of such a name takes the place of ours, as everywhere. Raises KeyError where one is
    missing.
    """
    return _joined(assets, PATH, CLIENT_SCRIPTS)


def later_artifact(assets: Assets) -> Artifact:
    """The same of those that the client asks for when a question needs them."""
    return _joined(assets, LATER_PATH, LATER_SCRIPTS)


def _joined(assets: Assets, path: str, scripts: Sequence[str]) -> Artifact:
    content = joined_scripts(map(assets.content, scripts))
    return Artifact(fingerprinted(path, content), content)
