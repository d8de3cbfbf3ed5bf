"""Single keys as someone at a keyboard uses them: rows, marks, ways around, help, the switch that turns them off."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.routes import hold

Opener = Callable[..., Page]
SEND = "(key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {...key, bubbles: true}))"
LIST = "papers/index.html"
OWN = "obfuscated-gradients-give-a-false-sense-of-security"
PAPER = f"papers/{OWN}.html"


def focused_title(page: Page) -> str:
    """The title of the row that has the focus, which must be in sight."""
    link = page.locator(".row .title a:focus")
    expect(link).to_be_in_viewport(ratio=1)
    return link.inner_text()


def titles(page: Page, count: int) -> list[str]:
    """The first titles of the page's list."""
    return [link.inner_text() for link in page.locator(".row .title a").all()[:count]]


def press(page: Page, keys: str) -> None:
    """Press keys one after the other."""
    for key in keys.split():
        page.keyboard.press(key)


def says(page: Page, text: str) -> None:
    """The line at the foot of the window says this."""
    expect(page.locator(".did-key")).to_have_text(text)


def keeps(page: Page, marks: dict[str, list[object]]) -> None:
    """The browser keeps these marks, by id: status and star."""
    kept = "JSON.stringify([...sitegenMarks.all()].map(([id, m]) => [id, [m.status, m.star]]).sort())"
    page.wait_for_function(f"wanted => {kept} === JSON.stringify(wanted)", arg=sorted(map(list, marks.items())))


def arrives(page: Page, url: str) -> None:
    """The page of this address is there with its scripts."""
    expect(page).to_have_url(url)
    page.wait_for_load_state("domcontentloaded")


def identity(page: Page) -> str:
    """The id of the paper whose row has the focus."""
    return str(page.evaluate("document.activeElement.closest('[data-id]').dataset.id"))


@pytest.mark.parametrize("place", ["server", "disk"])
def test_rows_one_after_the_other(open_page: Opener, address: str, built_site: Path, place: str) -> None:
    """`j` and `k` go down and up the rows, stop at the ends, and Enter opens the paper that has the focus."""
    page = open_page(viewport={"width": 820, "height": 500})
    page.goto((address if place == "server" else built_site.as_uri() + "/") + LIST)
    first, second, third = titles(page, 3)
    press(page, "j")
    expect(page.locator(".row .title a").first).to_be_focused()
    press(page, "j j")
    expect(page.locator(".row .title a").nth(2)).to_be_focused()
    assert focused_title(page) == third
    press(page, "k k k k")
    assert focused_title(page) == first
    press(page, "j Enter")
    expect(page.locator("h1")).to_have_text(second)


def test_no_key_is_lost_while_the_first_is_on_its_way(open_page: Opener, address: str) -> None:
    """What keys do is loaded at the first one; those that follow at once, Enter too, are done in their order."""
    page = open_page()
    table = re.compile(r"/keys-table\.")
    held = hold(page, table)
    page.goto(address + LIST)
    second = titles(page, 2)[1]
    with page.expect_request(table):
        press(page, "j")
    press(page, "j Enter")
    held.release()
    expect(page.locator("h1")).to_have_text(second)


def test_rows_stay_in_sight(open_page: Opener, address: str) -> None:
    """However far one goes, the row with the focus is in the window, with a visible ring."""
    page = open_page(viewport={"width": 390, "height": 600})
    page.goto(address + LIST)
    for _ in range(12):
        press(page, "j")
        expect(page.locator(".row .title a:focus")).to_be_in_viewport(ratio=1)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.evaluate("scrollY") > 0


def test_the_first_key_begins_where_one_looks(open_page: Opener, address: str) -> None:
    """After scrolling, `j` takes a row that is in the window; from a link inside a row it goes on from that row."""
    page = open_page(viewport={"width": 820, "height": 600})
    page.goto(address + LIST)
    page.evaluate("scrollTo(0, 1500)")
    press(page, "j")
    expect(page.locator(".row .title a:focus")).to_be_in_viewport(ratio=1)
    assert 1400 <= page.evaluate("scrollY") <= 1500
    place = "[...document.querySelectorAll('.row')].indexOf(document.activeElement.closest('.row'))"
    page.locator(".row").nth(3).locator(".topic").first.focus()
    press(page, "j")
    expect(page.locator(".row").nth(4).locator(".title a")).to_be_focused()
    assert page.evaluate(place) == 4


def test_terms_of_an_index_are_rows(open_page: Opener, address: str) -> None:
    """Where a page lists terms instead of papers, the keys go through those."""
    page = open_page()
    page.goto(address + "authors/index.html")
    press(page, "j j")
    expect(page.locator("main .index a").nth(1)).to_be_focused()


