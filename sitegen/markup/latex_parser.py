"""A printed text with LaTeX leftovers as a tree of inline pieces.

The grammar is the part of LaTeX that occurs in real titles and abstracts; whatever is outside it stays as printed.
Braces are matched once beforehand, so that the time is linear in the length of the text.
"""

import re
from collections.abc import Callable, Mapping

from sitegen.markup import latex_commands as commands
from sitegen.markup.addresses import web_address
from sitegen.markup.inline import Dropped, Inline, Link, Maths, Styled, Text, Unread
from sitegen.markup.latex_cursor import Cursor
from sitegen.markup.latex_tokens import Kind, Token, is_tie
from sitegen.markup.typography import ACCENT_LETTERS, ACCENT_MARKS, accented, typeset

Pieces = tuple[Inline, ...]

_DEEPEST = 24
_PLAIN_GROUP = re.compile(r"[\w\s-]*|[,.<>=]|\{?\\.*", re.DOTALL)
_CONTRACTION = re.compile(r"(?:s|t|re|ve|ll|d|m)\b")
_WORDS_IN_BRACES = r"\{(?:[^\\$]|\\[_%&#;, ])*\}"
_STYLED_MATHS = re.compile(
    rf"\\(?:emph|text(?:it|bf|tt|sc|sf|rm|sl|normal)?|href|url)\s*{_WORDS_IN_BRACES}(?:{_WORDS_IN_BRACES})?"
)
_GLUED = re.compile(rf"({'|'.join(commands.GLUED)})([a-zA-Z]+)")


def parse_latex(text: str) -> Pieces:
    """The inline pieces of a text as printed, in order; never raises."""
    return _pieces(Cursor.over(text))


def _pieces(cursor: Cursor) -> Pieces:
    """Everything up to the end of the group that the cursor is in."""
    found: list[Inline] = []
    while (token := cursor.token) is not None:
        found += _next(cursor, token)
    return tuple(found)


def _next(cursor: Cursor, token: Token) -> Pieces:
    if token.kind is Kind.OPEN:
        return _group(cursor, token)
    cursor.at += 1
    match token.kind:
        case Kind.COMMAND:
            return _command(cursor, token)
        case Kind.MATHS:
            return _maths(cursor, token)
        case Kind.URL:
            return _address(token.text, None)
        case Kind.TIE:
            return (Text(" " if is_tie(cursor.text, token) else "~"),)
    return (_typed(cursor, token.text),)


def _typed(cursor: Cursor, text: str) -> Text:
    return Text(text if cursor.verbatim else typeset(text))


def _maths(cursor: Cursor, token: Token) -> Pieces:
    span = token.maths
    if span is None:
        return (Text(token.text),)
    if cursor.depth < _DEEPEST and _STYLED_MATHS.fullmatch(span.source):
        return _pieces(Cursor.over(span.source, depth=cursor.depth + 1))
    return (Maths(span.source, token.text, span.block),)


def _address(source: str, shown: Pieces | None) -> Pieces:
    """A link when the source is a web address; otherwise what would have been shown."""
    url = web_address(source)
    pieces = shown or (Text(url or source),)
    return (Link(url, pieces),) if url else pieces


def _group(cursor: Cursor, token: Token) -> Pieces:
    closing = cursor.closing_brace()
    if closing is None:
        cursor.at += 1
        return (Text("{"),)
    is_plain = _PLAIN_GROUP.fullmatch(cursor.text, token.end, cursor.tokens[closing].start)
    is_script = cursor.text[max(0, token.start - 1) : token.start] in {"_", "^"}
    inner = _inside(cursor, closing)
    return inner if is_plain and not is_script else (Text("{"), *inner, Text("}"))


def _inside(cursor: Cursor, closing: int, *, verbatim: bool = False) -> Pieces:
    """The pieces of the group that opens here, which is passed over; too deep down, its source as text."""
    if cursor.depth >= _DEEPEST:
        return (Text(cursor.raw_argument() or ""),)
    outer_stop, outer_verbatim = cursor.stop, cursor.verbatim
    cursor.at += 1
    cursor.stop, cursor.verbatim = closing, outer_verbatim or verbatim
    cursor.depth += 1
    inner = _pieces(cursor)
    cursor.depth -= 1
    cursor.stop, cursor.verbatim = outer_stop, outer_verbatim
    cursor.at = closing + 1
    return inner


def _argument(cursor: Cursor, *, verbatim: bool = False) -> Pieces | None:
    """The pieces of one argument, a group or a single character; None, and no move, when neither follows."""
    closing = cursor.closing_brace()
    if closing is not None:
        return _inside(cursor, closing, verbatim=verbatim)
    token = cursor.token
    if token is None or token.kind is not Kind.TEXT or not token.text.strip():
        return None
    cursor.take_spaces()
    return (_typed(cursor, cursor.take(1)),)


