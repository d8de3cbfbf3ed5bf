"""A check of the built site finds what a visitor would trip over, and nothing in a site that is well."""

import json
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.check.site import check_site
from sitegen.model.problems import Severity

PAGE = """<!doctype html>
<html lang="en">
<head><title>{title}</title>{head}</head>
<body><h1>{title}</h1>{body}
</body></html>
"""


def page(title: str, body: str = "", head: str = "") -> str:
    """A page without a fault of its own."""
    return PAGE.format(title=title, body=body, head=head)


CLEAN = {
    "index.html": page(
        "Home",
        '<a href="papers/a.html#part">A</a> <a href="papers/">all</a> <a href="search.html?q=x">find</a>\n'
        '<a href="https://example.org/x y">elsewhere</a> <a href="mailto:a@example.org">mail</a> <a href="#">up</a>\n'
        '<img src="static/a%20b.svg" alt=""> <svg><title>not the title</title><use href="static/a%20b.svg#i"/></svg>\n'
        '<!-- <a href="gone.html"> --><label for="q">Find</label><input id="q">\n'
        '<a href="papers.bib">BibTeX</a>',
        '<link rel="stylesheet" href="static/style.css"><link rel="canonical" href="https://example.org/list/">'
        '<link rel="alternate" type="application/atom+xml" href="feed.xml">'
        "<style>b { background: url(data:,x) }</style>",
    ),
    "papers/index.html": page("Papers", '<a href="../index.html">home</a> <a href="/list/papers/a.html">A</a>'),
    "papers/a.html": page("A", '<p id="part">a</p> <a href="..">home</a> <a href="../#q">find</a>'),
    "papers/old.html": '<html lang="en"><title>Moved</title><meta http-equiv="refresh" content="0; url=a.html">'
    '<a href="a.html">A</a></html>',
    "search.html": page("Search", '<script src="static/search.js" data-index="index.1f.json"></script>'),
    "static/style.css": '@import "more.css"; b { background: url("../static/a%20b.svg") } /* url(gone.png) */',
    "static/more.css": "",
    "static/a b.svg": '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="i"/></svg>',
    "static/search.js": 'const s = "<a href=gone.html>"; importScripts("lunr.js");',
    "static/lunr.js": "",
    "static/index.1f.json": "{}",
    "404.html": page("Not found", '<a href="/list/">home</a>'),
    "robots.txt": "",
    "sitemap.xml": "",
    "feed.xml": "",
    "papers.bib": "",
    ".nojekyll": "",
}


def site(folder: Path, changes: dict[str, str] | None = None) -> Path:
    """The clean site, with some files changed or added."""
    for path, text in {**CLEAN, **(changes or {})}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def test_a_clean_site_has_no_problem(tmp_path: Path) -> None:
    """Folders, queries, encoded names, comments, other hosts and files known by name are all in order."""
    assert check_site(site(tmp_path), "/list/") == ()


def test_the_base_path_is_that_of_the_canonical_address(tmp_path: Path) -> None:
    """Not told otherwise, the check takes the path that the home page gives as its own, and `/` without one."""
    assert check_site(site(tmp_path)) == ()
    assert {problem.code for problem in check_site(tmp_path, "/")} == {"dead-link"}
    without = CLEAN["index.html"].replace("canonical", "other")
    assert {problem.code for problem in check_site(site(tmp_path, {"index.html": without}))} == {"dead-link"}


