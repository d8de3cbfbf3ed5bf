"""Write the tables of docs/design.md from the custom properties of static/style.css. `make docs` runs this."""

import itertools
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "docs" / "design.md"
SHEET = ROOT / "static" / "style.css"
BROWSER_TEXT = 16
TOPIC_COLOURS = 12
THEMES = ("light", "dark")

Colour = tuple[float, float, float]
Matrix = Sequence[Sequence[float]]

# Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), at
# full severity, for linear red, green and blue.
BLINDNESS: Mapping[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# Björn Ottosson, A perceptual color space for image processing (2020).
_LMS: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_LMS_OF_LAB: Matrix = (
    (1, 0.3963377774, 0.2158037573),
    (1, -0.1055613458, -0.0638541728),
    (1, -0.0894841775, -1.2914855480),
)
_LINEAR_OF_LMS: Matrix = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def custom_properties(sheet: str) -> dict[str, str]:
    """The custom properties of the first `:root` rule, by name without its hyphens."""
    rule = re.search(r":root \{(.*?)\n\}", sheet, re.DOTALL)
    text = re.sub(r"/\*.*?\*/", "", rule[1] if rule else "", flags=re.DOTALL)
    return {name: value.strip() for name, value in re.findall(r"--([\w-]+):\s*([^;]+);", text)}


def themed(properties: Mapping[str, str], name: str) -> tuple[str, str]:
    """The colour of a property in light and in dark, as `#rrggbb`."""
    pair = re.fullmatch(r"light-dark\((#\w+), (#\w+)\)", properties[name])
    if pair is None:
        raise ValueError(f"--{name} is not a pair of colours: {properties[name]}")
    return _whole(pair[1]), _whole(pair[2])


def _whole(colour: str) -> str:
    return colour if len(colour) > 4 else "#" + "".join(2 * digit for digit in colour[1:])  # noqa: PLR2004 - #rgb


def linear(colour: str) -> Colour:
    """Linear red, green and blue, from 0 to 1, of `#rrggbb` (sRGB, IEC 61966-2-1)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - where the curve begins
        for part in parts
    )
    return red, green, blue


def contrast(first: Colour, second: Colour) -> float:
    """The contrast of two linear colours as WCAG 2 measures it, from 1 to 21."""
    low, high = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (first, second))
    return (high + 0.05) / (low + 0.05)


def oklab(colour: Colour) -> Colour:
    """Lightness and the two axes of colour of a linear colour in OKLab."""
    red, green, blue = (math.cbrt(part) for part in _times(_LMS, colour))
    return _times(_LAB, (red, green, blue))


def of_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """The linear colour of OKLCH (`hue` in degrees), each part clipped to what a screen shows, as browsers do."""
    turn = math.radians(hue)
    long, middle, short = (
        part**3 for part in _times(_LMS_OF_LAB, (lightness, chroma * math.cos(turn), chroma * math.sin(turn)))
    )
    return _shown(_times(_LINEAR_OF_LMS, (long, middle, short)))


def seen(colour: Colour, blindness: str) -> Colour:
    """A linear colour as somebody with a kind of colour blindness sees it, at full severity."""
    return _shown(_times(BLINDNESS[blindness], colour))


def _times(matrix: Matrix, colour: Colour) -> Colour:
    first, second, third = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return first, second, third


def _shown(colour: Colour) -> Colour:
    first, second, third = (min(1.0, max(0.0, part)) for part in colour)
    return first, second, third


def nearest(colours: Sequence[Colour]) -> float:
    """The smallest distance of two colours in OKLab."""
    return min(math.dist(oklab(first), oklab(second)) for first, second in itertools.combinations(colours, 2))


def table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    """A Markdown table; columns after the first two are figures."""
    rule = ["---", "---", *["---:"] * (len(head) - 2)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, rule, *rows))


def type_table(properties: Mapping[str, str]) -> str:
    """Sizes of type in rem and in pixels."""
    uses = {
        "f1": "keys, badges, figures of pictures",
        "f2": "dates, counts, topics, labels' second lines",
        "f3": "interface, bylines, tables, labels",
        "f4": "text of the site, titles in short lists",
        "f5": "titles in lists, abstracts, notes, ledes",
        "f6": "the one heading of a page",
    }
    return table(("Token", "Use", "rem", "px"), ((f"`--{n}`", use, *_sizes(properties[n])) for n, use in uses.items()))


def spacing_table(properties: Mapping[str, str]) -> str:
    """Spaces in rem and in pixels."""
    uses = {
        "s1": "between a label and its second line",
        "s2": "between a picture and its word, and buttons",
        "s3": "above and below a row",
        "s4": "between facts of one line, paragraphs of one block",
        "s5": "above and below a section",
        "s6": "below the head of a page, between columns",
        "hang": "from the thread to the axis",
        "label": "the column of labels, from 64 rem",
        "gap": "between that column and the axis",
        "measure": "the longest line of a text that is read",
        "tap": "the least height of what is pressed with a mouse",
    }
    rows = ((f"`--{name}`", use, *_sizes(properties[name])) for name, use in uses.items())
    return table(("Token", "Use", "rem", "px"), rows)


def _sizes(value: str) -> tuple[str, str]:
    found = re.fullmatch(r"([\d.]+)rem|clamp\(([\d.]+)rem, .*, ([\d.]+)rem\)", value)
    if found is None:
        raise ValueError(f"{value} is not a size in rem")
    sizes = [float(each) for each in found.groups() if each]
    return "–".join(f"{size:g}" for size in sizes), "–".join(f"{size * BROWSER_TEXT:g}" for size in sizes)


def contrast_table(properties: Mapping[str, str]) -> str:
    """Every colour of text, of lines and of marks, with its contrast on page and panel in both themes."""
    uses = {
        "ink": "text",
        "ink-2": "secondary text",
        "link": "links, beads, focus, where no accent is taken",
        "edge": "edges of controls, columns of pictures",
        "line": "hairlines: they part, and tell nothing alone",
    }
    head = ("Token", "Use", "Light", "on page", "on panel", "Dark", "on page", "on panel")
    return table(head, (_contrast_row(properties, name, use) for name, use in uses.items()))


def _contrast_row(properties: Mapping[str, str], name: str, use: str) -> tuple[str, ...]:
    cells = [f"`--{name}`", use]
    for theme, colour in enumerate(themed(properties, name)):
        grounds = (themed(properties, ground)[theme] for ground in ("bg", "panel"))
        cells += [f"`{colour}`", *(f"{contrast(linear(colour), linear(ground)):.1f}" for ground in grounds)]
    return tuple(cells)


def ground_table(properties: Mapping[str, str]) -> str:
    """The colours that text stands on, with the contrast of text on each."""
    uses = {
        "bg": "the page",
        "panel": "code, notes, what is chosen",
        "hi": "the marker",
        "ins": "what a field says now",
        "del": "what it said before",
    }
    head = ("Token", "Ground of", "Light", "text", "Dark", "text")
    return table(head, (_ground_row(properties, name, use) for name, use in uses.items()))


def _ground_row(properties: Mapping[str, str], name: str, use: str) -> tuple[str, ...]:
    inks = themed(properties, "ink")
    pairs = zip(themed(properties, name), inks, strict=True)
    cells = (cell for one, ink in pairs for cell in (f"`{one}`", f"{contrast(linear(one), linear(ink)):.1f}"))
    return (f"`--{name}`", use, *cells)


def accent_shades(sheet: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Lightness and greatest chroma that the sheet gives to any accent, in light and in dark."""
    shade = r"oklch\(from var\(--accent\) ([\d.]+) min\(c, ([\d.]+)\) h\)"
    found = re.search(rf"--link: light-dark\({shade}, {shade}\)", sheet)
    if found is None:
        raise ValueError("the sheet does not say what becomes of an accent")
    light_l, light_c, dark_l, dark_c = (float(part) for part in found.groups())
    return (light_l, light_c), (dark_l, dark_c)


def accent_contrasts(sheet: str) -> Iterator[tuple[str, float, float]]:
    """By theme the lowest contrast that a link of any accent has on page and panel: hues by degree, chroma in steps."""
    properties = custom_properties(sheet)
    for theme, (lightness, most) in enumerate(accent_shades(sheet)):
        shades = [of_oklch(lightness, most * step / 4, hue) for step in range(5) for hue in range(360)]
        grounds = [linear(themed(properties, name)[theme]) for name in ("bg", "panel")]
        page, panel = (min(contrast(shade, ground) for shade in shades) for ground in grounds)
        yield THEMES[theme], page, panel


def accent_table(sheet: str) -> str:
    """What any accent comes to."""
    rows = (
        (theme, f"{lightness:g}, {chroma:g}", f"{page:.1f}", f"{panel:.1f}")
        for (theme, page, panel), (lightness, chroma) in zip(accent_contrasts(sheet), accent_shades(sheet), strict=True)
    )
    return table(("Theme", "Lightness, most chroma", "lowest on page", "lowest on panel"), rows)


def topic_colours(properties: Mapping[str, str], theme: int) -> list[Colour]:
    """The colours of topics in light (0) or dark (1)."""
    return [linear(themed(properties, f"t{number}")[theme]) for number in range(1, TOPIC_COLOURS + 1)]


def topic_table(properties: Mapping[str, str]) -> str:
    """How far topic colours are from their grounds, and from each other for every kind of eye."""
    return table(("Measure", "Of what", *THEMES), _topic_rows(properties))


def _topic_rows(properties: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    palettes = [topic_colours(properties, theme) for theme in range(len(THEMES))]
    for ground in ("bg", "panel"):
        pairs = zip(palettes, themed(properties, ground), strict=True)
        lowest = [min(contrast(each, linear(on)) for each in palette) for palette, on in pairs]
        yield "lowest contrast", f"on `--{ground}`", *(f"{each:.1f}" for each in lowest)
    yield "smallest distance", "all colours seen", *(f"{nearest(palette):.3f}" for palette in palettes)
    for kind in BLINDNESS:
        distances = (nearest([seen(each, kind) for each in palette]) for palette in palettes)
        yield "smallest distance", kind, *(f"{each:.3f}" for each in distances)


TABLES: Mapping[str, Callable[[str], str]] = {
    "type": lambda sheet: type_table(custom_properties(sheet)),
    "spacing": lambda sheet: spacing_table(custom_properties(sheet)),
    "contrast": lambda sheet: contrast_table(custom_properties(sheet)),
    "grounds": lambda sheet: ground_table(custom_properties(sheet)),
    "accent": accent_table,
    "topics": lambda sheet: topic_table(custom_properties(sheet)),
}


def with_tables(document: str, sheet: str) -> str:
    """The document with each table between `<!-- NAME -->` and the next empty line written anew."""
    for name, make in TABLES.items():
        mark = f"<!-- {name} -->\n"
        head, found, rest = document.partition(mark)
        if not found:
            raise ValueError(f"the document has no place for the table `{name}`")
        document = f"{head}{mark}{make(sheet)}\n{rest.partition(chr(10) * 2)[2]}"
    return document


if __name__ == "__main__":
    PLACE.write_text(with_tables(PLACE.read_text("utf-8"), SHEET.read_text("utf-8")), encoding="utf-8")
