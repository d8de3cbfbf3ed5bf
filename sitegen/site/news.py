"""What a dump brought, counted; and of the newest one a few papers for the first page."""

from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.dump import LineUse, Reading
from sitegen.site import urls
from sitegen.site.dump_pages import changes_pages
from sitegen.site.lookups import Lookups
from sitegen.site.rows import RowView, row_view
from sitegen.site.urls import Href
from sitegen.site.wording import DateView, FactView, count_fact, day_view, number_text

# Papers that the first page names.
MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpNews:
    """How many records a dump holds, and what became of them: `added` and `merged` are all of its `records`."""

    records: int
    added: int
    merged: int
    changed: int
    unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewestView:
    """What the newest dump brought; `href` leads to all of it, where the site shows dumps, and `all` to the others."""

    label: str
    saved: DateView | None
    facts: tuple[FactView, ...]
    rows: tuple[RowView, ...]
    more: str
    href: str | None
    all: str


def dump_news(lookups: Lookups, reading: Reading) -> DumpNews:
    """The counts of one dump."""
    arrivals = lookups.arrivals.get(reading.dump.name, ())
    added = sum(not arrival.reason for arrival in arrivals)
    return DumpNews(
        records=len(arrivals),
        added=added,
        merged=len(arrivals) - added,
        changed=len(lookups.revisions.get(reading.dump.name, ())),
        unread=sum(use is LineUse.UNREAD for _, use in reading.uses),
    )


def newest_view(lookups: Lookups, href: Href) -> NewestView | None:
    """The newest of several dumps; None where there is only one, whose papers are simply the list."""
    name = newest_dump(lookups)
    if name is None or len(lookups.readings) == 1:
        return None
    reading = lookups.readings[name]
    news = dump_news(lookups, reading)
    page = changes_pages(lookups).get(name)
    added = lookups.newest_first({each.paper for each in lookups.arrivals.get(name, ()) if not each.reason})
    return NewestView(
        label=name,
        saved=day_view(reading.dump.metadata.captured),
        facts=(
            count_fact(news.records, "record"),
            count_fact(news.added, "paper added", "papers added"),
            FactView(value=number_text(news.merged), label="merged into papers already here"),
            FactView(value=number_text(news.changed), label="changed"),
        ),
        rows=tuple(row_view(lookups, paper, href) for paper in added[:MOST_NAMED]),
        more=f"All {number_text(len(added))} added" if len(added) > MOST_NAMED else "",
        href=href(page) if page else None,
        all=href(urls.index_path(TaxonomyKind.DUMPS)),
    )


def newest_dump(lookups: Lookups) -> str | None:
    """The dump saved last, of those that say when; where none does, the last one by name."""
    dated = [name for name in lookups.dump_order if lookups.readings[name].dump.metadata.captured]
    return next(iter((dated or list(lookups.dump_order))[-1:]), None)
