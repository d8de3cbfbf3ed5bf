"""robots.txt: everything may be read, and where the sitemap is."""

from collections.abc import Iterator

from sitegen.exports.sitemap import SITEMAP
from sitegen.model.artifact import Artifact
from sitegen.site.pages import Site
from sitegen.site.urls import permalink


def export_robots(site: Site) -> Iterator[Artifact]:
    """Crawlers look for it at the root of a server only; under a sub-path it does no harm."""
    text = "User-agent: *\nAllow: /\n"
    if site.config.base_url:
        text += f"\nSitemap: {permalink(site.config.base_url, SITEMAP)}\n"
    yield Artifact("robots.txt", text.encode())
