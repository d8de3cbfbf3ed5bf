"""The files of search: an index, a store of what hits show, and the script that names the two."""

import json
from collections.abc import Iterator
from typing import Any

from sitegen.model.artifact import Artifact
from sitegen.search.analysis import analyse
from sitegen.search.documents import unordered_documents
from sitegen.search.lunr_index import build_lunr_index
from sitegen.search.packing import pack_index
from sitegen.search.sharded import sharded_artifacts
from sitegen.search.store import make_store
from sitegen.site.assets import fingerprinted
from sitegen.site.pages import Site
from sitegen.site.urls import SEARCH, SEARCH_INDEX, relative_url

# Loaded in this order, before the index.
SCRIPTS = (
    "lunr.min.js",
    "search-text.js",
    "search-query.js",
    "search-snippet.js",
    "search-index.js",
    "search-answer.js",
)
WORKER = "search-worker.js"

# What `static/search.js` must know how to read; a page kept from an older site says so instead of failing.
FORMAT = 1


def search_artifacts(site: Site) -> Iterator[Artifact]:
    """Everything below `search/`.

    The files are scripts, since a page opened from disk can load nothing else. The manifest has the one fixed name;
    what it names (index, papers and the scripts that read them) carries a digest of its content, so an old index never
    meets new scripts. Its addresses are relative to the search page.
    """
    analysis = analyse(unordered_documents(site))
    documents = tuple(read.document for read in analysis.documents)
    packed = pack_index(build_lunr_index(documents), [document.ref for document in documents])
    index = _hashed("index", "sitegenSearchIndex", packed)
    papers = _hashed("papers", "sitegenSearchPapers", make_store(site.lookups, documents))
    manifest = {
        "format": FORMAT,
        "worker": _href(site.lookups.assets.path(WORKER)),
        "scripts": [
            *(_href(site.lookups.assets.path(name)) for name in SCRIPTS),
            _href(index.path),
            _href(papers.path),
        ],
        "count": len(documents),
    }
    yield Artifact(SEARCH_INDEX, _script("sitegenSearchManifest", manifest))
    yield index
    yield papers
    yield from sharded_artifacts(site.lookups, analysis)


def _script(name: str, value: Any) -> bytes:
    # JSON in a string is parsed several times faster than the same text as a script.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\\", r"\\").replace("'", r"\'")
    return f"self.{name}=JSON.parse('{text}');\n".encode()


def _hashed(stem: str, name: str, value: Any) -> Artifact:
    content = _script(name, value)
    folder = SEARCH_INDEX.rpartition("/")[0]
    return Artifact(fingerprinted(f"{folder}/{stem}.js", content), content)


def _href(path: str) -> str:
    return relative_url(SEARCH, path)
