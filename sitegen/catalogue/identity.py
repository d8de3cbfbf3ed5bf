"""Which records speak of one work: identifiers decide, then equal folded titles, then cut titles."""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sitegen.catalogue.agreement import AGREEMENT, abstract_likeness, abstracts_agree, contradicts
from sitegen.catalogue.interpretation import Draft
from sitegen.model.paper import Paper
from sitegen.model.text import fold_text

ELLIPSES = ("…", "...")
# A cut title must still say this much (folded characters) before it can name a longer one.
MIN_CUT_TITLE = 12

Group = tuple[Draft, ...]


def is_cut(title: str) -> bool:
    """Whether a listing printed only the beginning of a title."""
    return title.rstrip().endswith(ELLIPSES)


def title_key(title: str) -> str:
    """The folded title, by which equal ones are found; the ellipsis of a cut title does not count."""
    stripped = title.rstrip()
    return fold_text(stripped.rstrip("….").rstrip() if is_cut(stripped) else stripped)


class _Partition:
    """A union-find over drafts that remembers which of them were said to be different works."""

    def __init__(self, size: int, apart: Iterable[tuple[int, int]]) -> None:
        self.parent = list(range(size))
        self.members = [[index] for index in range(size)]
        self.apart: dict[int, set[int]] = defaultdict(set)
        for first, second in apart:
            self.apart[first].add(second)
            self.apart[second].add(first)

    def root(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def are_apart(self, first: int, second: int) -> bool:
        others = set(self.members[self.root(second)])
        return any(self.apart[member] & others for member in self.members[self.root(first)] if member in self.apart)

    def join(self, first: int, second: int) -> None:
        low, high = sorted((self.root(first), self.root(second)))
        if low != high:
            self.parent[high] = low
            self.members[low] += self.members[high]
            self.members[high] = []


def group_drafts(
    drafts: Sequence[Draft], *, same: Iterable[tuple[int, int]] = (), apart: Iterable[tuple[int, int]] = ()
) -> tuple[Group, ...]:
    """Partition drafts (in list order) into works; `same` and `apart` are pairs of places that notes have settled.

    The result depends on the drafts' own order, never on that of files; groups come in the order of their first draft,
    and so do the drafts of each.
    """
    partition = _Partition(len(drafts), apart)
    for first, second in same:
        partition.join(first, second)
    _join_by_identifier(drafts, partition)
    by_title: dict[str, list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        if not is_cut(draft.paper.title):
            by_title[title_key(draft.paper.title)].append(index)
    for places in by_title.values():
        _join_by_title(drafts, partition, places)
    _join_cut_titles(drafts, partition, by_title)
    roots: dict[int, list[Draft]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        roots[partition.root(index)].append(draft)
    return tuple(tuple(group) for group in roots.values())


def _join_by_identifier(drafts: Sequence[Draft], partition: _Partition) -> None:
    seen: dict[tuple[str, str], int] = {}
    for index, draft in enumerate(drafts):
        for kind in ("arxiv_id", "doi"):
            identifier = getattr(draft.paper, kind)
            if identifier is None:
                continue
            earlier = seen.setdefault((kind, identifier.lower()), index)
            if not partition.are_apart(earlier, index):
                partition.join(earlier, index)


def _members(drafts: Sequence[Draft], partition: _Partition, index: int) -> Iterator[Draft]:
    return (drafts[member] for member in partition.members[partition.root(index)])


def _can_join(drafts: Sequence[Draft], partition: _Partition, first: int, second: int) -> bool:
    if partition.are_apart(first, second):
        return False
    return not any(
        contradicts(one.paper, other.paper)
        for one in _members(drafts, partition, first)
        for other in _members(drafts, partition, second)
    )


def _join_by_title(drafts: Sequence[Draft], partition: _Partition, places: Sequence[int]) -> None:
    """Join the drafts of one folded title; a bare record that would fit two different works stays by itself."""
    works: list[int] = []
    for index in sorted(places, key=lambda place: _is_bare(drafts[place].paper)):
        if any(partition.root(index) == partition.root(work) for work in works):
            continue
        fitting = [work for work in works if _can_join(drafts, partition, work, index)]
        best = _best_match(drafts, partition, index, fitting)
        if best is None:
            works.append(index)
        else:
            partition.join(best, index)


def _is_bare(paper: Paper) -> bool:
    return not (paper.abstract or paper.arxiv_id)


def _best_match(drafts: Sequence[Draft], partition: _Partition, index: int, works: Sequence[int]) -> int | None:
    if len(works) <= 1:
        return works[0] if works else None
    scored = []
    for work in works:
        pairs = (abstract_likeness(draft.paper, drafts[index].paper) for draft in _members(drafts, partition, work))
        scored.append((max((alike for alike in pairs if alike is not None), default=0.0), -work))
    scored.sort(reverse=True)
    return -scored[0][1] if scored[0][0] > scored[1][0] and scored[0][0] >= AGREEMENT else None


def _join_cut_titles(drafts: Sequence[Draft], partition: _Partition, by_title: dict[str, list[int]]) -> None:
    titles = sorted(by_title)
    for index, draft in enumerate(drafts):
        if not is_cut(draft.paper.title):
            continue
        fitting = {
            partition.root(place)
            for title in titles_beginning_with(title_key(draft.paper.title), titles)
            for place in by_title[title]
            if _can_join(drafts, partition, place, index) and abstracts_agree(drafts[place].paper, draft.paper)
        }
        if len(fitting) == 1:
            partition.join(fitting.pop(), index)


def titles_beginning_with(beginning: str, titles: Sequence[str]) -> Iterator[str]:
    """The folded titles (of a sorted sequence) that a cut title may stand for."""
    if len(beginning) < MIN_CUT_TITLE:
        return
    for place in range(bisect.bisect_left(titles, beginning), len(titles)):
        if not titles[place].startswith(beginning):
            return
        yield titles[place]
