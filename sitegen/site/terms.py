"""The page of one term: its papers, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.markup.latex import latex_to_text
from sitegen.model.paper import Paper, years_of
from sitegen.site import urls
from sitegen.site.chips import TopicView, topic_view
from sitegen.site.company import MOST_NAMED, Words, company_sentence, frequent, printed_forms
from sitegen.site.frame import Frame, Link, make_frame
from sitegen.site.grouping import GroupSlice
from sitegen.site.lookups import Lookups
from sitegen.site.narrowing import Narrowing, held_by, make_narrowing
from sitegen.site.pagination import Pager, make_pager
from sitegen.site.papers_list import order_sentence, page_title, page_words
from sitegen.site.rows import GroupView, group_views
from sitegen.site.urls import Href
from sitegen.site.wording import DESCRIPTION_LENGTH, FactView, count_fact, count_text, cut_text, number_text
from sitegen.site.years_active import YearColumn, year_columns
from sitegen.taxonomy.terms import Term

# Co-authors or topics that a term's page shows at once, and that it names at most.
FIRST_NEIGHBOURS, MOST_NEIGHBOURS = 6, 200

_PREPOSITIONS = {
    TaxonomyKind.TOPICS: "on",
    TaxonomyKind.AUTHORS: "by",
    TaxonomyKind.ORGANIZATIONS: "from",
    TaxonomyKind.SUBJECTS: "in",
    TaxonomyKind.YEARS: "of",
    TaxonomyKind.DUMPS: "in",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """One page of a term's papers; `topic` is set where the term is a topic.

    What takes all papers of the term to find out stands on the first page alone, so that a term with many pages does
    not take time with the square of their number.
    """

    frame: Frame
    singular: str
    index: Link
    label: str
    topic: TopicView | None
    description: str
    sentence: tuple[Words, ...]
    facts: tuple[FactView, ...]
    years: tuple[YearColumn, ...]
    years_remark: str
    total: str
    order: str
    narrowing: Narrowing | None
    groups: tuple[GroupView, ...]
    pager: Pager | None
    people_label: str
    people: tuple[Link, ...]
    more_people: tuple[Link, ...]
    topics: tuple[tuple[TopicView, str], ...]
    more_topics: tuple[tuple[TopicView, str], ...]


def make_term_view(
    lookups: Lookups, kind: TaxonomyKind, number: int, page: int, pages: int, groups: tuple[GroupSlice, ...]
) -> TermView:
    """The view of page `page` of `pages` of the term that stands at place `number` of its taxonomy."""
    taxonomy = lookups.taxonomies[kind]
    term = taxonomy.terms[number]
    path = urls.term_path(kind, term.slug, page)
    papers = lookups.newest_first(term.papers) if page == 1 else ()
    href = urls.href_from(path)
    people = _people(lookups, kind, term, papers, href)
    topics = _topics(lookups, term, papers, href)
    return TermView(
        frame=make_frame(
            lookups,
            path,
            title=page_title(term.label, page, pages),
            description=_description(lookups, kind, term, page_words(page, pages), groups),
        ),
        singular=taxonomy.singular,
        index=Link(label=taxonomy.label, href=href(urls.index_path(kind))),
        label=term.label,
        topic=topic_view(term, href) if kind is TaxonomyKind.TOPICS else None,
        description=term.description,
        facts=tuple(_facts(kind, term, papers)) if page == 1 else (),
        sentence=company_sentence(lookups, kind, term, papers, href),
        years=year_columns(papers),
        years_remark=_years_remark(papers),
        total=number_text(len(term.papers)),
        order=_order(lookups, papers) if page == 1 else "Newest first.",
        narrowing=make_narrowing(lookups, href, held_by(kind, term.slug), len(term.papers)),
        groups=group_views(lookups, groups, href),
        pager=make_pager(page, pages, lambda other: href(urls.term_path(kind, term.slug, other))),
        people_label="Co-authors" if kind is TaxonomyKind.AUTHORS else "Authors",
        people=people[:FIRST_NEIGHBOURS],
        more_people=people[FIRST_NEIGHBOURS:],
        topics=topics[:FIRST_NEIGHBOURS],
        more_topics=topics[FIRST_NEIGHBOURS:],
    )


def _description(lookups: Lookups, kind: TaxonomyKind, term: Term, page: str, groups: tuple[GroupSlice, ...]) -> str:
    """How many papers of which term, what it is about, and as many titles of this page as there is room for."""
    titles = "; ".join(latex_to_text(lookups.papers[paper_id].title) for group in groups for paper_id in group.papers)
    about = f"{term.description.rstrip('.')}. {titles}" if term.description else titles
    lead = f"{count_text(len(term.papers), 'paper')} {_PREPOSITIONS[kind]} {term.label}{page}"
    return cut_text(f"{lead}: {about}", DESCRIPTION_LENGTH)


def _order(lookups: Lookups, papers: tuple[Paper, ...]) -> str:
    undated = sum(lookups.places[paper.id] >= lookups.dated for paper in papers)
    return order_sentence(len(papers), undated)


def _years_remark(papers: tuple[Paper, ...]) -> str:
    """How many papers the columns of years show, where it is not all."""
    dated = len(years_of(papers))
    return (
        f"{number_text(dated)} of {count_text(len(papers), 'paper')}: the others have no year."
        if dated < len(papers)
        else ""
    )


def term_facts(papers: tuple[Paper, ...]) -> Iterator[FactView]:
    """What can be counted in a few papers: how many, from when to when, how many with code, how many without a year."""
    yield count_fact(len(papers), "paper")
    years = years_of(papers)
    if years:
        yield FactView(value=str(years[0]) if years[0] == years[-1] else f"{years[-1]}–{years[0]}")
    yield from _with_code(papers)
    if 0 < len(years) < len(papers):
        yield FactView(value=number_text(len(papers) - len(years)), label="without a year")


def _with_code(papers: tuple[Paper, ...]) -> Iterator[FactView]:
    with_code = sum(paper.is_with_code for paper in papers)
    if with_code:
        yield FactView(value=number_text(with_code), label="with code")


def _facts(kind: TaxonomyKind, term: Term, papers: tuple[Paper, ...]) -> Iterator[FactView]:
    """What the sentence about a term does not say: its papers with code, and the forms of a name."""
    yield from _with_code(papers)
    forms = printed_forms(term.label, papers) if kind is TaxonomyKind.AUTHORS else ""
    if forms:
        yield FactView(value=forms, label="as printed")


def _people(
    lookups: Lookups, kind: TaxonomyKind, term: Term, papers: tuple[Paper, ...], href: Href
) -> tuple[Link, ...]:
    """The authors of an author's papers but for that one, or those with two papers of another term: most first.

    Nobody is repeated whom the sentence about a single paper names.
    """
    least = 1 if kind is TaxonomyKind.AUTHORS else 2
    people = tuple(
        Link(label=other.label, href=href(urls.term_path(TaxonomyKind.AUTHORS, other.slug)), count=number_text(count))
        for other, count in frequent(lookups, TaxonomyKind.AUTHORS, papers)
        if count >= least and not (kind is TaxonomyKind.AUTHORS and other == term)
    )
    return () if len(papers) == 1 and len(people) <= MOST_NAMED else people[:MOST_NEIGHBOURS]


def _topics(lookups: Lookups, term: Term, papers: tuple[Paper, ...], href: Href) -> tuple[tuple[TopicView, str], ...]:
    """The topics of a term's papers, the most frequent first, but for the term itself; a single paper tells its own."""
    if len(papers) == 1:
        return ()
    return tuple(
        (topic_view(other, href), number_text(count))
        for other, count in frequent(lookups, TaxonomyKind.TOPICS, papers)
        if other != term
    )[:MOST_NEIGHBOURS]
