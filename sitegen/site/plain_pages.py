"""Free pages, the search page, redirects and the page of addresses that do not exist."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.markup.latex import latex_to_html, latex_to_text
from sitegen.model.note import FreePage
from sitegen.model.problems import Location
from sitegen.site import urls
from sitegen.site.frame import Frame, Link, make_frame, ways_in
from sitegen.site.lookups import Lookups
from sitegen.site.narrowing import OrderView, order_views
from sitegen.site.own_words import own_words
from sitegen.site.page_lists import PageListView, page_lists
from sitegen.site.scripts import EARLY_SCRIPT
from sitegen.site.urls import Href
from sitegen.site.wording import DateView, count_text, day_view


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePageView:
    """A page that the owner wrote.

    `fields` and `lists` are what its file says under these names, the papers of each list as rows; `kin` are the pages
    that have the same template, itself among them, in their order. All three are empty without a template of its own.
    """

    frame: Frame
    title: str
    description: str | None
    body: Markup
    fields: Mapping[str, object]
    lists: Mapping[str, PageListView]
    kin: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search page: how much there is to search, and the addresses of its script and of the index.

    `early` is the script that runs before the page is there, and starts a worker with `start`; None until the index
    is made.
    `count` is the number of papers, `total` the same in words; `saved` is the day of the newest listing, where known.
    `orders` are those that hits can have beside that by relevance; `map` leads to the map, where there is one.
    """

    frame: Frame
    count: int
    total: str
    saved: DateView | None
    early: Markup
    start: str | None
    script: str
    index: str
    orders: tuple[OrderView, ...]
    map: str | None
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineView:
    """The page about reading without a connection, which stands in for pages that are not kept.

    `files` is the list of all that can be kept, from the site's root.
    """

    frame: Frame
    files: str
    script: str
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """A page that only leads to the page of a paper."""

    frame: Frame
    title: Markup
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """The page for addresses that do not exist.

    A server shows it at any depth, so its links start with `root`, the path of the site on its server, and the style
    and the scripts that it cannot do without stand in the page itself. `root` is "" without a base_url.
    """

    frame: Frame
    root: str
    style: Markup
    script: Markup
    finder: Markup
    keys: Markup
    offline: Markup
    entries: tuple[Link, ...]


def make_free_page_view(lookups: Lookups, slug: str) -> FreePageView:
    """The view of a free page."""
    page = next(page for page in lookups.free_pages if page.slug == slug)
    description = page.description or f"{page.title}: {lookups.config.title}"
    path = urls.free_page_path(slug)
    href = urls.href_from(path)
    return FreePageView(
        frame=make_frame(lookups, path, title=page.title, description=description),
        title=page.title,
        description=page.description,
        body=own_words(page.body, Location(page.file, page.body_line), first_heading=2),
        fields=page.fields,
        lists=page_lists(lookups, page, href),
        kin=tuple(_kin(lookups, page, href)),
    )


def _kin(lookups: Lookups, page: FreePage, href: Href) -> Iterator[Link]:
    for other in lookups.free_pages:
        if page.template is not None and other.template == page.template:
            current = "page" if other.slug == page.slug else None
            yield Link(label=other.title, href=href(urls.free_page_path(other.slug)), current=current)


def make_search_view(lookups: Lookups, start: str | None = None) -> SearchView:
    """The view of the search page; `start` is the path of the script that answers its first question."""
    href = urls.href_from(urls.SEARCH)
    total = count_text(len(lookups.ordered), "paper")
    return SearchView(
        frame=make_frame(
            lookups, urls.SEARCH, title="Search", description=f"Search {total} by title, author, topic and abstract."
        ),
        count=len(lookups.ordered),
        total=total,
        saved=day_view(_newest_listing(lookups)),
        early=_inlined(lookups.assets.content(EARLY_SCRIPT)),
        start=href(start) if start else None,
        script=href(lookups.assets.path("search-page.js")),
        index=href(urls.SEARCH_INDEX),
        orders=order_views(lookups),
        map=href(urls.MAP) if lookups.positions else None,
        entries=tuple(ways_in(lookups, href)),
    )


def _newest_listing(lookups: Lookups) -> datetime.date | None:
    days = (reading.dump.metadata.captured for reading in lookups.readings.values())
    return max((day for day in days if day), default=None)


def make_offline_view(lookups: Lookups) -> OfflineView:
    """The view of the page about reading without a connection."""
    href = urls.href_from(urls.OFFLINE)
    description = f"What of {lookups.config.title} can be read without a connection."
    return OfflineView(
        frame=make_frame(lookups, urls.OFFLINE, title="Reading without a connection", description=description),
        files=urls.OFFLINE_FILES,
        script=href(lookups.assets.path("offline-page.js")),
        entries=tuple(ways_in(lookups, href)),
    )


def make_redirect_view(lookups: Lookups, alias: str, paper_id: str) -> RedirectView:
    """The view of the page at an address that a paper had before; its canonical link is the paper's."""
    path, target = urls.paper_path(alias), urls.paper_path(paper_id)
    paper = lookups.papers[paper_id]
    frame = make_frame(
        lookups,
        target,
        title=latex_to_text(paper.title),
        description="This paper has a new address.",
        href=urls.href_from(path),
    )
    return RedirectView(frame=frame, title=latex_to_html(paper.title), target=urls.relative_url(path, target))


def make_not_found_view(lookups: Lookups) -> NotFoundView:
    """The view of the page for addresses that do not exist."""
    base_url = lookups.config.base_url

    def href(target: str) -> str:
        return urls.rooted_url(base_url, target) if base_url else urls.relative_url(urls.NOT_FOUND, target)

    frame = make_frame(
        lookups, urls.NOT_FOUND, title="Not found", description="There is no page at this address.", href=href
    )
    return NotFoundView(
        frame=frame,
        root=urls.base_path(base_url) if base_url else "",
        style=_inlined(lookups.assets.content("style.css")),
        script=_inlined(lookups.assets.content("theme.js")),
        finder=_inlined(lookups.assets.content("search-open.js")),
        keys=_inlined(lookups.assets.content("keys.js")),
        offline=_inlined(lookups.assets.content("offline.js")),
        entries=tuple(ways_in(lookups, href)),
    )


def _inlined(content: bytes) -> Markup:
    """A style or a script inside its element; what would end the element is escaped as both languages allow."""
    return Markup(content.decode("utf-8").replace("</", r"<\/"))  # noqa: S704 - our own static files
