"""The map of a built list, used as a reader uses it: by mouse, wheel, keys and fingers, with words and a topic."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

Opener = Callable[..., Page]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
POINTS = "#map svg a"


@pytest.fixture(scope="module")
def papers(built_site: Path) -> list[dict[str, Any]]:
    """The papers of the list as the site gives them away."""
    listed: list[dict[str, Any]] = json.loads((built_site / "papers.json").read_text(encoding="utf-8"))
    return listed


def shown(page: Page) -> tuple[float, float, float]:
    """What of the map is seen: left, top and width, in its own units, once it stopped moving."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    left, top, width, _ = map(float, str(page.locator("#map svg").get_attribute("viewBox")).split())
    return left, top, width


def middle(locator: Locator) -> tuple[float, float]:
    """The middle of an element on the screen."""
    box = locator.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def place_of(point: Locator) -> tuple[float, float]:
    """Where a point stands on the map, whatever part of it the window shows."""
    found: list[float] = point.locator("use").evaluate("each => [each.x.baseVal.value, each.y.baseVal.value]")
    return found[0], found[1]


def title_of(point: Locator) -> str:
    """The title of a point's paper, as the list has it."""
    entry = point.page.locator(f"#{point.get_attribute('aria-labelledby')}")
    return str(entry.text_content())


def test_the_picture_and_the_list_show_the_same_papers(open_page: Opener, address: str, papers: list[Any]) -> None:
    """Each paper is one point and one entry, which lead to the same page and have the same name."""
    page = open_page()
    page.goto(address + "map.html")
    points = page.locator(POINTS).evaluate_all(
        "all => all.map(each => [each.getAttribute('href'), each.getAttribute('aria-labelledby')])"
    )
    entries = page.locator("#map-list li a").evaluate_all(
        "all => all.map(each => [each.getAttribute('href'), each.id])"
    )
    assert points == entries
    assert {href for href, _ in points} == {f"papers/{paper['id']}.html" for paper in papers}
    page.locator(POINTS).first.focus()
    name = page.locator(POINTS).first
    expect(name).to_have_accessible_name(re.compile(re.escape(title_of(name).split("$")[0].strip())[:30]))


def test_keys_go_from_point_to_point_and_open_one(open_page: Opener, address: str) -> None:
    """Tab leads to one point, arrows to its neighbours, each with its card; Enter opens the paper."""
    page = open_page()
    page.goto(address + "map.html")
    expect(page.locator(f"{POINTS}[tabindex='0']")).to_have_count(1)
    page.locator("#map-whole").focus()
    page.keyboard.press("Tab")
    moves = 0
    for key, axis, sign in (("ArrowRight", 0, 1), ("ArrowLeft", 0, -1), ("ArrowDown", 1, 1), ("ArrowUp", 1, -1)):
        before = place_of(page.locator(":focus"))
        page.keyboard.press(key)
        after = place_of(page.locator(":focus"))
        moves += after != before
        assert after == before or (after[axis] - before[axis]) * sign > 0
        expect(page.locator(f"{POINTS}[tabindex='0']")).to_have_count(1)
        expect(page.locator("#map-card .title")).to_have_text(title_of(page.locator(":focus")))
    assert moves > 1
    target = str(page.locator(":focus").get_attribute("href"))
    page.keyboard.press("Escape")
    expect(page.locator("#map-card")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + target)


def test_keys_and_buttons_zoom(open_page: Opener, address: str) -> None:
    """Plus comes nearer, minus goes back, 0 shows all; the buttons do the same, and names of more regions appear."""
    page = open_page()
    page.goto(address + "map.html")
    whole = shown(page)
    names = page.locator("#map svg text:visible").count()
    page.locator(f"{POINTS}[tabindex='0']").focus()
    for _ in range(4):
        page.keyboard.press("+")
    assert shown(page)[2] < whole[2] / 4
    assert page.locator("#map svg").get_attribute("data-zoom") == "3"
    assert page.locator("#map svg text").filter(visible=True).count() >= names
    page.keyboard.press("-")
    assert whole[2] / 4 < shown(page)[2] < whole[2] / 2
    page.keyboard.press("0")
    assert shown(page) == whole
    page.locator("#map-in").click()
    assert shown(page)[2] < whole[2]
    page.locator("#map-out").click()
    assert shown(page) == whole
    page.locator("#map-in").click()
    page.locator("#map-whole").click()
    assert shown(page) == whole


