"""The site as planned: every page with its path, its template and the recipe of its view."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sitegen.config import Config
from sitegen.model.paper import Catalogue
from sitegen.model.problems import Location
from sitegen.site.assets import Assets
from sitegen.site.lookups import Lookups
from sitegen.taxonomy.terms import Taxonomy


class PageKind(StrEnum):
    """What a page is for; exports choose by it."""

    HOME = "home"
    PAPERS = "papers"
    PAPER = "paper"
    INDEX = "index"
    TERM = "term"
    VIEW = "view"
    DUMP = "dump"
    CHANGES = "changes"
    CHARTS = "charts"
    MAP = "map"
    MY_LIST = "my-list"
    SEARCH = "search"
    HEALTH = "health"
    OFFLINE = "offline"
    FREE = "free"
    REDIRECT = "redirect"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site; `make_view` gives what its template shows, whenever and in whatever process it is called.

    `subject` names what the page is about (a paper's id, a term's slug) and `source` the file that asks for the page;
    both serve messages.
    """

    kind: PageKind
    path: str
    template: str
    make_view: Callable[[], object]
    subject: str = ""
    source: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedView:
    """What every template may say of the whole site."""

    title: str
    description: str
    language: str
    owner: str | None
    accent: str | None
    footer: str | None
    numbers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that rendering, search and exports need, and nothing that they could change."""

    config: Config
    catalogue: Catalogue
    taxonomies: tuple[Taxonomy, ...]
    assets: Assets
    lookups: Lookups
    shared: SharedView
    pages: tuple[Page, ...]
