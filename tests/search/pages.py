"""Pages of a searchable site, watched for messages and for requests that leave it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

# A worker between the page and its server would hide faults of both.
BLOCKED = "Service Worker registration blocked by Playwright"


@contextmanager
def opened(
    chromium: Browser, root: str, path: str = "search.html", *, width: int = 1280, quiet: bool = True
) -> Iterator[Page]:
    """A page of the site; at its end no request has left the site, and, if `quiet`, nothing was logged."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, service_workers="block")
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
        assert [text for text in messages if text != BLOCKED] == []


def titles(page: Page) -> list[str]:
    """The titles of the hits."""
    return page.locator("#search-hits .title").all_inner_texts()
