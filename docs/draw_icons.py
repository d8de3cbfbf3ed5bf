"""Draw the icons of an installed list: `python docs/draw_icons.py` writes them into static/.

They are the two beads of static/icon.svg on paper. Nothing but arithmetic and zlib is needed; a test compares what this
draws with what is kept, pixel by pixel.
"""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
INK, PAPER = (0x2C, 0x3B, 0xAB), (0xFF, 0xFF, 0xFF)

# The sign in units of icon.svg, which is 16 high and as wide: a line with an open and a full bead.
CENTRE = 8.0
LINE = 1.75
OPEN_Y, OPEN_RADIUS = 4.25, 2.75
FULL_Y, FULL_RADIUS = 11.75, 2.25

# By name: pixels, share of the height that the sign takes, and radius of the corners as a share of the width.
# A maskable icon may be cut to a circle of four fifths, so its sign is smaller and its paper reaches the edges.
ICONS = {
    "icon-192.png": (192, 0.72, 0.18),
    "icon-512.png": (512, 0.72, 0.18),
    "icon-maskable-512.png": (512, 0.56, 0.0),
}

Distance = Callable[[float, float], float]


def picture(name: str) -> bytes:
    """The pixels of an icon, row by row, four bytes each: red, green, blue, opacity."""
    size, height, corner = ICONS[name]
    scale, radius = size * height / 16, size * corner
    rows = bytearray()
    for y in range(size):
        for x in range(size):
            rows += _pixel(x + 0.5, y + 0.5, size, scale, radius)
    return bytes(rows)


def png(size: int, pixels: bytes) -> bytes:
    """Pixels as a PNG file (https://www.w3.org/TR/png/), without filters."""
    lines = b"".join(b"\0" + pixels[4 * size * y : 4 * size * (y + 1)] for y in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def main() -> None:
    """Write every icon."""
    for name, (size, _, _) in ICONS.items():
        (STATIC / name).write_bytes(png(size, picture(name)))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _pixel(x: float, y: float, size: int, scale: float, radius: float) -> bytes:
    """One pixel at its middle. `scale` is pixels a unit of the sign, `radius` that of the corners in pixels."""
    opacity = _covered(_rounded(x, y, size, radius)) if radius else 1.0
    ink = _ink((x - size / 2) / scale + CENTRE, (y - size / 2) / scale + CENTRE, scale)
    colour = (round(paper + (own - paper) * ink) for own, paper in zip(INK, PAPER, strict=True))
    return bytes((*colour, round(255 * opacity)))


def _ink(x: float, y: float, scale: float) -> float:
    """How much of a pixel is ink, at a place in units of the sign; edges are as wide as a pixel."""
    line = max(abs(x - CENTRE) - LINE / 2, abs(y - CENTRE) - CENTRE)
    to_open, to_full = (_away(x, y, at) for at in (OPEN_Y, FULL_Y))
    ring = abs(to_open - OPEN_RADIUS) - LINE / 2
    inside = to_open - OPEN_RADIUS
    full = to_full - FULL_RADIUS - LINE / 2
    behind = max(line, -inside)
    return _covered(min(behind, ring, full) * scale)


def _away(x: float, y: float, centre_y: float) -> float:
    return float(((x - CENTRE) ** 2 + (y - centre_y) ** 2) ** 0.5)


def _rounded(x: float, y: float, size: int, radius: float) -> float:
    """How far a place is outside a square with rounded corners, in pixels; below 0 inside."""
    across, down = (abs(place - size / 2) - size / 2 + radius for place in (x, y))
    outside = float((max(across, 0.0) ** 2 + max(down, 0.0) ** 2) ** 0.5)
    return outside + min(max(across, down), 0.0) - radius


def _covered(distance: float) -> float:
    return min(1.0, max(0.0, 0.5 - distance))


if __name__ == "__main__":
    main()
