"""Typed characters as print has them: quotes, dashes, ligatures and accents."""

import re
import unicodedata

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SINGLE_QUOTES = re.compile(r"(?<![`\w])`([^`'\s][^`\n]{0,80}?)'(?![\w'])")
# ` --flag` is an option of a command, ` -- ` and `word--word` are dashes.
_DASHES = re.compile(r"(?<!-)(?:---|--(?!(?<=\s--)[a-z]))(?!-)")
_DASH_SIGNS = {"--": "–", "---": "—"}

_COMBINING = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
ACCENT_MARKS = frozenset("`'^~=.\"")
"""Accent commands that are a sign, and so need no space or brace before their letter."""

ACCENT_LETTERS = frozenset(_COMBINING) - ACCENT_MARKS
"""Accent commands that are a letter."""


def typeset(text: str) -> str:
    """Text with ``quotes'' curled, `--` and `---` as dashes and ligatures as the letters that they stand for."""
    text = text.translate(_LIGATURES)
    if "`" in text:
        text = _SINGLE_QUOTES.sub(r"‘\1’", text.replace("``", "“"))
    if "''" in text:
        text = text.replace("''", "”")
    if "--" in text:
        text = _DASHES.sub(lambda dash: _DASH_SIGNS[dash[0]], text)
    return text


def accented(command: str, letter: str) -> str | None:
    r"""The letter with the accent of a LaTeX command (`"`, `c`, `v`…), or None when Unicode has no such letter."""
    plain = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    mark = _COMBINING.get(command)
    if mark is None or len(plain) != 1:
        return None
    composed = unicodedata.normalize("NFC", plain + mark)
    return composed if len(composed) == 1 else None
