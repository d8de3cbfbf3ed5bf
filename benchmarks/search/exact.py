"""Compare every hit and score of a built site's search with lunr.js on the same documents.

    python benchmarks/search/exact.py --corpus FOLDER [--papers N]... [--queries N] [--seed S] [--work FOLDER]
    python benchmarks/search/exact.py --built SITE DOCUMENTS [--queries N] [--seed S]

The first takes papers of a corpus (see papers.py), builds their site and lists its documents; the second takes what is
built. Then both are asked the same queries, of every kind that lunr's language knows: the site
by the client's own modules, and one monolithic lunr.js index by its own search. Papers must be the same, in the same
order, with scores that differ by at most 1e-9, and what cannot be read must be refused with the same sentence. Where
lunr.js throws, or is misled by its set of terms, the answer must be that of plain.mjs, which looks at every document;
there papers with equal scores may stand in any order.

Prints a line for each kind of query, and each difference; the exit status is 1 where there is one.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from corpus import read_corpus
from odd_queries import QueryMaker, read_head_and_documents
from papers import make_papers, write_content

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tests" / "search" / "query.mjs"
SIZES = (420, 4200, 20000)
TOLERANCE = 1e-9
MOST_SHOWN = 20
# The reference holds 20,000 papers as one index.
MEMORY = "--max-old-space-size=12000"
UNREADABLE = "The query cannot be read"

Line = dict[str, Any]


@contextmanager
def answers(queries: Path, *words: str) -> Iterator[Iterator[Line]]:
    """The lines that query.mjs answers to a file of queries, while it runs."""
    with (
        queries.open(encoding="utf-8") as asked,
        subprocess.Popen(  # noqa: S603 - our own program
            ["node", MEMORY, str(TOOL), *words],  # noqa: S607
            stdin=asked,
            stdout=subprocess.PIPE,
        ) as process,
    ):
        assert process.stdout is not None  # noqa: S101
        yield map(json.loads, process.stdout)
        process.stdout.close()
    if process.returncode:
        raise SystemExit(f"query.mjs {' '.join(words)} failed")


def write_queries(queries: Sequence[str], path: Path) -> Path:
    """The queries as query.mjs reads them."""
    path.write_text("".join(json.dumps(query) + "\n" for query in queries), encoding="utf-8")
    return path


def difference(ours: Line, other: Line, *, ties_count: bool) -> str:
    """What differs between two answers, or nothing; without `ties_count` equal scores may stand in any order."""
    if "error" in ours or "error" in other:
        return "" if ours.get("error") == other.get("error") else f"{ours.get('error')} / {other.get('error')}"
    mine, theirs = ours["hits"], other["hits"]
    if not ties_count:
        mine, theirs = ties_by_ref(mine), ties_by_ref(theirs)
    if len(mine) != len(theirs):
        return f"{len(mine)} hits / {len(theirs)} hits"
    for place, (one, two) in enumerate(zip(mine, theirs, strict=True)):
        if one["ref"] != two["ref"] or abs(one["score"] - two["score"]) > TOLERANCE:
            return f"at {place}: {one} / {two}"
    return ""


def ties_by_ref(hits: Sequence[Line]) -> list[Line]:
    """Hits whose scores differ by no more than the tolerance, one from the next, in the order of their refs."""
    steps, tie = [], 0
    for place, hit in enumerate(hits):
        tie += place > 0 and abs(hits[place - 1]["score"] - hit["score"]) > TOLERANCE
        steps.append((tie, hit))
    return [hit for _, group in groupby(steps, key=lambda step: step[0]) for hit in by_ref(hit for _, hit in group)]


def by_ref(hits: Iterator[Line]) -> list[Line]:
    """Hits in the order of their refs."""
    return sorted(hits, key=lambda hit: str(hit["ref"]))


def is_wrong(reference: Line) -> bool:
    """Whether lunr.js has no answer to a query that it can read, or a wrong one."""
    return bool(reference.get("misled")) or ("error" in reference and not reference["error"].startswith(UNREADABLE))


def compare(site: Path, documents: Path, number: int, seed: int, folder: Path) -> int:
    """Print how the site's answers compare; gives the number of differences."""
    with documents.open(encoding="utf-8") as lines:
        fields, papers = read_head_and_documents([json.loads(line) for line in lines])
    made = QueryMaker(papers, fields, seed).make(number)
    asked = write_queries([query for _, query in made], folder / "queries")
    counts: dict[str, Counter[str]] = {kind: Counter() for kind, _ in made}
    found: list[str] = []
    left: list[tuple[str, Line]] = []
    with ExitStack() as stack:
        ours = stack.enter_context(answers(asked, str(site)))
        others = stack.enter_context(answers(asked, "--reference", str(documents)))
        for (kind, query), mine, other in zip(made, ours, others, strict=True):
            counts[kind] += Counter(queries=1, hits=len(mine.get("hits", ())), refused="error" in mine)
            if is_wrong(other):
                counts[kind]["plain"] += 1
                left.append((kind, mine))
            elif differs := difference(mine, other, ties_count=True):
                counts[kind]["different"] += 1
                found.append(f"{query!r}: {differs}")
    found += compare_plainly(left, documents, counts, folder)
    report(len(papers), counts, found)
    return len(found)


