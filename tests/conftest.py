"""What tests may ask for that is not everywhere: a browser, Node, the real dumps.

A test that asks for one is skipped, with the reason, where it is missing. A run that must not skip sets
`SITEGEN_REQUIRE_BROWSER=1`, `SITEGEN_REQUIRE_NODE=1` or `SITEGEN_REQUIRE_SHARED=1`: then missing is a failure.
`SITEGEN_CHROMIUM` and `SITEGEN_NODE` name another executable, `SITEGEN_SHARED` another folder.
"""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent

# No test has a time limit: machines are busy. CI tries the same examples each time, a developer's run other ones.
settings.register_profile("sitegen", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("sitegen")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# No sandbox: containers run tests as root. The rest keeps the browser from talking to anyone but the page's own host.
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
MARK_OF_FIXTURE = {"chromium": "browser", "node": "node", "shared_dir": "shared"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it asks for, so that `-m "not browser"` chooses without anyone writing marks."""
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if mark := MARK_OF_FIXTURE.get(fixture):
                item.add_marker(mark)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end of every run what was skipped and why, one line a reason."""
    skipped = [report.longrepr for report in terminalreporter.stats.get("skipped", ())]
    reasons = Counter(str(place[2]).removeprefix("Skipped: ") for place in skipped if isinstance(place, tuple))
    for reason, number in sorted(reasons.items()):
        terminalreporter.write_line(f"{number} skipped: {reason}")


def skip_or_fail(what: str, variable: str) -> NoReturn:
    """Skip the test for want of something, or fail it where the run says that the thing has to be there."""
    if os.environ.get(variable):
        pytest.fail(f"{what}, and {variable} is set", pytrace=False)
    pytest.skip(what)


def find_executable(variable: str, names: tuple[str, ...]) -> str | None:
    """The executable that an environment variable names, else the first of the names that is on PATH."""
    candidates = (os.environ[variable],) if variable in os.environ else names
    return next((found for name in candidates if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium of this machine, started by the first test that asks and kept for the session.

    Take a page by `chromium.new_context(…).new_page()` and close the context in the test. The browser's event loop
    counts as running in this thread: a test that needs `asyncio.run` does it in a thread of its own.
    """
    executable = find_executable("SITEGEN_CHROMIUM", CHROMIUM_NAMES)
    if executable is None:
        skip_or_fail("no Chromium on this machine", "SITEGEN_REQUIRE_BROWSER")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def node() -> str:
    """The path of a Node executable, for tests that run our scripts or lunr.js outside a browser."""
    found = find_executable("SITEGEN_NODE", ("node", "nodejs"))
    return found or skip_or_fail("no Node on this machine", "SITEGEN_REQUIRE_NODE")


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder beside the checkout that holds `dumps/`, the real dumps, which are not ours to commit."""
    folder = Path(os.environ.get("SITEGEN_SHARED", ROOT.parent / "shared"))
    if not (folder / "dumps").is_dir():
        skip_or_fail(f"no real dumps in {folder}", "SITEGEN_REQUIRE_SHARED")
    return folder
