"""Reading without a connection: what was visited, the whole list, and a site that changes meanwhile."""

import functools
import http.server
import io
import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from playwright.sync_api import Page, expect

from sitegen.build.pipeline import build_site
from tests.browser.answers import answered
from tests.browser.conftest import BASE_PATH, SHIFTS
from tests.browser.made import write_made_content
from tests.serving import QuietHandler

Opener = Callable[..., Page]
LANTERN = "papers/lantern-{}-of-a-row.html"
CACHES = "caches.keys()"
NOTHING_LATER = """const soon = setTimeout;
window.setTimeout = (what, time, ...more) => time < 500 ? soon(what, time, ...more) : 0;"""


class _Fresh(QuietHandler):
    """A server that always sends a file whole: by its clock, two builds of a test are of the same second."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        del self.headers["If-Modified-Since"]
        return super().send_head()


class Host:
    """A made-up list on a server of its own, which can be stopped, started again, and given a new build."""

    def __init__(self, folder: Path) -> None:
        self.content, self.root = folder / "content", folder / "root"
        self.site = self.root / BASE_PATH.strip("/")
        self.site.parent.mkdir(parents=True)
        write_made_content(self.content)
        self.build()
        self.server: http.server.ThreadingHTTPServer | None = None
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        """Where the list is."""
        return f"http://127.0.0.1:{self.port}{BASE_PATH}"

    def build(self) -> str:
        """Build the content as it is now; gives the version."""
        build_site(self.content, self.site)
        return str(json.loads((self.site / "offline" / "state.json").read_text())["version"])

    def start(self) -> None:
        """Serve, at the same port as before."""
        handler = functools.partial(_Fresh, directory=str(self.root))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Be out of reach."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
        self.server = None

    def rewrite(self, number: int) -> str:
        """Let the abstract of a lantern say paces instead of steps, and build; gives the version."""
        note = self.content / "papers" / f"lantern-{number}.md"
        note.write_text(note.read_text(encoding="utf-8").replace("steps", "paces"), encoding="utf-8")
        return self.build()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A host that is stopped in the end."""
    made = Host(tmp_path)
    yield made
    made.stop()


def says(page: Page, abstract: str) -> None:
    """The page of a paper has this abstract."""
    expect(page.locator("main .prose").first).to_have_text(abstract)


def until(page: Page, condition: str, arg: object = None) -> None:
    """Wait until a condition holds whose answer takes its time."""
    loop = """async arg => {
      for (let time = 0; time < 10000; time += 50) {
        if (await (CONDITION)(arg)) return;
        await new Promise(go => setTimeout(go, 50));
      }
      throw new Error("it never came to that");
    }"""
    page.evaluate(loop.replace("CONDITION", condition), arg)


def has_version(page: Page, version: str) -> None:
    """The worker of this version is in charge, and nothing is kept of any other."""
    name = f"sitegen:{BASE_PATH}:{version}"
    page.wait_for_function("navigator.serviceWorker.controller")
    until(page, "async name => (await caches.keys()).join() === name", name)


def is_kept(page: Page, path: str) -> None:
    """A page is in the cache."""
    until(page, "async path => Boolean(await caches.match(new URL(path, location.origin)))", BASE_PATH + path)


def visit(page: Page, host: Host, *paths: str) -> None:
    """Go to each page, until it is kept."""
    for path in paths:
        page.goto(host.address + path)
        is_kept(page, path)


def start(open_page: Opener, host: Host) -> Page:
    """A first visit, until the worker is in charge."""
    page = open_page(site=host.address, worker=True)
    page.goto(host.address)
    has_version(page, json.loads((host.site / "offline" / "state.json").read_text())["version"])
    return page


