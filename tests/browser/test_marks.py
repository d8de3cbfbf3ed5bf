"""Reading marks as a person sets them: on rows and pages, by mouse and by keys, in several tabs, kept or not."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import build_under_base_path, served_site
from tests.browser.made import write_made_content
from tests.routes import hold

PAPER = "adam-a-method-for-stochastic-optimization"
TITLE = "Adam: A Method for Stochastic Optimization"
OPEN = "explaining-and-harnessing-adversarial-examples"

FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get: function () { throw new Error('forbidden'); }})"
MENU = re.compile(r"/marks-menu\.")
FULL = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.fixture(scope="module")
def small_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A list of made-up papers of which one is read, one waits, one had another id, and one bears nothing."""
    folder = tmp_path_factory.mktemp("marks")
    write_made_content(folder / "content")
    papers = {
        "read": "title: Lantern Read\nstatus: read\nfinished: 2026-01-05\ndate: 2024-01-01\nadded: 2026-01-05",
        "star": "title: Lantern Starred\nstar: true\ndate: 2023-01-01\nadded: 2026-01-06",
        "moved": "title: Lantern Moved\naliases: [lantern-of-old]\ndate: 2022-02-01\nadded: 2026-01-06",
        "plain": "title: Lantern Plain\ndate: 2022-01-01\nadded: 2026-01-07",
    }
    for name, front in papers.items():
        (folder / "content" / "papers" / f"{name}.md").write_text(f"---\n{front}\n---\n", encoding="utf-8")
    with served_site(build_under_base_path(folder / "content", folder / "root")) as url:
        yield url


def row_of(page: Page, title: str) -> Locator:
    """The row of a paper in a list."""
    return page.locator(".list .row").filter(has=page.get_by_role("link", name=title, exact=True))


def bead_of(page: Page, title: str) -> Locator:
    """The button that opens the choice of marks of a row."""
    return row_of(page, title).locator("button.mark")


def test_a_mark_is_set_on_a_row_and_seen_on_the_paper(open_page: Callable[..., Page], small_address: str) -> None:
    """A press on the bead, and one on a mark; the focus is back on the bead, whose name says what holds."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/index.html")
    bead = bead_of(page, "Lantern Plain")
    expect(bead).to_have_accessible_name("Not marked. Change mark of Lantern Plain")
    bead.click()
    page.get_by_role("menuitemradio", name="To read").click()
    expect(bead).to_be_focused()
    expect(bead).to_have_accessible_name("To read. Change mark of Lantern Plain")
    expect(page.get_by_role("status").filter(has_text="Marked: to read.")).to_be_attached()
    page.get_by_role("link", name="Lantern Plain", exact=True).click()
    expect(page.get_by_role("radio", name="To read")).to_be_checked()
    page.get_by_role("radio", name="Reading").check()
    page.go_back()
    expect(bead).to_have_attribute("data-status", "reading")


def test_a_mark_is_set_by_keys_alone(open_page: Callable[..., Page], small_address: str) -> None:
    """Enter opens the menu on what holds, letters and arrows move, Escape leaves all as it was."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/index.html")
    bead = bead_of(page, "Lantern Plain")
    bead.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio", name="Not marked")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitemcheckbox", name="Star")).to_be_focused()
    page.keyboard.press("Escape")
    expect(bead).to_be_focused()
    expect(page.get_by_role("menu")).to_have_count(0)
    page.keyboard.press("Enter")
    page.keyboard.press("s")
    expect(page.get_by_role("menuitemcheckbox", name="Star")).to_be_focused()
    page.keyboard.press("s")
    expect(page.get_by_role("menuitemradio", name="Skipped")).to_be_focused()
    page.keyboard.press("Enter")
    expect(bead).to_have_attribute("data-status", "skip")
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio", name="Skipped")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("menuitem", name="Write a note")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Your note")).to_be_focused()


def test_a_mark_is_set_by_touch(open_page: Callable[..., Page], small_address: str) -> None:
    """Beads and choices can be hit with a finger, and a tap elsewhere closes the menu."""
    page = open_page(site=small_address, viewport={"width": 320, "height": 700}, has_touch=True)
    page.goto(f"{small_address}papers/index.html")
    bead = bead_of(page, "Lantern Plain")
    bead.tap()
    choice = page.get_by_role("menuitemradio", name="Read", exact=True)
    box = choice.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.locator("h1").tap()
    expect(page.get_by_role("menu")).to_have_count(0)
    bead.tap()
    choice.tap()
    expect(bead).to_have_attribute("data-status", "read")