def test_hits_of_a_search_are_rows(open_page: Opener, address: str) -> None:
    """Hits that came after the page was loaded are gone through as well, and filters are reached by a key."""
    page = open_page()
    page.goto(address + "search.html?q=robust")
    expect(page.locator("#search-hits .row").first).to_be_visible()
    page.locator("h1").click()
    press(page, "j")
    expect(page.locator("#search-hits .title a").first).to_be_focused()
    press(page, "f")
    expect(page.locator("#search-filters")).to_have_attribute("open", "")
    page.wait_for_function("document.activeElement.closest('#search-filters') !== null")


def test_marks(open_page: Opener, address: str) -> None:
    """`m` and a letter mark the row that has the focus, `s` stars it; what was done is said, all can be undone."""
    page = open_page()
    page.goto(address + LIST)
    press(page, "m t")
    says(page, "Choose a paper first, with j or k.")
    press(page, "j j m")
    says(page, "t To read r Reading d Read s Skipped n No mark")
    paper = identity(page)
    for letter, status in (("t", "to-read"), ("r", "reading"), ("d", "read"), ("s", "skipped")):
        press(page, f"Escape m {letter}")
        keeps(page, {paper: [status, False]})
        says(page, f"Marked: {status.replace('-', ' ')}.")
    press(page, "s")
    keeps(page, {paper: ["skipped", True]})
    press(page, "m n s")
    keeps(page, {})
    assert identity(page) == paper


def test_marks_on_the_page_of_a_paper(open_page: Opener, address: str) -> None:
    """There the paper itself is meant, until a row of another one has the focus."""
    page = open_page()
    page.goto(address + PAPER)
    press(page, "m r")
    keeps(page, {OWN: ["reading", False]})
    press(page, "j s")
    assert identity(page) != OWN
    keeps(page, {OWN: ["reading", False], identity(page): ["", True]})


def test_ways_around(open_page: Opener, address: str) -> None:
    """`g` says where one can go; a letter goes there, from any depth. Neighbours are one key away."""
    page = open_page()
    page.goto(address + PAPER)
    press(page, "g")
    expect(page.locator(".did-key")).to_contain_text("h Home p Papers")
    press(page, "h")
    arrives(page, address + "index.html")
    for letter, path in (
        ("p", LIST),
        ("t", "topics/index.html"),
        ("a", "authors/index.html"),
        ("d", "dumps/index.html"),
    ):
        press(page, f"g {letter}")
        arrives(page, address + path)
    press(page, "g p")
    arrives(page, address + LIST)
    press(page, "n")
    arrives(page, address + "papers/page-2.html")
    press(page, "p")
    arrives(page, address + LIST)


def test_an_unfinished_pair_is_dropped(open_page: Opener, address: str) -> None:
    """After `g`, any key that leads nowhere, Escape or a click ends it, and nothing is left on the screen."""
    page = open_page()
    page.goto(address + LIST)
    for way_out in ("Escape", "x", "Tab"):
        press(page, f"g {way_out}")
        says(page, "")
    press(page, "g")
    page.locator("h1").click()
    says(page, "")
    press(page, "h")
    arrives(page, address + LIST)


def test_never_while_typing(open_page: Opener, address: str) -> None:
    """In a field, a choice, an editable text and an open dialog, letters are letters."""
    page = open_page()
    page.goto(address)
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('afterbegin', '<p contenteditable>x</p>"
        "<select><option>a</option><option>jay</option></select><textarea></textarea>')"
    )
    place = page.url
    page.locator("main input").first.click()
    page.keyboard.type("gh?jmt")
    expect(page.locator("main input").first).to_have_value("gh?jmt")
    page.locator("main textarea").click()
    page.keyboard.type("gt?j")
    expect(page.locator("main textarea")).to_have_value("gt?j")
    page.locator("main [contenteditable]").click()
    page.keyboard.type("gh?")
    expect(page.locator("main [contenteditable]")).to_contain_text("gh?")
    page.locator("main select").focus()
    page.keyboard.type("j")
    expect(page.locator("main select")).to_be_focused()
    page.locator("h1").click()
    press(page, "/ Shift+Tab g h ?")
    expect(page.locator("dialog")).to_have_count(1)
    assert page.url == place
    keeps(page, {})


