"""What a search page starts with: known when the index is made, which is after the site was planned."""

from dataclasses import replace
from functools import partial

from sitegen.site.pages import PageKind, Site
from sitegen.site.plain_pages import make_search_view


def with_search_start(site: Site, path: str) -> Site:
    """The site with a search page whose worker runs the script at `path` while the page is still loading."""
    make_view = partial(make_search_view, site.lookups, path)
    pages = (replace(page, make_view=make_view) if page.kind is PageKind.SEARCH else page for page in site.pages)
    return replace(site, pages=tuple(pages))
