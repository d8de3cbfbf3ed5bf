"""The pictures of the README are small, whole, and not older than the design by more than a release."""

import hashlib
import re
import runpy
import struct
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
PROGRAM: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "take_pictures.py"))
Record, too_old = PROGRAM["Record"], PROGRAM["too_old"]
FOLDER: Path = PROGRAM["FOLDER"]
UNRELEASED = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- [1.0.0] is not a heading.\n"
CHANGELOG = UNRELEASED + "".join(f"\n## [{version}] - 2030-01-01\n" for version in ("1.2.0", "1.1.0", "1.0.0"))


def record(release: str | None) -> Any:
    """A record of pictures of an old design."""
    return Record(release=release, design="old", pictures={})


def test_releases_are_the_headings_of_the_changelog() -> None:
    """Newest first; what is unreleased is none."""
    assert PROGRAM["releases"](CHANGELOG) == ("1.2.0", "1.1.0", "1.0.0")
    assert PROGRAM["releases"](UNRELEASED) == ()


@pytest.mark.parametrize(
    ("release", "changelog", "is_old"),
    [
        ("1.2.0", CHANGELOG, False),
        ("1.1.0", CHANGELOG, False),
        ("1.0.0", CHANGELOG, True),
        (None, CHANGELOG, True),
        (None, UNRELEASED, False),
        (None, UNRELEASED + "\n## [1.0.0] - 2030-01-01\n", False),
        ("0.9.0", CHANGELOG, True),
    ],
)
def test_pictures_may_be_one_release_behind(release: str | None, changelog: str, *, is_old: bool) -> None:
    """And no more, when the design has changed; a release that nobody knows is none to count from."""
    assert bool(too_old(record(release), "new", changelog)) == is_old
    assert too_old(record(release), "old", changelog) is None


def test_the_complaint_says_what_to_do() -> None:
    """How far behind the pictures are, and the command that takes them."""
    assert too_old(record("1.0.0"), "new", CHANGELOG) == (
        "the design has changed and 2 releases came since the pictures were taken: run `make pictures`"
    )
    assert "0.9.0" in too_old(record("0.9.0"), "new", CHANGELOG)


def test_any_change_of_the_design_is_noticed(tmp_path: Path) -> None:
    """In a style or a template, or in the name of one; scripts and other files are no part of it."""
    for folder, name in (("static", "style.css"), ("static", "theme.js"), ("templates", "home.html")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(name)
    digest = PROGRAM["design_digest"]
    seen = [digest(tmp_path)]
    (tmp_path / "static" / "theme.js").write_text("other")
    assert digest(tmp_path) == seen[0]
    (tmp_path / "static" / "style.css").write_text("other")
    seen.append(digest(tmp_path))
    (tmp_path / "templates" / "home.html").rename(tmp_path / "templates" / "index.html")
    seen.append(digest(tmp_path))
    assert len(set(seen)) == 3


def test_the_pictures_are_not_too_old() -> None:
    """Those of this repository, by its changelog."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    complaint = too_old(PROGRAM["read_record"](), PROGRAM["design_digest"](), changelog)
    assert complaint is None, complaint


def test_the_record_is_of_these_pictures() -> None:
    """Nobody exchanged one without saying what it shows, and none is too large."""
    kept = {path.name: path.read_bytes() for path in FOLDER.glob("*.webp")}
    assert PROGRAM["read_record"]().pictures == {name: hashlib.sha256(kept[name]).hexdigest() for name in kept}
    assert sorted(kept) == sorted(PROGRAM["file_name"](scheme) for scheme in PROGRAM["SCHEMES"])
    assert all(len(content) <= PROGRAM["MOST_BYTES"] for content in kept.values())


def size_of(picture: bytes) -> tuple[int, int]:
    """The width and height of a WebP picture in pixels (RFC 9649: a lossy frame, or an extended header)."""
    assert (picture[:4], picture[8:12]) == (b"RIFF", b"WEBP")
    if picture[12:16] == b"VP8X":
        width, height = (int.from_bytes(picture[at : at + 3], "little") + 1 for at in (24, 27))
        return width, height
    assert picture[12:16] == b"VP8 "
    width, height = struct.unpack("<HH", picture[26:30])
    return width & 0x3FFF, height & 0x3FFF


def test_the_readme_shows_them() -> None:
    """The one that fits the reader's theme, with words for those who see neither, at its own size."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r'srcset="(\S+)"', text) == ["docs/pictures/home-dark.webp"]
    ((source, width, height, words),) = re.findall(
        r'<img src="(\S+)" width="(\d+)" height="(\d+)"\s+alt="([^"]+)">', text
    )
    assert source == "docs/pictures/home-light.webp"
    assert len(words.split()) > 5
    for scheme in PROGRAM["SCHEMES"]:
        pixels = size_of((FOLDER / PROGRAM["file_name"](scheme)).read_bytes())
        assert pixels == (int(width) * PROGRAM["SHARPNESS"], int(height) * PROGRAM["SHARPNESS"])


def test_without_a_browser_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command names what it looked for, and leaves the pictures as they are."""
    monkeypatch.setenv("SITEGEN_CHROMIUM", "no-such-browser")
    before = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert PROGRAM["main"]().startswith("no Chromium here")
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == before


def test_a_page_is_photographed_as_it_looks(chromium: Browser, tmp_path: Path) -> None:
    """At the size of the README's pictures, and in the scheme that was asked for."""
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><meta name=color-scheme content='light dark'><title>A page</title><p>Text.")
    light, dark = (PROGRAM["photograph"](chromium, page.as_uri(), scheme) for scheme in PROGRAM["SCHEMES"])
    assert (
        size_of(light)
        == size_of(dark)
        == (PROGRAM["WIDTH"] * PROGRAM["SHARPNESS"], PROGRAM["HEIGHT"] * PROGRAM["SHARPNESS"])
    )
    assert light != dark
