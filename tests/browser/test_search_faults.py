"""What may go wrong between a page of a built list and its index, on the search page and in the dialog."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import build_under_base_path, served_site
from tests.browser.made import write_made_content
from tests.routes import changed

Opener = Callable[..., Page]
MANIFEST = re.compile(r"/search/(index|start\.[0-9a-f]+)\.js")
CLIENT = re.compile(r"/search/(client|start)\.[0-9a-f]+\.js")
LATER = re.compile(r"/search/later\.[0-9a-f]+\.js")
SHARD = re.compile(r"/search/[0-9a-f]{12}/t\d+\.js")
TEXTS = re.compile(r"/search/[0-9a-f]{12}/b\d+\.js")
SURFACES = ("page", "dialog")
# Put after the worker's own script: one word keeps it busy for ever, all others go their way.
BUSY = """
if (typeof importScripts === "function") (function () {
  var receive = self.onmessage;
  self.onmessage = function (event) {
    if (event.data.type === "search" && event.data.typed === "endless") {
      postMessage({ type: "working", id: event.data.id });
      for (;;);
    }
    receive(event);
  };
})();
"""


def begin(page: Page, address: str, surface: str) -> None:
    """Open the search page, or the dialog on the first page."""
    page.goto(address + ("search.html" if surface == "page" else "index.html"))
    if surface == "dialog":
        page.keyboard.press("/")


def ask(page: Page, words: str) -> None:
    """Type words into the field that there is."""
    page.locator("dialog[open] input, #search #q").fill(words)


def said(page: Page, sentence: str) -> None:
    """A sentence is shown and announced, and no hit is."""
    expect(page.locator("dialog, #search")).to_contain_text(sentence, timeout=20_000)
    expect(page.locator("#search-status, dialog [role=status]")).to_contain_text(sentence)
    expect(page.locator("#search-hits .row, [role=option]")).to_have_count(0)


def finds(page: Page) -> None:
    """There are hits, and no fault is told any more."""
    expect(page.locator("#search-hits .row, [role=option]").first).to_be_visible(timeout=20_000)
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


def other_format(text: str) -> str:
    """A manifest as a later version might write it."""
    name, generation, checksum, payload = json.loads("[" + text[len("sitegenSearch(") : text.rindex(")")] + "]")
    parts = [name, generation, checksum, json.dumps({**json.loads(payload), "format": 99})]
    return f"sitegenSearch({json.dumps(parts)[1:-1]});\n"


@pytest.mark.parametrize("surface", [*SURFACES, "address"])
@pytest.mark.parametrize(
    ("lost", "words"),
    [(MANIFEST, "robust"), (SHARD, "robust"), (CLIENT, "robust"), (LATER, "robusd~1")],
    ids=["manifest", "shard", "client", "later"],
)
def test_a_lost_file(open_page: Opener, address: str, surface: str, lost: re.Pattern[str], words: str) -> None:
    """One that does not come is said so, never to be no paper; "Try again" asks past the cache and finds the papers."""
    page = open_page(failing=True)
    page.route(lost, lambda route: route.abort())
    if surface == "address":
        page.goto(address + f"search.html?q={words}")
    else:
        begin(page, address, surface)
        ask(page, words)
    said(page, "could not be loaded")
    if surface != "dialog":
        expect(page.locator("#search-fault")).to_contain_text("could not be loaded")
        expect(page.locator("#search-count")).to_have_text("")
    page.unroute(lost)
    with page.expect_request(re.compile(r"/search/index\.js\?again=")):
        page.get_by_role("button", name="Try again").click()
    finds(page)


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda text: re.sub(r'.(?="\);\n?$)', lambda match: "y" if match[0] == "x" else "x", text), "damaged"),
        (lambda text: re.sub(r'(?<=,)"[0-9a-f]{12}"', '"0123456789ab"', text, count=1), "changed while this page"),
    ],
    ids=["damaged", "of another generation"],
)
def test_a_wrong_shard(
    open_page: Opener, address: str, surface: str, change: Callable[[str], str], sentence: str
) -> None:
    """A shard with one letter changed, or of another build, is refused; "Try again" reads the right one."""
    is_refused_until_right(open_page(), address, surface, SHARD, change, "robust", sentence)


def is_refused_until_right(
    page: Page,
    address: str,
    surface: str,
    file: re.Pattern[str],
    change: Callable[[str], str],
    words: str,
    sentence: str,
) -> None:
    """Words whose file is spoilt are answered by a sentence, and by papers when the file is whole again."""
    page.route(file, changed(change))
    begin(page, address, surface)
    ask(page, words)
    said(page, sentence)
    page.unroute(file)
    page.get_by_role("button", name="Try again").click()
    finds(page)


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("half", [lambda text: text[: len(text) // 2], lambda _: "/* nothing */"], ids=["cut", "empty"])
def test_a_script_that_is_not_whole(open_page: Opener, address: str, surface: str, half: Callable[[str], str]) -> None:
    """The part of the client that comes later is refused as well; "Try again" reads the right one."""
    is_refused_until_right(open_page(), address, surface, LATER, half, "robusd~1", "damaged")


@pytest.mark.parametrize("surface", SURFACES)
def test_an_old_page(open_page: Opener, address: str, surface: str) -> None:
    """A page that meets an index of another format offers to be reloaded, and then it searches."""
    page = open_page()
    page.route(MANIFEST, changed(other_format))
    begin(page, address, surface)
    ask(page, "robust")
    said(page, "older than the index")
    page.unroute(MANIFEST)
    with page.expect_navigation():
        page.get_by_role("button", name="Reload").click()
    if surface == "dialog":
        page.keyboard.press("/")
        ask(page, "robust")
    finds(page)


@pytest.mark.parametrize("surface", SURFACES)
def test_a_worker_that_does_not_come_back(open_page: Opener, address: str, surface: str) -> None:
    """A query that computes for more than two seconds is ended and said so; the next one is answered."""
    page = open_page()
    page.route(CLIENT, changed(lambda text: text + BUSY))
    begin(page, address, surface)
    ask(page, "endless")
    said(page, "took longer than two seconds")
    ask(page, "robust")
    finds(page)


def test_lost_texts_leave_the_hits(open_page: Opener, address: str) -> None:
    """Without the abstracts the titles stay, the page says what is missing, and "Try again" brings them."""
    page = open_page(failing=True)
    page.route(TEXTS, lambda route: route.abort())
    page.goto(address + "search.html?q=robust")
    expect(page.locator("#search-fault")).to_contain_text("could not be loaded")
    expect(page.locator("#search-hits .title mark").first).to_be_visible()
    page.unroute(TEXTS)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#search-hits .say mark").first).to_be_visible()
    expect(page.locator("#search-fault")).to_be_hidden()


def test_a_site_built_anew_under_an_open_page(open_page: Opener, tmp_path: Path) -> None:
    """An open page whose index was replaced says that a file is gone; "Try again" finds what is new."""
    write_made_content(tmp_path / "old")
    write_made_content(tmp_path / "new", more={"zebra": "Zebra Crossings"})
    site = build_under_base_path(tmp_path / "old", tmp_path / "root")
    with served_site(site) as url:
        page = open_page(site=url, failing=True)
        page.goto(url + "search.html")
        page.route(SHARD, lambda route: route.abort())
        ask(page, "lantern")
        expect(page.get_by_role("button", name="Try again")).to_be_visible()
        page.unroute(SHARD)
        shutil.rmtree(site)
        build_under_base_path(tmp_path / "new", tmp_path / "root")
        page.get_by_role("button", name="Try again").click()
        finds(page)
        ask(page, "zebra")
        expect(page.locator("#search-hits .title")).to_have_text(["Zebra Crossings"])


COLUMNS = re.compile(r"/search/[0-9a-f]{12}/(topics|years|states|scores|authors)[a-z-]*\d+\.js")


def test_lost_counts_leave_the_hits(open_page: Opener, address: str) -> None:
    """When the choices cannot be counted the hits and their number stay; the filters say what is wrong, and mend it."""
    page = open_page(failing=True, viewport={"width": 1440, "height": 900})
    page.route(COLUMNS, lambda route: route.abort())
    page.goto(address + "search.html?q=robust")
    expect(page.locator("#search-boxes-fault")).to_contain_text("could not be loaded")
    expect(page.locator("#search-hits .row").first).to_be_visible()
    expect(page.locator("#search-hits .say mark").first).to_be_visible()
    expect(page.locator("#search-count")).to_have_text(re.compile(r"^\d+ papers match\.$"))
    expect(page.locator("#search-fault")).to_be_hidden()
    page.unroute(COLUMNS)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#search-filters fieldset").first).to_be_visible()
    expect(page.locator("#search-boxes-fault")).to_be_hidden()
    expect(page.locator("#search-hits .row").first).to_be_visible()


def test_a_lost_order_leaves_the_hits(open_page: Opener, address: str) -> None:
    """An order whose file is lost is said, and the hits stay those from before."""
    page = open_page(failing=True)
    page.goto(address + "search.html?q=robust")
    expect(page.locator("#search-hits .row").first).to_be_visible()
    before = page.locator("#search-hits .title").all_inner_texts()
    page.route(re.compile(r"/titles\d+\.js"), lambda route: route.abort())
    page.get_by_label("Sort").select_option("title")
    expect(page.locator("#search-fault")).to_contain_text("still those from before")
    assert page.locator("#search-hits .title").all_inner_texts() == before
    page.unroute(re.compile(r"/titles\d+\.js"))
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#search-fault")).to_be_hidden()
    expect(page.locator("#search-hits .title").first).not_to_have_text(before[0])


def test_on_a_phone_a_fault_stands_alone(open_page: Opener, address: str) -> None:
    """No empty bar stands above the sentence, and the other ways in stand below it."""
    page = open_page(failing=True, viewport={"width": 390, "height": 844})
    page.route(SHARD, lambda route: route.abort())
    page.goto(address + "search.html?q=robust")
    expect(page.locator("#search-fault")).to_be_visible()
    expect(page.locator("#search-found .bar")).to_be_hidden()
    expect(page.locator("#search-instead")).to_be_visible()
