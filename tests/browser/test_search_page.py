"""The search page of a built list, used as a reader uses it: words, filters, order, keys, fingers, back and forward."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers import answered
from tests.browser.made import IMAGE_TITLE, LONG_TOPIC, SCRIPT_TITLE

Paper = dict[str, Any]
Opener = Callable[..., Page]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
FACETS: dict[str, Callable[[Paper], Iterable[str]]] = {
    "topic": lambda paper: paper["topics"],
    "status": lambda paper: [paper["status"] or ""],
    "year": lambda paper: [paper["date"][:4]] if paper["date"] else [],
    "author": lambda paper: [name.lower().replace(" ", "-") for name in paper["authors"]],
}


@pytest.fixture(scope="module")
def papers(built_site: Path) -> list[Paper]:
    """The papers of the list as the site gives them away."""
    listed: list[Paper] = json.loads((built_site / "papers.json").read_text(encoding="utf-8"))
    return listed


def search(page: Page, address: str, query: str) -> int:
    """Open the search page with a query; gives the number of papers that it says match."""
    page.goto(address + "search.html" + query)
    return total(page)


def total(page: Page) -> int:
    """The number in the sentence above the hits, once the last question is answered."""
    count = page.locator("#search-count")
    expect(count).to_have_text(re.compile(r"^\d+ papers? "))
    answered(page)
    return int(count.inner_text().split()[0])


def titles(page: Page) -> list[str]:
    """The titles of the hits that are shown."""
    return page.locator("#search-hits .title").all_inner_texts()


def all_titles(page: Page) -> list[str]:
    """The titles of all hits of the last question, after "Show more" as often as it is there."""
    more = page.locator("#search-more button")
    answered(page)
    while more.is_visible():
        shown = len(titles(page))
        more.click()
        expect(page.locator("#search-hits .row").nth(shown)).to_be_visible()
        answered(page)
    return titles(page)


# Each state in which hits were shown: how many, and how far below the top of the page the foot begins.
STATES = """window.states = [];
new MutationObserver(() => {
  const rows = document.querySelectorAll("#search-hits .row").length, foot = document.querySelector("footer");
  if (rows && foot && states.at(-1)?.[0] !== rows) states.push([rows, foot.getBoundingClientRect().top]);
}).observe(document, { childList: true, subtree: true });"""


@pytest.mark.parametrize("height", [600, 1600])
def test_the_first_hits_of_a_page_do_not_wait_for_those_below(open_page: Opener, address: str, height: int) -> None:
    """Three stand there first, the others follow, and what is below the list never stands where they will be."""
    page = open_page(viewport={"width": 900, "height": height})
    page.add_init_script(STATES)
    assert search(page, address, "?q=model") > 10
    expect(page.locator("#search-hits .row")).to_have_count(10)
    expect(page.locator("#search-more button")).to_have_text(re.compile("^Show more"))
    (first, foot_then), (last, _foot_now) = page.evaluate("states")
    assert (first, last) == (3, 10)
    assert foot_then > height
    page.get_by_role("searchbox").fill("models")
    total(page)
    assert [rows for rows, _foot in page.evaluate("states")] == [3, 10]


def fits(page: Page) -> bool:
    """Whether nothing is wider than the window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width <= 0


@pytest.mark.parametrize("place", ["server", "disk"])
def test_words_are_marked_where_they_were_found(open_page: Opener, address: str, built_site: Path, place: str) -> None:
    """While one types, the word is marked in titles and in the piece of the abstract that is shown."""
    page = open_page()
    page.goto((address if place == "server" else built_site.as_uri() + "/") + "search.html")
    page.get_by_role("searchbox").press_sequentially("robustne", delay=20)
    expect(page.locator("#search-hits .title mark").first).to_have_text(re.compile("^robust", re.IGNORECASE))
    expect(page.locator("#search-hits .say mark").first).to_have_text(re.compile("^robust", re.IGNORECASE))
    expect(page).to_have_url(re.compile(r"\?q=robustne$"))


