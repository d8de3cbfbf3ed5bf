"""The lists of papers that free pages ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.model.note import FreePage, PaperList
from sitegen.model.paper import Paper
from sitegen.model.problems import Location, Problem
from sitegen.model.suggestions import suggestion
from sitegen.model.text import fold_text
from sitegen.site.lookups import Lookups
from sitegen.site.rows import RowView, row_view
from sitegen.site.urls import Href
from sitegen.site.wording import number_text
from sitegen.taxonomy.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class PageListView:
    """A list of papers of a free page; `total` counts also those that a `limit` leaves out."""

    total: str
    rows: tuple[RowView, ...]


def list_faults(lookups: Lookups) -> Iterator[Problem]:
    """Every paper and term that a page's list names and the site does not have, at the line of the list."""
    for page in lookups.free_pages:
        for asked in page.lists:
            yield from _unknown_papers(lookups, page, asked)
            yield from _unknown_terms(lookups, page, asked)


def _unknown_papers(lookups: Lookups, page: FreePage, asked: PaperList) -> Iterator[Problem]:
    known = _by_id(lookups) if asked.papers else {}
    for paper_id in asked.papers:
        if paper_id not in known:
            message = f"`lists.{asked.name}`: no paper has the id `{paper_id}`{suggestion(paper_id, known)}"
            yield Problem(Location(page.file, asked.line), "unknown-id", message)


def _unknown_terms(lookups: Lookups, page: FreePage, asked: PaperList) -> Iterator[Problem]:
    location = Location(page.file, asked.line)
    for kind, names in asked.terms:
        taxonomy = lookups.taxonomies.get(TaxonomyKind(kind))
        if taxonomy is None:
            yield Problem(location, "unknown-term", f"`lists.{asked.name}`: this site has no {kind}")
            continue
        for name in names:
            if _term(taxonomy.terms, name) is None:
                tail = suggestion(name, (term.label for term in taxonomy.terms))
                message = f"`lists.{asked.name}.{kind}`: there is no `{name}`{tail}"
                yield Problem(location, "unknown-term", message)


def page_lists(lookups: Lookups, page: FreePage, href: Href) -> dict[str, PageListView]:
    """The lists of a page by name, in the order of its file; none of them may have a fault."""
    return {asked.name: _view(lookups, asked, href) for asked in page.lists}


def _view(lookups: Lookups, asked: PaperList, href: Href) -> PageListView:
    papers = tuple(_papers(lookups, asked))
    return PageListView(
        total=number_text(len(papers)), rows=tuple(row_view(lookups, paper, href) for paper in papers[: asked.limit])
    )


def _papers(lookups: Lookups, asked: PaperList) -> Iterator[Paper]:
    """The papers of a list: in the order in which they are named, else newest first."""
    if asked.papers:
        known = _by_id(lookups)
        yield from (known[paper_id] for paper_id in asked.papers)
        return
    groups = [_standing_under(lookups, kind, names) for kind, names in asked.terms]
    for paper in lookups.ordered:
        has_status = not asked.statuses or paper.status in asked.statuses
        has_rating = asked.rating is None or (paper.rating or 0) >= asked.rating
        if has_status and has_rating and all(paper.id in group for group in groups):
            yield paper


def _by_id(lookups: Lookups) -> dict[str, Paper]:
    """Every paper by its id, and by those that it had before."""
    former = {alias: paper for paper in lookups.ordered for alias in paper.aliases}
    return former | dict(lookups.papers)


def _standing_under(lookups: Lookups, kind: str, names: tuple[str, ...]) -> frozenset[str]:
    terms = lookups.taxonomies[TaxonomyKind(kind)].terms
    found = [term for name in names if (term := _term(terms, name))]
    return frozenset(paper_id for term in found for paper_id in term.papers)


def _term(terms: tuple[Term, ...], name: str) -> Term | None:
    """The term that a slug or a label stands for."""
    folded = fold_text(name)
    return next((term for term in terms if term.slug == name or fold_text(term.label) == folded), None)
