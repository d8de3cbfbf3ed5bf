"""The files that a style sheet loads."""

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'()]*))\s*\)|@import\s+(?:"([^"\n]*)"|'([^'\n]*)')""", re.IGNORECASE
)


def style_addresses(css: str) -> Iterator[tuple[str, int]]:
    """Each address in `url(…)` or `@import` of a style sheet, with its line, comments left out."""
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    for match in _ADDRESS.finditer(bare):
        address = next((group for group in match.groups() if group is not None), "")
        yield address.strip(), bare.count("\n", 0, match.start()) + 1