@pytest.mark.parametrize(
    ("code", "place", "files"),
    [
        ("dead-link", "papers/a.html:5", {"papers/a.html": page("A", '<p id="part">\n<a href="b.html">b</a>')}),
        ("dead-link", "papers/a.html:4", {"papers/a.html": page("A", '<p id="part"><a href="../papers">folder</a>')}),
        ("dead-link", "static/style.css:2", {"static/style.css": '@import "more.css";\nb { background: url(x.png) }'}),
        ("dead-link", "papers/old.html:1", {"papers/old.html": CLEAN["papers/old.html"].replace("url=a", "url=b")}),
        ("dead-link", "papers/b.html:3", {"papers/b.html": page("B", head="<style>b {background:url(x.png)}</style>")}),
        ("dead-fragment", "papers/index.html:4", {"papers/index.html": page("Papers", '<a href="a.html#no">A</a>')}),
        ("dead-fragment", "papers/a.html:4", {"papers/a.html": page("A", '<p id="part"><a href="#no">A</a>')}),
        ("dead-id", "papers/a.html:4", {"papers/a.html": page("A", '<p id="part" aria-labelledby="no">')}),
        ("duplicate-id", "papers/a.html:5", {"papers/a.html": page("A", '<p id="part">\n<p id="part">')}),
        ("missing-alt", "papers/a.html:4", {"papers/a.html": page("A", '<img id="part" src="../static/a%20b.svg">')}),
        ("missing-title", "404.html:1", {"404.html": "<html lang=en><h1>No</h1>"}),
        ("missing-title", "404.html:2", {"404.html": "<html lang=en>\n<title> \n</title><h1>No</h1>"}),
        ("many-titles", "404.html:2", {"404.html": "<html lang=en><title>a</title>\n<title>b</title><h1>No</h1>"}),
        ("duplicate-title", "papers/index.html:1", {"papers/index.html": page("A", '<a href="a.html">A</a>')}),
        ("missing-h1", "404.html:1", {"404.html": "<html lang=en><title>No</title>"}),
        ("many-h1", "404.html:5", {"404.html": page("No", "\n<h1>Again</h1>")}),
        ("missing-lang", "404.html:1", {"404.html": "<html><title>No</title><h1>No</h1>"}),
        ("orphan-file", "lost.html:1", {"lost.html": page("Lost", '<a href="lost.html">itself</a>')}),
        ("orphan-file", "static/lost.json:1", {"static/lost.json": "{}"}),
        ("outside-base", "papers/a.html:4", {"papers/a.html": page("A", '<a id="part" href="/listing/a.html">')}),
        ("outside-base", "papers/a.html:4", {"papers/a.html": page("A", '<a id="part" href="../../a.html">')}),
        ("foreign-request", "404.html:3", {"404.html": page("No", head='<script src="https://example.org/x.js">')}),
        ("foreign-request", "404.html:3", {"404.html": page("No", head='<link rel=preconnect href="//example.org">')}),
        (
            "foreign-request",
            "404.html:4",
            {"404.html": page("No", '<img alt="" srcset="https://example.org/x.png 2x">')},
        ),
        (
            "foreign-request",
            "404.html:4",
            {"404.html": page("No", '<p style="background: url(http://example.org/x)">')},
        ),
        ("case-mismatch", "404.html:4", {"404.html": page("No", '<a href="Papers/a.html">')}),
        ("malformed-link", "404.html:4", {"404.html": page("No", '<a href="papers\\a.html">')}),
        ("malformed-link", "404.html:4", {"404.html": page("No", '<a href="static/a b.svg">')}),
        ("malformed-link", "404.html:4", {"404.html": page("No", '<a href="javascript:void(0)">')}),
    ],
)
def test_each_fault_is_found_where_it_stands(tmp_path: Path, code: str, place: str, files: dict[str, str]) -> None:
    """One fault in an otherwise clean site is found under its code, in its file and line."""
    found = [str(problem) for problem in check_site(site(tmp_path, files), "/list/")]
    assert any(problem.startswith(f"{place}: {code}: ") for problem in found), found


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    """A page that is not UTF-8 is named with its line, and the rest of it is still read."""
    (site(tmp_path) / "404.html").write_bytes(b"<html lang=en><title>No</title>\n<h1>\xff</h1><a href=gone.html>")
    codes = {problem.code for problem in check_site(tmp_path, "/list/")}
    assert codes == {"not-utf8", "dead-link"}


def test_a_folder_without_a_site_is_a_problem(tmp_path: Path) -> None:
    """Nothing is raised where nothing was built."""
    assert [problem.code for problem in check_site(tmp_path / "nowhere")] == ["missing-site"]