def test_what_was_visited(open_page: Opener, host: Host) -> None:
    """Without the server, visited pages are read as they were, the first one too; others say that they are not kept."""
    page = start(open_page, host)
    visit(page, host, LANTERN.format(1), "papers/index.html")
    host.stop()
    for path, heading in (("", "Made List"), (LANTERN.format(1), "Lantern 1 of a Row"), ("papers/", "All papers")):
        page.goto(host.address + path)
        expect(page.locator("h1")).to_have_text(heading)
        assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") in {"flex", "grid"}
    page.goto(host.address + LANTERN.format(2))
    expect(page.locator("h1")).to_have_text("This page is not kept")
    kept = page.locator("#kept a")
    expect(kept).to_have_text(["Lantern 1 of a Row", "All papers", "Made List"])
    kept.first.click()
    expect(page.locator("h1")).to_have_text("Lantern 1 of a Row")


def keep_all(page: Page, host: Host) -> None:
    """Ask for the whole list on its page, and wait until it is kept."""
    page.goto(host.address + "offline.html")
    button = page.get_by_role("button", name="Keep this list offline")
    expect(button).to_be_enabled()
    button.click()
    expect(page.locator("#offline [role=status]")).to_have_text(re.compile("^The whole list is kept in this browser"))


def searches(page: Page, word: str, title: str) -> None:
    """The search dialog finds a paper by a word, and Enter opens it."""
    page.keyboard.press("/")
    page.keyboard.type(word)
    first = page.get_by_role("option").first
    expect(first.locator(".title")).to_have_text(title)
    answered(page)
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


def test_the_whole_list(open_page: Opener, host: Host) -> None:
    """When asked, which says how much it is, all pages are kept: each opens without the server, search finds it."""
    page = start(open_page, host)
    page.goto(host.address + "offline.html")
    state = json.loads((host.site / "offline" / "state.json").read_text())
    expect(page.locator("#offline [role=status]")).to_have_text(
        re.compile(rf"^All pages and the search: {state['files']} files, \d+\skB\.$")
    )
    keep_all(page, host)
    expect(page.get_by_role("button", name="Keep this list offline")).to_be_hidden()
    host.stop()
    for number in (3, 12):
        page.goto(host.address + LANTERN.format(number))
        expect(page.locator("h1")).to_have_text(f"Lantern {number} of a Row")
    searches(page, "hangs 7 steps", "Lantern 7 of a Row")
    page.goto(host.address + "search.html?q=row")
    expect(page.locator("#search-hits .row").first).to_be_visible()
    page.goto(host.address + "offline.html")
    expect(page.locator("#kept-say")).to_have_text("The whole list, with its search.")


def test_what_is_kept_can_be_removed(open_page: Opener, host: Host) -> None:
    """The button takes away all that was visited or asked for; the page that says so stays."""
    page = start(open_page, host)
    visit(page, host, LANTERN.format(1))
    keep_all(page, host)
    page.get_by_role("button", name="Remove what is kept").click()
    expect(page.locator("#kept-say")).to_have_text("One page.")
    host.stop()
    page.goto(host.address + LANTERN.format(1))
    expect(page.locator("h1")).to_have_text("This page is not kept")


HOLD = """() => {
  const wait = new Promise(go => { window.go = go; }), send = ServiceWorker.prototype.postMessage;
  ServiceWorker.prototype.postMessage = function (message, ports) {
    if (message.type !== "keep") return send.call(this, message, ports);
    window.asked = true;
    wait.then(() => send.call(this, message, ports));
  };
}"""


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("lost", "The connection was lost. What arrived is kept; go on when it is back."),
        ("stopped", "Stopped. What arrived is kept; go on whenever you like."),
    ],
)
def test_keeping_is_broken_off(open_page: Opener, host: Host, way: str, said: str) -> None:
    """While the list is being kept the server goes away, or one stops it: that is said, and one can go on."""
    page = start(open_page, host)
    page.goto(host.address + "offline.html")
    page.evaluate(HOLD)
    page.get_by_role("button", name="Keep this list offline").click()
    page.wait_for_function("window.asked")
    expect(page.get_by_role("progressbar", name="Files kept")).to_be_visible()
    if way == "lost":
        host.stop()
    else:
        page.get_by_role("button", name="Stop").click()
    page.evaluate("window.go()")
    status = page.locator("#offline [role=status]")
    expect(status).to_have_text(said)
    if way == "lost":
        host.start()
    page.get_by_role("button", name="Go on").click()
    expect(status).to_have_text(re.compile("^The whole list is kept"))


