"""Columns of a picture as rectangles, with lines across them that let one count."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.site.drawing import length_text

# The width of a column and the space after it, in the units of its picture.
BAR_WIDTH, BAR_GAP = 8, 2
# The least height that can be seen, and the least count that fills a picture: one paper alone does not look like many.
LEAST_HEIGHT, LEAST_TOP = 2, 4
# At most as many lines across a picture.
_MOST_CUTS = 8
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One rectangle in a picture that is `BarPicture.width` wide; `title` says what it stands for."""

    x: int
    y: int
    width: int
    height: int
    pooled: bool
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPicture:
    """Rectangles on the ground line of a box; `cuts` is an SVG path of lines, one each `step` papers."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    cuts: str
    step: int


def bar_height(count: int, top: int, height: int) -> int:
    """The height of a bar in a box of `height` in which `top` reaches the edge; what is not nothing can be seen."""
    return max(LEAST_HEIGHT, round(height * count / top)) if count else 0


def cut_step(top: int) -> int:
    """How many papers lie between two lines, so that there are only a few (1, 2, 5, 10, 20 …)."""
    scale = 1
    while True:
        for step in _STEPS:
            if top <= step * scale * _MOST_CUTS:
                return step * scale
        scale *= 10


def bar_picture(
    counts: Sequence[int], titles: Sequence[str], *, height: int, top: int, pooled: Sequence[bool] = ()
) -> BarPicture:
    """Bars for counts of at most `top`, in order; a count of 0 has its place and no rectangle."""
    top = max(top, LEAST_TOP)
    step = cut_step(top)
    width = len(counts) * (BAR_WIDTH + BAR_GAP) - BAR_GAP
    bars = []
    for place, count in enumerate(counts):
        if count:
            tall = bar_height(count, top, height)
            bars.append(
                Bar(
                    x=place * (BAR_WIDTH + BAR_GAP),
                    y=height - tall,
                    width=BAR_WIDTH,
                    height=tall,
                    pooled=bool(pooled) and pooled[place],
                    title=titles[place],
                )
            )
    cuts = "".join(
        f"M0 {length_text(height - height * at / top)}H{width}" for at in range(step, max(counts, default=0) + 1, step)
    )
    return BarPicture(width=width, height=height, bars=tuple(bars), cuts=cuts, step=step)
