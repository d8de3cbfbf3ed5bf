"""`sitegen serve`, as one uses it: edit a file, look at the open browser."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).parents[2]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small content folder of its own, with a template to break."""
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "golden" / "content", folder)
    (folder / "templates").mkdir()
    shutil.copy(ROOT / "templates" / "paper.html", folder / "templates")
    return folder


@pytest.fixture
def preview(content: Path) -> Iterator[str]:
    """The address of a running preview of it."""
    command = [sys.executable, "-u", "-m", "sitegen", "serve", "--content", str(content)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command
        assert process.stdout is not None
        try:
            lines = iter(process.stdout.readline, "")
            yield next(match[0] for line in lines if (match := re.search(r"http://127\.0\.0\.1:\d+/", line)))
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(10)
    assert process.returncode == 0


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that nobody reloads by hand."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_nothing_stands_between(preview: str, page: Page) -> None:
    """In the preview nothing is kept, so that each build shows; the page about that says so."""
    page.goto(preview + "offline.html")
    expect(page.locator("#offline [role=status]")).to_have_text(re.compile("^This browser keeps nothing from here"))
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0


def test_edits_show_by_themselves(preview: str, page: Page, content: Path) -> None:
    """An edited note shows at once; a broken template shows its fault over the last good site, until it is mended."""
    page.goto(preview + "papers/do-boats-dream-of-forests.html")
    expect(page.locator("main")).to_contain_text("which is all there is to it")
    note = content / "papers" / "boats.md"
    note.write_text(note.read_text().replace("all* there is", "nearly all* there is"))
    expect(page.locator("main")).to_contain_text("which is nearly all there is to it", timeout=20_000)
    template = content / "templates" / "paper.html"
    good = template.read_text()
    template.write_text(good.replace("{% block main %}", "{% block main %}\n{{ view.nothing_of_the_kind }}", 1))
    expect(page.locator("body")).to_contain_text(re.compile(r"paper\.html:\d+: template-error"), timeout=20_000)
    expect(page.locator("main")).to_contain_text("which is nearly all there is to it")
    assert page.request.get(preview + "index.html").ok
    template.write_text(good)
    expect(page.locator("body")).not_to_contain_text("template-error", timeout=20_000)


def test_a_fault_in_a_note_is_told_with_its_line(preview: str, page: Page, content: Path) -> None:
    """A note's unknown key stands in the browser with file and line."""
    page.goto(preview)
    (content / "papers" / "new.md").write_text("---\ntitle: New\nstatsu: read\n---\n")
    expect(page.locator("body")).to_contain_text("new.md:3: unknown-key", timeout=20_000)
    expect(page.locator("h1")).to_have_text("Trees & Boats")
