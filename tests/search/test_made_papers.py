"""The papers that search is measured on: the same ones each time, and all different."""

import gzip
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sitegen.build.content import load_content
from sitegen.build.pipeline import load_catalogue
from tests.conftest import ROOT

PAPERS, MORE = 80, 240
SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu".split()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small corpus, in the form of the one that papers.py reads."""
    chance = random.Random(7)  # noqa: S311 - a draw that can be repeated

    def word() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))

    def sentence(length: int) -> str:
        return " ".join(word() for _ in range(length)).capitalize()

    papers = [
        {
            "title": f"{sentence(2)}: {sentence(4)} of lamps",
            "authors": [f"{word().title()} {word().title()}" for _ in range(chance.randint(1, 5))],
            "abstract": " ".join(f"{sentence(9)} and lamps shine over lamps." for _ in range(4)),
            "year": 2020 + place % 5,
            "categories": ["cs.CL"],
        }
        for place in range(PAPERS)
    ]
    folder = tmp_path_factory.mktemp("corpus")
    with gzip.open(folder / "papers-20k.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(paper) + "\n" for paper in papers)
    return folder


def make(*words: object) -> bytes:
    """What the maker of papers prints."""
    command = [sys.executable, str(ROOT / "benchmarks" / "search" / "papers.py"), *map(str, words)]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - our own program


def made(corpus: Path, number: int) -> list[dict[str, Any]]:
    """So many papers, as printed."""
    return [json.loads(line) for line in make(number, "--corpus", corpus).splitlines()]


def test_recombined_papers_are_the_same_each_time_and_all_distinct(corpus: Path) -> None:
    """Papers beyond those of the corpus have titles, abstracts and words of their own, and come again to the byte."""
    papers = made(corpus, PAPERS + MORE)
    assert made(corpus, PAPERS + MORE) == papers
    assert made(corpus, 50) == papers[:50]
    assert len({paper["title"].casefold() for paper in papers}) == len(papers)
    assert len({paper["abstract"] for paper in papers}) == len(papers)
    known = {word for paper in papers[:PAPERS] for word in paper["abstract"].split()}
    assert {word for paper in papers[PAPERS:] for word in paper["abstract"].split()} - known


def test_each_made_paper_is_a_paper_of_the_catalogue(corpus: Path, tmp_path: Path) -> None:
    """A made content folder is read without a problem, and no two of its papers are taken for one."""
    make(PAPERS + MORE, "--corpus", corpus, "--seed", 3, "--out", tmp_path)
    catalogue = load_catalogue(load_content(tmp_path)).catalogue
    assert (len(catalogue.papers), catalogue.problems) == (PAPERS + MORE, ())
    assert any(paper.status is not None for paper in catalogue.papers)
