"""Make a content folder of any number of papers, to measure search on.

    python benchmarks/search/papers.py N --corpus FOLDER [--seed S] [--out FOLDER]

The first 20,000 are the corpus' own papers, shuffled by the seed, so that a smaller set is a part of a greater one.
All beyond are made up: recombined titles, names and sentences of the 20,000, with words that nobody wrote (slips of a
key, compounds, numbers, names) coming at the rate at which the corpus brings new ones. They stand for no real work.

With --out, writes a content folder that `sitegen build` reads: dumps of 5,000 papers each, the topics of this
repository, and a note for every hundredth paper. Without it, prints one paper a line, as JSON.
"""

import argparse
import json
import random
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from corpus import Record, read_corpus
from recombining import Recombiner

ROOT = Path(__file__).parents[2]
CAPTURED = "2026-08-31"
PAPERS_A_DUMP = 5000
NOTE_EVERY = 100
# The shares of papers that a listing prints such things for.
SCORED, WITH_CODE, WITH_ORGANIZATION = 0.3, 0.35, 0.25
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
STATUSES = ("to-read", "reading", "read", "skipped")
ORGANIZATIONS = (
    "nvidia microsoft-research google-deepmind google meta-ai openai anthropic apple amazon-science ibm-research "
    "allenai tsinghua stanford mit cmu uc-berkeley eth-zurich epfl kaist mila inria mpi-is oxford ucl nyu princeton"
).split()


def make_papers(corpus: Sequence[Record], number: int, seed: int) -> Iterator[Record]:
    """The first `number` papers: those of the corpus, then recombined ones."""
    yield from islice(corpus, number)
    if number > len(corpus):
        yield from Recombiner(corpus, seed).papers(number - len(corpus))


def write_content(papers: Iterable[Record], folder: Path, seed: int) -> None:
    """Write a content folder; one that this command wrote before is replaced."""
    for name in ("dumps", "papers"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    settings = (
        "title: Papers to measure search on\ntaxonomies: [topics, authors, organizations, subjects, years, dumps]\n"
    )
    (folder / "site.yaml").write_text(settings, encoding="utf-8")
    shutil.copyfile(ROOT / "content" / "topics.yaml", folder / "topics.yaml")
    chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    rest = iter(papers)
    number = 0
    while dump := list(islice(rest, PAPERS_A_DUMP)):
        number += 1
        write_dump(dump, folder / "dumps" / f"{number:03}.txt", chance)
        for place, paper in enumerate(dump):
            if place % NOTE_EVERY == 0:
                write_note(paper, folder / "papers" / f"note-{number:03}-{place:04}.md", chance)


def write_dump(papers: Iterable[Record], path: Path, chance: random.Random) -> None:
    """Write an author listing: three lines a paper, title and authors glued."""
    lines = ["---", "source: scholar-feed", f"captured: {CAPTURED}", "---"]
    for paper in papers:
        lines += (_head(paper, chance), paper.title + _byline(paper, chance), paper.abstract)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _head(paper: Record, chance: random.Random) -> str:
    score = f"{chance.uniform(1, 100):.1f}" if chance.random() < SCORED else ""
    code = "Code" if chance.random() < WITH_CODE else ""
    return f"{score}{paper.subject}{MONTHS[paper.date.month - 1]} {paper.date.day}, {paper.date.year}{code}"


def _byline(paper: Record, chance: random.Random) -> str:
    names = ", ".join(paper.authors)
    more = " et al." if paper.has_more_authors else ""
    return names + more + (f" · {chance.choice(ORGANIZATIONS)}" if chance.random() < WITH_ORGANIZATION else "")


def write_note(paper: Record, path: Path, chance: random.Random) -> None:
    """Write a reader's note: a status, perhaps a rating, and the abstract's last words."""
    status = chance.choice(STATUSES)
    rating = f"rating: {chance.randint(1, 5)}\n" if status == "read" else ""
    body = paper.abstract.rpartition(". ")[2]
    text = f"---\ntitle: {json.dumps(paper.title, ensure_ascii=False)}\nstatus: {status}\n{rating}---\n\n{body}\n"
    path.write_text(text, encoding="utf-8")


def print_papers(papers: Iterable[Record]) -> None:
    """Print one paper a line, as JSON."""
    for paper in papers:
        fields = {"title": paper.title, "authors": paper.authors, "abstract": paper.abstract, "subject": paper.subject}
        line = json.dumps(fields | {"date": paper.date.isoformat()}, ensure_ascii=False)
        sys.stdout.write(line + "\n")


def main() -> None:
    """Make what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, metavar="N", help="how many papers")
    parser.add_argument("--corpus", type=Path, required=True, help="the folder with papers-20k.jsonl.gz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="the content folder to write")
    options = parser.parse_args()
    papers = make_papers(read_corpus(options.corpus, options.seed), options.number, options.seed)
    if options.out:
        write_content(papers, options.out, options.seed)
    else:
        print_papers(papers)


if __name__ == "__main__":
    main()
