"""Compare sitegen's search with lunr.js, MiniSearch, FlexSearch and Pagefind on the same documents.

    python benchmarks/search/peers.py --corpus FOLDER [--sizes 420,4200,20000] [--work FOLDER] [--only lunr,sitegen]

Prints one table in Markdown. Every library gets the same documents, indexes the same six fields and is asked the same
words, all of which must match, in Chromium, from a server on this machine that sends gzip (level 6). The settings are
those of each library's documentation:

- lunr.js: its own English pipeline, `JSON.stringify(index)`, boosts at building as sitegen has them.
- MiniSearch: `loadJSON`, nothing stored, the same boosts at searching.
- FlexSearch: a Document index with its default encoder, which finds whole words only; its export in one file. It has
  no boosts and gives the first hundred hits.
- Pagefind: one HTML page a paper with the title as heading; its fragments hold what hits show and are in its size.

Ids are numbers for all but sitegen and Pagefind. Index: what lies on disk, and as it is sent. The first three hold
nothing that a hit could show; sitegen's and Pagefind's figures have titles, authors and texts of all papers in them.
Cold: bytes of data sent for one word in a fresh page (median of 20 words), the library's script apart. Load: until the
index can answer (median of three pages). Query: 200 queries of one to three words in a warm page. Build: seconds to
index and write, once the documents are read.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from browser import bench_page, client_of
from chromium import chromium
from made_site import Clock, plan_content, write_site
from playwright.sync_api import Browser, Page
from queries import quantile, read_documents, timed_queries
from serving import Server, as_sent, served
from tables import put_table

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LIBRARIES = ("sitegen", "lunr", "minisearch", "flexsearch", "pagefind")
NAMES = {"lunr": "lunr.js", "minisearch": "MiniSearch", "flexsearch": "FlexSearch", "pagefind": "Pagefind"}
COLD_WORDS = 20
LOADS = 3
QUERIES = 200
TIMED = ("one word", "2 words", "3 words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: bytes, milliseconds and seconds."""

    papers: int
    library: str
    raw: int
    packed: int
    code: int
    cold: int
    requests: int
    load: float
    median: float
    p95: float
    build: float

    def __str__(self) -> str:
        sizes = [f"{size / 1e6:.2f}" for size in (self.raw, self.packed)]
        kilobytes = [f"{size / 1000:.0f}" for size in (self.code, self.cold)]
        times = [f"{self.load:.0f}", f"{self.median:.1f}", f"{self.p95:.1f}", f"{self.build:.1f}"]
        name = NAMES.get(self.library, self.library)
        return f"| {' | '.join([f'{self.papers:,}', name, *sizes, *kilobytes, str(self.requests), *times])} |"


HEAD = (
    "| papers | | index MB | as sent | script KB | cold KB | requests | load ms | query ms | p95 | build s |\n"
    "|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
)


