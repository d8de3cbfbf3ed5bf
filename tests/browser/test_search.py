"""Searching as a reader does: type, choose, go back."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers import answered


def first_hit(page: Page) -> str:
    """The title of the first result, once there is one."""
    hit = page.locator("main .title a").first
    expect(hit).to_be_visible()
    answered(page)
    return hit.inner_text()


def test_type_choose_go_back(open_page: Callable[..., Page], address: str) -> None:
    """Results come as one types; a chosen one opens; going back brings the query and the results again."""
    page = open_page()
    page.goto(address + "search.html")
    page.get_by_role("searchbox").press_sequentially("grokk")
    expect(page.locator("main .title a").first).to_contain_text(re.compile("grokking", re.IGNORECASE))
    expect(page).to_have_url(re.compile(r"\?q=grokk"))
    title = first_hit(page)
    page.locator("main .title a").first.click()
    expect(page.locator("h1")).to_have_text(title)
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("grokk")
    assert first_hit(page) == title


def test_a_query_in_the_address(open_page: Callable[..., Page], address: str) -> None:
    """A link with `?q=` shows its results at once, accents or not."""
    page = open_page()
    page.goto(address + "search.html?q=kingma")
    expect(page.locator("main .title a", has_text="Adam")).to_be_visible()
    page.goto(address + "search.html?q=Andr%C3%A9")
    expect(page.get_by_role("searchbox")).to_have_value("André")


@pytest.mark.parametrize("query", ["title:", "+", "-x", "foo:bar", "a^b", '"', "*", "~", "grokking^-1 ~~ :"])
def test_odd_queries_get_a_sentence(open_page: Callable[..., Page], address: str, query: str) -> None:
    """Whatever one types, there is an answer in words and no error."""
    page = open_page()
    page.goto(address + "search.html")
    page.get_by_role("searchbox").fill("grokking")
    expect(page.locator("main .title a").first).to_be_visible()
    page.get_by_role("searchbox").fill(query)
    expect(page.locator("#search-status")).not_to_have_text(re.compile("^(2 papers match.|Loading.*|)$"))


def test_nothing_found_is_said(open_page: Callable[..., Page], address: str) -> None:
    """A word that no paper has gives a sentence, not an empty page."""
    page = open_page()
    page.goto(address + "search.html")
    page.get_by_role("searchbox").fill("xyzzyplugh")
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\b(no|nothing)\b", re.IGNORECASE))


def test_search_from_disk(open_page: Callable[..., Page], built_site: Path) -> None:
    """Opened as a file, where no worker may start, search works all the same."""
    page = open_page()
    page.goto((built_site / "search.html").as_uri())
    page.get_by_role("searchbox").fill("randomized smoothing")
    expect(page.locator("main .title a").first).to_contain_text(re.compile("smoothing", re.IGNORECASE))
