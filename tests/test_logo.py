"""The owner's logo: which files site.yaml may name, and how every fault is told."""

import struct
from pathlib import Path

import pytest

from sitegen.build.pipeline import build_site
from sitegen.config import load_config
from sitegen.config.pictures import PictureSize, picture_size
from sitegen.model.problems import ProblemsError

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 90, 30) + b"\x08\x06\0\0\0"


def content(folder: Path, setting: str, **files: bytes) -> Path:
    """A content folder whose site.yaml has `setting` on its second line; files are named `name_ending`."""
    (folder / "static").mkdir()
    for name, data in files.items():
        (folder / "static" / name.replace("_", ".")).write_bytes(data)
    (folder / "site.yaml").write_text(f"title: Lanterns\n{setting}\n", encoding="utf-8")
    return folder / "site.yaml"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (SVG, (60, 20)),
        (b'<?xml version="1.0"?>\n' + SVG.replace(b"0 0 60 20", b"-3,-4 12.5,2.5"), (12.5, 2.5)),
        (SVG.replace(b"viewBox", b'width="48px" height="16" viewBox'), (48, 16)),
        (SVG.replace(b"viewBox", b'width="100%" height="16" viewBox'), (60, 20)),
        (PNG, (90, 30)),
    ],
)
def test_a_picture_says_how_large_it_is(data: bytes, size: tuple[float, float]) -> None:
    """SVG by its sizes in pixels or else by its box, PNG by its first block."""
    assert picture_size(data) == PictureSize(width=size[0], height=size[1])


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"<html/>", b"<svg", SVG.replace(b"60 20", b"60 0"), SVG.replace(b"60 20", b"60"), PNG[:20]],
)
def test_what_does_not_say_it_is_refused(data: bytes) -> None:
    """Another format, a broken file and a box without a size are faults, never a guess."""
    with pytest.raises(ValueError, match=r"neither|not a whole|no width|has neither"):
        picture_size(data)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("logo: mrak.svg", ":2: unusable-logo: `logo`: there is no mrak.svg in"),
        ("logo: mrak.svg", "did you mean `mark.svg`?"),
        ("logo: mark.gif", ":2: invalid-value: `logo.file`: a logo is an SVG or PNG file"),
        ("logo: ../mark.svg", "`logo.file`: a logo is named by its path within content/static"),
        ("logo: broken.svg", "`logo`: broken.svg cannot be shown: it is neither SVG nor PNG"),
        ("logo: wide.svg", "`logo`: wide.svg is more than 8 times as wide as high"),
        ("logo: heavy.svg", "`logo`: heavy.svg has 70,"),
        ("logo:\n  file: mark.svg\n  dark: night.svg", ":4: unusable-logo: `logo.dark`: there is no night.svg"),
        ("logo:\n  file: mark.svg\n  darc: mark.svg", ":4: unknown-key: `logo.darc` is not a known key; did you mean"),
        ("logo:\n  file: mark.svg\n  alt: ''", ":4: invalid-value: `logo.alt`"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused(tmp_path: Path, setting: str, said: str) -> None:
    """Each fault names the file, the line and the key."""
    wide, heavy = SVG.replace(b"60 20", b"200 20"), SVG + b" " * 70_000
    path = content(tmp_path, setting, mark_svg=SVG, broken_svg=b"x", wide_svg=wide, heavy_svg=heavy)
    with pytest.raises(ProblemsError) as caught:
        load_config(path)
    assert said in str(caught.value)


def built(tmp_path: Path, setting: str) -> tuple[str, Path]:
    """The header's brand of the first page of a site with a logo, and the site."""
    content(tmp_path, setting, mark_svg=SVG, night_png=PNG)
    build_site(tmp_path, tmp_path.parent / f"{tmp_path.name}-site")
    site = tmp_path.parent / f"{tmp_path.name}-site"
    home = (site / "index.html").read_text(encoding="utf-8")
    return home.partition('class="brand"')[2].partition("</a>")[0], site


def test_a_logo_stands_before_the_title(tmp_path: Path) -> None:
    """It keeps its place before it has come, says nothing to a screen reader, and its address changes with it."""
    brand, site = built(tmp_path, "logo: mark.svg")
    assert 'alt="" width="72" height="24">Lanterns' in brand
    assert "<svg" not in brand
    assert (site / brand.partition('src="')[2].partition('"')[0]).read_bytes() == SVG


def test_a_logo_with_words_stands_alone(tmp_path: Path) -> None:
    """What it says is read in its place; a dark page has its own."""
    brand, site = built(tmp_path, "logo: {file: mark.svg, dark: night.png, alt: The Lanterns}")
    assert brand.count('alt="The Lanterns"') == 2
    assert "Lanterns\n" not in brand.replace('alt="The Lanterns"', "")
    assert brand.endswith(">")
    dark = brand.partition('class="for-dark" src="')[2].partition('"')[0]
    assert (site / dark).read_bytes() == PNG
    assert ".for-dark { display: none; }" in (site / "index.html").read_text(encoding="utf-8")


def test_without_a_logo_our_own_sign_stands(tmp_path: Path) -> None:
    """Two beads on a thread."""
    brand, _ = built(tmp_path, "language: en")
    assert 'href="#i-brand"' in brand
    assert "<img" not in brand