def test_a_point_is_seen_wherever_keys_lead(open_page: Opener, address: str) -> None:
    """When one has zoomed in, the picture goes along with the focus."""
    page = open_page()
    page.goto(address + "map.html")
    page.locator(f"{POINTS}[tabindex='0']").focus()
    for key in ["+"] * 6 + ["ArrowRight", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowUp", "ArrowLeft"]:
        page.keyboard.press(key)
        shown(page)
        frame, point = page.locator("#map svg").bounding_box(), middle(page.locator(":focus"))
        assert frame
        assert frame["x"] <= point[0] <= frame["x"] + frame["width"]
        assert frame["y"] <= point[1] <= frame["y"] + frame["height"]


def test_a_mouse_drags_and_the_wheel_scrolls_the_page(open_page: Opener, address: str) -> None:
    """Dragging moves a part of the map; the wheel scrolls past it, and zooms with Ctrl about the pointer."""
    page = open_page(viewport={"width": 1200, "height": 700})
    page.goto(address + "map.html")
    whole = shown(page)
    x, y = middle(page.locator("#map svg"))
    page.mouse.move(x, y)
    page.mouse.wheel(0, 100)
    page.wait_for_function("scrollY > 50")
    assert shown(page) == whole
    page.keyboard.down("Control")
    page.mouse.wheel(0, -500)
    page.keyboard.up("Control")
    page.wait_for_function("document.querySelector('#map svg').dataset.zoom > 1")
    before = shown(page)
    page.mouse.down()
    page.mouse.move(x - 100, y - 60, steps=4)
    page.mouse.up()
    after = shown(page)
    assert after[0] > before[0]
    assert after[1] > before[1]
    assert after[2] == before[2]
    expect(page).to_have_url(address + "map.html")


def test_a_drag_that_ended_unseen_is_over(open_page: Opener, address: str) -> None:
    """Where the page never heard that the button was let go, the map does not stick to the mouse."""
    page = open_page()
    page.goto(address + "map.html")
    page.locator("#map-in").click()
    x, y = middle(page.locator("#map svg"))
    page.mouse.move(x, y)
    before = shown(page)
    press = {
        "button": 0,
        "buttons": 1,
        "pointerId": 1,
        "pointerType": "mouse",
        "clientX": x,
        "clientY": y,
        "bubbles": True,
    }
    page.locator("#map svg").dispatch_event("pointerdown", press)
    page.mouse.move(x - 120, y - 80, steps=4)
    assert shown(page) == before


def test_escape_hides_the_card_under_the_mouse(open_page: Opener, address: str) -> None:
    """Wherever the focus is: the card covers other points."""
    page = open_page()
    page.goto(address + "map.html")
    page.mouse.move(*middle(page.locator(POINTS).nth(5)))
    expect(page.locator("#map-card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#map-card")).to_be_hidden()


def test_hovering_shows_a_card_and_clicking_opens(open_page: Opener, address: str) -> None:
    """The card has the title and the topic of the point under the mouse, and a click leads to its page."""
    page = open_page()
    page.goto(address + "map.html")
    page.locator("#map-in").click()
    page.locator("#map-in").click()
    shown(page)
    point = page.locator(f"{POINTS}[tabindex='0']")
    point.focus()
    page.keyboard.press("ArrowRight")
    shown(page)
    point = page.locator(":focus")
    page.mouse.move(*middle(point))
    expect(page.locator("#map-card .title")).to_have_text(title_of(point))
    expect(page.locator("#map-card .topic")).to_be_visible()
    target = str(point.get_attribute("href"))
    page.mouse.click(*middle(point))
    expect(page).to_have_url(address + target)


def test_an_entry_of_the_list_shows_its_point(open_page: Opener, address: str) -> None:
    """Focus on an entry rings the point and fills the card, wherever one looks."""
    page = open_page()
    page.goto(address + "map.html")
    for _ in range(5):
        page.locator("#map-in").click()
    entry = page.locator("#map-list li a").nth(2)
    entry.focus()
    point = page.locator(f"{POINTS}[aria-labelledby='{entry.get_attribute('id')}']")
    expect(point).to_have_class(re.compile("on"))
    expect(page.locator("#map-card .title")).to_have_text(str(entry.text_content()))
    shown(page)
    frame, place = page.locator("#map svg").bounding_box(), middle(point)
    assert frame
    assert frame["x"] <= place[0] <= frame["x"] + frame["width"]


def test_a_topic_stands_out_and_stays_in_the_address(open_page: Opener, address: str) -> None:
    """Only its points are strong and in the list; the address leads back to them, and going back to all."""
    page = open_page()
    page.goto(address + "map.html")
    option = page.locator("#map-topic option").nth(2)
    slug, count = str(option.get_attribute("value")), int(re.findall(r"\((\d+)\)", str(option.text_content()))[0])
    page.select_option("#map-topic", slug)
    expect(page.locator(f"{POINTS}:not(.faint)")).to_have_count(count)
    expect(page.locator("#map-said")).to_have_text(re.compile(rf"^{count} papers? "))
    expect(page.locator("#map-list li:visible")).to_have_count(count)
    expect(page).to_have_url(f"{address}map.html?topic={slug}")
    page.reload()
    expect(page.locator(f"{POINTS}:not(.faint)")).to_have_count(count)
    page.select_option("#map-topic", "")
    expect(page.locator(f"{POINTS}.faint")).to_have_count(0)
    page.go_back()
    expect(page.locator(f"{POINTS}:not(.faint)")).to_have_count(count)


@pytest.mark.parametrize("from_disk", [False, True])
def test_the_hits_of_a_search_stand_out(
    open_page: Opener, address: str, built_site: Path, papers: list[Any], *, from_disk: bool
) -> None:
    """The address has the words; the papers that the search page finds are strong, and the sentence counts them."""
    page = open_page()
    page.goto(((built_site / "map.html").as_uri() if from_disk else address + "map.html") + "?q=adversarial")
    said = page.locator("#map-said")
    expect(said).to_have_text(re.compile(r"^\d+ papers? stands? out\."))
    count = int(said.inner_text().split()[0])
    hits = page.locator(f"{POINTS}.hit").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert len(hits) == count < len(papers)
    titled = {f"papers/{paper['id']}.html" for paper in papers if "adversarial" in paper["title"].lower().split()}
    assert titled <= set(hits)
    entries = page.locator("#map-list details:not([hidden])")
    listed = [each.locator("li:not([hidden])").count() for each in entries.all()]
    assert [int(text.split(" of ")[0]) for text in entries.locator("summary .n").all_inner_texts()] == listed
    assert sum(listed) == count
    page.fill("#q", "xylophone-of-nowhere")
    page.press("#q", "Enter")
    expect(said).to_have_text("No paper on the map matches.")
    page.fill("#q", "")
    page.press("#q", "Enter")
    expect(page.locator(f"{POINTS}.faint")).to_have_count(0)


def test_a_tap_shows_the_card_whose_link_opens(open_page: Opener, address: str) -> None:
    """On a phone the first tap only tells what the point is, and one finger is left to scroll the page."""
    page = open_page(**PHONE)
    page.goto(address + "map.html")
    assert page.locator("#map svg").evaluate("svg => getComputedStyle(svg).touchAction") == "pan-x pan-y"
    page.locator("#map svg").scroll_into_view_if_needed()
    point = page.locator(POINTS).nth(5)
    page.touchscreen.tap(*middle(point))
    card = page.locator("#map-card")
    expect(card).to_be_visible()
    expect(page).to_have_url(address + "map.html")
    target = str(card.locator("a").evaluate("link => link.href"))
    assert target.startswith(address + "papers/")
    card.locator("a").tap()
    expect(page).to_have_url(target)


def test_two_fingers_zoom(open_page: Opener, address: str) -> None:
    """Moving apart brings the map nearer; a single finger leaves it as it is."""
    page = open_page(**PHONE)
    page.goto(address + "map.html")
    page.locator("#map svg").scroll_into_view_if_needed()
    whole = shown(page)
    x, y = middle(page.locator("#map svg"))
    touch = page.context.new_cdp_session(page)

    def fingers(kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": at, "y": below, "id": number} for number, (at, below) in enumerate(places)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", (x - 20, y), (x + 20, y))
    for step in range(1, 6):
        fingers("touchMove", (x - 20 - 12 * step, y), (x + 20 + 12 * step, y))
    fingers("touchEnd")
    page.wait_for_function("most => document.querySelector('#map svg').viewBox.baseVal.width < most", arg=whole[2] / 2)


def test_without_scripts_points_are_links(open_page: Opener, address: str, papers: list[Any]) -> None:
    """Every paper is a link in the picture and in the list; nothing that needs scripts is shown."""
    page = open_page(java_script_enabled=False)
    page.goto(address + "map.html")
    assert page.locator(POINTS).count() == len(papers)
    expect(page.locator("#map form")).to_be_hidden()
    expect(page.locator("#map-keys")).to_be_hidden()
    entry = page.locator("#map-list li a").first
    target = str(entry.get_attribute("href"))
    entry.click()
    expect(page).to_have_url(address + target)


@pytest.mark.parametrize("width", [320, 390, 820])
def test_a_narrow_map_scrolls_no_way_but_down(open_page: Opener, address: str, width: int) -> None:
    """Picture, controls and list keep within the screen."""
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(address + "map.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
