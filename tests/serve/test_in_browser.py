"""An open page follows the builds by itself."""

from collections.abc import Callable

from playwright.sync_api import Browser, expect

from tests.serve.conftest import PAGE, Preview


def test_an_open_page_reloads_and_shows_errors(chromium: Browser, start_preview: Callable[..., Preview]) -> None:
    """A save shows by itself; a failed build is laid over the page as text, and goes with the next good one."""
    preview = start_preview(index_html=PAGE.format("one"))
    context = chromium.new_context()
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto(preview.address)
    preview.write("index.html", PAGE.format("two"))
    expect(page.locator("h1")).to_have_text("two", timeout=15_000)

    preview.write("broken", "index.html:7: unexpected <b>end</b>")
    overlay = page.locator("#sitegen-build-error")
    expect(overlay.get_by_role("alert")).to_contain_text("index.html:7: unexpected <b>end</b>", timeout=15_000)
    expect(page.locator("h1")).to_have_text("two")
    page.reload()
    expect(overlay.get_by_role("alert")).to_contain_text("index.html:7", timeout=15_000)

    preview.write("index.html", PAGE.format("three"))
    (preview.content / "broken").unlink()
    expect(page.locator("h1")).to_have_text("three", timeout=15_000)
    expect(overlay).to_have_count(0)
    context.close()
    assert messages == []
