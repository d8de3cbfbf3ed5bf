"""The papers like one, and others by its authors or on its topics, as rows that say why."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from sitegen.markup.latex import latex_to_html
from sitegen.model.paper import Paper
from sitegen.site import wording
from sitegen.site.chips import MarkView, RatingView, mark_view, rating_view
from sitegen.site.further import Further
from sitegen.site.known import KnownView, known_view
from sitegen.site.lookups import Lookups
from sitegen.site.rows import byline
from sitegen.site.urls import Href, paper_path
from sitegen.site.wording import DateView

# Authors that a related paper's row names before it counts the rest.
MOST_AUTHORS = 4
# Shared authors that are named before they are counted.
MOST_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """A paper beside another; `terms` are what it shares, `authors` says how many authors too, or None.

    Where the two are not alike, `terms` are none and `reason` says why it is there.
    """

    known: KnownView
    href: str
    title: Markup
    byline: str | None
    terms: tuple[str, ...]
    authors: str | None
    reason: str | None
    mark: MarkView
    rating: RatingView | None
    star: bool
    date: DateView | None


def related_views(lookups: Lookups, paper: Paper, href: Href) -> tuple[RelatedView, ...]:
    """The papers like one, the nearest first."""
    views = []
    for related in lookups.related[paper.id]:
        other = lookups.papers[related.paper]
        view = _view(lookups, other, href)
        views.append(replace(view, terms=related.terms, authors=_authors(paper, other, related.authors)))
    return tuple(views)


def further_views(lookups: Lookups, paper: Paper, href: Href) -> tuple[RelatedView, ...]:
    """Others by the authors of a paper or on its topics, where few are like it."""
    return tuple(
        replace(_view(lookups, lookups.papers[further.paper], href), reason=_reason(further))
        for further in lookups.further.get(paper.id, ())
    )


def _view(lookups: Lookups, other: Paper, href: Href) -> RelatedView:
    return RelatedView(
        known=known_view(lookups, other),
        href=href(paper_path(other.id)),
        title=latex_to_html(other.title, links=False),
        byline=byline(other, most=MOST_AUTHORS),
        terms=(),
        authors=None,
        reason=None,
        mark=mark_view(other.status),
        rating=rating_view(other.rating),
        star=other.star,
        date=wording.date_view(other.date, inferred=other.date_inferred),
    )


def _reason(further: Further) -> str:
    """Whose paper it is too, or else on what."""
    if len(further.authors) > MOST_NAMED:
        return f"Also by {len(further.authors)} of the authors"
    if further.authors:
        return f"Also by {wording.words_list(further.authors)}"
    return f"Also on {wording.words_list(further.topics)}"


def _authors(paper: Paper, other: Paper, shared: int) -> str | None:
    if not shared:
        return None
    complete = not (paper.authors_truncated or other.authors_truncated)
    if complete and 1 < shared == len(paper.authors) == len(other.authors):
        return "all authors"
    return wording.count_text(shared, "author")
