"""The papers nearest to each, by the cosine of their vectors; the work for each is bounded, however long the list."""

import heapq
from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from sitegen.likeness.weighing import UNIT, Vector, Weighed

# The strongest terms by which a paper is found, and the papers for which a term is strongest that it leads to.
_TERMS = 16
_POSTINGS = 32
# Candidates that are compared in full.
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

    `shared` has the terms that make it near, each after what it adds, in no order; `is_topical` says whether there is
    a topic among them.
    """

    place: int
    nearness: float
    shared: Sequence[tuple[int, int]]
    authors: int
    is_topical: bool


# For a term the papers in which it weighs most, and what it weighs there.
_Posting = tuple["array[int]", bytes]
_NOWHERE: _Posting = (array("I"), b"")


class Nearest:
    """Finds the papers nearest to one; places are those of `weighed.papers`."""

    def __init__(self, weighed: Weighed) -> None:
        self._vectors = weighed.vectors
        self._topics = [frozenset(paper.topics) for paper in weighed.papers]
        self._authors = [frozenset(paper.authors) for paper in weighed.papers]
        self._by_term = _postings(weighed.vectors)
        self._by_author = _by_author(self._authors)

    def of(self, place: int, *, least: float = 0.0) -> list[Near]:
        """Those at least so near to one paper, the nearest first; equally near ones in the order of their ids."""
        own = dict(zip(self._vectors[place].terms, self._vectors[place].weights, strict=True))
        near = []
        for other in self._candidates(place):
            vector = self._vectors[other]
            both = compress(zip(vector.terms, vector.weights, strict=True), map(own.__contains__, vector.terms))
            shared = [(own[term] * weight, term) for term, weight in both]
            nearness = self._nearness(place, other, shared)
            if nearness > 0 and nearness >= least:
                near.append(self._near(place, other, nearness, shared))
        return sorted(near, key=lambda each: (-each.nearness, each.place))

    def _near(self, place: int, other: int, nearness: float, shared: Sequence[tuple[int, int]]) -> Near:
        return Near(
            place=other,
            nearness=nearness,
            shared=shared,
            authors=len(self._authors[place] & self._authors[other]),
            is_topical=not self._topics[place].isdisjoint(self._topics[other]),
        )

    def _candidates(self, place: int) -> set[int]:
        vector = self._vectors[place]
        sums: dict[int, int] = {}
        get = sums.get
        for term, weight in zip(vector.terms[:_TERMS], vector.weights, strict=False):
            for other, otherwise in zip(*self._by_term.get(term, _NOWHERE), strict=True):
                sums[other] = get(other, 0) + weight * otherwise
        sums.pop(place, None)
        number = len(self._vectors)
        # The sum and the place in one number: the lower place wins where sums are equal.
        best = heapq.nlargest(_CANDIDATES, [total * number + (number - 1 - other) for other, total in sums.items()])
        found = {number - 1 - each % number for each in best}
        for name in self._authors[place]:
            found.update(self._by_author[name][:_BY_AUTHOR])
        found.discard(place)
        return found

    def _nearness(self, place: int, other: int, shared: Sequence[tuple[int, int]]) -> float:
        lengths = len(self._vectors[place].terms), len(self._vectors[other].terms)
        enough = max(_FEWEST, min(_ENOUGH, *(length // _PART for length in lengths)))
        nearness = sum([product for product, _ in shared]) / UNIT**2 * min(1.0, len(shared) / enough)
        topics = self._topics[place], self._topics[other]
        if all(topics) and topics[0].isdisjoint(topics[1]):
            nearness *= _ASTRAY
        if self._authors[place].isdisjoint(self._authors[other]):
            return nearness
        # Each name adds less the more papers it stands on, and nothing without likeness in words.
        names = self._authors[place] & self._authors[other]
        return nearness * (1 + _AUTHORS * min(1.0, sum(sorted(2 / len(self._by_author[name]) for name in names))))


def mean_nearness(vectors: Sequence[Vector]) -> float:
    """How near any two papers are in the mean, by their words alone; 0 where there are none."""
    sums: defaultdict[int, int] = defaultdict(int)
    own = 0
    for vector in vectors:
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            sums[term] += weight
            own += weight * weight
    return (sum(total * total for total in sums.values()) - own) / (UNIT * max(1, len(vectors))) ** 2


def _postings(vectors: Sequence[Vector]) -> dict[int, _Posting]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    number = len(vectors)
    for place, vector in enumerate(vectors):
        # The weight and the place in one number, the heaviest and of those the first last.
        for term, weight in zip(vector.terms[:_TERMS], vector.weights, strict=False):
            found[term].append(weight * number + (number - 1 - place))
    return {term: _posting(papers, number) for term, papers in found.items() if len(papers) > 1}


def _posting(papers: list[int], number: int) -> _Posting:
    strongest = papers if len(papers) <= _POSTINGS else heapq.nlargest(_POSTINGS, papers)
    places = array("I", [number - 1 - each % number for each in strongest])
    return places, bytes([each // number for each in strongest])


def _by_author(authors: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, names in enumerate(authors):
        for name in names:
            found[name].append(place)
    return dict(found)
