"""The registry of exports: a new output is one new module and one name in this tuple."""

from collections.abc import Callable, Iterator

from sitegen.exports.bibtex import export_bibtex
from sitegen.exports.feed import export_feed
from sitegen.exports.map_files import export_map_files
from sitegen.exports.nojekyll import export_nojekyll
from sitegen.exports.papers_json import export_papers_json
from sitegen.exports.robots import export_robots
from sitegen.exports.sitemap import export_sitemap
from sitegen.exports.web_manifest import export_web_manifest
from sitegen.model.artifact import Artifact
from sitegen.site.pages import Site

EXPORTS: tuple[Callable[[Site], Iterator[Artifact]], ...] = (
    export_bibtex,
    export_feed,
    export_map_files,
    export_nojekyll,
    export_papers_json,
    export_robots,
    export_sitemap,
    export_web_manifest,
)