@pytest.mark.parametrize("facet", FACETS)
def test_a_filter_leaves_as_many_as_it_said(open_page: Opener, address: str, papers: list[Paper], facet: str) -> None:
    """The count beside a box is what it leaves; every hit has the value; the chip takes it away again."""
    page = open_page()
    before = search(page, address, "?q=learning")
    box = page.locator(f"#search-filters [name={facet}]:not([value=''])").first
    value = str(box.get_attribute("value"))
    label = page.locator("#search-filters label").filter(has=page.locator(f"[name={facet}][value='{value}']"))
    number = int(label.locator(".n").inner_text())
    box.check()
    expect(page.locator("#search-count")).to_contain_text("within the filters")
    assert total(page) == number < before
    expect(page).to_have_url(re.compile(rf"\?q=learning&{facet}={value}$"))
    having = {paper["title"] for paper in papers if value in FACETS[facet](paper)}
    found = all_titles(page)
    assert len(found) == number
    assert set(found) <= having
    page.locator("#search-chips").get_by_role("button", name="Without").click()
    expect(page.locator("#search-count")).not_to_contain_text("within")
    assert total(page) == before
    expect(page).to_have_url(re.compile(r"search\.html\?q=learning$"))


def test_typing_at_ease_keeps_the_query_before(open_page: Opener, address: str) -> None:
    """Going back leads from a query typed letter by letter to the one before, at whatever pace it was typed."""
    page = open_page()
    search(page, address, "?q=learning")
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").press_sequentially("robust", delay=150)
    expect(page).to_have_url(re.compile(r"\?q=robust$"))
    page.keyboard.press("Enter")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("learning")


def test_filters_combine_and_come_back(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """Filters narrow together with the words; back and forward bring words, boxes and hits again."""
    page = open_page()
    search(page, address, "?q=learning")
    page.locator("#search-filters [name=status][value=read]").check()
    expect(page.locator("#search-count")).to_contain_text("within the filters")
    read = total(page)
    value = dates(page)[0][:4]
    page.locator(f"#search-filters [name=year][value='{value}']").check()
    chips = page.locator("#search-chips button")
    expect(chips).to_have_text([re.compile("Read"), re.compile(value), "Clear all"])
    both = all_titles(page)
    assert total(page) == len(both) < read
    passing = {each["title"] for each in papers if each["status"] == "read" and (each["date"] or "").startswith(value)}
    assert both
    assert set(both) <= passing
    page.get_by_role("searchbox").fill("robust")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"\?q=robust&status=read&year={value}$"))
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("learning")
    expect(chips).to_have_count(3)
    page.go_back()
    expect(page.locator("#search-filters [name=status][value=read]")).to_be_checked()
    expect(page.locator("#search-filters [name=year][value='']")).to_be_checked()
    assert total(page) == read
    page.go_forward()
    expect(page.locator(f"#search-filters [name=year][value='{value}']")).to_be_checked()
    assert all_titles(page) == both


def test_a_range_of_years(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """Two years, the wrong way round too, leave the papers from one to the other."""
    page = open_page()
    search(page, address, "?q=learning")
    page.get_by_label("from year").select_option("2020")
    expect(page.locator("#search-chips")).to_contain_text("since 2020")
    page.get_by_label("to year").select_option("2018")
    expect(page.locator("#search-chips")).to_contain_text("2018–2020")
    expect(page).to_have_url(re.compile("year=2018-2020$"))
    expect(page.get_by_label("from year")).to_have_value("2018")
    within = {paper["title"] for paper in papers if paper["date"] and "2018" <= paper["date"][:4] <= "2020"}
    assert set(all_titles(page)) <= within


def test_an_address_with_words_and_topic(open_page: Opener, address: str, papers: list[Paper]) -> None:
    """A link with `?q=&topic=` shows what it says at once; with a topic alone all its papers, the newest first."""
    page = open_page()
    everything = search(page, address, "?topic=large-language-models")
    having = [paper for paper in papers if "large-language-models" in paper["topics"]]
    assert everything == len(having)
    assert sorted(all_titles(page)) == sorted(paper["title"] for paper in having)
    expect(page.locator("#search-hits time").first).to_be_visible()
    assert dates(page) == sorted(dates(page), reverse=True)
    some = search(page, address, "?q=few-shot&topic=large-language-models")
    assert 0 < some < everything
    expect(page.locator("#search-filters [name=topic][value=large-language-models]")).to_be_checked()
    expect(page.locator("#search-chips button")).to_have_text(re.compile("language models", re.IGNORECASE))


def dates(page: Page) -> list[str]:
    """The days of the hits that are shown, for machines."""
    found: list[str] = page.locator("#search-hits time").evaluate_all("all => all.map(each => each.dateTime)")
    return found


@pytest.mark.parametrize("query", ["?q=learning", "?q=learning&status=read"])
def test_newest_first(open_page: Opener, address: str, query: str) -> None:
    """The order by date holds through all that is shown, stands in the address, and back undoes it."""
    page = open_page()
    number = search(page, address, query)
    by_relevance = titles(page)
    page.get_by_label("Sort").select_option("date")
    expect(page).to_have_url(re.compile("&sort=date$"))
    expect(page.locator("#search-hits .title").first).not_to_have_text(by_relevance[0])
    assert len(all_titles(page)) == number
    assert [day[:4] for day in dates(page)] == sorted((day[:4] for day in dates(page)), reverse=True)
    page.go_back()
    expect(page.get_by_label("Sort")).to_have_value("relevance")
    expect(page.locator("#search-hits .title").first).to_have_text(by_relevance[0])


def test_all_by_keys(open_page: Opener, address: str) -> None:
    """Down into the hits, up to the field, Enter on a hit opens it, back brings the hits, Esc clears."""
    page = open_page()
    page.goto(address + "search.html")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("adversarial")
    links = page.locator("#search-hits .title a")
    expect(links.nth(2)).to_be_visible()
    answered(page)
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    title = links.first.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)
    page.go_back()
    expect(links.first).to_have_text(title)
    links.first.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.locator("#search-found")).to_be_hidden()


