"""The search dialog on the pages of a built list: by keys, by fingers, served and from disk."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers import answered
from tests.browser.made import IMAGE_TITLE, SCRIPT_TITLE
from tests.routes import hold

Opener = Callable[..., Page]
PATHS = ("index.html", "papers/adam-a-method-for-stochastic-optimization.html")


def dialog_finds(page: Page, word: str) -> None:
    """The dialog is open with the focus in its field, and typing brings papers with the word marked."""
    expect(page.get_by_role("combobox", name="Search papers")).to_be_focused()
    page.keyboard.type(word)
    expect(page.get_by_role("option").first).to_be_visible()
    answered(page)
    expect(page.locator("dialog mark").first).to_have_text(re.compile(f"^{word}", re.IGNORECASE))


@pytest.mark.parametrize("place", ["server", "disk"])
@pytest.mark.parametrize("path", PATHS, ids=["home", "paper"])
@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_open_choose_and_close(
    open_page: Opener, address: str, built_site: Path, path: str, keys: str, place: str
) -> None:
    """Keys open it, Esc closes it and gives the focus back; opened again, arrows choose and Enter opens the paper."""
    page = open_page()
    page.goto((address if place == "server" else built_site.as_uri() + "/") + path)
    link = page.locator("main a:visible").first
    link.focus()
    page.keyboard.press(keys)
    dialog_finds(page, "robust")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press(keys)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    title = first.locator(".title").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


SLOW = """() => {
  const wait = new Promise(go => { window.go = go; }), send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ports) { wait.then(() => send.call(this, message, ports)); };
}"""


def test_a_late_answer_leaves_the_choice(open_page: Opener, address: str) -> None:
    """Who types on and at once chooses among the hits that are there has the same paper chosen among the next ones."""
    page = open_page()
    page.goto(address)
    page.keyboard.press("/")
    dialog_finds(page, "robus")
    page.evaluate(SLOW)
    page.keyboard.type("t")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    title = chosen.locator(".title").inner_text()
    page.evaluate("window.go()")
    answered(page)
    expect(chosen.locator(".title")).to_have_text(title)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


def test_typing_on_takes_the_choice_back(open_page: Opener, address: str) -> None:
    """Another word is another question: Enter then leads to all its results."""
    page = open_page()
    page.goto(address)
    page.keyboard.press("/")
    dialog_finds(page, "robus")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    page.keyboard.type("t")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "search.html?q=robust")


def test_all_results_lead_on(open_page: Opener, address: str) -> None:
    """The link below the hits opens the search page with the same words."""
    page = open_page()
    page.goto(address + PATHS[1])
    page.keyboard.press("/")
    dialog_finds(page, "grokking")
    page.get_by_role("link", name="All results").click()
    expect(page).to_have_url(address + "search.html?q=grokking")
    expect(page.locator("#search-hits .title mark").first).to_be_visible()


def test_not_while_typing_in_a_field(open_page: Opener, address: str) -> None:
    """In a field of the page the keys belong to the field."""
    page = open_page()
    page.goto(address)
    field = page.locator("main input").first
    field.click()
    page.keyboard.type("a/b")
    page.keyboard.press("Control+k")
    expect(field).to_have_value("a/b")
    expect(page.locator("dialog")).to_have_count(0)


def test_nothing_is_asked_for_before_someone_searches(open_page: Opener, address: str) -> None:
    """What opens the search is part of every page's script; its rest and the index come when it is opened."""
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url[len(address) :]))
    for path in PATHS:
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
    assert not [name for name in asked if "search" in name or "lunr" in name]
    page.keyboard.press("/")
    dialog_finds(page, "robust")
    assert [name for name in asked if name.startswith("search/index.js")]


def test_by_fingers(open_page: Opener, address: str) -> None:
    """On a phone a tap on the sign opens it and a tap on a hit opens the paper; nothing is wider than the window."""
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(address)
    page.locator(".find").tap()
    dialog_finds(page, "robust")
    box = page.locator("dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    option = page.get_by_role("option").nth(1)
    size = option.bounding_box()
    assert size is not None
    assert size["height"] >= 44
    title = option.locator(".title").inner_text()
    option.tap()
    expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("place", ["server", "disk"])
def test_markup_in_titles_is_text(open_page: Opener, made_address: str, made_site: Path, place: str) -> None:
    """Titles that look like HTML are shown as they are, and nothing in them runs."""
    page = open_page(site=made_address)
    page.goto((made_address if place == "server" else made_site.as_uri() + "/") + "index.html")
    page.keyboard.press("/")
    dialog_finds(page, "tinder")
    titles = page.get_by_role("option").locator(".title")
    expect(titles.filter(has_text=IMAGE_TITLE)).to_have_count(1)
    expect(titles.filter(has_text=SCRIPT_TITLE)).to_have_count(1)
    assert page.locator("dialog").locator("img, script, b").count() == 0
    assert page.title() != "run"


def test_no_empty_button_while_the_index_loads(open_page: Opener, address: str) -> None:
    """Words that are there before the rest is loaded wait without a button that says nothing."""
    script, index = re.compile(r"/search-dialog\."), re.compile(r"/search/index\.js")
    page = open_page()
    held_script, held_index = hold(page, script), hold(page, index)
    page.goto(address)
    with page.expect_request(script):
        page.keyboard.press("/")
    page.keyboard.type("robust")
    with page.expect_request(index):
        held_script.release()
    expect(page.locator("dialog")).to_contain_text("Loading the index…")
    buttons = page.locator("dialog button").locator("visible=true")
    expect(buttons).to_have_count(1)
    expect(buttons).to_have_attribute("aria-label", "Close search")
    held_index.release()
    expect(page.get_by_role("option").first).to_be_visible()
