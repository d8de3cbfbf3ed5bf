"""List pages, filtered and sorted as readers do it: by boxes and links, back and forward, with marks, by keys."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers import answered
from tests.browser.conftest import SHIFTS

Paper = dict[str, Any]
Opener = Callable[..., Page]
ALL = "papers/index.html"


@pytest.fixture(scope="module")
def papers(built_site: Path) -> list[Paper]:
    """The papers of the list as the site gives them away."""
    listed: list[Paper] = json.loads((built_site / "papers.json").read_text(encoding="utf-8"))
    return listed


def opened(page: Page, url: str) -> None:
    """Open a list and its filters."""
    page.goto(url)
    if page.locator("#search-filters[open]").count() == 0:
        page.locator("#search-filters summary").click()
    expect(page.locator("#search-filters fieldset").first).to_be_visible()


def says(page: Page, number: int, total: int) -> None:
    """The sentence above the list names both numbers."""
    expect(page.locator("#search-count")).to_have_text(f"{number} of {total} papers.")


def titles(page: Page) -> list[str]:
    """The titles of all that was found, after "Show more" as often as it is there."""
    more = page.locator("#search-more button")
    expect(page.locator("#search-hits .row").first).to_be_visible()
    answered(page)
    while more.is_visible():
        shown = page.locator("#search-hits .row").count()
        more.click()
        expect(page.locator("#search-hits .row").nth(shown)).to_be_visible()
        answered(page)
    return page.locator("#search-hits .title").all_inner_texts()


def box(page: Page, name: str, value: str) -> Any:
    """A choice of the filters."""
    return page.locator(f"#search-filters [name='{name}'][value='{value}']")


def count_of(page: Page, name: str, value: str) -> int:
    """The number beside a choice."""
    label = page.locator("#search-filters label").filter(has=page.locator(f"[name='{name}'][value='{value}']"))
    return int(label.locator(".n").inner_text())


def most(papers: list[Paper], key: Callable[[Paper], list[str]]) -> list[str]:
    """Values by falling number of papers."""
    found = [value for paper in papers for value in key(paper)]
    return sorted(set(found), key=lambda value: (-found.count(value), value))


def names(papers: list[Paper]) -> list[str]:
    """Titles in no order."""
    return sorted(paper["title"] for paper in papers)


def test_nothing_is_loaded_before_someone_filters(open_page: Opener, address: str) -> None:
    """A list has one small script of filters; what they need comes when they are opened."""
    page = open_page()
    page.goto(address + ALL)
    page.wait_for_load_state("networkidle")
    loaded = (
        "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => /search.(?!open)/.test(name))"
    )
    assert page.evaluate(loaded) == []
    page.locator("#search-filters summary").click()
    expect(page.locator("#search-filters fieldset").first).to_be_visible()
    expect(page.locator("#list-rows .row").first).to_be_visible()
    assert page.evaluate(loaded)


def test_filters_stay_open_where_there_is_room_beside_the_list(open_page: Opener, address: str) -> None:
    """On a wide screen another list has them as the reader left them, and nothing moves; a phone keeps them closed."""
    page = open_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(SHIFTS)
    opened(page, address + ALL)
    page.goto(address + "topics/large-language-models.html")
    expect(page.locator("#search-filters fieldset").first).to_be_visible()
    assert page.evaluate("moved") == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    expect(page.locator("#search-filters:not([open])")).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.reload()
    page.locator("#search-filters[open] summary").click()
    expect(page.locator("html.filtering")).to_have_count(0)
    page.goto(address + ALL)
    expect(page.locator("#search-filters:not([open])")).to_be_visible()
    expect(page.locator("#list-rows .row").first).to_be_visible()


@pytest.mark.parametrize("place", ["server", "disk"])
def test_topics_any_all_and_not(
    open_page: Opener, address: str, built_site: Path, papers: list[Paper], place: str
) -> None:
    """Several topics mean any of them or all, a topic may be kept out; each count is what the choice leaves."""
    one, two, *_ = most(papers, lambda paper: paper["topics"])
    page = open_page()
    opened(page, (address if place == "server" else built_site.as_uri() + "/") + ALL)
    expected = [paper for paper in papers if one in paper["topics"]]
    assert count_of(page, "topic", one) == len(expected)
    box(page, "topic", one).check()
    says(page, len(expected), len(papers))
    expect(page.locator("#list-rows")).to_be_hidden()
    assert sorted(titles(page)) == names(expected)
    box(page, "topic", two).check()
    either = [paper for paper in papers if {one, two} & set(paper["topics"])]
    says(page, len(either), len(papers))
    page.get_by_label("Match", exact=True).select_option("all")
    both = [paper for paper in papers if {one, two} <= set(paper["topics"])]
    says(page, len(both), len(papers))
    expect(page).to_have_url(re.compile(rf"\?topic={one}&topic={two}&match=all$"))
    box(page, "topic", two).uncheck()
    says(page, len(expected), len(papers))
    without = page.locator(f"#search-filters button[name=not][value={two}]")
    without.focus()
    page.keyboard.press("Enter")
    rest = [paper for paper in expected if two not in paper["topics"]]
    says(page, len(rest), len(papers))
    expect(page.locator("#search-chips button", has_text="not ")).to_be_visible()
    expect(without).to_have_attribute("aria-pressed", "true")
    expect(without).to_be_focused()
    assert sorted(titles(page)) == names(rest)


def test_a_view_is_a_link_and_back_leads_out_of_it(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """The address shows what was chosen; back and forward walk through the choices, and clearing ends it."""
    topic = most(papers, lambda paper: paper["topics"])[0]
    page = open_page()
    opened(page, address + ALL)
    first = page.locator("#list-rows .title").first.inner_text()
    box(page, "topic", topic).check()
    having = [paper for paper in papers if topic in paper["topics"]]
    says(page, len(having), len(papers))
    page.get_by_label("from year").select_option("2018")
    since = [paper for paper in having if paper["date"] and paper["date"][:4] >= "2018"]
    says(page, len(since), len(papers))
    link = page.url
    assert link.endswith(f"?topic={topic}&year=2018-")
    other = open_page()
    other.goto(link)
    says(other, len(since), len(papers))
    expect(other.locator("#search-chips button").first).not_to_contain_text("-")
    assert sorted(titles(other)) == names(since)
    page.go_back()
    says(page, len(having), len(papers))
    page.go_back()
    expect(page.locator("#list-rows .title").first).to_have_text(first)
    expect(page.locator("#search-hits")).to_be_hidden()
    page.go_forward()
    says(page, len(having), len(papers))
    page.go_forward()
    says(page, len(since), len(papers))
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("#list-rows .title").first).to_have_text(first)
    expect(page.locator("#search-filters summary")).to_be_focused()
    expect(page.locator("#search-count")).to_have_text("")
    expect(page).to_have_url(address + ALL)


def test_code_rating_and_status(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """Ranges and single values leave what they say, and join."""
    page = open_page()
    opened(page, address + ALL + "?code=yes")
    with_code = [paper for paper in papers if paper["has_code"] or paper["code_urls"]]
    says(page, len(with_code), len(papers))
    expect(box(page, "code", "yes")).to_be_checked()
    page.goto(address + ALL + "?status=read&rating=4-")
    good = [paper for paper in papers if paper["status"] == "read" and (paper["rating"] or 0) >= 4]
    says(page, len(good), len(papers))
    expect(page.locator("#search-chips")).to_contain_text("rated 4 or more")
    page.goto(address + ALL + "?rating=none&status=read")
    unrated = [paper for paper in papers if paper["status"] == "read" and not paper["rating"]]
    expect(page.locator("#search-count")).to_contain_text(f"{len(unrated) or 'None'} of ")


def test_orders(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """An order is chosen from the page as it came, stands in the address, and back undoes it."""
    page = open_page()
    page.goto(address + ALL)
    page.get_by_label("Sort").select_option("title")
    says(page, len(papers), len(papers))
    expect(page).to_have_url(re.compile(r"\?sort=title$"))
    found = [re.sub(r"[^a-z0-9]", "", title.lower()) for title in titles(page)]
    assert len(found) == len(papers)
    assert [title[:1] for title in found if title.isascii()] == sorted(title[:1] for title in found if title.isascii())
    page.get_by_label("Sort").select_option("rating")
    expect(page).to_have_url(re.compile(r"\?sort=rating$"))
    answered(page)
    stars = page.locator("#search-hits .row .rating .vh").all_inner_texts()
    assert stars
    assert stars == sorted(stars, reverse=True)
    page.go_back()
    expect(page.get_by_label("Sort")).to_have_value("title")
    page.go_back()
    expect(page.locator("#list-rows")).to_be_visible()
    expect(page.get_by_label("Sort")).to_have_value("date")


@pytest.mark.parametrize("folder", ["topics", "authors", "organizations", "years", "dumps", "subjects"])
def test_every_list_narrows_its_own_papers(
    open_page: Opener, address: str, built_site: Path, papers: list[Paper], folder: str
) -> None:
    """On the page of a term all numbers are of that term's papers."""
    sizes = {
        path.name: len(re.findall(r"<li class=\"row\"", path.read_text("utf-8")))
        for path in (built_site / folder).glob("*.html")
    }
    sizes.pop("index.html")
    name = max(sizes, key=lambda each: (sizes[each], each))
    page = open_page()
    opened(page, f"{address}{folder}/{name}")
    page.get_by_label("Sort").select_option("title")
    expect(page.locator("#search-count")).to_have_text(re.compile(r"^(\d+) of \1 papers?\.$"))
    total = int(page.locator("#search-count").inner_text().split()[0])
    slug = name.removesuffix(".html")
    if folder == "topics":
        assert total == len([paper for paper in papers if slug in paper["topics"]])
    if folder == "years":
        assert total == len([paper for paper in papers if (paper["date"] or "").startswith(slug)])
    assert 0 < total <= len(papers)
    page.locator("#search-filters [name=code][value=no]").check()
    expect(page.locator("#search-count")).to_have_text(re.compile(rf"^\d+ of {total} papers?\.$"))
    assert len(titles(page)) <= total


