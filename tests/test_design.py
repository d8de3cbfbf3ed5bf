"""docs/design.md and static/style.css say the same, and the figures are good enough."""

import gzip
import math
import re
import runpy
from pathlib import Path

import pytest

from sitegen.site.scripts import lean_script

ROOT = Path(__file__).resolve().parent.parent
DESIGN = runpy.run_path(str(ROOT / "docs" / "write_design.py"))
SHEET = (ROOT / "static" / "style.css").read_text(encoding="utf-8")
DOCUMENT = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
PROPERTIES = DESIGN["custom_properties"](SHEET)
BLACK, WHITE = DESIGN["linear"]("#000000"), DESIGN["linear"]("#ffffff")
ENOUGH_FOR_TEXT, ENOUGH_TO_SEE = 4.5, 3.0
APART = 0.09


def measured(name: str, ground: str, theme: int) -> float:
    """The contrast of a token on another."""
    first, second = (DESIGN["linear"](DESIGN["themed"](PROPERTIES, token)[theme]) for token in (name, ground))
    return float(DESIGN["contrast"](first, second))


def test_the_figures_are_those_of_the_sheet() -> None:
    """Writing the tables anew changes nothing: no size, colour, contrast or distance is stale."""
    assert DESIGN["with_tables"](DOCUMENT, SHEET) == DOCUMENT


def test_a_stale_figure_is_found() -> None:
    """A token that changes changes the document."""
    assert DESIGN["with_tables"](
        DOCUMENT, SHEET.replace("--ink-2: light-dark(#555b66", "--ink-2: light-dark(#777777")
    ) != (DOCUMENT)


def test_contrast_is_that_of_wcag() -> None:
    """Known pairs: the extremes, and the grey that is just enough for text on white."""
    assert DESIGN["contrast"](BLACK, WHITE) == pytest.approx(21)
    assert DESIGN["contrast"](WHITE, WHITE) == pytest.approx(1)
    assert DESIGN["contrast"](DESIGN["linear"]("#767676"), WHITE) == pytest.approx(4.54, abs=0.005)


def test_oklab_is_that_of_its_author() -> None:
    """White has no colour; the primaries stand where the published values say, and the way back leads home."""
    assert DESIGN["oklab"](WHITE) == pytest.approx((1, 0, 0), abs=1e-4)
    red = DESIGN["oklab"](DESIGN["linear"]("#ff0000"))
    assert red == pytest.approx((0.62796, 0.22486, 0.12585), abs=1e-4)
    lightness, a, b = red
    hue, chroma = math.degrees(math.atan2(b, a)), math.hypot(a, b)
    assert DESIGN["of_oklch"](lightness, chroma, hue) == pytest.approx((1, 0, 0), abs=1e-3)


@pytest.mark.parametrize("kind", ["protanopia", "deuteranopia", "tritanopia"])
def test_greys_stay_grey_for_every_eye(kind: str) -> None:
    """The simulation keeps white and greys, and takes the two colours that are confused together."""
    grey = DESIGN["linear"]("#808080")
    assert DESIGN["seen"](grey, kind) == pytest.approx(grey, abs=1e-4)
    confused = {
        "protanopia": ("#ff0000", "#5a4a00"),
        "deuteranopia": ("#cc0000", "#666000"),
        "tritanopia": ("#0000ff", "#006080"),
    }
    pair = [DESIGN["linear"](colour) for colour in confused[kind]]
    assert DESIGN["nearest"]([DESIGN["seen"](each, kind) for each in pair]) < DESIGN["nearest"](pair) / 2


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read(theme: int) -> None:
    """Text has 4.5 on everything that it stands on; what must be seen to be used has 3."""
    for ground in ("bg", "panel", "hi", "ins", "del"):
        assert measured("ink", ground, theme) >= ENOUGH_FOR_TEXT, ground
    for ground in ("bg", "panel"):
        assert measured("ink-2", ground, theme) >= ENOUGH_FOR_TEXT, ground
        assert measured("link", ground, theme) >= ENOUGH_FOR_TEXT, ground
        assert measured("edge", ground, theme) >= ENOUGH_TO_SEE, ground
        for number in range(1, DESIGN["TOPIC_COLOURS"] + 1):
            assert measured(f"t{number}", ground, theme) >= ENOUGH_TO_SEE, (ground, number)


def test_every_accent_can_be_read() -> None:
    """Whatever hue the owner chooses, links are text that can be read."""
    for theme, page, panel in DESIGN["accent_contrasts"](SHEET):
        assert min(page, panel) >= ENOUGH_FOR_TEXT, theme


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [None, "protanopia", "deuteranopia"])
def test_topics_stay_apart(kind: str | None, theme: int) -> None:
    """No two topic colours come close, nor for the two common kinds of colour blindness."""
    colours = DESIGN["topic_colours"](PROPERTIES, theme)
    shown = [DESIGN["seen"](each, kind) for each in colours] if kind else colours
    assert DESIGN["nearest"](shown) >= APART


def test_every_size_is_a_token() -> None:
    """Type has the six sizes of the document and no others, but for what follows its surroundings and for print."""
    screen = SHEET.partition("/* 10 Print")[0]
    fonts = re.findall(r"font(?:-size)?: ?([^;}]*)", screen.partition("/* 2 Base")[2])
    loose = [size for font in fonts for size in re.findall(r"[\d.]+rem", font)]
    assert set(loose) <= {"1.375rem"}, loose


def test_the_document_knows_every_width() -> None:
    """Screens change at 40 and 64 rem, a long header at 76, and nothing else, in any sheet."""
    known = {int(width) for width in re.findall(r"\b(\d+) rem", DOCUMENT.partition("## Widths")[2].partition("##")[0])}
    assert known == {40, 64, 76}
    for sheet in sorted((ROOT / "static").glob("*.css")):
        questions = re.findall(r"@media([^{]*)", sheet.read_text(encoding="utf-8"))
        widths = re.findall(r"(?:min|max)-width: ([\d.]+)rem\)", " ".join(questions))
        assert {math.ceil(float(width)) for width in widths} <= known, sheet.name


def test_the_sheet_is_light() -> None:
    """What every page waits for stays below nine kilobytes as sent."""
    assert len(gzip.compress(lean_script(SHEET.encode()), 9)) <= 9_000
