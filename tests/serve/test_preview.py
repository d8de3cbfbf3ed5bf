"""The preview as it runs: builds, serves the last good site, tells the browsers, and ends when asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.serve.outcome import BuildOutcome
from sitegen.serve.server import ServeError, serve_site
from tests.serve.conftest import PAGE, Events, Preview, wait_until

Start = Callable[..., Preview]


def test_an_edit_is_built_and_told(start_preview: Start) -> None:
    """After a save the browsers hear a new generation, and the next request gets the new page."""
    preview = start_preview(index_html=PAGE.format("one"))
    events = Events(preview)
    first = events.next()
    assert "one" in preview.get("/")[1]
    preview.write("index.html", PAGE.format("two"))
    status = events.next()
    assert status["generation"] != first["generation"]
    assert status["error"] is None
    assert "two" in preview.get("/")[1]
    events.close()


def test_a_failed_build_keeps_the_last_good_site(start_preview: Start) -> None:
    """The error is told with its file and line while the old page is served; the next good build ends it."""
    preview = start_preview(index_html=PAGE.format("good"))
    events = Events(preview)
    first = events.next()
    preview.write("broken", "page.html:3: wrong <b>")
    status = events.next()
    assert status == {"generation": first["generation"], "error": "page.html:3: wrong <b>"}
    assert "good" in preview.get("/")[1]
    (preview.content / "broken").unlink()
    mended = events.next()
    assert mended["error"] is None
    assert mended["generation"] != first["generation"]
    events.close()


def test_a_first_build_that_fails_still_serves(start_preview: Start) -> None:
    """Without any site the error itself is the page, escaped, and the site comes once it builds."""
    preview = start_preview(broken="site.yaml:1: no <title>")
    status, text = preview.get("/papers/a.html")
    assert status == 500
    assert "site.yaml:1: no &lt;title&gt;" in text
    assert "/_sitegen/reload.js" in text
    events = Events(preview)
    preview.write("index.html", PAGE.format("now"))
    (preview.content / "broken").unlink()
    events.next_where(lambda found: found["error"] is None)
    assert preview.get("/")[0] == 200
    events.close()


def test_a_burst_of_saves_is_built_to_its_end(start_preview: Start) -> None:
    """Many saves make few builds, and the last of them sees the last save, also one made during a build."""
    preview = start_preview(index_html=PAGE.format("start"))
    before = preview.builds()
    for number in range(40):
        preview.write("index.html", PAGE.format(f"save {number}"))
    wait_until(lambda: preview.builds() > before)
    preview.write("index.html", PAGE.format("during"))
    wait_until(lambda: "during" in preview.get("/")[1])
    assert preview.builds() - before <= 5


def test_a_watched_file_may_be_replaced(start_preview: Start, tmp_path: Path) -> None:
    """A single file is still watched after an editor has put a new one in its place, and its neighbours are not."""
    settings, draft = tmp_path / "settings.yaml", tmp_path / "draft"
    settings.write_text("0", encoding="utf-8")
    preview = start_preview(index_html=PAGE.format("x"))
    for builds in (2, 3):
        draft.write_text(str(builds), encoding="utf-8")
        draft.replace(settings)
        wait_until(lambda builds=builds: preview.builds() >= builds)  # type: ignore[misc]


def test_encoded_paths_do_not_leave_the_root(start_preview: Start) -> None:
    """What the web server decodes is judged after it is decoded, and decoded once."""
    preview = start_preview(index_html=PAGE.format("x"))
    assert preview.builds() == 1
    for path in ("/../builds", "/%2e%2e/builds", "/..%2fbuilds", "/%252e%252e/builds", "/..%5cbuilds", "/%00"):
        assert preview.get(path)[0] == 404
    assert preview.get("/%69ndex.html")[0] == 200


def test_ctrl_c_ends_open_streams_at_once(start_preview: Start) -> None:
    """The streams of open browsers are ended by the server, and the program ends in good order."""
    preview = start_preview(index_html=PAGE.format("x"))
    streams = [Events(preview) for _ in range(3)]
    for events in streams:
        events.next()
    assert preview.interrupt() == 0
    assert all(not events.rest().strip() for events in streams)
    assert preview.process.stdout is not None
    assert preview.process.stdout.read().endswith("ended\n")
    for events in streams:
        events.close()


def test_built_files_stay_as_they_are(start_preview: Start) -> None:
    """The script is in the answer only; on disk the page is what the build wrote."""
    page = PAGE.format("pure")
    preview = start_preview(index_html=page)
    assert preview.get("/")[1] != page
    assert (preview.folder / "out" / "index.html").read_text(encoding="utf-8") == page


def test_a_port_in_use_is_an_error_of_our_own(start_preview: Start, tmp_path: Path) -> None:
    """The message names the address; nothing is built."""
    preview = start_preview(index_html=PAGE.format("x"))

    def build() -> BuildOutcome:
        raise AssertionError("built although there is nowhere to serve")

    with pytest.raises(ServeError, match=f"127.0.0.1 port {preview.port}"):
        serve_site(build=build, root=tmp_path, watch=(), port=preview.port, announce=lambda _: None)
