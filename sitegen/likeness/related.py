"""Related papers: six for each, each with the terms that it shares."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.likeness.comparing import Candidates
from sitegen.likeness.nearest import Nearest, mean_nearness
from sitegen.likeness.reasons import FEWEST_REASONS, Reasons
from sitegen.likeness.weighing import Weighed, weigh
from sitegen.model.collecting import without_collecting
from sitegen.model.paper import NearMiss, Paper

MOST_RELATED = 6
# How near a paper must be: if it shares a topic, and if it does not. That is for lists in which any two papers are as
# near in the mean as _USUAL squared; in lists of more kinds less stands out as much. docs/related.md has what a reader
# thought of the relations that are left.
_TOPICAL, _UNTOPICAL = 0.235, 0.29
_USUAL = 0.14


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A related paper by its id, the terms that it shares as they are printed, and how many authors."""

    paper: str
    terms: tuple[str, ...]
    authors: int


def relate(
    papers: Iterable[Paper], *, labels: Mapping[str, str], near_misses: Iterable[NearMiss] = ()
) -> dict[str, tuple[Related, ...]]:
    """The papers related to each, the nearest first; fewer than six where there are no more that share two terms.

    `labels` are the names of topics by their slugs. Of papers that may be one work (`near_misses`) each list has one.
    The result does not depend on the order of anything passed.
    """
    return relate_weighed(weigh(papers), labels=labels, near_misses=near_misses)


@without_collecting()
def relate_weighed(
    weighed: Weighed,
    *,
    labels: Mapping[str, str],
    near_misses: Iterable[NearMiss] = (),
    candidates: Candidates | None = None,
) -> dict[str, tuple[Related, ...]]:
    """The same, of papers that were weighed before; `candidates` are found unless they are given."""
    scale = min(1.0, math.sqrt(mean_nearness(weighed.vectors)) / _USUAL)
    nearest = Nearest(weighed, least=_TOPICAL * scale, candidates=candidates)
    choosing = _Choosing(weighed=weighed, nearest=nearest, works=works_of(near_misses), scale=scale)
    reasons = Reasons(weighed, labels)
    return {paper.id: tuple(choosing.of(place, reasons)) for place, paper in enumerate(weighed.papers)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choosing:
    """Which of the nearest are near enough, `scale` being what the thresholds are times."""

    weighed: Weighed
    nearest: Nearest
    works: Mapping[str, str]
    scale: float

    def of(self, place: int, reasons: Reasons) -> Iterator[Related]:
        """Those related to one paper."""
        near_ones = list(self.nearest.of(place))
        if not near_ones:
            return
        papers, closeness = self.weighed.papers, self.nearest.closeness
        own = reasons.of(place)
        seen: set[str] = set()
        for near in near_ones:
            if len(seen) == MOST_RELATED:
                return
            paper_id = papers[near.place].id
            work = self.works.get(paper_id, paper_id)
            if work not in seen and near.nearness >= self._least(place, near.place):
                terms = own.naming(self.weighed.vectors[near.place])
                if len(terms) >= FEWEST_REASONS:
                    seen.add(work)
                    yield Related(paper=paper_id, terms=terms, authors=closeness.shared_authors(place, near.place))

    def _least(self, place: int, other: int) -> float:
        return self.scale * (_TOPICAL if self.nearest.closeness.is_topical(place, other) else _UNTOPICAL)


def works_of(near_misses: Iterable[NearMiss]) -> dict[str, str]:
    """For each paper that may be the same work as others (`near_misses`) the least id among them."""
    works: dict[str, str] = {}

    def work_of(paper_id: str) -> str:
        while works.setdefault(paper_id, paper_id) != paper_id:
            paper_id = works[paper_id]
        return paper_id

    for miss in near_misses:
        first, second = sorted(map(work_of, miss.papers))
        works[second] = first
    return {paper_id: work_of(paper_id) for paper_id in works}
