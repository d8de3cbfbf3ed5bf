"""The pictures of the page of charts: they hold what the list holds, stay in their frames and say what one sees."""

import dataclasses
import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import TaxonomyKind
from sitegen.model.dates import PartialDate
from sitegen.model.paper import Paper
from sitegen.site.charts.bars import BarPicture, bar_picture, cut_step
from sitegen.site.charts.columns import (
    MOST_COLUMNS,
    Column,
    month_label,
    month_step,
    month_tick,
    time_columns,
    year_tick,
)
from sitegen.site.charts.months import HEIGHT as MONTH_HEIGHT
from sitegen.site.charts.months import MonthChart, month_chart
from sitegen.site.charts.numbers import NumbersView
from sitegen.site.charts.page import ChartsView, make_charts_view
from sitegen.site.charts.ranks import MOST_BARS, RankChart, rank_chart, shown_ranks
from sitegen.site.charts.score_words import MOST_DOTS, five_numbers
from sitegen.site.charts.scores import EDGE, HEIGHT, ScoreChart, score_chart
from sitegen.site.charts.topics import TopicChart, topic_chart
from sitegen.site.charts.years import HEIGHT as YEAR_HEIGHT
from sitegen.site.charts.years import YearChart, year_chart
from sitegen.site.home import make_home_view
from sitegen.site.lookups import Lookups, reading_order
from sitegen.site.pages import PageKind
from sitegen.taxonomy.terms import Taxonomy, Term
from tests.toy import page_at, toy_parts, toy_site

years = st.none() | st.integers(1, 9999) | st.integers(2000, 2026)
months = st.none() | st.integers(1, 12)
scores = st.none() | st.floats(0, 100) | st.sampled_from([50.0, 95.5, 100.0])


def paper(number: int, year: int | None = None, month: int | None = None, score: float | None = None) -> Paper:
    """A paper of which these things are known."""
    date = PartialDate(year=year, month=month) if year or month else None
    return Paper(id=f"p{number}", title=f"P {number}", date=date, score=score)


def of_years(*found: int | None) -> list[Paper]:
    """A paper for each year."""
    return [paper(number, year) for number, year in enumerate(found)]


@st.composite
def papers(draw: st.DrawFn) -> list[Paper]:
    """Papers of any date and score, in the order of a list."""
    made = draw(st.lists(st.tuples(years, months, scores), max_size=40))
    return list(reading_order([paper(number, *each) for number, each in enumerate(made)]))


def number(text: str) -> int:
    """A count as printed."""
    return int(text.replace(",", ""))


def cells(numbers: NumbersView) -> list[list[int]]:
    """The whole numbers of a table."""
    assert all(len(row.cells) == len(numbers.head) - 1 for row in numbers.rows)
    return [[number(cell) for cell in row.cells] for row in numbers.rows]


def counts_of(picture: BarPicture) -> list[int]:
    """The counts that the titles of a picture's bars state."""
    return [number(bar.title.rpartition(": ")[2].split()[0]) for bar in picture.bars]


def assert_in_frame(picture: BarPicture) -> None:
    """No rectangle leaves its picture or covers another."""
    right = 0
    for bar in picture.bars:
        assert bar.x >= right
        right = bar.x + bar.width
        assert bar.y >= 0
        assert bar.height > 0
        assert bar.y + bar.height == picture.height
    assert right <= picture.width


@given(st.lists(st.integers(-500, 12000)))
def test_columns_follow_each_other_and_hold_every_step(steps: list[int]) -> None:
    """From the first to the last without a gap, never more than can be read, and only the ends are pooled."""
    columns = time_columns(steps)
    assert len(columns) <= MOST_COLUMNS
    if steps:
        assert (columns[0].first, columns[-1].last) == (min(steps), max(steps))
    assert all(left.last + 1 == right.first for left, right in itertools.pairwise(columns))
    assert all(column.first == column.last for column in columns if not column.pooled)
    assert not any(column.pooled for column in columns[1:-1])


