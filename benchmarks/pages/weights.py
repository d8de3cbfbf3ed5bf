"""Weigh the pages of a built site, gzipped as a server sends them.

    python benchmarks/pages/weights.py SITE

Prints, for each kind of page, how many there are, the median and the largest HTML, and what its first view loads: the
style sheets, the scripts and the number of requests, the page's own among them, as the HTML of the largest page asks
for. What a script loads later, when someone searches or marks, does not count. KB are 1,000 bytes, gzip level 6. Ends
with status 1 where a paper page or its parts are heavier than the project allows.
"""

import argparse
import re
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from as_served import as_sent
from kinds import Kind, page_kinds

# In bytes: the median HTML of a paper page, all its style and all its scripts.
PAPER_HTML, PAPER_STYLE, PAPER_SCRIPTS = 12_000, 9_000, 12_000
PAPER = "papers: one"
HEAD = """\
| kind of page | pages | HTML median | largest | style | scripts | requests |
|---|--:|--:|--:|--:|--:|--:|
"""
_SCRIPT = re.compile(r'<script\b[^>]*\bsrc="([^"]+)"')
_LINK = re.compile(r"<link\b[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """Bytes as sent of one kind of page: the HTML of the middle and of the largest, style, scripts, and requests."""

    kind: Kind
    median: int
    largest: int
    style: int
    scripts: int
    requests: int


def weigh(site: Path, kind: Kind) -> Weight:
    """The weights of one kind of page."""
    sizes = [len(as_sent(site / path)) for path in kind.paths]
    page = site / max(zip(sizes, kind.paths, strict=True))[1]
    styles, scripts, others = first_view(page)
    return Weight(
        kind=kind,
        median=round(statistics.median(sizes)),
        largest=max(sizes),
        style=sum(len(as_sent(file)) for file in styles),
        scripts=sum(len(as_sent(file)) for file in scripts),
        requests=1 + len(styles) + len(scripts) + len(others),
    )


def first_view(page: Path) -> tuple[list[Path], list[Path], list[Path]]:
    """The style sheets, the scripts and the other files that a page asks for by itself."""
    html = page.read_text(encoding="utf-8")
    styles, others = [], []
    for link in _LINK.findall(html):
        found = dict(re.findall(r'\b(rel|href)="([^"]*)"', link))
        if found.get("href", "").startswith("data:"):
            continue
        if found.get("rel") == "stylesheet":
            styles.append(_file(page, found["href"]))
        elif found.get("rel") in {"icon", "manifest", "preload", "modulepreload"}:
            others.append(_file(page, found["href"]))
    scripts = [_file(page, source) for source in _SCRIPT.findall(html)]
    return styles, scripts, others


def _file(page: Path, address: str) -> Path:
    return (page.parent / unquote(address)).resolve()


def main() -> int:
    """Print the table; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE")
    site = parser.parse_args().site.resolve()
    sys.stdout.write(HEAD)
    too_heavy = False
    for kind in page_kinds(site):
        weight = weigh(site, kind)
        cells = [f"{size / 1000:.1f} KB" for size in (weight.median, weight.largest, weight.style, weight.scripts)]
        sys.stdout.write(f"| {kind.name} | {len(kind.paths)} | {' | '.join(cells)} | {weight.requests} |\n")
        if kind.name == PAPER:
            found = (weight.median, weight.style, weight.scripts)
            too_heavy = any(a > b for a, b in zip(found, (PAPER_HTML, PAPER_STYLE, PAPER_SCRIPTS), strict=True))
    if too_heavy:
        sys.stdout.write(f"at most {PAPER_HTML} bytes of HTML, {PAPER_STYLE} of style, {PAPER_SCRIPTS} of scripts\n")
    return int(too_heavy)


if __name__ == "__main__":
    sys.exit(main())
