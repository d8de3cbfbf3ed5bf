"""The design as a browser shows it: measure, colours, themes, print, and what a screen reader is told."""

import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.accessibility import reading_order, unnamed_controls
from tests.browser.conftest import build_under_base_path, served_site
from tests.browser.made import write_made_content
from tests.serving import QuietHandler

PAPER = "papers/direct-preference-optimization-your-language-model-is.html"
PLAIN_PAPER = "papers/adam-a-method-for-stochastic-optimization.html"
WIDE_PAPER = "papers/a-gentle-introduction-to-conformal-prediction-and.html"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 20"><rect width="90" height="20" fill="{}"/></svg>'

# Characters of each whole line of prose without formulas; the last line of a paragraph is as short as it is.
_LINES = """() => [...document.querySelectorAll(".prose > p")].filter(each => !each.querySelector("math, code"))
  .flatMap(paragraph => {
    const lines = [], walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = new Range();
    for (let node; (node = walk.nextNode());)
      for (let place = 0; place < node.length; place++) {
        range.setStart(node, place); range.setEnd(node, place + 1);
        const bottom = range.getBoundingClientRect().bottom, last = lines.at(-1);
        if (last && Math.abs(last.bottom - bottom) < 8) last.count++; else lines.push({ bottom, count: 1 });
      }
    return lines.slice(0, -1).map(line => line.count);
  })"""

# What is wider than its box there, and keys cannot reach.
_UNREACHED = """() => [...document.querySelectorAll("main *")].filter(each => each.scrollWidth > each.clientWidth + 1
  && /auto|scroll/.test(getComputedStyle(each).overflowX) && each.tabIndex < 0
  && ![...each.querySelectorAll("*")].some(inner => inner.tabIndex >= 0)).map(each => each.outerHTML.slice(0, 80))"""

# The contrast of each kind of link with its ground, as painted: colours go through a canvas, which makes them sRGB.
_ACCENTS = """accents => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = colour => {
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(part => part / 255)
      .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const link = document.querySelector("main a[href]:not(.plain)");
  const ground = light(getComputedStyle(document.body).backgroundColor);
  link.style.color = "var(--link)"; link.style.transition = "none";
  return accents.map(accent => {
    document.documentElement.style.setProperty("--accent", accent);
    const [low, high] = [light(getComputedStyle(link).color), ground].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  });
}"""


# What was there already and has moved.
_SHIFTS = """new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().flatMap(entry => entry.sources.map(
    ({ node, previousRect: old, currentRect: now }) => `${node && (node.id || node.outerHTML || node.data)}: ` +
      `${old.x},${old.y} ${old.width}x${old.height} to ${now.x},${now.y} ${now.width}x${now.height}`)))
  ).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done([]), 200);
})"""


@pytest.mark.usefixtures("arial")
@pytest.mark.parametrize("width", [820, 1440])
@pytest.mark.parametrize("path", [PLAIN_PAPER, "about.html", "reading-guide.html"])
def test_lines_are_of_a_length_to_read(open_page: Callable[..., Page], address: str, path: str, width: int) -> None:
    """A line of prose holds 60 to 75 characters on average."""
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(address + path)
    lines = page.evaluate(_LINES)
    assert len(lines) >= 5
    assert 60 <= sum(lines) / len(lines) <= 75


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_any_accent_gives_links_that_can_be_read(open_page: Callable[..., Page], address: str, scheme: str) -> None:
    """As painted, links in every hue, in black, white and grey, have 4.5 and more."""
    page = open_page(color_scheme=scheme)
    page.goto(address)
    accents = [f"hsl({hue} {strength}% 50%)" for hue in range(0, 360, 15) for strength in (40, 100)]
    assert min(page.evaluate(_ACCENTS, [*accents, "#000", "#fff", "#777"])) >= 4.5


