"""LaTeX maths as a MathML tree, read by latex2mathml and cleaned by an allow-list."""

import re
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element

from sitegen.markup.mathml import clean_mathml, mathml_text
from sitegen.markup.maths_spans import LONGEST

_DEEPEST = 30
# Characters of a formula that fit beside each other in the narrowest column, 254 pixels of type of 18.
_WIDE = 16
_BOX = '<span class="formula" role="group" aria-label="Formula" tabindex="0">{}</span>'

# A comment sign in a title is a percentage, and `\%` is what it means.
_PERCENT = re.compile(r"(?<!\\)((?:\\\\)*)%")
_SYNONYMS = {
    "nicefrac": r"\frac",
    "sfrac": r"\frac",
    "bb": r"\mathbb",
    "mathbbm": r"\mathbb",
    "mathds": r"\mathbb",
    "emph": r"\textit",
    "textsc": r"\text",
    "textsl": r"\textit",
    "mathord": "",
    "deg": r"^\circ",
    "degree": r"^\circ",
    "textdegree": r"^\circ",
    "texttimes": r"\times",
    "textasciitilde": r"\sim",
    "Tilde": r"\tilde",
    "Hat": r"\hat",
    "Bar": r"\bar",
    "argmax": r"\operatorname{arg max}",
    "argmin": r"\operatorname{arg min}",
    "xspace": "",
    "tiny": "",
    "small": "",
    "large": "",
    "noindent": "",
    "displaystyle": "",
    "boldmath": "",
    "ensuremath": "",
    "bmod": r"\operatorname{mod}",
    "indep": r"\perp",
    "slash": "/",
    "R": r"\mathbb{R}",
    "cO": r"\mathcal{O}",
    "mc": r"\mathcal",
    "bx": r"\mathbf{x}",
    "order": r"\mathcal{O}",
    "lVert": r"\|",
    "rVert": r"\|",
    "lvert": "|",
    "rvert": "|",
    "textless": "<",
    "textgreater": ">",
    "textrightarrow": r"\rightarrow",
}
"""Commands that latex2mathml lacks; the last few are macros that paper after paper defines alike."""

_COMMAND = re.compile(r"\\([a-zA-Z]+)")
_SHORT_DELIMITER = re.compile(r"\\([lr])(?=[(\[)\]|])")
# Behind a size the converter knows bars as characters only.
_SIZED_BAR = re.compile(r"(\\[bB]igg?[lrm]?)\s*\\(?:\||([lr]?V|[lr]?v)ert(?![a-zA-Z]))")
# The converter drops a plain space in the name of an operator, and takes a command in it for the end of the name.
_OPERATOR = re.compile(r"\\operatorname\*?\s*\{([^{}]*)\}")
_SPACE = re.compile(r"(?:\\[,;: ]|[ ~])+")

# Macros could grow without end, and the others bring addresses, colours and styles into a page.
_REFUSED = re.compile(
    r"\\(?:def|newcommand|renewcommand|newenvironment|DeclareMathOperator|href|url|class|style|verb)(?![a-zA-Z])"
)


def maths_tree(source: str, *, block: bool = False, keep_names: bool = False) -> Element | None:
    r"""The MathML of LaTeX maths (without delimiters), or None when a part of it cannot be read.

    Too long, too deeply nested, an unknown command, a macro definition and `\href` all are None; nothing is raised.
    With `keep_names` an unknown command is its own name, which is for plain text only.
    """
    if len(source) > LONGEST or _REFUSED.search(source) or _depth(source) > _DEEPEST:
        return None
    prepared = _PERCENT.sub(r"\1\\%", source)
    prepared = _SHORT_DELIMITER.sub(lambda side: r"\left" if side[1] == "l" else r"\right", prepared)
    prepared = _SIZED_BAR.sub(lambda bar: bar[1] + ("|" if (bar[2] or "").endswith("v") else "‖"), prepared)
    prepared = _OPERATOR.sub(_spaced_name, _COMMAND.sub(_known, prepared))
    try:
        raw = convert_to_element(prepared, display="block" if block else "inline")
        tree = clean_mathml(raw, keep_names=keep_names)
    except Exception:
        # latex2mathml answers broken input with a dozen unrelated errors, IndexError and RecursionError among them.
        return None
    if not "".join(tree.itertext()).strip() and tree.find(".//mspace") is None:
        return None
    tree.set("alttext", source)
    return tree


def _known(match: re.Match[str]) -> str:
    synonym = _SYNONYMS.get(match[1])
    if synonym is None:
        return match[0]
    # A command ends at the first character that is no letter; its stand-in must as well.
    return f"{synonym} " if synonym[-1:].isalpha() else synonym


def _spaced_name(match: re.Match[str]) -> str:
    return match[0].replace(match[1], _SPACE.sub("\N{THIN SPACE}", match[1].strip()))


def _depth(source: str) -> int:
    depth = deepest = 0
    for char in source:
        depth += (char == "{") - (char == "}")
        deepest = max(deepest, depth)
    return deepest


def maths_html(source: str, *, block: bool = False) -> str | None:
    """LaTeX maths as an HTML `<math>` element whose `alttext` is the source, or None when it cannot be read."""
    tree = maths_tree(source, block=block)
    return None if tree is None else mathml_text(tree)


def boxed_maths(source: str, *, block: bool = False) -> str | None:
    """The same where there is room for a box: what may be wider than a phone stands in one that scrolls.

    That is a formula on a line of its own, or one with more than `_WIDE` characters. Keys reach the box; a `<math>`
    may not have the focus itself.
    """
    tree = maths_tree(source, block=block)
    if tree is None:
        return None
    is_wide = block or len("".join(tree.itertext())) > _WIDE
    return _BOX.format(mathml_text(tree)) if is_wide else mathml_text(tree)
