"""What stands around the content of every page: head, navigation, footer."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.config import TaxonomyKind
from sitegen.site import urls
from sitegen.site.brand import LogoView, logo_view
from sitegen.site.key_letters import key_letters
from sitegen.site.lookups import Lookups
from sitegen.site.scripts import PAGE_SCRIPT
from sitegen.site.urls import Href
from sitegen.site.wording import number_text

_IN_NAVIGATION = (TaxonomyKind.TOPICS, TaxonomyKind.AUTHORS, TaxonomyKind.ORGANIZATIONS, TaxonomyKind.YEARS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A named address; `current` is `page` for the page itself, `true` for the part of the site it belongs to.

    `key` is the letter that leads there after `g`, on the one link of a page that has it.
    """

    label: str
    href: str
    current: str | None = None
    count: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """What the search dialog needs, from the site's root: its script, `dialog`, and the `index`."""

    dialog: str
    index: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What single keys need, from the site's root: the `table` of what they do, and the `help` that lists them."""

    table: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """What reading marks need: on lists the script `lists`; `menu`, from the site's root, when somebody marks.

    The keys of the newest `sources` tell what is new.
    """

    lists: str
    menu: str
    sources: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offline:
    """What lets a browser keep pages, from the site's root: the `worker` and the web app `manifest`."""

    worker: str
    manifest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The head and the surroundings of one page; `canonical` and `feed` are None without a base_url.

    Without a `logo` of the owner the brand has our sign. `script` is that of every page: it reads reading marks, and
    loads what search, keys and reading offline need when that is asked for. `root` leads to the site's own folder, to
    stand before the path of a static file that keeps its name.
    """

    title: str
    description: str
    canonical: str | None
    feed: str | None
    root: str
    home: Link
    logo: LogoView | None
    search: Link
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    style: str
    theme: str
    icon: str
    script: str
    marks: Marking
    finder: Finder
    keys: Keys
    offline: Offline


def make_frame(lookups: Lookups, path: str, *, title: str, description: str, href: Href | None = None) -> Frame:
    """The frame of the page at `path`; `href` replaces relative addresses where those cannot hold."""
    at: Href = href or urls.href_from(path)
    base_url = lookups.config.base_url
    navigation, footer = tuple(_navigation(lookups)), tuple(_footer(lookups))
    letters = _letters(lookups, navigation, footer)

    def link(label: str, target: str) -> Link:
        # Taken out, so that no second link of the page has the letter as well.
        return Link(label=label, href=at(target), current=_current(path, target), key=letters.pop(target, None))

    return Frame(
        title=title if path == urls.HOME else f"{title} · {lookups.config.title}",
        description=description,
        canonical=urls.permalink(base_url, path) if base_url else None,
        feed=at(urls.FEED) if base_url else None,
        root=at(urls.SEARCH).removesuffix(urls.SEARCH),
        home=link(lookups.config.title, urls.HOME),
        logo=logo_view(lookups.config, lookups.assets, lookups.logo_width, at),
        search=link("Search", urls.SEARCH),
        navigation=tuple(link(*target) for target in navigation),
        footer=tuple(link(*target) for target in footer),
        style=at(lookups.assets.path("style.css")),
        theme=at(lookups.assets.path("theme.js")),
        icon=at(lookups.assets.path("icon.svg")),
        script=at(lookups.assets.path(PAGE_SCRIPT)),
        marks=Marking(
            lists=at(lookups.assets.path("marks-list.js")),
            menu=lookups.assets.path("marks-menu.js"),
            sources=" ".join(lookups.sources.values()),
        ),
        finder=Finder(
            dialog=lookups.assets.path("search-dialog.js"),
            index=urls.SEARCH_INDEX,
        ),
        keys=Keys(
            table=lookups.assets.path("keys-table.js"),
            help=lookups.assets.path("keys-help.js"),
        ),
        offline=Offline(
            worker=urls.SERVICE_WORKER,
            manifest=urls.WEB_MANIFEST,
        ),
    )


def ways_in(lookups: Lookups, href: Href) -> Iterator[Link]:
    """The list of all papers, the saved views and every index, each with how much it holds."""
    yield Link(label="All papers", href=href(urls.papers_path()), count=number_text(len(lookups.ordered)))
    yield from view_links(lookups, href)
    for kind, taxonomy in lookups.taxonomies.items():
        yield Link(label=taxonomy.label, href=href(urls.index_path(kind)), count=number_text(len(taxonomy.terms)))


def view_links(lookups: Lookups, href: Href) -> Iterator[Link]:
    """The saved views, each with how many papers it has."""
    for view in lookups.views:
        yield Link(label=view.saved.name, href=href(urls.view_path(view.slug)), count=number_text(len(view.papers)))


def _current(path: str, target: str) -> str | None:
    if path == target:
        return "page"
    folder = target.rpartition("/")[0]
    return "true" if folder and path.startswith(f"{folder}/") else None


def _letters(lookups: Lookups, *parts: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """By path; files that are no pages get none."""
    pages = [(lookups.config.title, urls.HOME), *(entry for part in parts for entry in part)]
    return key_letters((label, path) for label, path in pages if path.endswith(".html"))


def _navigation(lookups: Lookups) -> Iterator[tuple[str, str]]:
    yield "Papers", urls.papers_path()
    for kind, taxonomy in lookups.taxonomies.items():
        if kind in _IN_NAVIGATION:
            yield taxonomy.label, urls.index_path(kind)
    if lookups.positions:
        yield "Map", urls.MAP
    yield "My list", urls.MY_LIST
    for page in lookups.free_pages:
        if page.in_navigation:
            yield page.title, urls.free_page_path(page.slug)


def _footer(lookups: Lookups) -> Iterator[tuple[str, str]]:
    for kind, taxonomy in lookups.taxonomies.items():
        label = f"{taxonomy.label} and what they changed" if kind is TaxonomyKind.DUMPS else taxonomy.label
        yield label, urls.index_path(kind)
    yield "Charts", urls.CHARTS
    yield "What is left open", urls.HEALTH
    yield "Read offline", urls.OFFLINE
    yield "BibTeX", urls.PAPERS_BIB
    yield "JSON", urls.PAPERS_JSON
    if lookups.config.base_url:
        yield "Feed", urls.FEED
