"""The index of one kind of term, in its own order and by number of papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sitegen.config import TaxonomyKind
from sitegen.site import urls
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.dump_table import DumpRow, dump_row, dumps_words
from sitegen.site.frame import Frame, Link, make_frame
from sitegen.site.index_order import DIGITS, IndexSlice, has_sizes
from sitegen.site.lookups import Lookups
from sitegen.site.pagination import Pager, make_pager
from sitegen.site.papers_list import page_title
from sitegen.site.urls import Href
from sitegen.site.wording import count_text, number_text
from sitegen.taxonomy.terms import Taxonomy

# What a paper lacks that an index leaves out.
_LACKING = {
    TaxonomyKind.TOPICS: "without a topic",
    TaxonomyKind.AUTHORS: "without listed authors",
    TaxonomyKind.ORGANIZATIONS: "without an organization",
    TaxonomyKind.SUBJECTS: "without a subject",
    TaxonomyKind.YEARS: "without a year",
    TaxonomyKind.DUMPS: "from notes alone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One term of an index; `topic` is set where the index is that of the topics."""

    label: str
    href: str
    count: str
    description: str
    topic: TopicView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """The entries under one letter; `label` is "" where an index is not divided."""

    label: str
    fragment: str
    count: str
    continued: bool
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """One page of an index. `orders` leads to a long index in another order, `letters` to its sections.

    The index of dumps is a table, `dumps`, of what each brought; it has no sections.
    """

    frame: Frame
    label: str
    description: str
    order: str
    orders: tuple[Link, ...]
    letters: tuple[Link, ...]
    described: bool
    sections: tuple[SectionView, ...]
    dumps: tuple[DumpRow, ...]
    pager: Pager | None


def make_index_view(lookups: Lookups, index: IndexSlice) -> IndexView:
    """The view of one page of an index."""
    taxonomy = lookups.taxonomies[index.kind]
    path = urls.index_path(index.kind, index.page, by_size=index.by_size)
    href = urls.href_from(path)
    total = count_text(len(taxonomy.terms), taxonomy.singular.lower(), taxonomy.label.lower())
    title = f"{taxonomy.label} by number of papers" if index.by_size else taxonomy.label
    is_dumps = index.kind is TaxonomyKind.DUMPS
    sections = () if is_dumps else _sections(taxonomy, index, href)
    return IndexView(
        frame=make_frame(
            lookups,
            path,
            title=page_title(title, index.page, index.pages),
            description=f"{total} of the list, {_order_words(index)}.",
        ),
        label=taxonomy.label,
        description=f"{total}, {_coverage(lookups, index.kind)}.{dumps_words(lookups) if is_dumps else ''}",
        order=_capitalised(_order_words(index)),
        orders=_orders(index, href) if has_sizes(taxonomy) else (),
        letters=_letters(index, href),
        described=any(entry.description for section in sections for entry in section.entries),
        sections=sections,
        dumps=tuple(dump_row(lookups, taxonomy.terms[place], href) for _, place in index.entries) if is_dumps else (),
        pager=make_pager(
            index.page,
            index.pages,
            lambda number: href(urls.index_path(index.kind, number, by_size=index.by_size)),
        ),
    )


def _coverage(lookups: Lookups, kind: TaxonomyKind) -> str:
    """How many papers an index covers, and what the others lack."""
    covered = len(lookups.terms.get(kind, {}))
    rest = len(lookups.ordered) - covered
    return count_text(covered, "paper") + (f"; {number_text(rest)} {_LACKING[kind]}" if rest else "")


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _order_words(index: IndexSlice) -> str:
    if index.by_size:
        return "by number of papers"
    match index.kind:
        case TaxonomyKind.TOPICS:
            return "in the order of the list"
        case TaxonomyKind.DUMPS:
            return "last saved first"
        case TaxonomyKind.YEARS:
            return "newest first"
        case TaxonomyKind.AUTHORS:
            return "by the last word of the name"
        case _:
            return "from A to Z"


def _orders(index: IndexSlice, href: Href) -> tuple[Link, ...]:
    own = {
        TaxonomyKind.TOPICS: "In order",
        TaxonomyKind.DUMPS: "By saving",
        TaxonomyKind.YEARS: "By year",
    }.get(index.kind, "A–Z")
    addresses = (urls.index_path(index.kind), urls.index_path(index.kind, by_size=True))
    return tuple(
        Link(label=label, href=href(address), current="true" if is_current else None)
        for label, address, is_current in zip(
            (own, "By size"), addresses, (not index.by_size, index.by_size), strict=True
        )
    )


def _fragment(label: str) -> str:
    return f"letter-{'0' if label == DIGITS else label.lower()}" if label else "all"


def _letters(index: IndexSlice, href: Href) -> tuple[Link, ...]:
    if len(index.sections) <= 1:
        return ()
    here = urls.index_path(index.kind, index.page)
    return tuple(
        Link(
            label=label,
            href=(href(target) if (target := urls.index_path(index.kind, page)) != here else "")
            + f"#{_fragment(label)}",
        )
        for label, _, page in index.sections
    )


def _sections(taxonomy: Taxonomy, index: IndexSlice, href: Href) -> tuple[SectionView, ...]:
    totals = {label: (count, page) for label, count, page in index.sections}
    return tuple(
        SectionView(
            label=label,
            fragment=_fragment(label),
            count=number_text(totals[label][0]),
            continued=totals[label][1] < index.page,
            entries=_entries(taxonomy, [place for _, place in entries], href),
        )
        for label, entries in groupby(index.entries, key=lambda entry: entry[0])
    )


def _entries(taxonomy: Taxonomy, places: Sequence[int], href: Href) -> tuple[EntryView, ...]:
    terms = [taxonomy.terms[place] for place in places]
    return tuple(
        EntryView(
            label=term.label,
            href=href(urls.term_path(taxonomy.kind, term.slug)),
            count=number_text(len(term.papers)),
            description=term.description,
            topic=topic_view(term, href) if taxonomy.kind is TaxonomyKind.TOPICS else None,
        )
        for term in terms
    )
