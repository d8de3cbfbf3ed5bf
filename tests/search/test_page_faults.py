"""Ways between the search page and its index that are slow, closed or roundabout: in the end hits come all the same."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.routes import changed, hold
from tests.search.pages import opened
from tests.search.scripts import lunr_or_skip
from tests.search.sites import searchable_site, write_whole_site
from tests.serving import served

TERMS = re.compile(r"/search/[0-9a-f]{12}/t\d+\.js")
COLUMNS = re.compile(r"/search/[0-9a-f]{12}/(topics|years|states|authors|names)\d+\.js")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site on a server."""
    lunr_or_skip()
    folder: Path = tmp_path_factory.mktemp("site")
    write_whole_site(searchable_site(), folder)
    with served(folder) as server:
        yield server


def finds(page: Page) -> None:
    """The query for lanterns is answered."""
    expect(page.locator("#search-count")).to_have_text("3 papers match.", timeout=20_000)
    expect(page.locator("#search-fault")).to_be_hidden()


def test_a_page_kept_from_an_older_build_finds_the_new_client(chromium: Browser, root: str) -> None:
    """What the page starts with went with its build: the manifest tells the new client, and nothing is said."""
    with opened(chromium, root, "about.html", quiet=False) as page:
        older = re.compile(r"/search\.html")
        page.route(older, changed(lambda html: re.sub(r"start\.[0-9a-f]+\.js", "start.0123456789.js", html)))
        page.goto(root + "search.html?q=lanterns")
        finds(page)


def test_the_index_does_not_wait_for_the_page(chromium: Browser, root: str) -> None:
    """With a question in the address the files of its words come while the page's own scripts are on their way."""
    with opened(chromium, root, "about.html", quiet=False) as page:
        ask = re.compile(r"/static/search-page\.")
        held = hold(page, ask)
        with page.expect_request(TERMS), page.expect_request(ask):
            page.goto(root + "search.html?q=lanterns", wait_until="commit")
        expect(page.locator("#search-count")).to_be_empty()
        held.release()
        finds(page)


@pytest.mark.parametrize("query", ["", "?q=zebra"])
def test_what_is_typed_before_the_scripts_counts(chromium: Browser, root: str, query: str) -> None:
    """On a slow network one begins to type before they are there: that is what is looked for then."""
    with opened(chromium, root, "about.html", quiet=False) as page:
        held = hold(page, re.compile(r"/static/search-page\."))
        page.goto(root + f"search.html{query}", wait_until="commit")
        page.locator("#q").press_sequentially("lanterns")
        held.release()
        finds(page)
        expect(page.locator("#q")).to_have_value("lanterns")
        expect(page).to_have_url(root + "search.html?q=lanterns")


def test_offline(chromium: Browser, root: str) -> None:
    """Without a connection the page says so, and goes on when there is one again."""
    with opened(chromium, root, quiet=False) as page:
        page.context.set_offline(True)
        page.locator("#q").press_sequentially("lanterns")
        for place in ("#search-fault", "#search-status"):
            expect(page.locator(place)).to_contain_text("There is no connection")
        expect(page.locator("#search-count")).to_have_text("")
        expect(page.locator("#search-hits li")).to_have_count(0)
        page.context.set_offline(False)
        page.get_by_role("button", name="Try again").click()
        finds(page)


def test_a_slow_network_is_waited_for(chromium: Browser, root: str) -> None:
    """A worker that waits for a file is left alone, and a newer question overtakes the one that waits."""
    with opened(chromium, root, "about.html") as page:
        held = hold(page, TERMS)
        page.goto(root + "search.html?q=zebra")
        page.wait_for_timeout(2500)
        expect(page.locator("#search-count")).to_have_text("Loading the index…")
        expect(page.locator("#search-hits")).to_have_attribute("aria-busy", "true")
        page.fill("#q", "lanterns")
        held.release()
        finds(page)
        expect(page.locator("#search-hits")).to_have_attribute("aria-busy", "false")


def test_slow_counts_do_not_hide_the_answer(chromium: Browser, root: str) -> None:
    """While the filters are still counted, and afterwards, the hits and their number stay as they are."""
    with opened(chromium, root, "about.html") as page:
        held = hold(page, COLUMNS)
        page.goto(root + "search.html?q=lanterns")
        finds(page)
        page.wait_for_timeout(1200)
        finds(page)
        held.release()
        expect(page.locator("#search-filters fieldset").first).to_be_visible()
        finds(page)
        expect(page.locator("#search-status")).to_have_text("3 papers match.")


@pytest.mark.parametrize("query", ["lanterns", "lanterm"])
def test_hits_do_not_wait_for_what_they_do_not_need(chromium: Browser, root: str, query: str) -> None:
    """Filters, patterns and words that may be meant are a script of their own, for which plain hits do not wait."""
    with opened(chromium, root, "about.html") as page:
        held = hold(page, re.compile(r"/search/later\."))
        page.goto(root + f"search.html?q={query}")
        if query == "lanterns":
            finds(page)
            expect(page.locator("#search-filters fieldset")).to_have_count(0)
            held.release()
            expect(page.locator("#search-filters fieldset").first).to_be_visible()
        else:
            expect(page.locator("#search-count")).to_have_text("Loading the index…")
            held.release()
            expect(page.locator("#search")).to_contain_text("Did you mean")
        expect(page.locator("#search-fault")).to_be_hidden()


def test_without_a_worker_the_page_itself_searches(chromium: Browser, root: str) -> None:
    """Where workers are forbidden, hits come all the same."""
    with opened(chromium, root, "about.html") as page:
        page.add_init_script("delete self.Worker")
        page.goto(root + "search.html?q=lanterns")
        finds(page)