def test_marks_of_the_reader_stand_over_those_of_the_site(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """What the reader has read is found as read, and starred papers by their star; hiding what was read hides it."""
    page = open_page()
    page.goto(address + ALL)
    chosen = [paper["id"] for paper in papers if paper["status"] != "read"][:3]
    for paper in chosen:
        page.evaluate("id => sitegenMarks.set(id, { status: 'read', star: true })", paper)
    read = [paper for paper in papers if paper["status"] == "read" or paper["id"] in chosen]
    opened(page, address + ALL + "?status=read")
    says(page, len(read), len(papers))
    assert count_of(page, "status", "read") == len(read)
    assert count_of(page, "star", "yes") == len(chosen)
    box(page, "star", "yes").check()
    says(page, len(chosen), len(papers))
    expect(page).to_have_url(re.compile(r"\?status=read&star=yes$"))
    assert sorted(titles(page)) == names([paper for paper in papers if paper["id"] in chosen])
    page.goto(address + ALL + "?hide=read")
    left = [paper for paper in papers if paper not in read and paper["status"] != "skipped"]
    says(page, len(left), len(papers))
    page.goto(address + ALL + "?star=yes")
    says(page, len(chosen), len(papers))
    page.get_by_label("Hide what I have read").check()
    expect(page.locator("#search-count")).to_have_text(f"None of {len(papers)} papers fits.")


def test_by_keys(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """Filters open, are chosen and taken away without a mouse, and the focus stays where it was."""
    topic = most(papers, lambda paper: paper["topics"])[0]
    page = open_page()
    page.goto(address + ALL)
    page.locator("#search-filters summary").focus()
    page.keyboard.press("Enter")
    expect(box(page, "topic", topic)).to_be_visible()
    page.keyboard.press("Tab")
    expect(box(page, "topic", topic)).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("#search-chips button")).to_have_count(1)
    expect(box(page, "topic", topic)).to_be_focused()
    page.locator("#search-chips button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#list-rows")).to_be_visible()
    expect(page.locator("#search-filters summary")).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_filtered_lists_fit(open_page: Opener, address: str, papers: list[Paper], width: int) -> None:
    """With filters and chips open nothing is wider than the window, and no control is too small to touch."""
    one, two, *_ = most(papers, lambda paper: paper["topics"])
    page = open_page(viewport={"width": width, "height": 800})
    opened(page, f"{address}{ALL}?topic={one}&not={two}&year=2000-&code=no")
    expect(page.locator("#search-chips button")).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    controls = page.locator(".list :is(summary, select, .btn, label:has(input))")
    sizes = controls.evaluate_all(
        "all => all.filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect())"
        ".filter(box => box.width).map(box => Math.min(box.width, box.height))"
    )
    assert len(sizes) > 10
    assert min(sizes) >= 24


