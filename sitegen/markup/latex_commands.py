r"""What the LaTeX commands that occur in titles and abstracts mean in running text."""

import re

from latex2mathml.symbols_parser import convert_symbol

STYLES = {
    "emph": "em",
    "textit": "em",
    "textsl": "em",
    "mathit": "em",
    "textbf": "strong",
    "texttt": "code",
    "underline": "u",
    "uline": "u",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
"""Commands with one argument, and the HTML element for it."""

SWITCHES = {
    "em": "em",
    "it": "em",
    "itshape": "em",
    "sl": "em",
    "bf": "strong",
    "bfseries": "strong",
    "tt": "code",
    "ttfamily": "code",
}
"""Commands that style the rest of their group."""

SILENT = frozenset(
    "rm sc sf scshape sffamily rmfamily upshape mdseries normalfont tiny scriptsize footnotesize small normalsize "
    "large Large LARGE huge Huge boldmath noindent xspace centering protect par newline linebreak left right big Big "
    "bigl bigr displaystyle textstyle limits nolimits maketitle relax ignorespaces unskip item".split()
)
"""Commands that leave nothing to see; what they stood between keeps a space."""

CITATIONS = frozenset(
    "cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite autocite footcite nocite ref "
    "eqref autoref cref Cref pageref label index thanks footnotemark bibliography bibliographystyle".split()
)
"""Commands whose argument is a key that only the paper can resolve."""

SETTINGS = frozenset("color textcolor colorbox begin end vspace hspace fontsize includegraphics".split())
"""Commands whose first argument is a setting; what follows is shown."""

STRUCK_OUT = frozenset({"deleted"})
"""Commands whose argument was struck out in a revision."""

AS_MATHS = {
    "ensuremath": 1,
    "frac": 2,
    "tfrac": 2,
    "dfrac": 2,
    "nicefrac": 2,
    "binom": 2,
    "sqrt": 1,
    "mathbf": 1,
    "mathbb": 1,
    "mathcal": 1,
    "mathrm": 1,
    "mathsf": 1,
    "mathfrak": 1,
    "mathscr": 1,
    "boldsymbol": 1,
    "bm": 1,
    "hat": 1,
    "tilde": 1,
    "widetilde": 1,
    "widehat": 1,
    "bar": 1,
    "vec": 1,
    "operatorname": 1,
    "overline": 1,
}
"""Maths that lost its dollar signs: the command, and how many arguments belong to it."""

GLUED = ("emph", "textbf", "textit", "texttt", "mathbb", "mathcal", "mathrm", "mathbf", "sqrt")
r"""Commands that are recognised when their braces got lost, as in `\emphregret` and `\sqrtT`."""

WORDS = {
    "eg": "e.g.",
    "Eg": "E.g.",
    "ie": "i.e.",
    "Ie": "I.e.",
    "etal": "et al.",
    "etc": "etc.",
    "wrt": "w.r.t.",
    "cf": "cf.",
    "vs": "vs.",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "and": "and",
    "i": "ı",
    "j": "ȷ",
    "l": "ł",
    "L": "Ł",
    "o": "ø",
    "O": "Ø",
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "dh": "ð",
    "th": "þ",
    "textless": "<",
    "textgreater": ">",
    "texttimes": "×",
    "textpm": "±",
    "textdegree": "°",
    "degree": "°",
    "deg": "°",
    "textcent": "¢",
    "texteuro": "€",
    "textmu": "µ",
    "micro": "µ",
    "textrightarrow": "→",
    "textleftarrow": "←",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textbackslash": "\\",
    "textbar": "|",
    "textendash": "–",
    "textemdash": "—",
    "textellipsis": "…",
    "textregistered": "®",
    "texttrademark": "™",
    "textcopyright": "©",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textbullet": "•",
    "checkmark": "✓",
    "xmark": "✗",
    "cmark": "✓",
    "quad": " ",
    "qquad": " ",
    "log": "log",
    "ln": "ln",
    "exp": "exp",
    "max": "max",
    "min": "min",
    "sup": "sup",
    "inf": "inf",
    "sin": "sin",
    "cos": "cos",
    "tanh": "tanh",
    "lim": "lim",
    "Pr": "Pr",
    "argmax": "argmax",
    "argmin": "argmin",
    "poly": "poly",
}
"""Commands that are a word or a character."""

SIGNS = {
    **{sign: sign for sign in "%&_$#{}([)]<>*+-/|@"},
    **dict.fromkeys(" ,;:\n\t\\", " "),
    "!": "",
    "/": "",
    "-": "",
    "@": "",
}
"""Commands that are one sign after the backslash."""

_GREEK_ACCENTS = {("r", "ho"): "ρ", ("k", "appa"): "κ"}
_DINGBATS = {51: "✓", 52: "✔", 55: "✗", 56: "✘"}
_CIRCLED = ((172, 0x2460), (182, 0x2776), (192, 0x2780), (202, 0x278A))


def symbol_of(command: str) -> str | None:
    r"""The character or word for a command that takes no argument (`alpha`, `times`, `eg`), or None if unknown."""
    word = WORDS.get(command)
    if word is not None:
        return word
    code = convert_symbol(f"\\{command}")
    return chr(int(code, 16)) if code else None


def dingbat(number: str) -> str | None:
    r"""The sign of `\ding{…}` for ticks, crosses and circled numbers; None for the others."""
    if not re.fullmatch("[0-9]{2,3}", number):
        return None
    code = int(number)
    for first, start in _CIRCLED:
        if first <= code < first + 10:
            return chr(start + code - first)
    return _DINGBATS.get(code)


def broken_greek(accent: str, argument: str) -> str | None:
    r"""The letter meant by `\r{ho}` or `\k{appa}`, where a tool took a Greek name for an accent; None otherwise."""
    return _GREEK_ACCENTS.get((accent, argument))
