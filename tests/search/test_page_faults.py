"""What can go wrong between a page and its index: each has a sentence, and none looks like an empty result."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.search.pages import opened
from tests.search.scripts import lunr_or_skip
from tests.search.sites import searchable_site, served, write_whole_site

MANIFEST = re.compile(r"/search/index\.js")
TERMS = re.compile(r"/search/[0-9a-f]{12}/t\d+\.js")
COLUMNS = re.compile(r"/search/[0-9a-f]{12}/(topics|years|states|authors|names)\d+\.js")
CLIENT = re.compile(r"/search/client\.[0-9a-f]+\.js")
# Stands before the worker's own script: words that keep it busy for ever.
BUSY = """
if (typeof importScripts === "function") addEventListener("message", function (event) {
  if (event.data.type !== "search" || !/endless/.test(event.data.typed)) return;
  postMessage({ type: "working", id: event.data.id });
  for (;;);
});
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site on a server."""
    lunr_or_skip()
    folder: Path = tmp_path_factory.mktemp("site")
    write_whole_site(searchable_site(), folder)
    with served(folder) as server:
        yield server


def changed(change: Callable[[str], str]) -> Callable[[Route], None]:
    """Answers a request with what the server says, changed."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=change(response.text()))

    return answer


def fails(page: Page, sentence: str) -> None:
    """The page says what is wrong and shows no result, empty or not."""
    expect(page.locator("#search-fault")).to_contain_text(sentence)
    expect(page.locator("#search-status")).to_contain_text(sentence)
    expect(page.locator("#search-count")).to_have_text("")
    expect(page.locator("#search-hits li")).to_have_count(0)


def finds(page: Page) -> None:
    """The query for lanterns is answered."""
    expect(page.locator("#search-count")).to_have_text("3 papers match.", timeout=20_000)
    expect(page.locator("#search-fault")).to_be_hidden()


def test_a_page_kept_from_an_older_build_finds_the_new_client(chromium: Browser, root: str) -> None:
    """The client that the page names went with its build: the manifest tells the new one, and nothing is said."""
    with opened(chromium, root, "about.html", quiet=False) as page:
        older = re.compile(r"/search\.html")
        page.route(older, changed(lambda html: re.sub(r"client\.[0-9a-f]+\.js", "client.0123456789.js", html)))
        page.goto(root + "search.html?q=lanterns")
        finds(page)


def test_the_index_does_not_wait_for_the_page(chromium: Browser, root: str) -> None:
    """With a question in the address the files of its words come while the page's own scripts are on their way."""
    with opened(chromium, root, "about.html", quiet=False) as page:
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route(re.compile(r"/static/search-ask\."), hold)
        with page.expect_request(TERMS):
            page.goto(root + "search.html?q=lanterns", wait_until="commit")
        expect(page.locator("#search-count")).to_be_empty()
        held[0].continue_()
        finds(page)


@pytest.mark.parametrize("lost", [MANIFEST, TERMS, CLIENT], ids=["manifest", "terms", "client"])
def test_a_lost_file_can_be_asked_for_again(chromium: Browser, root: str, lost: re.Pattern[str]) -> None:
    """A missing file is said to be so, never to be no paper; "Try again" reads the manifest past the cache."""
    with opened(chromium, root, "about.html", quiet=False) as page:
        page.route(lost, lambda route: route.abort())
        page.goto(root + "search.html?q=lanterns")
        fails(page, "could not be loaded")
        page.unroute(lost)
        with page.expect_request(re.compile(r"/search/index\.js\?again=")):
            page.get_by_role("button", name="Try again").click()
        finds(page)


def test_offline(chromium: Browser, root: str) -> None:
    """Without a connection the page says so, and goes on when there is one again."""
    with opened(chromium, root, quiet=False) as page:
        page.context.set_offline(True)
        page.locator("#q").press_sequentially("lanterns")
        fails(page, "There is no connection")
        page.context.set_offline(False)
        page.get_by_role("button", name="Try again").click()
        finds(page)


def test_a_slow_network_is_waited_for(chromium: Browser, root: str) -> None:
    """A worker that waits for a file is left alone, and a newer question overtakes the one that waits."""
    with opened(chromium, root, "about.html") as page:
        held: list[Route] = []
        page.route(TERMS, lambda route: held.append(route))  # noqa: PLW0108 - the route keeps a mark on its handler
        page.goto(root + "search.html?q=zebra")
        page.wait_for_timeout(2500)
        expect(page.locator("#search-count")).to_have_text("Loading the index…")
        page.fill("#q", "lanterns")
        page.wait_for_timeout(100)
        for route in held:
            route.continue_()
        finds(page)


def test_slow_counts_do_not_hide_the_answer(chromium: Browser, root: str) -> None:
    """While the filters are still counted, and afterwards, the hits and their number stay as they are."""
    with opened(chromium, root, "about.html") as page:
        held: list[Route] = []
        page.route(COLUMNS, lambda route: held.append(route))  # noqa: PLW0108 - the route keeps a mark on its handler
        page.goto(root + "search.html?q=lanterns")
        finds(page)
        page.wait_for_timeout(1200)
        finds(page)
        for route in held:
            route.continue_()
        page.unroute(COLUMNS)
        expect(page.locator("#search-filters fieldset").first).to_be_visible()
        finds(page)
        expect(page.locator("#search-status")).to_have_text("3 papers match.")


def test_without_a_worker_the_page_itself_searches(chromium: Browser, root: str) -> None:
    """Where workers are forbidden, hits come all the same."""
    with opened(chromium, root, "about.html") as page:
        page.add_init_script("delete self.Worker")
        page.goto(root + "search.html?q=lanterns")
        finds(page)
