"""The service worker, the list of what can be kept, the web manifest and its icons."""

import hashlib
import json
import re
import runpy
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build.resources import package_folder
from sitegen.exports import web_manifest
from sitegen.exports.service_worker import OfflineFile, export_service_worker, offline_file
from sitegen.exports.web_manifest import export_web_manifest
from sitegen.model.artifact import Artifact
from tests.toy import toy_site

DRAWN = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "draw_icons.py"))
CONTENTS = st.dictionaries(st.from_regex(r"[a-z]{1,3}\.(html|js)", fullmatch=True), st.binary(max_size=8), min_size=1)


def entries(contents: dict[str, bytes]) -> list[OfflineFile]:
    """The files by path as entries of the list."""
    files = (offline_file(Artifact(path, content)) for path, content in contents.items())
    return [each for each in files if each]


def exported(listed: list[OfflineFile]) -> dict[str, bytes]:
    """What is written for these files."""
    return {artifact.path: artifact.content for artifact in export_service_worker(toy_site(), listed)}


def version(files: dict[str, bytes]) -> str:
    """The version that the worker, the state and the list agree on."""
    state, listing = (json.loads(files[f"offline/{name}.json"]) for name in ("state", "files"))
    known = json.loads(re.match(rb"var SITE = (.*);\n", files["service-worker.js"])[1])  # type: ignore[index]
    assert state["version"] == listing["version"] == known["version"]
    return str(known["version"])


def test_the_list_names_every_file() -> None:
    """With its address, size and digest; the state says how many there are and how much that is."""
    files = exported(entries({"b c.html": b"two", "a.html": b"one!"}))
    listing, state = json.loads(files["offline/files.json"]), json.loads(files["offline/state.json"])
    assert listing["files"] == [
        ["a.html", 4, hashlib.sha256(b"one!").hexdigest()[:10]],
        ["b%20c.html", 3, hashlib.sha256(b"two").hexdigest()[:10]],
    ]
    assert (state["files"], state["bytes"]) == (2, 7)


@given(CONTENTS, st.randoms(use_true_random=False))
def test_the_version_is_of_the_bytes(contents: dict[str, bytes], random: object) -> None:
    """The same files in any order are one version; a byte changed, or a file added or renamed, is another."""
    listed = entries(contents)
    first = exported(listed)
    assert exported(sorted(listed, key=lambda _: random.random())) == first  # type: ignore[attr-defined]
    path = next(iter(contents))
    others = [{**contents, path: contents[path] + b"!"}, {**contents, "more.html": b""}]
    others.append({("x-" + name if name == path else name): content for name, content in contents.items()})
    assert len({version(first), *(version(exported(entries(other))) for other in others)}) == 4


@pytest.mark.parametrize("path", ["robots.txt", "sitemap.xml", "sitemap-2.xml", "feed.xml", ".nojekyll", "404.html"])
def test_what_only_servers_need_is_not_kept(path: str) -> None:
    """Nor does it make a new version."""
    assert offline_file(Artifact(path, b"x")) is None


def test_what_is_kept_from_the_start() -> None:
    """The worker has the stand-in and the home page with all styles and scripts, and no other page."""
    worker = exported([])["service-worker.js"]
    core = json.loads(re.match(rb"var SITE = (.*);\n", worker)[1])["core"]  # type: ignore[index]
    assert core[:2] == ["offline.html", "index.html"]
    assert {toy_site().assets.path(name) for name in ("style.css", "page.js", "icon.svg")} < set(core)
    assert not [path for path in core[2:] if path.endswith((".html", ".png"))]


def test_the_web_manifest() -> None:
    """Its addresses are relative, so that it holds under any path; it names no id, which would be the server's root."""
    (artifact,) = export_web_manifest(toy_site())
    manifest = json.loads(artifact.content)
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert "id" not in manifest
    assert not [icon["src"] for icon in manifest["icons"] if icon["src"].startswith(("/", "http"))]
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= {
        (icon["sizes"], icon["purpose"]) for icon in manifest["icons"]
    }


def test_the_window_has_the_colour_of_the_page() -> None:
    """The sheet's light background is that of the manifest."""
    style = (package_folder("static") / "style.css").read_text()
    assert re.search(r"--bg: light-dark\(#fff,", style)
    assert web_manifest.BACKGROUND == "#ffffff"


def pixels(path: Path) -> tuple[int, bytes]:
    """The size of a PNG without filters, and its pixels."""
    content, parts = path.read_bytes()[8:], {}
    while content:
        (length,) = struct.unpack(">I", content[:4])
        parts[content[4:8]] = content[8 : 8 + length]
        content = content[12 + length :]
    size = struct.unpack(">I", parts[b"IHDR"][:4])[0]
    lines, width = zlib.decompress(parts[b"IDAT"]), 4 * size + 1
    return size, b"".join(lines[width * row + 1 : width * (row + 1)] for row in range(size))


@pytest.mark.parametrize("name", DRAWN["ICONS"])
def test_icons_are_as_drawn(name: str) -> None:
    """What is kept is what docs/draw_icons.py draws, whatever the zlib that packed it."""
    assert pixels(package_folder("static") / name) == (DRAWN["ICONS"][name][0], DRAWN["picture"](name))
