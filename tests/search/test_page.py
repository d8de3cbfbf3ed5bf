"""The search page in a browser, from a server and from disk."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.model.paper import Paper
from tests.routes import hold
from tests.search.pages import opened
from tests.search.scripts import lunr_or_skip
from tests.search.sites import EXTRA, searchable_assets, searchable_site, write_whole_site
from tests.serving import served

SOURCES = ("server", "disk")
IMAGE_TITLE = '<img src=x onerror="document.title=1"> in a Title'
HOSTILE = Paper(
    id="an-image",
    title=IMAGE_TITLE,
    authors=("Eve <b>Bold</b>",),
    abstract='Says <img src=x onerror="document.title=2"> and <script>document.title=3</script> plainly.',
    note="A note with &lt;img src=x onerror=alert(1)&gt; inside.",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, written once."""
    lunr_or_skip()
    path: Path = tmp_path_factory.mktemp("site")
    write_whole_site(searchable_site((*EXTRA, HOSTILE)), path)
    return path


@pytest.fixture(scope="module")
def roots(folder: Path) -> Iterator[dict[str, str]]:
    """Where the site can be opened."""
    with served(folder) as server:
        yield {"server": server, "disk": folder.as_uri() + "/"}


def said(page: Page, text: str | re.Pattern[str]) -> None:
    """The count above the hits reads so, and the live region says it too."""
    expect(page.locator("#search-count")).to_have_text(text)
    expect(page.locator("#search-status")).to_have_text(text)


@pytest.mark.parametrize("source", SOURCES)
def test_typing_choosing_and_coming_back(chromium: Browser, roots: dict[str, str], source: str) -> None:
    """The count is told, the arrow keys lead to a hit, and after going back the query and its hits are there."""
    with opened(chromium, roots[source]) as page:
        expect(page.locator("#q")).to_be_focused()
        page.keyboard.type("pretrain")
        said(page, "2 papers match.")
        expect(page.locator("#search-hits mark").first).to_have_text("Pretraining")
        expect(page.locator("#search-hits .say mark")).to_have_text("pre-training")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        expect(page.locator("#search-hits .title a").first).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(page.locator("#q")).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/papers/pretraining-surveys.html")
        page.go_back()
        expect(page.locator("#q")).to_have_value("pretrain")
        said(page, "2 papers match.")
        expect(page).to_have_url(re.compile(r"search\.html\?q=pretrain$"))


@pytest.mark.parametrize("source", SOURCES)
def test_each_submitted_query_is_a_step_back(chromium: Browser, roots: dict[str, str], source: str) -> None:
    """Back and forward walk through the queries that were submitted; Esc clears."""
    with opened(chromium, roots[source], "search.html?q=lanterns") as page:
        said(page, "3 papers match.")
        page.fill("#q", "muller")
        page.keyboard.press("Enter")
        said(page, "1 paper matches.")
        page.go_back()
        expect(page.locator("#q")).to_have_value("lanterns")
        said(page, "3 papers match.")
        page.go_forward()
        expect(page.locator("#q")).to_have_value("muller")
        said(page, "1 paper matches.")
        page.focus("#q")
        page.keyboard.press("Escape")
        expect(page.locator("#q")).to_have_value("")
        expect(page.locator("#search-hits li")).to_have_count(0)
        expect(page.locator("#search-instead")).to_be_visible()


@pytest.mark.parametrize("source", SOURCES)
def test_filters_alone_list_papers_by_date(chromium: Browser, roots: dict[str, str], source: str) -> None:
    """Without a word all papers that pass are listed, the newest first; author and status are in the address too."""
    with opened(chromium, roots[source], "search.html?author=ada-quill") as page:
        expect(page.locator("#search-hits .title")).to_have_text(
            ["A Guess at the Year", re.compile("^Bounded Lanterns")]
        )
        expect(page.locator("#search-chips button")).to_have_text(re.compile("Ada Quill"))
        page.get_by_role("group", name="Status").get_by_label(re.compile("^Read(?!ing)")).check()
        said(page, "1 paper within the filters.")
        expect(page).to_have_url(re.compile(r"\?author=ada-quill&status=read$"))
        page.get_by_role("button", name="Clear all").click()
        expect(page.locator("#search-instead")).to_be_visible()
        expect(page).to_have_url(re.compile(r"search\.html$"))


