"""Text inside the braces of a BibTeX field."""

import re

from sitegen.markup.inline import Inline, Link, Maths, Styled, Text, Unread
from sitegen.markup.latex_parser import parse_latex

_COMMANDS = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
_STYLES = {"em": "emph", "i": "textit", "strong": "textbf", "b": "textbf", "code": "texttt", "sub": "textsubscript",
           "sup": "textsuperscript"}  # fmt: skip
_ESCAPED_BRACE = re.compile(r"\\[{}]")
_SPACES = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_OUTSIDE_URLS = re.compile(r"[\s\\{}]")


def escape_bibtex(text: str) -> str:
    r"""Plain text for LaTeX: its own signs as commands, every other character as it is, in UTF-8.

    Braces become commands, not `\{`: BibTeX counts braces and does not know that a backslash takes one out.
    """
    clean = _SPACES.sub(" ", _CONTROL.sub("", text)).strip()
    return _SPECIAL.sub(lambda match: _COMMANDS[match[0]], clean)


def bibtex_of_printed(text: str) -> str:
    """A text as printed, whose LaTeX stays LaTeX where it was read as such; anything else is escaped."""
    return _SPACES.sub(" ", "".join(_piece(piece) for piece in parse_latex(_CONTROL.sub("", text)))).strip()


def bibtex_url(url: str) -> str:
    """An address, which BibTeX takes as it is as long as braces match; what could end the field is percent-encoded."""
    return _OUTSIDE_URLS.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url)


def _piece(piece: Inline) -> str:
    match piece:
        case Text(text):
            # Spaces at either end part this piece from its neighbours.
            return _SPECIAL.sub(lambda match: _COMMANDS[match[0]], text)
        case Maths(source) if can_stand_in_dollars(source):
            return f"${source}$"
        case Maths(_, printed) | Unread(printed):
            return _SPECIAL.sub(lambda match: _COMMANDS[match[0]], printed)
        case Styled(tag, children):
            inner = "".join(_piece(child) for child in children)
            return f"\\{_STYLES[tag]}{{{inner}}}" if tag in _STYLES else inner
        case Link(_, children):
            return "".join(_piece(child) for child in children)
    return ""


def can_stand_in_dollars(maths: str) -> bool:
    r"""Whether maths can stand between dollars in a field.

    Its braces must match both for BibTeX, which counts every one, and for readers that leave `\{` out.
    """
    if "$" in maths or maths.endswith("\\"):
        return False
    return _braces_match(maths) and _braces_match(_ESCAPED_BRACE.sub("", maths))


def _braces_match(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0
