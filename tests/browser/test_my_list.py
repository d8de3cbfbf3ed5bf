"""My list as a reader uses it: sections that follow each mark, a file to take along, a file that comes in."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import SHIFTS, build_under_base_path, served_site
from tests.browser.made import write_made_content
from tests.cli.running import run

AT = "2026-11-02T10:00:00.000Z"
PAPERS = {
    "read": "title: Lantern Read\nstatus: read\nfinished: 2026-01-05\ndate: 2024-01-01\nadded: 2026-01-05",
    "waits": "title: Lantern Waiting\nstatus: to-read\ndate: 2024-01-02\nadded: 2026-01-06",
    "moved": "title: Lantern Moved\naliases: [lantern-of-old]\ndate: 2022-02-01\nadded: 2026-01-06",
    "plain": "title: Lantern Plain\ndate: 2022-01-01\nadded: 2026-01-07",
    "maths": "title: Lantern of $x^2$\ndate: 2022-01-01\nadded: 2026-01-07\nstar: true",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of made-up papers, some of which bear marks."""
    folder = tmp_path_factory.mktemp("my-list")
    write_made_content(folder / "content")
    for path in (folder / "content" / "papers").glob("lantern-*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("status: read\n", ""), encoding="utf-8")
    for name, front in PAPERS.items():
        (folder / "content" / "papers" / f"{name}.md").write_text(f"---\n{front}\n---\n", encoding="utf-8")
    return build_under_base_path(folder / "content", folder / "root")


@pytest.fixture(scope="module")
def list_address(site: Path) -> Iterator[str]:
    """Where that list is served."""
    with served_site(site) as url:
        yield url


def titles(page: Page, section: str) -> Locator:
    """The titles of a section, in order."""
    return page.locator(f"#{section} .row .title")


def mark(page: Page, paper: str, **part: object) -> None:
    """Mark a paper as the rest of the site would."""
    page.evaluate("([id, part]) => sitegenMarks.set(id, part)", [paper, part])


def take_in(page: Page, text: str, name: str = "marks.json") -> None:
    """Choose a file in the dialog that the import opens."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import marks").click()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})


def export(page: Page) -> Any:
    """What the export gives to be saved."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Export marks").click()
    assert download.value.suggested_filename.startswith("marks-20")
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def test_an_empty_list_says_how_to_begin(open_page: Callable[..., Page], list_address: str) -> None:
    """With no marks but the site's, which can be left out; the choice is remembered."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}my-list.html")
    expect(titles(page, "queue")).to_have_text(["Lantern Waiting"])
    page.get_by_role("checkbox", name="With the marks that stand in the site itself (6)").uncheck()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing marked yet")
    expect(page.get_by_role("link", name="any list")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing marked yet")
    expect(page.locator(".mine:visible")).to_have_count(0)


def test_sections_follow_marks(open_page: Callable[..., Page], list_address: str) -> None:
    """A paper moves to where its new mark belongs, the focus goes with it, and other tabs' marks come at once."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}papers/lantern-plain.html")
    page.get_by_role("radio", name="To read").check()
    page.goto(f"{list_address}my-list.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("0 in progress, 2 waiting")
    expect(titles(page, "queue")).to_have_text(["Lantern Plain", "Lantern Waiting"])
    page.get_by_role("button", name="To read. Change mark of Lantern Plain").press("Enter")
    expect(page.get_by_role("menu")).to_be_visible()
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    expect(titles(page, "reading")).to_have_text(["Lantern Plain"])
    expect(page.get_by_role("button", name="Reading. Change mark of Lantern Plain")).to_be_focused()
    other = page.context.new_page()
    other.goto(f"{list_address}papers/lantern-plain.html")
    other.get_by_role("radio", name="Read", exact=True).check()
    expect(titles(page, "done")).to_contain_text(["Lantern Plain", "Lantern Read"])
    expect(page.locator("#done .group").nth(1)).to_have_text("January 2026 1")
    expect(page.locator("#done .group").last).to_have_text("No day known 3")
    expect(page.locator("#my-sentence")).to_contain_text("in all: 5.")


def late(route: Route) -> None:
    """Let what is asked for wait."""
    time.sleep(0.4)
    route.continue_()


def test_a_list_is_painted_as_it_is_marked(open_page: Callable[..., Page], list_address: str) -> None:
    """However late its scripts come, nothing is painted that the reader's marks then move."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}papers/index.html")
    for paper in ("lantern-3-of-a-row", "lantern-plain", "lantern-moved"):
        mark(page, paper, status="reading")
    page.route("**/marks-page*.js", late)
    page.add_init_script(SHIFTS)
    page.goto(f"{list_address}my-list.html")
    expect(titles(page, "reading")).to_have_count(3)
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
    assert page.evaluate("moved") == []


def test_stars_notes_and_progress_have_their_place(open_page: Callable[..., Page], list_address: str) -> None:
    """Starred papers and written notes stand together; topics count what is read and what waits."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}papers/index.html")
    mark(page, "lantern-3-of-a-row", status="read", star=True)
    mark(page, "lantern-4-of-a-row", status="skipped", note="Not <b>now</b>.")
    page.goto(f"{list_address}my-list.html")
    expect(titles(page, "starred")).to_contain_text(["Lantern 3 of a Row"])
    expect(page.locator("#starred math")).to_have_count(1)
    expect(page.locator("#noted .note-text")).to_have_text("Not <b>now</b>.")
    expect(titles(page, "skipped")).to_have_text(["Lantern 4 of a Row"])
    expect(page.locator("#progress li:visible").first).to_contain_text("Lanterns, shadows and other correlations")
    expect(page.locator("#progress li:visible .n").first).to_have_text("3 read, 1 waiting, of 18")