def test_a_list_that_does_not_fit(open_page: Opener, host: Host) -> None:
    """Where the browser's room runs out on the way, that is said, and what arrived stays."""
    page = start(open_page, host)
    page.goto(host.address + "offline.html")
    page.evaluate(HOLD)
    page.get_by_role("button", name="Keep this list offline").click()
    page.wait_for_function("window.asked")
    full = "() => { Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError')); }"
    page.context.service_workers[0].evaluate(full)
    page.evaluate("window.go()")
    expect(page.locator("#offline [role=status]")).to_have_text(
        "There is no more room in this browser. What arrived is kept."
    )
    expect(page.get_by_role("button", name="Go on")).to_be_enabled()


def test_a_worker_that_is_behind_its_list(open_page: Opener, host: Host) -> None:
    """A server may have a new list and still hand out the old worker: it is said, not waited for without end."""
    page = start(open_page, host)
    state = host.site / "offline" / "state.json"
    state.write_text(json.dumps(json.loads(state.read_text()) | {"version": "0" * 16}))
    page.goto(host.address + "offline.html")
    page.get_by_role("button", name="Keep this list offline").click()
    expect(page.locator("#offline [role=status]")).to_have_text(
        "The list changed meanwhile. Keep it again to have the new one."
    )
    expect(page.get_by_role("button", name="Go on")).to_be_enabled()


def test_the_focus_stays_with_what_one_does(open_page: Opener, host: Host) -> None:
    """From the button that began to the one that stops, on to the one that goes on, and in the end to what is left."""
    page = start(open_page, host)
    page.goto(host.address + "offline.html")
    page.evaluate(HOLD)
    keep = page.get_by_role("button", name="Keep this list offline")
    expect(keep).to_be_enabled()  # a key that is pressed before is nobody's
    keep.press("Enter")
    page.wait_for_function("window.asked")
    expect(page.get_by_role("button", name="Stop")).to_be_focused()
    page.keyboard.press("Enter")
    page.evaluate("window.go()")
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    page.keyboard.press("Enter")
    remove = page.get_by_role("button", name="Remove what is kept")
    expect(remove).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Keep this list offline")).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_moves_when_it_is_known_what_is_kept(open_page: Opener, host: Host, width: int) -> None:
    """On a first visit too, and where all is kept, sentences and entries take room that was there for them."""
    page = open_page(viewport={"width": width, "height": 900}, site=host.address, worker=True)
    page.add_init_script(SHIFTS)
    page.goto(host.address + "offline.html")
    expect(page.locator("#kept-say")).to_have_text("One page.")
    assert page.evaluate("moved") == []
    page.get_by_role("button", name="Keep this list offline").click()
    expect(page.locator("#kept-say")).to_have_text("The whole list, with its search.")
    page.goto(host.address + "offline.html")
    expect(page.locator("#kept-say")).to_have_text("The whole list, with its search.")
    assert page.evaluate("moved") == []


def test_who_asks_what_is_kept_waits_for_nothing(open_page: Opener, host: Host) -> None:
    """On any other page a first visitor's worker comes once the page has had its time; here it is what one came for."""
    for path in ("offline.html", "papers/index.html"):
        page = open_page(site=host.address, worker=True)
        page.add_init_script(NOTHING_LATER)
        page.goto(host.address + path)
        if path == "offline.html":
            expect(page.locator("#kept-say")).to_have_text("One page.")
        else:
            page.wait_for_timeout(300)
            assert page.evaluate("navigator.serviceWorker.getRegistration().then(Boolean)") is False


def test_a_new_build_takes_over(open_page: Opener, host: Host) -> None:
    """The next page one opens is the new one; then all that was visited is kept anew, and nothing of the old build."""
    page = start(open_page, host)
    visit(page, host, LANTERN.format(1), LANTERN.format(2))
    version = host.rewrite(2)
    page.goto(host.address + LANTERN.format(1))
    has_version(page, version)
    host.stop()
    page.goto(host.address + LANTERN.format(2))
    says(page, "It hangs 2 paces on.")


