"""Find where a title ends and its authors begin in lines that print both without a separator."""

import re
from collections.abc import Sequence

from sitegen.sources.byline_layout import COMMA, Layout, parse_layout
from sitegen.sources.byline_line import Byline, GluedLine

__all__ = ["LOW_CONFIDENCE", "Byline", "GluedLine", "split_bylines"]

# Below this a byline is split as well as can be, and shown as doubtful.
LOW_CONFIDENCE = 0.9

MOST_SPACES = 4
_JOINT = re.compile(
    r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[^\w\s('\"-])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])"
)


def _split(layout: Layout) -> tuple[str, tuple[str, ...], float]:
    fewest = 3 if layout.truncated else 1
    for names in (3, 2, 1):
        if names > len(layout.parts):
            continue
        head, part, rest = layout.parts[:-names], layout.parts[-names], layout.parts[len(layout.parts) - names + 1 :]
        joints = [m.start() for m in _JOINT.finditer(part) if 0 < part.count(" ", m.start()) <= MOST_SPACES]
        if joints and (names >= fewest or len(layout.parts) < fewest):
            cut = joints[-1]
            return COMMA.join((*head, part[:cut])), (part[cut:], *rest), 0.95
    return COMMA.join(layout.parts), (), 0.0


def split_bylines(lines: Sequence[GluedLine]) -> tuple[Byline, ...]:
    """Split every line, in order."""
    bylines = []
    for line in lines:
        layout = parse_layout(line.text)
        title, authors, confidence = _split(layout)
        bylines.append(
            Byline(
                title=title,
                authors=authors,
                authors_truncated=layout.truncated and bool(authors),
                organizations=layout.organizations,
                confidence=confidence,
            )
        )
    return tuple(bylines)