def test_the_stars_of_the_site_are_shown_among_hits(open_page: Callable[..., Page], list_address: str) -> None:
    """A paper that its owner starred says so where it is found, and no other does."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}search.html?q=lantern")
    expect(page.locator("#search-hits .row:has(.star) .title")).to_have_text(["Lantern of x²"])
    assert page.locator("#search-hits .row").count() > 1


def test_titles_that_no_page_told_are_looked_up(open_page: Callable[..., Page], list_address: str) -> None:
    """A paper marked by its id alone gets title and authors from the index, once; one that is gone keeps its id."""
    page = open_page(site=list_address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/search" in request.url else None)
    page.goto(f"{list_address}my-list.html")
    expect(titles(page, "queue")).to_have_text(["Lantern Waiting"])
    assert not [url for url in asked if "/search/" in url]
    status = {"value": "to-read", "on": "2026-11-02", "at": AT}
    marks = {"lantern-7-of-a-row": {"status": status}, "gone-for-good": {"status": status}}
    take_in(page, json.dumps({"format": "sitegen-marks", "version": 1, "marks": marks}))
    row = page.locator("#queue [data-id=lantern-7-of-a-row]")
    expect(row.locator(".title")).to_have_text("Lantern 7 of a Row")
    expect(row.locator(".by")).to_have_text("Ada Quill")
    expect(page.locator("#queue [data-id=gone-for-good]")).to_contain_text("Title not known here")
    expect(page.locator("#progress li:visible").first).to_contain_text("Lanterns, shadows and other correlations")
    take_in(
        page, json.dumps({"format": "sitegen-marks", "version": 1, "marks": {"lantern-8-of-a-row": {"status": status}}})
    )
    expect(page.locator("#queue [data-id=lantern-8-of-a-row] .title")).to_have_text("Lantern 8 of a Row")
    mark(page, "gone-for-good", status="")
    asked.clear()
    page.reload()
    expect(row.locator(".title")).to_have_text("Lantern 7 of a Row")
    assert not [url for url in asked if "/search/" in url]


def test_what_waits_longest_is_named(open_page: Callable[..., Page], list_address: str) -> None:
    """Of a long queue, with how long in words."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}my-list.html")
    marks = {
        f"old-{day}": {
            "status": {"value": "to-read", "on": f"2020-01-0{day}", "at": AT},
            "paper": {"title": f"Old {day}", "at": AT},
        }
        for day in range(1, 7)
    }
    take_in(page, json.dumps({"format": "sitegen-marks", "version": 1, "marks": marks}))
    expect(titles(page, "waiting")).to_have_text([f"Old {day}" for day in range(1, 6)])
    expect(page.locator("#waiting time").first).to_contain_text("years")