@pytest.mark.parametrize(("chosen", "system"), [("dark", "light"), ("light", "dark")])
def test_no_frame_has_the_wrong_theme(open_page: Callable[..., Page], address: str, chosen: str, system: str) -> None:
    """The chosen theme stands in every frame from the first, also when the sheet comes late and on going back."""
    page = open_page(color_scheme=system)
    page.add_init_script(
        f"localStorage.setItem('theme', '{chosen}'); window.frames_seen = [];"
        "requestAnimationFrame(function look() {"
        "  if (document.body) frames_seen.push(getComputedStyle(document.body).backgroundColor +"
        "    getComputedStyle(document.documentElement).colorScheme);"
        "  requestAnimationFrame(look); });"
    )

    def late(route: Route) -> None:
        page.wait_for_timeout(150)
        route.continue_()

    page.route("**/style.*.css", late)
    for path in ("index.html", PAPER, "papers/index.html"):
        page.goto(address + path)
        page.wait_for_function("frames_seen.length > 3 && performance.getEntriesByName('first-paint').length")
        seen = set(page.evaluate("frames_seen"))
        assert seen == {("rgb(20, 22, 27)dark" if chosen == "dark" else "rgb(255, 255, 255)light")}, path
        assert page.evaluate(
            "performance.getEntriesByName('first-paint')[0].startTime >="
            "performance.getEntriesByType('resource').find(each => each.name.includes('/style.')).responseEnd"
        )
    page.go_back()
    assert page.evaluate("document.documentElement.dataset.theme") == chosen


def test_the_theme_goes_round(open_page: Callable[..., Page], address: str) -> None:
    """Automatic, light, dark and automatic again, told by the button's name; automatic follows the system."""
    page = open_page(color_scheme="dark")
    page.goto(address)
    button, seen = page.locator("#theme"), []
    for _ in range(4):
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        seen.append((button.get_attribute("aria-label"), ground))
        button.press("Enter")
    dark, light = "rgb(20, 22, 27)", "rgb(255, 255, 255)"
    automatic = ("Theme: automatic", dark)
    assert seen == [automatic, ("Theme: light", light), ("Theme: dark", dark), automatic]


def sheets_of_paper(page: Page) -> int:
    """How many sheets of A4 the open page takes."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", prefer_css_page_size=True)))


def longest_papers(site: Path, count: int) -> list[str]:
    """The papers whose pages hold the most: text of abstract and note, and formulas."""
    prose = re.compile(r'<div class="prose">(.*?)</div>', re.DOTALL)

    def size(path: Path) -> int:
        html = "".join(prose.findall(path.read_text(encoding="utf-8")))
        return len(re.sub(r"<[^>]*>", "", html)) + 100 * html.count('display="block"')

    papers = (path for path in (site / "papers").glob("*.html") if 'class="prose"' in path.read_text("utf-8"))
    return [f"papers/{path.name}" for path in sorted(papers, key=size, reverse=True)[:count]]


def test_a_paper_prints_on_one_sheet(open_page: Callable[..., Page], address: str, built_site: Path) -> None:
    """Abstract, facts, addresses and note with its formulas: the longest papers of the list fit A4."""
    page = open_page()
    papers = longest_papers(built_site, 6)
    assert any("<math" in (built_site / path).read_text("utf-8") for path in papers)
    for path in papers:
        page.goto(address + path)
        assert sheets_of_paper(page) == 1, path


def test_a_printed_list_is_a_bibliography(open_page: Callable[..., Page], address: str) -> None:
    """Entries are numbered through and have their addresses; what cannot be used on paper is not there."""
    page = open_page(viewport={"width": 700, "height": 1000}, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(address + "papers/index.html")
    first = page.evaluate(
        "[...document.querySelectorAll('.row')].slice(0, 50).map(row => ["
        " getComputedStyle(row, '::before').content, getComputedStyle(row).counterIncrement,"
        " row.querySelector('.out') && getComputedStyle(row.querySelector('.out'), '::after').content])"
    )
    assert len(first) == 50
    assert {(number, step) for number, step, _ in first} == {('counter(p) "."', "p 1")}
    shown = [address for _, _, address in first if address]
    assert len(shown) >= 45
    assert all(re.search(r"https?://", address) for address in shown)
    for gone in (".nav", ".tools", ".foot", ".mark", ".pager", ".topic::before"):
        chosen, _, part = gone.partition("::")
        of = f"'::{part}'" if part else "null"
        display = f"getComputedStyle(document.querySelector('{chosen}'), {of}).display"
        assert page.evaluate(display) == "none", gone
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_a_paper_is_read_in_order(open_page: Callable[..., Page], address: str) -> None:
    """A screen reader meets the way past the header, the paper's title, then its parts; facts follow the abstract."""
    page = open_page(viewport={"width": 1440, "height": 900})
    page.goto(address + PAPER)
    order = reading_order(page)
    expected = [
        "banner",
        "navigation Main",
        "main",
        "heading 1 Direct Preference Optimization: Your Language Model is Secretly a Reward Model",
        "heading 2 Authors",
        "heading 2 Summary",
        "complementary About this paper",
        "heading 2 Note",
        "heading 2 Related",
        "heading 2 Why these topics",
        "heading 2 Where this comes from",
        "navigation Neighbours in the list",
        "heading 2 In the list",
        "contentinfo",
        "navigation Everything else",
    ]
    assert [part for part in order if part in expected] == expected
    assert (order[0], order[-1]) == (expected[0], expected[-1])


