"""The papers like one, as rows that say why."""

from dataclasses import dataclass

from markupsafe import Markup

from sitegen.likeness.related import Related
from sitegen.markup.latex import latex_to_html
from sitegen.model.paper import Paper
from sitegen.site import wording
from sitegen.site.chips import MarkView, RatingView, mark_view, rating_view
from sitegen.site.known import KnownView, known_view
from sitegen.site.lookups import Lookups
from sitegen.site.rows import byline
from sitegen.site.urls import Href, paper_path
from sitegen.site.wording import DateView

# Authors that a related paper's row names before it counts the rest.
MOST_AUTHORS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """A related paper; `terms` are what it shares, `authors` says how many authors too, or None."""

    known: KnownView
    href: str
    title: Markup
    byline: str | None
    terms: tuple[str, ...]
    authors: str | None
    mark: MarkView
    rating: RatingView | None
    star: bool
    date: DateView | None


def related_views(lookups: Lookups, paper: Paper, href: Href) -> tuple[RelatedView, ...]:
    """The papers like one, the nearest first."""
    return tuple(_view(lookups, paper, related, href) for related in lookups.related[paper.id])


def _view(lookups: Lookups, paper: Paper, related: Related, href: Href) -> RelatedView:
    other = lookups.papers[related.paper]
    return RelatedView(
        known=known_view(lookups, other),
        href=href(paper_path(other.id)),
        title=latex_to_html(other.title, links=False),
        byline=byline(other, most=MOST_AUTHORS),
        terms=related.terms,
        authors=_authors(paper, other, related.authors),
        mark=mark_view(other.status),
        rating=rating_view(other.rating),
        star=other.star,
        date=wording.date_view(other.date, inferred=other.date_inferred),
    )


def _authors(paper: Paper, other: Paper, shared: int) -> str | None:
    if not shared:
        return None
    complete = not (paper.authors_truncated or other.authors_truncated)
    if complete and 1 < shared == len(paper.authors) == len(other.authors):
        return "all authors"
    return wording.count_text(shared, "author")