def _command(cursor: Cursor, token: Token) -> Pieces:
    name = token.text[1:].rstrip("*") or token.text[1:]
    if name in ACCENT_MARKS or (name in ACCENT_LETTERS and cursor.closing_brace() is not None):
        return _accent(cursor, name)
    if not name.isalpha():
        sign = commands.SIGNS.get(name)
        return (Unread(token.text),) if sign is None else (Text(sign),)
    return _RULES.get(name, _symbol)(cursor, token, name)


def _symbol(cursor: Cursor, token: Token, name: str) -> Pieces:
    """What a command without a rule of its own stands for: a sign, the group after it, or nothing that is known."""
    symbol = commands.symbol_of(name)
    glued = _GLUED.fullmatch(name)
    if symbol is None and glued is None and (closing := cursor.closing_brace()) not in {None, cursor.at + 1}:
        return _inside(cursor, closing)
    cursor.take_empty_group()
    if symbol is not None:
        return (Text(symbol),)
    if glued:
        return (Text("√" + glued[2]) if glued[1] == "sqrt" else Styled("em", (Text(glued[2]),)),)
    return (Unread(token.text),)


def _styled(cursor: Cursor, _: Token, name: str) -> Pieces:
    tag = commands.STYLES[name]
    inner = _argument(cursor, verbatim=tag == "code")
    return (Styled(tag, inner),) if inner else ()


def _switched(cursor: Cursor, _: Token, name: str) -> Pieces:
    """The rest of the group in a style; too deep down, without it."""
    cursor.take_spaces()
    if cursor.depth >= _DEEPEST:
        return ()
    cursor.depth += 1
    rest = _pieces(cursor)
    cursor.depth -= 1
    return (Styled(commands.SWITCHES[name], rest),) if rest else ()


def _silent(*_: object) -> Pieces:
    return ()


def _citation(cursor: Cursor, *_: object) -> Pieces:
    while cursor.take_option():
        pass
    return _left_out(cursor)


def _left_out(cursor: Cursor, *_: object) -> Pieces:
    return () if cursor.raw_argument() is None else (Dropped(),)


def _setting(cursor: Cursor, *_: object) -> Pieces:
    cursor.raw_argument()
    return ()


def _replaced(cursor: Cursor, *_: object) -> Pieces:
    return (_argument(cursor) or ()) + _setting(cursor)


def _footnote(cursor: Cursor, *_: object) -> Pieces:
    cursor.take_option()
    return _between(" (", cursor, ")")


def _quoted(cursor: Cursor, *_: object) -> Pieces:
    return _between("“", cursor, "”")


def _between(opening: str, cursor: Cursor, closing: str) -> Pieces:
    inner = _argument(cursor)
    return (Text(opening), *inner, Text(closing)) if inner else ()


def _dingbat(cursor: Cursor, token: Token, name: str) -> Pieces:
    closing = cursor.closing_brace()
    sign = commands.dingbat(cursor.source(cursor.at + 1, closing)) if closing is not None else None
    if sign is None:
        return _symbol(cursor, token, name)
    cursor.raw_argument()
    return (Text(sign),)


def _bare_maths(cursor: Cursor, token: Token, name: str) -> Pieces:
    """Maths without dollar signs: the command, its arguments, and braced scripts right after."""
    if cursor.closing_brace() is None:
        return _symbol(cursor, token, name)
    source = cursor.maths_source(commands.AS_MATHS[name])
    return (Maths(source, source),)


def _link_command(cursor: Cursor, _: Token, name: str) -> Pieces:
    address = cursor.raw_argument()
    if address is None:
        return ()
    return _address(address, _argument(cursor) if name == "href" else None)


def _accent(cursor: Cursor, name: str) -> Pieces:
    following = cursor.token
    after = following.text if following is not None and following.kind is Kind.TEXT else ""
    before = cursor.text[: cursor.tokens[cursor.at - 1].start][-1:]
    if name == "'" and before.isalpha() and _CONTRACTION.match(after):
        return (Text("'"),)
    start = cursor.at
    letter = _argument(cursor)
    plain = letter[0].text if letter and len(letter) == 1 and isinstance(letter[0], Text) else ""
    composed = accented(name, plain) or commands.broken_greek(name, plain)
    if composed:
        return (Text(composed),)
    if letter and name in ACCENT_LETTERS:
        return letter
    cursor.at = start
    return (Text(name),)


_RULES: Mapping[str, Callable[[Cursor, Token, str], Pieces]] = {
    **dict.fromkeys(commands.STYLES, _styled),
    **dict.fromkeys(commands.SWITCHES, _switched),
    **dict.fromkeys(commands.SILENT, _silent),
    **dict.fromkeys(commands.CITATIONS, _citation),
    **dict.fromkeys(commands.STRUCK_OUT, _left_out),
    **dict.fromkeys(commands.SETTINGS, _setting),
    **dict.fromkeys(commands.AS_MATHS, _bare_maths),
    **dict.fromkeys(("url", "href", "path", "nolinkurl"), _link_command),
    **dict.fromkeys(("footnote", "footnotetext"), _footnote),
    "replaced": _replaced,
    "enquote": _quoted,
    "ding": _dingbat,
}
