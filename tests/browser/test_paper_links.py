"""A paper's page: its address copied and shared; the pages of changes and of terms at every width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PAPER = "papers/adam-a-method-for-stochastic-optimization.html"
PAGES = ("dumps/percy-liang/changes.html", "authors/percy-liang.html", "topics/optimization.html", PAPER, "index.html")
NARROW = 390


def test_a_link_is_copied_and_said(open_page: Callable[..., Page], address: str) -> None:
    """The button puts the page's address on the clipboard, without a fragment, and a status says so."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{PAPER}#why")
    page.focus("#copy")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Link copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") in {
        page.evaluate("(document.querySelector('link[rel=canonical]') || {}).href"),
        f"{address}{PAPER}",
    }


def test_a_link_is_copied_without_a_clipboard(open_page: Callable[..., Page], address: str) -> None:
    """Where a browser gives none, as under a plain address, the text is copied all the same, and the focus stays."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("window.kept = navigator.clipboard; Object.defineProperty(navigator, 'clipboard', {})")
    page.goto(address + PAPER)
    page.click("#copy")
    expect(page.get_by_role("status").filter(has_text="Link copied.")).to_be_visible()
    assert page.evaluate("kept.readText()").endswith(PAPER)
    assert page.evaluate("document.activeElement.id") == "copy"


def test_sharing_is_offered_where_the_browser_can(open_page: Callable[..., Page], address: str) -> None:
    """The button is not there otherwise; it shares the title and the address."""
    page = open_page()
    page.add_init_script("Object.defineProperty(navigator, 'share', { value: undefined })")
    page.goto(address + PAPER)
    expect(page.locator("#copy")).to_be_visible()
    expect(page.locator("#share")).to_be_hidden()
    page = open_page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'share', "
        "{ value: function (what) { window.shared = what; return Promise.resolve(); } })"
    )
    page.goto(address + PAPER)
    page.click("#share")
    shared = page.evaluate("shared")
    assert shared["title"] == "Adam: A Method for Stochastic Optimization"
    assert shared["url"].endswith(PAPER)


def test_without_scripts_there_is_no_dead_button(open_page: Callable[..., Page], address: str) -> None:
    """What only a script can do is not offered; the ways out are links as ever."""
    page = open_page(java_script_enabled=False)
    page.goto(address + PAPER)
    expect(page.locator("#copy")).to_be_hidden()
    assert page.locator(".outs a").count() >= 2


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_pages_of_news_and_terms_fit(open_page: Callable[..., Page], address: str, width: int) -> None:
    """Nothing scrolls sideways, nor with doubled text but on the very narrowest screen."""
    page = open_page(viewport={"width": width, "height": 900})
    for path in PAGES:
        for size in ("100%",) if width < NARROW else ("100%", "200%"):
            page.goto(address + path)
            page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{path} is {wide} px too wide at {width} with text of {size}"
