"""The sum of 1 / (1 + r²) over all points, on a grid: what pushes papers on the map apart.

The kernel is cut into a part that reaches four cells and a smooth rest, which a grid of cells twice as wide takes up
in the same way (multilevel summation: Hardy and others, J. Chem. Phys. 144, 114112, 2016). So the work grows with the
cells and not with the pairs of points. There is nothing but +, -, * and / of numbers in a fixed order: those are
rounded alike everywhere, and the result is the same on every machine and Python.
"""

from collections.abc import Sequence

# Where a grid has no more cells a side than this, the rest is added up pair by pair.
_SMALL = 9
# How many cells the near part reaches, and a stencil must thus hold.
_REACH = 4
_PAD = _REACH - 1
_STENCIL = tuple((a, b) for a in range(1, _REACH) for b in range(a + 1) if a * a + b * b < _REACH * _REACH)


def potential(masses: Sequence[float], side: int, cell: float, *, first: bool = True) -> list[float]:
    """The sum at each node of a square grid, row by row, for masses at its nodes.

    `side` is the number of nodes on one side, `cell` the distance of two. Where `first` is False, only that part of the
    kernel counts that a grid of half the cell has left.
    """
    if side <= _SMALL:
        return _direct(masses, side, cell, first=first)
    coarse = side // 2 + 1
    far = potential(_gathered(masses, side, coarse), coarse, 2 * cell, first=False)
    near = _near(masses, side, cell, first=first)
    spread = _spread(far, coarse, side)
    return [one + other for one, other in zip(near, spread, strict=True)]


def _kernel(squared: float, cut: float) -> float:
    """1 / (1 + r²), inside of the cut (both squared) its Taylor polynomial: smooth, and equal from there on."""
    if squared >= cut:
        return 1 / (1 + squared)
    base, beyond = 1 / (1 + cut), squared - cut
    return base * (1 - base * beyond * (1 - base * beyond))


def _cut(cell: float) -> float:
    return (_REACH * cell) * (_REACH * cell)


def _direct(masses: Sequence[float], side: int, cell: float, *, first: bool) -> list[float]:
    cut = 0.0 if first else _cut(cell / 2)
    table = [[_kernel((a * a + b * b) * cell * cell, cut) for b in range(side)] for a in range(side)]
    sources = [(*divmod(node, side), mass) for node, mass in enumerate(masses) if mass]
    found = []
    for node in range(side * side):
        row, column = divmod(node, side)
        total = 0.0
        for at, beside, mass in sources:
            total += mass * table[abs(row - at)][abs(column - beside)]
        found.append(total)
    return found


def _near(masses: Sequence[float], side: int, cell: float, *, first: bool) -> list[float]:
    """The part of the kernel that reaches four cells; all nodes at once, by shifting the whole grid."""
    cut = 0.0 if first else _cut(cell / 2)

    def weight(a: int, b: int) -> float:
        squared = (a * a + b * b) * cell * cell
        return _kernel(squared, cut) - _kernel(squared, _cut(cell))

    width = side + 2 * _PAD
    padded = _padded(masses, side, width)
    start, length = _PAD * width + _PAD, side * width - 2 * _PAD
    own = weight(0, 0)
    found = [own * mass for mass in padded[start : start + length]]
    for a, b in _STENCIL:
        factor = weight(a, b)
        shifts = sorted({down * width + right for p, q in ((a, b), (b, a)) for down in (p, -p) for right in (q, -q)})
        grids = [padded[start + shift : start + shift + length] for shift in shifts]
        if len(grids) == 4:  # noqa: PLR2004 - four where a point lies on an axis or a diagonal, else eight
            found = [v + factor * (c + d + e + f) for v, c, d, e, f in zip(found, *grids, strict=True)]
        else:
            found = [
                v + factor * (c + d + e + f + g + h + i + j)
                for v, c, d, e, f, g, h, i, j in zip(found, *grids, strict=True)
            ]
    return [value for row in range(0, side * width, width) for value in found[row : row + side]]


def _padded(masses: Sequence[float], side: int, width: int) -> list[float]:
    edge, margin = [0.0] * (_PAD * width), [0.0] * _PAD
    padded = edge.copy()
    for row in range(0, side * side, side):
        padded += [*margin, *masses[row : row + side], *margin]
    return padded + edge


def _gathered(masses: Sequence[float], side: int, coarse: int) -> list[float]:
    """The masses on every second node: those between give half to each neighbour."""
    rows = [_halved(masses[row : row + side], coarse) for row in range(0, side * side, side)]
    columns = [_halved(column, coarse) for column in zip(*rows, strict=True)]
    return [value for row in zip(*columns, strict=True) for value in row]


def _halved(line: Sequence[float], coarse: int) -> list[float]:
    even, odd = list(line[0::2]), list(line[1::2])
    even += [0.0] * (coarse - len(even))
    odd += [0.0] * (coarse - len(odd))
    return [own + (left + right) / 2 for own, left, right in zip(even, [0.0, *odd[:-1]], odd, strict=True)]


def _spread(values: Sequence[float], coarse: int, side: int) -> list[float]:
    """Values of a coarse grid on the fine one, half-way between two their mean."""
    rows = [_doubled(values[row : row + coarse], side) for row in range(0, coarse * coarse, coarse)]
    columns = [_doubled(column, side) for column in zip(*rows, strict=True)]
    return [value for row in zip(*columns, strict=True) for value in row]


def _doubled(line: Sequence[float], side: int) -> list[float]:
    found = [0.0] * (2 * len(line))
    found[0::2] = line
    found[1::2] = [(left + right) / 2 for left, right in zip(line, [*line[1:], 0.0], strict=True)]
    return found[:side]
