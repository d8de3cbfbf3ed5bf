"""What one dump brought: papers that came, records that spoke of known ones, values that changed, lines not read."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.dump import LineUse, Reading
from sitegen.model.paper import Arrival, Origin, Revision
from sitegen.site import urls
from sitegen.site.differences import Piece, differences
from sitegen.site.dump_pages import changes_pages
from sitegen.site.dumps import source_name
from sitegen.site.frame import Frame, Link, make_frame
from sitegen.site.grouping import GroupSlice
from sitegen.site.lookups import Lookups
from sitegen.site.news import DumpNews, dump_news
from sitegen.site.pagination import Pager, make_pager
from sitegen.site.papers_list import page_title, page_words
from sitegen.site.provenance import Place, field_label, record_href, source_place
from sitegen.site.rows import RowView, row_view
from sitegen.site.urls import Href
from sitegen.site.wording import DateView, FactView, count_fact, count_text, cut_text, day_view, number_text, words_list

CHANGED, ADDED, MERGED = "Changed", "Added", "Merged"
# Lines that a page prints; all of them are on the page of what is left open.
MOST_UNREAD = 50
_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that reads differently: the pieces of both values, and the lines that say so."""

    label: str
    pieces: tuple[Piece, ...]
    places: tuple[Place, ...]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One entry: a paper's row, with the record and the reason where one was merged, or with what changed."""

    row: RowView
    place: Place | None = None
    reason: str = ""
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """The entries of one sort that stand on one page."""

    label: str
    fragment: str
    total: str
    remark: str
    continued: bool
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadLine:
    """A line that no reader understood, as it stands in the dump."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """One page of what a dump brought; `unread` stands on the first. `earlier` and `later` are other dumps' pages."""

    frame: Frame
    index: Link
    dump: Link
    saved: DateView | None
    summary: str
    facts: tuple[FactView, ...]
    groups: tuple[ChangeGroup, ...]
    unread: tuple[UnreadLine, ...]
    unread_total: str
    unread_more: str
    health: str
    pager: Pager | None
    earlier: Link | None
    later: Link | None


def change_labels(lookups: Lookups, dump: str) -> list[tuple[str, str]]:
    """Every entry of a dump's changes under its heading, to be cut into pages: (heading, key).

    The key is a paper's id for what changed, and the record's first line for what came.
    """
    arrivals = lookups.arrivals.get(dump, ())
    return [
        *((CHANGED, revision.after.id) for revision in lookups.revisions.get(dump, ())),
        *((ADDED, str(arrival.line)) for arrival in arrivals if not arrival.reason),
        *((MERGED, str(arrival.line)) for arrival in arrivals if arrival.reason),
    ]


def make_changes_view(
    lookups: Lookups, number: int, page: int, pages: int, groups: tuple[GroupSlice, ...]
) -> ChangesView:
    """The view of page `page` of `pages` of what the dump at place `number` of the dumps brought."""
    taxonomy = lookups.taxonomies[TaxonomyKind.DUMPS]
    term = taxonomy.terms[number]
    reading = lookups.readings[term.label]
    path = urls.changes_path(term.slug, page)
    href = urls.href_from(path)
    news = dump_news(lookups, reading)
    summary = _summary(news, reading)
    unread = tuple(_unread(reading)) if page == 1 else ()
    place = lookups.dump_order.index(term.label)
    return ChangesView(
        frame=make_frame(
            lookups,
            path,
            title=page_title(f"What {term.label} brought", page, pages),
            description=f"{summary}{page_words(page, pages)}",
        ),
        index=Link(label=taxonomy.label, href=href(urls.index_path(TaxonomyKind.DUMPS))),
        dump=Link(label=term.label, href=href(urls.term_path(TaxonomyKind.DUMPS, term.slug))),
        saved=day_view(reading.dump.metadata.captured),
        summary=summary,
        facts=tuple(_facts(news, reading)),
        groups=tuple(_group(lookups, term.label, group, href) for group in groups if group.papers),
        unread=unread[:MOST_UNREAD],
        unread_total=number_text(len(unread)),
        unread_more=f"and {count_text(len(unread) - MOST_UNREAD, 'more line')}" if len(unread) > MOST_UNREAD else "",
        health=href(urls.HEALTH),
        pager=make_pager(page, pages, lambda other: href(urls.changes_path(term.slug, other))),
        earlier=_other(lookups, place - 1, href),
        later=_other(lookups, place + 1, href),
    )


