"""MathML that is safe to show: an allow-list of elements and attributes, and its serialisation."""

import re
import sys
import unicodedata
from xml.etree.ElementTree import Element

from markupsafe import escape

_LENGTH = re.compile(r"[+-]?(?:\d{1,2}(?:\.\d{1,4})?|\.\d{1,4})(?:em|ex|px|pt|mu|%)?|0")
_WORD = re.compile(r"[a-z-]{1,20}(?: [a-z-]{1,20}){0,20}")
# The converter's sign for \setminus, which few fonts have, and the one that they do have.
_SHOWN_AS = str.maketrans({"\u29f5": "\N{SET MINUS}"})
_ESCAPED_SIGN = re.compile(r"\\([%&_$#{} ])")
_LEVEL = re.compile(r"[+-]?\d")
_CHARACTER = re.compile(r"&#x([0-9A-Fa-f]{1,6});")

_LENGTHS = frozenset("depth height linethickness lspace maxsize minsize rspace voffset width".split())
_WORDS = frozenset(
    "accent accentunder columnalign columnlines display displaystyle fence form largeop movablelimits notation "
    "rowlines separator stretchy".split()
)

MATHML_TAGS = frozenset(
    "math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd "
    "mstyle mpadded mphantom menclose".split()
)
MATHML_ATTRIBUTES = _LENGTHS | _WORDS | {"alttext", "mathvariant", "scriptlevel"}

_PARTS = {
    **dict.fromkeys("mfrac mroot msub msup munder mover".split(), 2),
    **dict.fromkeys("msubsup munderover".split(), 3),
}

_VARIANTS = {
    "bold": "BOLD",
    "italic": "ITALIC",
    "bold-italic": "BOLD ITALIC",
    "script": "SCRIPT",
    "bold-script": "BOLD SCRIPT",
    "fraktur": "FRAKTUR",
    "bold-fraktur": "BOLD FRAKTUR",
    "double-struck": "DOUBLE-STRUCK",
    "sans-serif": "SANS-SERIF",
    "bold-sans-serif": "SANS-SERIF BOLD",
    "monospace": "MONOSPACE",
}


class UnreadableMathsError(ValueError):
    """Maths with an unknown element, one without all its parts, or source that was not understood."""


def plain_characters(text: str) -> str:
    """Text with hexadecimal character references read; raises UnreadableMathsError for one that is no character."""

    def read(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        if code > sys.maxunicode or unicodedata.category(chr(code)) in {"Cc", "Cs", "Cn"}:
            raise UnreadableMathsError(f"no character: {match[0]}")
        return chr(code)

    return _CHARACTER.sub(read, text)


def _mathematical(char: str, variant: str) -> str:
    """The letter of the Unicode alphabet for a variant, which browsers no longer choose by attribute."""
    name = unicodedata.name(char, "")
    name = re.sub(r"^(?:LATIN|GREEK) (SMALL|CAPITAL) LETTER ", r"\1 ", name)
    if char == "h" and variant == "ITALIC":
        return "\N{PLANCK CONSTANT}"
    for style in (f"MATHEMATICAL {variant}", "BLACK-LETTER" if variant == "FRAKTUR" else variant):
        try:
            return unicodedata.lookup(f"{style} {name}")
        except KeyError:
            continue
    return char


def _is_allowed(name: str, value: str) -> bool:
    if name in _LENGTHS:
        return bool(_LENGTH.fullmatch(value))
    if name in _WORDS:
        return bool(_WORD.fullmatch(value))
    return name == "scriptlevel" and bool(_LEVEL.fullmatch(value))


def clean_mathml(element: Element, *, keep_names: bool = False) -> Element:
    r"""A copy of a tree that holds only what the allow-list knows, with letters in their mathematical alphabets.

    Attributes that are not known are left out. Raises UnreadableMathsError for an unknown element, for a fraction
    without denominator and the like, and for text that still is a LaTeX command (`\foo`), unless `keep_names` is set:
    then the name of the command stands for it.
    """
    if element.tag not in MATHML_TAGS or len(element) != _PARTS.get(element.tag, len(element)):
        raise UnreadableMathsError(f"element {element.tag} with {len(element)} parts")
    text = plain_characters(element.text or "").translate(_SHOWN_AS)
    if element.tag == "mtext":
        text = _ESCAPED_SIGN.sub(r"\1", text)
    if keep_names and text.startswith("\\") and text[1:].isalpha():
        text = text[1:]
    if len(text) > 1 and "\\" in text:
        raise UnreadableMathsError(f"not understood: {text}")
    clean = Element(element.tag, {name: value for name, value in element.attrib.items() if _is_allowed(name, value)})
    variant = element.get("mathvariant", "")
    if variant == "normal" and element.tag == "mi":
        clean.set("mathvariant", "normal")
    if variant in _VARIANTS and element.tag in {"mi", "mn"}:
        text = "".join(_mathematical(char, _VARIANTS[variant]) for char in text)
    clean.text = text
    for child in _joined([clean_mathml(child, keep_names=keep_names) for child in element]):
        clean.append(child)
    return clean


def _joined(children: list[Element]) -> list[Element]:
    """Upright letters side by side are one name: `max` is read out as a word, not letter by letter."""
    joined: list[Element] = []
    for child in children:
        last = joined[-1] if joined else None
        if last is not None and _is_upright_letter(last) and _is_upright_letter(child):
            last.text = (last.text or "") + (child.text or "")
        else:
            joined.append(child)
    return joined


def _is_upright_letter(element: Element) -> bool:
    return element.tag == "mi" and element.get("mathvariant") == "normal" and (element.text or "").isalpha()


def mathml_text(element: Element) -> str:
    """The HTML of a clean tree; everything is escaped, and nothing but tags stands between `<` and `>`."""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attrib.items())
    inner = str(escape(element.text or "")) + "".join(mathml_text(child) for child in element)
    return f"<{element.tag}{attributes}>{inner}</{element.tag}>"
