"""The pages of what each dump brought, and the first page's word on the newest."""

import dataclasses
import datetime

from hypothesis import given
from hypothesis import strategies as st

from sitegen.build.content import load_content
from sitegen.build.pipeline import load_catalogue, plan
from sitegen.build.resources import load_static
from sitegen.model.dates import PartialDate
from sitegen.model.paper import Paper
from sitegen.site.changes import ChangesView
from sitegen.site.differences import Piece, differences
from sitegen.site.home import make_home_view
from sitegen.site.news import dump_news, newest_dump
from sitegen.site.pages import PageKind, Site
from tests.golden.building import CONTENT
from tests.toy import AUTHOR_DUMP, EMPTY_DUMP, LISTING_DUMP, bare_paper, full_paper, page_at, toy_parts, toy_site

SITE = toy_site()


def changes(site: Site, slug: str) -> list[ChangesView]:
    """Every page of what a dump brought."""
    pages = [page for page in site.pages if page.kind is PageKind.CHANGES and page.subject == slug]
    views = [page.make_view() for page in pages]
    assert all(isinstance(view, ChangesView) for view in views)
    return views  # type: ignore[return-value]  # asserted above


def test_a_dump_says_what_it_brought() -> None:
    """Papers added, records merged with the reason, fields changed with their lines, and lines left unread."""
    (view,) = changes(SITE, "001-listing")
    assert view.summary == (
        "4 records of Hugging Face Papers: 3 brought a paper that was not here and 1 speaks of a paper already "
        "listed. 1 paper reads differently since."
    )
    assert [(group.label, group.total, len(group.rows)) for group in view.groups] == [
        ("Changed", "1", 1),
        ("Added", "3", 3),
        ("Merged", "1", 1),
    ]
    assert [change.label for change in view.groups[0].rows[0].changes] == ["Title", "Abstract", "Score"]
    (place,) = view.groups[0].rows[0].changes[0].places
    assert (place.file, place.line, place.href) == (LISTING_DUMP, 5, "../001-listing.html#L5")
    merged = view.groups[2].rows[0]
    assert (merged.reason, merged.place and merged.place.line) == ("The same title", 5)
    assert [(line.place.line, line.text) for line in view.unread] == [(19, "Daily Papers")]


def test_every_record_stands_on_one_page() -> None:
    """However long a dump is, its pages hold each of its records once, and lead to one another."""
    arrivals = SITE.lookups.arrivals[LISTING_DUMP] * 5
    many = dataclasses.replace(
        SITE.catalogue.history,
        arrivals=tuple(dataclasses.replace(each, line=place) for place, each in enumerate(arrivals, 1)),
    )
    parts = toy_parts(page_size=5)
    parts = dataclasses.replace(parts, catalogue=dataclasses.replace(parts.catalogue, history=many))
    views = changes(parts.site(), "001-listing")
    lines = [row.place.line for view in views for group in view.groups for row in group.rows if row.place]
    assert sorted(lines) == list(range(1, 21))
    assert len(views) == 5
    assert [bool(view.unread) for view in views] == [True, False, False, False, False]
    assert views[0].pager is not None
    assert views[0].pager.next == "changes-2.html"


def test_dumps_are_turned_in_the_order_of_capture() -> None:
    """From the first saved to the last; those that do not say when come after."""
    order = SITE.lookups.dump_order
    assert order == (AUTHOR_DUMP, LISTING_DUMP, EMPTY_DUMP)
    (view,) = changes(SITE, "000-author")
    assert (view.earlier, view.later and view.later.href) == (None, "../001-listing/changes.html")
    (view,) = changes(SITE, "002-empty")
    assert (view.later, view.summary) == (None, "No record could be read in this listing.")


def test_every_dump_of_a_list_adds_up() -> None:
    """Added and merged are the records of each dump of a list built from its files."""
    content = load_content(CONTENT)
    lookups = plan(content, load_catalogue(content), load_static(CONTENT)).lookups
    assert len(content.readings) > 1
    for reading in content.readings:
        news = dump_news(lookups, reading)
        assert news.added + news.merged == news.records == len(reading.records)


def test_the_first_page_tells_of_the_newest_dump() -> None:
    """The last one saved of those that say when, in numbers, with some of what it added."""
    view = make_home_view(SITE.lookups)
    assert view.news is not None
    assert (view.news.label, view.news.href) == (AUTHOR_DUMP, "dumps/000-author/changes.html")
    assert [fact.value for fact in view.news.facts] == ["2", "2", "0", "0"]
    assert len(view.news.rows) == 2


