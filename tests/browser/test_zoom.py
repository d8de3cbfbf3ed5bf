"""Pages at twice the size on the narrowest phone: none scrolls sideways, however long its words and names are."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import build_under_base_path, served_site
from tests.browser.made import write_made_content

# Text of twice the size; and a window of 640 pixels that the browser enlarges to twice the size, which is one of 320.
SIZES = {"text": (1, "200%"), "zoom": (2, "100%")}
# How much wider than the window a page is, and what makes it so; what scrolls in a box of its own does not.
TOO_WIDE = """() => {
  const page = document.documentElement, over = page.scrollWidth - page.clientWidth;
  const boxed = part => part !== document.body
    && (getComputedStyle(part).overflowX !== "visible" || boxed(part.parentElement));
  return over <= 0 ? null : [over, ...[...document.querySelectorAll("body *")]
    .filter(part => part.getBoundingClientRect().right > page.clientWidth + 0.5 && !boxed(part.parentElement))
    .map(part => part.outerHTML.slice(0, 80)).slice(-3)];
}"""
SHARE_OF_FIELD = """(field => field.offsetWidth / field.closest("dialog").offsetWidth)(
  document.querySelector("dialog[open] input"))"""
KINDS = (
    "index.html papers/index.html topics/index.html authors/index.html organizations/index.html subjects/index.html "
    "years/index.html dumps/index.html my-list.html map.html charts.html health.html about.html 404.html offline.html "
    "views/read-and-rated-highly.html dumps/trending-vision/changes.html search.html search.html?code=no"
).split()
# The second has a day without a year, which is inferred from the first.
LISTING = """\
CLMay 25, 2022
Lanterns in Winter Observed From a Single Window Without Any Other LightAda Quill, Bruno Ferrante, Chen Oyama
They hang still, and then they do not, which was measured with a rope and a stone for a year.
95.8CLMay 12Code
Lanterns in Summer Observed From a Single Window Without Any Other LightAda Quill, Bruno Ferrante, Chen Oyama et al.
They move a little, and then they do not, which was measured with a rope and a stone for a year.
"""
LONG_PAPER = r"""---
title: Long-Winded Lantern-Photogrammetricalisation of $\mathbb{E}_{x \sim p(x)}[\lVert f(x) - g(x) \rVert_2^2]$
authors: [Ada Quill-Hohenstaufen-Wolkenstein von Trapp, Wolfeschlegelsteinhausenbergerdorff, Li]
date: 2024-05
venue: Proceedings of the Anniversary Workshop on Photogrammetricalisation
urls: https://example.org/a/very/long/address/of-a-paper-that-nobody-will-ever-type-by-hand.html
organizations: [Gesellschaft-zur-Photogrammetricalisation-der-Laternen]
rating: 4
status: reading
---

$$\sum_{i=1}^{n} \alpha_i \beta_i \gamma_i \delta_i \epsilon_i \zeta_i = \int_0^1 f(x) g(x) h(x) k(x) \, dx$$

| a column                 | another column | and a third column            |
|--------------------------|----------------|-------------------------------|
| Photogrammetricalisation | 0.123456789    | `a_long_name_of_a_function()` |
"""


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up list with long names, formulas and a table, and a listing whose days have no year."""
    content = tmp_path_factory.mktemp("long") / "content"
    write_made_content(content)
    (content / "papers" / "wide.md").write_text(LONG_PAPER, encoding="utf-8")
    (content / "dumps" / "000_05ec2338947d75db_of_somebody.txt").write_text(LISTING, encoding="utf-8")
    return build_under_base_path(content, content.parent / "root")


@pytest.fixture(scope="module")
def long_address(long_site: Path) -> Iterator[str]:
    """Where that list is served."""
    with served_site(long_site) as url:
        yield url


