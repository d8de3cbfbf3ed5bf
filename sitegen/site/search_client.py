"""The client of search: what a worker runs, or a page that was opened from disk."""

from sitegen.model.artifact import Artifact
from sitegen.site.assets import Assets, fingerprinted
from sitegen.site.scripts import CLIENT_SCRIPTS, joined_scripts

PATH = "search/client.js"


def client_artifact(assets: Assets) -> Artifact:
    """All scripts of the client behind one another, under a name that carries a digest of them.

    A content folder's own script of such a name takes the place of ours, as everywhere. Raises KeyError where one is
    missing.
    """
    content = joined_scripts(map(assets.content, CLIENT_SCRIPTS))
    return Artifact(fingerprinted(PATH, content), content)
