"""sitemap.xml: every page that is worth finding (https://www.sitemaps.org/protocol.html)."""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from sitegen.exports.xml_writing import add_element, xml_bytes
from sitegen.model.artifact import Artifact
from sitegen.model.cutting import pieces_of
from sitegen.site.pages import PageKind, Site
from sitegen.site.urls import permalink

SITEMAP = "sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_URLS = 50_000

# A search form, a list of what is amiss, an old address and an error say nothing by themselves.
_LEFT_OUT = frozenset({PageKind.SEARCH, PageKind.HEALTH, PageKind.OFFLINE, PageKind.REDIRECT, PageKind.NOT_FOUND})


def export_sitemap(site: Site) -> Iterator[Artifact]:
    """The sitemap, or above MOST_URLS addresses an index of several; nothing without a base_url."""
    base_url = site.config.base_url
    if base_url is None:
        return
    urls = sorted(permalink(base_url, page.path) for page in site.pages if page.kind not in _LEFT_OUT)
    yield from sitemap_files(urls, base_url, most=MOST_URLS)


def sitemap_files(urls: Sequence[str], base_url: str, *, most: int) -> Iterator[Artifact]:
    """Addresses as files of at most `most` each; the first file is always sitemap.xml."""
    if len(urls) <= most:
        yield Artifact(SITEMAP, _listing("urlset", "url", urls))
        return
    parts = list(pieces_of(urls, most))
    names = [f"sitemap-{number}.xml" for number, _ in enumerate(parts, start=1)]
    yield Artifact(SITEMAP, _listing("sitemapindex", "sitemap", [permalink(base_url, name) for name in names]))
    for name, part in zip(names, parts, strict=True):
        yield Artifact(name, _listing("urlset", "url", part))


def _listing(root_tag: str, item_tag: str, urls: Sequence[str]) -> bytes:
    root = ET.Element(root_tag, {"xmlns": NAMESPACE})
    for url in urls:
        add_element(add_element(root, item_tag), "loc", url)
    return xml_bytes(root)
