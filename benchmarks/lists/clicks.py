"""Time filters in Chromium: from the click on a choice until other rows stand on the page.

    python benchmarks/lists/clicks.py SITE [--page papers/index.html] [--rounds 15]

SITE is a built site, served on this machine; --page is a list, or the search page with a topic in its address
(`search.html?topic=…`). Where none is chosen the largest topic is; it stays, so that each change leaves rows to show.
Then each choice is made and taken back in turn. The first time loads what it needs; the rounds after it find that
loaded, as one does who goes to and fro. *Rows* is the time from the click to the new rows in the document, *seen* until
the frame with them was painted. The machine has to be quiet.
"""

import argparse
import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page

sys.path.append(str(Path(__file__).parents[1] / "search"))

from chromium import chromium
from queries import quantile
from serving import served

# Clicks a control, or gives a select a value, and tells how many milliseconds later the rows were there and were seen.
CHANGE = """([selector, value]) => new Promise((done, failed) => {
  const control = document.querySelector(selector), list = document.querySelector("#search-hits");
  const late = setTimeout(() => failed(new Error("no rows after 20 s: " + selector)), 20000);
  let start = 0;
  const watcher = new MutationObserver(() => {
    const rows = performance.now() - start;
    watcher.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => { setTimeout(() => done([rows, performance.now() - start]), 0); });
  });
  watcher.observe(list, { childList: true });
  start = performance.now();
  if (value === null) return control.click();
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
})"""
PAUSE = 400  # milliseconds: a reader looks at the rows, and the counts beside the choices come meanwhile
SORT = "#search-sort"
TICKED = {"another topic": "topic", "an author": "author", "an organization": "organization", "a status": "status"}
RANGES = {"a year": "year", "a score": "score", "code": "code"}

Control = tuple[str, str | None]


def changes(page: Page) -> Iterator[tuple[str, Control, Control]]:
    """What the page offers beside the chosen topic: a name, what makes the change, and what takes it back."""
    for name, facet in TICKED.items():
        offered = _values(page, facet)
        if offered:
            control = (_input(facet, offered[0]), None)
            yield name, control, control
            if facet == "topic":
                out = (f'.either [name="not"][value="{offered[0]}"]', None)
                yield "not a topic", out, out
    for name, facet in RANGES.items():
        offered = [value for value in _values(page, facet) if value]
        if offered:
            yield name, (_input(facet, offered[0]), None), (_input(facet, ""), None)
    orders = page.locator(f"{SORT} option").evaluate_all("all => all.map(each => each.value)")
    usual = page.locator(SORT).input_value()
    for order in orders:
        if order != usual:
            yield f"sorted: {order}", (SORT, order), (SORT, usual)


def _input(facet: str, value: str) -> str:
    return f'#search-filters input[name="{facet}"][value="{value}"]'


def _values(page: Page, facet: str) -> list[str]:
    found: list[str] = page.locator(f'#search-filters input[name="{facet}"]:not(:checked)').evaluate_all(
        "all => all.map(each => each.value)"
    )
    return found


def timed(page: Page, control: Control) -> tuple[float, float]:
    """Make a change once the choices stand there; gives the milliseconds until rows are there, and are seen."""
    page.locator(control[0]).wait_for(state="attached")
    page.wait_for_timeout(PAUSE)
    rows, seen = page.evaluate(CHANGE, list(control))
    page.wait_for_timeout(PAUSE)
    return rows, seen


def line(name: str, first: tuple[float, float], times: Sequence[tuple[float, float]]) -> str:
    """A row of the table."""
    cells = [f"{first[0]:.0f}"]
    for part in zip(*times, strict=True):
        cells += [f"{statistics.median(part):.0f}", f"{quantile(part, 0.95):.0f}"]
    return f"| {name} | {' | '.join(cells)} |\n"


def measure(page: Page, rounds: int) -> Iterator[str]:
    """The rows of the table, and one for all changes together."""
    if page.locator("#search-filters[open]").count() == 0:
        page.click("#search-filters summary")
    page.locator('#search-filters input[name="topic"]').first.wait_for()
    if page.locator('#search-filters input[name="topic"]:checked').count() == 0:
        timed(page, (_input("topic", _values(page, "topic")[0]), None))
        page.wait_for_timeout(PAUSE)
    every: list[tuple[float, float]] = []
    opening: list[tuple[float, float]] = []
    for name, make, undo in tuple(changes(page)):
        first = timed(page, make)
        times = [timed(page, undo)]
        for _ in range(rounds):
            times += [timed(page, make), timed(page, undo)]
        opening.append(first)
        every += times
        yield line(name, first, times)
    yield line("all", max(opening), every)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument("--page", default="papers/index.html")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    sys.stdout.write(
        "| change | first rows, ms | rows: median | 95 % | seen: median | 95 % |\n|---|--:|--:|--:|--:|--:|\n"
    )
    with served(options.site) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900}, service_workers="block")
        page.set_default_timeout(60_000)
        page.goto(server.address + options.page)
        for row in measure(page, options.rounds):
            sys.stdout.write(row)
            sys.stdout.flush()


if __name__ == "__main__":
    main()
