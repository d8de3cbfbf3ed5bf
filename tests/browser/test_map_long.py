"""The map of a list too long for a link at each point: names are read when one looks, and hits become links."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from sitegen.site.map.page import MOST_LINKED
from tests.browser.conftest import build_under_base_path, served_site
from tests.browser.made import write_made_content
from tests.routes import hold

Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A made-up list of one paper more than points are links for, half of them on lanterns."""
    folder = tmp_path_factory.mktemp("long")
    write_made_content(folder / "content")
    notes = folder / "content" / "papers"
    for number in range(MOST_LINKED + 1 - len(list(notes.glob("*.md")))):
        subject = "lantern wick glass" if number % 2 else "tide gauge moon"
        rare = " heliotrope" if number < 3 else ""
        abstract = f"On {subject}{rare} {number % 17}."
        text = f"---\ntitle: 'Paper {number} of {subject}'\ndate: 2020\nabstract: '{abstract}'\n---\n"
        (notes / f"long-{number:04}.md").write_text(text, encoding="utf-8")
    yield build_under_base_path(folder / "content", folder / "root")
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def long_address(long_site: Path) -> Iterator[str]:
    """Where the long list is served."""
    with served_site(long_site) as url:
        yield url


def test_the_link_at_the_point_learns_its_name(open_page: Opener, long_address: str) -> None:
    """Arrows move one link from point to point; it has the paper's name and leads to its page."""
    page = open_page(site=long_address)
    page.goto(long_address + "map.html")
    here = page.locator("#map-here")
    here.focus()
    names = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
        expect(here).to_have_attribute("href", re.compile(r"^papers/.+\.html$"))
        expect(here).not_to_have_attribute("aria-label", re.compile("^A paper on"))
        expect(page.locator("#map-card .title")).to_have_text(str(here.get_attribute("aria-label")))
        names.add(here.get_attribute("aria-label"))
    assert len(names) > 1
    target = str(here.get_attribute("href"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(long_address + target)


def test_enter_does_not_wait_for_the_name(open_page: Opener, long_address: str) -> None:
    """Where a point's name is late, the link does not lead to the point before, and Enter opens the paper in time."""
    page = open_page(site=long_address)
    page.goto(long_address + "map.html")
    here, unknown = page.locator("#map-here"), re.compile("^A paper on")
    here.focus()
    expect(here).to_have_attribute("href", re.compile(r"^papers/"))
    names = re.compile("|".join(re.escape(path.split("/")[-1]) for path in files_of(page)[:-1]))
    held, before = hold(page, names), ""
    for key in ("ArrowRight", "ArrowDown") * 100:
        if unknown.match(str(here.get_attribute("aria-label"))):
            break
        before = str(here.get_attribute("href"))
        page.keyboard.press(key)
    expect(here).to_have_attribute("aria-label", unknown)
    expect(here).to_have_attribute("href", "#map")
    page.keyboard.press("Enter")
    expect(page).to_have_url(long_address + "map.html")
    held.release()
    expect(page).to_have_url(re.compile(r"/papers/.+\.html$"))
    assert not page.url.endswith(before)


def test_a_click_opens_the_point_under_the_mouse(open_page: Opener, long_address: str) -> None:
    """Hovering names the nearest point, and a click leads to its page."""
    page = open_page(site=long_address)
    page.goto(long_address + "map.html")
    page.locator("#map-here").focus()
    page.keyboard.press("ArrowRight")
    box = page.locator("#map-here").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"/papers/.+\.html$"))


@pytest.mark.parametrize("from_disk", [False, True])
def test_hits_become_links(open_page: Opener, long_address: str, long_site: Path, *, from_disk: bool) -> None:
    """What a search finds stands out, each with its name and address; a topic narrows it, and clearing ends it."""
    page = open_page(site=long_address)
    page.goto(((long_site / "map.html").as_uri() if from_disk else long_address + "map.html") + "?q=heliotrope")
    expect(page.locator("#map-said")).to_have_text("3 papers stand out.")
    hits = page.locator("#map-marks a")
    expect(hits).to_have_count(3)
    assert all(re.match(r"Paper \d of", str(hit.get_attribute("aria-label"))) for hit in hits.all())
    page.select_option("#map-topic", "lanterns")
    expect(page.locator("#map-said")).to_have_text(re.compile(r"^1 paper stands out\."))
    page.select_option("#map-topic", "")
    page.fill("#q", "")
    page.press("#q", "Enter")
    expect(hits).to_have_count(0)


def files_of(page: Page) -> list[str]:
    """The files of names, and at last that of the places, as their names end."""
    listed = str(page.locator("script[data-files]").get_attribute("data-files")).split()
    return ["**/" + path.split("/")[-1] for path in listed]


def test_a_search_that_was_taken_back(open_page: Opener, long_address: str) -> None:
    """What arrives for words that are gone from the field changes nothing."""
    page = open_page(site=long_address)
    page.goto(long_address + "map.html")
    waiting: list[Route] = []
    page.route(files_of(page)[-1], lambda route: waiting.append(route))  # noqa: PLW0108 - a method of a list is refused
    page.fill("#q", "heliotrope")
    with page.expect_request(files_of(page)[-1]):
        page.press("#q", "Enter")
    page.fill("#q", "")
    page.press("#q", "Enter")
    with page.expect_response(files_of(page)[-1]):
        waiting[0].continue_()
    page.evaluate("() => new Promise(done => setTimeout(done, 50))")
    expect(page.locator("#map-marks a")).to_have_count(0)


def test_hits_go_when_a_search_fails(open_page: Opener, long_address: str) -> None:
    """The sentence says what failed, and nothing of the search before stands out."""
    page = open_page(site=long_address, failing=True)
    page.goto(long_address + "map.html?q=heliotrope")
    expect(page.locator("#map-marks a")).to_have_count(3)
    page.route("**/search/*/*", lambda route: route.abort())
    page.fill("#q", "gauge")
    page.press("#q", "Enter")
    expect(page.locator("#map-said")).to_have_text("The search index could not be loaded.")
    expect(page.locator("#map-marks a")).to_have_count(0)
    page.unroute("**/search/*/*")
    page.press("#q", "Enter")
    expect(page.locator("#map-said")).to_contain_text("stand out")


def test_a_point_without_its_name_leads_nowhere(open_page: Opener, long_address: str) -> None:
    """The card says that its name could not be loaded; a click stays on the map."""
    page = open_page(site=long_address, failing=True)
    page.goto(long_address + "map.html")
    for pattern in files_of(page)[:-1]:
        page.route(pattern, lambda route: route.abort())
    page.reload()
    page.locator("#map-here").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#map-card .title")).to_have_text("Its name could not be loaded.")
    box = page.locator("#map-here").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.evaluate("() => new Promise(done => setTimeout(done, 200))")
    expect(page).to_have_url(long_address + "map.html")


def test_without_scripts_the_points_are_drawn(open_page: Opener, long_address: str) -> None:
    """The picture stands in the page, and the list leads to the topics."""
    page = open_page(site=long_address, java_script_enabled=False)
    page.goto(long_address + "map.html")
    assert page.locator(".dots").count() >= 2
    expect(page.locator("#map-list a").first).to_be_visible()
    expect(page.locator("#map form")).to_be_hidden()
