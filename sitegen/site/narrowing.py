"""What a list page needs so that its papers can be filtered and sorted where scripts run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.config import Order, TaxonomyKind
from sitegen.site import urls
from sitegen.site.lookups import Lookups
from sitegen.site.orders import ORDER_LABELS
from sitegen.site.urls import Href

# What the filters call the kinds of terms.
_NAMES = {
    TaxonomyKind.TOPICS: "topic",
    TaxonomyKind.AUTHORS: "author",
    TaxonomyKind.ORGANIZATIONS: "organization",
    TaxonomyKind.SUBJECTS: "subject",
    TaxonomyKind.DUMPS: "dump",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    """An order to choose: its name in addresses and what it is called; `usual` for that of the list itself."""

    name: str
    label: str
    usual: bool


# So few papers are seen at once that nothing could narrow or sort them.
MOST_AT_A_GLANCE = 3

AS_PRINTED = OrderView(name="printed", label="as printed", usual=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """The `script` that waits for someone to filter, and what it then needs.

    `filters` and `index` are addresses of what it loads, `root` that of the site; `held` says in JSON by which filters
    the list itself can be had (see `static/search-chosen.js`).
    """

    script: str
    filters: str
    index: str
    root: str
    held: str
    orders: tuple[OrderView, ...]


def make_narrowing(
    lookups: Lookups, href: Href, held: Mapping[str, object], total: int, *, usual: Order | None = Order.DATE
) -> Narrowing | None:
    """The view for a list of the `total` papers that the filters `held` let through; None for a list seen at a glance.

    It is in the order `usual`, or for None in that in which a listing printed them.
    """
    if total <= MOST_AT_A_GLANCE:
        return None
    return Narrowing(
        script=href(lookups.assets.path("list-open.js")),
        filters=href(lookups.assets.path("list-page.js")),
        index=href(urls.SEARCH_INDEX),
        root=href(urls.HOME).removesuffix(urls.HOME) or "./",
        held=json.dumps(held, ensure_ascii=False, sort_keys=True),
        orders=(*(() if usual else (AS_PRINTED,)), *order_views(lookups, usual)),
    )


def held_by(kind: TaxonomyKind, slug: str) -> dict[str, object]:
    """The filters that let through the papers of one term."""
    if kind is TaxonomyKind.YEARS:
        return {"years": [int(slug), int(slug)]} if slug.isdecimal() else {"undated": True}
    return {_NAMES[kind]: [slug]}


def order_views(lookups: Lookups, usual: Order | None = None) -> tuple[OrderView, ...]:
    """The orders that are of use in this list, and the usual one in any case."""
    orders = (order for order in Order if order in lookups.orders or order is usual)
    return tuple(OrderView(name=order, label=ORDER_LABELS[order], usual=order is usual) for order in orders)