def test_without_scripts_lists_are_whole(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """Every paper is on one of the pages, and nothing is offered that does nothing."""
    page = open_page(java_script_enabled=False)
    page.goto(address + ALL)
    found: list[str] = []
    while True:
        expect(page.locator("#search-filters, #search-sort, #search-more").locator("visible=true")).to_have_count(0)
        found += page.locator("#list-rows .title").all_inner_texts()
        after = page.get_by_role("link", name="Next")
        if not after.count():
            break
        after.click()
    assert len(found) == len(papers)


def test_a_lost_file_leaves_the_list(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """When the filters cannot be loaded the papers stay, the fault is said, and trying again mends it."""
    topic = most(papers, lambda paper: paper["topics"])[0]
    page = open_page(failing=True)
    page.route(re.compile(r"/search/[0-9a-f]{12}/topics\d"), lambda route: route.abort())
    page.goto(f"{address}{ALL}?topic={topic}")
    expect(page.locator("#search-fault")).to_contain_text("could not be loaded")
    expect(page.locator("#list-rows .row").first).to_be_visible()
    page.unroute(re.compile(r"/search/[0-9a-f]{12}/topics\d"))
    page.get_by_role("button", name="Try again").click()
    says(page, len([paper for paper in papers if topic in paper["topics"]]), len(papers))
    expect(page.locator("#search-fault")).to_be_hidden()


def test_a_saved_view_is_a_page(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """A view of site.yaml is whole without scripts; with them it is narrowed, and its filters can be changed."""
    good = [paper for paper in papers if paper["status"] == "read" and (paper["rating"] or 0) >= 4]
    plain = open_page(java_script_enabled=False)
    plain.goto(address)
    plain.get_by_role("link", name="Read and rated highly").click()
    expect(plain.locator("h1")).to_have_text("Read and rated highly")
    expect(plain.locator("#list-rows .row")).to_have_count(len(good))
    stars = plain.locator("#list-rows .row .rating .vh").all_inner_texts()
    assert stars == sorted(stars, reverse=True)
    page = open_page()
    opened(page, plain.url)
    topic = most(good, lambda paper: paper["topics"])[0]
    box(page, "topic", topic).check()
    expect(page.locator("#search-count")).to_have_text(
        f"{len([paper for paper in good if topic in paper['topics']])} of {len(good)} papers."
    )
    expect(page.get_by_label("Sort")).to_have_value("rating")
    page.get_by_role("button", name="Without").click()
    expect(page.locator("#list-rows")).to_be_visible()
    page.get_by_role("link", name="Change these filters").click()
    says(page, len(good), len(papers))
    expect(page.locator("#search-chips button").first).to_contain_text("Read")