def test_a_visitors_mark_stands_over_the_sites(open_page: Callable[..., Page], small_address: str) -> None:
    """And when it is taken away, what the site says is back, on the row and on the page."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/index.html")
    bead = bead_of(page, "Lantern Read")
    expect(bead).to_have_attribute("data-status", "read")
    bead.click()
    page.get_by_role("menuitemradio", name="Reading").click()
    expect(bead).to_have_attribute("data-status", "reading")
    page.goto(f"{small_address}papers/lantern-read.html")
    expect(page.locator(".state b")).to_be_hidden()
    page.get_by_role("radio", name="As listed").check()
    expect(page.locator(".state b")).to_have_text("Read")
    page.goto(f"{small_address}papers/index.html")
    expect(bead).to_have_attribute("data-status", "read")


def test_stars_are_given_and_taken(open_page: Callable[..., Page], small_address: str) -> None:
    """On the page and on the row, also the one that the site gives."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/lantern-plain.html")
    page.locator("#star").click()
    expect(page.locator("#star")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{small_address}papers/index.html")
    expect(row_of(page, "Lantern Plain").locator(".star")).to_be_visible()
    row = row_of(page, "Lantern Starred")
    expect(row.locator(".star")).to_be_visible()
    row.locator("button.mark").click()
    page.get_by_role("menuitemcheckbox", name="Star").click()
    expect(row.locator(".star")).to_have_count(0)
    page.goto(f"{small_address}papers/lantern-starred.html")
    expect(page.locator("#star")).to_have_attribute("aria-pressed", "false")


def test_a_private_note_is_kept(open_page: Callable[..., Page], small_address: str) -> None:
    """Without a button, when the writer pauses or leaves; it stays text, whatever is in it."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/lantern-plain.html")
    page.get_by_role("textbox", name="Your note").fill("Bright & <b>far</b>.")
    expect(page.get_by_role("status").filter(has_text="Kept in this browser.")).to_be_visible()
    page.get_by_role("textbox", name="Your note").fill("Bright, and gone at once.")
    page.goto(f"{small_address}papers/index.html")
    page.goto(f"{small_address}papers/lantern-plain.html")
    expect(page.get_by_role("textbox", name="Your note")).to_have_value("Bright, and gone at once.")


def test_other_tabs_hear_of_a_mark(open_page: Callable[..., Page], address: str) -> None:
    """What one tab sets, the others show without being loaded again, and keep with what the page said of the paper."""
    page = open_page()
    page.goto(f"{address}papers/{PAPER}.html")
    other = page.context.new_page()
    other.goto(f"{address}topics/optimization.html")
    expect(bead_of(other, TITLE)).to_have_attribute("data-status", "read")
    page.get_by_role("radio", name="To read").check()
    expect(bead_of(other, TITLE)).to_have_attribute("data-status", "todo")
    mark = other.evaluate(f"sitegenMarks.get('{PAPER}')")
    assert (mark["status"], mark["star"], mark["note"]) == ("to-read", False, "")
    kept = other.evaluate(f"sitegenMarks.kept()['{PAPER}'].paper")
    assert (kept["title"], kept["by"], kept["date"]) == (TITLE, "Diederik P. Kingma, Jimmy Ba", "2014-12-22")
    assert "optimization" in kept["topics"]
    assert other.evaluate("[...sitegenMarks.all().keys()]") == [PAPER]


def test_sites_of_one_server_stay_apart(open_page: Callable[..., Page], address: str) -> None:
    """The key names the path of the site's root, from whatever page."""
    page = open_page()
    keys = set()
    for path in ("index.html", "papers/index.html", "topics/optimization.html"):
        page.goto(address + path)
        keys.add(page.evaluate("sitegenMarks.key"))
    assert keys == {"sitegen-marks:/reading/list/"}


def test_marks_are_kept_from_disk(open_page: Callable[..., Page], built_site: Path) -> None:
    """A site that was opened as files keeps marks like one that is served."""
    page = open_page(site="file:")
    page.goto((built_site / "papers" / f"{OPEN}.html").as_uri())
    page.get_by_role("radio", name="Reading").check()
    page.goto((built_site / "index.html").as_uri())
    assert page.evaluate(f"sitegenMarks.get('{OPEN}').status") == "reading"


@pytest.mark.parametrize("script", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_a_browser_that_keeps_nothing_says_so(open_page: Callable[..., Page], small_address: str, script: str) -> None:
    """In a sentence, once there is something to keep; the mark holds for the page, and nothing breaks."""
    page = open_page(site=small_address)
    page.add_init_script(script)
    page.goto(f"{small_address}papers/index.html")
    bead = bead_of(page, "Lantern Plain")
    bead.click()
    page.get_by_role("menuitemradio", name="Reading").click()
    expect(bead).to_have_attribute("data-status", "reading")
    expect(page.get_by_role("status").filter(has_text="This browser did not keep the mark")).to_be_visible()


def test_marks_follow_a_paper_to_its_new_id(open_page: Callable[..., Page], small_address: str) -> None:
    """A row that names the id which a paper had before takes over what was marked under it."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}health.html")
    page.evaluate("sitegenMarks.set('lantern-of-old', {status: 'reading', star: true})")
    page.evaluate("sitegenMarks.set('not-of-this-list', {status: 'read'})")
    page.goto(f"{small_address}papers/index.html")
    expect(bead_of(page, "Lantern Moved")).to_have_attribute("data-status", "reading")
    assert page.evaluate("[...sitegenMarks.all().keys()].sort()") == ["lantern-moved", "not-of-this-list"]


def test_what_is_read_can_be_hidden(open_page: Callable[..., Page], small_address: str) -> None:
    """Read and skipped papers go, with years that have no others; it is said how many, and remembered."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/index.html")
    expect(row_of(page, "Lantern Read")).to_be_visible()
    page.get_by_role("checkbox", name="Hide what I have read").check()
    expect(row_of(page, "Lantern Read")).to_be_hidden()
    expect(row_of(page, "Lantern Plain")).to_be_visible()
    expect(page.locator("#hidden-here")).to_have_text("16 hidden on this page.")
    expect(page.locator(".group").filter(has_text="2024")).to_be_hidden()
    bead_of(page, "Lantern Plain").click()
    page.get_by_role("menuitemradio", name="Read", exact=True).click()
    expect(row_of(page, "Lantern Plain")).to_be_hidden()
    page.reload()
    expect(row_of(page, "Lantern Plain")).to_be_hidden()
    page.get_by_role("checkbox", name="Hide what I have read").uncheck()
    expect(row_of(page, "Lantern Plain")).to_be_visible()


def test_the_focus_goes_on_from_a_row_that_is_hidden(open_page: Callable[..., Page], small_address: str) -> None:
    """Who marks by keys what then is hidden as read is at the bead of the next paper, or of the one before the last."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/index.html")
    page.get_by_role("checkbox", name="Hide what I have read").check()
    beads = page.locator(".list .row:visible button.mark")
    while (left := beads.count()) > 1:
        place = min(1, left - 1)
        after = page.locator(".list .row:visible .title").nth(place + 1 if place + 1 < left else place - 1)
        title = str(after.text_content())
        beads.nth(place).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("menu")).to_be_visible()
        page.keyboard.press("Home")
        page.keyboard.press("r")
        page.keyboard.press("r")
        expect(page.get_by_role("menuitemradio", name="Read", exact=True)).to_be_focused()
        page.keyboard.press("Enter")
        expect(beads).to_have_count(left - 1)
        expect(bead_of(page, title)).to_be_focused()


def test_the_focus_stays_among_what_filters_leave(open_page: Callable[..., Page], small_address: str) -> None:
    """In a filtered list, too: rows that the filters left out are no place to go to."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/index.html?year=2022")
    page.get_by_role("checkbox", name="Hide what I have read").check()
    expect(page.locator("#search-count")).to_have_text("2 of 19 papers.")
    found = page.locator("#search-hits .row:visible")
    expect(found).to_have_count(2)
    found.last.locator("button.mark").press("Enter")
    page.get_by_role("menuitemradio", name="Skipped").press("Enter")
    expect(found).to_have_count(1)
    expect(found.locator("button.mark")).to_be_focused()


