"""Comparing and naming texts: cleaning, folding and slugs."""

import html
import re
import unicodedata
from collections.abc import Callable

from slugify import slugify

SLUG_LENGTH = 60

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
# Every run of spaces but a single plain one, so that most texts need no change.
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_LATEX_ACCENT = re.compile(r"""\\(?:["'`^~=.]\s*|[Hcdbtuvkr](?=\s*\{|\s+[a-zA-Z])\s*)\{?\s*([A-Za-z]?)\}?""")
_LATEX_COMMAND = re.compile(r"\\([a-zA-Z]+)\*?")
_LATEX_STYLES = frozenset(
    "emph text textbf textit textrm textsc textsf texttt textnormal mathbf mathbb mathcal mathfrak mathit mathrm "
    "mathsf mathscr mathtt boldsymbol bm operatorname left right big bigl bigr Big underline overline tilde hat bar "
    "vec rm bf it sc em mbox displaystyle ensuremath url href".split()
)
# Where titles are compared: their characters are no letters, so the commands are no words; `\ell` is a letter.
_LATEX_SIGNS = dict.fromkeys(
    "times infty pm mp cdot to rightarrow leftarrow leftrightarrow Rightarrow mapsto leq geq le ge neq ne approx sim "
    "simeq equiv circ star ast dagger ldots dots cdots in subset cup cap forall exists nabla partial sum prod int sqrt "
    "langle rangle lVert rVert Vert mid".split(),
    "",
) | {"ell": "l"}
# Letters that Unicode does not take apart into a letter and its accent.
_OTHER_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_WORD = re.compile(r"\w+")
_NOT_WRITTEN = re.compile(r"[\W_]+")
_GREEK_NAME = re.compile(r"GREEK (?:SMALL|CAPITAL) LETTER (?:FINAL )?([A-Z]+)")
_GREEK = {
    code: name[1].lower()
    for code in range(0x370, 0x400)
    if (name := _GREEK_NAME.match(unicodedata.name(chr(code), "")))
}


def clean_text(text: str) -> str:
    """Text as it is compared and shown: NFC, one kind of space, no invisible characters, no space at either end."""
    normal = text if text.isascii() else unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    return _SPACES.sub(" ", normal).strip()


def _command_words(match: re.Match[str]) -> str:
    name = match[1]
    return " " if name in _LATEX_STYLES else f" {name.removeprefix('var').lower()} "


def _command_letters(match: re.Match[str]) -> str:
    letters = _LATEX_SIGNS.get(match[1])
    return _command_words(match) if letters is None else f" {letters} "


def _without_markup(text: str, command: Callable[[re.Match[str]], str] = _command_words) -> str:
    if "](" in text:
        text = _MARKDOWN_LINK.sub(r"\1", text)
    if "&" in text and ";" in text:
        text = html.unescape(text)
    return text if "\\" not in text else _LATEX_COMMAND.sub(command, _LATEX_ACCENT.sub(r"\1", text))


def fold_text(text: str) -> str:
    r"""The letters and digits that name a work, and nothing else, for telling whether two titles are equal.

    Case, punctuation, accents, hyphens, spacing, Markdown and LaTeX markup do not count; a Greek letter is its name
    (`ε`, `\epsilon` and `$\varepsilon$` are one). A text without any letter or digit folds to its cleaned self, so
    that `???` and `!!!` stay apart.
    """
    cleaned = clean_text(text)
    folded = _NOT_WRITTEN.sub("", _decomposed(cleaned))
    if not folded.isascii():
        folded = unicodedata.normalize("NFKC", folded.translate(_GREEK)).casefold()
    return folded or cleaned


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a text with case, accents and markup folded away, in order."""
    plain = _decomposed(clean_text(text))
    if not plain.isascii():
        plain = "".join(char for char in plain if not unicodedata.combining(char)).translate(_GREEK)
    return tuple(_WORD.findall(plain))


def _decomposed(cleaned: str) -> str:
    """Text without markup, in lower case, with accents as characters of their own."""
    plain = _without_markup(cleaned, _command_letters)
    if plain.isascii():
        return plain.casefold()
    return unicodedata.normalize("NFKD", plain).casefold().translate(_OTHER_LETTERS)


def slug_of(text: str, *, length: int = SLUG_LENGTH) -> str:
    """An ASCII, lower-case name for paths and addresses, cut at a word end at `length` characters.

    A first word longer than `length` is cut inside. Returns "" when nothing of the text can be written in ASCII.
    """
    words = slugify(_without_markup(clean_text(text)), replacements=[("'", ""), ("\u2019", "")])
    if len(words) <= length:
        return words
    cut = words[: length + 1].rfind("-")
    return words[:cut] if cut > 0 else words[:length]