def test_marks_travel_to_another_browser(open_page: Callable[..., Page], list_address: str) -> None:
    """Exported, imported where there are others: the newer wins part by part, unknown papers stay, old ids follow."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}my-list.html")
    mark(page, "lantern-plain", status="reading")
    mark(page, "lantern-of-old", star=True)
    mark(page, "of-another-list", status="read")
    exported = export(page)
    assert (exported["format"], exported["version"], exported["site"]) == ("sitegen-marks", 1, list_address)
    assert exported["marks"]["lantern-plain"]["status"]["value"] == "reading"
    other = open_page(site=list_address)
    other.goto(f"{list_address}papers/lantern-plain.html")
    other.get_by_role("radio", name="Skipped").check()
    other.get_by_role("textbox", name="Your note").fill("Mine.")
    other.goto(f"{list_address}my-list.html")
    take_in(other, json.dumps(exported))
    told = other.locator("#file-told")
    expect(told).to_have_text("marks.json: marks of 2 papers added, of 0 changed, of 1 already here.")
    expect(titles(other, "skipped")).to_have_text(["Lantern Plain"])
    expect(titles(other, "noted")).to_have_text(["Lantern Plain"])
    assert other.evaluate("sitegenMarks.get('lantern-moved').star")
    assert other.evaluate("sitegenMarks.get('of-another-list').status") == "read"
    expect(titles(other, "done")).to_contain_text(["of-another-list"])
    back = export(other)
    assert "lantern-of-old" not in back["marks"]
    assert back["marks"]["lantern-plain"]["status"]["value"] == "skipped"
    take_in(page, json.dumps(back))
    expect(titles(page, "skipped")).to_have_text(["Lantern Plain"])
    take_in(page, json.dumps(back))
    expect(page.locator("#file-told")).to_contain_text("of 3 already here")


def test_one_paper_is_no_papers(open_page: Callable[..., Page], list_address: str) -> None:
    """A file with a single paper is told of in the singular."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}my-list.html")
    mark(page, "lantern-plain", status="reading")
    exported = export(page)
    expect(page.locator("#file-told")).to_contain_text("Marks of 1 paper exported")
    other = open_page(site=list_address)
    other.goto(f"{list_address}my-list.html")
    take_in(other, json.dumps(exported))
    expect(other.locator("#file-told")).to_contain_text("marks of 1 paper added, of 0 changed")


