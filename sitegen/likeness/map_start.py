"""Where papers stand before they are moved: spread out along the two broadest differences among them."""

import math
import random
from collections.abc import Sequence

from sitegen.likeness.adding import total_of
from sitegen.likeness.map_links import Links

_ROUNDS = 25
_SEED = 3
# No paper starts farther out than this many standard deviations.
_FARTHEST = 3.0

Row = Sequence[tuple[int, float]]


def start(links: Links) -> tuple[list[float], list[float]]:
    """Two coordinates for each place, each with a mean of 0 and a deviation of about 1.

    From a drawn order every paper goes again and again half-way to the mean of those that it is tied to: what remains
    longest are the slowest ways in which the links can swing (power iteration on their random walk).
    """
    rows = _both_ways(links)
    pulls = [total_of([pull for _, pull in row]) for row in rows]
    draw = random.Random(_SEED)  # noqa: S311 - a draw that can be repeated, no secret
    first, second = ([draw.random() - 0.5 for _ in rows] for _ in range(2))
    for _ in range(_ROUNDS):
        first = _scaled(_centred(_smoothed(first, rows, pulls), pulls))
        second = _scaled(_apart(_centred(_smoothed(second, rows, pulls), pulls), first, pulls))
    return first, second


def _both_ways(links: Links) -> list[list[tuple[int, float]]]:
    rows: list[list[tuple[int, float]]] = [[] for _ in links.rows]
    for place, row in enumerate(links.rows):
        for other, pull in row:
            rows[place].append((other, pull))
            rows[other].append((place, pull))
    return rows


def _smoothed(axis: Sequence[float], rows: Sequence[Row], pulls: Sequence[float]) -> list[float]:
    found = []
    for own, row, pull in zip(axis, rows, pulls, strict=True):
        total = 0.0
        for other, part in row:
            total += part * axis[other]
        found.append((own + total / pull) / 2 if pull else own)
    return found


def _centred(axis: Sequence[float], pulls: Sequence[float]) -> list[float]:
    mean = total_of([value * pull for value, pull in zip(axis, pulls, strict=True)]) / (total_of(pulls) or 1.0)
    return [value - mean for value in axis]


def _apart(axis: Sequence[float], other: Sequence[float], pulls: Sequence[float]) -> list[float]:
    """An axis without what it has of the other."""
    common = total_of([value * there * pull for value, there, pull in zip(axis, other, pulls, strict=True)])
    length = total_of([there * there * pull for there, pull in zip(other, pulls, strict=True)])
    part = common / length if length else 0.0
    return [value - part * there for value, there in zip(axis, other, strict=True)]


def _scaled(axis: Sequence[float]) -> list[float]:
    length = math.sqrt(total_of([value * value for value in axis]) / max(1, len(axis)))
    scale = 1 / length if length else 0.0
    return [max(-_FARTHEST, min(_FARTHEST, value * scale)) for value in axis]
