"""Measure layout shift and largest paint on a slow phone: a processor 4 times slower, and a slow network.

    python benchmarks/pages/paint.py SITE [PAGE …] [--runs 5]

Chromium itself slows both down, over its protocol, for a cold page of 390 × 844 pixels from a server on this machine
that packs as GitHub Pages does. "fast 3G" is 1.6 Mbit/s down, 750 kbit/s up and 150 ms for each request, the figures by
which WebPageTest and Lighthouse know that name; the preset of Chromium's own tools, which waits 562.5 ms for each
request and so cannot paint anything before 0.5 s, is measured as well. Prints medians of the runs, the largest shift,
and the requests and bytes until the page was still.
"""

import argparse
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from as_served import chromium, served
from kinds import page_kinds
from playwright.sync_api import Browser

SLOWER = 4
# Milliseconds for each request, bytes a second down and up.
NETWORKS = {"fast 3G": (150.0, 1_600_000 / 8, 750_000 / 8), "preset": (562.5, 1_600_000 / 8 * 0.9, 750_000 / 8 * 0.9)}
HEAD = (
    "| page | network | first paint | largest paint | layout shift | requests | KB |\n|---|---|--:|--:|--:|--:|--:|\n"
)
WATCH = """
window.seen = { largest: 0, first: 0, shift: 0, what: "" };
new PerformanceObserver((list) => list.getEntries().forEach((each) => {
  seen.largest = each.startTime; seen.what = each.element ? each.element.tagName + "." + each.element.className : "";
})).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((each) => { seen.first = each.startTime; }))
  .observe({ type: "paint", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((each) => { seen.shift += each.value; }))
  .observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """One visit: milliseconds of the first and the largest paint, the layout shift, requests and bytes as sent."""

    first: float
    largest: float
    shift: float
    requests: int
    sent: int


def visit(browser: Browser, address: str, path: str, network: str) -> Paint:
    """Open a page in a browser that knows nothing of it; the server counts what it sends."""
    latency, down, up = NETWORKS[network]
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True)
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": latency, "downloadThroughput": down, "uploadThroughput": up},
        )
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        sizes: list[float] = []
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.goto(address + path, wait_until="load")
        page.wait_for_timeout(1500)
        seen = page.evaluate("seen")
        return Paint(
            first=seen["first"],
            largest=seen["largest"],
            shift=seen["shift"],
            requests=len(sizes),
            sent=round(sum(sizes)),
        )
    finally:
        context.close()


def usual_pages(site: Path) -> Iterator[str]:
    """The first page, and of each other kind the middle one by weight."""
    return (kind.middle for kind in page_kinds(site) if kind.name != "redirect")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--network", choices=NETWORKS, action="append", help="only this one")
    options = parser.parse_args()
    sys.stdout.write(HEAD)
    with served(options.site) as server, chromium() as browser:
        for path in options.pages or usual_pages(options.site):
            for network in options.network or NETWORKS:
                paints = [visit(browser, server.address, path, network) for _ in range(options.runs)]
                first = statistics.median(each.first for each in paints)
                largest = statistics.median(each.largest for each in paints)
                last = paints[-1]
                cells = [f"{first:.0f} ms", f"{largest:.0f} ms", f"{max(each.shift for each in paints):.3f}"]
                cells += [str(last.requests), f"{last.sent / 1000:.0f}"]
                sys.stdout.write(f"| {path} | {network} | {' | '.join(cells)} |\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
