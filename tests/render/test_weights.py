"""What the pages of the shipped list weigh as they are sent, and that they say all without scripts."""

import gzip
import json
import re
import statistics
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from sitegen.build.pipeline import build_site

ROOT = Path(__file__).parents[2]
# In bytes, gzipped: the median HTML of a paper's page, its style, and its scripts before anyone searches.
PAPER_HTML, STYLE, SCRIPTS = 12_000, 9_000, 12_000
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


class Visible(HTMLParser):
    """The text of a page for a reader without JavaScript: nothing marked as in need of it, no script, no style."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go out of sight with what needs scripts."""
        unseen = tag in {"script", "style", "template"} or "data-needs-js" in dict(attrs)
        if tag not in VOID:
            self.open.append((tag, unseen or bool(self.open and self.open[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        """Come back."""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep what is in sight."""
        if not (self.open and self.open[-1][1]):
            self.text += data


def sent(path: Path) -> int:
    """The bytes of a file as a server sends them."""
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def shown(path: Path) -> str:
    """What a page says without scripts, in single spaces."""
    reader = Visible()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return " ".join(reader.text.split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list that comes with the project, built."""
    out = tmp_path_factory.mktemp("weights") / "site"
    assert build_site(ROOT / "content", out, strict=True).is_written
    return out


@pytest.fixture(scope="module")
def papers(site: Path) -> list[dict[str, Any]]:
    """Every paper of it, as the export has them."""
    found: list[dict[str, Any]] = json.loads((site / "papers.json").read_text(encoding="utf-8"))
    return found


def test_a_papers_page_is_light(site: Path, papers: list[dict[str, Any]]) -> None:
    """HTML, style and scripts, with all that the heaviest page asks for by itself."""
    pages = {site / "papers" / f"{paper['id']}.html" for paper in papers}
    assert statistics.median(sent(page) for page in pages) <= PAPER_HTML
    heaviest = max(sorted(pages), key=sent)
    html = heaviest.read_text(encoding="utf-8")
    for pattern, most in ((r'<link rel="stylesheet" href="([^"]+)"', STYLE), (r'<script[^>]* src="([^"]+)"', SCRIPTS)):
        files = [heaviest.parent / address for address in re.findall(pattern, html)]
        assert files
        assert sum(map(sent, files)) <= most, pattern


def test_no_page_needs_a_picture_or_an_inline_style(site: Path) -> None:
    """The first view is type and lines of SVG; looks are the sheet's."""
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<img" not in html, page.name
        assert not re.search(r"<[a-z][^>]*\sstyle=", html), page.name


def test_every_fact_is_there_without_scripts(site: Path, papers: list[dict[str, Any]]) -> None:
    """Title, every author, organizations, venue and the first words of the abstract, on the paper's own page."""
    for paper in papers:
        text = shown(site / "papers" / f"{paper['id']}.html")
        facts = [paper["title"], *paper["authors"], *paper["organizations"], paper.get("venue")]
        facts.append(" ".join((paper["abstract"] or "").split()[:8]))
        for fact in facts:
            # What has markup in it is drawn, not printed.
            if fact and not re.search(r"[\\$`'\"~-]", fact):
                assert " ".join(fact.split()) in text, (paper["id"], fact)


def test_every_paper_is_in_the_lists_without_scripts(site: Path, papers: list[dict[str, Any]]) -> None:
    """The paged list of all papers names each of them."""
    lists = [site / "papers" / "index.html", *(site / "papers").glob("page-*.html")]
    linked = {address for page in lists for address in re.findall(r'href="([^"]+\.html)"', page.read_text("utf-8"))}
    assert {f"{paper['id']}.html" for paper in papers} <= linked