def test_without_days_the_last_by_name_is_the_newest() -> None:
    """And a single dump is no news: its papers are the list."""
    parts = toy_parts()
    readings = tuple(
        dataclasses.replace(
            each, dump=dataclasses.replace(each.dump, metadata=dataclasses.replace(each.dump.metadata, captured=None))
        )
        for each in parts.readings
    )
    assert newest_dump(dataclasses.replace(parts, readings=readings).site().lookups) == EMPTY_DUMP
    assert make_home_view(dataclasses.replace(parts, readings=readings[:1]).site().lookups).news is None


def test_without_pages_of_dumps_nothing_leads_to_one() -> None:
    """The first page still tells the numbers."""
    site = toy_site(taxonomies=["topics"])
    assert not [page for page in site.pages if page.kind is PageKind.CHANGES]
    view = make_home_view(site.lookups)
    assert view.news is not None
    assert view.news.href is None


def test_a_record_that_was_new_is_marked() -> None:
    """On the dump's own page the records that brought a paper can be told from those that did not."""
    view = page_at(SITE, "dumps/001-listing.html").make_view()
    assert [record.is_new for record in view.records] == [False, True, True, True]  # type: ignore[attr-defined]


def said(before: Paper, after: Paper, field: str) -> list[tuple[str, str]]:
    """The pieces of a difference, as pairs."""
    return [(piece.kind, piece.text) for piece in differences(before, after, field)]


def test_differences_are_said_in_words() -> None:
    """What was not known is "none"; of lists only what came is shown; a year that was inferred is said to be."""
    bare, full = bare_paper(), full_paper()
    assert said(bare, full, "score") == [("del", "none"), ("ins", "97.5")]
    assert said(bare, full, "has_code") == [("del", "none"), ("ins", "marked")]
    assert said(bare, full, "github_stars") == [("del", "none"), ("ins", "1,320")]
    assert said(bare, full, "organizations") == [("ins", "lantern-lab"), ("ins", "Institute of Toys")]
    guess = dataclasses.replace(bare, date=PartialDate(year=2025, month=5, day=29), date_inferred=True)
    assert said(guess, full, "date") == [("del", "29 May 2025, year inferred"), ("ins", "29 May 2024")]
    cut = dataclasses.replace(full, authors=("Ada Quill",), authors_truncated=True)
    assert said(cut, full, "authors")[0] == ("del", "Ada Quill et al.")


def test_a_changed_word_is_shown_where_it_stands() -> None:
    """With a few words on either side; another text altogether is shown by its first words."""
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    before = dataclasses.replace(bare_paper(), abstract=words)
    after = dataclasses.replace(bare_paper(), abstract=words.replace("seven", "7"))
    assert said(before, after, "abstract") == [
        ("", "… two three four five six"),
        ("del", "seven"),
        ("ins", "7"),
        ("", "eight nine ten eleven twelve …"),
    ]
    other = dataclasses.replace(bare_paper(), abstract="Something else")
    assert said(before, other, "abstract") == [("del", words), ("ins", "Something else")]


@given(st.text(alphabet="ab c", min_size=1), st.text(alphabet="ab c", min_size=1))
def test_a_difference_makes_nothing_up(old: str, new: str) -> None:
    """What went was in the old text, what came is in the new one, and what stayed is in both."""
    before, after = (dataclasses.replace(bare_paper(), abstract=text) for text in (old, new))
    texts = {"del": [" ".join(old.split())], "ins": [" ".join(new.split())], "": [" ".join(old.split())]}
    for piece in differences(before, after, "abstract"):
        _assert_in(piece, texts[piece.kind])


def _assert_in(piece: Piece, texts: list[str]) -> None:
    for part in piece.text.split("…"):
        assert part.strip() in texts[0] or piece.text == "none"


def test_an_undated_dump_says_so() -> None:
    """A page names the day of saving, or that none is stated."""
    (dated,), (undated,) = changes(SITE, "000-author"), changes(SITE, "001-listing")
    assert dated.saved is not None
    assert dated.saved.machine == datetime.date(2024, 7, 1).isoformat()
    assert undated.saved is None
