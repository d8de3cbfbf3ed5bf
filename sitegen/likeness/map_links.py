"""Which papers pull at which on the map, and how strongly: each at those that it shares the heaviest terms with."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.likeness.postings import Postings
from sitegen.likeness.weighing import Vector

# The strongest terms by which a paper is found and finds others, and the papers that each leads to.
TERMS, POSTINGS = 16, 64
# The papers that one pulls at: in a long list fewer do as well, and there they are most of the work.
_SHORT, _LINKS, _FEWER_LINKS = 1500, 30, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """For each place the later places that it is tied to, each with its pull; all pulls make 1/2 together.

    That is the joint distribution of t-SNE, p(ij), with the products of shared weights in place of a bell curve: each
    paper has the same say, and divides it among its neighbours by what they share.
    """

    rows: tuple[tuple[tuple[int, float], ...], ...]


def link(vectors: Sequence[Vector], places: Sequence[int]) -> Links:
    """Tie `places` of `vectors` to their neighbours; the links name them by their order in `places`."""
    postings = Postings(vectors, places, terms=TERMS, most=POSTINGS)
    number = {place: each for each, place in enumerate(places)}
    most = _LINKS if len(places) <= _SHORT else _FEWER_LINKS
    rows: list[dict[int, float]] = [{} for _ in places]
    for own, place in enumerate(places):
        near = postings.near(place, most)
        share = sum(total for total, _ in near) * 2 * len(places)
        for total, other_place in near:
            other = number[other_place]
            first, second = min(own, other), max(own, other)
            # At most two numbers meet here, so their order is of no account.
            rows[first][second] = rows[first].get(second, 0.0) + total / share
    return Links(rows=tuple(tuple(sorted(row.items())) for row in rows))
