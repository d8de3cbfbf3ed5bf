"""The search dialog, which every page has."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.search.pages import opened
from tests.search.scripts import lunr_or_skip
from tests.search.sites import searchable_site, write_whole_site
from tests.serving import served
from tests.toy import HOSTILE_TITLE

PATHS = ("index.html", "papers/pretraining-surveys.html")


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The small site on a server and on disk."""
    lunr_or_skip()
    folder: Path = tmp_path_factory.mktemp("site")
    write_whole_site(searchable_site(), folder)
    with served(folder) as server:
        yield {"server": server, "disk": folder.as_uri() + "/"}


@pytest.mark.parametrize("source", ["server", "disk"])
@pytest.mark.parametrize("path", PATHS)
def test_slash_type_choose(chromium: Browser, roots: dict[str, str], path: str, source: str) -> None:
    """`/` opens it, what is typed at once is not lost, the arrow keys choose and Enter opens the chosen paper."""
    with opened(chromium, roots[source], path) as page:
        page.keyboard.press("/")
        page.keyboard.type("pretrain")
        box = page.get_by_role("combobox")
        expect(page.get_by_role("option")).to_have_count(2)
        expect(page.locator("dialog [role=status]")).to_have_text("2 papers match.")
        expect(page.locator("dialog [aria-busy]")).to_have_count(0)
        expect(box).to_have_attribute("aria-expanded", "true")
        first, second = page.get_by_role("option").all()
        expect(first).to_contain_text("Thịnh An, Ada Quill")
        page.keyboard.press("ArrowDown")
        expect(first).to_have_attribute("aria-selected", "true")
        page.keyboard.press("ArrowDown")
        expect(second).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", str(second.get_attribute("id")))
        page.keyboard.press("ArrowDown")
        expect(first).to_have_attribute("aria-selected", "true")
        expect(box).to_be_focused()
        # The paper may be the one that is open: its address says nothing then.
        with page.expect_navigation(url="**/papers/pretraining-surveys.html"):
            page.keyboard.press("Enter")


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k", "/"])
def test_keys_open_and_esc_closes(chromium: Browser, roots: dict[str, str], keys: str) -> None:
    """The focus goes into the field and comes back to where it was; the words stay for the next time."""
    with opened(chromium, roots["server"], "index.html") as page:
        link = page.get_by_role("link", name="All papers").first
        link.focus()
        page.keyboard.press(keys)
        expect(page.get_by_role("combobox")).to_be_focused()
        page.keyboard.type("lanterns")
        expect(page.get_by_role("option")).to_have_count(3)
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_be_hidden()
        expect(link).to_be_focused()
        page.keyboard.press(keys)
        expect(page.get_by_role("combobox")).to_have_value("lanterns")


@pytest.mark.parametrize(
    "keys", ["Control+/", "Alt+/", "Meta+/", "Control+Shift+K", "Control+Alt+k", "Control+Meta+k", "k", "?"]
)
def test_other_keys_do_not(chromium: Browser, roots: dict[str, str], keys: str) -> None:
    """With other modifiers the keys are left to the browser and to others."""
    with opened(chromium, roots["server"], "index.html") as page:
        page.keyboard.press(keys)
        page.wait_for_timeout(50)
        assert page.get_by_role("dialog", name="Search").count() == 0


def test_not_while_one_types(chromium: Browser, roots: dict[str, str]) -> None:
    """A slash that is typed in a field stands in the field."""
    with opened(chromium, roots["server"], "index.html") as page:
        page.locator("main input").click()
        page.keyboard.type("a/b")
        page.keyboard.press("Control+k")
        expect(page.locator("main input")).to_have_value("a/b")
        assert page.locator("dialog").count() == 0


def test_the_link_opens_it_and_leads_to_the_page_otherwise(chromium: Browser, roots: dict[str, str]) -> None:
    """A plain click opens the dialog; the close button and the scrim close it; all results are on the search page."""
    with opened(chromium, roots["server"], "index.html") as page:
        page.click(".find")
        page.get_by_role("button", name="Close search").click()
        expect(page.locator("dialog")).to_be_hidden()
        expect(page.locator(".find")).to_be_focused()
        page.click(".find")
        page.mouse.click(5, 5)
        expect(page.locator("dialog")).to_be_hidden()
        with page.context.expect_page() as other:
            page.click(".find", modifiers=["Control"])
        expect(other.value).to_have_url(re.compile(r"/search\.html$"))
        page.click(".find")
        page.keyboard.type("lanterns")
        page.get_by_role("link", name="All results").click()
        page.wait_for_url("**/search.html?q=lanterns")
        expect(page.locator("#search-count")).to_have_text("3 papers match.")


def test_enter_without_a_choice_shows_all_results(chromium: Browser, roots: dict[str, str]) -> None:
    """Enter right after the words leads to the search page with them."""
    with opened(chromium, roots["server"], PATHS[1]) as page:
        page.keyboard.press("/")
        page.keyboard.type("muller lyer")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=muller+lyer")


def test_on_the_search_page_the_keys_lead_to_its_field(chromium: Browser, roots: dict[str, str]) -> None:
    """There is no second field where there is one already."""
    with opened(chromium, roots["server"], "search.html?q=lanterns") as page:
        page.locator("#search-hits a").first.focus()
        page.keyboard.press("/")
        expect(page.locator("#q")).to_be_focused()
        assert page.locator("dialog").count() == 0


def test_hits_are_text_here_too(chromium: Browser, roots: dict[str, str]) -> None:
    """A title that is markup is shown, not run."""
    with opened(chromium, roots["server"], "index.html") as page:
        page.keyboard.press("/")
        page.keyboard.type("attacks")
        expect(page.locator("dialog [role=option] .title")).to_have_text([HOSTILE_TITLE])
        assert page.locator("dialog").locator("script, img, i, b").count() == 0


def test_faults_are_said(chromium: Browser, roots: dict[str, str]) -> None:
    """A missing index has its sentence and a button; nothing found has another."""
    with opened(chromium, roots["server"], "index.html", quiet=False) as page:
        index = re.compile(r"/search/index\.js")
        page.route(index, lambda route: route.abort())
        page.keyboard.press("/")
        page.keyboard.type("lanterns")
        expect(page.locator(".told")).to_contain_text("could not be loaded")
        page.unroute(index)
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("option")).to_have_count(3)
        page.get_by_role("combobox").fill("zebra")
        expect(page.locator(".told")).to_contain_text("Nothing found")


@pytest.mark.parametrize("width", [320, 1280])
def test_it_moves_nothing(chromium: Browser, roots: dict[str, str], width: int) -> None:
    """The page below stays where it is, and the dialog keeps its size while hits come and go."""
    with opened(chromium, roots["server"], "index.html", width=width) as page:
        heading = page.locator("h1").bounding_box()
        page.keyboard.press("/")
        expect(page.locator(".tip dl")).to_be_visible()
        box = page.locator("dialog").bounding_box()
        assert page.locator("h1").bounding_box() == heading
        assert box is not None
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        page.keyboard.type("lanterns")
        expect(page.get_by_role("option")).to_have_count(3)
        assert page.locator("dialog").bounding_box() == box
        assert page.evaluate("document.querySelector('dialog').scrollWidth") <= box["width"]
