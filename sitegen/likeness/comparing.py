"""Comparing papers, each two of them once, and keeping for both whether they are near."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import compress
from operator import itemgetter, mul
from typing import NamedTuple

from sitegen.likeness.closeness import FEWEST_SHARED, Closeness, least_total
from sitegen.likeness.postings import Postings
from sitegen.likeness.weighing import Weighed

# The strongest terms by which a paper is found and finds others, and the papers in which it weighs most to which each
# of them leads. In a long list two papers are compared if two terms lead to one from the other, one of them among the
# so many strongest; in a short one if any does.
_TERMS, _POSTINGS = 13, 48
_STRONGEST = 3
_SHORT = 1000
# How many near ones are kept of each paper, more than are shown: not all can say why.
_KEPT = 16
# A near paper is one number: how near it is in steps of 2**-40, and in the last bits how far its place is from the
# last. So the greatest number is the nearest paper, and of equals the lowest.
_STEPS = 1 << 40
_PLACE_BITS = 22
_LAST = (1 << _PLACE_BITS) - 1


# For each place in turn those to compare it with. Whichever of two has the other, both are compared, so one is enough.
Candidates = Iterable[AbstractSet[int]]


class Near(NamedTuple):
    """A paper by its place, and how near it is (1 is the same)."""

    place: int
    nearness: float


def nearest_places(
    weighed: Weighed, closeness: Closeness, candidates: Candidates, *, least: float
) -> "list[array[int]]":
    """For each paper those at least so near, the nearest first, of equals the lower, as `read_near` reads them."""
    vectors = weighed.vectors
    best = [array("Q") for _ in vectors]
    # What a paper weighs, by term; one row for all, since most terms are 0.
    row = bytearray(1 + max((max(vector.terms, default=0) for vector in vectors), default=0))
    enough, each_enough = least_total(least), closeness.enough
    for place, others in enumerate(candidates):
        vector = vectors[place]
        own_enough = each_enough[place]
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            row[term] = weight
        for other in others:
            there = vectors[other]
            if len(there.terms) < FEWEST_SHARED:
                continue
            # Getter, filter and compress pick what both have faster than any loop of ours.
            found = itemgetter(*there.terms)(row)
            shared = bytes(filter(None, found))
            total = sum(map(mul, shared, compress(there.weights, found)))
            # Most are told apart by what they could be near at most.
            if total < enough or len(shared) < FEWEST_SHARED:
                continue
            if total * min(1.0, len(shared) / min(own_enough, each_enough[other])) >= enough:
                terms = compress(there.terms, found)
                nearness = closeness.nearness(place, other, total=total, terms=terms)
                if nearness >= least:
                    steps = int(nearness * _STEPS) << _PLACE_BITS
                    _keep(best, place, steps + _LAST - other)
                    _keep(best, other, steps + _LAST - place)
        for term in vector.terms:
            row[term] = 0
    return [array("Q", sorted(each, reverse=True)[:_KEPT]) if len(each) > 1 else each for each in best]


def read_near(near: Iterable[int]) -> Iterator[Near]:
    """The near papers of a list of `nearest_places`."""
    for each in near:
        yield Near(_LAST - (each & _LAST), (each >> _PLACE_BITS) / _STEPS)


def find_candidates(weighed: Weighed, closeness: Closeness) -> Candidates:
    """Those that may be near, by their heaviest terms and by their authors.

    If either of two finds the other, both are compared, once: that costs less than looking from each, and finds more.
    """
    number = len(weighed.vectors)
    postings = Postings(weighed.vectors, range(number), terms=_TERMS, most=_POSTINGS)
    compared: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(number):
        others = postings.led_to(place) if number <= _SHORT else postings.meeting(place, _STRONGEST)
        others.update(closeness.by_same_authors(place))
        others.discard(place)
        others.difference_update(compared.pop(place, ()))
        for other in others:
            if other > place:
                compared[other].append(place)
        yield others


def _keep(best: "list[array[int]]", place: int, near: int) -> None:
    own = best[place]
    own.append(near)
    if len(own) == 2 * _KEPT:
        best[place] = array("Q", sorted(own)[_KEPT:])
