"""The names of topics on the map: each at the place where it is densest, and none over another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.likeness.map_fitting import WIDTH
from sitegen.site.map.groups import Group, Point

# A topic of fewer papers is no region.
FEWEST = 3
# The heights of letters in units of the picture: on a phone, on a broader screen, and each time one zooms in to half.
SIZES = (140, 78, 39, 20)
# The width of a letter and the height of a line, in heights of letters; and by how many lines a name may move.
_LETTER, _LINE = 0.6, 1.25
_ABOVE, _BELOW = (0.0, -1.0, 1.0), (0.0, 1.0)
_BOX, _GAP = 160, 40

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Peak:
    """The middle of a dense place, and where it begins and ends."""

    x: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name with the middle of its base line; `level` is the place in SIZES from which on there is room for it."""

    text: str
    x: int
    y: int
    level: int


def map_labels(groups: Sequence[Group], height: int) -> tuple[Label, ...]:
    """The names of all regions for which there is room at some size, the greater regions first."""
    waiting = [
        (group.term.label, peak)
        for group, peak in zip(groups, _peaks(groups), strict=True)
        if group.term and len(group.points) >= FEWEST
    ]
    placed: list[Label] = []
    for level in range(len(SIZES)):
        for name, peak in waiting:
            if label := _fitting(name, peak, level, placed, height):
                placed.append(label)
        done = {label.text for label in placed}
        waiting = [each for each in waiting if each[0] not in done]
    return tuple(placed)


def _peaks(groups: Sequence[Group]) -> Iterator[_Peak]:
    """Where each group is densest and most by itself."""
    everywhere = Counter(_box(point) for group in groups for point in group.points)
    for group in groups:
        own = Counter(map(_box, group.points))
        best = max(own, key=lambda box: (_share(own, everywhere, box), box))
        near = [point for point in group.points if _box(point) in _around(best)]
        yield _Peak(x=sum(x for x, _ in near) // len(near), top=min(y for _, y in near), bottom=max(y for _, y in near))


def _share(own: Counter[Point], everywhere: Counter[Point], box: Point) -> float:
    around = _around(box)
    mine = sum(own[each] for each in around)
    return mine * mine / sum(everywhere[each] for each in around)


def _box(point: Point) -> Point:
    return point[0] // _BOX, point[1] // _BOX


def _around(box: Point) -> tuple[Point, ...]:
    return tuple((box[0] + right, box[1] + down) for down in (-1, 0, 1) for right in (-1, 0, 1))


def _fitting(name: str, peak: _Peak, level: int, placed: Sequence[Label], height: int) -> Label | None:
    """The label above the peak, else under it, where it covers no other; None where there is no such place."""
    size = SIZES[level]
    half = round(len(name) * size * _LETTER / 2)
    if 2 * half > WIDTH:
        return None
    taken = [box_of(label, level) for label in placed]
    lines = [peak.top - _GAP + move * size * _LINE for move in _ABOVE]
    lines += [peak.bottom + _GAP + size + move * size * _LINE for move in _BELOW]
    for line in lines:
        x = min(max(peak.x, half), WIDTH - half)
        y = min(max(round(line), size), height)
        label = Label(text=name, x=x, y=y, level=level)
        if not any(_overlap(box_of(label, level), other) for other in taken):
            return label
    return None


def box_of(label: Label, level: int) -> _Box:
    """Left, top, right and bottom of a name when it is shown at the size of a level."""
    size = SIZES[level]
    half = len(label.text) * size * _LETTER / 2
    return label.x - half, label.y - size, label.x + half, label.y + (_LINE - 1) * size


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