def test_nothing_of_the_browsers_own(open_page: Opener, address: str) -> None:
    """With Ctrl, Alt or Command, while text is composed, and for keys that scroll, nothing happens here."""
    page = open_page()
    page.goto(address + LIST)
    press(page, "j")
    before = focused_title(page)
    for key in ("Control+j", "Alt+j", "Meta+j", "Shift+J", "Home"):
        press(page, key)
        assert page.locator(".row .title a:focus").inner_text() == before
    page.evaluate(SEND, {"key": "j", "isComposing": True})
    assert page.locator(".row .title a:focus").inner_text() == before
    page.evaluate("window.taken = []; addEventListener('keydown', (e) => taken.push([e.key, e.defaultPrevented]))")
    press(page, "Space PageDown ArrowDown ' x j")
    assert page.evaluate("taken") == [
        [" ", False],
        ["PageDown", False],
        ["ArrowDown", False],
        ["'", False],
        ["x", False],
        ["j", True],
    ]


def test_other_layouts(open_page: Opener, address: str) -> None:
    """What is printed on the key counts; without Latin letters, where the key lies. Caps lock does not matter."""
    page = open_page()
    page.goto(address + LIST)
    press(page, "j")
    for number, (key, code) in enumerate([("j", "KeyC"), ("о", "KeyJ"), ("J", "KeyJ")], start=1):
        page.evaluate(SEND, {"key": key, "code": code})
        expect(page.locator(".row .title a").nth(number)).to_be_focused()
    for key, code in (("c", "KeyJ"), ("ö", "Semicolon")):
        page.evaluate(SEND, {"key": key, "code": code})
        expect(page.locator(".row .title a").nth(3)).to_be_focused()


def test_the_help_lists_what_the_keys_do(open_page: Opener, address: str) -> None:
    """`?` shows every key with its words, and each entry of the navigation; Escape closes and gives the focus back."""
    page = open_page()
    page.goto(address + LIST)
    press(page, "j")
    before = focused_title(page)
    press(page, "?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    rows = {
        re.sub(r"\s+", " ", row.locator("dt").inner_text()): row.locator("dd").inner_text()
        for row in dialog.locator("dl > div").all()
    }
    assert {"/", "?", "j", "k", "Enter", "f", "n", "p", "s", "Esc"} <= set(rows)
    assert rows["m then t"] == "To read"
    assert rows["m then n"] == "No mark"
    shown = {key.removeprefix("g then "): words for key, words in rows.items() if key.startswith("g then ")}
    links = page.locator("a[data-key]").all()
    assert shown.pop("h") == "Home"
    assert shown == {link.get_attribute("data-key"): link.text_content() for link in links[1:]}
    assert {link.get_attribute("href") for link in page.locator(".nav a").all()} <= {
        link.get_attribute("href") for link in links
    }
    press(page, "Escape")
    expect(dialog).to_be_hidden()
    assert focused_title(page) == before


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_a_key_right_after_the_help_is_heard(open_page: Opener, address: str, way: str) -> None:
    """The help that was closed a moment ago keeps neither the focus nor the next key."""
    page = open_page()
    page.goto(address + LIST)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    leave = "document.activeElement.click()" if way == "button" else f"({SEND})({{key: 'Escape'}})"
    page.evaluate(f"() => {{ {leave}; ({SEND})({{key: '/'}}); }}")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()


def test_the_help_without_keys(open_page: Opener, address: str) -> None:
    """On a phone the button at the foot opens it; it fits the window."""
    page = open_page(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page.goto(address + PAPER)
    page.get_by_role("button", name="Keyboard").tap()
    dialog = page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    box = dialog.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    dialog.get_by_role("button", name="Close the help").tap()
    expect(dialog).to_be_hidden()


def test_keys_can_be_turned_off(open_page: Opener, address: str) -> None:
    """The switch in the help turns all single keys off, for good; the button at the foot still leads back to it."""
    page = open_page()
    page.goto(address + LIST)
    press(page, "?")
    page.get_by_label("Single keys are on").uncheck()
    press(page, "Escape")
    for _ in range(2):
        press(page, "j / ? g h")
        expect(page.locator("dialog[open]")).to_have_count(0)
        expect(page.locator("body")).to_be_focused()
        arrives(page, address + LIST)
        page.reload()
    press(page, "Control+k")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    press(page, "Escape")
    page.get_by_role("button", name="Keyboard").click()
    page.get_by_label("Single keys are on").check()
    press(page, "Escape")
    page.reload()
    press(page, "j")
    expect(page.locator(".row .title a:focus")).to_be_in_viewport()


def test_without_scripts_nothing_is_offered(open_page: Opener, address: str) -> None:
    """The button is absent where it could do nothing."""
    page = open_page(java_script_enabled=False)
    page.goto(address)
    expect(page.get_by_text("Keyboard", exact=True)).to_be_hidden()


def test_on_a_page_that_does_not_exist(open_page: Opener, made_address: str) -> None:
    """The page of addresses that do not exist has the keys too, in itself."""
    page = open_page(site=made_address)
    page.goto(made_address + "404.html")
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()
    press(page, "g h")
    expect(page).to_have_url(made_address + "index.html")
