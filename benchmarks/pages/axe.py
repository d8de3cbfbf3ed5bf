"""Ask axe-core for violations on every kind of page, light and dark, narrow and wide.

    npm ci --ignore-scripts --prefix benchmarks/pages
    python benchmarks/pages/axe.py SITE [--tools benchmarks/pages] [--widths 390 1440]

Of each kind the largest page is asked, with its `details` open, all rules but those that axe-core calls experimental.
Prints one line a page and one a violation with the elements that break it; ends with status 1 where there is one. A
page that goes elsewhere by itself (an old address) is left out.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from as_served import chromium, served
from kinds import page_kinds
from playwright.sync_api import Browser, Page

ASK = """async () => {
  document.querySelectorAll("details").forEach((each) => { each.open = true; });
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.map((each) => ({
    id: each.id, help: each.help, targets: each.nodes.map((node) => node.target.join(" ")),
  }));
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page as someone sees it."""

    path: str
    scheme: str
    width: int


def views(paths: list[str], widths: list[int]) -> Iterator[View]:
    """Each page in both schemes and every width."""
    for path in paths:
        for scheme in ("light", "dark"):
            for width in widths:
                yield View(path=path, scheme=scheme, width=width)


def violations(page: Page, axe: str) -> list[str]:
    """What axe-core finds on the open page, a sentence each."""
    page.evaluate(axe)
    return [f"{each['id']}: {each['help']}: {', '.join(each['targets'][:3])}" for each in page.evaluate(ASK)]


def ask(browser: Browser, address: str, view: View, axe: str) -> list[str]:
    """The violations of one view."""
    context = browser.new_context(color_scheme=view.scheme, viewport={"width": view.width, "height": 900})
    try:
        page = context.new_page()
        page.goto(address + view.path, wait_until="load")
        page.wait_for_timeout(100)
        return violations(page, axe)
    finally:
        context.close()


def main() -> int:
    """Print what was found; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument("--tools", type=Path, default=Path(__file__).parent, help="where node_modules lies")
    parser.add_argument("--widths", type=int, nargs="+", default=[390, 1440])
    options = parser.parse_args()
    axe = (options.tools / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    paths = [kind.largest for kind in page_kinds(options.site) if kind.name != "redirect"]
    asked = broken = 0
    with served(options.site) as server, chromium() as browser:
        for view in views(paths, options.widths):
            found = ask(browser, server.address, view, axe)
            lines = [f"{view.path} {view.scheme} {view.width}: {len(found)}", *(f"  {line}" for line in found)]
            sys.stdout.write("".join(f"{line}\n" for line in lines))
            asked, broken = asked + 1, broken + bool(found)
    sys.stdout.write(f"{asked} views, {broken} with violations\n")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
