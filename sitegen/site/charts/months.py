"""Papers by month, a line for each year."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.dates import MONTHS
from sitegen.model.paper import Paper, years_of
from sitegen.site.charts.bars import BarPicture, bar_picture
from sitegen.site.charts.columns import time_columns
from sitegen.site.charts.numbers import MOST_NAMED, NumbersView, highest, named, not_drawn, number_row, sentences
from sitegen.site.wording import count_text, month_name, number_text, words_list

# The height of a year's line in pixels.
HEIGHT = 28
_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """The months of one year, all lines in one scale."""

    year: str
    href: str | None
    picture: BarPicture
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthChart:
    """Papers by month, the newest year first; `months` are the initials over the columns."""

    caption: str
    months: tuple[str, ...]
    lines: tuple[MonthLine, ...]
    numbers: NumbersView


def month_chart(papers: Sequence[Paper], year_pages: Mapping[int, str]) -> MonthChart | str:
    """The picture of papers by month, or the sentence that says why there is none.

    `year_pages` has the addresses of the years that have a page.
    """
    counts = Counter(
        (paper.year, paper.date.month) for paper in papers if paper.date and paper.year and paper.date.month
    )
    if len(counts) <= 1:
        return _nothing(counts)
    columns = time_columns([year for year, _ in counts.elements()])
    years = [column.first for column in reversed(columns) if not column.pooled]
    table = [[counts[year, month] for month in _MONTHS] for year in years]
    drawn = sum(map(sum, table))
    dated = len(years_of(papers))
    return MonthChart(
        caption=sentences(
            _peak(years, table),
            _season(table),
            _elsewhere(counts.total() - drawn, years),
            not_drawn(dated - counts.total(), "with a year but no month is", "with a year but no month are"),
        ),
        months=tuple(name[0] for name in MONTHS),
        lines=_lines(years, table, year_pages),
        numbers=_numbers(years, table, year_pages),
    )


def _nothing(counts: Mapping[tuple[int, int], int]) -> str:
    for (year, month), count in counts.items():
        those = "The only paper with a month is" if count == 1 else f"All {number_text(count)} papers with a month are"
        return f"{those} of {month_name(month)} {year}, so there is no picture of papers by month."
    return "No paper has a month, so there is no picture of papers by month."


def _lines(
    years: Sequence[int], table: Sequence[Sequence[int]], year_pages: Mapping[int, str]
) -> tuple[MonthLine, ...]:
    top = max(map(max, table))
    return tuple(
        MonthLine(
            year=str(year),
            href=year_pages.get(year),
            picture=bar_picture(row, [_title(month, year, row) for month in _MONTHS], height=HEIGHT, top=top),
            total=number_text(sum(row)),
        )
        for year, row in zip(years, table, strict=True)
    )


def _title(month: int, year: int, row: Sequence[int]) -> str:
    return f"{month_name(month)} {year}: {count_text(row[month - 1], 'paper')}"


def _numbers(years: Sequence[int], table: Sequence[Sequence[int]], year_pages: Mapping[int, str]) -> NumbersView:
    rows = [
        number_row(str(year), year_pages.get(year), (*row, sum(row))) for year, row in zip(years, table, strict=True)
    ]
    sums = [sum(column) for column in zip(*table, strict=True)]
    return NumbersView(
        caption="Papers by year and month",
        head=("Year", *MONTHS, "All"),
        rows=(*rows, number_row("All", None, (*sums, sum(sums)))),
    )


def _peak(years: Sequence[int], table: Sequence[Sequence[int]]) -> str:
    """The months with most papers, oldest first; many of them by number."""
    cells = [
        (count, f"{month_name(month)} {year}")
        for year, row in zip(years, table, strict=True)
        for month, count in zip(_MONTHS, row, strict=True)
    ]
    most, places = highest([count for count, _ in cells])
    labels = [cells[place][1] for place in places]
    if len(labels) == 1:
        return f"{labels[0]} brought most papers, {number_text(most)}."
    return f"The most papers of a month are {number_text(most)}, in {named(labels, 'month')}."


def _season(table: Sequence[Sequence[int]]) -> str:
    """Which month of the year brought most, where more than one year is drawn and a few months stand out."""
    if len(table) <= 1:
        return ""
    sums = [sum(column) for column in zip(*table, strict=True)]
    most, places = highest(sums)
    if len(places) > MOST_NAMED:
        return ""
    names = words_list([month_name(place + 1) for place in places])
    verb = "leads" if len(places) == 1 else "lead"
    each = "" if len(places) == 1 else " each"
    return f"Over all these years {names} {verb}, with {number_text(most)}{each}."


def _elsewhere(number: int, years: Sequence[int]) -> str:
    span = str(years[0]) if len(years) == 1 else f"{years[-1]} to {years[0]}"
    return not_drawn(number, f"outside {span} is", f"outside {span} are")
