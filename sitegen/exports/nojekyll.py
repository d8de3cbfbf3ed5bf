""".nojekyll: GitHub Pages publishes the files as they are, and does not run its own generator over them."""

from collections.abc import Iterator

from sitegen.model.artifact import Artifact
from sitegen.site.pages import Site


def export_nojekyll(_site: Site) -> Iterator[Artifact]:
    """An empty file whose name says it all."""
    yield Artifact(".nojekyll", b"")
