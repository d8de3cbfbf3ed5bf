"""The sharded index of a site: its manifest, the parts that it leads to, and the client that reads them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sitegen.model.artifact import Artifact
from sitegen.search.analysis import Analysis
from sitegen.search.column_parts import column_parts
from sitegen.search.parts import FORMAT, generation_of, manifest_artifact, part_artifact, start_artifact
from sitegen.search.store_parts import store_parts
from sitegen.search.term_index import term_parts
from sitegen.site.lookups import Lookups
from sitegen.site.search_client import client_artifact, later_artifact


def sharded_artifacts(lookups: Lookups, analysis: Analysis) -> Iterator[Artifact]:
    """The manifest, which has the one fixed name, the client in two files and once with the manifest, and all parts.

    The manifest's entries are those of `term_parts`, `store_parts` and `column_parts`, with `format`, `date` (when the
    newest listing was saved, in ISO form, or null), `client` and `later` (paths in the site) and `generation`.
    """
    documents = [read.document for read in analysis.documents]
    client, later = client_artifact(lookups.assets), later_artifact(lookups.assets)
    entries: dict[str, Any] = {
        "format": FORMAT,
        "date": _newest(lookups),
        "client": client.path,
        "later": later.path,
    }
    made = (term_parts(analysis), store_parts(lookups, documents), column_parts(lookups, documents))
    for more, _ in made:
        entries |= more
    parts = [part for _, each in made for part in each]
    generation = generation_of(entries, parts)
    manifest = manifest_artifact(entries, generation)
    yield manifest
    yield from (client, later, start_artifact(manifest, client))
    yield from (part_artifact(part, generation) for part in parts)


def _newest(lookups: Lookups) -> str | None:
    saved = (reading.dump.metadata.captured for reading in lookups.readings.values())
    newest: date | None = max((day for day in saved if day), default=None)
    return newest.isoformat() if newest else None
