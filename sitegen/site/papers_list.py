"""The list of all papers."""

from dataclasses import dataclass

from sitegen.site import urls
from sitegen.site.frame import Frame, Link, make_frame, view_links
from sitegen.site.grouping import GroupSlice
from sitegen.site.lookups import Lookups
from sitegen.site.narrowing import Narrowing, make_narrowing
from sitegen.site.pagination import Pager, make_pager
from sitegen.site.rows import GroupView, group_views
from sitegen.site.wording import count_text, number_text


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersView:
    """One page of the list of all papers; `saved` are the views of the site, on the first."""

    frame: Frame
    total: str
    order: str
    saved: tuple[Link, ...]
    narrowing: Narrowing | None
    groups: tuple[GroupView, ...]
    pager: Pager | None


def make_papers_view(lookups: Lookups, page: int, pages: int, groups: tuple[GroupSlice, ...]) -> PapersView:
    """The view of page `page` of `pages`."""
    path = urls.papers_path(page)
    href = urls.href_from(path)
    total = count_text(len(lookups.ordered), "paper")
    return PapersView(
        frame=make_frame(
            lookups,
            path,
            title=page_title("All papers", page, pages),
            description=f"All {total} of the list, newest first{page_words(page, pages)}.",
        ),
        total=number_text(len(lookups.ordered)),
        order=order_sentence(len(lookups.ordered), len(lookups.ordered) - lookups.dated),
        saved=tuple(view_links(lookups, href)) if page == 1 else (),
        narrowing=make_narrowing(lookups, href, {}, len(lookups.ordered)),
        groups=group_views(lookups, groups, href),
        pager=make_pager(page, pages, lambda number: href(urls.papers_path(number))),
    )


def page_title(title: str, page: int, pages: int) -> str:
    """A title that differs from page to page."""
    return title if page == 1 else f"{title}, page {page} of {pages}"


def page_words(page: int, pages: int) -> str:
    """Which page of a list it is, to end a sentence; nothing where there is only one."""
    return f"; page {page} of {pages}" if pages > 1 else ""


def order_sentence(total: int, undated: int) -> str:
    """How a list of `total` papers is sorted, `undated` of which have no year that could place them; "" for one."""
    if total <= 1:
        return ""
    if undated == total:
        return "No date is known, so in the order in which the listings were saved."
    if undated:
        last = count_text(undated, "paper")
        return f"Newest first; {last} without a year at the end, in the order in which the listings were saved."
    return "Newest first."
