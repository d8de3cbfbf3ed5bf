"""Finding papers by the heaviest terms that they share with another."""

import heapq
from collections.abc import Iterable, Sequence
from itertools import chain

from sitegen.likeness.weighing import Vector

# The papers in which a term weighs most, and what it weighs in each.
_Posting = tuple[tuple[int, ...], bytes]


class Postings:
    """Leads from each term to the papers in which it weighs most; the work for each paper is bounded."""

    def __init__(self, vectors: Sequence[Vector], places: Iterable[int], *, terms: int, most: int) -> None:
        """Lead to `places` (in rising order) of `vectors`, by the strongest `terms` of each; each term to `most`."""
        found: dict[int, tuple[list[int], bytearray]] = {}
        for place in places:
            vector = vectors[place]
            for term, weight in zip(vector.terms[:terms], vector.weights, strict=False):
                if term not in found:
                    found[term] = ([], bytearray())
                has, weights = found[term]
                has.append(place)
                weights.append(weight)
        self._vectors, self._terms = vectors, terms
        self._by_term = {term: _heaviest(*each, most) for term, each in found.items() if len(each[0]) > 1}

    def led_to(self, place: int) -> set[int]:
        """The places to which any of the terms of one leads."""
        return set(chain.from_iterable(self._lists(place)))

    def meeting(self, place: int, strongest: int) -> set[int]:
        """The places to which two of the terms of one lead, or more, and of these one of its so many `strongest`."""
        lists = self._lists(place)
        first: set[int] = set()
        found: set[int] = set()
        # Looking up what few lists hold costs a tenth of counting what all do.
        for places in lists[:strongest]:
            found.update(first.intersection(places))
            first.update(places)
        for places in lists[strongest:]:
            found.update(first.intersection(places))
        return found

    def _lists(self, place: int) -> list[tuple[int, ...]]:
        """Where each term of a place leads, of the strongest first; nowhere if no other place has it."""
        by_term = self._by_term
        return [by_term[term][0] if term in by_term else () for term in self._vectors[place].terms[: self._terms]]

    def near(self, place: int, most: int) -> list[tuple[int, int]]:
        """The `most` places that share most with one, each after what it shares, of equals the lower first."""
        vector, by_term = self._vectors[place], self._by_term
        sums: dict[int, int] = {}
        for term, weight in zip(vector.terms[: self._terms], vector.weights, strict=False):
            if term in by_term:
                for other, otherwise in zip(*by_term[term], strict=True):
                    # Not get(): this is the innermost loop of all.
                    if other in sums:
                        sums[other] += weight * otherwise
                    else:
                        sums[other] = weight * otherwise
        sums.pop(place, None)
        least = heapq.nlargest(most, sums.values())[-1] if len(sums) > most else 0
        best = sorted([(-total, other) for other, total in sums.items() if total >= least])
        return [(-total, other) for total, other in best[:most]]


def _heaviest(places: Sequence[int], weights: Sequence[int], most: int) -> _Posting:
    if len(places) <= most:
        return tuple(places), bytes(weights)
    # Sorting keeps the order of equals, also backwards: of those the lower places stay.
    best = sorted(range(len(places)), key=weights.__getitem__, reverse=True)[:most]
    return tuple([places[each] for each in best]), bytes([weights[each] for each in best])
