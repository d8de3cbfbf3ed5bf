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


class Held:
    """Requests for files that wait until they are told to go on; what is asked for after that goes on by itself."""

    def __init__(self, page: Page, files: re.Pattern[str]) -> None:
        self._waiting: list[Route] = []
        self._is_open = False
        page.route(files, lambda route: self._take(route))  # noqa: PLW0108 - the route keeps a mark on its handler

    def _take(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self._waiting.append(route)

    def release(self) -> None:
        """Let all go on."""
        self._is_open = True
        for route in self._waiting:
            route.continue_()
        self._waiting.clear()


def hold(page: Page, files: re.Pattern[str]) -> Held:
    """Let the requests for files wait from now on."""
    return Held(page, files)
