"""When a page has shown all that was asked of it."""

from playwright.sync_api import Page, expect


def answered(page: Page) -> None:
    """Wait until the last question, typed or chosen, is answered: lists that await an answer say that they are busy."""
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
