"""How near two papers are: by the words that they share, and by their topics and authors."""

import math
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from sitegen.likeness.weighing import UNIT, Weighed
from sitegen.model.paper import Paper

# What shared authors add at most, as a share of the likeness in words.
_AUTHORS = 0.25
# Few shared words and topics are a likeness in one respect, however strong: this many count in full, of a short text a
# part. A pair of words is none of them: who shares a phrase has its words already.
_ENOUGH, _PART = 6, 4
FEWEST_SHARED = 2
# What remains of a likeness in words where both papers have topics, and none in common.
_ASTRAY = 0.5
# So many papers of each author are looked at for one of his.
_BY_AUTHOR = 8
_NOBODY: AbstractSet[str] = frozenset()


class Closeness:
    """What is known of papers beside their words; places are those of `weighed.papers`."""

    def __init__(self, weighed: Weighed) -> None:
        counts = weighed.counts
        self._single = b"\1" * counts.words + bytes(len(counts.pairs)) + b"\1" * len(counts.topics)
        # Of each paper how many of its single terms another must share to be as near as their weights say.
        self.enough = bytes([max(FEWEST_SHARED, min(_ENOUGH, len(each.terms) // _PART)) for each in weighed.vectors])
        bits = {slug: 1 << number for number, slug in enumerate(weighed.counts.topics)}
        self._topics = [sum({bits[slug] for slug in paper.topics}) for paper in weighed.papers]
        self._by_author = _by_author(weighed.papers)
        # Only those whom papers can share.
        self._authors = [self._by_author.keys() & paper.authors or _NOBODY for paper in weighed.papers]

    def nearness(self, place: int, other: int, *, total: int, terms: Iterable[int]) -> float:
        """How near two papers are (1 is the same) that share `terms`, whose products of weights make `total`."""
        nearness = total / UNIT**2
        single = sum(map(self._single.__getitem__, terms))
        if single < (enough := min(self.enough[place], self.enough[other])):
            nearness *= single / enough
        here, there = self._topics[place], self._topics[other]
        if here and there and not here & there:
            nearness *= _ASTRAY
        names = self._authors[place]
        if not names or names.isdisjoint(self._authors[other]):
            return nearness
        # Each name adds less the more papers it stands on, and nothing without likeness in words. fsum adds up the same
        # in every order and in every Python; sum does not.
        shares = [2 / len(self._by_author[name]) for name in names & self._authors[other]]
        return nearness * (1 + _AUTHORS * min(1.0, math.fsum(shares)))

    def is_topical(self, place: int, other: int) -> bool:
        """Whether two papers have a topic in common."""
        return self._topics[place] & self._topics[other] != 0

    def shared_authors(self, place: int, other: int) -> int:
        """How many authors two papers have in common."""
        return len(self._authors[place] & self._authors[other])

    def by_same_authors(self, place: int) -> list[int]:
        """Papers by the authors of one, itself among them, with repetitions; of each author a few."""
        return [other for name in self._authors[place] for other in self._by_author[name][:_BY_AUTHOR]]


def least_total(nearness: float) -> float:
    """The least sum of products with which two papers can be so near at all."""
    return nearness / (1 + _AUTHORS) * UNIT**2


def _by_author(papers: Iterable[Paper]) -> dict[str, list[int]]:
    """The places of all papers of everyone who has more than one."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, paper in enumerate(papers):
        for name in frozenset(paper.authors):
            found[name].append(place)
    return {name: places for name, places in found.items() if len(places) > 1}
