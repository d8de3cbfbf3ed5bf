"""Measure how long finding related papers takes, and how much memory: time a paper on one core, at several sizes.

    python benchmarks/related/related.py --corpus FOLDER [--sizes N …] [--seed S] [--steps]

The papers are those of benchmarks/search/papers.py: up to 20,000 real ones, beyond that recombined from those. Topics
are given by this repository's rules; that time is not counted. Each size runs in a process of its own, on one core.
With --steps it prints a profile of the last size.
"""

import argparse
import cProfile
import os
import pstats
import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "search"))

from corpus import Record, read_corpus
from papers import ROOT, make_papers

from sitegen.likeness.related import relate
from sitegen.model.paper import Paper
from sitegen.taxonomy.topic_classifier import TopicClassifier
from sitegen.taxonomy.topic_rules import load_topic_rules

SIZES = [389, 5_000, 20_000, 100_000]


def papers_of(records: list[Record]) -> list[Paper]:
    """Records as papers of a catalogue, with their topics."""
    classifier = TopicClassifier(load_topic_rules(ROOT / "content" / "topics.yaml"))
    papers = [
        Paper(id=f"p{number:06}", title=each.title, authors=each.authors, abstract=each.abstract)
        for number, each in enumerate(records)
    ]
    return [
        replace(paper, topics=tuple(match.topic for match in classifier.matches(paper.title, paper.abstract)))
        for paper in papers
    ]


def measure(options: argparse.Namespace) -> None:
    """Relate one number of papers and print a line of figures."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    size = options.sizes[0]
    papers = papers_of(list(make_papers(read_corpus(options.corpus, options.seed), size, options.seed)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    profile = cProfile.Profile() if options.steps else None
    started, used = time.perf_counter(), time.process_time()
    found = profile.runcall(relate, papers, labels={}) if profile else relate(papers, labels={})
    seconds, used = time.perf_counter() - started, time.process_time() - used
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    each = sum(map(len, found.values())) / size
    sys.stdout.write(
        f"{size:>7,}  {used:>8.2f}  {seconds:>8.2f}  {used / size * 1000:>8.3f}  {more:>8,.0f}  {each:>7.2f}\n"
    )
    if profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="the folder with papers-20k.jsonl.gz")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", action="store_true", help="profile each size")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        measure(options)
        return
    sys.stdout.write(" papers     CPU s    wall s  ms/paper    MB more  related\n")
    sys.stdout.flush()
    for size in options.sizes:
        command = [sys.executable, __file__, "--one", "--corpus", str(options.corpus), "--seed", str(options.seed)]
        subprocess.run([*command, *(["--steps"] if options.steps else []), "--sizes", str(size)], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