def test_the_count_is_announced(open_page: Opener, address: str) -> None:
    """The live region reads what stands above the hits, and only there: the count itself is none."""
    page = open_page()
    number = search(page, address, "?q=robust")
    status = page.locator("#search [role=status], #search [aria-live]")
    expect(status).to_have_count(1)
    expect(status).to_have_text(f"{number} papers match.")
    page.get_by_role("searchbox").fill("robust fairness")
    expect(status).to_have_text(re.compile("(both words|some of)"))
    expect(status).to_have_text(page.locator("#search-count").inner_text())


def test_did_you_mean(open_page: Opener, address: str) -> None:
    """A letter wrong gives a button with the word; it finds papers and stands in the address."""
    page = open_page()
    page.goto(address + "search.html?q=adversrial")
    page.locator("#search-did").get_by_role("button", name="adversarial").click()
    expect(page.locator("#search-hits .title mark").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?q=adversarial$"))
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_some_of_the_words(open_page: Opener, address: str) -> None:
    """When no paper has all words, the page says so and shows those with some; other words as well as these."""
    page = open_page()
    alone = search(page, address, "?q=grokking")
    page.goto(address + "search.html?q=grokking+xyzzyplugh")
    expect(page.locator("#search-count")).to_have_text(
        re.compile(rf"^No paper has all of the words\. {alone} papers? ha(s|ve) some of them\.$")
    )
    expect(page.locator("#search-hits .row")).to_have_count(alone)


@pytest.mark.parametrize("width", [320, 390])
def test_by_fingers(open_page: Opener, address: str, width: int) -> None:
    """On a phone filters open by a tap; all that is touched is large enough; nothing scrolls sideways."""
    page = open_page(**{**PHONE, "viewport": {"width": width, "height": 844}})
    number = search(page, address, "?q=learning")
    assert fits(page)
    expect(page.locator("#search-filters fieldset")).to_have_count(0)
    page.locator("#search-filters summary").tap()
    label = page.locator("#search-filters label").filter(has=page.locator("[name=topic]")).first
    expect(label).to_be_visible()
    assert fits(page)
    controls = page.locator("#search :is(summary, select, button, input[type=search], label:has(input))")
    sizes = controls.evaluate_all(
        "all => all.filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect())"
        ".filter(box => box.width).map(box => Math.min(box.width, box.height))"
    )
    assert len(sizes) > 10
    assert min(sizes) >= 44
    label.tap()
    expect(page.locator("#search-count")).to_contain_text("within the filters")
    assert total(page) < number
    assert fits(page)
    page.locator("#search-chips button").first.tap()
    expect(page.locator("#search-count")).not_to_contain_text("within")
    assert total(page) == number
    title = page.locator("#search-hits .title a").first
    text = title.inner_text()
    title.tap()
    expect(page.locator("h1")).to_have_text(text)


def test_without_scripts(open_page: Opener, address: str) -> None:
    """A sentence says that search needs them, and every index is one step away; no field that does nothing."""
    page = open_page(java_script_enabled=False)
    page.goto(address + "search.html")
    expect(page.locator("main .nojs")).to_contain_text("Search needs JavaScript")
    expect(page.locator("main input, main button").locator("visible=true")).to_have_count(0)
    links = page.locator("main .nojs a").evaluate_all("all => all.map(each => each.href)")
    assert {"topics/index.html", "authors/index.html", "years/index.html"} <= {url[len(address) :] for url in links}
    for url in links:
        response = page.goto(url)
        assert response is not None
        assert response.ok


@pytest.mark.parametrize("place", ["server", "disk"])
def test_markup_in_papers_is_text(open_page: Opener, made_address: str, made_site: Path, place: str) -> None:
    """Titles, names and abstracts that look like HTML are shown as they are, and nothing in them runs."""
    page = open_page(site=made_address)
    page.goto((made_address if place == "server" else made_site.as_uri() + "/") + "search.html?q=tinder")
    expect(page.locator("#search-hits .title", has_text=IMAGE_TITLE)).to_be_visible()
    expect(page.locator("#search-hits .title", has_text=SCRIPT_TITLE)).to_be_visible()
    expect(page.locator("#search-hits .say", has_text="With <script>")).to_be_visible()
    expect(page.get_by_role("group", name="Author").locator("label", has_text="Eve <b>Tag</b>")).to_be_visible()
    assert page.locator("#search").locator("img, script, b").count() == 0
    page.goto(page.url.split("?")[0] + "?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&topic=%3Cb%3Ex&author=%3Ci%3E")
    expect(page.locator("#search-chips button")).to_have_count(3)
    assert page.locator("#search").locator("img, b, i").count() == 0
    assert "run" not in page.title()


@pytest.mark.parametrize("width", [320, 390, 1024, 1440])
def test_long_names_and_words_fit(open_page: Opener, made_address: str, width: int) -> None:
    """A word without end makes nothing wider; beside a topic in two lines the count stays in one."""
    page = open_page(site=made_address, viewport={"width": width, "height": 900})
    search(page, made_address, "?q=lantern*")
    if width < 1024:
        page.locator("#search-filters summary").click()
    label = page.locator("#search-filters label", has_text=LONG_TOPIC)
    expect(label.locator(".n")).to_have_text("13")
    lines = label.locator(".n").evaluate(
        "each => Math.round(each.offsetHeight / parseFloat(getComputedStyle(each).lineHeight))"
    )
    assert lines == 1
    assert fits(page)
    page.goto(made_address + "search.html?q=tinder")
    expect(page.locator("#search-hits .say mark, #search-hits .title mark").first).to_be_visible()
    assert fits(page)


def test_chips_have_names_before_the_filters_are_opened(open_page: Opener, address: str) -> None:
    """What an address holds as slugs is shown by name though nobody opened the filters."""
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(address + "search.html?q=a&topic=large-language-models&author=geoffrey-hinton&status=to-read")
    chips = page.locator("#search-chips button")
    expect(chips).to_have_text(
        [re.compile("Large language models"), re.compile("Geoffrey Hinton"), re.compile("To read"), "Clear all"]
    )
    expect(page.locator("#search-filters fieldset")).to_have_count(0)


def test_on_a_phone_count_and_order_share_a_line(open_page: Opener, address: str) -> None:
    """The number of hits gives way to the order, so that both fit."""
    page = open_page(viewport={"width": 390, "height": 844})
    search(page, address, "?q=learning+model&sort=added")
    count, order = page.locator("#search-count").bounding_box(), page.locator("#search-sort").bounding_box()
    assert count is not None
    assert order is not None
    assert count["y"] < order["y"] + order["height"]
    assert order["y"] < count["y"] + count["height"]


def test_hits_lead_to_the_map_of_the_same_words(open_page: Opener, address: str) -> None:
    """The link opens the map with what was searched, where as many papers stand out; with filters there is none."""
    page = open_page()
    count = search(page, address, "?q=adversarial+training")
    way = page.get_by_role("link", name="Show on the map")
    way.click()
    expect(page.locator("#map-said")).to_have_text(f"{count} papers stand out.")
    search(page, address, "?q=adversarial+training&topic=adversarial-robustness")
    expect(page.locator("#search-chips button").first).to_be_visible()
    expect(way).to_be_hidden()
    page.goto(address + "search.html?q=xylophoneofnowhere")
    expect(page.locator("#search-count")).to_have_text(re.compile("^Nothing found"))
    expect(way).to_be_hidden()
