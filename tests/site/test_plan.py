"""The plan: which pages there are, that none claims another's path, and that each view is made by itself."""

import dataclasses
import pickle
import random

import pytest

from sitegen.config import TaxonomyKind
from sitegen.model.note import FreePage
from sitegen.model.paper import Paper
from sitegen.model.problems import ProblemsError
from sitegen.site.pages import PageKind
from tests.toy import ToyParts, bare_paper, full_paper, page_at, toy_free_pages, toy_parts, toy_site


def with_papers(parts: ToyParts, *papers: Paper) -> ToyParts:
    """The parts with more papers in the catalogue."""
    catalogue = dataclasses.replace(parts.catalogue, papers=(*parts.catalogue.papers, *papers))
    return dataclasses.replace(parts, catalogue=catalogue)


def refusal(parts: ToyParts) -> str:
    """What planning these parts is refused with."""
    with pytest.raises(ProblemsError) as caught:
        parts.site()
    return str(caught.value)


def test_every_kind_of_page_is_planned() -> None:
    """Home, lists, papers, redirects, indexes, terms, dumps, search, health, free pages and 404."""
    paths = {page.path for page in toy_site().pages}
    assert paths >= {
        "index.html",
        "papers/index.html",
        "papers/page-2.html",
        "papers/bounded-lanterns-under-shifting-light.html",
        "papers/bounded-lanterns.html",
        "topics/index.html",
        "topics/lanterns.html",
        "authors/chen-oyama.html",
        "organizations/lantern-lab.html",
        "subjects/cs-lg.html",
        "years/2019.html",
        "dumps/002-empty.html",
        "search.html",
        "health.html",
        "about.html",
        "404.html",
    }
    # Nobody has named a view of this list.
    assert {page.kind for page in toy_site().pages} == set(PageKind) - {PageKind.VIEW}


def test_only_the_taxonomies_asked_for_are_shown() -> None:
    """A kind that the settings leave out has no page, and no page links to one."""
    site = toy_site(taxonomies=["topics"])
    assert not [page.path for page in site.pages if page.path.startswith(("authors/", "dumps/", "years/"))]
    view = page_at(site, f"papers/{full_paper().id}.html").make_view()
    assert [author.href for author in view.authors] == [None, None, None]  # type: ignore[attr-defined]
    assert [record.place.href for record in view.records] == [None, None]  # type: ignore[attr-defined]


def test_a_free_page_cannot_take_a_generated_path() -> None:
    """`health.md` is refused, and the message names the file and the page it collides with."""
    page = dataclasses.replace(toy_free_pages()[0], slug="health", file="content/pages/health.md")
    message = refusal(dataclasses.replace(toy_parts(), free_pages=(page,)))
    assert message.startswith("content/pages/health.md:1: path-collision: ")
    assert "the health page of the site and the page of `content/pages/health.md`" in message


def test_all_claimants_are_named() -> None:
    """Three papers that want one path are all in one message."""
    first = dataclasses.replace(bare_paper(), id="one", aliases=("taken",))
    second = dataclasses.replace(bare_paper(), id="two", aliases=("taken",))
    third = dataclasses.replace(bare_paper(), id="taken")
    message = refusal(with_papers(toy_parts(), first, second, third))
    assert "the alias `taken`, the alias `taken` and the paper `taken`" in message


def test_paths_that_differ_in_case_alone_collide() -> None:
    """They would be one file on many machines."""
    page = dataclasses.replace(toy_free_pages()[0], slug="About")
    parts = toy_parts()
    assert "path-collision" in refusal(dataclasses.replace(parts, free_pages=(*parts.free_pages, page)))


@pytest.mark.parametrize("slug", ["../escape", "a/../../b", "", ".hidden", "a b", "naïve"])
def test_no_path_leaves_the_site(slug: str) -> None:
    """A name that is not plain ASCII inside the output folder is refused."""
    page: FreePage = dataclasses.replace(toy_free_pages()[0], slug=slug)
    assert "unsafe-path" in refusal(dataclasses.replace(toy_parts(), free_pages=(page,)))


def test_views_do_not_depend_on_each_other() -> None:
    """In any order, and on the other side of a pickle, every page shows the same."""
    site = toy_site(base_url="https://example.org/list/")
    views = [page.make_view() for page in site.pages]
    shuffled = list(enumerate(pickle.loads(pickle.dumps(site)).pages))  # noqa: S301
    random.Random(7).shuffle(shuffled)  # noqa: S311
    assert all(page.make_view() == views[place] for place, page in shuffled)


def test_the_plan_does_not_depend_on_the_order_of_files() -> None:
    """Dumps and free pages may be read in any order."""
    parts = toy_parts()
    other = dataclasses.replace(parts, readings=parts.readings[::-1], free_pages=parts.free_pages[::-1])
    assert [page.path for page in other.site().pages] == [page.path for page in parts.site().pages]
    assert [page.make_view() for page in other.site().pages] == [page.make_view() for page in parts.site().pages]


def test_records_lead_to_the_page_that_shows_them() -> None:
    """With more records than fit on a page, a paper's page links to the further page of its dump."""
    parts = toy_parts()
    reading = parts.readings[1]
    more = tuple(
        dataclasses.replace(reading.records[1], line=100 + number, last_line=100 + number) for number in range(20)
    )
    long = dataclasses.replace(reading, records=(*more, *reading.records))
    site = dataclasses.replace(parts, readings=(parts.readings[0], long, parts.readings[2])).site()
    view = page_at(site, "papers/only-a-title.html").make_view()
    assert view.records[0].place.href == "../dumps/001-listing/page-5.html#L9"  # type: ignore[attr-defined]
    shown = page_at(site, "dumps/001-listing/page-5.html").make_view()
    assert "L9" in [record.fragment for record in shown.records]  # type: ignore[attr-defined]


def test_a_kind_of_terms_may_be_empty() -> None:
    """A list whose papers have no organization still has the index that the navigation leads to."""
    parts = toy_parts()
    emptied = tuple(
        dataclasses.replace(each, terms=()) if each.kind is TaxonomyKind.ORGANIZATIONS else each
        for each in parts.taxonomies
    )
    assert page_at(dataclasses.replace(parts, taxonomies=emptied).site(), "organizations/index.html").make_view()
