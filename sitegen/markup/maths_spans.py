r"""Where maths stands in a text: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, and which dollar signs are money.

Every question looks at most `LONGEST` characters ahead, so that the time is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 1_000
"""The longest piece of maths in characters; the longest in 20,000 real abstracts has 334."""

_START = re.compile(r"\\\\(?![(\[])|\\[(\[]|\\.|\$\$?", re.DOTALL)
_DOLLAR = re.compile(r"(?:[^\\$]|\\.)*?(\$)", re.DOTALL)
_COMMAND = re.compile(r"\\[a-zA-Z]+\s*(?:\{[^{}]*\})?")
_MATHS_SIGN = re.compile(r"[\\_^=<>+{]")
_PROSE = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{2,}[,.;:)'’\"]*\s+\(?){3}")
_MONEY_PROSE = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{2,}[,.;:)'’\"]*\s+\(?){2}")
_NUMBER_FIRST = re.compile(r"\s*\d")
_NUMBER = re.compile(r"\s*[\d.,]+\s*\Z")
_CURRENCY = re.compile(r"(?:\b(?:US|USD|AU|CA|HK|NZ))\s?\Z")


@dataclass(frozen=True, slots=True)
class MathsSpan:
    """One piece of maths: `text[start:end]` with its delimiters, `source` without them."""

    start: int
    end: int
    source: str
    block: bool


def find_maths(text: str) -> Iterator[MathsSpan]:
    """Every piece of maths in a text, in order; what is money, or is never closed, is not among them."""
    position = 0
    while opening := _START.search(text, position):
        span = _span_at(text, opening)
        if span:
            yield span
        # A second dollar of `$$` may open what the first did not.
        step = 1 if opening[0] == "$$" else len(opening[0])
        position = span.end if span else opening.start() + step


def maths_at(text: str, position: int) -> MathsSpan | None:
    """The piece of maths that opens exactly at a position of a text, or None."""
    opening = _START.match(text, position)
    return _span_at(text, opening) if opening else None


def _span_at(text: str, opening: re.Match[str]) -> MathsSpan | None:
    match opening[0]:
        case "$$":
            return _closed_by(text, opening, "$$", block=True)
        case "\\(":
            return _closed_by(text, opening, "\\)", block=False)
        case "\\[":
            span = _closed_by(text, opening, "\\]", block=True)
            # Markdown writes a plain bracket `\[`.
            return span if span and _MATHS_SIGN.search(span.source) else None
        case "$":
            return _in_dollars(text, opening.end())
        case _:
            return None


def _closed_by(text: str, opening: re.Match[str], closing: str, *, block: bool) -> MathsSpan | None:
    start = opening.end()
    end = text.find(closing, start, start + LONGEST)
    source = text[start:end].strip() if end >= 0 else ""
    if not source or "\n\n" in source or "$" in source.replace("\\$", "") or _is_prose(source):
        return None
    return MathsSpan(opening.start(), end + len(closing), source, block)


def _in_dollars(text: str, start: int) -> MathsSpan | None:
    closing = _DOLLAR.match(text, start, start + LONGEST)
    if closing is None:
        return None
    end = closing.start(1)
    content = text[start:end]
    if not content.strip() or "\n\n" in content or _is_prose(content) or _is_money(text, start, end):
        return None
    return MathsSpan(start - 1, end + 1, content.strip(), block=False)


def _is_prose(content: str) -> bool:
    return bool(_PROSE.search(_COMMAND.sub(" ", content) + " "))


def _is_money(text: str, start: int, end: int) -> bool:
    content = text[start:end]
    if not _NUMBER_FIRST.match(content):
        return False
    if _MONEY_PROSE.search(_COMMAND.sub(" ", content) + " "):
        return True
    if _MATHS_SIGN.search(content):
        return False
    before_a_sum = text[end + 1 : end + 2].isdigit() and not _NUMBER.match(content)
    named = not _NUMBER.match(content) and _CURRENCY.search(text, max(0, start - 6), start - 1)
    return content[-1:].isspace() or before_a_sum or bool(named)
