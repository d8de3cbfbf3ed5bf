"""How large a picture is, as its own file says: enough to keep its place on a page before it has come."""

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

ENDINGS = (".svg", ".png")
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG_ROOT = "{http://www.w3.org/2000/svg}svg"
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSize:
    """Width and height in pixels, or in the units of an SVG's own box; only their ratio means something."""

    width: float
    height: float

    @property
    def ratio(self) -> float:
        """The width of a picture one high."""
        return self.width / self.height


def picture_size(content: bytes) -> PictureSize:
    """The size of an SVG or PNG file; raises ValueError for what is neither, or does not say it."""
    width, height = _png_size(content) if content.startswith(_PNG) else _svg_size(content)
    if width <= 0 or height <= 0:
        raise ValueError("it has no width or no height")
    return PictureSize(width=width, height=height)


def _png_size(content: bytes) -> tuple[float, float]:
    if content[12:16] != b"IHDR" or len(content) < 24:  # noqa: PLR2004 - where PNG's first block has its two sizes
        raise ValueError("it is not a whole PNG file")
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _svg_size(content: bytes) -> tuple[float, float]:
    try:
        _, root = next(iter(ET.iterparse(io.BytesIO(content), events=("start",))))  # noqa: S314 - only its first tag is read
    except (ET.ParseError, StopIteration) as error:
        raise ValueError("it is neither SVG nor PNG") from error
    if root.tag != _SVG_ROOT:
        raise ValueError("it is neither SVG nor PNG")
    lengths = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if lengths[0] and lengths[1]:
        return float(lengths[0][1]), float(lengths[1][1])
    box = [_LENGTH.fullmatch(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:]]
    if len(box) != 2 or box[0] is None or box[1] is None:  # noqa: PLR2004 - a box is x, y, width and height
        raise ValueError("its root has neither `width` and `height` in pixels nor a `viewBox`")
    return float(box[0][1]), float(box[1][1])
