"""What the preview answers: files of its root under their own types, to requests that name it, and nothing else."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.types import Message, Scope

from sitegen.serve.app import make_app
from sitegen.serve.events import Hub
from sitegen.serve.hosts import is_own_host

PORT = 8123


@dataclass(frozen=True)
class Answer:
    """A whole answer."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(root: Path, path: str, *, host: str = f"localhost:{PORT}", method: str = "GET", error: str = "") -> Answer:
    """One request by the bare protocol, so that no client mends the path beforehand; `path` is decoded already."""

    async def run() -> Answer:
        hub = Hub("run")
        if error:
            hub.failed(error)
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        path_only, _, query = path.partition("?")
        scope: Scope = {
            "type": "http",
            "method": method,
            "path": path_only,
            "raw_path": path_only.encode(),
            "query_string": query.encode(),
            "headers": [(b"host", host.encode())] if host else [],
            "scheme": "http",
            "server": ("127.0.0.1", PORT),
        }
        await make_app(root=root, hub=hub, host="127.0.0.1", port=PORT)(scope, receive, send)
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:]))

    # A browser test in the same run leaves an event loop in this thread.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, run()).result()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site, with a secret beside it and links in it that lead in and out."""
    root = tmp_path / "site"
    (root / "papers").mkdir(parents=True)
    (root / "empty").mkdir()
    (root / "index.html").write_text("<html><body>home</BODY></html>", encoding="utf-8")
    (root / "papers" / "index.html").write_text("papers", encoding="utf-8")
    (root / "papers" / "é x.html").write_text("named", encoding="utf-8")
    (root / "style.css").write_text("b{}", encoding="utf-8")
    (root / "feed.xml").write_text("<feed/>", encoding="utf-8")
    (root / "odd.bin").write_bytes(b"\0")
    (tmp_path / "secret.txt").write_text("TOP SECRET", encoding="utf-8")
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "away").symlink_to(tmp_path)
    (root / "loop").symlink_to(root / "loop")
    (root / "in.css").symlink_to(root / "style.css")
    return root


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/papers/", b"papers"),
        ("/papers/index.html", b"papers"),
        ("//papers//", b"papers"),
        ("/papers/é x.html", b"named"),
        ("/style.css", b"b{}"),
        ("/in.css", b"b{}"),
        ("/style.css?v=1", b"b{}"),
    ],
)
def test_files_are_found(root: Path, path: str, body: bytes) -> None:
    """Files come by their path, folders by their index, links inside the root like files."""
    answer = ask(root, path)
    assert answer.status == 200
    assert answer.body.startswith(body)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/papers/../../secret.txt",
        "/papers/..",
        "/..\\secret.txt",
        "/papers\\..\\..\\secret.txt",
        "/%2e%2e/secret.txt",
        "/./style.css",
        "//../secret.txt",
        "/\0",
        "/style.css\0.html",
        "/C:/secret.txt",
        "/out.txt",
        "/away/secret.txt",
        "/away/",
        "/away",
        "/loop",
        "/style.css/",
        "/style.css/x",
        "/empty/",
        "/" + "x" * 5000,
        "/" + "x/" * 5000,
    ],
)
def test_no_path_leaves_the_root(root: Path, path: str) -> None:
    """Whatever leads out, or to nothing, is not found, and nothing of the secret is shown."""
    answer = ask(root, path)
    assert answer.status == 404
    assert b"TOP SECRET" not in answer.body
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/feed.xml", "application/xml"),
        ("/odd.bin", "application/octet-stream"),
        ("/_sitegen/reload.js", "text/javascript; charset=utf-8"),
    ],
)
def test_types_are_told_and_nothing_is_kept(root: Path, path: str, content_type: str) -> None:
    """Each file has its own type, browsers do not guess another, and nothing is cached."""
    answer = ask(root, path)
    assert answer.headers["content-type"] == content_type
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


def test_the_script_stands_before_the_end_of_the_body(root: Path) -> None:
    """Only pages get it, once, whatever the case of the tag; a page without a body's end gets it last."""
    script = b'<script src="/_sitegen/reload.js" data-generation="run-0" async></script>'
    assert ask(root, "/").body == b"<html><body>home" + script + b"</BODY></html>"
    assert ask(root, "/papers/").body == b"papers" + script
    assert script not in ask(root, "/feed.xml").body


def test_a_folder_without_its_slash_is_sent_on(root: Path) -> None:
    """Relative links need the slash; the way there stays on this server and keeps the query."""
    answer = ask(root, "/papers?q=1")
    assert (answer.status, answer.headers["location"]) == (307, "/papers/?q=1")
    assert ask(root, "//papers").headers["location"] == "/papers/"


def test_the_site_shows_its_own_missing_page(root: Path) -> None:
    """404.html comes with status 404; without one there is a plain page that escapes the path."""
    answer = ask(root, "/<script>")
    assert answer.status == 404
    assert b"&lt;script&gt;" in answer.body
    (root / "404.html").write_text("<body>gone</body>", encoding="utf-8")
    answer = ask(root, "/nothing.css")
    assert answer.status == 404
    assert answer.body.startswith(b"<body>gone<script")


def test_the_root_may_be_exchanged(root: Path) -> None:
    """A build puts another folder in the place of the root; the next request sees it."""
    assert b"home" in ask(root, "/").body
    new = root.with_name("new")
    new.mkdir()
    (new / "index.html").write_text("second", encoding="utf-8")
    root.rename(root.with_name("old"))
    new.rename(root)
    assert b"second" in ask(root, "/").body
    assert ask(root, "/style.css").status == 404


def test_an_error_is_the_page_only_while_there_is_no_site(root: Path, tmp_path: Path) -> None:
    """With a site it stays; without one the error is shown under every address."""
    assert ask(root, "/", error="x.md:2: bad").status == 200
    answer = ask(tmp_path / "nothing", "/papers/", error="x.md:2: <bad>")
    assert answer.status == 500
    assert b"x.md:2: &lt;bad&gt;" in answer.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed(root: Path, method: str) -> None:
    """The preview only reads."""
    assert ask(root, "/", method=method).status == 405


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "localhost:1", "", f"localhost.evil:{PORT}"])
def test_other_names_are_refused(root: Path, host: str) -> None:
    """A request that names another host gets nothing: neither files, nor events, nor the script."""
    for path in ("/", "/_sitegen/events", "/_sitegen/reload.js"):
        answer = ask(root, path, host=host)
        assert answer.status == 421
        assert b"home" not in answer.body


@pytest.mark.parametrize(
    ("header", "host", "is_own"),
    [
        ("localhost:80", "127.0.0.1", True),
        ("localhost", "127.0.0.1", True),
        ("LOCALHOST:80", "127.0.0.1", True),
        ("[::1]:80", "::1", True),
        ("127.0.0.1:80", "127.0.0.1", True),
        ("mybox:80", "mybox", True),
        ("mybox:80", "127.0.0.1", False),
        ("192.168.0.7:80", "0.0.0.0", True),  # noqa: S104
        ("192.168.0.7:80", "127.0.0.1", False),
        ("rebound.example:80", "0.0.0.0", False),  # noqa: S104
        ("localhost:81", "127.0.0.1", False),
        ("localhost:", "127.0.0.1", False),
        ("user@localhost:80", "127.0.0.1", False),
        ("localhost, evil", "127.0.0.1", False),
        ("[::1", "::1", False),
    ],
)
def test_own_names(header: str, host: str, is_own: bool) -> None:
    """Local names with the port are ours, and the name that was asked for; bare addresses where all are listened on."""
    assert is_own_host(header, host=host, port=80) is is_own
