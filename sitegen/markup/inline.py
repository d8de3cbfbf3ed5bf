"""The pieces a printed text is made of, before they become HTML or plain text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to show as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Pieces inside an inline HTML element such as `em`."""

    tag: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Pieces that lead to an http or https address."""

    url: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Maths:
    """LaTeX maths without its delimiters; `printed` has them, and `block` says that it stood on a line of its own."""

    source: str
    printed: str
    block: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """Source that nothing here understands, such as an author's own command."""

    source: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """Where something was that only the paper itself can show, such as a citation key."""


Inline = Text | Styled | Link | Maths | Unread | Dropped