def test_what_is_wider_than_a_phone_scrolls_by_keys(open_page: Callable[..., Page], address: str) -> None:
    """Formulas, tables and code of a note scroll in boxes of their own, which Tab reaches; the page does not."""
    page = open_page(viewport={"width": 320, "height": 900})
    for path in (WIDE_PAPER, PAPER, "papers/attention-is-all-you-need.html"):
        page.goto(address + path)
        assert page.evaluate(_UNREACHED) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(address + WIDE_PAPER)
    box = page.get_by_role("group", name="Formula").first
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())


def test_a_list_is_read_in_order(open_page: Callable[..., Page], address: str) -> None:
    """One heading for the page, one for the list, one a year and one a paper, each a level below."""
    page = open_page(viewport={"width": 390, "height": 900})
    page.goto(address + "papers/index.html")
    order = reading_order(page)
    place = order.index("heading 1 All papers")
    assert order[:2] == ["banner", "main"]
    assert order[place + 1].startswith("heading 2 ")
    levels = [int(part.split()[1]) for part in order[place:] if part.startswith("heading")]
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    assert levels.count(4) == 50
    assert order[-3:] == ["navigation Pages", "contentinfo", "navigation Everything else"]


def test_every_control_has_a_name(open_page: Callable[..., Page], address: str) -> None:
    """Also filters that are open, and points of the map whose entries in the list are folded away."""
    page = open_page(viewport={"width": 1440, "height": 900})
    for path in ("index.html", "papers/index.html", PAPER, "search.html?q=robust", "map.html", "charts.html"):
        page.goto(address + path)
        if path == "papers/index.html":
            page.locator("#search-filters summary").click()
            expect(page.locator("#search-filters fieldset").first).to_be_visible()
        if path == "map.html":
            expect(page.locator("#map svg a[aria-label]").first).to_be_attached()
        assert unnamed_controls(page) == [], path


def test_forced_colours_keep_what_is_drawn(open_page: Callable[..., Page], address: str) -> None:
    """With the reader's own few colours, topics keep their shapes, controls their edges and the focus its line."""
    page = open_page(forced_colors="active", viewport={"width": 1440, "height": 900})
    page.goto(address + "papers/index.html")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    shape = page.evaluate("getComputedStyle(document.querySelector('.topic'), '::before').backgroundColor")
    assert shape != page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.btn')).borderTopWidth)") >= 1
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_nothing_moves_where_less_motion_is_asked_for(open_page: Callable[..., Page], address: str) -> None:
    """No transition and no animation is left."""
    page = open_page(reduced_motion="reduce")
    for path in ("index.html", "papers/index.html", PAPER, "search.html"):
        page.goto(address + path)
        assert page.evaluate(
            "[...document.querySelectorAll('*')].every(each => { const style = getComputedStyle(each);"
            " return style.transitionDuration === '0s' && style.animationName === 'none'; })"
        ), path


