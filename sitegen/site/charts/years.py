"""Papers by year, as columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sitegen.model.paper import Paper, years_of
from sitegen.site.charts.bars import bar_height
from sitegen.site.charts.columns import Column, Tick, time_columns, year_label, year_tick
from sitegen.site.charts.numbers import NumbersView, highest, named, not_drawn, number_row, sentences
from sitegen.site.drawing import share_text
from sitegen.site.wording import count_text, number_text

# The tallest column in pixels.
HEIGHT = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBar:
    """The papers of one column; `is_peak` marks the highest of a single year.

    `height` is in pixels; `width` is in hundredths, for narrow screens, where the columns lie on their side.
    """

    label: str
    tick: Tick
    href: str | None
    count: str
    noun: str
    height: int
    width: str
    pooled: bool
    is_peak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearChart:
    """Papers by year, oldest first."""

    caption: str
    bars: tuple[YearBar, ...]
    numbers: NumbersView


def year_chart(papers: Sequence[Paper], year_pages: Mapping[int, str]) -> YearChart | str:
    """The picture of papers by year, or the sentence that says why there is none.

    `year_pages` has the addresses of the years that have a page.
    """
    dated = years_of(papers)
    columns = time_columns(dated)
    undated = len(papers) - len(dated)
    if not columns:
        return "No paper has a year, so there is no picture of papers by year."
    if len(columns) == 1:
        all_of = (
            f"The only paper with a year is of {columns[0].first}"
            if len(dated) == 1
            else (f"All {count_text(len(dated), 'paper')} with a year are of {columns[0].first}")
        )
        return f"{all_of}, so there is no picture of papers by year."
    counts = column_counts(columns, dated)
    inferred = sum(paper.date_inferred and paper.year is not None for paper in papers)
    return YearChart(
        caption=sentences(
            _peak(columns, counts),
            _later_half(columns, counts),
            _gaps(columns, counts),
            *_pools(columns, counts),
            not_drawn(undated, "without a year is", "without a year are"),
            _inferred(inferred),
        ),
        bars=_bars(columns, counts, year_pages),
        numbers=_numbers(columns, counts, year_pages),
    )


def column_counts(columns: Sequence[Column], steps: Sequence[int]) -> tuple[int, ...]:
    """How many of some steps fall into each column."""
    places = {step: place for place, column in enumerate(columns) for step in set(steps) if column.holds(step)}
    counts = [0] * len(columns)
    for step in steps:
        if step in places:
            counts[places[step]] += 1
    return tuple(counts)


def page_of(column: Column, year_pages: Mapping[int, str]) -> str | None:
    """The page of a column's year; none for several years together."""
    return year_pages.get(column.first) if column.first == column.last else None


def _bars(columns: tuple[Column, ...], counts: Sequence[int], year_pages: Mapping[int, str]) -> tuple[YearBar, ...]:
    most = max(counts)
    best = max(count for column, count in zip(columns, counts, strict=True) if not column.pooled)
    return tuple(
        YearBar(
            label=year_label(column),
            tick=year_tick(columns, place),
            href=page_of(column, year_pages),
            count=number_text(count),
            noun="paper" if count == 1 else "papers",
            height=bar_height(count, most, HEIGHT),
            width=share_text(count, most),
            pooled=column.pooled,
            is_peak=count == best and not column.pooled,
        )
        for place, (column, count) in enumerate(zip(columns, counts, strict=True))
    )


def _numbers(columns: Sequence[Column], counts: Sequence[int], year_pages: Mapping[int, str]) -> NumbersView:
    rows = [
        number_row(year_label(column), page_of(column, year_pages), (count, total))
        for column, count, total in zip(columns, counts, accumulate(counts), strict=True)
    ]
    return NumbersView(
        caption="Papers by year, and how many there are up to its end",
        head=("Year", "Papers", "In all"),
        rows=tuple(rows),
    )


def _peak(columns: Sequence[Column], counts: Sequence[int]) -> str:
    """Which years brought most; years that are pooled are many together and cannot be compared."""
    single = [(year_label(column), count) for column, count in zip(columns, counts, strict=True) if not column.pooled]
    most, places = highest([count for _, count in single])
    labels = [single[place][0] for place in places]
    if len(labels) == 1:
        return f"{labels[0]} brought most papers, {number_text(most)}."
    return f"The most papers of a year are {number_text(most)}, in {named(labels, 'year')}."


def _later_half(columns: Sequence[Column], counts: Sequence[int]) -> str:
    """The latest year from which on half of the papers, or more, appeared."""
    total, since = sum(counts), 0
    for column, count in zip(reversed(columns), reversed(counts), strict=True):
        since += count
        if since * 2 >= total:
            if column.pooled or since == total:
                return ""
            share = "Half of them" if since * 2 == total else "More than half"
            return f"{share}, {number_text(since)} of {number_text(total)}, are of {year_label(column)} or later."
    return ""


def _gaps(columns: Sequence[Column], counts: Sequence[int]) -> str:
    empty = [year_label(column) for column, count in zip(columns, counts, strict=True) if not count]
    return f"{named(empty, 'year')} brought none." if empty else ""


def _pools(columns: Sequence[Column], counts: Sequence[int]) -> list[str]:
    return [
        f"The {'first' if place == 0 else 'last'} bar stands for {year_label(column).replace('–', ' to ')}, with "
        f"{count_text(count, 'paper')}."
        for place, (column, count) in enumerate(zip(columns, counts, strict=True))
        if column.pooled
    ]


def _inferred(number: int) -> str:
    if not number:
        return ""
    return (
        f"The year of {count_text(number, 'paper')} is inferred."
        if number == 1
        else (f"The years of {count_text(number, 'paper')} are inferred.")
    )