def test_a_new_build_of_a_list_kept_whole(open_page: Opener, host: Host) -> None:
    """The whole list stays whole, and is the new one throughout; only what changed is asked for again."""
    page = start(open_page, host)
    keep_all(page, host)
    version = host.rewrite(5)
    page.goto(host.address)
    has_version(page, version)
    host.stop()
    page.goto(host.address + LANTERN.format(5))
    says(page, "It hangs 5 paces on.")
    searches(page, "paces", "Lantern 5 of a Row")
    page.goto(host.address + "offline.html")
    expect(page.locator("#kept-say")).to_have_text("The whole list, with its search.")


def test_versions_never_mix(open_page: Opener, host: Host) -> None:
    """A page of a build that could not be kept whole is shown, but not kept: offline all is of the old one."""
    page = start(open_page, host)
    visit(page, host, LANTERN.format(1), LANTERN.format(2))
    before = page.evaluate(CACHES)
    host.rewrite(1)
    (host.site / "offline.html").rename(host.site / "lost.html")
    page.goto(host.address + LANTERN.format(1))
    says(page, "It hangs 1 paces on.")
    page.goto(host.address + LANTERN.format(2))
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    until(page, "async () => { const r = await navigator.serviceWorker.ready; return !r.installing && !r.waiting; }")
    until(page, "async before => (await caches.keys()).join() === before.join()", before)
    host.stop()
    page.goto(host.address + LANTERN.format(1))
    says(page, "It hangs 1 steps on.")


def test_a_connection_that_brings_nothing(open_page: Opener, host: Host) -> None:
    """A page that is kept is shown after a while when the server does not answer."""
    page = start(open_page, host)
    visit(page, host, LANTERN.format(1))
    host.stop()
    with socket.create_server(("127.0.0.1", host.port)):
        page.goto(host.address + LANTERN.format(1))
        expect(page.locator("h1")).to_have_text("Lantern 1 of a Row")


def test_the_manifest(open_page: Opener, host: Host) -> None:
    """The browser finds nothing wrong with the web manifest, and each picture has the size that it states."""
    page = start(open_page, host)
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in errors} <= {"in-incognito"}  # which every context of a test is
    manifest = json.loads(found["data"])
    assert manifest["name"] == "Made List"
    for icon in manifest["icons"]:
        size = page.evaluate(
            """src => new Promise(done => {
              const picture = new Image();
              picture.onload = () => done(picture.naturalWidth + "x" + picture.naturalHeight);
              picture.src = src;
            })""",
            host.address + icon["src"],
        )
        assert icon["sizes"] in {size, "any"}


def test_lists_beside_each_other(open_page: Opener, host: Host) -> None:
    """Another list on the same server, below this one even, keeps its own pages."""
    page = start(open_page, host)
    visit(page, host, LANTERN.format(1))
    other = host.site / "other"
    build_site(host.content, other)
    page.goto(host.address + "other/index.html")
    page.wait_for_function("navigator.serviceWorker.controller?.scriptURL.includes('/other/')")
    assert len(page.evaluate(CACHES)) == 2
    host.stop()
    page.goto(host.address + LANTERN.format(1))
    expect(page.locator("h1")).to_have_text("Lantern 1 of a Row")
    page.goto(host.address + "other/" + LANTERN.format(1))
    expect(page.locator("h1")).to_have_text("This page is not kept")
    assert page.locator(".brand").get_attribute("href") == BASE_PATH + "other/index.html"


def test_without_a_server_at_all(open_page: Opener, host: Host) -> None:
    """From disk no worker is asked for; the page says that nothing can be kept."""
    page = open_page(site=host.address, worker=True)
    page.goto((host.site / "offline.html").as_uri())
    expect(page.locator("h1")).to_have_text("Reading without a connection")
    expect(page.locator("#offline [role=status]")).to_have_text(re.compile("^This browser keeps nothing from here"))
    expect(page.get_by_role("button", name="Keep this list offline")).to_be_hidden()
