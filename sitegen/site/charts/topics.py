"""Topics over time, as small pictures side by side, each in a scale of its own that it states."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.model.paper import Paper, years_of
from sitegen.site.charts.bars import BarPicture, bar_picture
from sitegen.site.charts.columns import Column, Tick, time_columns, year_label, year_tick
from sitegen.site.charts.numbers import MOST_NAMED, NumbersView, highest, named, number_row, sentences
from sitegen.site.charts.years import column_counts
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.lookups import Lookups
from sitegen.site.urls import Href
from sitegen.site.wording import count_text, number_text
from sitegen.taxonomy.terms import Term

# The height of one picture in pixels, and how many there are at most.
HEIGHT = 56
MOST_PANELS = 48
# A share of fewer papers than this says nothing.
_FEWEST_FOR_SHARE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPanel:
    """One topic: its papers with a year over the years, and `scale`, what the height of its picture means."""

    topic: TopicView
    total: str
    picture: BarPicture
    scale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChart:
    """The panels, the largest topic first; `ticks` are the first and the last column that all panels share."""

    caption: str
    panels: tuple[TopicPanel, ...]
    ticks: tuple[Tick, Tick]
    numbers: NumbersView


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """A topic with its papers in each column, and those without a year."""

    term: Term
    counts: tuple[int, ...]
    undated: int

    @property
    def dated(self) -> int:
        return sum(self.counts)


def topic_chart(lookups: Lookups, terms: Sequence[Term], href: Href) -> TopicChart | str:
    """The pictures of the topics, or the sentence that says why there are none."""
    years = {paper.id: paper.year for paper in lookups.ordered if paper.year}
    ids = {paper_id for term in terms for paper_id in term.papers}
    columns = time_columns(years[paper_id] for paper_id in ids if paper_id in years)
    if len(columns) <= 1:
        return _nothing(columns)
    counted = [_count(term, columns, years) for term in terms]
    drawn = sorted((each for each in counted if each.dated), key=lambda each: (-each.dated, each.term.number))
    shown = drawn[:MOST_PANELS]
    return TopicChart(
        caption=sentences(
            f"{count_text(len(shown), 'topic')}, the one with most dated papers first; each picture has its own scale, "
            "which it states.",
            _shift(lookups.ordered, columns, shown),
            _undrawn([each.term.label for each in counted if each.term.papers and not each.dated]),
            _smaller(len(drawn) - len(shown)),
        ),
        panels=tuple(_panel(each, columns, href) for each in shown),
        ticks=(year_tick(columns, 0), year_tick(columns, len(columns) - 1)),
        numbers=_numbers(shown, columns, href),
    )


def _nothing(columns: Sequence[Column]) -> str:
    if not columns:
        return "No paper with a topic has a year, so there is no picture of topics over time."
    return f"All papers with a topic and a year are of {columns[0].first}, so there is no picture of topics over time."


def _count(term: Term, columns: Sequence[Column], years: dict[str, int]) -> _Counted:
    known = [years[paper_id] for paper_id in term.papers if paper_id in years]
    return _Counted(term=term, counts=column_counts(columns, known), undated=len(term.papers) - len(known))


def _panel(counted: _Counted, columns: Sequence[Column], href: Href) -> TopicPanel:
    titles = [
        f"{year_label(column)}: {count_text(count, 'paper')}"
        for column, count in zip(columns, counted.counts, strict=True)
    ]
    picture = bar_picture(
        counted.counts,
        titles,
        height=HEIGHT,
        top=max(counted.counts),
        pooled=[column.pooled for column in columns],
    )
    return TopicPanel(
        topic=topic_view(counted.term, href),
        total=number_text(counted.dated),
        picture=picture,
        scale=_scale(counted.counts, columns, picture.step),
    )


def _scale(counts: Sequence[int], columns: Sequence[Column], step: int) -> str:
    """What the tallest column is, and what a line across stands for where it is more than one paper."""
    most, places = highest(counts)
    labels = [year_label(columns[place]) for place in places]
    words = (
        f"At most {number_text(most)} a year"
        if len(labels) > MOST_NAMED
        else (f"At most {number_text(most)}, in {named(labels, 'year')}")
    )
    return words if step == 1 else f"{words}; a line every {number_text(step)}"


def _numbers(shown: Sequence[_Counted], columns: Sequence[Column], href: Href) -> NumbersView:
    has_undated = any(each.undated for each in shown)
    rows = []
    for each in shown:
        rest = (each.undated,) if has_undated else ()
        numbers = (*each.counts, *rest, each.dated + each.undated)
        rows.append(number_row(each.term.label, topic_view(each.term, href).href, numbers))
    return NumbersView(
        caption="Papers by topic and year; a paper may have several topics",
        head=("Topic", *map(year_label, columns), *(("No year",) if has_undated else ()), "All"),
        rows=tuple(rows),
    )


def _undrawn(labels: Sequence[str]) -> str:
    if not labels:
        return ""
    verb = "has" if len(labels) == 1 else "have"
    quoted = [f"“{label}”" for label in labels]
    return f"{named(quoted, 'topic')} {verb} no paper with a year and {'is' if len(labels) == 1 else 'are'} not drawn."


def _smaller(number: int) -> str:
    if not number:
        return ""
    return f"{count_text(number, 'smaller topic')} {'is' if number == 1 else 'are'} not drawn."


def _shift(papers: Iterable[Paper], columns: Sequence[Column], shown: Sequence[_Counted]) -> str:
    """Which topic's share grew most, and which fell most, from the earlier half of the years' papers to the later."""
    everything = column_counts(columns, years_of(papers))
    cut = _middle(everything)
    before, after = sum(everything[:cut]), sum(everything[cut:])
    if min(before, after) < _FEWEST_FOR_SHARE:
        return ""
    shares = [(_percent(sum(each.counts[:cut]), before), _percent(sum(each.counts[cut:]), after)) for each in shown]
    changes = [new - old for old, new in shares]
    told = [
        f"“{shown[place].term.label}” {verb} most, from {shares[place][0]} % to {shares[place][1]} %"
        for verb, place in _extremes(changes)
    ]
    if not told:
        return ""
    return (
        f"Between the papers before {columns[cut].first} and those since, the share of {', and that of '.join(told)}."
    )


def _extremes(changes: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The one place that rose most and the one that fell most; of several that changed alike, none is told."""
    for verb, change in (("grew", max(changes)), ("fell", min(changes))):
        if (change > 0) == (verb == "grew") and change and changes.count(change) == 1:
            yield verb, changes.index(change)


def _middle(counts: Sequence[int]) -> int:
    """The place at which the earlier columns hold half of all, as nearly as can be, with something on both sides."""
    total = sum(counts)
    return min(range(1, len(counts)), key=lambda cut: abs(2 * sum(counts[:cut]) - total))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole)
