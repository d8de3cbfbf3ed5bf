"""Time the first hit of a cold search page in Chromium, of several sites in turns.

    python benchmarks/search/first_hit.py SITE [SITE …] DOCUMENTS [--visits 40]

Each SITE is a built site and DOCUMENTS what `sitegen list --format documents` prints of their content, from which the
words are drawn. A visit opens search.html with a word in its address in a fresh browser context, and ends when the
first hit stands on the page. Sites take turns with every word, so that what else the machine does meets all of them.

Nothing watches the visit but a script of some lines in the page: a tool that listens to a page's network, and holds up
each of its workers until it has looked at it, as drivers of tests do, would measure itself as well.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from chromium import chromium
from playwright.sync_api import Browser, CDPSession
from protocol import Targets
from queries import one_word_queries, quantile, read_documents
from serving import Server, served

FIRST_HIT = "main .title a"
SETTLED = 0.8  # seconds without a question from here, in which the visit is left alone
LONGEST = 20.0  # seconds

# Notes when the first hit stands on the page.
WATCH = """
new MutationObserver((_changes, observer) => {
  if (!document.querySelector("%s")) return;
  observer.disconnect();
  window.firstHit = performance.now();
}).observe(document, { childList: true, subtree: true });
"""


class Visitor:
    """A browser in which pages are opened that nothing watches."""

    def __init__(self, browser: Browser) -> None:
        self._session: CDPSession = browser.new_browser_cdp_session()
        self._targets = Targets(self._session, lambda: self._session.send("Browser.getVersion"))

    def first_hit(self, address: str) -> float:
        """The milliseconds from opening an address in a fresh context to its first hit; TimeoutError without one."""
        with self._empty_page() as page:
            self._targets.ask(page, "Page.enable")
            self._targets.ask(page, "Page.addScriptToEvaluateOnNewDocument", source=WATCH % FIRST_HIT)
            self._targets.ask(page, "Page.navigate", url=address)
            end = time.monotonic() + LONGEST
            while time.monotonic() < end:
                time.sleep(SETTLED)
                found = self._targets.ask(page, "Runtime.evaluate", expression="window.firstHit")["result"].get("value")
                if found is not None:
                    return float(found)
        raise TimeoutError(f"{address} showed no hit")

    @contextmanager
    def _empty_page(self) -> Iterator[str]:
        """An empty page of a fresh context, as the session that speaks to it."""
        context = self._session.send("Target.createBrowserContext")["browserContextId"]
        try:
            created = self._session.send("Target.createTarget", {"url": "about:blank", "browserContextId": context})
            target = {"targetId": created["targetId"], "flatten": False}
            session: str = self._session.send("Target.attachToTarget", target)["sessionId"]
            yield session
        finally:
            self._session.send("Target.disposeBrowserContext", {"browserContextId": context})


def in_turns(browser: Browser, servers: Sequence[Server], words: Sequence[str], visits: int) -> list[list[float]]:
    """For each server the milliseconds of its visits, each a second one, so that the server has packed the files."""
    visitor = Visitor(browser)
    times: list[list[float]] = [[] for _ in servers]
    for visit in range(visits):
        turn = list(enumerate(servers))
        for place, server in turn if visit % 2 else turn[::-1]:
            address = f"{server.address}search.html?q={words[visit % len(words)]}"
            if visit < len(words):
                visitor.first_hit(address)
            times[place].append(visitor.first_hit(address))
    return times


def words_of(documents: Sequence[dict[str, Any]], seed: int) -> list[str]:
    """Words to look for, of titles, names and abstracts, frequent, middling and rare."""
    return [word for group in one_word_queries(documents, 5, seed).values() for word in group]


def main() -> None:
    """Print a line for each site."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", type=Path, nargs="+", metavar="SITE")
    parser.add_argument("documents", type=Path)
    parser.add_argument("--visits", type=int, default=40, help="of each site")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    words = words_of(read_documents(options.documents), options.seed)
    with chromium() as browser, ExitStack() as stack:
        servers = [stack.enter_context(served(site)) for site in options.sites]
        for site, times in zip(options.sites, in_turns(browser, servers, words, options.visits), strict=True):
            sys.stdout.write(
                f"{site}: {len(times)} visits, a quarter within {quantile(times, 0.25):.0f} ms, half within "
                f"{quantile(times, 0.5):.0f}, 95 in 100 within {quantile(times, 0.95):.0f}\n"
            )


if __name__ == "__main__":
    main()
