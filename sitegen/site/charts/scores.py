"""Scores by date: for each year, or each month where all are of one year, from the lowest to the highest."""

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.paper import Paper
from sitegen.site.charts.columns import (
    Column,
    Tick,
    month_label,
    month_step,
    month_tick,
    time_columns,
    year_label,
    year_tick,
)
from sitegen.site.charts.numbers import NumberRow, NumbersView
from sitegen.site.charts.score_words import MOST_DOTS, five_numbers, no_scores, score_caption
from sitegen.site.charts.years import page_of
from sitegen.site.drawing import length_text
from sitegen.site.wording import count_text, decimal_text, number_text

# The picture in pixels, and what is free above the highest and below the lowest score.
HEIGHT, EDGE = 190, 16
# The part of the width, in hundredths, that is left free for the numbers of the scale.
SCALE_WIDTH = 10.0
_GRID_STEPS = (1, 2, 5)
_MOST_GRID_LINES = 5
# Scores that lie closer together are shown as if they were so far apart.
_LEAST_SPAN = 1.0

Labels = tuple[Callable[[Column], str], Callable[[tuple[Column, ...], int], Tick]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine:
    """A line of the scale: its number, and its height from the upper edge in pixels."""

    label: str
    y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreColumn:
    """The scores of one column: heights in pixels from the upper edge, `middle` and `left` in hundredths of the width.

    `line` goes from the highest to the lowest. With more than MOST_DOTS papers `box` is the upper edge and the height
    of what holds their middle half, and `dots` is the middle score alone; else there is a dot for each and no box.
    """

    label: str
    tick: Tick
    title: str
    left: str
    middle: str
    width: str
    line: tuple[str, str] | None
    box: tuple[str, str] | None
    dots: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreChart:
    """Scores by date over a scale of a few lines."""

    caption: str
    height: int
    grid: tuple[GridLine, ...]
    columns: tuple[ScoreColumn, ...]
    numbers: NumbersView


def score_chart(papers: Sequence[Paper], year_pages: Mapping[int, str]) -> ScoreChart | str:
    """The picture of the scores, or the sentence that says why there is none.

    `year_pages` has the addresses of the years that have a page.
    """
    scored = [paper for paper in papers if paper.score is not None and math.isfinite(paper.score)]
    if not scored:
        return "No paper has a score, so there is no picture of scores."
    steps, labels = _steps(scored)
    columns = time_columns(step for step, _ in steps)
    if len(columns) <= 1:
        return no_scores(scored, columns)
    held = [_held(column, steps) for column in columns]
    scale = _scale([score for _, score in steps])
    return ScoreChart(
        caption=score_caption(
            dict(zip(map(labels[0], columns), held, strict=True)),
            noun="year" if labels[0] is year_label else "month",
            undated=len(scored) - len(steps),
            is_cut=scale[0] > 0,
        ),
        height=HEIGHT,
        grid=tuple(GridLine(label=decimal_text(value), y=_y(value, scale)) for value in scale),
        columns=tuple(_column(columns, place, scores, scale, labels) for place, scores in enumerate(held)),
        numbers=_numbers(columns, held, labels, year_pages),
    )


def _steps(scored: Sequence[Paper]) -> tuple[list[tuple[int, float]], Labels]:
    """Each dated score with its year; with its month where all are of one year and of more than one month."""
    years = [(paper.year, paper.score or 0.0) for paper in scored if paper.year]
    months = [
        (month_step(paper.year, paper.date.month), paper.score or 0.0)
        for paper in scored
        if paper.date and paper.year and paper.date.month
    ]
    if len({year for year, _ in years}) == 1 and len({month for month, _ in months}) > 1:
        return months, (month_label, month_tick)
    return years, (year_label, year_tick)


def _held(column: Column, steps: Sequence[tuple[int, float]]) -> tuple[float, ...]:
    return tuple(sorted(score for step, score in steps if column.holds(step)))


def _scale(scores: Sequence[float]) -> tuple[float, ...]:
    """The numbers of a few lines, evenly apart, that lie below, between and above all scores."""
    low, high = min(scores), max(scores)
    span = max(high - low, _LEAST_SPAN)
    for power in itertools.count(math.floor(math.log10(span / _MOST_GRID_LINES))):
        for each in _GRID_STEPS:
            step = each * 10.0**power
            first, last = math.floor(low / step), math.ceil(high / step)
            if last - first <= _MOST_GRID_LINES:
                return tuple(round(place * step, 10) for place in range(first, max(last, first + 1) + 1))
    raise AssertionError("there is always a step that is wide enough")


def _y(value: float, scale: Sequence[float]) -> str:
    """The height of a score from the upper edge; the scale's ends lie EDGE inside the picture."""
    part = (scale[-1] - value) / (scale[-1] - scale[0])
    return length_text(EDGE + part * (HEIGHT - 2 * EDGE))


def _column(
    columns: tuple[Column, ...],
    place: int,
    scores: Sequence[float],
    scale: Sequence[float],
    labels: Labels,
) -> ScoreColumn:
    label, tick = labels
    width = (100 - SCALE_WIDTH) / len(columns)
    left = SCALE_WIDTH + place * width
    summary = five_numbers(scores) if scores else ()
    heights = [_y(value, scale) for value in summary]
    is_few = len(scores) <= MOST_DOTS
    box = (heights[3], length_text(float(heights[1]) - float(heights[3]))) if summary and not is_few else None
    return ScoreColumn(
        label=label(columns[place]),
        tick=tick(columns, place),
        title=_title(label(columns[place]), scores, summary),
        left=length_text(left + width / 4),
        middle=length_text(left + width / 2),
        width=length_text(width / 2),
        line=(heights[-1], heights[0]) if len(scores) > 1 else None,
        box=box,
        dots=tuple(dict.fromkeys(heights if is_few else heights[2:3])),
    )


def _title(label: str, scores: Sequence[float], summary: Sequence[float]) -> str:
    if not scores:
        return ""
    told = ", ".join(map(decimal_text, scores if len(scores) <= MOST_DOTS else summary))
    return f"{label}: {count_text(len(scores), 'paper')}; {told}"


def _numbers(
    columns: Sequence[Column], held: Sequence[Sequence[float]], labels: Labels, year_pages: Mapping[int, str]
) -> NumbersView:
    is_years = labels[0] is year_label
    rows = tuple(
        NumberRow(
            label=labels[0](column),
            href=page_of(column, year_pages) if is_years else None,
            cells=(number_text(len(scores)), *(map(decimal_text, five_numbers(scores)) if scores else ["–"] * 5)),
        )
        for column, scores in zip(columns, held, strict=True)
    )
    return NumbersView(
        caption="Scores of the dated papers; a quarter of them lies below the lower quarter, a quarter above the upper",
        head=(
            "Year" if is_years else "Month",
            "Papers",
            "Lowest",
            "Lower quarter",
            "Middle",
            "Upper quarter",
            "Highest",
        ),
        rows=rows,
    )
