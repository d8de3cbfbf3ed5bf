"""Lists of papers on free pages: which papers, in which order, and what is refused."""

import dataclasses

import pytest

from sitegen.model.note import FreePage, PaperList
from sitegen.model.problems import ProblemsError
from sitegen.site.pages import Site
from sitegen.sources.pages import parse_page
from tests.toy import bare_paper, full_paper, page_at, toy_free_pages, toy_parts, toy_site

HEAD = "---\ntitle: Week\ntemplate: week.html\n"


def page(text: str) -> FreePage:
    """A page with this front matter after title and template."""
    return parse_page(f"{HEAD}{text}---\n", file="content/pages/week.md")


def site(*pages: FreePage) -> Site:
    """The toy site with these free pages alone."""
    return dataclasses.replace(toy_parts(), free_pages=pages).site()


def hrefs(asked: str) -> list[str]:
    """The rows of a list, by their addresses without folder and ending."""
    view = page_at(site(page(f"lists:\n  one: {asked}\n")), "week.html").make_view()
    rows = view.lists["one"].rows  # type: ignore[attr-defined]
    return [row.href.removeprefix("papers/").removesuffix(".html") for row in rows]


def refusal(text: str) -> str:
    """What a page is refused with, when it is read or planned."""
    with pytest.raises(ProblemsError) as caught:
        site(page(text))
    return str(caught.value)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("{papers: [only-a-title, bounded-lanterns]}", [bare_paper().id, full_paper().id]),
        ("{topics: [lanterns]}", [full_paper().id, "from-a-note-alone"]),
        ("{topics: [lanterns, Shadows]}", ["a-guess-at-the-year", full_paper().id, "from-a-note-alone"]),
        ("{topics: [lanterns], authors: Ada Quill}", [full_paper().id]),
        ("{authors: [ada-quill], years: [2025]}", ["a-guess-at-the-year"]),
        ("{status: [read, skipped]}", [full_paper().id, "from-a-note-alone"]),
        ("{rating: 2}", [full_paper().id]),
        ("{topics: [lanterns, shadows], limit: 1}", ["a-guess-at-the-year"]),
        ("{status: read, rating: 5}", []),
    ],
)
def test_the_papers_of_a_list(asked: str, found: list[str]) -> None:
    """Named ones in their order, also by a former id; others newest first, where all that is asked holds."""
    assert hrefs(asked) == found


def test_a_limit_does_not_change_the_count() -> None:
    """The total is that of all papers that fit."""
    view = page_at(site(page("lists:\n  one: {topics: [lanterns], limit: 1}\n")), "week.html").make_view()
    assert view.lists["one"].total == "2"  # type: ignore[attr-defined]


def test_what_a_list_asks_for_has_to_be_there() -> None:
    """Every unknown paper and term at once, at the line of its list, with the nearest that is known."""
    found = refusal("lists:\n  one: {papers: [only-titl]}\n  two: {topics: [lantern], years: [1999]}\n").splitlines()
    file = "content/pages/week.md"
    assert found == [
        f"{file}:5: unknown-id: `lists.one`: no paper has the id `only-titl`; did you mean `only-a-title`?",
        f"{file}:6: unknown-term: `lists.two.topics`: there is no `lantern`; did you mean `lanterns`?",
        f"{file}:6: unknown-term: `lists.two.years`: there is no `1999`",
    ]


def test_a_kind_that_the_site_leaves_out_cannot_be_asked_for() -> None:
    """Its terms have no pages, and nobody could see why a paper is in the list."""
    parts = dataclasses.replace(
        toy_parts(taxonomies=["topics"]), free_pages=(page("lists:\n  one: {years: [2024]}\n"),)
    )
    with pytest.raises(ProblemsError, match=r"unknown-term: `lists\.one`: this site has no years"):
        parts.site()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "lists:\n  one: {topic: [x]}\n",
            "5: unknown-key: `lists.one.topic` is not a known key; did you mean `topics`?",
        ),
        ("lists:\n  one: {papers: [x], limit: 2}\n", "5: invalid-value: `lists.one`: `papers` names them all"),
        ("lists:\n  one: {rating: 6}\n", "5: invalid-value: `lists.one.rating`"),
        ("lists:\n  one: {status: [red]}\n", "5: invalid-value: `lists.one.status[0]`"),
        ("lists: {}\ntemplat: x.html\n", "5: unknown-key: `templat` is not a known key; did you mean `template`?"),
    ],
)
def test_a_list_that_says_nothing_clear_is_refused(text: str, message: str) -> None:
    """With its line and its key."""
    assert f"content/pages/week.md:{message}" in refusal(text)


@pytest.mark.parametrize("key", ["fields: {a: 1}", "lists: {a: {rating: 3}}"])
def test_what_no_template_would_show_is_refused(key: str) -> None:
    """Our own page.html prints neither."""
    with pytest.raises(
        ProblemsError, match=r"week\.md:3: invalid-value: `\w+`: only a `template` of your own shows it"
    ):
        parse_page(f"---\ntitle: Week\n{key}\n---\n", file="content/pages/week.md")


@pytest.mark.parametrize("name", ["../x.html", "week", "sitegen/page.html", ".html"])
def test_a_template_is_a_file_of_the_folder(name: str) -> None:
    """No path that leads elsewhere, and no other ending."""
    with pytest.raises(ProblemsError, match=r"week\.md:3: invalid-value: `template`"):
        parse_page(f"---\ntitle: Week\ntemplate: {name}\n---\n", file="content/pages/week.md")


def test_pages_of_one_template_are_kin() -> None:
    """In their order, with the page itself as the current one; pages of no template of their own have none."""
    first = dataclasses.replace(page("order: 2\n"), slug="b", title="B")
    second = dataclasses.replace(page("order: 1\n"), slug="a", title="A")
    planned = site(first, second, *toy_free_pages())
    view = page_at(planned, "b.html").make_view()
    assert [(link.label, link.href, link.current) for link in view.kin] == [  # type: ignore[attr-defined]
        ("A", "a.html", None),
        ("B", "b.html", "page"),
    ]
    assert page_at(planned, "about.html").make_view().kin == ()  # type: ignore[attr-defined]


def test_fields_are_as_written() -> None:
    """Text, numbers, lists and mappings; a day is the text that was written."""
    found = page("fields: {room: Room 12, seats: 8, days: [2024-05-01], by: {name: Ada}}\n")
    assert found.fields == {"room": "Room 12", "seats": 8, "days": ["2024-05-01"], "by": {"name": "Ada"}}


def test_a_list_without_conditions_holds_every_paper() -> None:
    """Newest first, as the list of all papers."""
    assert len(hrefs("{limit: 100}")) == len(toy_site().catalogue.papers)
    assert PaperList(name="one", line=5, limit=100) == page("lists:\n  one: {limit: 100}\n").lists[0]
