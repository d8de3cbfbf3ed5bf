"""Measure the map: how long laying it out takes, and how far its neighbours can be trusted.

    python benchmarks/map/layout.py --corpus FOLDER [--dumps FOLDER] [--sizes N …] [--write FOLDER]

The papers of `--dumps` are those of real listings, with the topics of this repository and without any; those of the
sizes are of benchmarks/search/papers.py. Trustworthiness is that of tests/likeness/trust.py (k = 10) in the space of
the weighted terms; of more than 5,000 papers a thousand are judged, against all. Each map is laid out on one core.
With --write, positions and texts are kept as JSON, for plain.py.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "search"))
sys.path.insert(0, str(Path(__file__).parents[1] / "related"))

from corpus import read_corpus
from papers import ROOT, make_papers
from related import papers_of

from sitegen.catalogue.assembly import build_catalogue
from sitegen.likeness.map_layout import lay_out
from sitegen.likeness.weighing import weigh
from sitegen.model.paper import Paper
from sitegen.sources.reading import load_dump, read_dump
from sitegen.taxonomy.topic_classifier import TopicClassifier
from sitegen.taxonomy.topic_rules import load_topic_rules
from tests.likeness.trust import trustworthiness

SIZES = [1_000, 5_000, 20_000]
JUDGED_WHOLE, JUDGED = 5_000, 1_000


def listed(folder: Path) -> Iterator[tuple[str, list[Paper]]]:
    """The papers of a folder of dumps, with topics and without."""
    dumps = [load_dump(path, shown_as=path.name) for path in sorted(folder.glob("*.txt"))]
    papers = build_catalogue([read_dump(dump) for dump in dumps], []).papers
    classifier = TopicClassifier(load_topic_rules(ROOT / "content" / "topics.yaml"))
    topics = {paper.id: classifier.matches(paper.title, paper.abstract) for paper in papers}
    yield (
        "real",
        [replace(paper, topics=tuple(match.topic for match in topics[paper.id])) for paper in papers],
    )
    yield "real, no topics", list(papers)


def measure(name: str, papers: Sequence[Paper], write: Path | None) -> None:
    """Lay out some papers and print a line of figures."""
    weighed = weigh(papers)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, used = time.perf_counter(), time.process_time()
    picture = lay_out(weighed)
    seconds, used = time.perf_counter() - started, time.process_time() - used
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    size = len(weighed.papers)
    draw = random.Random(1)  # noqa: S311 - a draw that can be repeated, no secret
    judged = None if size <= JUDGED_WHOLE else draw.sample(range(size), JUDGED)
    trust = trustworthiness(weighed.vectors, picture.points, judged=judged)
    sys.stdout.write(f"{size:>7,}  {used:>6.2f}  {seconds:>6.2f}  {more:>6,.0f}  {trust:>6.3f}  {name}\n")
    sys.stdout.flush()
    if write:
        texts = [f"{paper.title}. {paper.abstract}" for paper in weighed.papers]
        path = write / f"{size}{'-' * ('no' in name)}.json"
        path.write_text(json.dumps({"texts": texts, "points": picture.points}), encoding="utf-8")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="the folder with papers-20k.jsonl.gz")
    parser.add_argument("--dumps", type=Path, help="a folder of real listings")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--write", type=Path, help="where to keep the positions")
    options = parser.parse_args()
    sys.stdout.write(" papers   CPU s  wall s      MB   trust  what\n")
    if options.dumps:
        for name, papers in listed(options.dumps):
            measure(name, papers, options.write)
    for size in options.sizes:
        corpus = read_corpus(options.corpus, 1)
        measure("corpus", papers_of(list(make_papers(corpus, size, 1))), options.write)


if __name__ == "__main__":
    main()