def _other(lookups: Lookups, place: int, href: Href) -> Link | None:
    """The changes of the dump at a place of the order of capture."""
    if not 0 <= place < len(lookups.dump_order):
        return None
    name = lookups.dump_order[place]
    return Link(label=name, href=href(changes_pages(lookups)[name]))


def _summary(news: DumpNews, reading: Reading) -> str:
    """What a dump brought, in a sentence or two."""
    if not news.records:
        return "No record could be read in this listing."
    source = source_name(reading)
    records = count_text(news.records, "record") + (f" of {source}" if source else "")
    parts = []
    if news.added:
        parts.append(f"{number_text(news.added)} brought a paper that was not here")
    if news.merged:
        verb = "speaks of a paper" if news.merged == 1 else "speak of papers"
        parts.append(f"{number_text(news.merged)} {verb} already listed")
    changed = f" {count_text(news.changed, 'paper reads', 'papers read')} differently since." if news.changed else ""
    return f"{records}: {words_list(parts)}.{changed}"


def _facts(news: DumpNews, reading: Reading) -> Iterator[FactView]:
    for count, label in ((news.added, "added"), (news.merged, "merged"), (news.changed, "changed")):
        yield FactView(value=number_text(count), label=label)
    yield count_fact(news.unread, "line left unread", "lines left unread")
    yield FactView(value=number_text(len(reading.dump.lines)), label="lines in all")


_REMARKS = {
    CHANGED: "Before, after, and the line that says so.",
    ADDED: "Papers that no earlier listing has.",
    MERGED: "Why they count as papers already here.",
}


def _group(lookups: Lookups, dump: str, group: GroupSlice, href: Href) -> ChangeGroup:
    if group.label == CHANGED:
        revisions = {revision.after.id: revision for revision in lookups.revisions.get(dump, ())}
        rows = tuple(_changed_row(lookups, revisions[key], href) for key in group.papers)
    else:
        arrivals = {str(arrival.line): arrival for arrival in lookups.arrivals.get(dump, ())}
        rows = tuple(_arrival_row(lookups, arrivals[key], href) for key in group.papers)
    return ChangeGroup(
        label=group.label,
        fragment=group.label.lower(),
        total=number_text(group.total),
        remark=_REMARKS[group.label],
        continued=group.continued,
        rows=rows,
    )


def _arrival_row(lookups: Lookups, arrival: Arrival, href: Href) -> ChangeRow:
    place = Place(file=arrival.dump, line=arrival.line, href=record_href(lookups, arrival.dump, arrival.line, href))
    reason = arrival.reason[:1].upper() + arrival.reason[1:]
    return ChangeRow(row=row_view(lookups, lookups.papers[arrival.paper], href), place=place, reason=reason)


def _changed_row(lookups: Lookups, revision: Revision, href: Href) -> ChangeRow:
    changes = tuple(_field_change(lookups, revision, field, href) for field in revision.fields)
    return ChangeRow(row=row_view(lookups, lookups.papers[revision.after.id], href), changes=changes)


def _field_change(lookups: Lookups, revision: Revision, field: str, href: Href) -> FieldChange:
    sources = [
        source for source in revision.after.field_sources if source.field == field and source.file == revision.dump
    ]
    paper = lookups.papers[revision.after.id]
    remark = ""
    if field == "abstract" and revision.before.is_summary and not revision.after.is_summary:
        remark = "an abstract in the place of a summary"
    elif any(source.origin is Origin.INFERRED for source in sources):
        remark = "inferred"
    return FieldChange(
        label=field_label(field, revision.after),
        pieces=differences(revision.before, revision.after, field),
        places=tuple(source_place(lookups, paper, source, href) for source in sources),
        remark=remark,
    )


def _unread(reading: Reading) -> Iterator[UnreadLine]:
    for line, use in reading.uses:
        if use is LineUse.UNREAD:
            text = reading.dump.lines[line - reading.dump.first_line]
            yield UnreadLine(place=Place(file=reading.dump.name, line=line), text=cut_text(text, _LONGEST_LINE))
