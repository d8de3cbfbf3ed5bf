"""The page of one term: its papers, newest first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.paper import Paper
from sitegen.site import urls
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.frame import Frame, Link, make_frame
from sitegen.site.grouping import GroupSlice
from sitegen.site.lookups import Lookups
from sitegen.site.pagination import Pager, make_pager
from sitegen.site.papers_list import order_sentence, page_title
from sitegen.site.rows import GroupView, group_views
from sitegen.site.urls import Href
from sitegen.site.wording import FactView, count_fact, count_text, number_text
from sitegen.taxonomy.terms import Taxonomy, Term

# Neighbours that a term's page names at most.
MOST_NEIGHBOURS = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """One page of a term's papers; `topic` is set where the term is a topic."""

    frame: Frame
    singular: str
    index: Link
    label: str
    topic: TopicView | None
    description: str
    facts: tuple[FactView, ...]
    total: str
    order: str
    groups: tuple[GroupView, ...]
    pager: Pager | None
    neighbours_label: str
    neighbours: tuple[Link, ...]
    topics: tuple[tuple[TopicView, str], ...]


def make_term_view(
    lookups: Lookups, kind: TaxonomyKind, number: int, page: int, pages: int, groups: tuple[GroupSlice, ...]
) -> TermView:
    """The view of page `page` of `pages` of the term that stands at place `number` of its taxonomy."""
    taxonomy = lookups.taxonomies[kind]
    term = taxonomy.terms[number]
    path = urls.term_path(kind, term.slug, page)
    papers = lookups.newest_first(term.papers)

    def href(target: str) -> str:
        return urls.relative_url(path, target)

    return TermView(
        frame=make_frame(
            lookups,
            path,
            title=page_title(term.label, page, pages),
            description=term.description or f"{taxonomy.singular} {term.label}: {count_text(len(papers), 'paper')}.",
        ),
        singular=taxonomy.singular,
        index=Link(label=taxonomy.label, href=href(urls.index_path(kind))),
        label=term.label,
        topic=topic_view(term, href) if kind is TaxonomyKind.TOPICS else None,
        description=term.description,
        facts=tuple(term_facts(papers)),
        total=number_text(len(papers)),
        order=order_sentence(papers),
        groups=group_views(lookups, groups, href),
        pager=make_pager(page, pages, lambda other: href(urls.term_path(kind, term.slug, other))),
        neighbours_label=_neighbours_label(kind),
        neighbours=_neighbours(lookups, taxonomy, term, papers, href) if page == 1 else (),
        topics=_topics(lookups, kind, papers, href) if page == 1 else (),
    )


def term_facts(papers: tuple[Paper, ...]) -> Iterator[FactView]:
    """What can be counted in a few papers: how many, from when to when, how many with code."""
    yield count_fact(len(papers), "paper")
    years = [paper.date.year for paper in papers if paper.date and paper.date.year]
    if years:
        yield FactView(value=str(years[0]) if years[0] == years[-1] else f"{years[-1]}–{years[0]}")
    with_code = sum(paper.has_code or bool(paper.code_urls) for paper in papers)
    if with_code:
        yield FactView(value=number_text(with_code), label="with code")


def _neighbours_label(kind: TaxonomyKind) -> str:
    return "Co-authors" if kind is TaxonomyKind.AUTHORS else "Often together with"


def _neighbours(
    lookups: Lookups, taxonomy: Taxonomy, term: Term, papers: tuple[Paper, ...], href: Href
) -> tuple[Link, ...]:
    """Terms of the same kind that share papers with this one, the most shared first."""
    if taxonomy.kind not in {TaxonomyKind.AUTHORS, TaxonomyKind.TOPICS}:
        return ()
    shared = Counter(other.slug for paper in papers for other in lookups.terms_of(taxonomy.kind, paper))
    del shared[term.slug]
    labels = {other.slug: other.label for paper in papers for other in lookups.terms_of(taxonomy.kind, paper)}
    most = sorted(shared.items(), key=lambda item: (-item[1], labels[item[0]], item[0]))[:MOST_NEIGHBOURS]
    return tuple(
        Link(label=labels[slug], href=href(urls.term_path(taxonomy.kind, slug)), count=number_text(count))
        for slug, count in most
    )


def _topics(
    lookups: Lookups, kind: TaxonomyKind, papers: tuple[Paper, ...], href: Href
) -> tuple[tuple[TopicView, str], ...]:
    """The topics of the papers of another kind of term, the most frequent first."""
    if kind is TaxonomyKind.TOPICS:
        return ()
    counts = Counter(term for paper in papers for term in lookups.terms_of(TaxonomyKind.TOPICS, paper))
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0].number))[:MOST_NEIGHBOURS]
    return tuple((topic_view(term, href), number_text(count)) for term, count in most)