class Bench:
    """One size: its content folder and documents, and the folder in which each library's index is made."""

    def __init__(self, corpus: Path, work: Path, papers: int) -> None:
        self.papers, self.work = papers, work / str(papers)
        self.content, self.documents_file = self.work / "content", self.work / "documents.jsonl"
        self.modules = work / "node_modules"
        self.work.mkdir(parents=True, exist_ok=True)
        run([sys.executable, str(HERE / "papers.py"), str(papers), f"--corpus={corpus}", f"--out={self.content}"])
        listing = [sys.executable, "-m", "sitegen", "list", f"--content={self.content}", "--format=documents"]
        self.documents_file.write_text(run(listing), encoding="utf-8")
        self.documents = read_documents(self.documents_file)
        with self.documents_file.open(encoding="utf-8") as lines:
            self.boosts = {name: field["boost"] for name, field in json.loads(next(lines))["fields"].items()}

    def build(self, library: str) -> float:
        """Make the index; gives the seconds that it took."""
        out = self.work / library
        shutil.rmtree(out, ignore_errors=True)
        if library == "sitegen":
            clock = Clock()
            write_site(plan_content(self.content, clock), self.content, out, clock)
            return clock.seconds["index"]
        script = ["node", str(HERE / "peers.mjs"), library, str(self.documents_file), str(self.modules), str(out)]
        seconds: float = json.loads(run(script))["seconds"]
        return seconds

    def measure(self, library: str, browser: Browser) -> Row:
        """Build, weigh and time one library."""
        seconds = self.build(library)
        folder = self.work / library
        files = index_files(folder, library)
        queries = dict(timed_queries(self.documents, QUERIES // len(TIMED), 1))
        with served(folder) as server:
            costs = [self._cold(browser, server, library, word) for word in queries["one word"][:COLD_WORDS]]
            with bench_page(browser, server) as page:
                loads = [self._load(browser, server, library) for _ in range(LOADS)]
                self._load_in(page, library)
                asked = [query for name in TIMED for query in queries[name]]
                page.evaluate("queries => timeQueries(queries)", asked[:: len(asked) // 20])
                times = page.evaluate("queries => timeQueries(queries)", asked)["times"]
        data = sorted(costs, key=lambda cost: cost[1])[len(costs) // 2]
        return Row(
            papers=len(self.documents),
            library=library,
            raw=sum(path.stat().st_size for path in files),
            packed=sum(len(as_sent(path)) for path in files),
            code=data[0],
            cold=data[1],
            requests=data[2],
            load=quantile(loads, 0.5),
            median=quantile(times, 0.5),
            p95=quantile(times, 0.95),
            build=seconds,
        )

    def _load(self, browser: Browser, server: Server, library: str) -> float:
        with bench_page(browser, server) as page:
            return self._load_in(page, library)

    def _load_in(self, page: Page, library: str) -> float:
        milliseconds: float = page.evaluate(
            "([name, boosts, client]) => loadLibrary(name, boosts, client)",
            [library, self.boosts, self._client(library)],
        )
        return milliseconds

    def _client(self, library: str) -> str | None:
        return client_of(self.work / library) if library == "sitegen" else None

    def _cold(self, browser: Browser, server: Server, library: str, word: str) -> tuple[int, int, int]:
        """The bytes of scripts, the bytes of data and the requests for data of one word in a fresh page."""
        with bench_page(browser, server) as page:
            server.take()
            self._load_in(page, library)
            page.evaluate("queries => timeQueries(queries)", [word])
            sent = server.take()
        code = sum(size for path, size in sent if is_code(path, library))
        data = [size for path, size in sent if not is_code(path, library)]
        return code, sum(data), len(data)


def index_files(folder: Path, library: str) -> list[Path]:
    """What a library's index consists of, without scripts."""
    if library == "sitegen":
        return [path for path in (folder / "search").rglob("*.js") if not is_code(path.name, library)]
    if library == "pagefind":
        parts = folder / "pagefind"
        return [path for path in parts.rglob("*") if path.suffix in {".pf_meta", ".pf_index", ".pf_fragment"}]
    return [folder / "index.json"]


def is_code(path: str, library: str) -> bool:
    """Whether a file is a script (or its WebAssembly), not data."""
    name = path.rpartition("/")[2]
    if library == "sitegen":
        return name.startswith(("client.", "later.", "start."))
    return name.endswith(".js") or name.startswith("wasm.")


def run(command: Sequence[str]) -> str:
    """What a command prints; it works in the repository's root."""
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


def install(work: Path) -> None:
    """Bring the libraries that package-lock.json pins into the work folder."""
    work.mkdir(parents=True, exist_ok=True)
    for path in (HERE / "package.json", HERE / "package-lock.json", ROOT / ".npmrc"):
        shutil.copyfile(path, work / path.name)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=work, check=True)  # noqa: S607


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--sizes", default="420,4200,20000")
    parser.add_argument("--only", default=",".join(LIBRARIES))
    parser.add_argument("--work", type=Path, help="where to keep what is made; else a temporary folder")
    parser.add_argument("--docs", type=Path, help="the page to put the table into")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        work = (options.work or Path(temporary)).resolve()
        install(work)
        lines = [HEAD]
        for size in options.sizes.split(","):
            bench = Bench(options.corpus.resolve(), work, int(size))
            for library in options.only.split(","):
                lines.append(f"{bench.measure(library, browser)}\n")
                sys.stderr.write(lines[-1])
    if options.docs:
        put_table(options.docs, "peers", "".join(lines))
    else:
        sys.stdout.write("".join(lines))


if __name__ == "__main__":
    main()
