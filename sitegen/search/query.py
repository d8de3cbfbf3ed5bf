"""What a person types, as clauses: which words there are, which must match, and what to say of the rest.

`static/search-query.js` holds the same definition for the browser; tests run both over the same texts.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import pairwise

from sitegen.words.text import STOP_WORDS, fold, together, words

MOST_CHARACTERS = 500
MOST_CLAUSES = 40
MOST_EDITS = 2
MOST_BOOST = 1000

FIELD_NAMES = {
    "title": "title", "titles": "title", "author": "authors", "authors": "authors", "by": "authors",
    "topic": "topics", "topics": "topics", "organization": "organizations", "organizations": "organizations",
    "organisation": "organizations", "organisations": "organizations", "org": "organizations",
    "abstract": "abstract", "abstracts": "abstract", "note": "notes", "notes": "notes",
}  # fmt: skip

# What JavaScript takes for space, which is not quite what Python does.
SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

_MARK = re.compile(r"(.+?)([~^])([0-9]*)", re.DOTALL)
_STARS = re.compile(r"\*+")
_TRAILING_SPACE = re.compile(f"[{SPACE}]\\Z")


class Role(Enum):
    """What a clause asks of a paper: it has to meet it, may, or must not."""

    NEED = "need"
    WANT = "want"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One thing asked for.

    `words` are folded, and each is needed (of a wildcard it is the one pattern); `field` is the one field looked in,
    or None for all. An `open` clause stands for all that begins so; a `named` one was typed as the name of a field, but
    is none. `sign` is what was typed before it: `+`, `-` or nothing.
    """

    sign: str = ""
    role: Role = Role.NEED
    field: str | None = None
    boost: int = 1
    edits: int = 0
    wildcard: bool = False
    phrase: bool = False
    named: bool = False
    open: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """Clauses, and sentences on what could not be taken as typed."""

    clauses: tuple[Clause, ...]
    remarks: tuple[str, ...]


def parse(typed: str, *, typing: bool = False) -> Parsed:
    """The clauses of what was typed; while `typing`, the last word may be the beginning of one."""
    remarks: list[str] = []
    text = _first_units(typed, MOST_CHARACTERS)
    if text != typed:
        remarks.append(f"Only the first {MOST_CHARACTERS} characters were looked for.")
    clauses = [
        clause
        for match in _pieces(text)
        for clause in _clauses_of(match, at_end=match.end() == len(text), remarks=remarks)
    ]
    if len(clauses) > MOST_CLAUSES:
        del clauses[MOST_CLAUSES:]
        remarks.append(f"Only the first {MOST_CLAUSES} words were looked for.")
    clauses = _with_roles(clauses)
    if clauses and typing and _can_grow(clauses[-1]) and not _TRAILING_SPACE.search(text):
        clauses[-1] = replace(clauses[-1], open=True)
    return Parsed(clauses=tuple(clauses), remarks=tuple(dict.fromkeys(remarks)))


def is_stop_word(clause: Clause) -> bool:
    """Whether a clause is of nothing but words that abstracts leave out."""
    plain = not (clause.wildcard or clause.edits or clause.field)
    return plain and all(word in STOP_WORDS for word in clause.words)


def _first_units(text: str, count: int) -> str:
    # JavaScript counts characters outside the basic plane twice.
    if len(text) * 2 <= count:
        return text
    return text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "surrogatepass")


def _pattern(letters: str) -> re.Pattern[str]:
    """One piece: a sign, a field, then a phrase or all up to the next space."""
    field = f"(?:([{letters}_]+):(?=[^{SPACE}]))?"
    return re.compile(f'[{SPACE}]*([+-]?){field}(?:"([^"]*)(?:"|\\Z)|([^{SPACE}]+))')


_ASCII_PIECE = _pattern("A-Za-z")


@cache
def _piece_pattern() -> re.Pattern[str]:
    letters = [code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)).startswith("L")]
    starts = [code for before, code in pairwise([0, *letters]) if code != before + 1]
    ends = [code for code, after in pairwise([*letters, 0]) if after != code + 1]
    return _pattern("".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True)))


def _pieces(text: str) -> Iterator[re.Match[str]]:
    at, pattern = 0, _ASCII_PIECE if text.isascii() else _piece_pattern()
    while match := pattern.match(text, at):
        yield match
        at = match.end()


def _can_grow(clause: Clause) -> bool:
    return not (clause.role is Role.NOT or clause.wildcard or clause.phrase or clause.edits)


def _clauses_of(match: re.Match[str], *, at_end: bool, remarks: list[str]) -> list[Clause]:
    sign, name, phrase, word = match.groups()
    clause, unknown = Clause(sign=sign), []
    if name and name.lower() in FIELD_NAMES:
        clause = replace(clause, field=FIELD_NAMES[name.lower()])
    elif name:
        unknown = _word_clauses(replace(clause, named=True), name)
        if not (word or "").startswith("//"):
            remarks.append(f"“{name}” is not a field, so it was looked for as a word.")
    elif at_end and (word or "").endswith(":") and word[:-1].lower() in FIELD_NAMES:
        remarks.append(f"Type what to look for right behind “{word}”.")
        return []
    if phrase is not None:
        return unknown + _with_words(replace(clause, phrase=True), words(fold(phrase)))
    clause, word = _read_marks(clause, word, remarks)
    if "*" in word:
        return unknown + _with_words(replace(clause, wildcard=True), _pattern_of(word))
    return unknown + _word_clauses(clause, word)


def _word_clauses(clause: Clause, word: str) -> list[Clause]:
    return [replace(clause, words=(each,)) for each in words(fold(word))]


def _with_words(clause: Clause, found: Iterable[str]) -> list[Clause]:
    together_found = tuple(found)
    return [replace(clause, words=together_found)] if together_found else []


def _read_marks(clause: Clause, word: str, remarks: list[str]) -> tuple[Clause, str]:
    """Takes `~1` and `^2` off the end of a word."""
    while match := _MARK.fullmatch(word):
        word, value = match[1], int(match[3]) if match[3] else 1
        clause = replace(clause, boost=min(value, MOST_BOOST)) if match[2] == "^" else replace(clause, edits=value)
    if clause.edits > MOST_EDITS:
        clause = replace(clause, edits=MOST_EDITS)
        remarks.append(f"At most {MOST_EDITS} letters of a word may differ.")
    return clause, word


def _pattern_of(word: str) -> list[str]:
    """A word with `*` as lunr's pattern: its letters folded, not stemmed."""
    pieces = ("".join(together(each) or each for each in words(fold(piece))) for piece in word.split("*"))
    pattern = _STARS.sub("*", "*".join(pieces))
    return [] if pattern == "*" != word else [pattern]


def _with_roles(clauses: list[Clause]) -> list[Clause]:
    """Plain words must all match, unless a `+` says which must. Words that abstracts leave out only add to the rank."""
    signed = any(clause.sign == "+" for clause in clauses)
    clauses = [replace(clause, role=_role(clause.sign, signed=signed)) for clause in clauses]
    if not any(clause.role is Role.NEED and not is_stop_word(clause) for clause in clauses):
        return clauses
    return [
        replace(clause, role=Role.WANT)
        if clause.role is Role.NEED and not clause.sign and is_stop_word(clause)
        else clause
        for clause in clauses
    ]


def _role(sign: str, *, signed: bool) -> Role:
    if sign == "-":
        return Role.NOT
    return Role.WANT if signed and sign != "+" else Role.NEED
