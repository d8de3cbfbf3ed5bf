"""A printed text cut into tokens: words, commands, braces, addresses and maths."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from sitegen.markup.addresses import URL, without_trailing_punctuation
from sitegen.markup.maths_spans import MathsSpan, find_maths


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    COMMAND = auto()
    OPEN = auto()
    CLOSE = auto()
    TIE = auto()
    URL = auto()
    MATHS = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the text: `text` is what stands between `start` and `end`; maths brings what was found."""

    kind: Kind
    text: str
    start: int
    end: int
    maths: MathsSpan | None = None


_SPECIAL = re.compile(rf"(?P<url>{URL.pattern})|\\(?:[a-zA-Z]+\*?|.)|[{{}}~]", re.DOTALL | re.IGNORECASE)
_LONGEST_WORD = 40
_KINDS = {"{": Kind.OPEN, "}": Kind.CLOSE, "~": Kind.TIE}


def tokenize(text: str) -> tuple[Token, ...]:
    """Every character of a text in exactly one token, in order."""
    tokens: list[Token] = []
    position = 0
    for span in find_maths(text):
        tokens += _outside_maths(text, position, span.start)
        tokens.append(Token(Kind.MATHS, text[span.start : span.end], span.start, span.end, span))
        position = span.end
    tokens += _outside_maths(text, position, len(text))
    return tuple(tokens)


def _outside_maths(text: str, start: int, stop: int) -> Iterator[Token]:
    position = start
    while match := _SPECIAL.search(text, position, stop):
        end = match.end()
        if match["url"]:
            kind = Kind.URL
            end = match.start() + len(without_trailing_punctuation(match[0]))
        else:
            kind = _KINDS.get(match[0], Kind.COMMAND)
        if match.start() > position:
            yield Token(Kind.TEXT, text[position : match.start()], position, match.start())
        yield Token(kind, text[match.start() : end], match.start(), end)
        position = end
    if position < stop:
        yield Token(Kind.TEXT, text[position:stop], position, stop)


def matching_braces(tokens: Sequence[Token]) -> dict[int, int]:
    """For each opening brace that is closed, by the index of its token, the index of the closing one."""
    open_braces: list[int] = []
    partners: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if token.kind is Kind.OPEN:
            open_braces.append(index)
        elif token.kind is Kind.CLOSE and open_braces:
            partners[open_braces.pop()] = index
    return partners


def is_tie(text: str, token: Token) -> bool:
    """Whether `~` holds words together (`Figure~1`); `~5%` means about, and `2M~4M` means up to."""
    before = text[max(0, token.start - _LONGEST_WORD) : token.start]
    if not before or before[-1].isspace() or before[-1] in "([<>=:%":
        return False
    last_word = before.split()[-1]
    return not (text[token.end : token.end + 1].isdigit() and any(char.isdigit() for char in last_word))
