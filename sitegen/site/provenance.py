"""Where what a paper's page says comes from: every record, and for every field the places it was read at."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model.paper import FieldSource, Origin, Paper, Provenance
from sitegen.site.lookups import Lookups
from sitegen.site.urls import Href
from sitegen.site.wording import DateView, day_view

_FIELDS = {
    "title": "Title",
    "authors": "Authors",
    "author_count": "Number of authors",
    "abstract": "Abstract",
    "date": "Date",
    "venue": "Venue",
    "subject": "Subject",
    "organizations": "Organizations",
    "arxiv_id": "arXiv number",
    "doi": "DOI",
    "urls": "Links",
    "has_code": "Code mark",
    "code_urls": "Code links",
    "score": "Score",
    "upvotes": "Upvotes",
    "comments": "Comments",
    "github_stars": "GitHub stars",
    "submitted_by": "Submitted by",
    "topics": "Topics",
    "status": "Status",
    "rating": "Rating",
}
_ORIGINS = {Origin.PRINTED: "as printed", Origin.NOTE: "from a note", Origin.INFERRED: "inferred"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of a file; `href` leads to the record there, where the site shows it."""

    file: str
    line: int
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """One record that was merged into a paper, and the day its dump was saved, if that is known."""

    place: Place
    captured: DateView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field of a paper: how it came to be known, and where."""

    label: str
    origin: str
    places: tuple[Place, ...]


def record_fragment(line: int) -> str:
    """The name of a record on its dump's page."""
    return f"L{line}"


def record_href(lookups: Lookups, dump: str, line: int, href: Href) -> str | None:
    """The address of a record, if the site shows its dump."""
    page = lookups.record_pages.get((dump, line))
    return None if page is None else f"{href(page)}#{record_fragment(line)}"


def record_views(lookups: Lookups, paper: Paper, href: Href) -> tuple[RecordView, ...]:
    """Every record of a paper."""
    return tuple(_record_view(lookups, each, href) for each in paper.provenance)


def _record_view(lookups: Lookups, each: Provenance, href: Href) -> RecordView:
    reading = lookups.readings.get(each.dump)
    place = Place(file=each.dump, line=each.line, href=record_href(lookups, each.dump, each.line, href))
    return RecordView(place=place, captured=day_view(reading.dump.metadata.captured) if reading else None)


def field_views(lookups: Lookups, paper: Paper, href: Href) -> tuple[FieldView, ...]:
    """Every field of a paper, in the order in which its page shows them."""
    return tuple(_field_views(lookups, paper, href))


def _field_views(lookups: Lookups, paper: Paper, href: Href) -> Iterator[FieldView]:
    order = {field: place for place, field in enumerate(_FIELDS)}
    groups: dict[tuple[str, Origin], list[FieldSource]] = {}
    for source in sorted(paper.field_sources, key=lambda each: (order.get(each.field, len(order)), each)):
        groups.setdefault((source.field, source.origin), []).append(source)
    for (field, origin), sources in groups.items():
        places = tuple(source_place(lookups, paper, source, href) for source in sources)
        yield FieldView(label=field_label(field, paper), origin=_ORIGINS[origin], places=places)


def field_label(field: str, paper: Paper) -> str:
    """What people call a field of the catalogue."""
    if field == "abstract" and paper.is_summary:
        return "Summary"
    return _FIELDS.get(field) or field.replace("_", " ").capitalize()


def source_place(lookups: Lookups, paper: Paper, source: FieldSource, href: Href) -> Place:
    """The line that a value was read at, with the way to its record."""
    starts = [each.line for each in paper.provenance if each.dump == source.file and each.line <= source.line]
    target = record_href(lookups, source.file, max(starts), href) if starts else None
    # The note's path stands above the table, and is too long for every row of it.
    file = "note" if source.file == paper.note_file else source.file
    return Place(file=file, line=source.line, href=target)
