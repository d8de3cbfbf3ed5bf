"""Built sites, served under a sub-path, and pages that remember everything that went wrong on them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from sitegen.build.pipeline import build_site
from tests.browser.made import write_made_content
from tests.conftest import skip_or_fail
from tests.serving import served

ROOT = Path(__file__).parents[2]
BASE_PATH = "/reading/list/"
# What moved after it was painted, from the first paint on.
SHIFTS = """window.moved = [];
new PerformanceObserver(list => list.getEntries().forEach(each => moved.push(each.sources.map(
  source => source.node && source.node.nodeName + " " + (source.node.id || source.node.textContent.slice(0, 40))).join()
))).observe({ type: "layout-shift", buffered: true });"""

_WIDTH = """(() => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "100px Arial, sans-serif";
  return pen.measureText("Hamburgefonstiv").width;
})()"""
_WIDTH_IN_ARIAL = 756


def build_under_base_path(content: Path, root: Path) -> Path:
    """Build a content folder to where a server of `root` has it under the sub-path; gives the site's folder."""
    out = root / BASE_PATH.strip("/")
    out.parent.mkdir(parents=True, exist_ok=True)
    build_site(content, out)
    return out


@contextmanager
def served_site(site: Path) -> Iterator[str]:
    """The address of a site that was built under the sub-path."""
    root = site.parents[len(BASE_PATH.strip("/").split("/")) - 1]
    with served(root, BASE_PATH) as url:
        yield url


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list that comes with the project, built."""
    return build_under_base_path(ROOT / "content", tmp_path_factory.mktemp("browser") / "root")


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served_site(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def made_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small list of made-up papers with what is hard to show, built."""
    folder = tmp_path_factory.mktemp("made")
    write_made_content(folder / "content")
    return build_under_base_path(folder / "content", folder / "root")


@pytest.fixture(scope="session")
def made_address(made_site: Path) -> Iterator[str]:
    """Where the list of made-up papers is served."""
    with served_site(made_site) as url:
        yield url


@pytest.fixture
def arial(chromium: Browser) -> None:
    """Letters as wide as Arial's, which the sheet asks for: others are not what most readers have."""
    page = chromium.new_page()
    width = page.evaluate(_WIDTH)
    page.close()
    if abs(width - _WIDTH_IN_ARIAL) > 1:
        skip_or_fail("no letters as wide as Arial's on this machine", "SITEGEN_REQUIRE_BROWSER")


@pytest.fixture
def faults() -> list[str]:
    """What went wrong on any page of the test: console messages, errors, requests that failed or left the site."""
    return []


@pytest.fixture
def open_page(chromium: Browser, address: str, faults: list[str]) -> Iterator[Callable[..., Page]]:
    """Makes a watched page of a context with the given options; the test fails when anything was noted.

    `site` is the address that the page may ask, else that of the project's own list. With `failing`, requests may
    fail, and the browser may say that they did. Only with `worker` may the page start the service worker: what stands
    between a page and its server would hide faults of both from the other tests.
    """
    contexts: list[BrowserContext] = []

    def make(*, site: str = address, failing: bool = False, worker: bool = False, **options: object) -> Page:
        workers: Literal["allow", "block"] = "allow" if worker else "block"
        context = chromium.new_context(service_workers=workers, **options)  # type: ignore[arg-type]  # playwright's own
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: _note_message(message, faults, failing=failing))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        if not failing:
            page.on("requestfailed", lambda request: _note_failure(request, faults))
        page.on("request", lambda request: _watch(request.url, site, faults))
        return page

    yield make
    for context in contexts:
        context.close()
    assert not faults


def _note_message(message: ConsoleMessage, faults: list[str], *, failing: bool) -> None:
    is_ours = message.text == "Service Worker registration blocked by Playwright"
    if not is_ours and not (failing and message.text.startswith("Failed to load resource")):
        faults.append(f"console {message.type}: {message.text}")


def _note_failure(request: Request, faults: list[str]) -> None:
    # A page that is left while it loads gives up its requests; that is no fault.
    if request.failure != "net::ERR_ABORTED":
        faults.append(f"failed: {request.url} {request.failure}")


def _watch(url: str, site: str, faults: list[str]) -> None:
    if not url.startswith((site, "file:", "data:", "blob:", "about:")):
        faults.append(f"left the site: {url}")
