"""What a Hugging Face listing prints around titles and abstracts: counts, dates, names and buttons of its cards."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from sitegen.model.dates import MONTHS
from sitegen.sources.huggingface_markup import Item

DATE = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.? (?:3[01]|[12]\d|0?[1-9])(?:, \d{{4}})?"
COUNT = r"\d[\d,]*(?:\.\d+)?[kKmM]?"


class Kind(Enum):
    """What a mark says of a card."""

    SUBMITTED = auto()
    USER = auto()
    UPVOTE = auto()
    NUMBER = auto()
    AUTHORS = auto()
    ORGANIZATION = auto()
    DOT = auto()
    PUBLISHED = auto()
    DATE = auto()
    GITHUB = auto()
    ARXIV = auto()
    PROJECT = auto()
    DECORATION = auto()
    BANNER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark of a card: the text of its value ("" for a bare word) and the item that prints it."""

    kind: Kind
    value: str
    item: Item

    @property
    def line(self) -> int:
        """The number of the line that prints the mark."""
        return self.item.line.number


_MARK = re.compile(
    rf"(?P<SUBMITTED>Submitted by)|(?P<UPVOTE>Upvoted?s?\b)|GitHub(?: (?P<stars>{COUNT}))?(?P<GITHUB>)"
    rf"|(?P<ARXIV>arXiv(?: [Pp]age)?\b)|(?P<PROJECT>Project [Pp]age)|(?P<AUTHORS>{COUNT}) authors?\b"
    rf"|(?P<PUBLISHED>Published on)|(?P<DATE>{DATE})|(?P<DOT>[·•])|(?P<DECORATION>\[[- x]?\])"
    rf"|(?P<NUMBER>{COUNT}|[-–](?!\S))"
)
_SUBMITTED_INLINE = re.compile(r"Submitted by:? (?P<user>[\w.-]{1,60})")
_USER = re.compile(r"[\w.-]{1,60}")
_LONGEST_MARKS = 200


def marks_of(item: Item) -> tuple[Mark, ...]:
    """The marks that a whole line is made of; none where any part of it is something else."""
    if not item.bare:
        return (Mark(kind=Kind.DECORATION, value="", item=item),)
    if len(item.bare) > _LONGEST_MARKS:
        return ()
    inline = _SUBMITTED_INLINE.fullmatch(item.bare)
    if inline is not None:
        submitted = Mark(kind=Kind.SUBMITTED, value="", item=item)
        return (submitted, Mark(kind=Kind.USER, value=inline["user"], item=item))
    return _marks_in(item.bare, item) or _organization_first(item)


def is_user(item: Item) -> bool:
    """Whether a line can be the name of one who submitted a paper."""
    return _USER.fullmatch(item.bare) is not None


def has_kind(marks: Iterable[Mark], *kinds: Kind) -> bool:
    """Whether any of the marks is of one of the kinds."""
    return any(mark.kind in kinds for mark in marks)


def _marks_in(text: str, item: Item) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    at = 0
    while at < len(text):
        match = _MARK.match(text, at)
        if match is None or match.end() == at:
            return ()
        kind = Kind[match.lastgroup or ""]
        value = match["stars"] if kind is Kind.GITHUB else match[kind.name]
        marks.append(Mark(kind=kind, value=value or "", item=item))
        at = match.end()
        while at < len(text) and text[at] == " ":
            at += 1
    return tuple(marks)


def _organization_first(item: Item) -> tuple[Mark, ...]:
    """`NVIDIA · Published on Oct 4, 2026`: a name, a dot, and marks only."""
    name, dot, rest = item.bare.partition(" · ")
    marks = _marks_in(rest, item) if dot else ()
    if not marks or not has_kind(marks, Kind.DATE, Kind.AUTHORS):
        return ()
    named = Mark(kind=Kind.ORGANIZATION, value=name, item=item)
    return (named, Mark(kind=Kind.DOT, value="·", item=item), *marks)
