"""Comparing and naming texts: cleaning, folding and slugs."""

import re
import unicodedata

from slugify import slugify

SLUG_LENGTH = 60

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_SPACES = re.compile(r"[^\S\n]+")
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_LATEX_ACCENT = re.compile(r"""\\(?:["'`^~=.]\s*|[Hcdbtuvkr](?=\s*\{|\s+[a-zA-Z])\s*)\{?\s*([A-Za-z]?)\}?""")
_LATEX_COMMAND = re.compile(r"\\([a-zA-Z]+)\*?")
_LATEX_STYLES = frozenset(
    "emph text textbf textit textrm textsc textsf texttt textnormal mathbf mathbb mathcal mathfrak mathit mathrm "
    "mathsf mathscr mathtt boldsymbol bm operatorname left right big bigl bigr Big underline overline tilde hat bar "
    "vec rm bf it sc em mbox displaystyle ensuremath url href".split()
)
_GREEK = re.compile(r"GREEK (?:SMALL|CAPITAL) LETTER (?:FINAL )?([A-Z]+)")


def clean_text(text: str) -> str:
    """Text as it is compared and shown: NFC, one kind of space, no invisible characters, no space at either end."""
    normal = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    return _SPACES.sub(" ", normal).strip()


def _letter(char: str) -> str:
    name = _GREEK.match(unicodedata.name(char, ""))
    return name[1].lower() if name else char


def _command_words(match: re.Match[str]) -> str:
    name = match[1]
    return " " if name in _LATEX_STYLES else f" {name.removeprefix('var').lower()} "


def _without_markup(text: str) -> str:
    text = _MARKDOWN_LINK.sub(r"\1", text)
    return _LATEX_COMMAND.sub(_command_words, _LATEX_ACCENT.sub(r"\1", text))


def fold_text(text: str) -> str:
    r"""The letters and digits that name a work, and nothing else, for telling whether two titles are equal.

    Case, punctuation, accents, hyphens, spacing, Markdown and LaTeX markup do not count; a Greek letter is its name
    (`ε`, `\epsilon` and `$\varepsilon$` are one). A text without any letter or digit folds to its cleaned self, so
    that `???` and `!!!` stay apart.
    """
    plain = unicodedata.normalize("NFKD", _without_markup(clean_text(text))).casefold()
    folded = "".join(_letter(char) for char in plain if char.isalnum())
    return unicodedata.normalize("NFKC", folded).casefold() or clean_text(text)


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a text with case, accents and markup folded away, in order."""
    plain = unicodedata.normalize("NFKD", _without_markup(clean_text(text))).casefold()
    bare = "".join(_letter(char) for char in plain if not unicodedata.combining(char))
    return tuple(re.findall(r"\w+", bare))


def slug_of(text: str, *, length: int = SLUG_LENGTH) -> str:
    """An ASCII, lower-case name for paths and addresses, cut at a word end at `length` characters.

    A first word longer than `length` is cut inside. Returns "" when nothing of the text can be written in ASCII.
    """
    words = slugify(_without_markup(clean_text(text)), replacements=[("'", ""), ("\u2019", "")])
    if len(words) <= length:
        return words
    cut = words[: length + 1].rfind("-")
    return words[:cut] if cut > 0 else words[:length]
