"""The papers nearest to each, by the cosine of their vectors; the work for each is bounded, however long the list."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.likeness.postings import Postings
from sitegen.likeness.weighing import UNIT, Vector, Weighed
from sitegen.model.paper import Paper

# The papers for which a term is strongest that it leads to, and the candidates that are compared in full.
_POSTINGS = 32
_CANDIDATES = 12
_BY_AUTHOR = 8
# What shared authors add at most, as a share of the likeness in words.
_AUTHORS = 0.25
# Few shared terms are a likeness in one respect, however strong: this many count in full, of a short text a part.
_ENOUGH, _PART, _FEWEST = 6, 4, 2
# What remains of a likeness in words where both papers have topics, and none in common.
_ASTRAY = 0.5


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
    """Finds the papers nearest to one; places are those of `weighed.papers`."""

    def __init__(self, weighed: Weighed) -> None:
        self._vectors = weighed.vectors
        self._postings = Postings(weighed.vectors, range(len(weighed.vectors)), most=_POSTINGS)
        self._enough = [max(_FEWEST, min(_ENOUGH, len(vector.terms) // _PART)) for vector in weighed.vectors]
        self._topics = [frozenset(paper.topics) for paper in weighed.papers]
        self._by_author = _by_author(weighed.papers)
        # Only those whom papers can share.
        self._authors = [self._by_author.keys() & paper.authors for paper in weighed.papers]

    def of(self, place: int, *, least: float) -> Iterator[Near]:
        """Those at least so near to one paper that share two terms or more, the nearest first; of equals the lower."""
        vector = self._vectors[place]
        own = dict(zip(vector.terms, vector.weights, strict=True))
        common = frozenset(own).intersection
        near = []
        for other in self._candidates(place):
            there = self._vectors[other]
            both = common(there.terms)
            if len(both) >= _FEWEST:
                at, weights = there.terms.index, there.weights
                shared = {term: own[term] * weights[at(term)] for term in both}
                nearness = self._nearness(place, other, shared)
                if nearness >= least:
                    near.append((-nearness, other, shared))
        near.sort()
        for nearness, other, shared in near:
            yield Near(
                place=other,
                nearness=-nearness,
                shared=shared,
                authors=len(self._authors[place] & self._authors[other]),
                is_topical=not self._topics[place].isdisjoint(self._topics[other]),
            )

    def _candidates(self, place: int) -> set[int]:
        found = {other for _, other in self._postings.near(place, _CANDIDATES)}
        for name in self._authors[place]:
            found.update(self._by_author[name][:_BY_AUTHOR])
        found.discard(place)
        return found

    def _nearness(self, place: int, other: int, shared: Mapping[int, int]) -> float:
        nearness = sum(shared.values()) / UNIT**2
        enough = min(self._enough[place], self._enough[other])
        if len(shared) < enough:
            nearness *= len(shared) / enough
        here, there = self._topics[place], self._topics[other]
        if here and there and here.isdisjoint(there):
            nearness *= _ASTRAY
        names = self._authors[place] & self._authors[other]
        if not names:
            return nearness
        # Each name adds less the more papers it stands on, and nothing without likeness in words. fsum adds up the same
        # in every order and in every Python; sum does not.
        return nearness * (1 + _AUTHORS * min(1.0, math.fsum([2 / len(self._by_author[name]) for name in names])))


def mean_nearness(vectors: Sequence[Vector]) -> float:
    """How near any two papers are in the mean, by their words alone; 0 where there are none."""
    sums: defaultdict[int, int] = defaultdict(int)
    own = 0
    for vector in vectors:
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            sums[term] += weight
            own += weight * weight
    return (sum(total * total for total in sums.values()) - own) / (UNIT * max(1, len(vectors))) ** 2


def _by_author(papers: Iterable[Paper]) -> dict[str, list[int]]:
    """The places of all papers of everyone who has more than one."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, paper in enumerate(papers):
        for name in frozenset(paper.authors):
            found[name].append(place)
    return {name: places for name, places in found.items() if len(places) > 1}