def test_what_lies_far_off_is_pooled() -> None:
    """The years that hold most keep a column each; a single far one on either side has its own pool."""
    columns = time_columns([1958, *range(2010, 2024), 2500])
    assert columns[0] == Column(first=1958, last=2009, pooled=True)
    assert columns[-1] == Column(first=2024, last=2500, pooled=True)
    assert [year_tick(columns, place) for place in (0, 1, len(columns) - 1)] == [
        dataclasses.replace(year_tick(columns, 1), wide="≤20", after="09"),
        dataclasses.replace(year_tick(columns, 1), wide="20", after="10"),
        dataclasses.replace(year_tick(columns, 1), wide="≥20", after="24"),
    ]


def test_one_pool_leaves_room_for_another_year() -> None:
    """A single far year takes one column, and the other fifteen are years."""
    columns = time_columns([1962, *range(2012, 2027)])
    assert [(column.first, column.last) for column in columns][:2] == [(1962, 2011), (2012, 2012)]
    assert len(columns) == MOST_COLUMNS
    columns = time_columns([*range(2012, 2027), 2100])
    assert [(column.first, column.last) for column in columns][-2:] == [(2026, 2026), (2027, 2100)]


def test_months_in_a_row_go_over_new_year() -> None:
    """Each is named, and the year stands under the first and under each January."""
    columns = time_columns([month_step(2025, 11), month_step(2026, 2)])
    assert [month_label(column) for column in columns] == [
        "November 2025",
        "December 2025",
        "January 2026",
        "February 2026",
    ]
    ticks = [month_tick(columns, place) for place in range(4)]
    assert [tick.before + tick.wide + tick.after for tick in ticks] == ["Nov", "Dec", "Jan", "Feb"]
    assert [tick.under for tick in ticks] == ["2025", "", "2026", ""]


@given(st.lists(st.integers(0, 200_000), min_size=1), st.integers(1, 300))
def test_bars_never_leave_their_frame(counts: list[int], height: int) -> None:
    """Whatever they stand for; what is not nothing can be seen, and the lines across can be counted."""
    picture = bar_picture(counts, [f"it: {count}" for count in counts], height=max(height, 4), top=max(counts))
    assert_in_frame(picture)
    assert counts_of(picture) == [count for count in counts if count]
    assert len(picture.bars) == sum(count > 0 for count in counts)
    assert picture.cuts.count("M") <= 8
    assert picture.step * picture.cuts.count("M") <= max(counts)


@given(st.integers(1, 10**9))
def test_lines_are_few_and_round(top: int) -> None:
    """A line stands for one, two or five papers, or for ten times as many."""
    step = cut_step(top)
    assert top / step <= 8
    assert str(step).rstrip("0") in {"1", "2", "5"}


@given(papers())
def test_papers_by_year_add_up(found: list[Paper]) -> None:
    """Every paper with a year is in one column, the table has the same numbers, and no column is too high."""
    chart = year_chart(found, {})
    dated = sum(each.date is not None and each.date.year is not None for each in found)
    if isinstance(chart, str):
        assert len({each.date.year for each in found if each.date and each.date.year}) <= 1
        return
    drawn = [number(bar.count) for bar in chart.bars]
    assert sum(drawn) == dated
    assert [[count, sum(drawn[: place + 1])] for place, count in enumerate(drawn)] == cells(chart.numbers)
    assert all(bar.height <= YEAR_HEIGHT and (bar.height > 0) == (bar.count != "0") for bar in chart.bars)
    assert [row.label for row in chart.numbers.rows] == [bar.label for bar in chart.bars]


@given(papers())
def test_papers_by_month_add_up(found: list[Paper]) -> None:
    """A line's total is the sum of its months, the table has the same numbers, and with those said they are all."""
    chart = month_chart(found, {})
    if isinstance(chart, str):
        return
    table = cells(chart.numbers)
    for line, row in zip(chart.lines, table, strict=False):
        assert_in_frame(line.picture)
        assert line.picture.height == MONTH_HEIGHT
        assert counts_of(line.picture) == [count for count in row[:-1] if count]
        assert number(line.total) == row[-1] == sum(row[:-1])
    assert len(table) == len(chart.lines) + 1
    assert table[-1] == [sum(column) for column in zip(*table[:-1], strict=True)]