def test_the_note_is_reached_by_space(open_page: Callable[..., Page], small_address: str) -> None:
    """Space does what Enter does on each entry of the menu, also on the one that is a link."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/index.html")
    bead_of(page, "Lantern Plain").press("Enter")
    expect(page.get_by_role("menu")).to_be_visible()
    page.keyboard.press("End")
    expect(page.get_by_role("menuitem", name="Write a note")).to_be_focused()
    page.keyboard.press("Space")
    expect(page).to_have_url(f"{small_address}papers/lantern-plain.html#my-note")


def test_a_menu_that_does_not_come(open_page: Callable[..., Page], small_address: str) -> None:
    """It is said, and the press is forgotten: what is loaded later opens at no bead by itself."""
    page = open_page(site=small_address, failing=True)
    page.route("**/marks-menu.*", lambda route: route.abort())
    page.goto(f"{small_address}papers/index.html")
    bead_of(page, "Lantern Plain").click()
    expect(page.get_by_role("status").filter(has_text="The choice of marks could not be loaded.")).to_be_visible()
    page.unroute("**/marks-menu.*")
    bead_of(page, "Lantern Starred").hover()
    page.wait_for_function("Boolean(window.sitegenMenu)")
    expect(page.get_by_role("menu")).to_have_count(0)
    bead_of(page, "Lantern Starred").click()
    expect(page.get_by_role("menu", name="Lantern Starred")).to_be_visible()


def test_keys_do_not_wait_for_the_menu(open_page: Callable[..., Page], small_address: str) -> None:
    """What is pressed while the menu is on its way goes to the menu, in order, and to nothing else."""
    page = open_page(site=small_address)
    held = hold(page, MENU)
    page.goto(f"{small_address}papers/index.html")
    bead = bead_of(page, "Lantern Plain")
    with page.expect_request(MENU):
        bead.focus()
    for key in ("Enter", "s", "s", "Enter"):
        page.keyboard.press(key)
    expect(bead).to_have_attribute("data-status", "none")
    held.release()
    expect(bead).to_have_attribute("data-status", "skip")
    expect(bead).to_be_focused()
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(row_of(page, "Lantern Plain").locator(".star")).to_have_count(0)


def test_a_late_menu_is_not_opened_where_one_has_left(open_page: Callable[..., Page], small_address: str) -> None:
    """Who pressed a bead and went on meanwhile keeps the focus where it is."""
    page = open_page(site=small_address)
    held = hold(page, MENU)
    page.goto(f"{small_address}papers/index.html")
    with page.expect_request(MENU):
        bead_of(page, "Lantern Plain").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Lantern Plain", exact=True)).to_be_focused()
    held.release()
    page.wait_for_function("Boolean(window.sitegenMenu)")
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(page.get_by_role("link", name="Lantern Plain", exact=True)).to_be_focused()


def test_what_came_since_the_last_visit_is_new(open_page: Callable[..., Page], small_address: str) -> None:
    """At first nothing is; after a pause, what came from sources that were not there is marked, counted, and told."""
    page = open_page(site=small_address)
    page.goto(f"{small_address}papers/index.html")
    expect(page.locator(".nums mark")).to_have_count(0)
    page.evaluate(
        """() => {
            var key = sitegenMarks.keyOf("visit"), kept = JSON.parse(localStorage.getItem(key));
            localStorage.setItem(key, JSON.stringify({before: [], seen: kept.seen.slice(0, 1), at: 0}));
        }"""
    )
    page.reload()
    expect(row_of(page, "Lantern Plain").locator("mark")).to_have_text("new")
    expect(row_of(page, "Lantern Read").locator("mark")).to_have_count(0)
    expect(page.locator("#new-here")).to_have_text("3 new since your last visit.")
    page.goto(f"{small_address}index.html")
    expect(page.locator("#since li:visible")).to_have_text(
        ["new 1 paper added on 7 Jan 2026", "new 2 papers added on 6 Jan 2026"]
    )


def test_without_scripts_beads_are_signs_only(open_page: Callable[..., Page], small_address: str) -> None:
    """There is no dead button, and what the site says of its papers is there."""
    page = open_page(site=small_address, java_script_enabled=False)
    page.goto(f"{small_address}papers/index.html")
    assert page.locator("button.mark").count() == 0
    expect(row_of(page, "Lantern Read").locator(".mark")).to_have_attribute("data-status", "read")
    expect(row_of(page, "Lantern Starred").locator(".star")).to_be_visible()
    expect(page.locator("#hide-read")).to_be_hidden()
    page.goto(f"{small_address}papers/lantern-read.html")
    expect(page.locator(".thread")).to_be_hidden()
    expect(page.locator("#my-note")).to_be_hidden()
    expect(page.locator(".state b")).to_be_visible()
