"""Laying a map on paper: turned so that it is wider than high, none on another, in whole numbers."""

import math
from collections import defaultdict
from dataclasses import dataclass

from sitegen.likeness.adding import total_of

# The width of every map in its own units, and the least and greatest height.
WIDTH = 4000
_LEAST_HEIGHT, _GREATEST_HEIGHT = 2000, 3200
# Papers keep this share of the distance that they would have if they stood evenly, and no more than this many units.
_APART, _FAR_ENOUGH = 0.35, 48.0
_ROUNDS = 24

Axis = list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Where each paper stands, by its place: whole numbers from 0 to WIDTH, and from 0 to `height` downwards."""

    points: tuple[tuple[int, int], ...]
    height: int


def fit(xs: Axis, ys: Axis) -> Picture:
    """A picture of these positions; proportions are kept, but for papers that would cover each other."""
    if not xs:
        return Picture(points=(), height=_LEAST_HEIGHT)
    xs, ys = _turned(xs, ys)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min(WIDTH / (wide or 1.0), _GREATEST_HEIGHT / (high or 1.0))
    height = max(_LEAST_HEIGHT, min(_GREATEST_HEIGHT, round(high * scale)))
    xs = _centred(xs, scale, WIDTH)
    ys = _centred(ys, scale, height)
    spacing = min(_FAR_ENOUGH, _APART * math.sqrt(WIDTH * height / len(xs)))
    for _ in range(_ROUNDS):
        if not _separate(xs, ys, spacing):
            break
        xs = [max(0.0, min(float(WIDTH), x)) for x in xs]
        ys = [max(0.0, min(float(height), y)) for y in ys]
    return Picture(points=tuple((round(x), round(y)) for x, y in zip(xs, ys, strict=True)), height=height)


def _turned(xs: Axis, ys: Axis) -> tuple[Axis, Axis]:
    """Positions with their widest direction to the right: the first eigenvector of their covariances."""
    size = len(xs)
    mean_x, mean_y = total_of(xs) / size, total_of(ys) / size
    xs, ys = [x - mean_x for x in xs], [y - mean_y for y in ys]
    wide, high = total_of([x * x for x in xs]), total_of([y * y for y in ys])
    mixed = total_of([x * y for x, y in zip(xs, ys, strict=True)])
    half = (wide - high) / 2
    right, down = half + math.sqrt(half * half + mixed * mixed), mixed
    length = math.sqrt(right * right + down * down)
    if not length:
        return (xs, ys) if wide >= high else (ys, xs)
    right, down = right / length, down / length
    both = list(zip(xs, ys, strict=True))
    return [x * right + y * down for x, y in both], [y * right - x * down for x, y in both]


def _centred(axis: Axis, scale: float, room: int) -> Axis:
    middle = (min(axis) + max(axis)) / 2
    return [(value - middle) * scale + room / 2 for value in axis]


def _separate(xs: Axis, ys: Axis, spacing: float) -> bool:
    """Move apart those that are nearer than `spacing`, each by half of what is missing; say whether there were any."""
    boxes: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for place, (x, y) in enumerate(zip(xs, ys, strict=True)):
        boxes[int(x / spacing), int(y / spacing)].append(place)
    moved = False
    for (column, row), places in boxes.items():
        later = [
            other
            for right, down in ((1, 0), (-1, 1), (0, 1), (1, 1))
            for other in boxes.get((column + right, row + down), ())
        ]
        for number, place in enumerate(places):
            for other in (*places[number + 1 :], *later):
                moved |= _push(xs, ys, place, other, spacing)
    return moved


def _push(xs: Axis, ys: Axis, place: int, other: int, spacing: float) -> bool:
    right, down = xs[other] - xs[place], ys[other] - ys[place]
    squared = right * right + down * down
    if squared >= spacing * spacing:
        return False
    distance = math.sqrt(squared)
    if not distance:
        # Any direction will do, if it is another for the next pair.
        right, down, distance = 1.0, (other * 7 % 11 - 5) / 5, 1.0
        squared = spacing * spacing / 4
    part = (spacing - math.sqrt(squared)) / 2 / distance
    xs[place] -= right * part
    ys[place] -= down * part
    xs[other] += right * part
    ys[other] += down * part
    return True
