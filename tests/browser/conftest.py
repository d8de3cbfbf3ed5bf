"""A built site, served under a sub-path, and pages that remember everything that went wrong on them."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from sitegen.build.pipeline import build_site

ROOT = Path(__file__).parents[2]
BASE_PATH = "/reading/list/"


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list that comes with the project, built."""
    out = tmp_path_factory.mktemp("browser") / "root" / BASE_PATH.strip("/")
    out.parent.mkdir(parents=True)
    build_site(ROOT / "content", out)
    return out


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Keep the test's output to the test."""


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the built site is served: on this machine only, a free port, under a sub-path."""
    root = built_site.parents[len(BASE_PATH.strip("/").split("/")) - 1]
    handler = functools.partial(_Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        server.shutdown()
        thread.join()


@pytest.fixture
def faults() -> list[str]:
    """What went wrong on any page of the test: console messages, errors, requests that failed or left the site."""
    return []


@pytest.fixture
def open_page(chromium: Browser, address: str, faults: list[str]) -> Iterator[Callable[..., Page]]:
    """Makes a watched page of a context with the given options; the test fails when anything was noted."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Page:
        context = chromium.new_context(**options)  # type: ignore[arg-type]  # playwright's own options
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        # A page that is left while it loads gives up its requests; that is no fault.
        page.on("requestfailed", lambda request: _note_failure(request, faults))
        page.on("request", lambda request: _watch(request.url, address, faults))
        return page

    yield make
    for context in contexts:
        context.close()
    assert not faults


def _note_failure(request: Request, faults: list[str]) -> None:
    if request.failure != "net::ERR_ABORTED":
        faults.append(f"failed: {request.url} {request.failure}")


def _watch(url: str, address: str, faults: list[str]) -> None:
    if not url.startswith((address, "file:", "data:", "blob:", "about:")):
        faults.append(f"left the site: {url}")