def heading(path: Path) -> str:
    """The name of a page, without its markup."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", path.read_text(encoding="utf-8"), re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", found[1])) if found else ""


def longest(pages: Iterable[Path], count: int) -> list[Path]:
    """The pages with the longest words in their names, and as many with the longest names."""
    found = [page for page in pages if page.stem != "index" and not page.stem.startswith("page-")]
    words = sorted(found, key=lambda page: max(map(len, heading(page).split()), default=0), reverse=True)
    return [*words[:count], *sorted(found, key=lambda page: len(heading(page)), reverse=True)[:count]]


def sample(site: Path) -> list[str]:
    """Every kind of page and every topic, and of authors, papers, dumps and the like those that are hardest to fit."""
    papers = list((site / "papers").glob("*.html"))
    maths = [page for page in papers if "<math" in page.read_text(encoding="utf-8")][:8]
    chosen = [*(site / "topics").glob("*.html"), *longest(papers, 8), *maths, *longest(site.glob("authors/*.html"), 5)]
    for kind in ("organizations", "subjects", "years", "dumps"):
        chosen += longest((site / kind).glob("*.html"), 1)
    kinds = [path for path in KINDS if (site / path.partition("?")[0]).is_file()]
    return list(dict.fromkeys([*kinds, *(str(page.relative_to(site)) for page in chosen)]))


def enlarge(page: Page, size: str) -> None:
    """Let each document that is opened have text of some size."""
    page.add_init_script(
        f"addEventListener('DOMContentLoaded', () => {{ document.documentElement.style.fontSize = '{size}'; }})"
    )


@pytest.fixture(params=SIZES)
def enlarged(request: pytest.FixtureRequest, open_page: Callable[..., Page]) -> Callable[[str], Page]:
    """Opens a page of the site at an address that shows all at twice the size."""
    scale, size = SIZES[request.param]

    def make(site: str) -> Page:
        page = open_page(site=site, viewport={"width": 320, "height": 640}, device_scale_factor=scale)
        enlarge(page, size)
        return page

    return make


def assert_fits(page: Page, base: str, paths: Iterable[str]) -> None:
    """No page is wider than the window."""
    for path in paths:
        page.goto(base + path)
        if "?" in path:
            expect(page.locator("#search-hits .row").first).to_be_visible()
        assert page.evaluate(TOO_WIDE) is None, path


def test_no_page_of_the_list_scrolls_sideways(enlarged: Callable[[str], Page], built_site: Path, address: str) -> None:
    """Kinds of page, topics, and the longest names and formulas of the project's own list."""
    paths = sample(built_site)
    assert len(paths) > 60
    assert_fits(enlarged(address), address, paths)


@pytest.mark.parametrize("width", [820, 1024, 1440])
def test_larger_text_fits_larger_windows(
    open_page: Callable[..., Page], built_site: Path, address: str, width: int
) -> None:
    """Text alone of twice the size, in windows that keep their layout."""
    page = open_page(viewport={"width": width, "height": 900})
    enlarge(page, "200%")
    kinds = [path for path in KINDS if (built_site / path.partition("?")[0]).is_file()]
    assert_fits(page, address, [*kinds, "papers/adam-a-method-for-stochastic-optimization.html"])


@pytest.mark.usefixtures("arial")
def test_no_long_word_scrolls_sideways(enlarged: Callable[[str], Page], long_site: Path, long_address: str) -> None:
    """Words without end, long addresses and names of files, wide formulas and tables."""
    paths = sample(long_site)
    assert any(path.startswith("papers/lanterns-in-summer") for path in paths)
    assert_fits(enlarged(long_address), long_address, paths)


def test_what_opens_does_not_scroll_sideways(enlarged: Callable[[str], Page], address: str) -> None:
    """The filters of a list, the choice of marks, a list of one's own, the help of the keys and the search."""
    page = enlarged(address)
    page.goto(f"{address}papers/index.html")
    page.locator("#search-filters summary").click()
    expect(page.locator("#search-filters fieldset").first).to_be_visible()
    assert page.evaluate(TOO_WIDE) is None
    page.locator(".list .row button.mark").first.click()
    expect(page.locator(".choices")).to_be_visible()
    assert page.evaluate(TOO_WIDE) is None
    page.get_by_role("menuitemradio", name="Reading", exact=True).click()
    page.goto(f"{address}my-list.html")
    expect(page.locator(".row").first).to_be_visible()
    assert page.evaluate(TOO_WIDE) is None
    for key, name in (("?", "Keyboard"), ("/", "Search")):
        page.keyboard.press(key)
        expect(page.get_by_role("dialog", name=name)).to_be_visible()
        assert page.evaluate(TOO_WIDE) is None, name
        if name == "Search":
            assert page.evaluate(SHARE_OF_FIELD) > 0.5
            expect(page.get_by_role("button", name="Close search").locator("svg")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name=name)).to_be_hidden()
