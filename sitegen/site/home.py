"""The first page: what the list is, what is new, and the ways in."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.site import urls
from sitegen.site.arrivals_view import ArrivalView, arrival_views
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.frame import Frame, Link, make_frame, ways_in
from sitegen.site.lookups import Lookups
from sitegen.site.news import NewestView, newest_view
from sitegen.site.rows import RowView, row_view
from sitegen.site.terms import term_facts
from sitegen.site.urls import Href
from sitegen.site.wording import FactView, count_fact, count_text, number_text

NEWEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The first page of the site."""

    frame: Frame
    title: str
    description: str
    facts: tuple[FactView, ...]
    total: str
    papers: str
    arrivals: tuple[ArrivalView, ...]
    news: NewestView | None
    newest: tuple[RowView, ...]
    topics: tuple[tuple[TopicView, str], ...]
    topics_href: str
    entries: tuple[Link, ...]


def make_home_view(lookups: Lookups) -> HomeView:
    """The view of the first page."""
    href = urls.href_from(urls.HOME)
    config = lookups.config
    topics = lookups.taxonomies.get(TaxonomyKind.TOPICS)
    return HomeView(
        frame=make_frame(lookups, urls.HOME, title=config.title, description=config.description or config.title),
        title=config.title,
        description=config.description,
        facts=tuple(_facts(lookups)),
        total=count_text(len(lookups.ordered), "paper"),
        papers=href(urls.papers_path()),
        arrivals=arrival_views(lookups, href),
        news=newest_view(lookups, href),
        newest=tuple(row_view(lookups, paper, href) for paper in lookups.ordered[:NEWEST]),
        topics=tuple(
            (topic_view(term, href), number_text(len(term.papers))) for term in (topics.terms if topics else ())
        ),
        topics_href=href(urls.index_path(TaxonomyKind.TOPICS)),
        entries=tuple(_entries(lookups, href)),
    )


def _facts(lookups: Lookups) -> Iterator[FactView]:
    papers, *rest = term_facts(lookups.ordered)
    yield papers
    for kind in (TaxonomyKind.AUTHORS, TaxonomyKind.TOPICS):
        if taxonomy := lookups.taxonomies.get(kind):
            yield count_fact(len(taxonomy.terms), taxonomy.singular.lower(), taxonomy.label.lower())
    yield from rest


def _entries(lookups: Lookups, href: Href) -> Iterator[Link]:
    yield from ways_in(lookups, href)
    if lookups.positions:
        yield Link(label="Map", href=href(urls.MAP))
    yield Link(label="Charts", href=href(urls.CHARTS))
    for page in lookups.free_pages:
        if page.in_navigation:
            yield Link(label=page.title, href=href(urls.free_page_path(page.slug)))