def test_the_site_carries_marks_for_good(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """Set in one browser, exported, written by `sitegen marks`, built: another browser sees them without a file."""
    content, root = tmp_path / "content", tmp_path / "root"
    write_made_content(content)
    (content / "papers" / "plain.md").write_text("---\ntitle: Lantern Plain\n---\n\nMine.\n", encoding="utf-8")
    with served_site(build_under_base_path(content, root)) as url:
        page = open_page(site=url)
        page.goto(f"{url}papers/lantern-plain.html")
        page.get_by_role("radio", name="Read", exact=True).check()
        page.get_by_role("button", name="Star").click()
        page.get_by_role("textbox", name="Your note").fill("Only *here*.")
        page.goto(f"{url}my-list.html")
        file = tmp_path / "marks.json"
        file.write_text(json.dumps(export(page)), encoding="utf-8")
        done = run("marks", file, "--content", content, "--with-notes")
        assert (done.exit_code, done.stderr) == (0, "")
        build_under_base_path(content, root)
        other = open_page(site=url)
        other.goto(f"{url}papers/lantern-plain.html")
        expect(other.locator(".state b")).to_have_text("Read")
        expect(other.get_by_role("radio", name="As listed")).to_be_checked()
        expect(other.get_by_role("button", name="Star")).to_have_attribute("aria-pressed", "true")
        expect(other.locator(".prose em")).to_have_text("here")
        other.goto(f"{url}my-list.html")
        expect(titles(other, "starred")).to_have_text(["Lantern Plain"])
        # The server ends with the block: nothing may be on its way then.
        other.wait_for_load_state("networkidle")


@pytest.mark.parametrize(("text", "words"), [("{", "is not JSON"), ('{"papers": []}', "is not a file of marks")])
def test_a_foreign_file_is_refused(open_page: Callable[..., Page], list_address: str, text: str, words: str) -> None:
    """In a sentence; the marks stay."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}my-list.html")
    mark(page, "lantern-plain", status="reading")
    take_in(page, text, "holiday.json")
    expect(page.locator("#file-told")).to_contain_text("holiday.json")
    expect(page.locator("#file-told")).to_contain_text(words)
    expect(titles(page, "reading")).to_have_text(["Lantern Plain"])


def test_a_long_section_shows_its_rest_when_asked(open_page: Callable[..., Page], list_address: str) -> None:
    """Hundreds of papers stand there, and the others behind a button."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}my-list.html")
    skipped = {"status": {"value": "skipped", "on": "2026-01-01", "at": AT}}
    page.evaluate("(marks) => sitegenMarks.add(marks)", {f"p{number}": skipped for number in range(310)})
    expect(titles(page, "skipped")).to_have_count(300)
    page.get_by_role("button", name="Show all 310").press("Enter")
    expect(titles(page, "skipped")).to_have_count(310)
    expect(titles(page, "skipped").nth(300).get_by_role("link")).to_be_focused()


def test_the_focus_stays_on_a_title(open_page: Callable[..., Page], list_address: str) -> None:
    """A paper that goes to another section by a key takes the focus along, where on its row it was."""
    page = open_page(site=list_address)
    page.goto(f"{list_address}my-list.html")
    mark(page, "lantern-plain", status="to-read")
    titles(page, "queue").get_by_role("link", name="Lantern Plain").focus()
    page.keyboard.press("m")
    page.keyboard.press("r")
    expect(titles(page, "reading").get_by_role("link", name="Lantern Plain")).to_be_focused()


def test_it_works_from_disk(open_page: Callable[..., Page], site: Path) -> None:
    """Marks, export and import, with links that lead to the papers."""
    page = open_page(site="file:")
    page.goto((site / "my-list.html").as_uri())
    mark(page, "lantern-plain", status="reading")
    expect(titles(page, "reading")).to_have_text(["Lantern Plain"])
    assert export(page)["marks"]["lantern-plain"]
    page.get_by_role("link", name="Lantern Plain").click()
    expect(page.get_by_role("radio", name="Reading")).to_be_checked()
    page.go_back()
    expect(titles(page, "reading")).to_have_text(["Lantern Plain"])


def test_without_scripts_the_sites_marks_are_there(open_page: Callable[..., Page], list_address: str) -> None:
    """All that the site says, and no button that does nothing."""
    page = open_page(site=list_address, java_script_enabled=False)
    page.goto(f"{list_address}my-list.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("0 in progress, 1 waiting")
    expect(titles(page, "queue")).to_have_text(["Lantern Waiting"])
    expect(titles(page, "done")).to_contain_text(["Lantern Read"])
    expect(page.locator("#progress li:visible .n").first).to_have_text("2 read, 1 waiting, of 18")
    expect(page.get_by_role("button", name="Export marks")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_it_fits(open_page: Callable[..., Page], list_address: str, width: int) -> None:
    """Nothing scrolls sideways, nor with doubled text but on the very narrowest screen."""
    page = open_page(site=list_address, viewport={"width": width, "height": 900})
    page.goto(f"{list_address}my-list.html")
    mark(page, "lantern-plain", status="reading", star=True, note="Long " + "x" * 300)
    for size in ("100%",) if width < 390 else ("100%", "200%"):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
