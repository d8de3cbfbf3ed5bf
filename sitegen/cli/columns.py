"""How a paper's title and authors fit the columns of a terminal."""

import shutil
from collections.abc import Sequence

from sitegen.site.wording import count_text

BYLINE_WIDTH = 28
_LEAST_TITLE_WIDTH = 30
_USUAL_TERMINAL = (100, 24)


def title_width(others: int) -> int:
    """The characters that are left for a title beside a byline and `others` more."""
    return max(_LEAST_TITLE_WIDTH, shutil.get_terminal_size(_USUAL_TERMINAL).columns - BYLINE_WIDTH - others)


def byline_text(authors: Sequence[str], *, author_count: int | None, is_truncated: bool) -> str:
    """The first author, and that there are more; how many there are where none is named and that is known."""
    if not authors:
        return count_text(author_count, "author") if author_count else ""
    return authors[0] + (" et al." if len(authors) > 1 or is_truncated else "")
