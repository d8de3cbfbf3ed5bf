"""The page of what is left open, and the pages of dumps."""

import yaml

from sitegen.site.dumps import DumpView
from sitegen.site.health import HealthView, front_matter, make_health_view
from sitegen.site.indexes import IndexView
from tests.toy import LISTING_DUMP, page_at, toy_site

SITE = toy_site()


def health() -> HealthView:
    """The view of the toy site's health."""
    return make_health_view(SITE.lookups)


def test_every_problem_is_shown_once_with_its_place() -> None:
    """Problems of readings and of the catalogue, those of a dump by its name, with a link to it."""
    problems = health().problems
    assert [(each.place.file, each.place.line, each.place.href) for each in problems] == [
        (LISTING_DUMP, 19, "dumps/001-listing.html"),
        ("content/papers/lost.md", 2, None),
    ]


def test_a_doubtful_byline_comes_with_a_note_that_settles_it() -> None:
    """The note is valid YAML with the paper's id, and only doubtful splits are named."""
    (item,) = health().bylines
    assert item.paper.href == "papers/a-guess-at-the-year.html"
    assert yaml.safe_load(item.note.strip("-\n")) == {
        "id": "a-guess-at-the-year",
        "title": "A Guess at the Year",
        "authors": ["Ada Quill"],
    }


def test_a_near_miss_comes_with_a_note_for_either_answer() -> None:
    """One note says that the papers are one, the other that they are two."""
    (miss,) = health().near_misses
    ids = {"id": "bounded-lanterns-under-shifting-light"}
    assert yaml.safe_load(miss.same.strip("-\n")) == {**ids, "same_as": ["only-a-title"]}
    assert yaml.safe_load(miss.different.strip("-\n")) == {**ids, "different_from": ["only-a-title"]}


def test_front_matter_keeps_any_text() -> None:
    """Quotes, colons and other scripts survive."""
    title = 'He said: "yes" # 李'
    assert yaml.safe_load(front_matter(title=title).strip("-\n")) == {"title": title}


def test_what_is_missing_is_counted() -> None:
    """Each gap has its count and names its papers."""
    assert [(item.fragment, item.count) for item in health().missing] == [
        ("no-abstract", "1"),
        ("no-authors", "2"),
        ("no-date", "1"),
        ("no-year", "1"),
        ("no-topic", "3"),
    ]


def test_a_dump_shows_its_records_in_printed_order() -> None:
    """Each has its lines and its paper; a title that was printed otherwise is shown as printed."""
    view = page_at(SITE, "dumps/001-listing.html").make_view()
    assert isinstance(view, DumpView)
    assert [(record.fragment, record.lines) for record in view.records] == [
        ("L5", "lines 5–8"),
        ("L9", "line 9"),
        ("L11", "lines 11–13"),
        ("L14", "lines 14–17"),
    ]
    assert [record.printed_title for record in view.records] == ["Bounded Lanterns under …", None, None, None]
    assert [(fact.label, fact.value) for fact in view.header] == [
        ("Source", "Hugging Face Papers"),
        ("Listing", "Daily Papers"),
        ("Listing of", "3 Jun, no year"),
        ("Query", "lantern"),
    ]
    assert view.problems == "1 problem"


def test_an_author_page_shows_its_printed_counts() -> None:
    """The facts of a listing's header stand on its dump's page, with the address that it was saved from."""
    view = page_at(SITE, "dumps/000-author.html").make_view()
    assert isinstance(view, DumpView)
    assert [(fact.label, fact.value) for fact in view.header][-2:] == [("h-index", "57"), ("papers", "10")]
    assert view.url == "https://example.org/quill"


def test_the_index_of_dumps_says_what_each_brought() -> None:
    """A file name alone tells little: what it is and its counts stand with it, the last saved one first."""
    view = page_at(SITE, "dumps/index.html").make_view()
    assert isinstance(view, IndexView)
    assert view.description == (
        "3 dumps, 5 papers; 1 from notes alone. Of 6 records, 5 brought a new paper, 1 was merged into papers already "
        "here."
    )
    assert [(dump.label, dump.about, [count.value for count in dump.counts]) for dump in view.dumps] == [
        ("002_empty.txt", "Hugging Face Papers · no day of saving", ["0", "0", "0", "0", "0"]),
        ("001_listing.txt", "Hugging Face Papers · Daily Papers · no day of saving", ["4", "3", "1", "1", "1"]),
        ("000_author.txt", "Scholar Feed · Ada Quill · saved 1 Jul 2024", ["2", "2", "0", "0", "0"]),
    ]
    assert [count.label for count in view.dumps[0].counts] == ["records", "added", "merged", "changed", "unread"]
    assert {dump.changes for dump in view.dumps} <= {page.path.removeprefix("dumps/") for page in SITE.pages}
    assert (view.sections, view.order) == ((), "Last saved first")


def test_an_empty_dump_has_a_page() -> None:
    """A listing without records is still accounted for."""
    view = page_at(SITE, "dumps/002-empty.html").make_view()
    assert isinstance(view, DumpView)
    assert view.records == ()
