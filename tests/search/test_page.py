"""The search page in a browser, from a server and from disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search.scripts import lunr_or_skip
from tests.search.sites import searchable_site, served, write_whole_site
from tests.toy import HOSTILE_TITLE

SOURCES = ("server", "disk")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, written once."""
    lunr_or_skip()
    path: Path = tmp_path_factory.mktemp("site")
    write_whole_site(searchable_site(), path)
    return path


@pytest.fixture(scope="module")
def roots(folder: Path) -> Iterator[dict[str, str]]:
    """Where the site can be opened."""
    with served(folder) as server:
        yield {"server": server, "disk": folder.as_uri() + "/"}


@contextmanager
def opened(chromium: Browser, root: str, path: str = "search.html", *, quiet: bool = True) -> Iterator[Page]:
    """A page of the site; at its end no request has left the site, and, if `quiet`, nothing was logged."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    messages: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(root + path)
    yield page
    context.close()
    assert not [url for url in requests if not url.startswith(root)]
    if quiet:
        assert messages == []


def titles(page: Page) -> list[str]:
    """The titles of the hits."""
    return page.locator("#search-hits .title").all_inner_texts()


@pytest.mark.parametrize("source", SOURCES)
def test_typing_choosing_and_coming_back(chromium: Browser, roots: dict[str, str], source: str) -> None:
    """The count is told, the arrow keys lead to a hit, and after going back the query and its hits are there."""
    with opened(chromium, roots[source]) as page:
        expect(page.locator("#q")).to_be_focused()
        page.keyboard.type("pretrain")
        expect(page.get_by_role("status")).to_have_text("2 papers match.")
        expect(page.locator("#search-hits mark").first).to_have_text("Pretraining")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        expect(page.locator("#search-hits a").first).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/papers/pretraining-surveys.html")
        page.go_back()
        expect(page.locator("#q")).to_have_value("pretrain")
        expect(page.get_by_role("status")).to_have_text("2 papers match.")
        assert page.url.endswith("search.html?q=pretrain")


@pytest.mark.parametrize("source", SOURCES)
def test_each_submitted_query_is_a_step_back(chromium: Browser, roots: dict[str, str], source: str) -> None:
    """Back and forward walk through the queries that were submitted; Esc clears."""
    with opened(chromium, roots[source], "search.html?q=lanterns") as page:
        expect(page.get_by_role("status")).to_contain_text("3 papers")
        page.fill("#q", "muller")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("1 paper matches.")
        page.go_back()
        expect(page.locator("#q")).to_have_value("lanterns")
        expect(page.get_by_role("status")).to_contain_text("3 papers")
        page.go_forward()
        expect(page.locator("#q")).to_have_value("muller")
        page.focus("#q")
        page.keyboard.press("Escape")
        expect(page.locator("#q")).to_have_value("")
        expect(page.locator("#search-hits li")).to_have_count(0)
        expect(page.locator("#search-instead")).to_be_visible()


def test_what_cannot_be_found_or_read_is_said(chromium: Browser, roots: dict[str, str]) -> None:
    """Some of the words, none of them, and a field that is not one: each has its sentence."""
    with opened(chromium, roots["server"]) as page:
        page.fill("#q", "zebra lanterns")
        expect(page.get_by_role("status")).to_have_text("No paper has all of the words. 3 papers have some of them.")
        page.fill("#q", "zebra")
        expect(page.get_by_role("status")).to_contain_text("Nothing found.")
        expect(page.locator("#search-instead")).to_be_visible()
        page.fill("#q", "venue:lanterns")
        expect(page.locator("#search-remark")).to_contain_text("“venue” is not a field")
        page.fill("#q", "tight interval")
        page.get_by_role("button", name="only some of the words").click()
        expect(page.locator("#search-hits li")).to_have_count(2)


@pytest.mark.parametrize("source", SOURCES)
def test_hits_are_text(chromium: Browser, roots: dict[str, str], source: str) -> None:
    """A title that is markup is shown, not run."""
    with opened(chromium, roots[source], "search.html?q=attacks") as page:
        expect(page.locator("#search-hits .title")).to_have_text(HOSTILE_TITLE)
        assert page.locator("#search-hits script, #search-hits img, #search-hits i").count() == 0


def test_a_lost_index_can_be_asked_for_again(chromium: Browser, roots: dict[str, str]) -> None:
    """It is said that the index is missing, never that there is no paper."""
    with opened(chromium, roots["server"], "about.html", quiet=False) as page:
        page.route("**/search/index.js*", lambda route: route.abort())
        page.goto(roots["server"] + "search.html?q=lanterns")
        expect(page.get_by_role("status")).to_have_text("The index could not be loaded.")
        page.unroute("**/search/index.js*")
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("status")).to_contain_text("3 papers")


def test_without_a_worker_the_page_itself_searches(chromium: Browser, roots: dict[str, str]) -> None:
    """Where the worker's script cannot be had, hits come all the same."""
    with opened(chromium, roots["server"], "about.html", quiet=False) as page:
        page.route("**/search-worker.*.js", lambda route: route.abort())
        page.goto(roots["server"] + "search.html?q=lanterns")
        expect(page.get_by_role("status")).to_contain_text("3 papers")


def test_nothing_of_search_is_loaded_elsewhere(chromium: Browser, roots: dict[str, str]) -> None:
    """Only who goes to the search page gets its scripts and the index."""
    with opened(chromium, roots["server"], "index.html") as page:
        page.wait_for_load_state("networkidle")
        names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
        assert not [name for name in names if "search" in name or "lunr" in name]


def test_without_scripts_the_page_leads_to_the_lists(chromium: Browser, roots: dict[str, str]) -> None:
    """One sentence, and links that work."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(roots["server"] + "search.html")
    expect(page.locator("main")).to_contain_text("Search needs JavaScript.")
    expect(page.locator("#q")).to_be_hidden()
    page.locator(".nojs a", has_text="topics").click()
    assert page.url.endswith("/topics/index.html")
    context.close()
