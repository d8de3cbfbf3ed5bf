"""Papers as rows of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.markup.latex import latex_to_html, latex_to_text
from sitegen.model.paper import Paper
from sitegen.site import wording
from sitegen.site.chips import MarkView, RatingView, TopicView, mark_view, rating_view, topic_views
from sitegen.site.grouping import GroupSlice
from sitegen.site.known import KnownView, known_view
from sitegen.site.lookups import Lookups
from sitegen.site.outward import WayOut, way_out
from sitegen.site.urls import Href, paper_path
from sitegen.site.wording import DateView

# Authors that a row names before it counts the rest.
ROW_AUTHORS = 8
ROW_SUMMARY = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A paper in a list; what is None is said in words by the template or left out."""

    known: KnownView
    href: str
    title: Markup
    byline: str | None
    organizations: tuple[str, ...]
    summary: Markup | None
    topics: tuple[TopicView, ...]
    mark: MarkView
    rating: RatingView | None
    star: bool
    date: DateView | None
    score: str | None
    has_code: bool
    way_out: WayOut | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A heading with its rows; `label` is "" where a list is not divided."""

    label: str
    count: str
    continued: bool
    rows: tuple[RowView, ...]


def byline(paper: Paper, *, most: int = ROW_AUTHORS) -> str | None:
    """The authors in a line; None when no listing names or counts them."""
    if not paper.authors:
        return wording.count_text(paper.author_count, "author") if paper.author_count else None
    rest = len(paper.authors) - most
    # A single one left is named, not counted: that takes no more room.
    names = ", ".join(paper.authors[: most if rest > 1 else None])
    if rest > 1:
        names += f" and {rest} more"
    # The two words stay together at the end of a line.
    return f"{names} et\u00a0al." if paper.authors_truncated else names


def row_view(lookups: Lookups, paper: Paper, href: Href) -> RowView:
    """One paper as a row of a list."""
    summary = latex_to_text(paper.abstract) if paper.is_summary else ""
    return RowView(
        known=known_view(lookups, paper),
        href=href(paper_path(paper.id)),
        title=latex_to_html(paper.title, links=False),
        byline=byline(paper),
        organizations=paper.organizations,
        summary=Markup.escape(summary) if 0 < len(summary) <= ROW_SUMMARY else None,
        topics=topic_views(lookups, paper, href),
        mark=mark_view(paper.status),
        rating=rating_view(paper.rating),
        star=paper.star,
        date=wording.date_view(paper.date, inferred=paper.date_inferred),
        score=None if paper.score is None else wording.decimal_text(paper.score),
        has_code=paper.is_with_code,
        way_out=way_out(paper),
    )


def group_views(lookups: Lookups, groups: Sequence[GroupSlice], href: Href) -> tuple[GroupView, ...]:
    """The rows of one page under their headings."""
    return tuple(
        GroupView(
            label=group.label,
            count=wording.number_text(group.total),
            continued=group.continued,
            rows=tuple(row_view(lookups, lookups.papers[paper_id], href) for paper_id in group.papers),
        )
        for group in groups
    )
