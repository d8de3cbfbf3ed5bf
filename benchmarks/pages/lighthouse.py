"""Let Lighthouse judge pages as a phone sees them: several runs of each, with nothing else running.

    npm ci --ignore-scripts --prefix benchmarks/pages
    python benchmarks/pages/lighthouse.py SITE [PAGE …] [--runs 3] [--tools benchmarks/pages] [--failed]

Without pages: the first page, the list of all papers, the middle paper by weight, search, and the map where there is
one. Lighthouse's own mobile settings (a slow 4G and a processor 4 times slower, both simulated), on a server on this
machine that packs as GitHub Pages does. Prints the lowest and the median of each group's scores, and the largest paint
and the layout shift; with `--failed`, what cost points. Ends with status 1 where a median is below 99. Wants Node 22.19
or newer (`SITEGEN_NODE`) and Chromium (`SITEGEN_CHROMIUM`).
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from as_served import served
from kinds import page_kinds

GROUPS = ("performance", "accessibility", "best-practices", "seo")
LEAST = 99
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
HEAD = f"| page | {' | '.join(GROUPS)} | largest paint | layout shift |\n|---|{'--:|' * (len(GROUPS) + 2)}\n"


def usual_pages(site: Path) -> Iterator[str]:
    """The pages that are judged where none is named."""
    middles = {kind.name: kind.middle for kind in page_kinds(site)}
    yield "index.html"
    yield "papers/index.html"
    yield middles["papers: one"]
    yield "search.html"
    if (site / "map.html").is_file():
        yield "map.html"


def judge(tools: Path, address: str) -> dict[str, Any]:
    """The report of one run."""
    node = os.environ.get("SITEGEN_NODE") or "node"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        command = [node, str(tools / "node_modules" / "lighthouse" / "cli" / "index.js"), address, "--quiet"]
        command += ["--output=json", f"--output-path={out}", f"--chrome-flags={FLAGS}", "--only-categories", *GROUPS]
        chromium = os.environ.get("SITEGEN_CHROMIUM") or shutil.which("chromium") or ""
        environment = os.environ | ({"CHROME_PATH": chromium} if chromium else {})
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own tools
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def scores(report: dict[str, Any]) -> list[int]:
    """The scores of the groups, from 0 to 100; raises KeyError where one is not there."""
    return [round(100 * (report["categories"][group]["score"] or 0)) for group in GROUPS]


def failed(report: dict[str, Any]) -> Iterator[str]:
    """What cost points, a line each."""
    for group in GROUPS:
        for reference in report["categories"][group]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                weight, shown = reference["weight"], audit.get("displayValue", "")
                yield f"  {group}: {audit['id']} {audit['score']} (weight {weight}): {audit['title']} {shown}"


def row(page: str, reports: list[dict[str, Any]]) -> tuple[str, bool]:
    """A line of the table, and whether each median is high enough."""
    columns = list(zip(*map(scores, reports), strict=True))
    medians = [statistics.median(column) for column in columns]
    cells = [f"{min(column)} / {median:g}" for column, median in zip(columns, medians, strict=True)]
    paint = statistics.median(report["audits"]["largest-contentful-paint"]["numericValue"] for report in reports)
    shift = max(report["audits"]["cumulative-layout-shift"]["numericValue"] for report in reports)
    return f"| {page} | {' | '.join(cells)} | {paint / 1000:.2f} s | {shift:.3f} |\n", min(medians) >= LEAST


def main() -> int:
    """Print the table; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tools", type=Path, default=Path(__file__).parent, help="where node_modules lies")
    parser.add_argument("--failed", action="store_true")
    options = parser.parse_args()
    sys.stdout.write(HEAD)
    good = True
    with served(options.site) as server:
        for page in options.pages or usual_pages(options.site):
            reports = [judge(options.tools.resolve(), server.address + page) for _ in range(options.runs)]
            line, enough = row(page, reports)
            good = good and enough
            sys.stdout.write(line + "".join(f"{each}\n" for each in failed(reports[0]) if options.failed))
            sys.stdout.flush()
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
