"""Which papers pull at which on the map, and how strongly: each at those that it shares the heaviest terms with."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.likeness.weighing import Vector

# The strongest terms by which a paper is found, and the papers that a term leads to.
_TERMS, _POSTINGS = 16, 64
# The papers that one pulls at: in a long list fewer do as well, and there they are most of the work.
_SHORT, _LINKS, _FEWER_LINKS = 1500, 30, 12

# A place and a product of weights, a whole number.
_Near = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """For each place the later places that it is tied to, each with its pull; all pulls make 1/2 together.

    That is the joint distribution of t-SNE, p(ij), with the products of shared weights in place of a bell curve: each
    paper has the same say, and divides it among its neighbours by what they share.
    """

    rows: tuple[tuple[tuple[int, float], ...], ...]


class Index:
    """Finds papers by the heaviest terms that they share with another; the work for each is bounded."""

    def __init__(self, vectors: Sequence[Vector], places: Iterable[int]) -> None:
        """Lead to `places` of `vectors` only."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for place in places:
            vector = vectors[place]
            for term, weight in zip(vector.terms[:_TERMS], vector.weights, strict=False):
                found[term].append((weight, -place))
        self._vectors = vectors
        self._postings = {
            term: [(-place, weight) for weight, place in heapq.nlargest(_POSTINGS, papers)]
            for term, papers in found.items()
        }

    def near(self, place: int, most: int) -> list[_Near]:
        """The `most` places that share most with one, the nearest first, of equals the lower."""
        vector = self._vectors[place]
        sums: dict[int, int] = {}
        get = sums.get
        for term, weight in zip(vector.terms[:_TERMS], vector.weights, strict=False):
            for other, otherwise in self._postings.get(term, ()):
                sums[other] = get(other, 0) + weight * otherwise
        sums.pop(place, None)
        best = heapq.nlargest(most, [(total, -other) for other, total in sums.items()])
        return [(-other, total) for total, other in best]


def link(vectors: Sequence[Vector], places: Sequence[int]) -> Links:
    """Tie `places` of `vectors` to their neighbours; the links name them by their order in `places`."""
    index = Index(vectors, places)
    number = {place: each for each, place in enumerate(places)}
    most = _LINKS if len(places) <= _SHORT else _FEWER_LINKS
    rows: list[dict[int, float]] = [{} for _ in places]
    for own, place in enumerate(places):
        near = index.near(place, most)
        share = sum(total for _, total in near) * 2 * len(places)
        for other_place, total in near:
            other = number[other_place]
            first, second = min(own, other), max(own, other)
            # At most two numbers meet here, so their order is of no account.
            rows[first][second] = rows[first].get(second, 0.0) + total / share
    return Links(rows=tuple(tuple(sorted(row.items())) for row in rows))
