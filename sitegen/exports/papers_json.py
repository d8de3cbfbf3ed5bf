"""papers.json: the whole list for programs, with the fields of `sitegen list --format jsonl`."""

import json
from collections.abc import Iterator

from sitegen.catalogue.paper_json import paper_fields
from sitegen.model.artifact import Artifact
from sitegen.site.pages import Site
from sitegen.site.urls import PAPERS_JSON


def export_papers_json(site: Site) -> Iterator[Artifact]:
    """A JSON list in catalogue order, one paper a line, so that versions of it compare line by line."""
    lines = [json.dumps(paper_fields(paper), ensure_ascii=False) for paper in site.catalogue.papers]
    text = "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
    yield Artifact(PAPERS_JSON, text.encode())
