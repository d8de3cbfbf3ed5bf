"""Every kind of page at three widths, light and dark, with scripts and without, served and from disk."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

WIDTHS = (390, 820, 1440)
PATHS = {
    "home": "index.html",
    "papers": "papers/index.html",
    "paper": "papers/adam-a-method-for-stochastic-optimization.html",
    "paper with many links": "papers/direct-preference-optimization-your-language-model-is.html",
    "topics": "topics/index.html",
    "topic": "topics/optimization.html",
    "authors": "authors/index.html",
    "organizations": "organizations/index.html",
    "subjects": "subjects/index.html",
    "years": "years/index.html",
    "dumps": "dumps/index.html",
    "dump": "dumps/percy-liang.html",
    "changes": "dumps/trending-vision/changes.html",
    "author": "authors/percy-liang.html",
    "charts": "charts.html",
    "search": "search.html",
    "health": "health.html",
    "offline": "offline.html",
    "about": "about.html",
    "404": "404.html",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit(open_page: Callable[..., Page], address: str, width: int, scheme: str) -> None:
    """No page scrolls sideways, logs anything or asks another host; each has one h1 and its landmarks."""
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for name, path in PATHS.items():
        page.goto(address + path)
        assert page.locator("h1").count() == 1, name
        for landmark in ("main", "header.top", "nav", "footer"):
            assert page.locator(landmark).count() >= 1, (name, landmark)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} px too wide at {width}"
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        channels = [int(part) for part in background.removeprefix("rgb(").removesuffix(")").split(",")]
        assert (sum(channels) > 382) == (scheme == "light"), (name, background)


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_phones_down_to_320(open_page: Callable[..., Page], address: str, size: str) -> None:
    """The narrowest phones do not scroll sideways, nor with doubled text."""
    page = open_page(viewport={"width": 320, "height": 640})
    for name, path in PATHS.items():
        page.goto(address + path)
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} px too wide at 320 with text of {size}"


# What can be pressed and is smaller than 24 by 24 pixels; links within a sentence may be as low as its line.
_SMALL = """() => [...document.querySelectorAll("a[href], button, summary, select, input")]
  .filter(each => each.checkVisibility() && each.getClientRects().length && !each.closest(".vh, .skip"))
  .filter(each => {
    const boxes = [...(each.closest("label") || each).getClientRects()], after = getComputedStyle(each, "::after");
    const widest = Math.max(...boxes.map(box => box.width)), highest = Math.max(...boxes.map(box => box.height));
    const inText = getComputedStyle(each).display === "inline" && (each.closest("p, li, dd, td") || each)
      .textContent.trim().length > each.textContent.trim().length;
    const covers = after.position === "absolute" && after.content !== "none";
    return (widest < 23.9 || highest < 23.9) && !inText && !covers;
  }).map(each => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [390, 1440])
def test_what_can_be_pressed_is_large_enough(open_page: Callable[..., Page], address: str, width: int) -> None:
    """Nothing to press is below 24 pixels either way (WCAG 2.5.8), but for links in the run of a text."""
    page = open_page(viewport={"width": width, "height": 900})
    for name, path in PATHS.items():
        page.goto(address + path)
        assert page.evaluate(_SMALL) == [], name


def test_pages_without_scripts(open_page: Callable[..., Page], address: str) -> None:
    """Every fact is there without JavaScript; search says that it needs it and shows the indexes."""
    page = open_page(java_script_enabled=False)
    page.goto(address + PATHS["paper"])
    text = page.inner_text("main")
    for fact in ("Diederik P. Kingma", "2014", "optimization"):
        assert fact.lower() in text.lower()
    assert page.locator("main math").count() > 0
    page.goto(address + PATHS["search"])
    assert "javascript" in page.inner_text("main").lower()
    assert page.locator('main a[href="topics/index.html"]').count() >= 1


def test_maths_is_shown(open_page: Callable[..., Page], address: str) -> None:
    """A note's formula is MathML with a size, not source text."""
    page = open_page()
    page.goto(address + PATHS["paper"])
    assert page.locator("math[display=block]").first.bounding_box() is not None
    assert "$$" not in page.inner_text("main")


def test_the_theme_is_kept(open_page: Callable[..., Page], address: str) -> None:
    """The theme button goes round, and the choice holds on the next page without a flash."""
    page = open_page(color_scheme="light", viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.click("#theme")
    page.click("#theme")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(address + PATHS["papers"])
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_skip_link_comes_first(open_page: Callable[..., Page], address: str) -> None:
    """The first tab stop leads past the header, and is seen when it has the focus."""
    page = open_page()
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))


def test_from_disk(open_page: Callable[..., Page], built_site: Path) -> None:
    """Opened as files, pages have their style and their links lead on."""
    page = open_page()
    page.goto((built_site / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") in {"flex", "grid"}
    page.goto((built_site / PATHS["paper"]).as_uri())
    page.click("main a[href^='../topics/']")
    expect(page).to_have_url(re.compile("^" + re.escape((built_site / "topics").as_uri())))
    expect(page.locator("h1")).to_have_count(1)
