"""The map: like papers near each other, none on another, and the same numbers everywhere."""

import dataclasses
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.catalogue.assembly import build_catalogue
from sitegen.likeness.map_field import potential
from sitegen.likeness.map_fitting import WIDTH, fit
from sitegen.likeness.map_layout import lay_out
from sitegen.likeness.map_moving import push_apart
from sitegen.likeness.weighing import weigh
from sitegen.model.note import Status
from sitegen.model.paper import Paper
from sitegen.sources.reading import load_dump, read_dump
from tests.likeness.test_related import SUBJECTS, papers
from tests.likeness.trust import trustworthiness

Point = tuple[int, int]


def laid_out(all_papers: Sequence[Paper], **options: int) -> dict[str, Point]:
    """Where each paper stands, by its id."""
    weighed = weigh(all_papers)
    return dict(zip([paper.id for paper in weighed.papers], lay_out(weighed, **options).points, strict=True))


def squared(first: Point, second: Point) -> int:
    """The squared distance of two points."""
    return (first[0] - second[0]) ** 2 + (first[1] - second[1]) ** 2


def subject_of(paper_id: str) -> str:
    """What a made-up paper is about."""
    return paper_id.rpartition("-")[0]


def test_the_real_listings_are_shown_as_they_are(shared_dir: Path) -> None:
    """Neighbours on the map of the real listings are near in their terms, even without topics."""
    dumps = [load_dump(path, shown_as=path.name) for path in sorted((shared_dir / "dumps").glob("*.txt"))]
    weighed = weigh(build_catalogue([read_dump(dump) for dump in dumps], []).papers)
    assert trustworthiness(weighed.vectors, lay_out(weighed).points) >= 0.85


@pytest.mark.parametrize("most", [1000, 40])
def test_papers_of_one_subject_are_neighbours(most: int) -> None:
    """The nearest on the map is of the same subject, whether all papers were weighed or most joined a sample."""
    points = laid_out(papers(30), most=most)
    for paper_id, point in points.items():
        nearest = min((other for other in points if other != paper_id), key=lambda other: squared(points[other], point))
        assert subject_of(nearest) == subject_of(paper_id)


def test_a_random_map_is_not_trusted() -> None:
    """The measure gives one half to a map that shows nothing, and more than that to ours."""
    weighed = weigh(papers(30))
    draw = random.Random(5)  # noqa: S311 - a draw that can be repeated, no secret
    nowhere = [(draw.randrange(WIDTH), draw.randrange(WIDTH)) for _ in weighed.papers]
    assert trustworthiness(weighed.vectors, nowhere) == pytest.approx(0.5, abs=0.05)
    assert trustworthiness(weighed.vectors, lay_out(weighed).points) > 0.9


def test_every_python_lays_out_the_same_map() -> None:
    """These are the numbers of Python 3.11 on one machine; another must find the same."""
    points = laid_out(papers(6))
    assert [points[f"{subject}-{number}"] for subject in SUBJECTS for number in (0, 5)] == EXPECTED


EXPECTED = [(2278, 3024), (2222, 3041), (51, 1410), (17, 1524), (1661, 0), (1613, 0), (3905, 1043), (3999, 1010)]


def test_the_order_of_papers_and_the_hash_seed_are_of_no_account() -> None:
    """Another order of the papers, or another process with other hashes, gives the same map."""
    given_papers = papers(8)
    expected = laid_out(given_papers)
    assert laid_out(given_papers[::-1]) == expected
    code = "from tests.likeness.test_map import *; print(sorted(laid_out(papers(8)).items()))"
    for seed in ("1", "2"):
        result = subprocess.run(  # noqa: S603 - our own code in our own Python
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert result.stdout.strip() == str(sorted(expected.items()))


def test_the_same_papers_are_not_laid_out_again() -> None:
    """A change to what has no part in likeness, such as a status, gives the map that is there."""
    given_papers = papers(5)
    first = lay_out(weigh(given_papers))
    marked = [dataclasses.replace(paper, status=Status.READ, rating=4) for paper in given_papers]
    assert lay_out(weigh(marked)) is first
    reworded = [dataclasses.replace(given_papers[0], abstract="tide gauge"), *given_papers[1:]]
    assert lay_out(weigh(reworded)) != first


@given(
    st.lists(st.sampled_from(["lantern wick", "lantern wick brass", "tide gauge", "tide moon", ""]), max_size=30),
    st.integers(3, 40),
)
@settings(max_examples=12, deadline=None)
def test_any_papers_find_a_place_of_their_own(abstracts: list[str], most: int) -> None:
    """Papers without words, without company or equal to others all stand in the picture, each at its own point."""
    made = [Paper(id=f"p{number}", title="", abstract=text) for number, text in enumerate(abstracts)]
    picture = lay_out(weigh(made), most=most)
    assert len(set(picture.points)) == len(made)
    assert all(0 <= x <= WIDTH and 0 <= y <= picture.height for x, y in picture.points)


def test_a_picture_is_wider_than_high() -> None:
    """A tall heap of points is laid on its side, with its proportions kept."""
    draw = random.Random(2)  # noqa: S311 - a draw that can be repeated, no secret
    xs, ys = [draw.gauss(0, 1) for _ in range(99)], [draw.gauss(0, 2) for _ in range(99)]
    picture = fit(xs, ys)
    wide = max(x for x, _ in picture.points) - min(x for x, _ in picture.points)
    high = max(y for _, y in picture.points) - min(y for _, y in picture.points)
    assert 1.4 < wide / high < 2.6
    assert WIDTH * 0.95 < wide <= WIDTH
    assert high <= picture.height


@pytest.mark.parametrize("spread", [1.0, 4.0])
def test_the_grid_adds_up_as_pairs_do(spread: float) -> None:
    """Pushes read from the grid are those of all pairs, but for a part that is small among so many."""
    draw = random.Random(4)  # noqa: S311 - a draw that can be repeated, no secret
    xs, ys = ([draw.gauss(0, spread) for _ in range(300)] for _ in range(2))
    push = push_apart(xs, ys, draw)
    total, error, size = 0.0, 0.0, 0.0
    for x, y, found_x, found_y in zip(xs, ys, push.x, push.y, strict=True):
        near = [(x - u, y - v, 1 / (1 + (x - u) ** 2 + (y - v) ** 2)) for u, v in zip(xs, ys, strict=True)]
        total += sum(weight for _, _, weight in near) - 1
        exact_x, exact_y = sum(a * w * w for a, _, w in near), sum(b * w * w for _, b, w in near)
        error += (exact_x - found_x) ** 2 + (exact_y - found_y) ** 2
        size += exact_x**2 + exact_y**2
    assert push.total == pytest.approx(total, rel=0.1)
    assert (error / size) ** 0.5 < 0.25


def test_the_potential_of_one_mass_is_the_kernel() -> None:
    """Around a single mass a fine grid has 1 / (1 + r²), near by and far away."""
    side, cell = 41, 0.25
    masses = [0.0] * (side * side)
    masses[20 * side + 20] = 1.0
    found = potential(masses, side, cell)
    for right, down in ((0, 0), (1, 0), (2, 2), (5, 1), (0, 10), (20, 20)):
        expected = 1 / (1 + (right * right + down * down) * cell * cell)
        assert found[(20 + down) * side + 20 + right] == pytest.approx(expected, rel=0.12)