@pytest.mark.usefixtures("arial")
def test_the_links_of_the_header_stand_on_one_line(open_page: Callable[..., Page], address: str) -> None:
    """Nine of them, on every width with room for a column of labels."""
    page = open_page(viewport={"width": 1024, "height": 900})
    page.goto(address)
    assert page.locator(".nav li").count() == 9
    for width in (1024, 1100, 1200, 1232, 1300, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        tops = page.eval_on_selector_all(".nav a", "all => [...new Set(all.map(each => each.offsetTop))]")
        assert len(tops) == 1, width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@contextmanager
def served_in_pieces(page: bytes, root: Path) -> Iterator[tuple[str, list[bytes], Event]]:
    """A server whose pages wait before the last text of a list until an event is set: its address, list and event."""
    cuts: list[bytes] = []
    goes_on = Event()

    class InPieces(QuietHandler):
        def do_GET(self) -> None:  # noqa: N802 - the name of the base class
            if not self.path.endswith(".html"):
                super().do_GET()
                return
            first, cut, rest = page.partition(cuts[-1])
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(first)
            self.wfile.flush()
            goes_on.wait(10)
            self.wfile.write(cut + rest)

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(InPieces, directory=str(root))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", cuts, goes_on
        server.shutdown()


@pytest.mark.parametrize("width", [320, 390, 820, 1040, 1440])
def test_a_page_that_comes_in_pieces_moves_nothing(
    open_page: Callable[..., Page], built_site: Path, width: int
) -> None:
    """A browser may paint what has come of the header and the field below it, and what comes later has its room."""
    with served_in_pieces((built_site / "index.html").read_bytes(), built_site) as (url, cuts, goes_on):
        page = open_page(site=url, viewport={"width": width, "height": 900})
        for cut in (
            b'<div class="tools">',
            b"<kbd data-needs-js",
            b"/</kbd>",
            b'<button class="btn bare" type="button" id="theme"',
            b'<button class="btn bare menu"',
            b"Search</button>",
        ):
            cuts.append(cut)
            goes_on.clear()
            page.goto(f"{url}index.html", wait_until="commit")
            page.locator(".brand").wait_for()
            page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
            goes_on.set()
            page.wait_for_load_state()
            assert page.evaluate(_SHIFTS) == [], cut


@pytest.fixture(scope="module")
def logo_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A list with a logo that holds its name, and another one for dark pages."""
    folder = tmp_path_factory.mktemp("logo")
    write_made_content(folder / "content")
    (folder / "content" / "static").mkdir()
    for name, colour in (("light", "#700"), ("dark", "#fbb")):
        (folder / "content" / "static" / f"{name}.svg").write_text(LOGO.format(120, colour), encoding="utf-8")
    settings = "title: Made List\nlogo: {file: light.svg, dark: dark.svg, alt: The Lantern Group}\n"
    (folder / "content" / "site.yaml").write_text(settings, encoding="utf-8")
    with served_site(build_under_base_path(folder / "content", folder / "root")) as url:
        yield url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_a_logo_fits_and_follows_the_theme(
    open_page: Callable[..., Page], logo_address: str, width: int, scheme: str
) -> None:
    """One picture is there, of the theme, high as the line; the link has its name; nothing moves when it comes."""
    page = open_page(site=logo_address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(logo_address)
    link = page.get_by_role("link", name="The Lantern Group", exact=True)
    picture = link.locator("img:visible")
    assert scheme in str(picture.get_attribute("src"))
    box = picture.bounding_box()
    assert box is not None
    assert box["height"] == pytest.approx(24)
    assert box["x"] + box["width"] <= width
    assert page.evaluate(_SHIFTS) == []
    for _ in range(2 if scheme == "light" else 1):
        page.locator("#theme").press("Enter")
    other = "dark" if scheme == "light" else "light"
    assert other in str(link.locator("img:visible").get_attribute("src"))


def test_numbers_stand_in_line(open_page: Callable[..., Page], address: str) -> None:
    """The counts of dumps end at one edge in each column, in figures of one width; on a phone each has its word."""
    page = open_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "dumps/index.html")
    edges = page.evaluate(
        "[...document.querySelectorAll('.stack tbody tr')].map(row => [...row.cells].slice(1).map(cell => {"
        " const range = new Range(); range.selectNodeContents(cell); return range.getBoundingClientRect().right; }))"
    )
    assert len(edges) >= 5
    assert all(row == pytest.approx(edges[0], abs=0.5) for row in edges)
    assert "tabular-nums" in page.evaluate("getComputedStyle(document.querySelector('.stack td')).fontVariantNumeric")
    page.set_viewport_size({"width": 390, "height": 900})
    words = page.locator(".stack tbody tr").first.inner_text().split()
    assert words[-9::2] == ["records", "added", "merged", "changed", "unread"]


def test_the_rest_of_the_company_unfolds(open_page: Callable[..., Page], address: str) -> None:
    """An author's page shows a few co-authors and topics before its papers, and the rest on demand, without scripts."""
    page = open_page(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page.goto(address + "authors/percy-liang.html")
    headings = page.locator("h2").all_inner_texts()
    assert [heading.split()[0] for heading in headings] == ["Over", "Co-authors", "Topics", "Papers"]
    people = page.locator("section:has(#people)")
    few, more = people.locator("a:visible").count(), int(people.locator("summary").inner_text().split()[0])
    people.locator("summary").press("Enter")
    assert more
    expect(people.locator("a:visible")).to_have_count(few + more)


# Where the focus is: the element, whether it can be seen, and whether a line is drawn around it or its neighbour.
_FOCUSED = """() => {
  const each = document.activeElement;
  if (each === document.body) return null;
  const box = each.getBoundingClientRect();
  const around = [each, each.closest("label"), each.nextElementSibling, each.parentElement].filter(Boolean);
  const ring = around.find(part => getComputedStyle(part).outlineStyle !== "none"
    && part.matches(":focus-visible, :focus-within, :focus-visible + *"));
  return {
    place: [...document.querySelectorAll("*")].indexOf(each),
    name: each.tagName + " " + (each.textContent || each.id).trim().slice(0, 40),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    ringed: Boolean(ring), cut: Boolean(ring) && cutOff(ring),
  };

  /* Whether a column that scrolls shows less than the whole line. */
  function cutOff(part) {
    const column = part.closest(".stick"), line = part.getBoundingClientRect();
    const out = parseFloat(getComputedStyle(part).outlineOffset) + parseFloat(getComputedStyle(part).outlineWidth);
    if (!column || part === column || getComputedStyle(column).overflowY === "visible") return false;
    const seen = column.getBoundingClientRect();
    return line.left - out < seen.left - 0.5 || line.right + out > seen.right + 0.5;
  }
}"""


@pytest.mark.parametrize("path", ["index.html", "papers/index.html", PAPER, "dumps/index.html", "search.html"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_keyboard_goes_through_in_order(
    open_page: Callable[..., Page], address: str, path: str, width: int
) -> None:
    """Tab moves forward through the page as it is read; what has the focus is in sight, with a line around it."""
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(address + path)
    places = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.evaluate(_FOCUSED)
        if focus is None:
            break
        assert focus["seen"], focus["name"]
        assert focus["ringed"], focus["name"]
        assert not focus["cut"], focus["name"]
        places.append(focus["place"])
    assert len(places) > 10
    assert places == sorted(set(places))