HTML = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            """<a href=" <a/href=//[ <a/href='http://[x <img srcset=", ," <base/href= > id= #
            <meta/http-equiv=refresh/content='0;url= <style>@import" url( </style> <script> <!-- --> <svg> </svg>
            <title> <link/rel=canonical/href=http://[
            """.split()
        ),
    ),
    max_size=12,
).map("".join)


@given(HTML)
@settings(deadline=None)
def test_any_file_can_be_checked(html: str) -> None:
    """Whatever a file holds, the check ends with problems and not with an error."""
    with TemporaryDirectory() as folder:
        out = Path(folder)
        (out / "index.html").write_text(html, encoding="utf-8", errors="replace")
        (out / "style.css").write_text(html, encoding="utf-8", errors="replace")
        assert check_site(out)


def test_links_between_files_are_not_followed(tmp_path: Path) -> None:
    """A symbolic link to a folder does not make the check read what lies outside."""
    out = site(tmp_path / "out")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "bad.html").write_text("<html>", encoding="utf-8")
    (out / "away").symlink_to(tmp_path / "elsewhere")
    assert check_site(out, "/list/") == ()


def test_what_is_only_untidy_is_a_warning(tmp_path: Path) -> None:
    """A file without a link and a title used twice harm no visitor."""
    files = {"lost.html": page("A")}
    problems = check_site(site(tmp_path, files), "/list/")
    assert {problem.code for problem in problems} == {"orphan-file", "duplicate-title"}
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_the_same_site_gives_the_same_problems(tmp_path: Path) -> None:
    """Problems come sorted, each once, and the base path may be written with or without its slashes."""
    out = site(tmp_path, {"404.html": page("No", '<a href="x.html"></a><a href="x.html"></a><a href="w.html"></a>')})
    found = check_site(out, "list")
    assert [problem.message for problem in found] == ["no such file: w.html", "no such file: x.html"]
    assert found == check_site(out, "/list/")


def kept_site(folder: Path) -> Path:
    """The clean site with a list of what can be kept, a worker, and a web manifest."""
    not_kept = {"index.html", "feed.xml", "404.html"}
    contents = {quote(path): text.encode() for path, text in CLEAN.items() if path not in not_kept}
    listed = [[path, len(text), sha256(text).hexdigest()[:10]] for path, text in contents.items()]
    home = CLEAN["index.html"].replace(
        "</body>",
        '<p data-worker="service-worker.js" data-manifest="manifest.webmanifest" data-files="files.json"></body>',
    )
    return site(
        folder,
        {
            "index.html": home,
            "service-worker.js": 'var SITE = {"core": ["nobody-links-here.txt"]};',
            "offline/state.json": "{}",
            "offline/files.json": json.dumps({"files": listed}),
            "manifest.webmanifest": '{"icons": [{"src": "static/a%20b.svg"}]}',
        },
    )


def test_a_site_that_can_be_kept_has_no_problem(tmp_path: Path) -> None:
    """Every file is as the list states it, and none is thought to be linked because the list names it."""
    kept = kept_site(tmp_path)
    assert check_site(kept, "/list/") == ()
    (kept / "nobody-links-here.txt").write_text("x")
    assert [problem.code for problem in check_site(kept, "/list/")] == ["orphan-file"]


@pytest.mark.parametrize(
    ("path", "text", "problem"),
    [
        ("static/more.css", "b {}", ("static/more.css", "changed-file")),
        ("offline/files.json", '{"files": [["gone.html", 1, "00"]]}', ("offline/files.json", "dead-link")),
        ("offline/files.json", "[]", ("offline/files.json", "offline-list")),
        ("manifest.webmanifest", '{"icons": [{"src": "static/gone.png"}]}', ("manifest.webmanifest", "dead-link")),
        ("manifest.webmanifest", "{", ("manifest.webmanifest", "web-manifest")),
    ],
)
def test_what_is_kept_must_be_as_stated(tmp_path: Path, path: str, text: str, problem: tuple[str, str]) -> None:
    """A file changed after the build, a list or a manifest that names what is not there or cannot be read."""
    kept = kept_site(tmp_path)
    (kept / path).write_text(text)
    assert [(each.location.file, each.code) for each in check_site(kept, "/list/")] == [problem]
