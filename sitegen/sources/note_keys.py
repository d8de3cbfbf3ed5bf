"""Changing single keys of a note's front matter, so that all else stays as it was written, to the byte."""

from collections.abc import Mapping

import yaml


class UneditableNoteError(ValueError):
    """Front matter that cannot be changed key by key; the message says why."""


def with_keys(text: str, changes: Mapping[str, str | None]) -> str:
    r"""A note's text with each key of `changes` at its new value, a scalar as YAML has it; None takes the key away.

    A key that is there keeps its place and the comment behind it, a new one comes last. Line breaks may be `\n` or
    `\r\n`. Raises UneditableNoteError for front matter in braces or without an end.
    """
    for key, value in changes.items():
        text = _with_key(text, key, value)
    return text


def _with_key(text: str, key: str, value: str | None) -> str:
    start, end = _front_matter(text)
    front = text[start:end]
    try:
        root = yaml.compose(front, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise UneditableNoteError("its front matter is not valid YAML") from error
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise UneditableNoteError("its front matter is not written with one key a line")
    found = next((pair for pair in root.value if pair[0].value == key), None)
    if found is None:
        changed = front if value is None else front + f"{_indent(root)}{key}: {value}{_line_break(text)}"
    elif value is None:
        changed = _without(front, found[0], found[1])
    else:
        changed = _replaced(front, found[0], found[1], value)
    return text[:start] + changed + text[end:]


def _front_matter(text: str) -> tuple[int, int]:
    """Where the front matter begins and ends, without its lines of hyphens."""
    lines = text.splitlines(keepends=True)
    place = len(lines[0]) if lines else 0
    for line in lines[1:]:
        if line.rstrip() in {"---", "..."}:
            return len(lines[0]), place
        place += len(line)
    raise UneditableNoteError("its front matter has no end")


def _line_break(text: str) -> str:
    return "\r\n" if text.split("\n", 1)[0].endswith("\r") else "\n"


def _indent(root: yaml.MappingNode) -> str:
    return " " * (root.value[0][0].start_mark.column if root.value else 0)


def _replaced(front: str, key: yaml.Node, old: yaml.Node, value: str) -> str:
    first, last = old.start_mark.index, old.end_mark.index
    if first == last:  # nothing was written behind the colon
        first = last = front.index(":", key.end_mark.index) + 1
        value = f" {value}"
    elif front[:last].endswith("\n"):  # a text of several lines ends with its last line
        value += "\r\n" if front[:last].endswith("\r\n") else "\n"
    return front[:first] + value + front[last:]


def _without(front: str, key: yaml.Node, old: yaml.Node) -> str:
    first = front.rfind("\n", 0, key.start_mark.index) + 1
    last = max(old.end_mark.index, key.end_mark.index)
    if not front[:last].endswith("\n"):
        last = front.find("\n", last) + 1 or len(front)
    return front[:first] + front[last:]
