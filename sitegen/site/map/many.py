"""The map of a long list: points without links of their own, and files that say what they are when one asks."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sitegen.likeness.map_layout import MOST_PLACED, sample
from sitegen.markup.latex import latex_to_text
from sitegen.model.artifact import Artifact
from sitegen.model.cutting import pieces_of
from sitegen.model.paper import Paper
from sitegen.site.assets import fingerprinted
from sitegen.site.lookups import Lookups
from sitegen.site.map.groups import Group, Point, point_byline

FOLDER = "map"
# Papers that one file names: what is read when a point of them is looked at.
NAMES_A_FILE = 100

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BITS = 6


def drawn_groups(lookups: Lookups, groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups with the papers that are drawn: all of them, or the sample by which the others were placed."""
    ids = sorted(lookups.positions)
    chosen = {ids[place] for place in sample(ids, MOST_PLACED)}
    return tuple(_thinned(group, chosen) for group in groups)


def _thinned(group: Group, chosen: set[str]) -> Group:
    kept = [pair for pair in zip(group.papers, group.points, strict=True) if pair[0].id in chosen]
    return Group(term=group.term, papers=tuple(paper for paper, _ in kept), points=tuple(point for _, point in kept))


def many_files(groups: Sequence[Group], drawn: Sequence[Group]) -> tuple[Artifact, ...]:
    """Files that name a hundred papers each, of those that are drawn and in order; the last says where every paper is.

    Each is a script that calls `sitegenMap(name, value)`, since pages that were opened from disk can read nothing else,
    and has another name when it has other contents.
    """
    files = [(f"{FOLDER}/{name}", content.encode()) for name, content in _files(groups, drawn)]
    return tuple(Artifact(fingerprinted(path, content), content) for path, content in files)


def _files(groups: Sequence[Group], drawn: Sequence[Group]) -> Iterator[tuple[str, str]]:
    papers = [paper for group in drawn for paper in group.papers]
    for number, piece in enumerate(pieces_of(papers, NAMES_A_FILE)):
        yield f"n{number}.js", _script(f"n{number}", [_names(paper) for paper in piece])
    yield "places.js", _script("places", "".join(_places(groups)))


def _script(name: str, value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Two characters that end a line of a script, and not one of JSON.
    text = text.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")
    return f'sitegenMap("{name}",{text})\n'


def _names(paper: Paper) -> tuple[str, str, str]:
    return paper.id, latex_to_text(paper.title), point_byline(paper)


def _places(groups: Sequence[Group]) -> Iterator[str]:
    """For each paper five digits that stand for its id, two for each coordinate, and two for its group.

    Two papers whose digits are the same have no entry, rather than one that may be the other's.
    """
    found = [
        (_digits(_checksum(paper.id), 5), point, number)
        for number, group in enumerate(groups)
        for paper, point in zip(group.papers, group.points, strict=True)
    ]
    counts = Counter(code for code, _, _ in found)
    for code, (x, y), number in sorted(found):
        if counts[code] == 1:
            yield code + _digits(x, 2) + _digits(y, 2) + _digits(number, 2)


def _checksum(text: str) -> int:
    """Thirty bits of FNV-1a."""
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value >> 2


def _digits(value: int, length: int) -> str:
    return "".join(_DIGITS[value >> _BITS * place & 63] for place in reversed(range(length)))


def dots(points: Iterable[Point]) -> str:
    """A path with a corner at each point, on which the browser sets the mark of the topic."""
    return "M" + " ".join(f"{x} {y}" for x, y in points)
