"""Author pages of which every line was wrapped: the lines of titles and of names are put together again."""

import dataclasses
import re
from collections.abc import Callable, Sequence

from sitegen.sources.lines import Line, ends_sentence, join_lines

_NARROWEST, _WIDEST = 40, 160
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MOSTLY = 0.6
_BYLINE_END = re.compile(r"(?:\bet al\.| · [\w-]+(?:, [\w-]+)*)$")
# A title and its names, or either alone.
_MOST_LINES = 6


IsByline = Callable[[str], bool]


def unwrapped(bodies: Sequence[tuple[Line, ...]], is_byline: IsByline | None = None) -> list[tuple[Line, ...]]:
    """The lines below each head, those of its title and names joined; as they are on pages that wrap abstracts only.

    A page wraps everything if no first line is wider than the abstracts' lines. There a line goes on in the next one if
    that one's first word found no room on it. `is_byline` knows names that are known to stand on lines of their own.
    """
    width = max((len(line.text) for body in bodies for line in body[1:]), default=0)
    firsts = [body[0] for body in bodies if body]
    if not _NARROWEST <= width <= _WIDEST or any(len(line.text) > width for line in firsts):
        return list(bodies)
    return [_unwrapped(body, width, is_byline) for body in bodies]


def _unwrapped(body: tuple[Line, ...], width: int, is_byline: IsByline | None) -> tuple[Line, ...]:
    joined: list[Line] = []
    start = 0
    while start < len(body) and not _is_prose(body, start, width):
        end = start + 1
        while end < min(len(body), start + _MOST_LINES) and _goes_on(body, end - 1, width):
            if start == 0 and is_byline and _is_only_byline(body, end, is_byline):
                break
            end += 1
        joined.append(dataclasses.replace(body[start], text=join_lines(body[start:end])))
        start = end
    return (*joined, *body[start:])


def _is_prose(body: Sequence[Line], index: int, width: int) -> bool:
    """Whether the abstract begins here: full lines of common words, or the last line."""
    if index == 0:
        return False
    return index == len(body) - 1 or (_is_full(body, index, width) and not _is_named(body[index].text))


def _is_only_byline(body: Sequence[Line], index: int, is_byline: IsByline) -> bool:
    """Whether a line is names, and not the end of a title that looks so (`Diffusion Transformers`) above them."""
    return is_byline(body[index].text) and not (index + 1 < len(body) and is_byline(body[index + 1].text))


def _goes_on(body: Sequence[Line], index: int, width: int) -> bool:
    """Whether the line below goes on with the title or the names of this one."""
    line, below = body[index], body[index + 1]
    if below.after_gap or not _is_full(body, index, width) or _BYLINE_END.search(line.text):
        return False
    if _is_named(below.text) or below.text[0].islower():
        return True
    is_last = index + 2 == len(body)
    return not ends_sentence(below.text) if is_last else not _is_full(body, index + 1, width)


def _is_full(body: Sequence[Line], index: int, width: int) -> bool:
    """Whether the next line's first word found no room on this one."""
    if index + 1 == len(body):
        return False
    return len(body[index].text) + 1 + len(body[index + 1].text.split()[0]) > width


def _is_named(text: str) -> bool:
    """Whether nearly all longer words have capitals, as in titles and names, or the line ends as names do."""
    if _BYLINE_END.search(text):
        return True
    words = _LONG_WORD.findall(text)
    return bool(words) and sum(word[0].isupper() for word in words) >= _MOSTLY * len(words) and not ends_sentence(text)
