"""The block of YAML that may stand at the very top of a file, between two lines of three hyphens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A text divided in its front matter and what follows.

    `yaml_text` is None where there is no front matter; `first_line` is the line of its first line, `body_line` that of
    the body's. `is_closed` is False where a first line opens front matter that no second line of hyphens ends: then
    the whole text is body.
    """

    yaml_text: str | None
    first_line: int
    body: str
    body_line: int
    is_closed: bool = True


def split_front_matter(text: str) -> FrontMatter:
    r"""Divide a decoded text (line breaks are `\n`) at the end of its front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return FrontMatter(yaml_text=None, first_line=1, body=text, body_line=1)
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() in {"---", "..."}:
            yaml_text = "".join(f"{line}\n" for line in lines[1:index])
            body = "\n".join(lines[index + 1 :])
            return FrontMatter(yaml_text=yaml_text, first_line=2, body=body, body_line=index + 2)
    return FrontMatter(yaml_text=None, first_line=1, body=text, body_line=1, is_closed=False)
