"""What the views of all pages look things up in, computed once."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sitegen.config import Config, Order, TaxonomyKind
from sitegen.likeness.related import Related
from sitegen.model.dump import Reading
from sitegen.model.note import FreePage
from sitegen.model.paper import Arrival, Catalogue, Paper, Revision, years_of
from sitegen.model.text import fold_text
from sitegen.site.arrivals import recent_sources
from sitegen.site.assets import Assets
from sitegen.site.brand import logo_width
from sitegen.site.further import Further
from sitegen.site.orders import added_days, useful_orders
from sitegen.site.saved import View
from sitegen.site.urls import term_path
from sitegen.taxonomy.terms import Taxonomy, Term, TopicMatch

Told = TypeVar("Told", Arrival, Revision)
TermsByPaper = Mapping[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookups:
    """The frozen context of every view.

    `ordered` is the list of all papers as shown, newest first; `places` gives each paper's place in it, and
    the first `dated` of it have a year; `noted` papers are in no listing. `terms` holds
    for each kind that the site shows, by paper, the terms it stands under. `records` leads from a record (dump, line)
    to the id of its paper, `record_pages` to the page that shows it.
    `dump_order` names the dumps as they were saved, first captured first and those that do not say when last;
    `arrivals` and `revisions` hold by dump what each brought. `sources` has the newest sources by name, oldest
    first, each with the key that stands for it on pages. `added` has by paper the day on which it came to the list,
    where known, and `orders` the orders in which lists can be shown. `logo_width` is that of the owner's logo, if any.

    Only a plan of pages fills the last five, which else are empty: `views` are those that site.yaml names, `related`
    has, by paper, the papers like it, `further` others where those are few, and `positions` where it stands on the map,
    which is `map_height` high (nowhere in a list too short for one).
    """

    config: Config
    catalogue: Catalogue
    taxonomies: Mapping[TaxonomyKind, Taxonomy]
    readings: Mapping[str, Reading]
    free_pages: tuple[FreePage, ...]
    topic_matches: Mapping[str, tuple[TopicMatch, ...]]
    assets: Assets
    papers: Mapping[str, Paper]
    ordered: tuple[Paper, ...]
    places: Mapping[str, int]
    dated: int
    noted: int
    terms: Mapping[TaxonomyKind, TermsByPaper]
    records: Mapping[tuple[str, int], str]
    record_pages: Mapping[tuple[str, int], str]
    dump_order: tuple[str, ...]
    arrivals: Mapping[str, tuple[Arrival, ...]]
    added: Mapping[str, datetime.date]
    orders: tuple[Order, ...]
    revisions: Mapping[str, tuple[Revision, ...]]
    sources: Mapping[str, str]
    logo_width: int | None
    views: tuple[View, ...] = ()
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    further: Mapping[str, tuple[Further, ...]] = field(default_factory=dict)
    positions: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    map_height: int = 0

    def terms_of(self, kind: TaxonomyKind, paper: Paper) -> tuple[Term, ...]:
        """The terms of one kind that a paper stands under; none when the site does not show that kind."""
        return self.terms.get(kind, {}).get(paper.id, ())

    def term_named(self, kind: TaxonomyKind, paper: Paper, name: str) -> Term | None:
        """The paper's own term that a printed name stands for, if the site has a page for it."""
        terms = self.terms_of(kind, paper)
        for term in terms:
            if term.label == name:
                return term
        folded = fold_text(name) if terms else ""
        return next((term for term in terms if fold_text(term.label) == folded), None)

    def newest_first(self, ids: Iterable[str]) -> tuple[Paper, ...]:
        """Papers in the order of the list."""
        return tuple(self.ordered[place] for place in sorted(self.places[paper_id] for paper_id in ids))


def reading_order(papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """Newest first; then papers whose day is known but not the year, then those without a date, as in the catalogue."""
    return tuple(sorted(papers, key=_age))


def _age(paper: Paper) -> tuple[int, int, int]:
    year, month, day = paper.date.sort_key if paper.date else (0, 0, 0)
    return -year, -month, -day


def make_lookups(
    *,
    config: Config,
    catalogue: Catalogue,
    taxonomies: Iterable[Taxonomy],
    readings: Iterable[Reading],
    free_pages: Iterable[FreePage],
    topic_matches: Mapping[str, tuple[TopicMatch, ...]],
    assets: Assets,
) -> Lookups:
    """Index the catalogue, its taxonomies and its dumps: what search needs, and what a plan of pages begins with.

    The plan adds what only pages show: saved views, and which papers are like one another (`with_likeness`).
    """
    by_kind = {taxonomy.kind: taxonomy for taxonomy in taxonomies if taxonomy.kind in config.taxonomies}
    ordered = reading_order(catalogue.papers)
    arrivals = _by_dump(catalogue.history.arrivals)
    known_readings = {reading.dump.name: reading for reading in sorted(readings, key=lambda each: each.dump.name)}
    added = added_days(ordered, known_readings, arrivals)
    return Lookups(
        config=config,
        catalogue=catalogue,
        taxonomies={kind: by_kind[kind] for kind in config.taxonomies if kind in by_kind},
        readings=known_readings,
        free_pages=tuple(sorted(free_pages, key=lambda page: (page.order, page.slug))),
        topic_matches=topic_matches,
        assets=assets,
        papers={paper.id: paper for paper in catalogue.papers},
        ordered=ordered,
        places={paper.id: place for place, paper in enumerate(ordered)},
        dated=len(years_of(ordered)),
        noted=sum(not paper.provenance for paper in ordered),
        terms={kind: _terms_by_paper(taxonomy) for kind, taxonomy in by_kind.items()},
        records={(each.dump, each.line): paper.id for paper in ordered for each in paper.provenance},
        record_pages=_record_pages(by_kind.get(TaxonomyKind.DUMPS), known_readings, config.page_size),
        dump_order=tuple(sorted(known_readings, key=lambda name: (_captured(known_readings[name]), name))),
        arrivals=arrivals,
        added=added,
        orders=useful_orders(ordered, added),
        revisions=_by_dump(catalogue.history.revisions),
        sources=recent_sources(known_readings, ordered),
        logo_width=logo_width(config, assets),
    )


def _captured(reading: Reading) -> datetime.date:
    return reading.dump.metadata.captured or datetime.date.max


def _by_dump(items: Iterable[Told]) -> dict[str, tuple[Told, ...]]:
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for item in items:
        found[item.dump].append(item)
    return {dump: tuple(each) for dump, each in found.items()}


def _terms_by_paper(taxonomy: Taxonomy) -> TermsByPaper:
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for term in taxonomy.terms:
        for paper_id in term.papers:
            found[paper_id].append(term)
    return {paper_id: tuple(terms) for paper_id, terms in found.items()}


def _record_pages(dumps: Taxonomy | None, readings: Mapping[str, Reading], size: int) -> dict[tuple[str, int], str]:
    return {
        (term.label, record.line): term_path(TaxonomyKind.DUMPS, term.slug, place // size + 1)
        for term in (dumps.terms if dumps else ())
        if term.label in readings
        for place, record in enumerate(readings[term.label].records)
    }