def test_what_cannot_be_found_or_read_is_said(chromium: Browser, roots: dict[str, str]) -> None:
    """Some of the words, none of them, and a field that is not one: each has its sentence."""
    with opened(chromium, roots["server"]) as page:
        page.fill("#q", "zebra lanterns")
        said(page, "No paper has all of the words. 3 papers have some of them.")
        page.fill("#q", "zebra")
        said(page, re.compile("^Nothing found."))
        expect(page.locator("#search-instead")).to_be_visible()
        page.fill("#q", "venue:lanterns")
        expect(page.locator("#search-remark")).to_contain_text("“venue” is not a field")
        page.fill("#q", "tight interval")
        page.get_by_role("button", name="only some of the words").click()
        expect(page.locator("#search-hits li")).to_have_count(2)


def test_nothing_jumps_when_texts_come(chromium: Browser, roots: dict[str, str]) -> None:
    """Rows stand where they will stand before their abstracts are loaded."""
    with opened(chromium, roots["server"], "about.html") as page:
        held = hold(page, re.compile(r"/search/[0-9a-f]{12}/b\d+\.js"))
        page.goto(roots["server"] + "search.html?q=lanterns")
        said(page, "3 papers match.")
        expect(page.locator("#search-filters fieldset").first).to_be_visible()
        measure = "[...document.querySelectorAll('#search-hits .row')].map(row => row.getBoundingClientRect().toJSON())"
        before = page.evaluate(measure)
        assert page.locator("#search-hits .say").first.inner_text() == ""
        held.release()
        expect(page.locator("#search-hits .say mark").first).to_be_visible()
        assert page.evaluate(measure) == before


def test_nothing_moves_while_a_query_of_the_address_is_answered(chromium: Browser, roots: dict[str, str]) -> None:
    """The footer is out of sight until the hits are there, so that they push nothing away."""
    with opened(chromium, roots["server"], "about.html") as page:
        page.add_init_script(
            "self.moved = 0;"
            "new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value }))"
            ".observe({ type: 'layout-shift', buffered: true })"
        )
        held = hold(page, re.compile(r"/search/(client|start)"))
        page.goto(roots["server"] + "search.html?q=lanterns")
        page.wait_for_timeout(300)
        held.release()
        said(page, "3 papers match.")
        expect(page.locator("#search-filters fieldset").first).to_be_visible()
        assert page.evaluate("moved") < 0.01


def test_the_live_region_waits_for_a_pause(chromium: Browser, roots: dict[str, str]) -> None:
    """A screen reader hears the last count, not one at every key."""
    with opened(chromium, roots["server"], "about.html") as page:
        page.clock.install(time=0)
        page.goto(roots["server"] + "search.html")
        page.evaluate(
            "() => { self.heard = []; const status = document.getElementById('search-status');"
            "new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true }) }"
        )
        page.clock.pause_at(3_600_000)
        page.keyboard.type("zebra lanterns")
        for _letter in "zebra lanterns":
            page.keyboard.press("Backspace")
        page.keyboard.type("pretrain")
        expect(page.locator("#search-count")).to_have_text("2 papers match.")
        assert page.evaluate("heard") == []
        page.clock.run_for(1000)
        assert page.evaluate("heard") == ["2 papers match."]


def test_each_page_has_little_of_search() -> None:
    """Within the script of every page, that is what opens the search dialog."""
    assert len(searchable_assets().content("search-open.js")) <= 3072


def test_nothing_is_loaded_before_someone_searches(chromium: Browser, roots: dict[str, str]) -> None:
    """Pages have no file of search; the search page loads the index at the first key."""
    loaded = (
        "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => /search|lunr/.test(name))"
    )
    with opened(chromium, roots["server"], "index.html") as page:
        page.wait_for_load_state("networkidle")
        assert page.evaluate(loaded) == []
        page.goto(roots["server"] + "search.html")
        page.wait_for_load_state("networkidle")
        assert not [name for name in page.evaluate(loaded) if "/search/" in name]
        page.keyboard.type("l")
        page.wait_for_function(
            "performance.getEntriesByType('resource').some(entry => /search.index.js/.test(entry.name))"
        )


def test_the_page_says_what_it_covers(chromium: Browser, roots: dict[str, str]) -> None:
    """The fields, the number of papers and the day of the newest listing."""
    with opened(chromium, roots["server"]) as page:
        cover = page.locator(".cover")
        expect(cover).to_contain_text("titles, authors, topics, organizations, abstracts and notes of 10 papers")
        expect(cover.locator("time")).to_have_attribute("datetime", re.compile(r"\d{4}-\d\d-\d\d"))
