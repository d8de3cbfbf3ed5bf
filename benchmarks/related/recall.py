"""Count how many of the relations are found that comparing every paper with every other would find.

    python benchmarks/related/recall.py --corpus FOLDER [--sizes N …] [--drawn N] [--seed S]

The papers are those of related.py. Of each size some papers are drawn (all, if there are no more), and compared with
all others that share a term.
"""

import argparse
import random
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "search"))

from corpus import read_corpus
from papers import make_papers
from related import papers_of

from sitegen.likeness.comparing import Candidates
from sitegen.likeness.related import relate_weighed
from sitegen.likeness.weighing import Weighed, weigh

SIZES = [389, 5_000]


def all_that_share(weighed: Weighed, drawn: set[int]) -> Candidates:
    """For each paper drawn all others that share a term with it, and none for the rest."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, vector in enumerate(weighed.vectors):
        for term in vector.terms:
            places[term].append(place)
    for place, vector in enumerate(weighed.vectors):
        found: set[int] = set()
        if place in drawn:
            found.update(*[places[term] for term in vector.terms])
        # Two that are drawn both have one another: the later one has the earlier already.
        yield {other for other in found if other > place or (other < place and other not in drawn)}


def main() -> None:
    """Count what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="the folder with papers-20k.jsonl.gz")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--drawn", type=int, default=1_500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.stdout.write(" papers    drawn  to find    found   share  related\n")
    for size in options.sizes:
        weighed = weigh(papers_of(list(make_papers(read_corpus(options.corpus, options.seed), size, options.seed))))
        drawn = random.Random(options.seed).sample(range(size), min(size, options.drawn))  # noqa: S311 (no secret)
        found = relate_weighed(weighed, labels={})
        every = relate_weighed(weighed, labels={}, candidates=all_that_share(weighed, set(drawn)))
        ids = [weighed.papers[place].id for place in drawn]
        wanted = sum(len(every[each]) for each in ids)
        both = sum(len({one.paper for one in every[each]} & {one.paper for one in found[each]}) for each in ids)
        mean = sum(len(found[each]) for each in ids) / len(ids)
        sys.stdout.write(f"{size:>7,}  {len(ids):>7,}  {wanted:>7,}  {both:>7,}  {both / wanted:>6.1%}  {mean:>7.2f}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
