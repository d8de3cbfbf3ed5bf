"""The files of search: a manifest, the client, and the parts that a query loads when it needs them."""

from collections.abc import Iterable, Iterator

from sitegen.model.artifact import Artifact
from sitegen.search.analysis import analyse
from sitegen.search.documents import unordered_documents
from sitegen.search.parts import START_PATH
from sitegen.search.sharded import sharded_artifacts
from sitegen.site.lookups import Lookups
from sitegen.site.pages import Site
from sitegen.site.search_start import with_search_start


def search_artifacts(site: Site) -> Iterator[Artifact]:
    """Everything below `search/`, the manifest first.

    The files are scripts, since a page opened from disk can load nothing else. The manifest has the one fixed name;
    what it names carries a digest of its content, so an old index never meets new scripts.
    """
    return index_artifacts(site.lookups)


def index_artifacts(lookups: Lookups) -> Iterator[Artifact]:
    """The same files where no page was planned: they tell nothing that `with_likeness` or a view would add."""
    return sharded_artifacts(lookups, analyse(unordered_documents(lookups)))


def with_search(site: Site, files: Iterable[Artifact]) -> Site:
    """The site with a search page that starts with these files, which `search_artifacts` made of it."""
    begin = START_PATH.removesuffix(".js")
    return with_search_start(site, next(file.path for file in files if file.path.startswith(begin)))
