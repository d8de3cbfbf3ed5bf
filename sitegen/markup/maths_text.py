"""Maths as a line of readable Unicode, for attributes, search and feeds."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_RAISABLE = frozenset("0123456789+-−=n")
_LOWERABLE = frozenset("0123456789+-−=")
# Signs over or under something that a line of text does without.
_DRAWN = frozenset("⏞⏟⎴⎵⏜⏝―_‾¯")
_RELATIONS = frozenset("=<>≤≥≈∼≃≅≠≪≫∈∉⊂⊆⊃⊇→←↔⇒⇐⇔↦≡∝≲≳≺≻∣:")
_ACCENTS = {
    "^": "\u0302",
    "~": "\u0303",
    "\u00af": "\u0304",
    "\u2212": "\u0304",
    "\u203e": "\u0304",
    "\u02d9": "\u0307",
    "\u00a8": "\u0308",
    "\u02c7": "\u030c",
    "\u2192": "\u20d7",
}
_SPACED_SIGN = re.compile(r"\s*([^\w\s])\s*")
_SCRIPTED = frozenset("msub msup msubsup munder mover munderover".split())
_FIRST_ALPHANUMERIC, _LAST_ALPHANUMERIC = 0x1D400, 0x1D7FF


def maths_to_text(tree: Element) -> str:
    """One line for a MathML tree: `ℓ_p`, `O(n²)`, `1/√(n + 1)`; styled letters become plain ones, spaces are single."""
    return " ".join(_text(tree).split())


def _text(element: Element) -> str:
    children = [_text(child) for child in element]
    shape = _SHAPES.get(element.tag)
    if shape is not None:
        return shape(children)
    plain = _plain(element.text or "")
    if element.tag == "mo":
        return _operator(plain)
    # Braces around a sign take its space away: `10{,}000`.
    is_bare_sign = len(element) == 1 and element[0].tag == "mo"
    return children[0].strip() if is_bare_sign else plain + _row(element, children)


def _nothing(_: list[str]) -> str:
    return ""


def _space(_: list[str]) -> str:
    return " "


def _fraction(children: list[str]) -> str:
    return "/".join(_bracketed(child) for child in children)


def _square_root(children: list[str]) -> str:
    return "√" + _bracketed("".join(children))


def _root(children: list[str]) -> str:
    base, degree = (*children, "", "")[:2]
    return _raised(degree) + "√" + _bracketed(base)


def _row(element: Element, texts: list[str]) -> str:
    """Pieces side by side; the name of a function (`log`), and what has an index, keep off their neighbours."""
    row = ""
    was_name = False
    for child, text in zip(element, texts, strict=True):
        is_name = child.tag in {"mi", "mo"} and len(text) > 1 and text.isalpha()
        touches = row[-1:].isalnum() or (was_name and row.endswith(")"))
        if (is_name or was_name) and touches and text[:1].isalnum():
            row += " "
        row += text
        was_name = is_name or (child.tag in _SCRIPTED and text[-1:] != "′")
    return row


def _operator(text: str) -> str:
    if text in _RELATIONS:
        return f" {text} "
    return f"{text} " if text == "," else text


def _plain(text: str) -> str:
    """Letters without the mathematical styles; ℝ and ℓ keep theirs, as they mean something by it."""
    return "".join(
        unicodedata.normalize("NFKC", char)
        if _FIRST_ALPHANUMERIC <= ord(char) <= _LAST_ALPHANUMERIC or char in "ℋℐℒℛℬℰℱℳℎ"
        else char
        for char in text
        if unicodedata.category(char) != "Cf"
    )


def _bracketed(text: str) -> str:
    text = text.strip()
    return text if text.isalnum() or len(text) == 1 else f"({text})"


def _script(mark: str, text: str) -> str:
    text = _SPACED_SIGN.sub(r"\1", " ".join(text.split()))
    if not text:
        return ""
    is_word = all(char.isalnum() or char in "∗*⊤′+-−∞" for char in text)
    return mark + (text if is_word else f"({text})")


def _raised(text: str) -> str:
    text = text.strip()
    if text in {"∘", "°"}:
        return "°"
    if text and (set(text) <= {"′", "″", "‴", "*", "∗", "†", "‡"}):
        return text
    return text.translate(_RAISED) if text and set(text) <= _RAISABLE else _script("^", text)


def _lowered(text: str) -> str:
    text = text.strip()
    return text.translate(_LOWERED) if text and set(text) <= _LOWERABLE else _script("_", text)


def _with_script(children: list[str], script: Callable[[str], str]) -> str:
    base, mark = (text.strip() for text in (*children, "", "")[:2])
    return base if mark in _DRAWN else base + script(mark)


def _sub(children: list[str]) -> str:
    return _with_script(children, _lowered)


def _super(children: list[str]) -> str:
    return _with_script(children, _raised)


def _over(children: list[str]) -> str:
    base, mark = (text.strip() for text in (*children, "", "")[:2])
    if mark in _ACCENTS:
        return unicodedata.normalize("NFC", base + _ACCENTS[mark]) if len(base) == 1 else base
    return _super(children)


def _both(children: list[str]) -> str:
    base, low, high = (*children, "", "", "")[:3]
    return base.strip() + _lowered(low) + _raised(high)


_SHAPES: Mapping[str, Callable[[list[str]], str]] = {
    "mphantom": _nothing,
    "mspace": _space,
    "mfrac": _fraction,
    "msqrt": _square_root,
    "mroot": _root,
    "mtr": " ".join,
    "mtable": "; ".join,
    "msub": _sub,
    "munder": _sub,
    "msup": _super,
    "mover": _over,
    "msubsup": _both,
    "munderover": _both,
}
