"""The page of charts as people see it: it fits, its links lead on, and its pictures say what its tables say."""

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.charted import FIRST, LAST, OLD_YEAR, SMALL_TOPIC, TOPICS, WITHOUT_DATE, write_charted_content
from tests.browser.conftest import build_under_base_path, served_site

WIDE = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def charted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a list with enough papers for every picture is served."""
    folder = tmp_path_factory.mktemp("charted")
    write_charted_content(folder / "content")
    with served_site(build_under_base_path(folder / "content", folder / "root")) as url:
        yield url


@pytest.fixture
def charts(open_page: Callable[..., Page], charted: str) -> Callable[..., Page]:
    """Opens the page of charts of that list."""

    def make(**options: object) -> Page:
        page = open_page(site=charted, **options)
        page.goto(charted + "charts.html")
        return page

    return make


def section(page: Page, name: str) -> Locator:
    """The part of the page under a heading."""
    return page.locator(f"section[aria-labelledby={name}]")


def table(page: Page, name: str) -> list[list[str]]:
    """The numbers beneath a picture, opened as a reader would, row by row, with the names of the rows."""
    part = section(page, name)
    part.locator("summary").click()
    rows = part.locator("tbody tr")
    return [rows.nth(place).locator("th, td").all_inner_texts() for place in range(rows.count())]


def titles(part: Locator) -> list[str]:
    """What the shapes of a picture say when one points at them."""
    found: list[str] = part.locator("svg title").evaluate_all("all => all.map(each => each.textContent)")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_the_page_fits(charts: Callable[..., Page], width: int, scheme: str) -> None:
    """No width scrolls sideways, also with every table open; no shape leaves its picture; all pictures are there."""
    page = charts(viewport={"width": width, "height": 900}, color_scheme=scheme)
    parts = page.locator("main > section")
    assert [each.get_attribute("aria-labelledby") for each in parts.all()] == [
        "years",
        "months",
        "topics",
        "scores",
        "by-topics",
        "by-authors",
        "by-organizations",
    ]
    for summary in page.locator("summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    outside = page.evaluate(
        """() => [...document.querySelectorAll("main svg :is(rect, circle)")].filter(shape => {
          if (!shape.checkVisibility()) return false;
          const box = shape.getBoundingClientRect(), frame = shape.ownerSVGElement.getBoundingClientRect();
          return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 ||
            box.bottom > frame.bottom + 2 || !box.width || (!box.height && shape.getAttribute("height") !== "0");
        }).length"""
    )
    assert outside == 0


@pytest.mark.parametrize("width", [320, 1440])
def test_no_label_covers_another(charts: Callable[..., Page], width: int) -> None:
    """Years and numbers in a row stay apart."""
    page = charts(viewport={"width": width, "height": 900})
    for selector in (".bars .n", ".bars .y", ".spread .y", ".months .head span"):
        boxes = page.locator(selector).evaluate_all(
            "all => all.map(e => e.getBoundingClientRect()).map(box => [box.left, box.right, box.top, box.bottom])"
        )
        for one, other in itertools.pairwise(boxes):
            beside = one[1] <= other[0] + 0.5
            beneath = one[3] <= other[2] + 0.5
            assert beside or beneath, selector


def test_doubled_text_is_laid_out_as_on_a_phone(charts: Callable[..., Page]) -> None:
    """The years lie on their side where columns would be too narrow for their numbers, and nothing scrolls sideways."""
    page = charts(viewport={"width": 820, "height": 900})
    expect(page.locator(".bars .up").first).to_be_visible()
    page.add_style_tag(content="html { font-size: 200%; }")
    expect(page.locator(".bars .up").first).to_be_hidden()
    expect(page.locator(".bars .along").last).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_years_are_drawn_as_they_are_counted(charts: Callable[..., Page]) -> None:
    """Column by column the same as in the table, in proportion, and the far year is in a column that says so."""
    page = charts(viewport=WIDE)
    bars = section(page, "years").locator(".bars li")
    texts = [" ".join(text.split()) for text in bars.evaluate_all("all => all.map(each => each.textContent)")]
    heights = [
        float(each or 0)
        for each in bars.locator("rect.up").evaluate_all("all => all.map(e => e.getAttribute('height'))")
    ]
    rows = table(page, "years")
    assert len(rows) == len(texts) == LAST - FIRST + 2 == len(heights)
    for text, height, (label, count, _) in zip(texts, heights, rows, strict=True):
        assert text.startswith(f"{count} paper{'' if count == '1' else 's'} in {label}")
        assert abs(height - 140 * int(count) / max(int(row[1]) for row in rows)) <= 2
    assert rows[0][0] == f"{OLD_YEAR}–{FIRST - 1}"
    assert int(rows[-1][2]) == sum(int(row[1]) for row in rows)
    caption = section(page, "years").locator("figcaption").inner_text()
    assert f"{LAST} brought most papers, {rows[-1][1]}." in caption
    assert f"{WITHOUT_DATE} papers without a year are not drawn." in caption


def test_months_are_drawn_as_they_are_counted(charts: Callable[..., Page]) -> None:
    """Each cell of the table that is not 0 is a bar of that year's line."""
    page = charts(viewport=WIDE)
    lines = section(page, "months").locator("ol > li")
    drawn = [titles(line) for line in lines.all()]
    rows = table(page, "months")
    for line, (year, *cells) in zip(drawn, rows, strict=False):
        told = [int(each.rpartition(": ")[2].split()[0]) for each in line]
        assert told == [int(cell) for cell in cells[:-1] if cell != "0"]
        assert all(f" {year}: " in each for each in line)
    assert rows[-1][0] == "All"
    assert len(rows) == len(drawn) + 1


