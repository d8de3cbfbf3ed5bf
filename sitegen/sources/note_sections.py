"""One section of a note that a program may write, below all that its author wrote."""

import re

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_HEADING = re.compile(r" {0,3}(#{1,6})(\s|$)")


def with_section(text: str, title: str, content: str) -> str:
    r"""A note's whole text with `content` below the heading `## title`, in place of what stood there, else at the end.

    A section ends at the next heading of the first or second level. Headings of `content` go two levels down, so that
    they end none, and code that it leaves open is closed: doing the same again changes nothing. Line breaks of the text
    may be `\n` or `\r\n`.
    """
    line_break = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    section = [f"## {title}", "", *lowered(content).split("\n")]
    first, last = _place(lines, title)
    before, after = lines[:first], lines[last:]
    while before and not before[-1].strip():
        before.pop()
    parts = [*before, "", *section, *(["", *after] if after else [])]
    return line_break.join(parts) + line_break


def lowered(content: str) -> str:
    """A text whose headings are two levels lower, and whose code is closed."""
    lines = content.replace("\r\n", "\n").strip("\n").split("\n")
    levels = _levels(lines)
    changed = [
        line.replace("#" * level, "#" * min(level + 2, 6), 1) if level else line
        for line, level in zip(lines, levels, strict=True)
    ]
    fence = _open_fence(lines)
    return "\n".join([*changed, *([fence] if fence else [])])


def _place(lines: list[str], title: str) -> tuple[int, int]:
    """Where the section begins and ends; both at the end where there is none."""
    levels = _levels(lines)
    for first, level in enumerate(levels):
        if level == 2 and lines[first].strip().strip("#").strip() == title:  # noqa: PLR2004 - a heading's level
            after = (at for at in range(first + 1, len(lines)) if 0 < levels[at] <= level)
            return first, next(after, len(lines))
    return len(lines), len(lines)


def _levels(lines: list[str]) -> list[int]:
    """The level of the heading that each line is; 0 for any other, also for what looks like one in code."""
    levels, fence = [], ""
    for line in lines:
        fence, code = _fence_after(line, fence)
        heading = None if code else _HEADING.match(line)
        levels.append(len(heading[1]) if heading else 0)
    return levels


def _open_fence(lines: list[str]) -> str:
    fence = ""
    for line in lines:
        fence, _ = _fence_after(line, fence)
    return fence


def _fence_after(line: str, fence: str) -> tuple[str, bool]:
    """The fence that is open after a line, and whether the line belongs to code."""
    found = _FENCE.fullmatch(line)
    if not fence:
        opens = found is not None and not (found[1][0] == "`" and "`" in found[2])
        return (found[1], True) if found and opens else ("", False)
    closes = found is not None and found[1].startswith(fence) and not found[2].strip()
    return ("" if closes else fence), True
