"""Time search in Chromium: queries in a warm page, the first result of a cold one, and the memory of the worker.

    python benchmarks/search/browser.py SITE DOCUMENTS [--number 60] [--monolith FOLDER] [--docs docs/search.md]

SITE is a built site and DOCUMENTS what `sitegen list --format documents` prints of the same content. The site is served
on this machine. Queries are drawn from the papers (queries.py): one to five words of one paper, all of which have to
match; a prefix of three to five letters; words with one or two wrong letters and `~1` or `~2`. Each is asked after
some others of its kind.

- worker: what the worker computes for an answer, without waiting for files.
- page: from the question to the answer with the first ten hits, as the page sees it, files loaded on the way included.
- again: the same for a query that was asked before.
- cold: from opening search.html with a word in its address to the first hit on the page, in a fresh browser context (as
  first_hit.py measures it).
- memory: of the worker after all queries, before and after garbage collection, as Chromium tells: JavaScript's heap and
  what typed arrays hold.

--monolith FOLDER has a lunr.js index as peers.py makes it (its `lunr` folder), which is asked the same queries beside.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chromium import chromium
from first_hit import Visitor, words_of
from playwright.sync_api import Browser, CDPSession, Page
from protocol import Targets
from queries import quantile, read_documents, timed_queries
from serving import COLUMNS, Server, served
from tables import put_table

HERE = Path(__file__).parent
PAGE = "bench.html"
COLD_PAGES = 20
WARM_UP = 10
# What the server sends for the first hits of a cold page, by kind of file (see docs/search.md).
SENT = {
    "the hits (terms, cards)": ("index", "t", "h"),
    "the counts beside them (columns)": COLUMNS,
    "the texts of the rows on the screen": ("b",),
    "the page, its styles and scripts": ("search.html", "static", "client", "later", "start"),
}


class Workers:
    """The workers of a page, spoken to over Chromium's debugging protocol."""

    def __init__(self, page: Page) -> None:
        session: CDPSession = page.context.new_cdp_session(page)
        self.workers: list[str] = []
        self._targets = Targets(session, lambda: page.wait_for_timeout(20))
        session.on("Target.attachedToTarget", self._attached)
        session.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False})

    def _attached(self, event: dict[str, Any]) -> None:
        if event["targetInfo"]["type"] == "worker":
            self.workers.append(event["sessionId"])

    def memory(self) -> float:
        """Megabytes (of 1,000,000 bytes) of the workers' heaps and typed arrays together."""
        usages = [self._targets.ask(worker, "Runtime.getHeapUsage") for worker in self.workers]
        return float(sum(usage["usedSize"] + usage.get("backingStorageSize", 0) for usage in usages)) / 1e6

    def collect(self) -> None:
        """Collect garbage in all workers."""
        for worker in self.workers:
            self._targets.ask(worker, "HeapProfiler.collectGarbage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One class of queries: the milliseconds of each, in the worker, in the page, and when it is asked again."""

    name: str
    worker: tuple[float, ...]
    page: tuple[float, ...]
    again: tuple[float, ...]


@contextmanager
def bench_page(browser: Browser, server: Server) -> Iterator[Page]:
    """A fresh page beside the served files, with page.js in it."""
    shutil.copyfile(HERE / "page.js", server.folder / "page.js")
    html = "<!doctype html><title>bench</title><script src='page.js'></script>"
    (server.folder / PAGE).write_text(html, encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.address + PAGE)
    try:
        yield page
    finally:
        context.close()


def client_of(site: Path) -> str:
    """The address of a site's client, from its root."""
    return next((site / "search").glob("client.*.js")).relative_to(site).as_posix()


def time_classes(page: Page, queries: dict[str, list[str]]) -> Iterator[Timing]:
    """Ask the queries of each class, after some of its kind that are not timed."""
    for name, asked in queries.items():
        page.evaluate("queries => timeQueries(queries)", asked[:WARM_UP])
        first = page.evaluate("queries => timeQueries(queries)", asked[WARM_UP:])
        again = page.evaluate("queries => timeQueries(queries.flatMap(query => [query, query]))", asked[WARM_UP:])
        yield Timing(
            name=name, worker=tuple(first["worker"]), page=tuple(first["times"]), again=tuple(again["times"][1::2])
        )


def cold_pages(browser: Browser, server: Server, words: Sequence[str]) -> list[tuple[float, list[tuple[str, int]]]]:
    """For each word the milliseconds until the search page shows a hit, and what the server sent for it."""
    visitor = Visitor(browser)

    def visit(word: str) -> tuple[float, list[tuple[str, int]]]:
        server.take()
        return visitor.first_hit(f"{server.address}search.html?q={word}"), server.take()

    # Once before it counts, so that the server has packed the files.
    return [[visit(word) for _ in range(2)][1] for word in words]


def cells(values: Sequence[float]) -> str:
    """Median and p95."""
    return f"{quantile(values, 0.5):.1f} | {quantile(values, 0.95):.1f}"


def time_monolith(browser: Browser, folder: Path, queries: dict[str, list[str]]) -> dict[str, Timing]:
    """The same queries asked of a lunr.js index of all documents."""
    with served(folder) as server, bench_page(browser, server) as page:
        page.evaluate("loadLibrary('lunr', {})")
        return {timing.name: timing for timing in time_classes(page, queries)}


def measure(site: Path, documents: Sequence[dict[str, Any]], options: argparse.Namespace) -> Iterator[str]:
    """The lines of the table, and what stands below it."""
    queries = dict(timed_queries(documents, options.number, options.seed))
    with chromium() as browser:
        monolith = time_monolith(browser, options.monolith, queries) if options.monolith else {}
        with served(site) as server:
            with bench_page(browser, server) as page:
                workers = Workers(page)
                page.evaluate("client => loadLibrary('sitegen', {}, client)", client_of(site))
                beside = " one lunr.js index | p95 |" if monolith else ""
                yield f"| ms, median and p95 | worker | p95 | page | p95 | again | p95 |{beside}\n"
                yield f"|---|--:|--:|--:|--:|--:|--:|{'--:|--:|' if monolith else ''}\n"
                for timing in time_classes(page, queries):
                    columns = [timing.worker, timing.page, timing.again]
                    columns += [monolith[timing.name].page] if monolith else []
                    yield f"| {timing.name} | {' | '.join(map(cells, columns))} |\n"
                before = workers.memory()
                workers.collect()
                after = workers.memory()
                yield f"\nMemory of the worker: {before:.0f} MB, {after:.0f} MB after garbage collection.\n"
            if not options.no_pages:
                yield from cold_lines(browser, server, documents, options.seed)


def cold_lines(browser: Browser, server: Server, documents: Sequence[dict[str, Any]], seed: int) -> Iterator[str]:
    """What cold pages cost."""
    pages = cold_pages(browser, server, words_of(documents, seed)[:COLD_PAGES])
    times = [milliseconds for milliseconds, _ in pages]
    yield f"\nFirst hit of a cold page: median {quantile(times, 0.5):.0f} ms, p95 {quantile(times, 0.95):.0f} ms.\n"
    for what, kinds in SENT.items():
        sizes = [[size for path, size in sent if kind_of(path) in kinds] for _, sent in pages]
        kilobytes, requests = [sum(each) / 1000 for each in sizes], [len(each) for each in sizes]
        yield (
            f"Sent for {what}: median {quantile(kilobytes, 0.5):.1f} KB in {quantile(requests, 0.5)} requests, at most "
            f"{max(kilobytes):.1f} KB in {max(requests)}.\n"
        )
    for _, sent in pages[:1]:
        sys.stderr.write("".join(f"{size:8} {path}\n" for path, size in sent))


def kind_of(path: str) -> str:
    """The kind of a file of search (its name without number or digest); of others the first folder, or the page."""
    folder, _, rest = path.partition("/")
    return rest.rpartition("/")[2].partition(".")[0].rstrip("0123456789") if folder == "search" else folder


def main() -> None:
    """Print the table, or put it into the documentation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--number", type=int, default=60, help="how many queries of each class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--monolith", type=Path, help="a folder with a lunr.js index")
    parser.add_argument("--no-pages", action="store_true", help="leave the search page out")
    parser.add_argument("--docs", type=Path, help="the page to put the table into")
    options = parser.parse_args()
    documents = read_documents(options.documents)
    lines = [f"{len(documents):,} papers\n\n"]
    for line in measure(options.site, documents, options):
        lines.append(line)
        sys.stderr.write(line)
    text = "".join(lines)
    if options.docs:
        put_table(options.docs, "browser", text)
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