def test_topics_are_drawn_as_they_are_counted(charts: Callable[..., Page]) -> None:
    """In each panel the bars of the table's row, the small topic as readable as the others."""
    page = charts(viewport=WIDE)
    panels = section(page, "topics").locator(".multi > li")
    assert panels.count() == len(TOPICS) + 1
    drawn = [titles(panel) for panel in panels.all()]
    rows = table(page, "topics")
    for panel, row in zip(drawn, rows, strict=True):
        counts = [int(each.rpartition(": ")[2].split()[0]) for each in panel]
        assert sum(counts) <= int(row[-1])
        assert counts == [int(cell) for cell in row[1:-2] if cell != "0"]
    small = panels.last
    assert SMALL_TOPIC in small.inner_text()
    assert "At most 1, in 2020 and 2024" in small.inner_text()
    assert min(box["height"] for box in (each.bounding_box() for each in small.locator("rect").all()) if box) >= 10


def test_scores_are_drawn_as_they_are_counted(charts: Callable[..., Page]) -> None:
    """Higher scores stand higher, and the title of each column has the numbers of its row."""
    page = charts(viewport=WIDE)
    told = titles(section(page, "scores"))
    middles = [
        float(each or 0)
        for each in page.locator(".spread g:has(rect) circle").evaluate_all("all => all.map(e => e.getAttribute('cy'))")
    ]
    rows = table(page, "scores")
    for title, (label, count, low, *_, high) in zip(told, rows, strict=True):
        assert title.startswith(f"{label}: {count} paper")
        assert low in title
        assert title.endswith(high)
    scores = [float(row[4]) for row in rows if int(row[1]) > 5]
    assert len(scores) == len(middles) > 3
    for (score, y), (other, other_y) in zip(
        zip(scores, middles, strict=True), zip(scores[1:], middles[1:], strict=True), strict=False
    ):
        assert (score < other) == (y > other_y) or score == other


@pytest.mark.parametrize("kind", ["topics", "authors", "organizations"])
def test_names_are_drawn_as_they_are_counted(charts: Callable[..., Page], kind: str) -> None:
    """The longest bar is the whole width; each is in proportion to its number."""
    page = charts(viewport=WIDE)
    items = section(page, f"by-{kind}").locator(".ranks li").all()
    drawn = [
        (
            each.locator("a").inner_text(),
            each.locator(".n").inner_text().split()[0],
            each.locator("rect").bounding_box(),
        )
        for each in items
    ]
    rows = table(page, f"by-{kind}")
    assert [(name, count) for name, count, _ in drawn] == [(row[0], row[1]) for row in rows]
    widths = [box["width"] for _, _, box in drawn if box]
    for (_, count, _), width in zip(drawn, widths, strict=True):
        assert abs(width - widths[0] * int(count) / int(drawn[0][1])) <= 1


def test_links_lead_on(charts: Callable[..., Page], charted: str) -> None:
    """From a year's column to its papers, from a topic's picture to the topic; every address of the page answers."""
    page = charts(viewport=WIDE)
    addresses = set(page.locator("main a").evaluate_all("all => all.map(each => each.href)"))
    assert {urljoin(charted, f"years/{LAST}.html"), urljoin(charted, "topics/sundials.html")} <= addresses
    for address in sorted(addresses):
        assert page.request.get(address).ok, address
    page.locator(f".bars a[href='years/{LAST}.html']").click()
    expect(page.locator("h1")).to_have_text(str(LAST))
    page.go_back()
    page.locator(".multi a").first.click()
    expect(page).to_have_url(re.compile("^" + re.escape(urljoin(charted, "topics/"))))


def test_by_keyboard(charts: Callable[..., Page]) -> None:
    """The tables open by keyboard, and what scrolls sideways can have the focus."""
    page = charts(viewport={"width": 390, "height": 900})
    page.locator("#topics").scroll_into_view_if_needed()
    part = section(page, "topics")
    part.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(part.locator("table")).to_be_visible()
    page.keyboard.press("Tab")
    expect(part.locator(".wide")).to_be_focused()


def test_without_scripts_and_in_print(charts: Callable[..., Page]) -> None:
    """Pictures and tables need no script; on paper the pictures remain."""
    page = charts(java_script_enabled=False, viewport=WIDE)
    assert len(table(page, "years")) == LAST - FIRST + 2
    page.emulate_media(media="print")
    for name in (".bars svg", ".months svg", ".multi svg", ".spread svg", ".ranks svg"):
        expect(page.locator(name).last, name).to_be_visible()


def test_the_way_there(open_page: Callable[..., Page], address: str, built_site: Path) -> None:
    """From the first page and from every footer; where there are no scores, a sentence says so."""
    page = open_page()
    page.goto(address)
    page.locator("main a", has_text="Charts").click()
    expect(page.locator("h1")).to_have_text("Charts")
    expect(section(page, "missing")).to_contain_text("No paper has a score")
    expect(page.locator("footer a[href='charts.html']")).to_have_count(1)
    page.goto((built_site / "charts.html").as_uri())
    assert page.locator(".bars rect").count() > 3
