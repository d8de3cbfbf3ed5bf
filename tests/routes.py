"""What a page hears of the files that it asks for: other than the server says, or later."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route


def changed(change: Callable[[str], str]) -> Callable[[Route], None]:
    """Answers a request with what the server says, changed."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=change(response.text()))

    return answer


def hold(page: Page, files: re.Pattern[str]) -> list[Route]:
    """The requests for files, which from now on wait until they are told to go on."""
    held: list[Route] = []
    page.route(files, lambda route: held.append(route))  # noqa: PLW0108 - the route keeps a mark on its handler
    return held
