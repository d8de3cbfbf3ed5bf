"""The page of a saved view."""

from dataclasses import dataclass

from sitegen.config import Order
from sitegen.site import urls
from sitegen.site.frame import Frame, Link, make_frame
from sitegen.site.grouping import GroupSlice
from sitegen.site.lookups import Lookups
from sitegen.site.narrowing import Narrowing, make_narrowing
from sitegen.site.orders import ORDER_LABELS
from sitegen.site.pagination import Pager, make_pager
from sitegen.site.papers_list import order_sentence, page_title, page_words
from sitegen.site.rows import GroupView, group_views
from sitegen.site.saved import View
from sitegen.site.view_words import view_filters, view_query, view_words
from sitegen.site.wording import DESCRIPTION_LENGTH, count_text, cut_text, number_text


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedViewPage:
    """One page of a view's papers; `sentence` says what it asks for, `change` leads to these filters."""

    frame: Frame
    index: Link
    label: str
    description: str
    sentence: str
    change: str
    total: str
    order: str
    narrowing: Narrowing | None
    groups: tuple[GroupView, ...]
    pager: Pager | None


def make_saved_view_page(
    lookups: Lookups, number: int, page: int, pages: int, groups: tuple[GroupSlice, ...]
) -> SavedViewPage:
    """The view of page `page` of `pages` of the view at place `number` of site.yaml."""
    view = lookups.views[number]
    saved = view.saved
    path = urls.view_path(view.slug, page)
    href = urls.href_from(path)
    sentence = view_sentence(view)
    query = view_query(view)
    return SavedViewPage(
        frame=make_frame(
            lookups,
            path,
            title=page_title(saved.name, page, pages),
            description=cut_text(
                f"{saved.description or sentence.rstrip('.')}{page_words(page, pages)}", DESCRIPTION_LENGTH
            ),
        ),
        index=Link(label="All papers", href=href(urls.papers_path())),
        label=saved.name,
        description=saved.description,
        sentence=sentence,
        change=href(urls.papers_path()) + (f"?{query}" if query else ""),
        total=number_text(len(view.papers)),
        order=_order(lookups, view),
        narrowing=make_narrowing(lookups, href, view_filters(view), len(view.papers), usual=saved.sort),
        groups=group_views(lookups, groups, href),
        pager=make_pager(page, pages, lambda other: href(urls.view_path(view.slug, other))),
    )


def view_sentence(view: View) -> str:
    """How many papers a view has, and what they have in common."""
    return f"{count_text(len(view.papers), 'paper')} {view_words(view)}".strip() + "."


def _order(lookups: Lookups, view: View) -> str:
    if view.saved.sort is Order.DATE:
        undated = sum(lookups.places[paper] >= lookups.dated for paper in view.papers)
        return order_sentence(len(view.papers), undated)
    return "" if len(view.papers) <= 1 else f"{ORDER_LABELS[view.saved.sort].capitalize()}."
