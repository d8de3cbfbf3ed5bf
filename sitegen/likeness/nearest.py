"""The papers nearest to each, by the cosine of their vectors; the work for each is bounded, however long the list."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.likeness.weighing import UNIT, Vector, Weighed

# The strongest terms by which a paper is found, and the papers for which a term is strongest that it leads to.
_TERMS = 20
_POSTINGS = 40
# Candidates that are compared in full.
_CANDIDATES = 16
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

    `shared` has the terms that make it near, each after what it adds, in no order.
    """

    place: int
    nearness: float
    shared: Sequence[tuple[int, int]]
    authors: int


class Nearest:
    """Finds the papers nearest to one; places are those of `weighed.papers`."""

    def __init__(self, weighed: Weighed) -> None:
        self._vectors = weighed.vectors
        self._topics = [frozenset(paper.topics) for paper in weighed.papers]
        self._authors = [frozenset(paper.authors) for paper in weighed.papers]
        self._by_term = _postings(weighed.vectors)
        self._by_author = _by_author(self._authors)

    def of(self, place: int) -> list[Near]:
        """The nearest to one paper, the nearest first; equally near ones in the order of their ids."""
        own = dict(zip(self._vectors[place].terms, self._vectors[place].weights, strict=True))
        near = [self._near(place, other, own) for other in self._candidates(place)]
        return sorted((each for each in near if each.nearness > 0), key=lambda each: (-each.nearness, each.place))

    def _candidates(self, place: int) -> set[int]:
        vector = self._vectors[place]
        sums: dict[int, int] = {}
        get = sums.get
        for term, weight in zip(vector.terms[:_TERMS], vector.weights, strict=False):
            for other, otherwise in self._by_term.get(term, ()):
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

    def _near(self, place: int, other: int, own: Mapping[int, int]) -> Near:
        vector = self._vectors[other]
        shared = [
            (own[term] * weight, term) for term, weight in zip(vector.terms, vector.weights, strict=True) if term in own
        ]
        names = self._authors[place] & self._authors[other]
        # Each name adds less the more papers it stands on, and nothing without likeness in words.
        known = sum(sorted(2 / len(self._by_author[name]) for name in names)) if names else 0.0
        enough = max(_FEWEST, min(_ENOUGH, len(own) // _PART, len(vector.terms) // _PART))
        nearness = sum([product for product, _ in shared]) / UNIT**2 * min(1.0, len(shared) / enough)
        if self._topics[place] and self._topics[other] and self._topics[place].isdisjoint(self._topics[other]):
            nearness *= _ASTRAY
        nearness *= 1 + _AUTHORS * min(1.0, known)
        return Near(place=other, nearness=nearness, shared=shared, authors=len(names))


def _postings(vectors: Sequence[Vector]) -> dict[int, list[tuple[int, int]]]:
    """For each term the papers in which it weighs most."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for term, weight in zip(vector.terms[:_TERMS], vector.weights, strict=False):
            found[term].append((place, weight))
    return {term: _strongest(papers) for term, papers in found.items() if len(papers) > 1}


def _strongest(papers: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(papers) <= _POSTINGS:
        return papers
    return heapq.nsmallest(_POSTINGS, papers, key=lambda each: (-each[1], each[0]))


def _by_author(authors: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, names in enumerate(authors):
        for name in names:
            found[name].append(place)
    return dict(found)
