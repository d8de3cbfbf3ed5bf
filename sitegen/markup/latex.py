"""Titles and abstracts as printed, LaTeX leftovers included, as safe HTML and as plain text."""

import re
from typing import Protocol

from markupsafe import Markup, escape

from sitegen.markup.inline import Dropped, Inline, Link, Maths, Styled, Text, Unread
from sitegen.markup.latex_parser import parse_latex
from sitegen.markup.maths import boxed_maths, maths_html, maths_tree
from sitegen.markup.maths_text import maths_to_text
from sitegen.markup.typography import typeset


class _Maths(Protocol):
    """What makes HTML of the source of a formula."""

    def __call__(self, source: str, *, block: bool = False) -> str | None: ...


# Anything that the parser could change; most texts have none of it and need no parser.
_MARKED = re.compile(r"[\\${}~]|https?://", re.IGNORECASE)

# Stands, in the making only, where something was left out; no printed text holds it, as XML could not.
_GAP = "\x00"
# The looking back keeps the time linear over a long run of spaces.
_AROUND_GAP = re.compile(rf"[,;:]?(?<![ \t\n])(?:[ \t\n]*{_GAP})+(?=[,;:.])|(?<![ \t\n])[ \t\n]*{_GAP}")


def latex_to_html(text: str, *, links: bool = True, boxes: bool = False) -> Markup:
    r"""A text as printed, as inline HTML that is safe whatever the text.

    Maths becomes `<math>` with its source as `alttext`; what cannot be read is shown as its source in
    `<code class="tex">`. With `links=False` addresses stay text, for a title that is itself inside a link. With
    `boxes=True` wide maths gets a box that scrolls and can have the focus (see `boxed_maths`), for a text that is read.
    """
    maths = boxed_maths if boxes else maths_html
    html = _all_html(_parse(text), links, maths)
    return Markup(_AROUND_GAP.sub("", html))  # noqa: S704 - every piece was escaped


def latex_to_text(text: str) -> str:
    """A text as printed, as one line of readable Unicode without markup; unknown commands are left out."""
    plain = "".join(_plain(piece) for piece in _parse(text))
    return " ".join(_AROUND_GAP.sub("", plain).split())


def _parse(text: str) -> tuple[Inline, ...]:
    text = text.replace(_GAP, "")
    return parse_latex(text) if _MARKED.search(text) else (Text(typeset(text)),)


def _html(piece: Inline, links: bool, maths: _Maths) -> str:
    match piece:
        case Text(text):
            return str(escape(text))
        case Maths(source, printed, block):
            return maths(source, block=block) or _code(printed)
        case Unread(source):
            return _code(source)
        case Dropped():
            return _GAP
        case Styled(tag, children):
            return f"<{tag}>{_all_html(children, links, maths)}</{tag}>"
        case Link(url, children):
            inner = _all_html(children, False, maths)
            return f'<a href="{escape(url)}" rel="noopener">{inner}</a>' if links else inner


def _all_html(pieces: tuple[Inline, ...], links: bool, maths: _Maths) -> str:
    return "".join(_html(piece, links, maths) for piece in pieces)


def _code(source: str) -> str:
    return f'<code class="tex">{escape(source)}</code>'


def _plain(piece: Inline) -> str:
    match piece:
        case Text(text):
            return text
        case Maths(source, _, block):
            tree = maths_tree(source, block=block, keep_names=True)
            return _without_commands(source) if tree is None else maths_to_text(tree)
        case Unread() | Dropped():
            return _GAP
        case Styled(_, children) | Link(_, children):
            return "".join(_plain(child) for child in children)


def _without_commands(source: str) -> str:
    """The words of maths that cannot be read: what the text grammar makes of it, without signs of grouping."""
    plain = "".join(_plain(piece) for piece in parse_latex(source.replace("$", " ")) if not isinstance(piece, Maths))
    return plain.replace("{", "").replace("}", "").replace("\\", "")
