"""Measure what a first search costs: the manifest, the files of a word, and the first ten cards.

    python benchmarks/search/cold.py SITE DOCUMENTS [SITE DOCUMENTS …] [--number 200] [--docs docs/search.md]

SITE is a built site and DOCUMENTS what `sitegen list --format documents` prints of the same content. Words are drawn
from titles, authors and abstracts as they are printed there, and by how often they stand: see queries.py. Each is asked
of the client's own modules under Node (tests/search/query.mjs), with nothing loaded before. Bytes are those of gzip
level 6, which is a fair guess of what GitHub Pages sends. A further word is one more word of a paper that holds the
first, where the first has been searched before.
"""

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from queries import one_word_queries, quantile, read_documents, words_in
from tables import put_table

ROOT = Path(__file__).parents[2]
QUERY = ROOT / "tests" / "search" / "query.mjs"
MOST, ALL, FURTHER, OF_TERMS = "most", "all but the commonest", "a further word", "of these, for its terms"
HEAD = "| {} | searches | KB median | p95 | max | requests median | p95 | max |\n|---|--:|--:|--:|--:|--:|--:|--:|\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one search loaded: bytes as sent, and the files by name."""

    query: str
    bytes: int
    files: tuple[str, ...]


def ask(site: Path, queries: Sequence[str], *options: str) -> Iterator[Cost]:
    """What each query costs, asked in this order."""
    lines = "".join(json.dumps(query) + "\n" for query in queries)
    command = ["node", str(QUERY), *options, str(site)]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)  # noqa: S603 - our own script
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(f"{answer['query']!r}: {answer['error']}")
        yield Cost(query=answer["query"], bytes=answer["bytes"], files=tuple(answer["files"]))


def row(name: str, costs: Sequence[Cost]) -> str:
    """One line of the table: KB (of 1,000 bytes) and requests, each as median, p95 and maximum."""
    kilobytes = [cost.bytes / 1000 for cost in costs]
    requests = [len(cost.files) for cost in costs]
    # Files of terms and of cards are not weighed apart.
    cells = ["" if name == OF_TERMS else f"{quantile(kilobytes, share):.1f}" for share in (0.5, 0.95, 1)]
    cells += [str(quantile(requests, share)) for share in (0.5, 0.95, 1)]
    return f"| {name} | {len(costs)} | {' | '.join(cells)} |\n"


def further_words(site: Path, documents: Sequence[dict[str, Any]], number: int, seed: int) -> list[Cost]:
    """What a second word loads where the first has been searched before."""
    chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    words = [each for each in words_in(documents).documents if len(each) > 1]
    costs = []
    for _ in range(number):
        first, second = chance.sample(chance.choice(words), 2)
        costs.append(list(ask(site, [first, f"{first} {second}"]))[1])
    return costs


def of_terms(cost: Cost) -> Cost:
    """The same without the cards: the files of terms only."""
    names = tuple(name for name in cost.files if name.rpartition("/")[2].startswith("t"))
    return Cost(query=cost.query, bytes=cost.bytes, files=names)


def measure(
    site: Path, documents: Sequence[dict[str, Any]], number: int, seed: int
) -> Iterator[tuple[str, list[Cost]]]:
    """What the words of each group cost, then all drawn ones together, and a further word."""
    drawn = []
    for name, words in one_word_queries(documents, number, seed).items():
        costs = list(ask(site, words, "--cold"))
        drawn += costs if name != MOST else []
        yield name, costs
        worst = max(costs, key=lambda cost: cost.bytes)
        sys.stderr.write(f"{name}: most for {worst.query!r}, {worst.bytes:,} bytes, {' '.join(worst.files)}\n")
    yield ALL, drawn
    further = further_words(site, documents, number // 4, seed)
    yield FURTHER, further
    yield OF_TERMS, [of_terms(cost) for cost in further]


def main() -> None:
    """Print a table for each site, or put one for all of them into the documentation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", type=Path, nargs="+", metavar="SITE DOCUMENTS", help="one site, or several")
    parser.add_argument("--number", type=int, default=200, help="how many words of each group")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--docs", type=Path, help="the page to put the table into")
    options = parser.parse_args()
    summary = [HEAD.format("papers")]
    for site, path in zip(options.sites[::2], options.sites[1::2], strict=True):
        documents = read_documents(path)
        sys.stdout.write(f"\n{len(documents):,} papers\n\n{HEAD.format('words')}")
        for name, costs in measure(site, documents, options.number, options.seed):
            sys.stdout.write(row(name, costs))
            sys.stdout.flush()
            if name in {ALL, FURTHER, OF_TERMS}:
                summary.append(row(f"{len(documents):,}" if name == ALL else name, costs))
    if options.docs:
        put_table(options.docs, "cold", "".join(summary))


if __name__ == "__main__":
    main()
