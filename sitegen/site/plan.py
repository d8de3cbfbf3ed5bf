"""The plan of the site: every page, each path claimed once."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from sitegen.config import TaxonomyKind
from sitegen.model.paper import Paper
from sitegen.model.problems import Location, ProblemsError
from sitegen.site import urls
from sitegen.site.alike import with_likeness
from sitegen.site.changes import change_labels, make_changes_view
from sitegen.site.charts.page import make_charts_view
from sitegen.site.claims import refuse_collisions
from sitegen.site.dumps import make_dump_view
from sitegen.site.grouping import group_pages, month_group, year_group
from sitegen.site.health import make_health_view
from sitegen.site.home import make_home_view
from sitegen.site.index_order import index_slices
from sitegen.site.indexes import make_index_view
from sitegen.site.lookups import Lookups
from sitegen.site.map.page import make_map_view
from sitegen.site.my_list import make_my_list_view
from sitegen.site.page_lists import list_faults
from sitegen.site.pages import Page, PageKind, SharedView, Site
from sitegen.site.pagination import split_pages
from sitegen.site.paper_page import make_paper_view
from sitegen.site.papers_list import make_papers_view
from sitegen.site.plain_pages import (
    make_free_page_view,
    make_not_found_view,
    make_offline_view,
    make_redirect_view,
    make_search_view,
)
from sitegen.site.terms import make_term_view
from sitegen.site.view_page import make_saved_view_page
from sitegen.site.views import find_views, is_by_date
from sitegen.site.wording import origin_text
from sitegen.taxonomy.terms import Taxonomy

# Lists shorter than this are not divided by years.
GROUPED_FROM = 12


def plan_site(lookups: Lookups) -> Site:
    """Decide every page of the site, given what `make_lookups` makes.

    Raises ProblemsError when a path is claimed twice, naming all claimants, when a free page asks for a paper or a term
    that the site does not have, and for each unknown name in a saved view.
    """
    faults = tuple(list_faults(lookups))
    if faults:
        raise ProblemsError(faults)
    lookups = with_likeness(replace(lookups, views=find_views(lookups)))
    pages = tuple(_pages(lookups))
    refuse_collisions(pages)
    return Site(
        config=lookups.config,
        catalogue=lookups.catalogue,
        taxonomies=tuple(lookups.taxonomies.values()),
        assets=lookups.assets,
        lookups=lookups,
        shared=_shared_view(lookups),
        pages=pages,
    )


def _shared_view(lookups: Lookups) -> SharedView:
    config, catalogue = lookups.config, lookups.catalogue
    return SharedView(
        title=config.title,
        description=config.description,
        language=config.language,
        owner=config.owner,
        accent=config.accent,
        footer=config.footer,
        numbers=origin_text(len(catalogue.papers), lookups.noted, catalogue.record_count, len(lookups.readings)),
    )


def _pages(lookups: Lookups) -> Iterator[Page]:
    yield Page(kind=PageKind.HOME, path=urls.HOME, template="home.html", make_view=partial(make_home_view, lookups))
    yield from _paper_lists(lookups)
    for paper in lookups.ordered:
        yield from _paper_pages(lookups, paper)
    for taxonomy in lookups.taxonomies.values():
        yield from _index_pages(lookups, taxonomy)
        yield from _term_pages(lookups, taxonomy)
    yield from _view_pages(lookups)
    yield from _plain_pages(lookups)


def _paper_lists(lookups: Lookups) -> Iterator[Page]:
    labelled = [(year_group(paper), paper.id) for paper in lookups.ordered]
    for page, pages, groups in group_pages(labelled, lookups.config.page_size):
        yield Page(
            kind=PageKind.PAPERS,
            path=urls.papers_path(page),
            template="papers.html",
            make_view=partial(make_papers_view, lookups, page, pages, groups),
        )


def _paper_pages(lookups: Lookups, paper: Paper) -> Iterator[Page]:
    source = _source_of(paper)
    yield Page(
        kind=PageKind.PAPER,
        path=urls.paper_path(paper.id),
        template="paper.html",
        make_view=partial(make_paper_view, lookups, paper.id),
        subject=paper.id,
        source=source,
    )
    for alias in paper.aliases:
        yield Page(
            kind=PageKind.REDIRECT,
            path=urls.paper_path(alias),
            template="redirect.html",
            make_view=partial(make_redirect_view, lookups, alias, paper.id),
            subject=alias,
            source=source,
        )


def _source_of(paper: Paper) -> Location | None:
    if paper.note_file:
        return Location(paper.note_file)
    first = next(iter(paper.provenance), None)
    return Location(first.dump, first.line) if first else None


def _index_pages(lookups: Lookups, taxonomy: Taxonomy) -> Iterator[Page]:
    for index in index_slices(taxonomy, lookups.dump_order):
        yield Page(
            kind=PageKind.INDEX,
            path=urls.index_path(taxonomy.kind, index.page, by_size=index.by_size),
            template="index.html",
            make_view=partial(make_index_view, lookups, index),
            subject=taxonomy.kind,
        )


def _term_pages(lookups: Lookups, taxonomy: Taxonomy) -> Iterator[Page]:
    for number, term in enumerate(taxonomy.terms):
        if taxonomy.kind is TaxonomyKind.DUMPS and term.label in lookups.readings:
            yield from _dump_pages(lookups, number)
            continue
        group = month_group if taxonomy.kind is TaxonomyKind.YEARS else year_group
        papers = lookups.newest_first(term.papers)
        labelled = [(group(paper) if len(papers) >= GROUPED_FROM else "", paper.id) for paper in papers]
        for page, pages, groups in group_pages(labelled, lookups.config.page_size):
            yield Page(
                kind=PageKind.TERM,
                path=urls.term_path(taxonomy.kind, term.slug, page),
                template="term.html",
                make_view=partial(make_term_view, lookups, taxonomy.kind, number, page, pages, groups),
                subject=term.slug,
            )


def _view_pages(lookups: Lookups) -> Iterator[Page]:
    for number, view in enumerate(lookups.views):
        papers = [lookups.papers[paper_id] for paper_id in view.papers]
        divided = len(papers) >= GROUPED_FROM and is_by_date(view)
        labelled = [(year_group(paper) if divided else "", paper.id) for paper in papers]
        for page, pages, groups in group_pages(labelled, lookups.config.page_size):
            yield Page(
                kind=PageKind.VIEW,
                path=urls.view_path(view.slug, page),
                template="view.html",
                make_view=partial(make_saved_view_page, lookups, number, page, pages, groups),
                subject=view.slug,
                source=view.location,
            )


def _dump_pages(lookups: Lookups, number: int) -> Iterator[Page]:
    term = lookups.taxonomies[TaxonomyKind.DUMPS].terms[number]
    reading = lookups.readings[term.label]
    for page, pages, records in split_pages(reading.records, lookups.config.page_size):
        yield Page(
            kind=PageKind.DUMP,
            path=urls.term_path(TaxonomyKind.DUMPS, term.slug, page),
            template="dump.html",
            make_view=partial(make_dump_view, lookups, number, page, pages, tuple(records)),
            subject=term.slug,
            source=Location(reading.dump.file),
        )
    for page, pages, groups in group_pages(change_labels(lookups, term.label), lookups.config.page_size):
        yield Page(
            kind=PageKind.CHANGES,
            path=urls.changes_path(term.slug, page),
            template="changes.html",
            make_view=partial(make_changes_view, lookups, number, page, pages, groups),
            subject=term.slug,
            source=Location(reading.dump.file),
        )


def _plain_pages(lookups: Lookups) -> Iterator[Page]:
    if lookups.positions:
        yield Page(kind=PageKind.MAP, path=urls.MAP, template="map.html", make_view=partial(make_map_view, lookups))
    single = (
        (PageKind.CHARTS, urls.CHARTS, "charts.html", make_charts_view),
        (PageKind.MY_LIST, urls.MY_LIST, "my-list.html", make_my_list_view),
        (PageKind.SEARCH, urls.SEARCH, "search.html", make_search_view),
        (PageKind.HEALTH, urls.HEALTH, "health.html", make_health_view),
        (PageKind.OFFLINE, urls.OFFLINE, "offline.html", make_offline_view),
        (PageKind.NOT_FOUND, urls.NOT_FOUND, "404.html", make_not_found_view),
    )
    for kind, path, template, make_view in single:
        yield Page(kind=kind, path=path, template=template, make_view=partial(make_view, lookups))
    for page in lookups.free_pages:
        yield Page(
            kind=PageKind.FREE,
            path=urls.free_page_path(page.slug),
            template=page.template or "page.html",
            make_view=partial(make_free_page_view, lookups, page.slug),
            subject=page.slug,
            source=Location(page.file),
        )