@given(papers())
def test_scores_stay_in_their_frame(found: list[Paper]) -> None:
    """Lines, boxes and dots lie between the lowest and the highest line of the scale, from left to right."""
    chart = score_chart(found, {})
    if isinstance(chart, str):
        return
    assert 2 <= len(chart.grid) <= 7
    right = 0.0
    for column in chart.columns:
        heights = [float(dot) for dot in column.dots]
        heights += [float(end) for end in column.line or ()]
        heights += [float(column.box[0]), float(column.box[0]) + float(column.box[1])] if column.box else []
        assert all(EDGE - 0.2 <= height <= HEIGHT - EDGE + 0.2 for height in heights)
        assert right <= float(column.left) <= float(column.middle) <= 100
        right = float(column.left) + float(column.width)
        assert right <= 100
    assert [row.label for row in chart.numbers.rows] == [column.label for column in chart.columns]
    for row, column in zip(chart.numbers.rows, chart.columns, strict=True):
        assert bool(column.dots) == (row.cells[0] != "0")


@given(st.lists(st.floats(0, 100), min_size=1))
def test_the_five_numbers_are_scores_of_papers(found: list[float]) -> None:
    """None of them is made up, they rise, and of few papers they leave none out."""
    ordered = sorted(found)
    five = five_numbers(ordered)
    assert list(five) == sorted(five)
    assert set(five) <= set(found)
    if len(found) <= MOST_DOTS:
        assert set(five) == set(found)


@given(st.lists(st.integers(1, 60)))
def test_ranks_are_cut_where_it_is_fair(found: list[int]) -> None:
    """Between unequal counts, if that leaves more than a handful."""
    counts = sorted(found, reverse=True)
    shown = shown_ranks(counts)
    assert shown <= MOST_BARS
    if 0 < shown < len(counts) and counts[shown - 1] == counts[shown]:
        assert shown == MOST_BARS


def authors(*counts: int) -> Taxonomy:
    """Authors with so many papers each."""
    terms = tuple(
        Term(slug=f"a{place}", label=f"Author {place}", papers=tuple(f"p{number}" for number in range(count)))
        for place, count in enumerate(counts)
    )
    return Taxonomy(kind=TaxonomyKind.AUTHORS, label="Authors", singular="Author", terms=terms)


@given(st.lists(st.integers(0, 30), max_size=40))
def test_ranks_show_what_the_table_says(counts: list[int]) -> None:
    """The longest bar is full, none is longer, and each has its number."""
    chart = rank_chart(authors(*counts), max([1, *counts]), lambda path: path)
    if isinstance(chart, str):
        assert len({count for count in counts if count}) <= 1
        return
    assert [bar.count for bar in chart.bars] == [row.cells[0] for row in chart.numbers.rows]
    widths = [float(bar.width) for bar in chart.bars]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] == 100
    assert all(width > 0 for width in widths)


def caption(found: Sequence[Paper], draw: object = year_chart) -> str:
    """What a picture says, or the sentence in its place."""
    chart = draw(found, {})  # type: ignore[operator]
    return chart if isinstance(chart, str) else chart.caption


def test_years_are_told_in_sentences() -> None:
    """One peak, a tie, many ties; half or more; gaps; pools; and what is not drawn, one or several."""
    assert caption(of_years(2020, 2022, 2022, 2022)) == (
        "2022 brought most papers, 3. More than half, 3 of 4, are of 2022 or later. 2021 brought none."
    )
    assert caption(of_years(2020, 2021, None)) == (
        "The most papers of a year are 1, in 2020 and 2021. Half of them, 1 of 2, are of 2021 or later. "
        "1 paper without a year is not drawn."
    )
    assert caption(of_years(2015, 2017, 2019, 2021, None, None)).endswith("2 papers without a year are not drawn.")
    assert "The most papers of a year are 1, in 4 years." in caption(of_years(2015, 2017, 2019, 2021))
    assert "The first bar stands for 1958 to 2009, with 1 paper." in caption(of_years(1958, *range(2010, 2025)))
    guesses = [dataclasses.replace(each, date_inferred=True) for each in of_years(2020, 2021)]
    assert caption(guesses).endswith("The years of 2 papers are inferred.")
    assert caption([guesses[0], paper(9, 2021)]).endswith("The year of 1 paper is inferred.")


