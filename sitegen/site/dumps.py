"""The page of one dump: what its listing says of itself, and its records as printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.config import TaxonomyKind
from sitegen.markup.latex import latex_to_html
from sitegen.model.dates import parse_printed_date
from sitegen.model.dump import LineUse, Reading, Record
from sitegen.model.paper import Provenance
from sitegen.model.text import fold_text
from sitegen.site import urls
from sitegen.site.frame import Frame, Link, make_frame
from sitegen.site.lookups import Lookups
from sitegen.site.narrowing import Narrowing, held_by, make_narrowing
from sitegen.site.outward import is_web
from sitegen.site.pagination import Pager, make_pager
from sitegen.site.papers_list import page_title, page_words
from sitegen.site.provenance import record_fragment
from sitegen.site.rows import RowView, row_view
from sitegen.site.urls import Href
from sitegen.site.wording import FactView, count_fact, count_text, date_view, day_view, number_text
from sitegen.sources import huggingface, scholarfeed

SOURCE_NAMES = {huggingface.NAME: "Hugging Face Papers", scholarfeed.NAME: "Scholar Feed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """One record of a dump: its lines, the paper it is part of, and the title as printed where that differs."""

    fragment: str
    lines: str
    row: RowView | None
    is_new: bool
    printed_title: Markup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpView:
    """One page of a dump's records, in printed order."""

    frame: Frame
    singular: str
    index: Link
    label: str
    facts: tuple[FactView, ...]
    header: tuple[FactView, ...]
    url: str | None
    problems: str
    health: str
    changes: str
    records: tuple[RecordRow, ...]
    total: str
    narrowing: Narrowing | None
    pager: Pager | None


def make_dump_view(lookups: Lookups, number: int, page: int, pages: int, records: tuple[Record, ...]) -> DumpView:
    """The view of page `page` of `pages`, which shows `records`, of the dump at place `number` of the dumps."""
    taxonomy = lookups.taxonomies[TaxonomyKind.DUMPS]
    term = taxonomy.terms[number]
    reading = lookups.readings[term.label]
    path = urls.term_path(TaxonomyKind.DUMPS, term.slug, page)
    href = urls.href_from(path)
    return DumpView(
        frame=make_frame(
            lookups,
            path,
            title=page_title(term.label, page, pages),
            description=f"The saved listing {term.label}: {_records_words(reading)}{page_words(page, pages)}.",
        ),
        singular=taxonomy.singular,
        index=Link(label=taxonomy.label, href=href(urls.index_path(TaxonomyKind.DUMPS))),
        label=term.label,
        facts=tuple(_facts(reading, len(term.papers))),
        header=tuple(_header(reading)),
        url=reading.dump.metadata.url if is_web(reading.dump.metadata.url or "") else None,
        problems=count_text(len(reading.problems), "problem") if reading.problems else "",
        health=href(urls.HEALTH),
        changes=href(urls.changes_path(term.slug)),
        records=tuple(_record_row(lookups, reading, record, href) for record in records),
        total=number_text(len(reading.records)),
        narrowing=make_narrowing(
            lookups, href, held_by(TaxonomyKind.DUMPS, term.slug), len(reading.records), usual=None
        ),
        pager=make_pager(page, pages, lambda other: href(urls.term_path(TaxonomyKind.DUMPS, term.slug, other))),
    )


def source_name(reading: Reading) -> str | None:
    """What people call the source of a dump; None where no reader knew it."""
    source = reading.dump.metadata.source or reading.source
    return SOURCE_NAMES.get(source or "", source)


def _records_words(reading: Reading) -> str:
    parts = (count_text(len(reading.records), "record"), source_name(reading), reading.header.title)
    return ", ".join(part for part in parts if part)


def _facts(reading: Reading, papers: int) -> Iterator[FactView]:
    yield count_fact(len(reading.records), "record")
    yield count_fact(papers, "paper")
    yield count_fact(len(reading.dump.lines), "line")
    unread = sum(use is LineUse.UNREAD for _, use in reading.uses)
    if unread:
        yield count_fact(unread, "line not read", "lines not read")


def _header(reading: Reading) -> Iterator[FactView]:
    metadata, header = reading.dump.metadata, reading.header
    captured = day_view(metadata.captured)
    facts = (
        ("Source", source_name(reading)),
        ("Listing", header.title),
        ("Listing of", _listing_day(header.date_text)),
        ("Saved", captured.text if captured else None),
        ("Query", metadata.query or header.query),
        *header.facts,
    )
    yield from (FactView(label=label, value=value) for label, value in facts if value)


def _listing_day(printed: str | None) -> str | None:
    """The day at the top of a listing as the site writes days; as printed where it cannot be read."""
    try:
        day = date_view(parse_printed_date(printed)) if printed else None
    except ValueError:
        return printed
    return f"{day.text}, {day.remark}" if day and day.remark else day.text if day else None


def _record_row(lookups: Lookups, reading: Reading, record: Record, href: Href) -> RecordRow:
    paper = lookups.papers.get(lookups.records.get((reading.dump.name, record.line), ""))
    differs = paper is None or fold_text(paper.title) != fold_text(record.title)
    last = "" if record.last_line == record.line else f"–{record.last_line}"
    return RecordRow(
        fragment=record_fragment(record.line),
        lines=f"line {record.line}" if not last else f"lines {record.line}{last}",
        row=row_view(lookups, paper, href) if paper else None,
        is_new=paper is not None and paper.provenance[0] == Provenance(reading.dump.name, record.line),
        printed_title=latex_to_html(record.title) if differs else None,
    )
