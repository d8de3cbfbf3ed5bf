"""The map: a place for every paper, near those that share its terms."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

from sitegen.likeness.map_fitting import Picture, fit
from sitegen.likeness.map_links import POSTINGS, TERMS, link
from sitegen.likeness.map_moving import move
from sitegen.likeness.map_start import start
from sitegen.likeness.postings import Postings
from sitegen.likeness.weighing import Vector, Weighed
from sitegen.model.collecting import without_collecting

# The most papers that are weighed against each other. Of more, these are a sample, and the others join them.
MOST_PLACED = 6000
# A paper that joins stands between those of the sample that it shares most with.
_HOSTS = 3

Axis = list[float]


def lay_out(weighed: Weighed, *, most: int = MOST_PLACED) -> Picture:
    """Where each of `weighed.papers` stands; the same numbers from the same papers on every machine.

    Of more than `most` papers a sample is laid out, the same however many join, and each other paper is put among
    those of the sample that it shares most with. So time grows with the papers and no faster. The last map is
    remembered: while one edits notes and marks, a preview need not lay out the same papers again.
    """
    ids = tuple([paper.id for paper in weighed.papers])
    return _laid_out(ids, weighed.vectors, most)


@lru_cache(maxsize=1)
@without_collecting()
def _laid_out(ids: tuple[str, ...], vectors: tuple[Vector, ...], most: int) -> Picture:
    chosen = sample(ids, most)
    links = link(vectors, chosen)
    xs, ys = move(links, *start(links)) if chosen else ([], [])
    if len(chosen) < len(vectors):
        xs, ys = _joined(vectors, chosen, xs, ys)
    return fit(xs, ys)


def sample(ids: Sequence[str], most: int) -> list[int]:
    """The places of all ids, or of those that have the least digests: most stay when some are added."""
    if len(ids) <= most:
        return list(range(len(ids)))
    digests = [hashlib.sha256(each.encode()).digest() for each in ids]
    return sorted(sorted(range(len(ids)), key=digests.__getitem__)[:most])


def _joined(vectors: Sequence[Vector], chosen: Sequence[int], xs: Axis, ys: Axis) -> tuple[Axis, Axis]:
    """Positions for all, from those of the chosen; one that shares nothing with any stands in the middle."""
    postings = Postings(vectors, chosen, terms=TERMS, most=POSTINGS)
    known = {place: (x, y) for place, x, y in zip(chosen, xs, ys, strict=True)}
    found = [known.get(place) or _between(postings, place, known) for place in range(len(vectors))]
    return [x for x, _ in found], [y for _, y in found]


def _between(postings: Postings, place: int, known: dict[int, tuple[float, float]]) -> tuple[float, float]:
    total = x = y = 0.0
    for shared, host in postings.near(place, _HOSTS):
        # Squared, so that the nearest has most to say.
        weight = float(shared * shared)
        total += weight
        x += weight * known[host][0]
        y += weight * known[host][1]
    return (x / total, y / total) if total else (0.0, 0.0)