def test_one_year_or_none_is_no_picture() -> None:
    """A sentence says so."""
    assert caption([]) == caption(of_years(None)) == "No paper has a year, so there is no picture of papers by year."
    assert caption(of_years(2024, None)).startswith("The only paper with a year is of 2024, so")
    assert caption(of_years(2024, 2024)).startswith("All 2 papers with a year are of 2024, so")
    assert caption([paper(1, 2024, 5)], month_chart).startswith("The only paper with a month is of May 2024, so")
    assert caption([paper(1, 2024, 5)] * 2, month_chart).startswith("All 2 papers with a month are of May 2024, so")
    assert (
        caption(of_years(2024, 2025), month_chart) == "No paper has a month, so there is no picture of papers by month."
    )
    assert caption(of_years(2024), score_chart) == "No paper has a score, so there is no picture of scores."
    assert caption([paper(1, None, None, 90)], score_chart) == (
        "1 paper has a score (90), none of a known year, so there is no picture of scores by date."
    )
    assert caption([paper(1, 2024, 5, 90), paper(2, 2024, 5, 80)], score_chart) == (
        "2 papers have a score (80 to 90), those with a date all of 2024, so there is no picture of scores by date."
    )


def test_months_are_told_in_sentences() -> None:
    """The fullest month, the month that leads over all years, and dates without a month."""
    found = [paper(0, 2024, 5), paper(1, 2024, 5), paper(2, 2023, 5), paper(3, 2023, 2), paper(4, 2023)]
    assert caption(found, month_chart) == (
        "May 2024 brought most papers, 2. Over all these years May leads, with 3. "
        "1 paper with a year but no month is not drawn."
    )
    assert caption([paper(0, 2024, 5), paper(1, 2024, 6)], month_chart) == (
        "The most papers of a month are 1, in May 2024 and June 2024."
    )
    far = [paper(0, 1950, 1), *(paper(year, year, month) for year in range(2010, 2025) for month in (3, 4))]
    assert "1 paper outside 2010 to 2024 is not drawn." in caption(far, month_chart)


def test_scores_of_one_year_are_drawn_by_month() -> None:
    """And those of several by year."""
    chart = score_chart([paper(0, 2024, 5, 90), paper(1, 2024, 7, 80)], {})
    assert isinstance(chart, ScoreChart)
    assert [column.label for column in chart.columns] == ["May 2024", "June 2024", "July 2024"]
    assert [bool(column.dots) for column in chart.columns] == [True, False, True]
    assert chart.caption == (
        "2 scores from 80 to 90. The middle score is highest in May 2024 (90) and lowest in July 2024 (80). "
        "Each dot is a paper. The scale does not begin at 0."
    )
    several = score_chart(
        [paper(0, 2024, 5, 90), paper(1, 2023, None, 90), paper(2, None, None, 50)], {2024: "2024.html"}
    )
    assert isinstance(several, ScoreChart)
    assert [(row.label, row.href) for row in several.numbers.rows] == [("2023", None), ("2024", "2024.html")]
    assert "The middle score is 90 throughout." in several.caption
    assert "1 score of papers without a year is not drawn." in several.caption


def test_many_papers_of_a_year_are_a_box() -> None:
    """The picture does not grow with the list: a hundred thousand scores are as many signs as a hundred."""
    found = [paper(place, 2020 + place % 3, None, 50 + place % 41) for place in range(100_000)]
    chart = score_chart(found, {})
    assert isinstance(chart, ScoreChart)
    assert [len(column.dots) for column in chart.columns] == [1, 1, 1]
    assert all(column.box for column in chart.columns)
    assert chart.numbers.rows[0].cells == ("33,334", "50", "60", "70", "80", "90")


