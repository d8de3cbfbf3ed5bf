"""feed.xml: what came to the list last, as Atom (RFC 4287)."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from sitegen.config import TaxonomyKind
from sitegen.exports.xml_writing import add_element, xml_bytes
from sitegen.markup.latex import latex_to_text
from sitegen.model.artifact import Artifact
from sitegen.model.paper import Paper
from sitegen.site.lookups import Lookups
from sitegen.site.pages import Site
from sitegen.site.urls import FEED, HOME, paper_path, permalink

NAMESPACE = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 50

# Stands where Atom asks for a time and no paper has one: a build date would differ at every build.
_NO_DAY = datetime.date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper and the day on which it came to the list."""

    day: datetime.date
    paper: Paper


def export_feed(site: Site) -> Iterator[Artifact]:
    """The feed of the newest MOST_ENTRIES papers; nothing without a base_url, since feeds hold whole addresses."""
    base_url = site.config.base_url
    if base_url is None:
        return
    entries = newest_arrivals(site.lookups)
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": site.config.language})
    add_element(root, "title", site.config.title)
    if site.config.description:
        add_element(root, "subtitle", site.config.description)
    add_element(root, "id", permalink(base_url, HOME))
    add_element(root, "link", href=permalink(base_url, HOME), rel="alternate", type="text/html")
    add_element(root, "link", href=permalink(base_url, FEED), rel="self", type="application/atom+xml")
    add_element(root, "updated", _instant(max((entry.day for entry in entries), default=_NO_DAY)))
    # Entries without authors take the feed's, of which Atom wants one.
    add_element(add_element(root, "author"), "name", site.config.owner or site.config.title)
    for entry in entries:
        _add_entry(root, site.lookups, entry, base_url)
    yield Artifact(FEED, xml_bytes(root))


def newest_arrivals(lookups: Lookups) -> tuple[Entry, ...]:
    """The latest arrivals, newest first; papers of one day stand in the order of the list."""
    dated = [Entry(day, paper) for paper in lookups.ordered if (day := arrival_day(paper, lookups)) is not None]
    return tuple(sorted(dated, key=lambda entry: entry.day, reverse=True)[:MOST_ENTRIES])


def arrival_day(paper: Paper, lookups: Lookups) -> datetime.date | None:
    """When a paper came to the list.

    Where that is not known, the paper's own date stands in, if that is a whole one; otherwise None.
    """
    date = paper.date
    if paper.id in lookups.added or date is None or date.year is None or date.month is None or date.day is None:
        return lookups.added.get(paper.id)
    return datetime.date(date.year, date.month, date.day)


def _add_entry(root: ET.Element, lookups: Lookups, entry: Entry, base_url: str) -> None:
    paper, url = entry.paper, permalink(base_url, paper_path(entry.paper.id))
    element = add_element(root, "entry")
    add_element(element, "title", latex_to_text(paper.title))
    add_element(element, "id", url)
    add_element(element, "link", href=url, rel="alternate", type="text/html")
    add_element(element, "updated", _instant(entry.day))
    for name in paper.authors:
        add_element(add_element(element, "author"), "name", name)
    for term in lookups.terms_of(TaxonomyKind.TOPICS, paper):
        add_element(element, "category", term=term.slug, label=term.label)
    if paper.abstract:
        add_element(element, "summary", latex_to_text(paper.abstract))


def _instant(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
