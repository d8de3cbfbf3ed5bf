"""Moving papers on the map until like ones are neighbours: t-SNE, by exact arithmetic that every machine repeats."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.likeness.map_field import potential
from sitegen.likeness.map_links import Links

_ROUNDS = 90
# At first all pulls count more, so that papers find their company before they are held apart.
_EARLY, _EARLY_SHARE = 1.5, 0.3
_MOMENTUM = 0.8
_LONGEST_STEP = 5.0
# Draws papers to the middle that nothing holds; too weak to move the others.
_GRAVITY = 0.0005
# The width of a cell of the grid, and the most cells a side; in a wider picture they are wider.
_CELL, _MOST_CELLS = 0.5, 96
_SEED = 1

Axis = list[float]
# A node of the grid and the shares of the four around a point: its own, the right one, the one below, both.
_Cell = tuple[int, float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """How all papers push at each, along both axes, and the sum of 1 / (1 + r²) over all ordered pairs."""

    x: Axis
    y: Axis
    total: float


def move(links: Links, xs: Axis, ys: Axis) -> tuple[Axis, Axis]:
    """The positions after gradient descent on the divergence of t-SNE (van der Maaten and Hinton, JMLR 9, 2008)."""
    size = len(xs)
    draw = random.Random(_SEED)  # noqa: S311 - a draw that can be repeated, no secret
    to_right, down = [0.0] * size, [0.0] * size
    for done in range(_ROUNDS):
        stress = _EARLY if done < _EARLY_SHARE * _ROUNDS else 1.0
        push = push_apart(xs, ys, draw)
        rate, part = size * stress, 1 / (push.total * stress or 1.0)
        force_x, force_y = _pull(links, xs, ys, [part * each for each in push.x], [part * each for each in push.y])
        for place in range(size):
            x = _MOMENTUM * to_right[place] + rate * force_x[place] - _GRAVITY * xs[place]
            y = _MOMENTUM * down[place] + rate * force_y[place] - _GRAVITY * ys[place]
            squared = x * x + y * y
            if squared > _LONGEST_STEP * _LONGEST_STEP:
                shorter = _LONGEST_STEP / math.sqrt(squared)
                x, y = x * shorter, y * shorter
            to_right[place], down[place] = x, y
        xs = [x + step for x, step in zip(xs, to_right, strict=True)]
        ys = [y + step for y, step in zip(ys, down, strict=True)]
    return xs, ys


def _pull(links: Links, xs: Axis, ys: Axis, force_x: Axis, force_y: Axis) -> tuple[Axis, Axis]:
    """Add to forces what papers do that are tied to each other."""
    for place, row in enumerate(links.rows):
        x, y, own_x, own_y = xs[place], ys[place], 0.0, 0.0
        for other, pull in row:
            right, below = x - xs[other], y - ys[other]
            pull /= 1 + right * right + below * below  # noqa: PLW2901 - this loop is most of the work
            right *= pull
            below *= pull
            own_x += right
            own_y += below
            force_x[other] += right
            force_y[other] += below
        force_x[place] -= own_x
        force_y[place] -= own_y
    return force_x, force_y


def push_apart(xs: Axis, ys: Axis, draw: random.Random) -> Push:
    """How papers push: half the slope of the sum of 1 / (1 + r²), read from a grid that lies elsewhere each time.

    So the errors of the grid, which are as great as a fifth of a push, do not add up.
    """
    left, top = min(xs), min(ys)
    span = max(max(xs) - left, max(ys) - top)
    cell = max(_CELL, span / _MOST_CELLS)
    side = int(span / cell) + 6
    left -= cell * (1.5 + draw.random())
    top -= cell * (1.5 + draw.random())
    cells = _cells(xs, ys, left, top, cell, side)
    sums = potential(_masses(cells, side), side, cell)
    slope = 0.25 / cell
    to_right = [slope * (before - after) for before, after in zip([0.0, *sums[:-1]], [*sums[1:], 0.0], strict=True)]
    row = [0.0] * side
    down = [slope * (before - after) for before, after in zip(row + sums[:-side], sums[side:] + row, strict=True)]
    total = 0.0
    for value in _read(sums, cells, side):
        total += value
    # The rows of the grid run along y.
    return Push(x=_read(down, cells, side), y=_read(to_right, cells, side), total=total - len(xs))


def _cells(xs: Axis, ys: Axis, left: float, top: float, cell: float, side: int) -> list[_Cell]:
    found = []
    for x, y in zip(xs, ys, strict=True):
        across, along = (x - left) / cell, (y - top) / cell
        row, column = int(across), int(along)
        across -= row
        along -= column
        both = across * along
        found.append((row * side + column, 1 - across - along + both, along - both, across - both, both))
    return found


def _masses(cells: Sequence[_Cell], side: int) -> list[float]:
    masses = [0.0] * (side * side)
    for node, own, right, below, both in cells:
        masses[node] += own
        masses[node + 1] += right
        masses[node + side] += below
        masses[node + side + 1] += both
    return masses


def _read(values: Sequence[float], cells: Sequence[_Cell], side: int) -> list[float]:
    after = side + 1
    return [
        own * values[node] + right * values[node + 1] + below * values[node + side] + both * values[node + after]
        for node, own, right, below, both in cells
    ]