def topics_of(found: Sequence[Paper], *terms: Term) -> TopicChart | str:
    """The pictures of some topics of a list."""
    parts = toy_parts()
    catalogue = dataclasses.replace(parts.catalogue, papers=tuple(found), near_misses=())
    taxonomy = Taxonomy(kind=TaxonomyKind.TOPICS, label="Topics", singular="Topic", terms=terms)
    lookups = dataclasses.replace(parts, catalogue=catalogue, taxonomies=(taxonomy,), topic_matches={}).lookups()
    return topic_chart(lookups, terms, lambda path: path)


def topic(place: int, *papers: int) -> Term:
    """A topic with these papers."""
    return Term(slug=f"t{place}", label=f"T {place}", papers=tuple(f"p{each}" for each in papers), number=place)


@given(st.lists(years, min_size=1, max_size=30), st.data())
def test_topics_add_up(found: list[int | None], data: st.DataObject) -> None:
    """Every dated paper of a topic is in one bar of its picture, and the table has the same numbers."""
    chosen = st.lists(st.integers(0, len(found) - 1), unique=True)
    terms = [topic(place, *data.draw(chosen)) for place in range(3)]
    chart = topics_of(of_years(*found), *terms)
    if isinstance(chart, str):
        return
    for panel, row, numbers in zip(chart.panels, chart.numbers.rows, cells(chart.numbers), strict=True):
        assert_in_frame(panel.picture)
        columns = numbers[: len(chart.numbers.head) - 2 - ("No year" in chart.numbers.head)]
        assert counts_of(panel.picture) == [count for count in columns if count]
        assert number(panel.total) == sum(columns)
        assert numbers[-1] == sum(numbers[:-1])
        assert row.label == panel.topic.label


