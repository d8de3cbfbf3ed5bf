"""feed.xml: read back by a feed reader."""

import datetime
from dataclasses import replace
from typing import Any

import feedparser

from sitegen.exports.feed import arrival_day, export_feed, newest_arrivals
from sitegen.model.dates import PartialDate
from sitegen.model.paper import Catalogue, History, Paper, Provenance
from sitegen.site.pages import Site
from tests.toy import AUTHOR_DUMP, HOSTILE_TITLE, LISTING_DUMP, arrivals_of, toy_papers, toy_parts, toy_site

BASE = "https://example.org/toy/"


def site_of(*papers: Paper) -> Site:
    """The toy site over other papers."""
    parts = toy_parts(base_url=BASE, owner="Ada & Co")
    catalogue = Catalogue(papers=papers, record_count=len(papers), history=History(arrivals=arrivals_of(papers)))
    return replace(parts, catalogue=catalogue, taxonomies=()).site()


def read_feed(site: Site) -> Any:
    """The feed as a reader sees it; fails on anything that is not well formed."""
    (artifact,) = export_feed(site)
    feed = feedparser.parse(artifact.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    return feed


def test_no_feed_without_an_address() -> None:
    """Feeds hold whole addresses; without a base_url there are none."""
    assert tuple(export_feed(toy_site())) == ()


def test_a_reader_finds_what_atom_asks_for() -> None:
    """Id, title, times, links and authors of the feed and of each entry."""
    feed = read_feed(toy_site(base_url=BASE))
    assert (feed.feed.id, feed.feed.title, feed.feed.subtitle) == (BASE, "Toy List", "Lanterns & shadows.")
    assert {link.rel: link.href for link in feed.feed.links} == {"alternate": BASE, "self": BASE + "feed.xml"}
    first = feed.entries[0]
    assert first.link == first.id == BASE + "papers/bounded-lanterns-under-shifting-light.html"
    assert [author.name for author in first.authors] == ["Ada Quill", "Bruno Ferrante-Lund", "Chén Ōyama"]
    assert [tag.term for tag in first.tags] == ["lanterns", "shadows"]
    assert "$" not in first.title + first.summary
    assert feed.feed.updated == first.updated == "2024-08-01T00:00:00Z"


def test_newest_arrivals_come_first() -> None:
    """By the day of the note, else of the first dump that states its day, else the paper's own."""
    lookups = site_of(*toy_papers()).lookups
    papers = {paper.id: paper for paper in toy_papers()}
    days = {name: arrival_day(paper, lookups) for name, paper in papers.items()}
    assert days == {
        "bounded-lanterns-under-shifting-light": datetime.date(2024, 8, 1),
        "a-guess-at-the-year": datetime.date(2024, 7, 1),
        "only-a-title": None,
        "no-year-is-printed": None,
        "a-script-alert-title": None,
        "from-a-note-alone": None,
    }
    whole = Paper(
        id="x", title="x", date=PartialDate(year=2023, month=2, day=1), provenance=(Provenance(LISTING_DUMP, 9),)
    )
    assert arrival_day(whole, lookups) == datetime.date(2023, 2, 1)
    arrivals = newest_arrivals(site_of(whole, *toy_papers()).lookups)
    assert [arrival.day.year for arrival in arrivals] == [2024, 2024, 2023]


def test_a_long_list_gives_its_newest() -> None:
    """Fifty entries, whatever the size of the list."""
    day = datetime.date(2024, 1, 1)
    papers = [Paper(id=f"p{at}", title=f"P{at}", added=day + datetime.timedelta(days=at)) for at in range(80)]
    entries = read_feed(site_of(*papers)).entries
    assert [entry.title for entry in entries] == [f"P{at}" for at in range(79, 29, -1)]


def test_markup_and_control_characters_are_text() -> None:
    """What a listing prints cannot break the feed."""
    hostile = Paper(
        id="h", title=HOSTILE_TITLE + " \x00\x0b\ufffe]]>", abstract="<b>x</b> & \x1f", added=datetime.date(2024, 1, 1)
    )
    (entry,) = read_feed(site_of(hostile)).entries
    assert entry.title_detail.type == "text/plain"
    assert entry.title.startswith(HOSTILE_TITLE)
    assert entry.summary.startswith("<b>x</b> &")


def test_an_empty_list_has_a_valid_feed_that_never_changes() -> None:
    """No time of building is in it."""
    feed = read_feed(site_of())
    assert (feed.entries, feed.feed.updated, feed.feed.author) == ([], "1970-01-01T00:00:00Z", "Ada & Co")


def test_two_dumps_count_from_the_first() -> None:
    """A paper that a later dump has again is not new."""
    paper = Paper(id="x", title="x", provenance=(Provenance(LISTING_DUMP, 9), Provenance(AUTHOR_DUMP, 3)))
    assert arrival_day(paper, site_of(paper).lookups) == datetime.date(2024, 7, 1)
