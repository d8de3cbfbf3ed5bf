"""Trustworthiness of a map: whether those that are neighbours on it are near in the space that it shows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.likeness.weighing import Vector

NEIGHBOURS = 10


def trustworthiness(
    vectors: Sequence[Vector],
    points: Sequence[tuple[int, int]],
    *,
    most: int = NEIGHBOURS,
    judged: Sequence[int] | None = None,
) -> float:
    """1 where the nearest on the map are the nearest by the cosine of their vectors, 0.5 where they are any.

    Venna and Kaski, Neural Networks 19 (2006): each of a paper's `most` neighbours on the map that is not among its
    nearest costs the number of papers that are nearer than those. Of papers that are equally near, each counts with
    the mean of their ranks, so that the order in which they come neither helps nor harms. Where only some places are
    `judged`, against all others, that is an estimate.
    """
    size = len(points)
    judged = range(size) if judged is None else judged
    cost = 0.0
    for place, shares in zip(judged, _cosines(vectors, judged), strict=True):
        ranks = _ranks(shares, place, size)
        x, y = points[place]
        around = sorted((point[0] - x) ** 2 + (point[1] - y) ** 2 for point in points)
        # What lies as far away as the last neighbour is one as well: the mean of them stands for each.
        reach = around[most]
        inside = [other for other, point in enumerate(points) if (point[0] - x) ** 2 + (point[1] - y) ** 2 <= reach]
        costs = [max(0.0, ranks[other] - most) for other in inside if other != place]
        cost += sum(costs) * most / len(costs)
    return 1 - 2 * cost / (len(judged) * most * (2 * size - 3 * most - 1))


def _cosines(vectors: Sequence[Vector], judged: Sequence[int]) -> Iterator[dict[int, float]]:
    """For each of these papers those that share a term with it, each with the cosine of the two."""
    papers: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            papers[term].append((place, weight))
    lengths = [sum(weight * weight for weight in vector.weights) ** 0.5 for vector in vectors]
    for place in judged:
        vector = vectors[place]
        sums: defaultdict[int, int] = defaultdict(int)
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            for other, otherwise in papers[term]:
                sums[other] += weight * otherwise
        yield {other: total / lengths[place] / lengths[other] for other, total in sums.items() if total}


def _ranks(shares: dict[int, float], place: int, size: int) -> dict[int, float]:
    """The rank of every other paper by nearness, from 1."""
    groups: defaultdict[float, list[int]] = defaultdict(list)
    for other in range(size):
        if other != place:
            groups[shares.get(other, 0.0)].append(other)
    ranks: dict[int, float] = {}
    before = 0
    for near in sorted(groups, reverse=True):
        members = groups[near]
        ranks |= dict.fromkeys(members, before + (len(members) + 1) / 2)
        before += len(members)
    return ranks