def test_a_small_topic_is_as_readable_as_a_large_one() -> None:
    """Each picture has its own scale and states it; a single paper does not look like many."""
    found = of_years(*[2020] * 30, *[2021] * 20, 2021, 2022)
    chart = topics_of(found, topic(0, *range(50)), topic(1, 50, 51), topic(2))
    assert isinstance(chart, TopicChart)
    large, small = chart.panels
    assert [panel.scale for panel in chart.panels] == [
        "At most 30, in 2020; a line every 5",
        "At most 1, in 2021 and 2022",
    ]
    assert max(bar.height for bar in large.picture.bars) == large.picture.height
    assert [bar.height for bar in small.picture.bars] == [small.picture.height // 4] * 2
    assert chart.caption.startswith("2 topics, the one with most dated papers first; each picture has its own scale")


def test_a_shift_between_topics_is_told() -> None:
    """By the share of all papers before and since the middle; nothing when there are too few for a share."""
    found = of_years(*[2020] * 10, *[2021] * 10)
    chart = topics_of(found, topic(0, *range(8)), topic(1, 8, *range(10, 19)))
    assert isinstance(chart, TopicChart)
    assert (
        "Between the papers before 2021 and those since, the share of “T 1” grew most, from 10 % to 90 %, and that of "
        "“T 0” fell most, from 80 % to 0 %."
    ) in chart.caption
    few = topics_of(found[5:15], topic(0, *range(5, 8)), topic(1, 10))
    assert isinstance(few, TopicChart)
    assert "share" not in few.caption


def test_topics_without_dates_are_told() -> None:
    """By name where they are few; without any date there is no picture."""
    found = of_years(2020, 2021, None)
    chart = topics_of(found, topic(0, 0, 1, 2), topic(1, 2))
    assert isinstance(chart, TopicChart)
    assert chart.caption.endswith("“T 1” has no paper with a year and is not drawn.")
    assert chart.numbers.head == ("Topic", "2020", "2021", "No year", "All")
    assert cells(chart.numbers) == [[1, 1, 1, 3]]
    assert (
        topics_of(found, topic(0, 2)) == "No paper with a topic has a year, so there is no picture of topics over time."
    )
    assert topics_of(found, topic(0, 1)) == (
        "All papers with a topic and a year are of 2021, so there is no picture of topics over time."
    )


def rank_words(*counts: int) -> str:
    """What the picture of authors with so many papers says, or the sentence in its place."""
    chart = rank_chart(authors(*counts), 10, lambda path: path)
    return chart if isinstance(chart, str) else chart.caption


def test_ranks_are_told_in_sentences() -> None:
    """Who is first, alone or with others; how many are left out and why; how many have a single paper."""
    assert rank_words(3, 1) == "Most papers: Author 0, with 3. 1 of 2 authors has a single paper."
    assert rank_words(3, 3, 2) == "Most papers: Author 0 and Author 1, with 3 each."
    assert (
        rank_words(*[3] * 4, 1, 1) == "4 share the first place with 3 papers each. 2 of 6 authors have a single paper."
    )
    assert rank_words(*[5] * 6, *[2] * 30).endswith("Drawn are those with 5 or more.")
    assert rank_words(9, *[2] * 30).endswith("16 more have 2, like the last one drawn.")
    assert rank_words() == "No paper has an author, so there is no picture of authors."
    assert rank_words(2) == "The only author has 2 papers, so there is no picture of authors by count."
    assert rank_words(1, 1) == "Each of the 2 authors has 1 paper, so there is no picture of authors by count."


def view_of(lookups: Lookups) -> ChartsView:
    """The page of charts."""
    return make_charts_view(lookups)


def test_the_page_leads_to_years_and_topics() -> None:
    """Bars have the addresses of their pages, the home page and the footer that of the charts."""
    site = toy_site()
    view = page_at(site, "charts.html").make_view()
    assert isinstance(view, ChartsView)
    assert isinstance(view.years, YearChart)
    assert [bar.href for bar in view.years.bars][-2:] == ["years/2024.html", "years/2025.html"]
    assert view.years.bars[1].href is None
    assert isinstance(view.topics, TopicChart)
    assert [panel.topic.href for panel in view.topics.panels] == ["topics/lanterns.html", "topics/shadows.html"]
    assert all(isinstance(rank, RankChart) for rank in view.ranks)
    assert view.summary == "4 papers from 2019 to 2025, and 2 without a year. Each picture has its numbers beneath it."
    home = make_home_view(site.lookups)
    assert "charts.html" in [entry.href for entry in home.entries]
    assert "charts.html" in [link.href for link in view.frame.footer]


def test_an_empty_list_says_that_there_is_nothing() -> None:
    """One sentence, no pictures."""
    parts = toy_parts()
    empty = dataclasses.replace(parts.catalogue, papers=(), near_misses=())
    emptied = tuple(dataclasses.replace(each, terms=()) for each in parts.taxonomies)
    view = view_of(dataclasses.replace(parts, catalogue=empty, taxonomies=emptied, topic_matches={}).lookups())
    assert view.summary == "No paper yet, so there is nothing to draw."
    assert (view.years, view.months, view.topics, view.scores, view.ranks, view.missing) == (None,) * 4 + ((), ())


@pytest.mark.parametrize("kind", ["topics", "authors", "years"])
def test_kinds_that_the_site_leaves_out_are_not_linked(kind: str) -> None:
    """A site that shows one kind alone has pictures that lead to no other."""
    view = view_of(toy_site(taxonomies=[kind]).lookups)
    linked = {bar.href for bar in view.years.bars if bar.href} if view.years else set()
    assert bool(linked) == (kind == "years")
    assert (view.topics is not None) == (kind == "topics")
    assert {rank.kind for rank in view.ranks} <= {kind}


def test_the_page_is_planned_once() -> None:
    """Under its own kind and address."""
    assert [page.path for page in toy_site().pages if page.kind is PageKind.CHARTS] == ["charts.html"]


def test_months_are_newest_first() -> None:
    """As everywhere on the site."""
    chart = month_chart([paper(0, 2023, 1), paper(1, 2025, 1)], {2025: "2025.html"})
    assert isinstance(chart, MonthChart)
    assert [(line.year, line.href, line.total) for line in chart.lines] == [
        ("2025", "2025.html", "1"),
        ("2024", None, "0"),
        ("2023", None, "1"),
    ]
