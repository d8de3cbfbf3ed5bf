"""The papers nearest to each, by the cosine of their vectors; the work for each is bounded, however long the list."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.likeness.closeness import Closeness
from sitegen.likeness.comparing import Candidates, Near, find_candidates, nearest_places, read_near
from sitegen.likeness.weighing import UNIT, Vector, Weighed

# Of more papers than this the mean is taken of so many or somewhat fewer, at even distances: it needs no more.
_SAMPLE = 4000


class Nearest:
    """The papers at least so near to each that share two terms or more; places are those of `weighed.papers`."""

    def __init__(self, weighed: Weighed, *, least: float, candidates: Candidates | None = None) -> None:
        """Compare `candidates`, or those that are found by terms and authors."""
        self.closeness = Closeness(weighed)
        if candidates is None:
            candidates = find_candidates(weighed, self.closeness)
        self._near = nearest_places(weighed, self.closeness, candidates, least=least)

    def of(self, place: int) -> Iterator[Near]:
        """Those near to one paper, the nearest first; of equals the lower."""
        return read_near(self._near[place])


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