def compare_plainly(
    left: Sequence[tuple[str, Line]], documents: Path, counts: dict[str, Counter[str]], folder: Path
) -> Iterator[str]:
    """The differences from plain.mjs."""
    if not left:
        return
    asked = write_queries([mine["query"] for _, mine in left], folder / "queries-plain")
    with answers(asked, "--plain", str(documents)) as others:
        for (kind, mine), other in zip(left, others, strict=True):
            if differs := difference(mine, other, ties_count=False):
                counts[kind]["different"] += 1
                yield f"{mine['query']!r} (plain): {differs}"


def report(papers: int, counts: dict[str, Counter[str]], found: Sequence[str]) -> None:
    """Print the counts and the first differences."""
    total = sum(counts.values(), Counter())
    sys.stdout.write(f"{papers:,} papers, {total['queries']:,} queries, {total['hits']:,} hits compared\n")
    for kind, count in (*counts.items(), ("all", total)):
        sys.stdout.write(
            f"  {kind:18} {count['queries']:6,} queries {count['hits']:12,} hits {count['refused']:5,} refused"
            f" {count['plain']:5,} by plain definition {count['different']:5,} different\n"
        )
    for line in found[:MOST_SHOWN]:
        sys.stdout.write(f"  {line[:300]}\n")
    sys.stdout.flush()


def run_sitegen(*words: object) -> bytes:
    """What a sitegen command prints."""
    command = [sys.executable, "-m", "sitegen", *map(str, words)]
    return subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE).stdout  # noqa: S603 - our own program


def build(corpus: Path, number: int, seed: int, folder: Path) -> tuple[Path, Path]:
    """A site of `number` papers below `folder`, and the list of its documents."""
    content, site, documents = folder / "content", folder / "site", folder / "documents"
    shutil.rmtree(folder, ignore_errors=True)
    content.mkdir(parents=True)
    write_content(make_papers(read_corpus(corpus, seed), number, seed), content, seed)
    documents.write_bytes(run_sitegen("list", "--content", content, "--format", "documents"))
    run_sitegen("build", "--content", content, "--output", site, "--quiet")
    return site, documents


def main() -> int:
    """Compare what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="the folder with papers-20k.jsonl.gz")
    parser.add_argument("--papers", type=int, action="append", help=f"how many papers; {SIZES} by default")
    parser.add_argument("--built", type=Path, nargs=2, metavar=("SITE", "DOCUMENTS"))
    parser.add_argument("--queries", type=int, default=3400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help="where sites are made; a temporary folder by default")
    options = parser.parse_args()
    if bool(options.corpus) == bool(options.built):
        parser.error("give either --corpus or --built")
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        if options.built:
            return compare(*options.built, options.queries, options.seed, work) > 0
        different = 0
        for size in options.papers or SIZES:
            site, documents = build(options.corpus, size, options.seed, work / str(size))
            different += compare(site, documents, options.queries, options.seed, work)
        return different > 0


if __name__ == "__main__":
    sys.exit(main())
