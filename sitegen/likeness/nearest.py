"""The papers nearest to each, by the cosine of their vectors; the work for each is bounded, however long the list."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.likeness.closeness import Closeness
from sitegen.likeness.comparing import Candidates, find_candidates, nearest_places
from sitegen.likeness.weighing import UNIT, Vector, Weighed

# Of more papers than this the mean is taken of so many or somewhat fewer, at even distances: it needs no more.
_SAMPLE = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A paper by its place, how near it is (1 is the same), and how many authors it shares.

    `shared` has the terms that make it near, each with what it adds, in no order; `is_topical` says whether there is a
    topic among them.
    """

    place: int
    nearness: float
    shared: Mapping[int, int]
    authors: int
    is_topical: bool


class Nearest:
    """The papers at least so near to each that share two terms or more; places are those of `weighed.papers`."""

    def __init__(self, weighed: Weighed, *, least: float, candidates: Candidates | None = None) -> None:
        """Compare `candidates`, or those that are found by terms and authors."""
        self._vectors = weighed.vectors
        self._closeness = Closeness(weighed)
        if candidates is None:
            candidates = find_candidates(weighed, self._closeness)
        self._places = nearest_places(weighed, self._closeness, candidates, least=least)

    def of(self, place: int) -> Iterator[Near]:
        """Those near to one paper, the nearest first; of equals the lower."""
        vector = self._vectors[place]
        own = dict(zip(vector.terms, vector.weights, strict=True))
        for other in self._places[place]:
            there = self._vectors[other]
            both = zip(there.terms, there.weights, strict=True)
            shared = {term: own[term] * weight for term, weight in both if term in own}
            total = sum(shared.values())
            yield Near(
                place=other,
                nearness=self._closeness.nearness(place, other, total=total, terms=len(shared)),
                shared=shared,
                authors=self._closeness.shared_authors(place, other),
                is_topical=self._closeness.is_topical(place, other),
            )


def mean_nearness(vectors: Sequence[Vector]) -> float:
    """How near any two papers are in the mean, by their words alone; 0 where there are none."""
    drawn = vectors[:: -(-len(vectors) // _SAMPLE) or 1]
    sums: defaultdict[int, int] = defaultdict(int)
    own = 0
    for vector in drawn:
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            sums[term] += weight
            own += weight * weight
    return (sum(total * total for total in sums.values()) - own) / (UNIT * max(1, len(drawn))) ** 2
