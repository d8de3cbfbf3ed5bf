"""sitemap.xml, robots.txt and .nojekyll."""

from xml.etree import ElementTree as ET

from sitegen.exports.all import EXPORTS
from sitegen.exports.nojekyll import export_nojekyll
from sitegen.exports.robots import export_robots
from sitegen.exports.sitemap import NAMESPACE, export_sitemap, sitemap_files
from sitegen.model.artifact import Artifact
from tests.toy import toy_site

BASE = "https://example.org/toy/"


def locations(artifact: Artifact) -> list[str]:
    """The addresses that a file of the sitemap names."""
    root = ET.fromstring(artifact.content)  # noqa: S314 -- what we just wrote
    return [element.text or "" for element in root.iter(f"{{{NAMESPACE}}}loc")]


def test_no_sitemap_without_an_address() -> None:
    """Sitemaps hold whole addresses; without a base_url there are none."""
    assert tuple(export_sitemap(toy_site())) == ()


def test_every_page_that_is_worth_finding() -> None:
    """Home, papers, terms and the owner's pages, each once; no old address, no error, no search form."""
    (artifact,) = export_sitemap(toy_site(base_url=BASE))
    found = locations(artifact)
    assert artifact.path == "sitemap.xml"
    assert len(set(found)) == len(found)
    assert {BASE, BASE + "about.html", BASE + "papers/only-a-title.html", BASE + "topics/lanterns.html"} <= set(found)
    assert not {
        BASE + name for name in ("404.html", "search.html", "health.html", "papers/bounded-lanterns.html")
    } & set(found)


def test_too_many_addresses_are_split() -> None:
    """Above the most that one file may hold, sitemap.xml lists the files."""
    urls = [f"{BASE}papers/p{at}.html" for at in range(7)]
    index, *parts = sitemap_files(urls, BASE, most=3)
    assert locations(index) == [BASE + part.path for part in parts]
    assert [address for part in parts for address in locations(part)] == urls
    assert [part.path for part in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]


def test_robots_may_read_everything() -> None:
    """And are told where the sitemap is, when there is one."""
    (without,) = export_robots(toy_site())
    (with_address,) = export_robots(toy_site(base_url=BASE))
    assert without.content == b"User-agent: *\nAllow: /\n"
    assert with_address.content == without.content + f"\nSitemap: {BASE}sitemap.xml\n".encode()


def test_github_pages_is_told_to_leave_the_files_alone() -> None:
    """The file is empty; its name is what counts."""
    assert tuple(export_nojekyll(toy_site())) == (Artifact(".nojekyll", b""),)


def test_exports_never_claim_a_path_twice() -> None:
    """Neither each other's nor a page's."""
    site = toy_site(base_url=BASE)
    paths = [artifact.path for export in EXPORTS for artifact in export(site)]
    assert len(set(paths)) == len(paths)
    assert not set(paths) & {page.path for page in site.pages}
    assert paths == [artifact.path for export in EXPORTS for artifact in export(toy_site(base_url=BASE))]
